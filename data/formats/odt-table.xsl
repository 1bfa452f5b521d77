<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- Tables of OpenDocument text. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                exclude-result-prefixes="d m">
  <xsl:template match="d:table">
    <xsl:choose>
      <!-- No table may stand in an item of a list: programs drop it with its words. It stands in a frame of the
           line. -->
      <xsl:when test="@m:depth &gt; 0">
        <text:p text:style-name="List">
          <draw:frame draw:name="Frame{@m:index}" draw:style-name="Frame.table" text:anchor-type="as-char"
                      svg:width="{@m:width}mm" draw:z-index="0">
            <draw:text-box fo:min-height="1mm">
              <xsl:call-template name="table"/>
            </draw:text-box>
          </draw:frame>
        </text:p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="table"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="table">
    <xsl:apply-templates select="d:caption"/>
    <table:table table:name="Table{@m:index}" table:style-name="T{@m:index}">
      <xsl:variable name="index" select="@m:index"/>
      <xsl:for-each select="m:column">
        <table:table-column table:style-name="T{$index}.{position()}"/>
      </xsl:for-each>
      <xsl:if test="d:row[@header = 'true']">
        <table:table-header-rows>
          <xsl:apply-templates select="d:row[@header = 'true']"/>
        </table:table-header-rows>
      </xsl:if>
      <xsl:apply-templates select="d:row[not(@header = 'true')]"/>
    </table:table>
  </xsl:template>

  <xsl:template match="d:caption">
    <text:p text:style-name="Table">
      <xsl:call-template name="line"/>
    </text:p>
  </xsl:template>

  <xsl:template match="d:row">
    <table:table-row table:style-name="Row">
      <xsl:if test="@m:whole">
        <xsl:attribute name="table:style-name">Row.whole</xsl:attribute>
      </xsl:if>
      <xsl:apply-templates select="*" mode="cell"/>
    </table:table-row>
  </xsl:template>

  <xsl:template match="d:cell" mode="cell">
    <xsl:choose>
      <xsl:when test="@m:plain">
        <table:table-cell office:value-type="string" table:style-name="Cell">
          <xsl:apply-templates/>
        </table:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="other-cell"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="other-cell">
    <xsl:choose>
      <xsl:when test="../../@borders = 'false'">
        <table:table-cell office:value-type="string" table:style-name="Cell.plain">
          <xsl:call-template name="cell"/>
        </table:table-cell>
      </xsl:when>
      <xsl:when test="@header = 'true' or ../@header = 'true'">
        <table:table-cell office:value-type="string" table:style-name="Cell.head">
          <xsl:call-template name="cell"/>
        </table:table-cell>
      </xsl:when>
      <xsl:otherwise>
        <table:table-cell office:value-type="string" table:style-name="Cell">
          <xsl:call-template name="cell"/>
        </table:table-cell>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="covered">
      <xsl:with-param name="columns" select="@m:columns - 1"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:if test="@m:columns &gt; 1 or @m:rows &gt; 1">
      <xsl:attribute name="table:number-columns-spanned">
        <xsl:value-of select="@m:columns"/>
      </xsl:attribute>
      <xsl:attribute name="table:number-rows-spanned">
        <xsl:value-of select="@m:rows"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
    <!-- Programs want a line in every cell, and one after a table. -->
    <xsl:if test="not(*) or *[last()][self::d:table]">
      <text:p text:style-name="Table_20_Contents"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="m:covered" mode="cell">
    <xsl:call-template name="covered">
      <xsl:with-param name="columns" select="@m:colspan"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="m:filler" mode="cell">
    <table:table-cell table:style-name="Cell.plain" table:number-columns-repeated="{@m:columns}">
      <text:p text:style-name="Table_20_Contents"/>
    </table:table-cell>
  </xsl:template>

  <xsl:template name="covered">
    <xsl:param name="columns"/>
    <xsl:if test="$columns &gt; 0">
      <table:covered-table-cell>
        <xsl:if test="$columns &gt; 1">
          <xsl:attribute name="table:number-columns-repeated">
            <xsl:value-of select="$columns"/>
          </xsl:attribute>
        </xsl:if>
      </table:covered-table-cell>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
