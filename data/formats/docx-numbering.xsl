<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- How headings and lists of Word documents are numbered. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                exclude-result-prefixes="d m">
  <xsl:template name="numbering">
    <w:numbering>
      <xsl:for-each select="m:scope[@m:numbering]">
        <w:abstractNum w:abstractNumId="{@m:index}">
          <w:multiLevelType w:val="multilevel"/>
          <xsl:call-template name="scope-level"/>
        </w:abstractNum>
      </xsl:for-each>
      <xsl:for-each select="m:family">
        <w:abstractNum w:abstractNumId="{$n-scopes + @m:index}">
          <w:multiLevelType w:val="multilevel"/>
          <xsl:apply-templates select="m:level[@m:depth &lt; 10]" mode="numbering"/>
        </w:abstractNum>
      </xsl:for-each>
      <xsl:for-each select="m:scope[@m:numbering]">
        <w:num w:numId="{@m:index + 1}">
          <w:abstractNumId w:val="{@m:index}"/>
        </w:num>
      </xsl:for-each>
      <xsl:for-each select="m:run">
        <w:num w:numId="{$n-scopes + @m:index}">
          <w:abstractNumId w:val="{$n-scopes + @m:family}"/>
          <xsl:if test="@m:depth &lt; 10">
            <w:lvlOverride w:ilvl="{@m:depth - 1}">
              <w:startOverride w:val="{@m:start}"/>
            </w:lvlOverride>
          </xsl:if>
        </w:num>
      </xsl:for-each>
    </w:numbering>
  </xsl:template>

  <xsl:template name="number-format">
    <xsl:param name="numbering"/>
    <w:numFmt>
      <xsl:attribute name="w:val">
        <xsl:choose>
          <xsl:when test="$numbering = 'lower-letter'">lowerLetter</xsl:when>
          <xsl:when test="$numbering = 'upper-letter'">upperLetter</xsl:when>
          <xsl:when test="$numbering = 'lower-roman'">lowerRoman</xsl:when>
          <xsl:when test="$numbering = 'upper-roman'">upperRoman</xsl:when>
          <xsl:otherwise>decimal</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
    </w:numFmt>
  </xsl:template>

  <!-- "%1.%2.%3": the numbers from one level to another. -->
  <xsl:template name="level-text">
    <xsl:param name="from"/>
    <xsl:param name="to"/>
    <xsl:value-of select="concat('%', $from)"/>
    <xsl:if test="$from &lt; $to">
      <xsl:text>.</xsl:text>
      <xsl:call-template name="level-text">
        <xsl:with-param name="from" select="$from + 1"/>
        <xsl:with-param name="to" select="$to"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Headings: the first level counts as the scope says. -->
  <xsl:template name="scope-level">
    <xsl:param name="level" select="1"/>
    <w:lvl w:ilvl="{$level - 1}">
      <w:start w:val="1"/>
      <xsl:choose>
        <xsl:when test="$level = 1">
          <xsl:call-template name="number-format">
            <xsl:with-param name="numbering" select="@m:numbering"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <w:numFmt w:val="decimal"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="@m:index = 0">
        <w:pStyle w:val="Heading{$level}"/>
      </xsl:if>
      <w:suff w:val="space"/>
      <w:lvlText>
        <xsl:attribute name="w:val">
          <xsl:if test="$level = 1">
            <xsl:value-of select="@m:before"/>
          </xsl:if>
          <xsl:call-template name="level-text">
            <xsl:with-param name="from" select="1"/>
            <xsl:with-param name="to" select="$level"/>
          </xsl:call-template>
          <xsl:if test="$level = 1">
            <xsl:value-of select="@m:after"/>
          </xsl:if>
        </xsl:attribute>
      </w:lvlText>
      <w:lvlJc w:val="left"/>
      <w:pPr>
        <w:ind w:left="0" w:firstLine="0"/>
      </w:pPr>
    </w:lvl>
    <xsl:if test="$level &lt; 9">
      <xsl:call-template name="scope-level">
        <xsl:with-param name="level" select="$level + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Lists. A label that shows several levels is wider. -->
  <xsl:template match="m:level" mode="numbering">
    <xsl:variable name="more">
      <xsl:choose>
        <xsl:when test="@m:levels &gt; 1">
          <xsl:value-of select="227 * (@m:levels - 1)"/>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <w:lvl w:ilvl="{@m:depth - 1}">
      <w:start w:val="1"/>
      <xsl:choose>
        <xsl:when test="@m:numbering">
          <xsl:call-template name="number-format">
            <xsl:with-param name="numbering" select="@m:numbering"/>
          </xsl:call-template>
          <w:lvlText>
            <xsl:attribute name="w:val">
              <xsl:value-of select="@m:before"/>
              <xsl:call-template name="level-text">
                <xsl:with-param name="from" select="@m:depth - @m:levels + 1"/>
                <xsl:with-param name="to" select="@m:depth"/>
              </xsl:call-template>
              <xsl:value-of select="@m:after"/>
            </xsl:attribute>
          </w:lvlText>
        </xsl:when>
        <xsl:otherwise>
          <w:numFmt w:val="bullet"/>
          <w:lvlText>
            <xsl:attribute name="w:val">
              <xsl:choose>
                <xsl:when test="@m:depth mod 3 = 1">•</xsl:when>
                <xsl:when test="@m:depth mod 3 = 2">–</xsl:when>
                <xsl:otherwise>▪</xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </w:lvlText>
        </xsl:otherwise>
      </xsl:choose>
      <w:lvlJc w:val="left"/>
      <w:pPr>
        <w:ind w:left="{@m:depth * 425 + $more}" w:hanging="{369 + $more}"/>
      </w:pPr>
    </w:lvl>
  </xsl:template>
</xsl:stylesheet>
