<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- From a document, as mlg-outgoing completes it, to one HTML page: all of it in one file, without a
     script, for a screen, a screen reader and a printer alike. -->
<xsl:stylesheet version="1.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:d="urn:maillage:document:1"
                xmlns:m="urn:maillage:outgoing:1"
                exclude-result-prefixes="d m">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:variable name="french" select="starts-with(/d:document/@xml:lang, 'fr')"/>
  <!-- A title on the page is the heading of the first level: the others go one down. -->
  <xsl:variable name="shift" select="number(boolean(/d:document/d:body//d:p[@role = 'title']))"/>

  <xsl:template match="/d:document">
    <html lang="{@xml:lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="generator" content="Maillage"/>
        <xsl:apply-templates select="d:head/*"/>
        <xsl:if test="not(d:head/d:title)">
          <title>
            <xsl:call-template name="fallback-title"/>
          </title>
        </xsl:if>
        <xsl:call-template name="style"/>
      </head>
      <xsl:text>&#10;</xsl:text>
      <body>
        <xsl:if test="@orientation = 'landscape'">
          <xsl:attribute name="class">landscape</xsl:attribute>
        </xsl:if>
        <xsl:apply-templates select="d:header"/>
        <xsl:text>&#10;</xsl:text>
        <main>
          <xsl:apply-templates select="d:body/node()"/>
          <xsl:call-template name="footnotes"/>
        </main>
        <xsl:apply-templates select="d:footer"/>
      </body>
      <xsl:text>&#10;</xsl:text>
    </html>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What is known about the document -->

  <xsl:template match="d:head/d:title">
    <title>
      <xsl:value-of select="."/>
    </title>
  </xsl:template>

  <xsl:template match="d:head/d:subject">
    <meta name="description" content="{.}"/>
  </xsl:template>

  <xsl:template match="d:head/d:author">
    <meta name="author" content="{.}"/>
  </xsl:template>

  <xsl:template match="d:head/d:date">
    <meta name="dcterms.date" content="{.}"/>
  </xsl:template>

  <xsl:template match="d:head/d:keyword[1]" priority="1">
    <meta name="keywords">
      <xsl:attribute name="content">
        <xsl:for-each select="../d:keyword">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="."/>
        </xsl:for-each>
      </xsl:attribute>
    </meta>
  </xsl:template>

  <xsl:template match="d:head/d:keyword"/>

  <xsl:template name="fallback-title">
    <xsl:variable name="first" select="(//d:p[@role = 'title'] | //d:heading)[1]"/>
    <xsl:choose>
      <xsl:when test="normalize-space($first) != ''">
        <xsl:value-of select="normalize-space($first)"/>
      </xsl:when>
      <xsl:otherwise>Document</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Pages -->

  <xsl:template match="d:header">
    <header>
      <xsl:apply-templates/>
    </header>
  </xsl:template>

  <xsl:template match="d:footer">
    <footer>
      <xsl:apply-templates/>
    </footer>
  </xsl:template>

  <!-- The printer numbers its pages itself. -->
  <xsl:template match="d:header//d:p[.//d:page-number or .//d:page-count] |
                       d:footer//d:p[.//d:page-number or .//d:page-count]">
    <p class="screen-only">
      <xsl:apply-templates select="node()[not(self::d:page-number or self::d:page-count)]"/>
    </p>
  </xsl:template>

  <xsl:template match="d:page-number | d:page-count | d:note | m:*"/>

  <xsl:template match="d:page-break">
    <div class="page-break"></div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Blocks -->

  <xsl:template name="common">
    <xsl:if test="@xml:id">
      <xsl:attribute name="id">
        <xsl:value-of select="@xml:id"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang">
        <xsl:value-of select="@xml:lang"/>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:section">
    <section>
      <xsl:call-template name="common"/>
      <xsl:if test="@orientation">
        <xsl:attribute name="class">
          <xsl:value-of select="@orientation"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:apply-templates/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:heading">
    <xsl:variable name="rank" select="@m:rank + $shift"/>
    <xsl:variable name="name">
      <xsl:choose>
        <xsl:when test="$rank &gt; 6">h6</xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="concat('h', $rank)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="{$name}">
      <xsl:call-template name="common"/>
      <xsl:if test="@m:id">
        <xsl:attribute name="id">
          <xsl:value-of select="@m:id"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="$rank &gt; 6">
        <xsl:attribute name="aria-level">
          <xsl:value-of select="$rank"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="@m:label">
        <span class="number">
          <xsl:value-of select="@m:label"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:p">
    <p>
      <xsl:call-template name="common"/>
      <xsl:call-template name="classes"/>
      <xsl:apply-templates/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="classes">
    <xsl:if test="@role or @align">
      <xsl:attribute name="class">
        <xsl:value-of select="@role"/>
        <xsl:if test="@role and @align">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:if test="@align">
          <xsl:value-of select="concat('align-', @align)"/>
        </xsl:if>
      </xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:p[@role = 'title'][not(preceding::d:p[@role = 'title'])]" priority="2">
    <h1 class="title">
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </h1>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:p[@role = 'quote']" priority="2">
    <blockquote>
      <p>
        <xsl:call-template name="common"/>
        <xsl:apply-templates/>
      </p>
    </blockquote>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Lists -->

  <xsl:template match="d:list">
    <ul>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </ul>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:list[@numbering]">
    <ol>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </ol>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:item">
    <li>
      <xsl:call-template name="common"/>
      <xsl:choose>
        <xsl:when test="not(@m:label)">
          <xsl:attribute name="class">goes-on</xsl:attribute>
        </xsl:when>
        <xsl:when test="@m:value">
          <xsl:attribute name="value">
            <xsl:value-of select="@m:value"/>
          </xsl:attribute>
          <xsl:attribute name="style">
            <xsl:text>list-style-type:'</xsl:text>
            <xsl:value-of select='translate(@m:label, "&apos;\&lt;", "’")'/>
            <xsl:text> '</xsl:text>
          </xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:apply-templates/>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Tables -->

  <xsl:template match="d:table">
    <div class="table" tabindex="0" role="group">
      <xsl:attribute name="aria-label">
        <xsl:choose>
          <xsl:when test="d:caption">
            <xsl:value-of select="normalize-space(d:caption)"/>
          </xsl:when>
          <xsl:when test="$french">Tableau</xsl:when>
          <xsl:otherwise>Table</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="table"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:table[@borders = 'false'] | d:cell//d:table">
    <xsl:call-template name="table"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="table">
    <table>
      <xsl:call-template name="common"/>
      <xsl:if test="@borders = 'false'">
        <xsl:attribute name="class">plain</xsl:attribute>
        <xsl:if test="not(d:row[@header = 'true'] or d:row/d:cell[@header = 'true'])">
          <xsl:attribute name="role">presentation</xsl:attribute>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="d:caption"/>
      <colgroup>
        <xsl:variable name="width" select="@m:width"/>
        <xsl:for-each select="m:column">
          <col>
            <xsl:attribute name="style">
              <xsl:value-of select="concat('width:', format-number(100 * @m:width div $width, '0.#'), '%')"/>
            </xsl:attribute>
          </col>
        </xsl:for-each>
      </colgroup>
      <xsl:text>&#10;</xsl:text>
      <xsl:if test="d:row[@header = 'true']">
        <thead>
          <xsl:apply-templates select="d:row[@header = 'true']"/>
        </thead>
        <xsl:text>&#10;</xsl:text>
      </xsl:if>
      <tbody>
        <xsl:apply-templates select="d:row[not(@header = 'true')]"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="d:caption">
    <caption>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </caption>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:row">
    <tr>
      <xsl:call-template name="common"/>
      <xsl:apply-templates select="d:cell | m:filler"/>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="d:cell">
    <td>
      <xsl:call-template name="cell"/>
    </td>
  </xsl:template>

  <xsl:template match="d:row[@header = 'true']/d:cell">
    <th>
      <xsl:attribute name="scope">
        <xsl:choose>
          <xsl:when test="@m:columns &gt; 1">colgroup</xsl:when>
          <xsl:otherwise>col</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="cell"/>
    </th>
  </xsl:template>

  <xsl:template match="d:row[not(@header = 'true')]/d:cell[@header = 'true']">
    <th>
      <xsl:attribute name="scope">
        <xsl:choose>
          <xsl:when test="@m:rows &gt; 1">rowgroup</xsl:when>
          <xsl:otherwise>row</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:call-template name="cell"/>
    </th>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:call-template name="common"/>
    <xsl:call-template name="classes"/>
    <xsl:if test="@m:columns &gt; 1">
      <xsl:attribute name="colspan">
        <xsl:value-of select="@m:columns"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:if test="@m:rows &gt; 1">
      <xsl:attribute name="rowspan">
        <xsl:value-of select="@m:rows"/>
      </xsl:attribute>
    </xsl:if>
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="m:filler" priority="1">
    <td colspan="{@m:columns}"></td>
  </xsl:template>

  <!-- Table of contents -->

  <xsl:template match="d:toc">
    <nav class="toc">
      <xsl:variable name="title">
        <xsl:choose>
          <xsl:when test="$french">Sommaire</xsl:when>
          <xsl:otherwise>Contents</xsl:otherwise>
        </xsl:choose>
      </xsl:variable>
      <xsl:attribute name="aria-label">
        <xsl:value-of select="$title"/>
      </xsl:attribute>
      <p class="toc-title">
        <xsl:value-of select="$title"/>
      </p>
      <ul>
        <xsl:for-each select="m:entry">
          <li class="level-{@m:level}">
            <a href="#{@m:to}">
              <xsl:if test="@m:label">
                <xsl:value-of select="concat(@m:label, ' ')"/>
              </xsl:if>
              <xsl:value-of select="."/>
            </a>
          </li>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
      </ul>
    </nav>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Words -->

  <xsl:template match="d:b">
    <strong>
      <xsl:apply-templates/>
    </strong>
  </xsl:template>

  <xsl:template match="d:i">
    <em>
      <xsl:apply-templates/>
    </em>
  </xsl:template>

  <xsl:template match="d:sup">
    <sup>
      <xsl:apply-templates/>
    </sup>
  </xsl:template>

  <xsl:template match="d:sub">
    <sub>
      <xsl:apply-templates/>
    </sub>
  </xsl:template>

  <xsl:template match="d:span">
    <span>
      <xsl:call-template name="common"/>
      <xsl:apply-templates/>
    </span>
  </xsl:template>

  <xsl:template match="d:link">
    <a href="{@href}">
      <xsl:apply-templates/>
    </a>
  </xsl:template>

  <xsl:template match="d:ref">
    <a href="#{@to}">
      <xsl:choose>
        <xsl:when test="@m:words">
          <xsl:value-of select="@m:words"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates/>
        </xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:template>

  <xsl:template match="d:field">
    <xsl:apply-templates/>
  </xsl:template>

  <xsl:template match="d:field[@missing = 'true']">
    <mark>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates/>
      <xsl:text>]</xsl:text>
    </mark>
  </xsl:template>

  <xsl:template match="d:br">
    <br/>
  </xsl:template>

  <xsl:template match="d:tab">
    <span class="tab">&#9;</span>
  </xsl:template>

  <xsl:template match="d:image">
    <img alt="{@alt}" style="width:{@m:width}mm" src="data:{@type};base64,{translate(., ' &#10;', '')}">
      <xsl:call-template name="common"/>
    </img>
  </xsl:template>

  <xsl:template match="d:body/d:image | d:section/d:image | d:item/d:image | d:cell/d:image |
                       d:header/d:image | d:footer/d:image | d:footnote/d:image" priority="1">
    <p class="image">
      <img alt="{@alt}" style="width:{@m:width}mm"
           src="data:{@type};base64,{translate(., ' &#10;', '')}">
        <xsl:call-template name="common"/>
      </img>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Footnotes -->

  <xsl:template match="d:footnote">
    <sup>
      <xsl:call-template name="common"/>
      <a id="mlg-call-{@m:index}" href="#mlg-note-{@m:index}" role="doc-noteref">
        <xsl:value-of select="@m:number"/>
      </a>
    </sup>
  </xsl:template>

  <xsl:template name="footnotes">
    <xsl:variable name="notes" select="d:body//d:footnote"/>
    <xsl:if test="$notes">
      <section role="doc-endnotes" class="notes">
        <xsl:attribute name="aria-label">Notes</xsl:attribute>
        <hr/>
        <ol>
          <xsl:apply-templates select="$notes[not(@end = 'true')]" mode="end"/>
          <xsl:apply-templates select="$notes[@end = 'true']" mode="end"/>
        </ol>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="d:footnote" mode="end">
    <xsl:variable name="back">
      <xsl:choose>
        <xsl:when test="$french">Retour au texte de la note </xsl:when>
        <xsl:otherwise>Back to the text of note </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <li id="mlg-note-{@m:index}" style="list-style-type:'{@m:number}. '">
      <xsl:apply-templates/>
      <p class="back">
        <a href="#mlg-call-{@m:index}" role="doc-backlink" aria-label="{$back}{@m:number}">↩</a>
      </p>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:include href="html-style.xsl"/>
</xsl:stylesheet>
