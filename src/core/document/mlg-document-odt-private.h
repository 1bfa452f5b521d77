/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-odt.h"
#include "mlg-document-reading.h"

G_BEGIN_DECLS

#define OASIS  "urn:oasis:names:tc:opendocument:xmlns:"
#define TEXT   OASIS "text:1.0"
#define TABLE  OASIS "table:1.0"
#define OFFICE OASIS "office:1.0"
#define STYLE  OASIS "style:1.0"
#define FO     OASIS "xsl-fo-compatible:1.0"
#define SVG    OASIS "svg-compatible:1.0"
#define XLINK  "http://www.w3.org/1999/xlink"
#define DC     "http://purl.org/dc/elements/1.1/"

typedef struct
{
  MlgReading reading;
  GHashTable *styles; /* (owned) (element-type utf8 xmlNode) name → style:style */
  GHashTable *lists;  /* (owned) (element-type utf8 xmlNode) name → text:list-style */
  guint list_level;
  const char *list_style; /* (unowned) (nullable) of the list around here */
} MlgOdt;

gboolean mlg_odt_is_in (const xmlNode *node, const char *ns);
gboolean mlg_odt_is (const xmlNode *node, const char *ns, const char *name);
xmlNode *mlg_odt_find (const xmlNode *parent, const char *ns, const char *name);
void mlg_odt_read_blocks (MlgOdt *self, xmlNode *parent);

G_END_DECLS
