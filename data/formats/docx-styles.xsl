<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- How Word documents look: named styles. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                exclude-result-prefixes="d m">
  <!-- A language tag with the country that Word wants. -->
  <xsl:template name="language">
    <xsl:param name="tag"/>
    <xsl:value-of select="$tag"/>
    <xsl:choose>
      <xsl:when test="contains($tag, '-')"/>
      <xsl:when test="$tag = 'en'">-GB</xsl:when>
      <xsl:when test="contains(' fr de es it nl pt ', concat(' ', $tag, ' '))">
        <xsl:value-of select="concat('-', translate($tag, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'))"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="styles">
    <w:styles>
      <w:docDefaults>
        <w:rPrDefault>
          <w:rPr>
            <w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans" w:eastAsia="Liberation Sans"
                      w:cs="Liberation Sans"/>
            <w:sz w:val="21"/>
            <w:szCs w:val="21"/>
            <w:lang>
              <xsl:attribute name="w:val">
                <xsl:call-template name="language">
                  <xsl:with-param name="tag" select="@xml:lang"/>
                </xsl:call-template>
              </xsl:attribute>
            </w:lang>
          </w:rPr>
        </w:rPrDefault>
        <w:pPrDefault>
          <w:pPr>
            <w:widowControl/>
          </w:pPr>
        </w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:styleId="Normal" w:default="1">
        <w:name w:val="Normal"/>
        <w:qFormat/>
      </w:style>
      <w:style w:type="paragraph" w:styleId="BodyText">
        <w:name w:val="Body Text"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="0" w:after="113" w:line="276" w:lineRule="auto"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading1">
        <w:name w:val="heading 1"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="397" w:after="113"/><w:outlineLvl w:val="0"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading2">
        <w:name w:val="heading 2"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="283" w:after="113"/><w:outlineLvl w:val="1"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="27"/><w:szCs w:val="27"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading3">
        <w:name w:val="heading 3"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="227" w:after="113"/><w:outlineLvl w:val="2"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading4">
        <w:name w:val="heading 4"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="3"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="227" w:after="113"/><w:outlineLvl w:val="3"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading5">
        <w:name w:val="heading 5"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="4"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="170" w:after="113"/><w:outlineLvl w:val="4"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="1F3864"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading6">
        <w:name w:val="heading 6"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="5"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="170" w:after="113"/><w:outlineLvl w:val="5"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="1F3864"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading7">
        <w:name w:val="heading 7"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="6"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="170" w:after="113"/><w:outlineLvl w:val="6"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="1F3864"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading8">
        <w:name w:val="heading 8"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="170" w:after="113"/><w:outlineLvl w:val="7"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="1F3864"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Heading9">
        <w:name w:val="heading 9"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:uiPriority w:val="9"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:keepLines/><xsl:if test="$outline"><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></xsl:if><w:spacing w:before="170" w:after="113"/><w:outlineLvl w:val="8"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:i/><w:iCs/><w:color w:val="1F3864"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Title">
        <w:name w:val="Title"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="Subtitle"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="567" w:after="227"/><w:jc w:val="center"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="48"/><w:szCs w:val="48"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Subtitle">
        <w:name w:val="Subtitle"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="0" w:after="454"/><w:jc w:val="center"/></w:pPr>
        <w:rPr><w:color w:val="1F3864"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Quote">
        <w:name w:val="Quote"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:pBdr><w:left w:val="single" w:sz="8" w:space="8" w:color="8A94A6"/></w:pBdr><w:spacing w:before="0" w:after="170"/><w:ind w:left="567" w:right="567"/></w:pPr>
        <w:rPr><w:i/><w:iCs/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Address" w:customStyle="1">
        <w:name w:val="Address"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="0" w:after="454"/><w:ind w:left="5103"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Signature">
        <w:name w:val="Signature"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:keepLines/><w:spacing w:before="454" w:after="1134"/><w:ind w:left="5103"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="SmallPrint" w:customStyle="1">
        <w:name w:val="Small Print"/>
        <w:basedOn w:val="BodyText"/>
        <w:qFormat/>
        <w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListParagraph">
        <w:name w:val="List Paragraph"/>
        <w:basedOn w:val="BodyText"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="0" w:after="57" w:line="276" w:lineRule="auto"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue">
        <w:name w:val="List Continue"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="425"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue2">
        <w:name w:val="List Continue 2"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="850"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue3">
        <w:name w:val="List Continue 3"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="1275"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue4">
        <w:name w:val="List Continue 4"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="1700"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue5">
        <w:name w:val="List Continue 5"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="2125"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue6" w:customStyle="1">
        <w:name w:val="List Continue 6"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="2550"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue7" w:customStyle="1">
        <w:name w:val="List Continue 7"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="2975"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue8" w:customStyle="1">
        <w:name w:val="List Continue 8"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="3400"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="ListContinue9" w:customStyle="1">
        <w:name w:val="List Continue 9"/>
        <w:basedOn w:val="ListParagraph"/>
        <w:pPr><w:ind w:left="3825"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TableContents" w:customStyle="1">
        <w:name w:val="Table Contents"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="0" w:after="28"/></w:pPr>
        <w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TableHeading" w:customStyle="1">
        <w:name w:val="Table Heading"/>
        <w:basedOn w:val="TableContents"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Caption">
        <w:name w:val="caption"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:spacing w:before="170" w:after="85"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Picture" w:customStyle="1">
        <w:name w:val="Picture"/>
        <w:basedOn w:val="Normal"/>
        <w:qFormat/>
        <w:pPr><w:spacing w:before="113" w:after="170"/><w:jc w:val="center"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Spacer" w:customStyle="1">
        <w:name w:val="Spacer"/>
        <w:basedOn w:val="Normal"/>
        <w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>
        <w:rPr><w:sz w:val="10"/><w:szCs w:val="10"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="FootnoteText">
        <w:name w:val="footnote text"/>
        <w:basedOn w:val="Normal"/>
        <w:pPr><w:ind w:left="283" w:hanging="283"/></w:pPr>
        <w:rPr><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="EndnoteText">
        <w:name w:val="endnote text"/>
        <w:basedOn w:val="FootnoteText"/>
      </w:style>
      <w:style w:type="paragraph" w:styleId="CommentText">
        <w:name w:val="annotation text"/>
        <w:basedOn w:val="Normal"/>
        <w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Header">
        <w:name w:val="header"/>
        <w:basedOn w:val="Normal"/>
        <w:pPr><w:tabs><w:tab w:val="center" w:pos="4819"/><w:tab w:val="right" w:pos="9638"/></w:tabs></w:pPr>
        <w:rPr><w:color w:val="4A5568"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="Footer">
        <w:name w:val="footer"/>
        <w:basedOn w:val="Header"/>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOCHeading">
        <w:name w:val="TOC Heading"/>
        <w:basedOn w:val="Normal"/>
        <w:next w:val="BodyText"/>
        <w:qFormat/>
        <w:pPr><w:keepNext/><w:spacing w:before="227" w:after="170"/></w:pPr>
        <w:rPr><w:b/><w:bCs/><w:color w:val="1F3864"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC1">
        <w:name w:val="toc 1"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/></w:pPr>
        <w:rPr><w:b/><w:bCs/></w:rPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC2">
        <w:name w:val="toc 2"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="340"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC3">
        <w:name w:val="toc 3"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="680"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC4">
        <w:name w:val="toc 4"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1020"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC5">
        <w:name w:val="toc 5"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1360"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC6">
        <w:name w:val="toc 6"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1700"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC7">
        <w:name w:val="toc 7"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1700"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC8">
        <w:name w:val="toc 8"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1700"/></w:pPr>
      </w:style>
      <w:style w:type="paragraph" w:styleId="TOC9">
        <w:name w:val="toc 9"/>
        <w:basedOn w:val="Normal"/>
        <w:uiPriority w:val="39"/>
        <w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9638"/></w:tabs><w:spacing w:before="0" w:after="57"/><w:ind w:left="1700"/></w:pPr>
      </w:style>
      <w:style w:type="character" w:styleId="DefaultParagraphFont" w:default="1">
        <w:name w:val="Default Paragraph Font"/>
      </w:style>
      <w:style w:type="character" w:styleId="Hyperlink">
        <w:name w:val="Hyperlink"/>
        <w:rPr><w:color w:val="1F5FBF"/><w:u w:val="single"/></w:rPr>
      </w:style>
      <w:style w:type="character" w:styleId="Gap" w:customStyle="1">
        <w:name w:val="Gap"/>
        <w:qFormat/>
        <w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFE38A"/></w:rPr>
      </w:style>
      <w:style w:type="character" w:styleId="FootnoteReference">
        <w:name w:val="footnote reference"/>
        <w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
      </w:style>
      <w:style w:type="character" w:styleId="EndnoteReference">
        <w:name w:val="endnote reference"/>
        <w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
      </w:style>
      <w:style w:type="character" w:styleId="CommentReference">
        <w:name w:val="annotation reference"/>
        <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>
      </w:style>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal">
        <w:name w:val="Normal Table"/>
        <w:uiPriority w:val="99"/>
        <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="68" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="68" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
      </w:style>
      <w:style w:type="table" w:customStyle="1" w:styleId="PlainTable">
        <w:name w:val="Plain Table"/>
        <w:basedOn w:val="TableNormal"/>
        <w:qFormat/>
      </w:style>
      <w:style w:type="table" w:customStyle="1" w:styleId="RuledTable">
        <w:name w:val="Ruled Table"/>
        <w:basedOn w:val="TableNormal"/>
        <w:qFormat/>
        <w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/><w:left w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/><w:right w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="8A94A6"/></w:tblBorders></w:tblPr>
      </w:style>
    </w:styles>
  </xsl:template>
</xsl:stylesheet>
