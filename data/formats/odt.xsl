<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- From a document, as mlg-outgoing completes it, to OpenDocument 1.3 text. The parameter "part" says
     which: content, styles or meta, the parts of a package, or flat, all in one file. The text itself is
     left to mlg-odf-body, which puts it where a processing instruction says. -->
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

  <xsl:include href="odt-styles.xsl"/>

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

  <!-- The root of each part is a child of its template: so it declares all namespaces, once,
       those of the text among them. -->

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
        <xsl:processing-instruction name="maillage">body</xsl:processing-instruction>
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
</xsl:stylesheet>
