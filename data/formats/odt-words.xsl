<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The words of OpenDocument text: what stands inside a line. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:xlink="http://www.w3.org/1999/xlink"
                exclude-result-prefixes="d m">
  <!-- What points to a line finds all of it between two marks. -->
  <xsl:template name="line">
    <xsl:for-each select="m:anchor">
      <text:bookmark-start text:name="{@m:name}"/>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <text:span text:style-name="Language.{@xml:lang}">
          <xsl:apply-templates/>
        </text:span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="m:anchor">
      <text:bookmark-end text:name="{@m:name}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="d:b">
    <text:span text:style-name="Strong_20_Emphasis">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>

  <xsl:template match="d:i">
    <text:span text:style-name="Emphasis">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>

  <xsl:template match="d:sup">
    <text:span text:style-name="Superscript">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>

  <xsl:template match="d:sub">
    <text:span text:style-name="Subscript">
      <xsl:apply-templates/>
    </text:span>
  </xsl:template>

  <xsl:template match="d:span">
    <xsl:if test="@xml:id">
      <text:bookmark-start text:name="{@xml:id}"/>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@xml:lang">
        <text:span text:style-name="Language.{@xml:lang}">
          <xsl:apply-templates/>
        </text:span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="@xml:id">
      <text:bookmark-end text:name="{@xml:id}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:field">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:field[@missing = 'true']">
    <text:span text:style-name="Gap">
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>]</xsl:text>
    </text:span>
  </xsl:template>

  <xsl:template match="d:link">
    <text:a xlink:type="simple" xlink:href="{@href}" text:style-name="Internet_20_link"
            text:visited-style-name="Visited_20_Internet_20_Link">
      <xsl:apply-templates/>
    </text:a>
  </xsl:template>

  <!-- References that programs keep up to date: numbers, titles and pages. -->
  <xsl:template match="d:ref">
    <xsl:variable name="format">
      <xsl:choose>
        <xsl:when test="@show = 'page'">page</xsl:when>
        <xsl:when test="@m:words and @show = 'title'">text</xsl:when>
        <xsl:when test="@m:words and @m:target and not(@show = 'words')">number</xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$format = ''">
        <text:a xlink:type="simple" xlink:href="#{@to}">
          <xsl:call-template name="reference-words"/>
        </text:a>
      </xsl:when>
      <xsl:otherwise>
        <text:bookmark-ref text:reference-format="{$format}" text:ref-name="{@to}">
          <xsl:choose>
            <xsl:when test="@m:words">
              <xsl:value-of select="@m:words"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="."/>
            </xsl:otherwise>
          </xsl:choose>
        </text:bookmark-ref>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="reference-words">
    <xsl:choose>
      <xsl:when test="@m:words">
        <xsl:value-of select="@m:words"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="d:br">
    <text:line-break/>
  </xsl:template>

  <xsl:template match="d:tab">
    <text:tab/>
  </xsl:template>

  <xsl:template match="d:page-number">
    <text:page-number text:select-page="current">1</text:page-number>
  </xsl:template>

  <xsl:template match="d:page-count">
    <text:page-count>1</text:page-count>
  </xsl:template>

  <!-- Notes -->

  <xsl:template match="d:footnote">
    <xsl:if test="@xml:id">
      <text:bookmark text:name="{@xml:id}"/>
    </xsl:if>
    <text:note text:id="ftn{@m:index}">
      <xsl:attribute name="text:note-class">
        <xsl:choose>
          <xsl:when test="@end = 'true'">endnote</xsl:when>
          <xsl:otherwise>footnote</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <text:note-citation>
        <xsl:value-of select="@m:number"/>
      </text:note-citation>
      <text:note-body>
        <xsl:apply-templates/>
        <xsl:if test="not(*)">
          <text:p text:style-name="Footnote"/>
        </xsl:if>
      </text:note-body>
    </text:note>
  </xsl:template>

  <xsl:template match="d:note">
    <office:annotation>
      <xsl:if test="@author">
        <dc:creator>
          <xsl:value-of select="@author"/>
        </dc:creator>
      </xsl:if>
      <xsl:if test="@date">
        <dc:date>
          <xsl:value-of select="@date"/>
          <xsl:if test="not(contains(@date, 'T'))">T00:00:00</xsl:if>
        </dc:date>
      </xsl:if>
      <xsl:apply-templates mode="note"/>
    </office:annotation>
  </xsl:template>

  <!-- A note has paragraphs and lists, without styles. -->

  <xsl:template match="d:p | d:caption | d:heading" mode="note">
    <text:p>
      <xsl:apply-templates select="node()[not(self::d:image)]"/>
    </text:p>
  </xsl:template>

  <xsl:template match="d:list" mode="note">
    <text:list>
      <xsl:apply-templates mode="note"/>
    </text:list>
  </xsl:template>

  <xsl:template match="d:item" mode="note">
    <text:list-item>
      <xsl:apply-templates mode="note"/>
    </text:list-item>
  </xsl:template>

  <xsl:template match="d:image" mode="note">
    <text:p>
      <xsl:value-of select="@alt"/>
    </text:p>
  </xsl:template>

  <xsl:template match="*" mode="note" priority="-1">
    <xsl:apply-templates mode="note"/>
  </xsl:template>

  <!-- Images -->

  <xsl:template match="d:image">
    <xsl:call-template name="frame"/>
  </xsl:template>

  <xsl:template match="d:image[@m:style]" priority="1">
    <text:p>
      <xsl:attribute name="text:style-name">
        <xsl:call-template name="look"/>
      </xsl:attribute>
      <xsl:call-template name="frame"/>
    </text:p>
  </xsl:template>

  <xsl:template name="frame">
    <xsl:if test="@xml:id">
      <text:bookmark text:name="{@xml:id}"/>
    </xsl:if>
    <draw:frame draw:name="Image{@m:index}" draw:style-name="Frame" text:anchor-type="as-char"
                svg:width="{@m:width}mm" svg:height="{@m:height}mm" draw:z-index="0">
      <draw:image draw:mime-type="{@type}">
        <xsl:choose>
          <xsl:when test="$part = 'flat'">
            <office:binary-data>
              <xsl:value-of select="."/>
            </office:binary-data>
          </xsl:when>
          <xsl:otherwise>
            <xsl:attribute name="xlink:href">
              <xsl:value-of select="concat('Pictures/', @m:file)"/>
            </xsl:attribute>
            <xsl:attribute name="xlink:type">simple</xsl:attribute>
            <xsl:attribute name="xlink:show">embed</xsl:attribute>
            <xsl:attribute name="xlink:actuate">onLoad</xsl:attribute>
          </xsl:otherwise>
        </xsl:choose>
      </draw:image>
      <xsl:if test="@alt != ''">
        <svg:title>
          <xsl:value-of select="@alt"/>
        </svg:title>
        <svg:desc>
          <xsl:value-of select="@alt"/>
        </svg:desc>
      </xsl:if>
    </draw:frame>
  </xsl:template>
</xsl:stylesheet>
