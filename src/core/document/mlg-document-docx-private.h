/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-docx.h"
#include "mlg-document-reading.h"

G_BEGIN_DECLS

/* Names are compared without their namespace: the strict and the transitional kind of the format
 * differ in it, and nothing else uses these names where they are looked for. */

typedef struct
{
  MlgReading reading;
  GHashTable *levels;    /* (owned) (element-type utf8 guint) style → level of heading, from 1 */
  GHashTable *formats;   /* (owned) (element-type utf8 utf8) "numId/level" → numbering */
  GHashTable *targets;   /* (owned) (element-type utf8 utf8) relationship → part or address */
  GHashTable *footnotes; /* (owned) (element-type utf8 xmlNode) identifier → footnote */
  GHashTable *endnotes;  /* (owned) (element-type utf8 xmlNode) */
  GHashTable *comments;  /* (owned) (element-type utf8 xmlNode) */
  guint depth;           /* lists open here */
  gboolean in_toc;
  gboolean in_page_number; /* inside the result of a field that gives one */
} MlgDocx;

gboolean mlg_docx_is (const xmlNode *node, const char *name);
xmlNode *mlg_docx_find (const xmlNode *parent, const char *name);
const char *mlg_docx_get (const xmlNode *node, const char *name);
const char *mlg_docx_value (const xmlNode *parent, const char *name);
void mlg_docx_read_blocks (MlgDocx *self, xmlNode *parent);

G_END_DECLS
