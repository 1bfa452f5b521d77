<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- What holds a Word document together: the kinds of its parts, how they refer to each other, its
     settings and its properties. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                exclude-result-prefixes="d m w">
  <xsl:variable name="relation">http://schemas.openxmlformats.org/officeDocument/2006/relationships/</xsl:variable>
  <xsl:variable name="text-type">application/vnd.openxmlformats-officedocument.wordprocessingml.</xsl:variable>

  <xsl:template name="package-part">
    <xsl:choose>
      <xsl:when test="$part = 'types'">
        <xsl:call-template name="types"/>
      </xsl:when>
      <xsl:when test="$part = 'root-relations'">
        <xsl:call-template name="root-relations"/>
      </xsl:when>
      <xsl:when test="$part = 'settings'">
        <xsl:call-template name="settings"/>
      </xsl:when>
      <xsl:when test="$part = 'core'">
        <xsl:call-template name="core"/>
      </xsl:when>
      <xsl:when test="$part = 'app'">
        <ep:Properties xmlns:ep="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
          <ep:Application>Maillage</ep:Application>
        </ep:Properties>
      </xsl:when>
      <!-- "relations-" and the name of the part that they are of. -->
      <xsl:otherwise>
        <xsl:call-template name="relations">
          <xsl:with-param name="of" select="substring-after($part, 'relations-')"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="types">
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Default Extension="xml" ContentType="application/xml"/>
      <Default Extension="png" ContentType="image/png"/>
      <Default Extension="jpeg" ContentType="image/jpeg"/>
      <Default Extension="gif" ContentType="image/gif"/>
      <Default Extension="svg" ContentType="image/svg+xml"/>
      <Default Extension="webp" ContentType="image/webp"/>
      <Override PartName="/word/document.xml" ContentType="{$text-type}document.main+xml"/>
      <Override PartName="/word/styles.xml" ContentType="{$text-type}styles+xml"/>
      <Override PartName="/word/numbering.xml" ContentType="{$text-type}numbering+xml"/>
      <Override PartName="/word/settings.xml" ContentType="{$text-type}settings+xml"/>
      <xsl:if test="d:header">
        <Override PartName="/word/header.xml" ContentType="{$text-type}header+xml"/>
      </xsl:if>
      <xsl:if test="d:footer">
        <Override PartName="/word/footer.xml" ContentType="{$text-type}footer+xml"/>
      </xsl:if>
      <xsl:if test="@m:footnotes">
        <Override PartName="/word/footnotes.xml" ContentType="{$text-type}footnotes+xml"/>
      </xsl:if>
      <xsl:if test="@m:endnotes">
        <Override PartName="/word/endnotes.xml" ContentType="{$text-type}endnotes+xml"/>
      </xsl:if>
      <xsl:if test="@m:comments">
        <Override PartName="/word/comments.xml" ContentType="{$text-type}comments+xml"/>
      </xsl:if>
      <Override PartName="/docProps/core.xml"
                ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
      <Override PartName="/docProps/app.xml"
                ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
    </Types>
  </xsl:template>

  <xsl:template name="root-relations">
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="{$relation}officeDocument" Target="word/document.xml"/>
      <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
                    Target="docProps/core.xml"/>
      <Relationship Id="rId3" Type="{$relation}extended-properties" Target="docProps/app.xml"/>
    </Relationships>
  </xsl:template>

  <!-- Links and images are told by the part in which they stand. -->
  <xsl:template name="relations">
    <xsl:param name="of"/>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <xsl:if test="$of = 'body'">
        <Relationship Id="rIdStyles" Type="{$relation}styles" Target="styles.xml"/>
        <Relationship Id="rIdNumbering" Type="{$relation}numbering" Target="numbering.xml"/>
        <Relationship Id="rIdSettings" Type="{$relation}settings" Target="settings.xml"/>
        <xsl:if test="d:header">
          <Relationship Id="rIdHeader" Type="{$relation}header" Target="header.xml"/>
        </xsl:if>
        <xsl:if test="d:footer">
          <Relationship Id="rIdFooter" Type="{$relation}footer" Target="footer.xml"/>
        </xsl:if>
        <xsl:if test="@m:footnotes">
          <Relationship Id="rIdFootnotes" Type="{$relation}footnotes" Target="footnotes.xml"/>
        </xsl:if>
        <xsl:if test="@m:endnotes">
          <Relationship Id="rIdEndnotes" Type="{$relation}endnotes" Target="endnotes.xml"/>
        </xsl:if>
        <xsl:if test="@m:comments">
          <Relationship Id="rIdComments" Type="{$relation}comments" Target="comments.xml"/>
        </xsl:if>
      </xsl:if>
      <xsl:for-each select="m:relation[@m:part = $of][@m:kind = 'image']">
        <Relationship Id="rIdImage{@m:index}" Type="{$relation}image" Target="media/{@m:target}"/>
      </xsl:for-each>
      <xsl:for-each select="m:relation[@m:part = $of][@m:kind = 'link']">
        <Relationship Id="rIdLink{@m:index}" Type="{$relation}hyperlink" Target="{@m:target}"
                      TargetMode="External"/>
      </xsl:for-each>
    </Relationships>
  </xsl:template>

  <xsl:template name="settings">
    <w:settings>
      <w:defaultTabStop w:val="709"/>
      <xsl:if test="@m:footnotes">
        <w:footnotePr>
          <w:footnote w:id="-1"/>
          <w:footnote w:id="0"/>
        </w:footnotePr>
      </xsl:if>
      <xsl:if test="@m:endnotes">
        <w:endnotePr>
          <w:endnote w:id="-1"/>
          <w:endnote w:id="0"/>
        </w:endnotePr>
      </xsl:if>
      <w:compat>
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
                         w:val="15"/>
      </w:compat>
      <w:themeFontLang>
        <xsl:attribute name="w:val">
          <xsl:call-template name="language">
            <xsl:with-param name="tag" select="@xml:lang"/>
          </xsl:call-template>
        </xsl:attribute>
      </w:themeFontLang>
      <w:decimalSymbol w:val=","/>
      <w:listSeparator w:val=";"/>
    </w:settings>
  </xsl:template>

  <xsl:template name="core">
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                       xmlns:dc="http://purl.org/dc/elements/1.1/"
                       xmlns:dcterms="http://purl.org/dc/terms/"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
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
      <xsl:if test="d:head/d:author">
        <dc:creator>
          <xsl:for-each select="d:head/d:author">
            <xsl:if test="position() &gt; 1">; </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </dc:creator>
      </xsl:if>
      <xsl:if test="d:head/d:keyword">
        <cp:keywords>
          <xsl:for-each select="d:head/d:keyword">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:value-of select="."/>
          </xsl:for-each>
        </cp:keywords>
      </xsl:if>
      <dc:language>
        <xsl:value-of select="@xml:lang"/>
      </dc:language>
      <xsl:if test="d:head/d:date">
        <dcterms:created xsi:type="dcterms:W3CDTF">
          <xsl:value-of select="concat(d:head/d:date, 'T00:00:00Z')"/>
        </dcterms:created>
        <dcterms:modified xsi:type="dcterms:W3CDTF">
          <xsl:value-of select="concat(d:head/d:date, 'T00:00:00Z')"/>
        </dcterms:modified>
      </xsl:if>
    </cp:coreProperties>
  </xsl:template>
</xsl:stylesheet>
