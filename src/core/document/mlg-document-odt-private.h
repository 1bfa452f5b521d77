/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-odt.h"
#include "mlg-document-reading.h"

G_BEGIN_DECLS

#define OASIS  "urn:oasis:names:tc:opendocument:xmlns:"
#define TEXT   OASIS "text:1.0"
#define TABLE  OASIS "table:1.0"
#define OFFICE OASIS "office:1.0"
#define DRAW   OASIS "drawing:1.0"
#define STYLE  OASIS "style:1.0"
#define FO     OASIS "xsl-fo-compatible:1.0"
#define FORM   OASIS "form:1.0"
#define SVG    OASIS "svg-compatible:1.0"
#define XLINK  "http://www.w3.org/1999/xlink"
#define DC     "http://purl.org/dc/elements/1.1/"

typedef struct
{
  MlgReading reading;
  MlgPackage *package; /* (unowned) (nullable) none for a flat file */
  GHashTable *styles;  /* (owned) (element-type utf8 xmlNode) name → style:style */
  GHashTable *lists;   /* (owned) (element-type utf8 xmlNode) name → text:list-style */
  GHashTable *pages;   /* (owned) (element-type utf8 gboolean) kind of page → lies landscape */
  GHashTable *counts; /* (owned) (element-type utf8 guint) list style → number after the last one */
  xmlNode *caption;   /* (unowned) (nullable) the caption of the table that follows */
  gboolean outline;   /* headings are numbered by themselves */
  gboolean in_heading_list; /* inside a list that only numbers headings */
  guint list_level;
  const char *list_style; /* (unowned) (nullable) of the list around here */
} MlgOdt;

gboolean mlg_odt_is_in (const xmlNode *node, const char *ns);
gboolean mlg_odt_is (const xmlNode *node, const char *ns, const char *name);
xmlNode *mlg_odt_find (const xmlNode *parent, const char *ns, const char *name);
guint mlg_odt_number (const xmlNode *node, const char *ns, const char *name, guint otherwise);
void mlg_odt_read_blocks (MlgOdt *self, xmlNode *parent);

double mlg_odt_millimetres (const char *text);
void mlg_odt_read_frame (MlgOdt *self, xmlNode *frame);
void mlg_odt_report_words (MlgOdt *self, const xmlNode *node);
void mlg_odt_report_said (MlgOdt *self, const xmlNode *node, const char *ns);
void mlg_odt_report_form (MlgOdt *self, const xmlNode *form);

const char *mlg_odt_label_part (const xmlNode *level, const char *name);
const char *mlg_odt_numbering (const char *format);
void mlg_odt_number_heading (MlgOdt *self, const xmlNode *heading);
void mlg_odt_read_list (MlgOdt *self, xmlNode *list);

MlgMarks mlg_odt_marks (const MlgOdt *self, const char *name, MlgMarks marks);
MlgMarks mlg_odt_paragraph_marks (const MlgOdt *self, const xmlNode *paragraph);
const char *mlg_odt_named_style (const MlgOdt *self, const xmlNode *paragraph);
const char *mlg_odt_role (const MlgOdt *self, const xmlNode *paragraph);
const char *mlg_odt_align (const MlgOdt *self, const xmlNode *paragraph);
char *mlg_odt_column_widths (const MlgOdt *self, const xmlNode *table);
gboolean mlg_odt_is_borderless (const MlgOdt *self, const xmlNode *table);
gboolean mlg_odt_is_title (const MlgOdt *self, const xmlNode *cell);
void mlg_odt_collect_pages (MlgOdt *self, const xmlNode *root);
void mlg_odt_begin_page (MlgOdt *self, const char *style_name, const char *properties);

G_END_DECLS
