<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- The words of Word documents: runs, each with all of its looks. The parameter "marks" holds a sign
     for each look around: b, i, ^ (superscript), _ (subscript), l (link), g (gap). -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
                xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
                xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
                exclude-result-prefixes="d m">
  <xsl:template name="line">
    <xsl:for-each select="m:anchor">
      <xsl:call-template name="bookmark-start">
        <xsl:with-param name="id" select="@m:index"/>
        <xsl:with-param name="name" select="@m:name"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:apply-templates>
      <xsl:with-param name="lang" select="@xml:lang"/>
    </xsl:apply-templates>
    <xsl:for-each select="m:anchor">
      <w:bookmarkEnd w:id="{@m:index}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="bookmark-start">
    <xsl:param name="id"/>
    <xsl:param name="name"/>
    <w:bookmarkStart w:id="{$id}">
      <xsl:attribute name="w:name">
        <xsl:call-template name="bookmark-name">
          <xsl:with-param name="name" select="$name"/>
        </xsl:call-template>
      </xsl:attribute>
    </w:bookmarkStart>
  </xsl:template>

  <!-- Letters, digits and underscores, at most 40. -->
  <xsl:template name="bookmark-name">
    <xsl:param name="name"/>
    <xsl:value-of select="substring(translate($name, '-.·', '___'), 1, 40)"/>
  </xsl:template>

  <xsl:template name="run-properties">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:if test="$marks != '' or $lang != ''">
      <w:rPr>
        <xsl:choose>
          <xsl:when test="contains($marks, 'l')">
            <w:rStyle w:val="Hyperlink"/>
          </xsl:when>
          <xsl:when test="contains($marks, 'g')">
            <w:rStyle w:val="Gap"/>
          </xsl:when>
        </xsl:choose>
        <xsl:if test="contains($marks, 'b')">
          <w:b/>
        </xsl:if>
        <xsl:if test="contains($marks, 'i')">
          <w:i/>
        </xsl:if>
        <xsl:if test="contains($marks, '^')">
          <w:vertAlign w:val="superscript"/>
        </xsl:if>
        <xsl:if test="contains($marks, '_')">
          <w:vertAlign w:val="subscript"/>
        </xsl:if>
        <xsl:if test="$lang != ''">
          <w:lang>
            <xsl:attribute name="w:val">
              <xsl:call-template name="language">
                <xsl:with-param name="tag" select="$lang"/>
              </xsl:call-template>
            </xsl:attribute>
          </w:lang>
        </xsl:if>
      </w:rPr>
    </xsl:if>
  </xsl:template>

  <xsl:template name="run">
    <xsl:param name="words"/>
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <w:r>
      <xsl:call-template name="run-properties">
        <xsl:with-param name="marks" select="$marks"/>
        <xsl:with-param name="lang" select="$lang"/>
      </xsl:call-template>
      <w:t xml:space="preserve"><xsl:value-of select="$words"/></w:t>
    </w:r>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:call-template name="run">
      <xsl:with-param name="words" select="."/>
      <xsl:with-param name="marks" select="$marks"/>
      <xsl:with-param name="lang" select="$lang"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:b | d:i | d:sup | d:sub">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:variable name="mark">
      <xsl:choose>
        <xsl:when test="self::d:b">b</xsl:when>
        <xsl:when test="self::d:i">i</xsl:when>
        <xsl:when test="self::d:sup">^</xsl:when>
        <xsl:otherwise>_</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:apply-templates>
      <xsl:with-param name="marks" select="concat($marks, $mark)"/>
      <xsl:with-param name="lang" select="$lang"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="d:span">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:if test="@xml:id">
      <xsl:call-template name="bookmark-start">
        <xsl:with-param name="id" select="@m:anchor"/>
        <xsl:with-param name="name" select="@xml:id"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates>
      <xsl:with-param name="marks" select="$marks"/>
      <xsl:with-param name="lang" select="ancestor-or-self::*[@xml:lang][1][not(self::d:document)]/@xml:lang"/>
    </xsl:apply-templates>
    <xsl:if test="@xml:id">
      <w:bookmarkEnd w:id="{@m:anchor}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:field">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:apply-templates>
      <xsl:with-param name="marks" select="$marks"/>
      <xsl:with-param name="lang" select="$lang"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="d:field[@missing = 'true']" priority="1">
    <xsl:param name="marks"/>
    <xsl:call-template name="run">
      <xsl:with-param name="words" select="concat('[', ., ']')"/>
      <xsl:with-param name="marks" select="concat($marks, 'g')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="d:link">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <w:hyperlink w:history="1">
      <xsl:choose>
        <xsl:when test="starts-with(@href, '#')">
          <xsl:attribute name="w:anchor">
            <xsl:call-template name="bookmark-name">
              <xsl:with-param name="name" select="substring(@href, 2)"/>
            </xsl:call-template>
          </xsl:attribute>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="r:id">
            <xsl:value-of select="concat('rIdLink', @m:index)"/>
          </xsl:attribute>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates>
        <xsl:with-param name="marks" select="concat($marks, 'l')"/>
        <xsl:with-param name="lang" select="$lang"/>
      </xsl:apply-templates>
    </w:hyperlink>
  </xsl:template>

  <!-- References that programs keep up to date: numbers, titles and pages. -->
  <xsl:template match="d:ref">
    <xsl:param name="marks"/>
    <xsl:param name="lang"/>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="@m:words">
          <xsl:value-of select="@m:words"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="."/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@show = 'page'">
        <xsl:call-template name="field">
          <xsl:with-param name="code">PAGEREF</xsl:with-param>
          <xsl:with-param name="name" select="@to"/>
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="marks" select="$marks"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@m:words and (@show = 'title' or @m:target)">
        <xsl:call-template name="field">
          <xsl:with-param name="code">REF</xsl:with-param>
          <xsl:with-param name="name" select="@to"/>
          <xsl:with-param name="switch">
            <xsl:if test="not(@show = 'title')">\r </xsl:if>
          </xsl:with-param>
          <xsl:with-param name="words" select="$words"/>
          <xsl:with-param name="marks" select="$marks"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <w:hyperlink w:history="1">
          <xsl:attribute name="w:anchor">
            <xsl:call-template name="bookmark-name">
              <xsl:with-param name="name" select="@to"/>
            </xsl:call-template>
          </xsl:attribute>
          <xsl:choose>
            <xsl:when test="@m:words">
              <xsl:call-template name="run">
                <xsl:with-param name="words" select="@m:words"/>
                <xsl:with-param name="marks" select="$marks"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates>
                <xsl:with-param name="marks" select="$marks"/>
                <xsl:with-param name="lang" select="$lang"/>
              </xsl:apply-templates>
            </xsl:otherwise>
          </xsl:choose>
        </w:hyperlink>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="field">
    <xsl:param name="code"/>
    <xsl:param name="name"/>
    <xsl:param name="switch"/>
    <xsl:param name="words"/>
    <xsl:param name="marks"/>
    <w:r>
      <w:fldChar w:fldCharType="begin"/>
    </w:r>
    <w:r>
      <w:instrText xml:space="preserve"><xsl:value-of select="concat(' ', $code, ' ')"/><xsl:call-template name="bookmark-name"><xsl:with-param name="name" select="$name"/></xsl:call-template><xsl:value-of select="concat(' ', $switch, '\h ')"/></w:instrText>
    </w:r>
    <w:r>
      <w:fldChar w:fldCharType="separate"/>
    </w:r>
    <xsl:call-template name="run">
      <xsl:with-param name="words" select="$words"/>
      <xsl:with-param name="marks" select="$marks"/>
    </xsl:call-template>
    <w:r>
      <w:fldChar w:fldCharType="end"/>
    </w:r>
  </xsl:template>

  <xsl:template match="d:br">
    <w:r>
      <w:br/>
    </w:r>
  </xsl:template>

  <xsl:template match="d:tab">
    <w:r>
      <w:tab/>
    </w:r>
  </xsl:template>

  <xsl:template match="d:page-number">
    <w:fldSimple w:instr=" PAGE ">
      <w:r>
        <w:t>1</w:t>
      </w:r>
    </w:fldSimple>
  </xsl:template>

  <xsl:template match="d:page-count">
    <w:fldSimple w:instr=" NUMPAGES ">
      <w:r>
        <w:t>1</w:t>
      </w:r>
    </w:fldSimple>
  </xsl:template>

  <!-- Notes are parts of their own: here stands the call, there the words. -->

  <xsl:template match="d:footnote">
    <xsl:if test="@xml:id">
      <xsl:call-template name="bookmark-start">
        <xsl:with-param name="id" select="@m:anchor"/>
        <xsl:with-param name="name" select="@xml:id"/>
      </xsl:call-template>
    </xsl:if>
    <w:r>
      <w:rPr>
        <w:rStyle>
          <xsl:attribute name="w:val">
            <xsl:choose>
              <xsl:when test="@end = 'true'">EndnoteReference</xsl:when>
              <xsl:otherwise>FootnoteReference</xsl:otherwise>
            </xsl:choose>
          </xsl:attribute>
        </w:rStyle>
      </w:rPr>
      <xsl:choose>
        <xsl:when test="@end = 'true'">
          <w:endnoteReference w:id="{@m:index}"/>
        </xsl:when>
        <xsl:otherwise>
          <w:footnoteReference w:id="{@m:index}"/>
        </xsl:otherwise>
      </xsl:choose>
    </w:r>
    <xsl:if test="@xml:id">
      <w:bookmarkEnd w:id="{@m:anchor}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:note">
    <w:r>
      <w:rPr>
        <w:rStyle w:val="CommentReference"/>
      </w:rPr>
      <w:commentReference w:id="{@m:index}"/>
    </w:r>
  </xsl:template>

  <xsl:template name="note-blocks">
    <xsl:param name="first-run"/>
    <xsl:if test="not(*[1][self::d:p])">
      <w:p>
        <xsl:copy-of select="$first-run"/>
      </w:p>
    </xsl:if>
    <xsl:apply-templates select="*[1]">
      <xsl:with-param name="first-run" select="$first-run"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="*[position() &gt; 1]"/>
  </xsl:template>

  <xsl:template match="d:footnote" mode="note">
    <w:footnote w:id="{@m:index}">
      <xsl:call-template name="note-blocks">
        <xsl:with-param name="first-run">
          <w:r>
            <w:rPr>
              <w:rStyle w:val="FootnoteReference"/>
            </w:rPr>
            <w:footnoteRef/>
          </w:r>
          <w:r>
            <w:t xml:space="preserve"> </w:t>
          </w:r>
        </xsl:with-param>
      </xsl:call-template>
    </w:footnote>
  </xsl:template>

  <xsl:template match="d:footnote[@end = 'true']" mode="note" priority="1">
    <w:endnote w:id="{@m:index}">
      <xsl:call-template name="note-blocks">
        <xsl:with-param name="first-run">
          <w:r>
            <w:rPr>
              <w:rStyle w:val="EndnoteReference"/>
            </w:rPr>
            <w:endnoteRef/>
          </w:r>
          <w:r>
            <w:t xml:space="preserve"> </w:t>
          </w:r>
        </xsl:with-param>
      </xsl:call-template>
    </w:endnote>
  </xsl:template>

  <xsl:template match="d:note" mode="note">
    <w:comment w:id="{@m:index}" w:author="{@author}">
      <xsl:if test="@date">
        <xsl:attribute name="w:date">
          <xsl:value-of select="@date"/>
          <xsl:if test="not(contains(@date, 'T'))">T00:00:00</xsl:if>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="note-blocks">
        <xsl:with-param name="first-run">
          <w:r>
            <w:rPr>
              <w:rStyle w:val="CommentReference"/>
            </w:rPr>
            <w:annotationRef/>
          </w:r>
        </xsl:with-param>
      </xsl:call-template>
    </w:comment>
  </xsl:template>

  <xsl:template name="separators">
    <xsl:param name="element"/>
    <xsl:element name="{$element}">
      <xsl:attribute name="w:type">separator</xsl:attribute>
      <xsl:attribute name="w:id">-1</xsl:attribute>
      <w:p>
        <w:r>
          <w:separator/>
        </w:r>
      </w:p>
    </xsl:element>
    <xsl:element name="{$element}">
      <xsl:attribute name="w:type">continuationSeparator</xsl:attribute>
      <xsl:attribute name="w:id">0</xsl:attribute>
      <w:p>
        <w:r>
          <w:continuationSeparator/>
        </w:r>
      </w:p>
    </xsl:element>
  </xsl:template>

  <!-- Images -->

  <xsl:template match="d:image">
    <xsl:call-template name="drawing"/>
  </xsl:template>

  <xsl:template name="drawing">
    <xsl:variable name="cx" select="round(@m:width * 36000)"/>
    <xsl:variable name="cy" select="round(@m:height * 36000)"/>
    <w:r>
      <w:drawing>
        <wp:inline distT="0" distB="0" distL="0" distR="0">
          <wp:extent cx="{$cx}" cy="{$cy}"/>
          <wp:docPr id="{@m:index}" name="Image {@m:index}" descr="{@alt}"/>
          <wp:cNvGraphicFramePr>
            <a:graphicFrameLocks noChangeAspect="1"/>
          </wp:cNvGraphicFramePr>
          <a:graphic>
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">
              <pic:pic>
                <pic:nvPicPr>
                  <pic:cNvPr id="{@m:index}" name="{@m:file}" descr="{@alt}"/>
                  <pic:cNvPicPr/>
                </pic:nvPicPr>
                <pic:blipFill>
                  <a:blip r:embed="rIdImage{@m:index}"/>
                  <a:stretch>
                    <a:fillRect/>
                  </a:stretch>
                </pic:blipFill>
                <pic:spPr>
                  <a:xfrm>
                    <a:off x="0" y="0"/>
                    <a:ext cx="{$cx}" cy="{$cy}"/>
                  </a:xfrm>
                  <a:prstGeom prst="rect">
                    <a:avLst/>
                  </a:prstGeom>
                </pic:spPr>
              </pic:pic>
            </a:graphicData>
          </a:graphic>
        </wp:inline>
      </w:drawing>
    </w:r>
  </xsl:template>
</xsl:stylesheet>
