<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- How OpenDocument text looks: named styles, numbering, pages, and what differs from them. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
                xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
                exclude-result-prefixes="d m">
  <xsl:template name="fonts">
    <office:font-face-decls>
      <style:font-face style:name="Liberation Sans"
                       svg:font-family="'Liberation Sans', Carlito, Arial, Helvetica"
                       style:font-family-generic="swiss" style:font-pitch="variable"/>
    </office:font-face-decls>
  </xsl:template>

  <!-- A language tag in the parts that OpenDocument has for it. -->
  <xsl:template name="language">
    <xsl:param name="tag"/>
    <xsl:variable name="language" select="substring-before(concat($tag, '-'), '-')"/>
    <xsl:attribute name="fo:language">
      <xsl:value-of select="$language"/>
    </xsl:attribute>
    <xsl:attribute name="fo:country">
      <xsl:choose>
        <xsl:when test="string-length(substring-after($tag, '-')) = 2">
          <xsl:value-of select="substring-after($tag, '-')"/>
        </xsl:when>
        <xsl:when test="$language = 'en'">GB</xsl:when>
        <xsl:when test="contains(' fr de es it nl pt ', concat(' ', $language, ' '))">
          <xsl:value-of select="translate($language, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')"/>
        </xsl:when>
        <xsl:otherwise>none</xsl:otherwise>
      </xsl:choose>
    </xsl:attribute>
  </xsl:template>

  <xsl:template name="styles">
    <style:default-style style:family="paragraph">
      <style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="12.5mm"
                                  fo:hyphenation-ladder-count="no-limit"/>
      <style:text-properties style:font-name="Liberation Sans" fo:font-size="10.5pt" fo:hyphenate="false">
        <xsl:call-template name="language">
          <xsl:with-param name="tag" select="@xml:lang"/>
        </xsl:call-template>
      </style:text-properties>
    </style:default-style>
    <style:default-style style:family="table"/>
    <style:style style:name="Standard" style:family="paragraph" style:class="text">
    </style:style>
    <style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text">
      <style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="2mm" fo:line-height="115%"/>
    </style:style>
    <style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:class="text">
      <style:paragraph-properties fo:margin-top="4mm" fo:margin-bottom="2mm" fo:keep-with-next="always"/>
      <style:text-properties fo:color="#1f3864" fo:font-weight="bold"/>
    </style:style>
    <style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="1" style:class="text">
      <style:paragraph-properties fo:margin-top="7mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="16pt"/>
    </style:style>
    <style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="2" style:class="text">
      <style:paragraph-properties fo:margin-top="5mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="13.5pt"/>
    </style:style>
    <style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="3" style:class="text">
      <style:paragraph-properties fo:margin-top="4mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="12pt"/>
    </style:style>
    <style:style style:name="Heading_20_4" style:display-name="Heading 4" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="4" style:class="text">
      <style:paragraph-properties fo:margin-top="4mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="11pt"/>
    </style:style>
    <style:style style:name="Heading_20_5" style:display-name="Heading 5" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="5" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Heading_20_6" style:display-name="Heading 6" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="6" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Heading_20_7" style:display-name="Heading 7" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="7" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Heading_20_8" style:display-name="Heading 8" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="8" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Heading_20_9" style:display-name="Heading 9" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="9" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Heading_20_10" style:display-name="Heading 10" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:default-outline-level="10" style:class="text">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="2mm"/>
      <style:text-properties fo:font-size="10.5pt" fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Title" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Subtitle" style:class="chapter">
      <style:paragraph-properties fo:margin-top="10mm" fo:margin-bottom="4mm" fo:text-align="center"/>
      <style:text-properties fo:font-size="24pt"/>
    </style:style>
    <style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Heading" style:next-style-name="Text_20_body" style:class="chapter">
      <style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="8mm" fo:text-align="center"/>
      <style:text-properties fo:font-size="14pt" fo:font-weight="normal"/>
    </style:style>
    <style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard" style:class="html">
      <style:paragraph-properties fo:margin-left="10mm" fo:margin-right="10mm" fo:margin-bottom="3mm" fo:padding-left="3mm" fo:border-left="1pt solid #8a94a6"/>
      <style:text-properties fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Addressee" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-left="90mm" fo:margin-bottom="8mm"/>
    </style:style>
    <style:style style:name="Signature" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-left="90mm" fo:margin-top="8mm" fo:margin-bottom="20mm" fo:keep-together="always"/>
    </style:style>
    <style:style style:name="Small_20_Print" style:display-name="Small Print" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="text">
      <style:text-properties fo:font-size="8.5pt"/>
    </style:style>
    <style:style style:name="List" style:family="paragraph" style:parent-style-name="Text_20_body" style:class="list">
      <style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="1mm"/>
    </style:style>
    <style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-top="0mm" fo:margin-bottom="0.5mm"/>
      <style:text-properties fo:font-size="9.5pt"/>
    </style:style>
    <style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Table_20_Contents" style:class="extra">
      <style:paragraph-properties fo:keep-with-next="always"/>
      <style:text-properties fo:font-weight="bold" fo:color="#1f3864"/>
    </style:style>
    <style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-top="3mm" fo:margin-bottom="1.5mm" fo:keep-with-next="always"/>
      <style:text-properties fo:font-size="9.5pt" fo:font-weight="bold" fo:color="#1f3864"/>
    </style:style>
    <style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption" style:class="extra">
    </style:style>
    <style:style style:name="Picture" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-top="2mm" fo:margin-bottom="3mm" fo:text-align="center"/>
    </style:style>
    <style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-left="5mm" fo:text-indent="-5mm"/>
      <style:text-properties fo:font-size="8.5pt"/>
    </style:style>
    <style:style style:name="Endnote" style:family="paragraph" style:parent-style-name="Footnote" style:class="extra">
    </style:style>
    <style:style style:name="Header" style:family="paragraph" style:parent-style-name="Standard" style:class="extra">
      <style:paragraph-properties fo:margin-bottom="0mm"/>
      <style:text-properties fo:font-size="8.5pt" fo:color="#4a5568"/>
    </style:style>
    <style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Header" style:class="extra">
    </style:style>
    <style:style style:name="Index" style:family="paragraph" style:parent-style-name="Standard" style:class="index">
    </style:style>
    <style:style style:name="Contents_20_Heading" style:display-name="Contents Heading" style:family="paragraph" style:parent-style-name="Heading" style:class="index">
      <style:paragraph-properties fo:margin-bottom="3mm"/>
      <style:text-properties fo:font-size="16pt"/>
    </style:style>
    <style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="0mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="170mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
      <style:text-properties fo:font-weight="bold"/>
    </style:style>
    <style:style style:name="Contents_20_2" style:display-name="Contents 2" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="6mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="164mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_3" style:display-name="Contents 3" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="12mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="158mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_4" style:display-name="Contents 4" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="18mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="152mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_5" style:display-name="Contents 5" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="24mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="146mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_6" style:display-name="Contents 6" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="30mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="140mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_7" style:display-name="Contents 7" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="30mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="140mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_8" style:display-name="Contents 8" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="30mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="140mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_9" style:display-name="Contents 9" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="30mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="140mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Contents_20_10" style:display-name="Contents 10" style:family="paragraph" style:parent-style-name="Index" style:class="index">
      <style:paragraph-properties fo:margin-left="30mm" fo:margin-bottom="1mm"><style:tab-stops><style:tab-stop style:position="140mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>
    </style:style>
    <style:style style:name="Strong_20_Emphasis" style:display-name="Strong Emphasis" style:family="text">
      <style:text-properties fo:font-weight="bold"/>
    </style:style>
    <style:style style:name="Emphasis" style:family="text">
      <style:text-properties fo:font-style="italic"/>
    </style:style>
    <style:style style:name="Superscript" style:family="text">
      <style:text-properties style:text-position="super 58%"/>
    </style:style>
    <style:style style:name="Subscript" style:family="text">
      <style:text-properties style:text-position="sub 58%"/>
    </style:style>
    <style:style style:name="Gap" style:family="text">
      <style:text-properties fo:background-color="#ffe38a"/>
    </style:style>
    <style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">
      <style:text-properties fo:color="#1f5fbf" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/>
    </style:style>
    <style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>
    <style:style style:name="Visited_20_Internet_20_Link" style:display-name="Visited Internet Link" style:family="text">
      <style:text-properties fo:color="#5b3f8c" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/>
    </style:style>
    <style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">
      <style:text-properties style:text-position="super 58%"/>
    </style:style>
    <style:style style:name="Endnote_20_anchor" style:display-name="Endnote anchor" style:family="text">
      <style:text-properties style:text-position="super 58%"/>
    </style:style>
    <style:style style:name="Graphics" style:family="graphic">
      <style:graphic-properties text:anchor-type="as-char" style:vertical-pos="middle"
                                style:vertical-rel="text"/>
    </style:style>
    <text:outline-style style:name="Outline">
      <xsl:call-template name="outline-level"/>
    </text:outline-style>
    <xsl:for-each select="m:scope[@m:index &gt; 0]">
      <text:list-style style:name="Headings_20_{@m:index}" style:display-name="Headings {@m:index}">
        <xsl:call-template name="scope-level"/>
      </text:list-style>
    </xsl:for-each>
    <xsl:for-each select="m:family">
      <text:list-style style:name="List_20_{@m:index}" style:display-name="List {@m:index}">
        <xsl:apply-templates select="m:level" mode="list-style"/>
      </text:list-style>
    </xsl:for-each>
    <text:notes-configuration text:note-class="footnote" style:num-format="1" text:start-value="0"
                              text:citation-style-name="Footnote_20_anchor"
                              text:citation-body-style-name="Footnote_20_anchor"
                              text:default-style-name="Footnote"
                              text:footnotes-position="page" text:start-numbering-at="document"/>
    <text:notes-configuration text:note-class="endnote" style:num-format="i" text:start-value="0"
                              text:citation-style-name="Endnote_20_anchor"
                              text:citation-body-style-name="Endnote_20_anchor"
                              text:default-style-name="Endnote"/>
  </xsl:template>

  <!-- Numbers -->

  <xsl:template name="number-format">
    <xsl:param name="numbering"/>
    <xsl:choose>
      <xsl:when test="$numbering = 'decimal'">1</xsl:when>
      <xsl:when test="$numbering = 'lower-letter'">a</xsl:when>
      <xsl:when test="$numbering = 'upper-letter'">A</xsl:when>
      <xsl:when test="$numbering = 'lower-roman'">i</xsl:when>
      <xsl:when test="$numbering = 'upper-roman'">I</xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes of one level of headings; the first counts as the scope says. -->
  <xsl:template name="heading-level">
    <xsl:param name="level"/>
    <xsl:param name="scope"/>
    <xsl:attribute name="text:level">
      <xsl:value-of select="$level"/>
    </xsl:attribute>
    <xsl:if test="$level = 1 and $scope/@m:before != ''">
      <xsl:attribute name="style:num-prefix">
        <xsl:value-of select="$scope/@m:before"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="$level = 1 and $scope/@m:after != ''">
      <xsl:attribute name="style:num-suffix">
        <xsl:value-of select="$scope/@m:after"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:attribute name="style:num-format">
      <xsl:choose>
        <xsl:when test="$level = 1">
          <xsl:call-template name="number-format">
            <xsl:with-param name="numbering" select="$scope/@m:numbering"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:when test="$scope/@m:numbering">1</xsl:when>
      </xsl:choose>
    </xsl:attribute>
    <xsl:if test="$level &gt; 1 and $scope/@m:numbering">
      <xsl:attribute name="text:display-levels">
        <xsl:value-of select="$level"/>
      </xsl:attribute>
    </xsl:if>
    <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
      <style:list-level-label-alignment text:label-followed-by="space"/>
    </style:list-level-properties>
  </xsl:template>

  <xsl:template name="outline-level">
    <xsl:param name="level" select="1"/>
    <text:outline-level-style>
      <xsl:call-template name="heading-level">
        <xsl:with-param name="level" select="$level"/>
        <xsl:with-param name="scope" select="m:scope[@m:index = 0]"/>
      </xsl:call-template>
    </text:outline-level-style>
    <xsl:if test="$level &lt; 10">
      <xsl:call-template name="outline-level">
        <xsl:with-param name="level" select="$level + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="scope-level">
    <xsl:param name="level" select="1"/>
    <text:list-level-style-number>
      <xsl:call-template name="heading-level">
        <xsl:with-param name="level" select="$level"/>
        <xsl:with-param name="scope" select="."/>
      </xsl:call-template>
    </text:list-level-style-number>
    <xsl:if test="$level &lt; 10">
      <xsl:call-template name="scope-level">
        <xsl:with-param name="level" select="$level + 1"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- A label that shows several levels is wider. -->
  <xsl:template name="list-position">
    <xsl:variable name="more">
      <xsl:choose>
        <xsl:when test="@m:levels &gt; 1">
          <xsl:value-of select="4 * (@m:levels - 1)"/>
        </xsl:when>
        <xsl:otherwise>0</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
      <style:list-level-label-alignment text:label-followed-by="listtab"
                                        text:list-tab-stop-position="{@m:depth * 7.5 + $more}mm"
                                        fo:text-indent="{-6.5 - $more}mm"
                                        fo:margin-left="{@m:depth * 7.5 + $more}mm"/>
    </style:list-level-properties>
  </xsl:template>

  <xsl:template match="m:level[@m:numbering]" mode="list-style" priority="1">
    <text:list-level-style-number text:level="{@m:depth}">
      <xsl:if test="@m:before != ''">
        <xsl:attribute name="style:num-prefix">
          <xsl:value-of select="@m:before"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="@m:after != ''">
        <xsl:attribute name="style:num-suffix">
          <xsl:value-of select="@m:after"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:attribute name="style:num-format">
        <xsl:call-template name="number-format">
          <xsl:with-param name="numbering" select="@m:numbering"/>
        </xsl:call-template>
      </xsl:attribute>
      <xsl:if test="@m:levels &gt; 1">
        <xsl:attribute name="text:display-levels">
          <xsl:value-of select="@m:levels"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:call-template name="list-position"/>
    </text:list-level-style-number>
  </xsl:template>

  <xsl:template match="m:level" mode="list-style">
    <text:list-level-style-bullet text:level="{@m:depth}">
      <xsl:attribute name="text:bullet-char">
        <xsl:choose>
          <xsl:when test="@m:depth mod 3 = 1">•</xsl:when>
          <xsl:when test="@m:depth mod 3 = 2">–</xsl:when>
          <xsl:otherwise>▪</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="list-position"/>
    </text:list-level-style-bullet>
  </xsl:template>

  <!-- What differs from the named styles -->

  <xsl:template name="page-name">
    <xsl:choose>
      <xsl:when test="@m:page = 'landscape'">Landscape</xsl:when>
      <xsl:otherwise>Standard</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="automatic-styles">
    <xsl:param name="parts"/>
    <xsl:for-each select="m:look">
      <style:style style:name="P{@m:index}" style:family="paragraph" style:parent-style-name="{@m:parent}">
        <xsl:if test="@m:page">
          <xsl:attribute name="style:master-page-name">
            <xsl:call-template name="page-name"/>
          </xsl:attribute>
        </xsl:if>
        <style:paragraph-properties>
          <xsl:if test="@m:break and not(@m:page)">
            <xsl:attribute name="fo:break-before">page</xsl:attribute>
          </xsl:if>
          <xsl:if test="@m:align">
            <xsl:attribute name="fo:text-align">
              <xsl:choose>
                <xsl:when test="@m:align = 'left'">start</xsl:when>
                <xsl:when test="@m:align = 'right'">end</xsl:when>
                <xsl:otherwise>
                  <xsl:value-of select="@m:align"/>
                </xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
          </xsl:if>
        </style:paragraph-properties>
      </style:style>
    </xsl:for-each>
    <xsl:for-each select="m:language">
      <style:style style:name="Language.{@m:tag}" style:family="text">
        <style:text-properties>
          <xsl:call-template name="language">
            <xsl:with-param name="tag" select="@m:tag"/>
          </xsl:call-template>
        </style:text-properties>
      </style:style>
    </xsl:for-each>
    <style:style style:name="Frame" style:family="graphic" style:parent-style-name="Graphics">
      <style:graphic-properties style:vertical-pos="middle" style:vertical-rel="text"/>
    </style:style>
    <style:style style:name="Frame.table" style:family="graphic" style:parent-style-name="Graphics">
      <style:graphic-properties style:vertical-pos="middle" style:vertical-rel="text" fo:padding="0mm" fo:border="none"
                                draw:auto-grow-height="true"/>
    </style:style>
    <style:style style:name="Sect1" style:family="section">
      <style:section-properties style:editable="false"/>
    </style:style>
    <style:style style:name="Row" style:family="table-row">
      <style:table-row-properties fo:keep-together="auto"/>
    </style:style>
    <!-- Low enough for any page: it is not cut. -->
    <style:style style:name="Row.whole" style:family="table-row">
      <style:table-row-properties fo:keep-together="always"/>
    </style:style>
    <style:style style:name="Cell" style:family="table-cell">
      <style:table-cell-properties fo:padding="1.2mm" fo:border="0.5pt solid #8a94a6"/>
    </style:style>
    <style:style style:name="Cell.head" style:family="table-cell">
      <style:table-cell-properties fo:padding="1.2mm" fo:border="0.5pt solid #8a94a6"
                                   fo:background-color="#eef1f6"/>
    </style:style>
    <style:style style:name="Cell.plain" style:family="table-cell">
      <style:table-cell-properties fo:padding="1.2mm" fo:border="none"/>
    </style:style>
    <xsl:for-each select="$parts//d:table">
      <xsl:variable name="index" select="@m:index"/>
      <style:style style:name="T{$index}" style:family="table">
        <xsl:if test="@m:page">
          <xsl:attribute name="style:master-page-name">
            <xsl:call-template name="page-name"/>
          </xsl:attribute>
        </xsl:if>
        <style:table-properties style:width="{@m:width}mm" table:align="left" fo:margin-bottom="3mm"
                                table:border-model="collapsing" style:may-break-between-rows="true"
                                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
          <xsl:if test="@m:break and not(@m:page)">
            <xsl:attribute name="fo:break-before">page</xsl:attribute>
          </xsl:if>
        </style:table-properties>
      </style:style>
      <xsl:for-each select="m:column">
        <style:style style:name="T{$index}.{position()}" style:family="table-column">
          <style:table-column-properties style:column-width="{@m:width}mm"/>
        </style:style>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Pages -->

  <xsl:template name="page-layouts">
    <style:page-layout style:name="Portrait">
      <style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" style:num-format="1"
                                    style:print-orientation="portrait" fo:margin="20mm"/>
      <xsl:call-template name="page-edges"/>
    </style:page-layout>
    <style:page-layout style:name="Landscape">
      <style:page-layout-properties fo:page-width="297mm" fo:page-height="210mm" style:num-format="1"
                                    style:print-orientation="landscape" fo:margin="20mm"/>
      <xsl:call-template name="page-edges"/>
    </style:page-layout>
  </xsl:template>

  <xsl:template name="page-edges">
    <style:header-style>
      <xsl:if test="d:header">
        <style:header-footer-properties fo:min-height="0mm" fo:margin-bottom="5mm"/>
      </xsl:if>
    </style:header-style>
    <style:footer-style>
      <xsl:if test="d:footer">
        <style:header-footer-properties fo:min-height="0mm" fo:margin-top="5mm"/>
      </xsl:if>
    </style:footer-style>
  </xsl:template>

  <xsl:template name="pages">
    <office:master-styles>
      <style:master-page style:name="Standard" style:page-layout-name="Portrait">
        <xsl:call-template name="page-parts"/>
      </style:master-page>
      <style:master-page style:name="Landscape" style:page-layout-name="Landscape">
        <xsl:call-template name="page-parts"/>
      </style:master-page>
    </office:master-styles>
  </xsl:template>

  <xsl:template name="page-parts">
    <xsl:if test="d:header">
      <style:header>
        <xsl:processing-instruction name="maillage">header</xsl:processing-instruction>
      </style:header>
    </xsl:if>
    <xsl:if test="d:footer">
      <style:footer>
        <xsl:processing-instruction name="maillage">footer</xsl:processing-instruction>
      </style:footer>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
