<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- From a document, as mlg-outgoing completes it, to the parts of a Word document (ECMA-376). The
     parameter "part" says which one. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                exclude-result-prefixes="d m">
  <xsl:output method="xml" encoding="UTF-8" standalone="yes" indent="no"/>

  <xsl:param name="part">document</xsl:param>

  <xsl:variable name="root" select="/d:document"/>
  <xsl:variable name="french" select="starts-with($root/@xml:lang, 'fr')"/>
  <xsl:variable name="outline" select="boolean($root/m:scope[@m:index = 0]/@m:numbering)"/>
  <xsl:variable name="n-scopes" select="count($root/m:scope)"/>
  <!-- Twentieths of a point in a millimetre. -->
  <xsl:variable name="mm" select="56.6929"/>

  <xsl:include href="docx-package.xsl"/>
  <xsl:include href="docx-styles.xsl"/>
  <xsl:include href="docx-numbering.xsl"/>
  <xsl:include href="docx-table.xsl"/>
  <xsl:include href="docx-words.xsl"/>

  <xsl:template match="/d:document">
    <xsl:choose>
      <xsl:when test="$part = 'document'">
        <xsl:call-template name="document-part"/>
      </xsl:when>
      <xsl:when test="$part = 'header'">
        <xsl:call-template name="header-part"/>
      </xsl:when>
      <xsl:when test="$part = 'footer'">
        <xsl:call-template name="footer-part"/>
      </xsl:when>
      <xsl:when test="$part = 'footnotes'">
        <xsl:call-template name="footnotes-part"/>
      </xsl:when>
      <xsl:when test="$part = 'endnotes'">
        <xsl:call-template name="endnotes-part"/>
      </xsl:when>
      <xsl:when test="$part = 'comments'">
        <xsl:call-template name="comments-part"/>
      </xsl:when>
      <xsl:when test="$part = 'styles'">
        <xsl:call-template name="styles"/>
      </xsl:when>
      <xsl:when test="$part = 'numbering'">
        <xsl:call-template name="numbering"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="package-part"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The root of each part is a child of its template: so it declares all namespaces, once. -->

  <xsl:template name="document-part">
    <w:document>
      <w:body>
        <xsl:apply-templates select="d:body/node()"/>
        <xsl:if test="not(d:body/*)">
          <w:p/>
        </xsl:if>
        <xsl:call-template name="section">
          <xsl:with-param name="page" select="@m:last"/>
        </xsl:call-template>
      </w:body>
    </w:document>
  </xsl:template>

  <xsl:template name="header-part">
    <w:hdr>
      <xsl:apply-templates select="d:header/node()"/>
      <xsl:if test="not(d:header/*[last()][self::d:p])">
        <w:p/>
      </xsl:if>
    </w:hdr>
  </xsl:template>

  <xsl:template name="footer-part">
    <w:ftr>
      <xsl:apply-templates select="d:footer/node()"/>
      <xsl:if test="not(d:footer/*[last()][self::d:p])">
        <w:p/>
      </xsl:if>
    </w:ftr>
  </xsl:template>

  <xsl:template name="footnotes-part">
    <w:footnotes>
      <xsl:call-template name="separators">
        <xsl:with-param name="element">w:footnote</xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="d:body//d:footnote[not(@end = 'true')]" mode="note"/>
    </w:footnotes>
  </xsl:template>

  <xsl:template name="endnotes-part">
    <w:endnotes>
      <xsl:call-template name="separators">
        <xsl:with-param name="element">w:endnote</xsl:with-param>
      </xsl:call-template>
      <xsl:apply-templates select="d:body//d:footnote[@end = 'true']" mode="note"/>
    </w:endnotes>
  </xsl:template>

  <xsl:template name="comments-part">
    <w:comments>
      <xsl:apply-templates select="d:body//d:note" mode="note"/>
    </w:comments>
  </xsl:template>

  <!-- Pages: how they lie is said at the end of those that lie so. -->

  <xsl:template name="section">
    <xsl:param name="page"/>
    <w:sectPr>
      <xsl:if test="$root/d:header">
        <w:headerReference w:type="default" r:id="rIdHeader"/>
      </xsl:if>
      <xsl:if test="$root/d:footer">
        <w:footerReference w:type="default" r:id="rIdFooter"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$page = 'landscape'">
          <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>
        </xsl:when>
        <xsl:otherwise>
          <w:pgSz w:w="11906" w:h="16838"/>
        </xsl:otherwise>
      </xsl:choose>
      <w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"
               w:gutter="0"/>
    </w:sectPr>
  </xsl:template>

  <xsl:template match="m:turn" priority="1">
    <w:p>
      <w:pPr>
        <w:pStyle w:val="Spacer"/>
        <xsl:call-template name="section">
          <xsl:with-param name="page" select="@m:end"/>
        </xsl:call-template>
      </w:pPr>
    </w:p>
  </xsl:template>

  <!-- Blocks -->

  <xsl:template match="d:section">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:page-break | m:*"/>

  <xsl:template match="d:list">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:item">
    <!-- The number stands before words, even if there are none. -->
    <xsl:if test="not(*[not(self::m:*)][1][self::d:p or self::d:section or self::d:image])">
      <w:p>
        <w:pPr>
          <w:pStyle w:val="ListParagraph"/>
          <xsl:call-template name="item-number"/>
        </w:pPr>
      </w:p>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template name="item-number">
    <xsl:if test="@m:label">
      <w:numPr>
        <w:ilvl>
          <xsl:attribute name="w:val">
            <xsl:choose>
              <xsl:when test="../@m:depth &gt; 9">8</xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="../@m:depth - 1"/>
              </xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </w:ilvl>
        <w:numId w:val="{$n-scopes + @m:run}"/>
      </w:numPr>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:p | d:caption">
    <xsl:param name="first-run"/>
    <w:p>
      <xsl:call-template name="paragraph-properties"/>
      <xsl:copy-of select="$first-run"/>
      <xsl:call-template name="line"/>
    </w:p>
  </xsl:template>

  <xsl:template match="d:image[@m:style]" priority="1">
    <w:p>
      <xsl:call-template name="paragraph-properties"/>
      <xsl:call-template name="drawing"/>
    </w:p>
  </xsl:template>

  <xsl:template name="paragraph-properties">
    <!-- The first line of an item has its number; the others go on under its words. -->
    <xsl:variable name="item" select="parent::d:item"/>
    <xsl:variable name="numbered" select="$item/@m:label and not(preceding-sibling::*[not(self::m:*)])"/>
    <w:pPr>
      <w:pStyle>
        <xsl:attribute name="w:val">
          <xsl:call-template name="style-id">
            <xsl:with-param name="goes-on" select="$item and not($numbered)"/>
          </xsl:call-template>
        </xsl:attribute>
      </w:pStyle>
      <xsl:if test="(@m:break and not(@m:page)) or @m:table-break">
        <w:pageBreakBefore/>
      </xsl:if>
      <xsl:if test="$numbered">
        <xsl:for-each select="$item">
          <xsl:call-template name="item-number"/>
        </xsl:for-each>
      </xsl:if>
      <xsl:call-template name="alignment"/>
      <xsl:call-template name="page-end"/>
    </w:pPr>
  </xsl:template>

  <xsl:template name="alignment">
    <xsl:if test="@m:align">
      <w:jc>
        <xsl:attribute name="w:val">
          <xsl:choose>
            <xsl:when test="@m:align = 'justify'">both</xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="@m:align"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </w:jc>
    </xsl:if>
  </xsl:template>

  <xsl:template name="page-end">
    <xsl:if test="@m:end">
      <xsl:call-template name="section">
        <xsl:with-param name="page" select="@m:end"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="style-id">
    <xsl:param name="goes-on" select="false()"/>
    <xsl:choose>
      <xsl:when test="@m:style = 'body'">BodyText</xsl:when>
      <xsl:when test="@m:style = 'cell' or @m:style = 'head'">
        <xsl:choose>
          <xsl:when test="$goes-on">
            <xsl:call-template name="continue-id"/>
          </xsl:when>
          <xsl:when test="@m:style = 'head'">TableHeading</xsl:when>
          <xsl:otherwise>TableContents</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="@m:style = 'list'">
        <xsl:choose>
          <xsl:when test="$goes-on">
            <xsl:call-template name="continue-id"/>
          </xsl:when>
          <xsl:otherwise>ListParagraph</xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="@m:style = 'title'">Title</xsl:when>
      <xsl:when test="@m:style = 'subtitle'">Subtitle</xsl:when>
      <xsl:when test="@m:style = 'quote'">Quote</xsl:when>
      <xsl:when test="@m:style = 'address'">Address</xsl:when>
      <xsl:when test="@m:style = 'signature'">Signature</xsl:when>
      <xsl:when test="@m:style = 'small'">SmallPrint</xsl:when>
      <xsl:when test="@m:style = 'caption'">Caption</xsl:when>
      <xsl:when test="$goes-on">
        <xsl:call-template name="continue-id"/>
      </xsl:when>
      <xsl:when test="@m:style = 'footnotes'">FootnoteText</xsl:when>
      <xsl:when test="@m:style = 'endnotes'">EndnoteText</xsl:when>
      <xsl:when test="@m:style = 'comments'">CommentText</xsl:when>
      <xsl:when test="@m:style = 'header'">Header</xsl:when>
      <xsl:when test="@m:style = 'footer'">Footer</xsl:when>
      <xsl:when test="@m:style = 'image'">Picture</xsl:when>
      <xsl:otherwise>BodyText</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="continue-id">
    <xsl:variable name="depth" select="ancestor::d:list[1]/@m:depth"/>
    <xsl:text>ListContinue</xsl:text>
    <xsl:choose>
      <xsl:when test="$depth &gt; 9">9</xsl:when>
      <xsl:when test="$depth &gt; 1">
        <xsl:value-of select="$depth"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Headings -->

  <xsl:template name="heading-level">
    <xsl:param name="level" select="@m:level"/>
    <xsl:choose>
      <xsl:when test="$level &gt; 9">9</xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$level"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:heading">
    <xsl:variable name="level">
      <xsl:call-template name="heading-level"/>
    </xsl:variable>
    <xsl:variable name="depth">
      <xsl:call-template name="heading-level">
        <xsl:with-param name="level" select="@m:depth"/>
      </xsl:call-template>
    </xsl:variable>
    <w:p>
      <w:pPr>
        <w:pStyle w:val="Heading{$level}"/>
        <xsl:if test="@m:break and not(@m:page)">
          <w:pageBreakBefore/>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@m:depth &gt; 0 and @m:scope &gt; 0">
            <w:numPr>
              <w:ilvl w:val="{$depth - 1}"/>
              <w:numId w:val="{@m:scope + 1}"/>
            </w:numPr>
          </xsl:when>
          <xsl:when test="$outline and not(@m:depth &gt; 0)">
            <w:numPr>
              <w:ilvl w:val="0"/>
              <w:numId w:val="0"/>
            </w:numPr>
          </xsl:when>
        </xsl:choose>
        <xsl:call-template name="page-end"/>
      </w:pPr>
      <xsl:call-template name="line"/>
    </w:p>
  </xsl:template>

  <!-- Table of contents: a field, with the entries that it gave. -->

  <xsl:template match="d:toc">
    <xsl:variable name="depth">
      <xsl:call-template name="heading-level">
        <xsl:with-param name="level" select="@m:depth"/>
      </xsl:call-template>
    </xsl:variable>
    <w:sdt>
      <w:sdtPr>
        <w:docPartObj>
          <w:docPartGallery w:val="Table of Contents"/>
          <w:docPartUnique/>
        </w:docPartObj>
      </w:sdtPr>
      <w:sdtContent>
        <w:p>
          <w:pPr>
            <w:pStyle w:val="TOCHeading"/>
            <xsl:if test="@m:break and not(@m:page)">
              <w:pageBreakBefore/>
            </xsl:if>
          </w:pPr>
          <w:r>
            <w:t>
              <xsl:choose>
                <xsl:when test="$french">Sommaire</xsl:when>
                <xsl:otherwise>Contents</xsl:otherwise>
              </xsl:choose>
            </w:t>
          </w:r>
        </w:p>
        <xsl:if test="not(m:entry)">
          <w:p>
            <w:pPr>
              <w:pStyle w:val="TOC1"/>
            </w:pPr>
            <xsl:call-template name="toc-begin">
              <xsl:with-param name="depth" select="$depth"/>
            </xsl:call-template>
          </w:p>
        </xsl:if>
        <xsl:for-each select="m:entry">
          <xsl:variable name="level">
            <xsl:call-template name="heading-level"/>
          </xsl:variable>
          <w:p>
            <w:pPr>
              <w:pStyle w:val="TOC{$level}"/>
            </w:pPr>
            <xsl:if test="position() = 1">
              <xsl:call-template name="toc-begin">
                <xsl:with-param name="depth" select="$depth"/>
              </xsl:call-template>
            </xsl:if>
            <w:hyperlink w:history="1">
              <xsl:attribute name="w:anchor">
                <xsl:call-template name="bookmark-name">
                  <xsl:with-param name="name" select="@m:to"/>
                </xsl:call-template>
              </xsl:attribute>
              <w:r>
                <w:t xml:space="preserve"><xsl:if test="@m:label"><xsl:value-of select="concat(@m:label, ' ')"/></xsl:if><xsl:value-of select="."/></w:t>
              </w:r>
              <w:r>
                <w:tab/>
              </w:r>
              <xsl:call-template name="field">
                <xsl:with-param name="code">PAGEREF</xsl:with-param>
                <xsl:with-param name="name" select="@m:to"/>
                <xsl:with-param name="words" select="@m:page"/>
              </xsl:call-template>
            </w:hyperlink>
          </w:p>
        </xsl:for-each>
        <w:p>
          <w:pPr>
            <w:pStyle w:val="TOC1"/>
          </w:pPr>
          <w:r>
            <w:fldChar w:fldCharType="end"/>
          </w:r>
        </w:p>
      </w:sdtContent>
    </w:sdt>
  </xsl:template>

  <xsl:template name="toc-begin">
    <xsl:param name="depth"/>
    <w:r>
      <w:fldChar w:fldCharType="begin"/>
    </w:r>
    <w:r>
      <w:instrText xml:space="preserve"> TOC \o "1-<xsl:value-of select="$depth"/>" \h \z \u </w:instrText>
    </w:r>
    <w:r>
      <w:fldChar w:fldCharType="separate"/>
    </w:r>
  </xsl:template>
</xsl:stylesheet>
