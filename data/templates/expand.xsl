<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!--
  From the source of a template to the template: what stands in clauses.xml takes the place of each
  s:use. How sources are written is said at the top of clauses.xml.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:t="urn:maillage:template:1" xmlns:s="urn:maillage:source:1"
                xmlns:d="urn:maillage:document:1" exclude-result-prefixes="t s">

  <xsl:output encoding="UTF-8"/>

  <xsl:variable name="shared" select="document('clauses.xml')/s:shared"/>

  <!-- The namespaces of the template are declared once, and that of sources is not. -->
  <xsl:template match="/t:template">
    <template xmlns="urn:maillage:template:1">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates/>
    </template>
  </xsl:template>

  <xsl:template match="*">
    <xsl:param name="fills"/>
    <xsl:element name="{name()}" namespace="{namespace-uri()}">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates>
        <xsl:with-param name="fills" select="$fills"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <!-- Words are wrapped in a source, and stand on one line in a template. -->
  <xsl:template match="text()">
    <xsl:variable name="spaced" select="translate(., '&#9;&#10;&#13;', '   ')"/>
    <xsl:if test="starts-with($spaced, ' ')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:value-of select="normalize-space()"/>
    <xsl:if test="normalize-space() and substring($spaced, string-length()) = ' '">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()"/>

  <xsl:template match="s:*">
    <xsl:call-template name="stop">
      <xsl:with-param name="why">
        <xsl:value-of select="concat('no ', name(), ' can stand in ', name(..))"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A shared clause; one whose slots are filled is another clause, with its own uri. -->
  <xsl:template match="s:use[@clause]">
    <xsl:param name="fills"/>
    <xsl:variable name="use" select="."/>
    <xsl:variable name="clause"
                  select="$shared//t:clause[t:text/d:section/@xml:id = $use/@clause]"/>
    <xsl:call-template name="check-one">
      <xsl:with-param name="found" select="$clause"/>
      <xsl:with-param name="name" select="@clause"/>
    </xsl:call-template>
    <xsl:if test="not(@uri) and (s:fill or not($clause/@uri))">
      <xsl:call-template name="stop">
        <xsl:with-param name="why">
          <xsl:value-of select="concat(@clause, ': a clause made from this frame needs its own uri')"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="@uri and not(s:fill)">
      <xsl:call-template name="stop">
        <xsl:with-param name="why">
          <xsl:value-of select="concat(@clause, ': with no slot filled, the clause keeps its shared uri')"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:call-template name="check-fills">
      <xsl:with-param name="in" select="$clause"/>
    </xsl:call-template>
    <xsl:for-each select="$clause">
      <xsl:element name="clause" namespace="urn:maillage:template:1">
        <xsl:copy-of select="@*"/>
        <xsl:if test="not(@revision)">
          <xsl:attribute name="revision">1</xsl:attribute>
        </xsl:if>
        <xsl:copy-of select="$use/@uri | $use/@revision | $use/@dimension | $use/@ambition"/>
        <xsl:apply-templates>
          <xsl:with-param name="fills" select="$use/s:fill"/>
        </xsl:apply-templates>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- A shared passage that is no clause, or a group of them. -->
  <xsl:template match="s:use[@part]">
    <xsl:variable name="part" select="$shared/s:part[@name = current()/@part]"/>
    <xsl:call-template name="check-one">
      <xsl:with-param name="found" select="$part"/>
      <xsl:with-param name="name" select="@part"/>
    </xsl:call-template>
    <xsl:call-template name="check-fills">
      <xsl:with-param name="in" select="$part"/>
    </xsl:call-template>
    <xsl:apply-templates select="$part/node()">
      <xsl:with-param name="fills" select="s:fill"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="s:use[@fields]">
    <xsl:variable name="group" select="$shared/s:fields[@name = current()/@fields]"/>
    <xsl:call-template name="check-one">
      <xsl:with-param name="found" select="$group"/>
      <xsl:with-param name="name" select="@fields"/>
    </xsl:call-template>
    <xsl:apply-templates select="$group/node()"/>
  </xsl:template>

  <!-- One shared field: attributes take the place of its own, a label or a help too, columns and
       choices are added. -->
  <xsl:template match="s:use[@field]">
    <xsl:variable name="use" select="."/>
    <xsl:variable name="field" select="$shared/s:fields/t:field[@name = $use/@field]"/>
    <xsl:call-template name="check-one">
      <xsl:with-param name="found" select="$field"/>
      <xsl:with-param name="name" select="@field"/>
    </xsl:call-template>
    <xsl:for-each select="$field">
      <xsl:element name="field" namespace="urn:maillage:template:1">
        <xsl:copy-of select="@*"/>
        <xsl:copy-of select="$use/@*[name() != 'field']"/>
        <xsl:apply-templates select="t:label[not($use/t:label)] | $use/t:label"/>
        <xsl:apply-templates select="t:help[not($use/t:help)] | $use/t:help"/>
        <xsl:apply-templates select="t:choice | t:column"/>
        <xsl:apply-templates select="$use/t:choice | $use/t:column"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- What a source puts there, else what the slot holds. -->
  <xsl:template match="s:slot">
    <xsl:param name="fills"/>
    <xsl:variable name="fill" select="$fills[@slot = current()/@name]"/>
    <xsl:choose>
      <xsl:when test="$fill">
        <xsl:apply-templates select="$fill[1]/node()"/>
      </xsl:when>
      <xsl:when test="@required = 'true'">
        <xsl:call-template name="stop">
          <xsl:with-param name="why">
            <xsl:value-of select="concat('the slot ', @name, ' of ',
                                         ancestor::t:clause[1]//d:section/@xml:id, ' must be filled')"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="check-one">
    <xsl:param name="found"/>
    <xsl:param name="name"/>
    <xsl:if test="count($found) != 1">
      <xsl:call-template name="stop">
        <xsl:with-param name="why">
          <xsl:value-of select="concat(count($found), ' things called ', $name, ' in clauses.xml')"/>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template name="check-fills">
    <xsl:param name="in"/>
    <xsl:for-each select="s:fill">
      <xsl:if test="not($in//s:slot/@name[. = current()/@slot])
                    or preceding-sibling::s:fill[@slot = current()/@slot]">
        <xsl:call-template name="stop">
          <xsl:with-param name="why">
            <xsl:value-of select="concat(../@clause, ../@part, ' has no slot ', @slot, ', or it is filled twice')"/>
          </xsl:with-param>
        </xsl:call-template>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="stop">
    <xsl:param name="why"/>
    <xsl:message terminate="yes"><xsl:value-of select="normalize-space($why)"/></xsl:message>
  </xsl:template>
</xsl:stylesheet>
