<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- From a document, as mlg-outgoing completes it, to OpenDocument 1.3 text. The parameter "part" says
     which: content, styles or meta, the parts of a package, or flat, all in one file. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                exclude-result-prefixes="d m">
  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="part">flat</xsl:param>

  <xsl:variable name="root" select="/d:document"/>
  <xsl:variable name="french" select="starts-with($root/@xml:lang, 'fr')"/>
  <!-- Whether headings have numbers by themselves. -->
  <xsl:variable name="outline" select="boolean($root/m:scope[@m:index = 0]/@m:numbering)"/>

  <xsl:include href="odt-styles.xsl"/>
  <xsl:include href="odt-table.xsl"/>
  <xsl:include href="odt-words.xsl"/>

  <xsl:template match="/d:document">
    <xsl:choose>
      <xsl:when test="$part = 'content'">
        <xsl:call-template name="content-part"/>
      </xsl:when>
      <xsl:when test="$part = 'styles'">
        <xsl:call-template name="styles-part"/>
      </xsl:when>
      <xsl:when test="$part = 'meta'">
        <xsl:call-template name="meta-part"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="flat-part"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The root of each part is a child of its template: so it declares all namespaces, once. -->

  <xsl:template name="content-part">
    <office:document-content office:version="1.3">
      <xsl:call-template name="fonts"/>
      <office:automatic-styles>
        <xsl:call-template name="automatic-styles">
          <xsl:with-param name="parts" select="d:body"/>
        </xsl:call-template>
      </office:automatic-styles>
      <xsl:call-template name="body"/>
    </office:document-content>
  </xsl:template>

  <xsl:template name="styles-part">
    <office:document-styles office:version="1.3">
      <xsl:call-template name="fonts"/>
      <office:styles>
        <xsl:call-template name="styles"/>
      </office:styles>
      <office:automatic-styles>
        <xsl:call-template name="page-layouts"/>
        <xsl:call-template name="automatic-styles">
          <xsl:with-param name="parts" select="d:header | d:footer"/>
        </xsl:call-template>
      </office:automatic-styles>
      <xsl:call-template name="pages"/>
    </office:document-styles>
  </xsl:template>

  <xsl:template name="meta-part">
    <office:document-meta office:version="1.3">
      <xsl:call-template name="meta"/>
    </office:document-meta>
  </xsl:template>

  <xsl:template name="flat-part">
    <office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
      <xsl:call-template name="meta"/>
      <xsl:call-template name="fonts"/>
      <office:styles>
        <xsl:call-template name="styles"/>
      </office:styles>
      <office:automatic-styles>
        <xsl:call-template name="page-layouts"/>
        <xsl:call-template name="automatic-styles">
          <xsl:with-param name="parts" select="d:header | d:footer | d:body"/>
        </xsl:call-template>
      </office:automatic-styles>
      <xsl:call-template name="pages"/>
      <xsl:call-template name="body"/>
    </office:document>
  </xsl:template>

  <xsl:template name="body">
    <office:body>
      <office:text>
        <xsl:apply-templates select="d:body/node()"/>
        <!-- A text without a paragraph is none. -->
        <xsl:if test="not(d:body/*)">
          <text:p text:style-name="Text_20_body"/>
        </xsl:if>
      </office:text>
    </office:body>
  </xsl:template>

  <xsl:template name="meta">
    <office:meta>
      <meta:generator>Maillage</meta:generator>
      <xsl:if test="d:head/d:title">
        <dc:title>
          <xsl:value-of select="d:head/d:title"/>
        </dc:title>
      </xsl:if>
      <xsl:if test="d:head/d:subject">
        <dc:subject>
          <xsl:value-of select="d:head/d:subject"/>
        </dc:subject>
      </xsl:if>
      <xsl:for-each select="d:head/d:keyword">
        <meta:keyword>
          <xsl:value-of select="."/>
        </meta:keyword>
      </xsl:for-each>
      <xsl:if test="d:head/d:author">
        <meta:initial-creator>
          <xsl:call-template name="authors"/>
        </meta:initial-creator>
        <dc:creator>
          <xsl:call-template name="authors"/>
        </dc:creator>
      </xsl:if>
      <xsl:if test="d:head/d:date">
        <meta:creation-date>
          <xsl:value-of select="concat(d:head/d:date, 'T00:00:00')"/>
        </meta:creation-date>
        <dc:date>
          <xsl:value-of select="concat(d:head/d:date, 'T00:00:00')"/>
        </dc:date>
      </xsl:if>
      <dc:language>
        <xsl:value-of select="@xml:lang"/>
      </dc:language>
    </office:meta>
  </xsl:template>

  <xsl:template name="authors">
    <xsl:for-each select="d:head/d:author">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:value-of select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- Blocks -->

  <xsl:template match="d:section">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:page-break | m:*"/>

  <!-- Most lines are plain ones of these three styles: an attribute that is written out and a single test cost
       little. -->
  <xsl:template match="d:p">
    <xsl:choose>
      <xsl:when test="@m:look or @xml:lang or m:anchor">
        <xsl:call-template name="other-line"/>
      </xsl:when>
      <xsl:when test="@m:style = 'cell'">
        <text:p text:style-name="Table_20_Contents">
          <xsl:apply-templates/>
        </text:p>
      </xsl:when>
      <xsl:when test="@m:style = 'list'">
        <text:p text:style-name="List">
          <xsl:apply-templates/>
        </text:p>
      </xsl:when>
      <xsl:when test="@m:style = 'body'">
        <text:p text:style-name="Text_20_body">
          <xsl:apply-templates/>
        </text:p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="other-line"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="other-line">
    <text:p>
      <xsl:attribute name="text:style-name">
        <xsl:call-template name="look"/>
      </xsl:attribute>
      <xsl:call-template name="line"/>
    </text:p>
  </xsl:template>

  <xsl:template name="look">
    <xsl:choose>
      <xsl:when test="@m:look">
        <xsl:value-of select="concat('P', @m:look)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="style-name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What a person sees in the list of styles. -->
  <xsl:template name="style-name">
    <xsl:choose>
      <xsl:when test="@m:style = 'body'">Text_20_body</xsl:when>
      <xsl:when test="@m:style = 'heading'">
        <xsl:value-of select="concat('Heading_20_', @m:level)"/>
      </xsl:when>
      <xsl:when test="@m:style = 'cell'">Table_20_Contents</xsl:when>
      <xsl:when test="@m:style = 'head'">Table_20_Heading</xsl:when>
      <xsl:when test="@m:style = 'list'">List</xsl:when>
      <xsl:when test="@m:style = 'title'">Title</xsl:when>
      <xsl:when test="@m:style = 'subtitle'">Subtitle</xsl:when>
      <xsl:when test="@m:style = 'quote'">Quotations</xsl:when>
      <xsl:when test="@m:style = 'address'">Addressee</xsl:when>
      <xsl:when test="@m:style = 'signature'">Signature</xsl:when>
      <xsl:when test="@m:style = 'small'">Small_20_Print</xsl:when>
      <xsl:when test="@m:style = 'caption'">Table</xsl:when>
      <xsl:when test="@m:style = 'footnotes'">Footnote</xsl:when>
      <xsl:when test="@m:style = 'endnotes'">Endnote</xsl:when>
      <xsl:when test="@m:style = 'header'">Header</xsl:when>
      <xsl:when test="@m:style = 'footer'">Footer</xsl:when>
      <xsl:when test="@m:style = 'image'">Picture</xsl:when>
      <xsl:when test="@m:style = 'toc'">Contents_20_Heading</xsl:when>
      <xsl:otherwise>Text_20_body</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:heading">
    <xsl:choose>
      <xsl:when test="@m:scope &gt; 0 and @m:depth &gt; 0">
        <text:list text:style-name="Headings_20_{@m:scope}">
          <xsl:choose>
            <xsl:when test="@m:first">
              <xsl:attribute name="xml:id">
                <xsl:value-of select="concat('headings-', @m:scope)"/>
              </xsl:attribute>
            </xsl:when>
            <xsl:otherwise>
              <xsl:attribute name="text:continue-list">
                <xsl:value-of select="concat('headings-', @m:scope)"/>
              </xsl:attribute>
            </xsl:otherwise>
          </xsl:choose>
          <xsl:call-template name="heading-item">
            <xsl:with-param name="depth" select="@m:depth"/>
          </xsl:call-template>
        </text:list>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="heading"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="heading-item">
    <xsl:param name="depth"/>
    <text:list-item>
      <xsl:choose>
        <xsl:when test="$depth &gt; 1">
          <text:list>
            <xsl:call-template name="heading-item">
              <xsl:with-param name="depth" select="$depth - 1"/>
            </xsl:call-template>
          </text:list>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="heading"/>
        </xsl:otherwise>
      </xsl:choose>
    </text:list-item>
  </xsl:template>

  <xsl:template name="heading">
    <text:h text:outline-level="{@m:level}">
      <xsl:attribute name="text:style-name">
        <xsl:call-template name="look"/>
      </xsl:attribute>
      <xsl:if test="$outline and not(@m:depth &gt; 0)">
        <xsl:attribute name="text:is-list-header">true</xsl:attribute>
      </xsl:if>
      <xsl:call-template name="line"/>
    </text:h>
  </xsl:template>

  <!-- Lists. The schema wants no item without a number among the others: such an item is told within
       the one before it. -->

  <xsl:template match="d:list">
    <text:list>
      <xsl:if test="@m:depth = 1 or ../../@m:family != @m:family">
        <xsl:attribute name="text:style-name">
          <xsl:value-of select="concat('List_20_', @m:family)"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="d:item[1][not(@m:label)]">
        <text:list-header>
          <xsl:apply-templates select="d:item[1]/node()"/>
          <xsl:apply-templates select="d:item[2][not(@m:label)]" mode="goes-on"/>
        </text:list-header>
      </xsl:if>
      <xsl:apply-templates select="d:item[@m:label]"/>
    </text:list>
  </xsl:template>

  <xsl:template match="d:item">
    <text:list-item>
      <xsl:variable name="first" select="not(preceding-sibling::d:item[1])"/>
      <xsl:if test="@m:value and ((@value) or ($first and (../@start or ../@m:follows or ../@m:family != ../../../@m:family)))">
        <xsl:attribute name="text:start-value">
          <xsl:value-of select="@m:value"/>
        </xsl:attribute>
      </xsl:if>
      <!-- The number stands before words, even if there are none. -->
      <xsl:if test="not(*[not(self::m:*)][1][self::d:p or self::d:section or self::d:image])">
        <text:p text:style-name="List"/>
      </xsl:if>
      <xsl:apply-templates/>
      <xsl:apply-templates select="following-sibling::d:item[1][not(@m:label)]" mode="goes-on"/>
    </text:list-item>
  </xsl:template>

  <xsl:template match="d:item" mode="goes-on">
    <xsl:apply-templates/>
    <xsl:apply-templates select="following-sibling::d:item[1][not(@m:label)]" mode="goes-on"/>
  </xsl:template>

  <!-- Table of contents. The pages are references, which are right as soon as the text is laid out. -->

  <xsl:template match="d:toc">
    <xsl:variable name="title">
      <xsl:choose>
        <xsl:when test="$french">Sommaire</xsl:when>
        <xsl:otherwise>Contents</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <text:table-of-content text:name="{$title}{count(preceding::d:toc) + 1}" text:protected="true"
                           text:style-name="Sect1">
      <text:table-of-content-source text:outline-level="{@m:depth}" text:use-index-marks="false">
        <text:index-title-template text:style-name="Contents_20_Heading">
          <xsl:value-of select="$title"/>
        </text:index-title-template>
        <xsl:call-template name="toc-levels"/>
      </text:table-of-content-source>
      <text:index-body>
        <text:index-title text:name="{$title}{count(preceding::d:toc) + 1}_Head">
          <text:p>
            <xsl:attribute name="text:style-name">
              <xsl:call-template name="look"/>
            </xsl:attribute>
            <xsl:value-of select="$title"/>
          </text:p>
        </text:index-title>
        <xsl:for-each select="m:entry">
          <text:p text:style-name="Contents_20_{@m:level}">
            <text:a xlink:type="simple" xlink:href="#{@m:to}" text:style-name="Index_20_Link"
                    text:visited-style-name="Index_20_Link">
              <xsl:if test="@m:label">
                <xsl:value-of select="concat(@m:label, ' ')"/>
              </xsl:if>
              <xsl:value-of select="."/>
              <text:tab/>
              <text:bookmark-ref text:reference-format="page" text:ref-name="{@m:to}"/>
            </text:a>
          </text:p>
        </xsl:for-each>
      </text:index-body>
    </text:table-of-content>
  </xsl:template>

  <xsl:template name="toc-levels">
    <xsl:param name="level" select="1"/>
    <text:table-of-content-entry-template text:outline-level="{$level}"
                                          text:style-name="Contents_20_{$level}">
      <text:index-entry-link-start text:style-name="Index_20_Link"/>
      <text:index-entry-chapter/>
      <text:index-entry-span>
        <xsl:text> </xsl:text>
      </text:index-entry-span>
      <text:index-entry-text/>
      <text:index-entry-tab-stop style:type="right" style:leader-char="."/>
      <text:index-entry-page-number/>
      <text:index-entry-link-end/>
    </text:table-of-content-entry-template>
    <xsl:if test="$level &lt; 10">
      <xsl:call-template name="toc-levels">
        <xsl:with-param name="level" select="$level + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
