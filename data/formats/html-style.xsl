<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!-- How a page looks on a screen and on paper. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:template name="style">
    <style>
:root { color-scheme: light dark; --ink: #1a1a1a; --accent: #1f3864; --rule: #8a94a6; --soft: #eef1f6; --gap: #ffe38a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --accent: #a9c1ec; --rule: #6b7585; --soft: #262b33; --gap: #6b5300; }
  body { background: #16181c; }
}
body { margin: 0 auto; padding: 1rem; max-width: 48rem; color: var(--ink);
  font: 1rem/1.5 "Liberation Sans", Carlito, Arial, Helvetica, sans-serif; }
h1, h2, h3, h4, h5, h6 { color: var(--accent); line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.35rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
.title { font-size: 2rem; text-align: center; }
.subtitle { font-size: 1.25rem; text-align: center; color: var(--accent); }
p { margin: 0 0 .6em; orphans: 2; widows: 2; }
blockquote { margin: 1em 0 1em 1.5em; padding-left: 1em; border-left: .2em solid var(--rule); }
.address { margin-left: 50%; }
.signature { margin: 2em 0 4em 50%; break-inside: avoid; }
.small, .notes { font-size: .875rem; }
.align-center { text-align: center; } .align-right { text-align: right; } .align-left { text-align: left; }
.align-justify { text-align: justify; hyphens: auto; }
ul, ol { padding-left: 2em; margin: .4em 0 .8em; } li > p { margin-bottom: .3em; }
li.goes-on { list-style: none; }
.table { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; margin: 0; }
table table { margin: .3em 0; }
caption { text-align: left; font-weight: bold; color: var(--accent); padding: .3em 0; }
th, td { border: 1px solid var(--rule); padding: .35em .5em; vertical-align: top; text-align: left; }
th { background: var(--soft); } th p, td p { margin: 0; } th p + p, td p + p { margin-top: .4em; }
.plain > * > tr > th, .plain > * > tr > td { border: 0; background: none; }
td.align-right, th.align-right { text-align: right; } td.align-center, th.align-center { text-align: center; }
td.align-justify { text-align: justify; }
img { max-width: 100%; height: auto; } .image { text-align: center; }
.tab { display: inline-block; min-width: 2em; white-space: pre; }
mark { background: var(--gap); color: inherit; padding: 0 .15em; }
a { color: var(--accent); }
.toc ul { list-style: none; padding: 0; } .toc-title { font-weight: bold; font-size: 1.2rem; color: var(--accent); }
.toc .level-2 { padding-left: 1.5em; } .toc .level-3 { padding-left: 3em; } .toc .level-4 { padding-left: 4.5em; }
.toc .level-5, .toc .level-6, .toc .level-7, .toc .level-8, .toc .level-9, .toc .level-10 { padding-left: 6em; }
header, footer { font-size: .875rem; } .back { margin: 0; }
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@page landscape { size: A4 landscape; }
@media print {
  :root { --ink: #000; --accent: #1f3864; --rule: #666; --soft: #eef1f6; --gap: #ffe38a; }
  body { max-width: none; padding: 0; font-size: 10.5pt; background: none; }
  .landscape { page: landscape; } .portrait { page: auto; }
  .page-break { break-before: page; } .screen-only, .back { display: none; }
  .table { overflow: visible; } thead { display: table-header-group; } tr, img { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
</style>
  </xsl:template>
</xsl:stylesheet>
