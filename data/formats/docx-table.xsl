<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Tables of Word documents. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                exclude-result-prefixes="d m r">
  <xsl:template match="d:table">
    <xsl:apply-templates select="d:caption"/>
    <w:tbl>
      <w:tblPr>
        <w:tblStyle>
          <xsl:attribute name="w:val">
            <xsl:choose>
              <xsl:when test="@borders = 'false'">PlainTable</xsl:when>
              <xsl:otherwise>RuledTable</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </w:tblStyle>
        <w:tblW w:w="{round(@m:width * $mm)}" w:type="dxa"/>
        <xsl:if test="@m:depth &gt; 0">
          <w:tblInd w:w="{@m:depth * 425}" w:type="dxa"/>
        </xsl:if>
        <w:tblLayout w:type="fixed"/>
        <w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
                   w:noHBand="1" w:noVBand="1"/>
        <xsl:if test="d:caption">
          <w:tblCaption w:val="{normalize-space(d:caption)}"/>
        </xsl:if>
      </w:tblPr>
      <w:tblGrid>
        <xsl:for-each select="m:column">
          <w:gridCol w:w="{round(@m:width * $mm)}"/>
        </xsl:for-each>
      </w:tblGrid>
      <xsl:apply-templates select="d:row"/>
    </w:tbl>
    <!-- Tables without a line between them would become one, and one does not end a cell. -->
    <w:p>
      <w:pPr>
        <w:pStyle w:val="Spacer"/>
      </w:pPr>
    </w:p>
  </xsl:template>

  <xsl:template match="d:row">
    <w:tr>
      <w:trPr>
        <xsl:if test="m:filler and (d:cell or m:covered)">
          <w:gridAfter w:val="{m:filler/@m:columns}"/>
        </xsl:if>
        <!-- Low enough for any page: it is not cut. -->
        <xsl:if test="@header = 'true' or @m:whole">
          <w:cantSplit/>
        </xsl:if>
        <xsl:if test="@header = 'true'">
          <w:tblHeader/>
        </xsl:if>
      </w:trPr>
      <xsl:apply-templates select="*" mode="cell"/>
    </w:tr>
  </xsl:template>

  <xsl:template name="cell-width">
    <xsl:param name="first"/>
    <xsl:param name="columns"/>
    <w:tcW w:w="{round(sum(../../m:column[position() &gt; $first and position() &lt;= $first + $columns]/@m:width) * $mm)}"
           w:type="dxa"/>
    <xsl:if test="$columns &gt; 1">
      <w:gridSpan w:val="{$columns}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:cell" mode="cell">
    <w:tc>
      <w:tcPr>
        <xsl:call-template name="cell-width">
          <xsl:with-param name="first" select="@m:column"/>
          <xsl:with-param name="columns" select="@m:columns"/>
        </xsl:call-template>
        <xsl:if test="@m:rows &gt; 1">
          <w:vMerge w:val="restart"/>
        </xsl:if>
        <xsl:if test="(@header = 'true' or ../@header = 'true') and not(../../@borders = 'false')">
          <w:shd w:val="clear" w:color="auto" w:fill="EEF1F6"/>
        </xsl:if>
      </w:tcPr>
      <xsl:apply-templates/>
      <xsl:if test="not(*)">
        <w:p>
          <w:pPr>
            <w:pStyle w:val="TableContents"/>
          </w:pPr>
        </w:p>
      </xsl:if>
    </w:tc>
  </xsl:template>

  <xsl:template match="m:covered" mode="cell">
    <w:tc>
      <w:tcPr>
        <xsl:call-template name="cell-width">
          <xsl:with-param name="first" select="sum(preceding-sibling::d:cell/@m:columns | preceding-sibling::m:covered/@m:colspan)"/>
          <xsl:with-param name="columns" select="@m:colspan"/>
        </xsl:call-template>
        <w:vMerge/>
      </w:tcPr>
      <w:p>
        <w:pPr>
          <w:pStyle w:val="TableContents"/>
        </w:pPr>
      </w:p>
    </w:tc>
  </xsl:template>

  <xsl:template match="m:filler" mode="cell"/>

  <!-- A row has a cell. -->
  <xsl:template match="d:row[not(d:cell or m:covered)]/m:filler" mode="cell" priority="1">
    <w:tc>
      <w:tcPr>
        <xsl:call-template name="cell-width">
          <xsl:with-param name="first" select="0"/>
          <xsl:with-param name="columns" select="@m:columns"/>
        </xsl:call-template>
      </w:tcPr>
      <w:p/>
    </w:tc>
  </xsl:template>
</xsl:stylesheet>
