/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-docx.h"
#include "mlg-document-reading.h"

G_BEGIN_DECLS

/* Names are compared without their namespace: the strict and the transitional kind of the format
 * differ in it, and nothing else uses these names where they are looked for. */

/** How one level of a list is numbered. */
typedef struct
{
  const char *kind;      /* (unowned) lists of the same kind count together */
  const char *numbering; /* (unowned) (nullable) static; none for bullets */
  char *before;          /* (owned) */
  char *after;           /* (owned) */
  guint levels;          /* that the label shows */
  guint start;
  gboolean restarts; /* at @start, the first time that it is used */
} MlgDocxLevel;

/** A field that is open. */
typedef struct
{
  GString *code;       /* (owned) what Word is told */
  const xmlNode *data; /* (unowned) (nullable) of a field of a form */
  const char *opened;  /* (unowned) (nullable) static: the element that its result stands in */
  gboolean is_page;    /* its result is a page number, which we know better */
  gboolean decided;    /* the code was read */
} MlgDocxField;

#define MLG_DOCX_LEVELS 9

typedef struct
{
  MlgReading reading;
  MlgPackage *package;   /* (unowned) */
  GHashTable *levels;    /* (owned) (element-type utf8 guint) style → level of heading, from 1 */
  GHashTable *styles;    /* (owned) (element-type utf8 xmlNode) identifier → style */
  GHashTable *formats;   /* (owned) (element-type utf8 MlgDocxLevel) "numId/level" → numbering */
  GHashTable *counts;    /* (owned) (element-type utf8 guint) kind → counters */
  GHashTable *restarted; /* (owned) (element-type utf8) formats that restarted already */
  GPtrArray *note_parts; /* (owned) (element-type xmlDoc) where the notes are */
  GHashTable *note_targets; /* (owned) (element-type utf8 utf8) like targets, for footnotes */
  GArray *fields;           /* (owned) (element-type MlgDocxField) */
  GArray *sections;         /* (owned) (element-type gboolean) whether pages lie landscape */
  guint section;            /* the one that is read */
  const char *outline;      /* (unowned) (nullable) what numbers the headings */
  const xmlNode *caption;   /* (unowned) (nullable) of the table that follows */
  struct
  {
    const char *id; /* (unowned) */
    guint value;    /* of the last item */
  } open[MLG_DOCX_LEVELS];
  GHashTable *targets;   /* (owned) (element-type utf8 utf8) relationship → part or address */
  GHashTable *footnotes; /* (owned) (element-type utf8 xmlNode) identifier → footnote */
  GHashTable *endnotes;  /* (owned) (element-type utf8 xmlNode) */
  GHashTable *comments;  /* (owned) (element-type utf8 xmlNode) */
  guint depth;           /* lists open here */
  gboolean in_toc;
} MlgDocx;

xmlDoc *
mlg_docx_read_part (MlgPackage *package, const char *part, const char *name, GError **error);
char *mlg_docx_read_relationships (MlgPackage *package,
                                   const char *part,
                                   const char *kind,
                                   GHashTable *targets);
void mlg_docx_read_page_parts (MlgDocx *self, MlgPackage *package, const xmlNode *body);

gboolean mlg_docx_is (const xmlNode *node, const char *name);
gboolean mlg_docx_is_one_of (const xmlNode *node, const char *const *names);
xmlNode *mlg_docx_find (const xmlNode *parent, const char *name);
const char *mlg_docx_get (const xmlNode *node, const char *name);
const char *mlg_docx_value (const xmlNode *parent, const char *name);
gboolean mlg_docx_is_on (const xmlNode *parent, const char *name);
void mlg_docx_read_blocks (MlgDocx *self, xmlNode *parent);
void mlg_docx_read_table (MlgDocx *self, xmlNode *table);
void mlg_docx_read_run (MlgDocx *self, xmlNode *run);
void mlg_docx_read_words (MlgDocx *self, xmlNode *node, MlgMarks marks);
void mlg_docx_read_inline (MlgDocx *self, xmlNode *parent, MlgMarks marks);

const xmlNode *mlg_docx_find_below (const xmlNode *parent, const char *name);
void mlg_docx_read_drawing (MlgDocx *self, xmlNode *drawing);

void mlg_docx_collect_words (const xmlNode *parent, GString *words);
xmlNode *mlg_docx_choose (MlgDocx *self, const xmlNode *alternatives);
void mlg_docx_report_entries (MlgDocx *self, const xmlNode *properties);
void mlg_docx_report_part (MlgDocx *self, const xmlNode *node);
void mlg_docx_read_ruby (MlgDocx *self, xmlNode *ruby, MlgMarks marks);
void mlg_docx_report_uncalled (MlgDocx *self, GHashTable *notes);

const char *mlg_docx_style_name (const MlgDocx *self, const xmlNode *look);
const char *mlg_docx_role (const MlgDocx *self, const xmlNode *look);
const char *mlg_docx_align (const xmlNode *look);
guint mlg_docx_heading_level (const MlgDocx *self, const xmlNode *look);
guint mlg_docx_continued_depth (const MlgDocx *self, const xmlNode *look);
void mlg_docx_collect_sections (MlgDocx *self, const xmlNode *body);
void mlg_docx_end_section (MlgDocx *self);

void mlg_docx_level_free (gpointer level);
void mlg_docx_collect_formats (MlgDocx *self, xmlDoc *numbering);
const char *mlg_docx_find_number (const MlgDocx *self, const xmlNode *look, guint *level);
void mlg_docx_read_outline (MlgDocx *self);
void mlg_docx_number_heading (MlgDocx *self, const xmlNode *look);
void mlg_docx_enter_item (MlgDocx *self, const char *id, guint level);
void mlg_docx_close_lists (MlgDocx *self, guint depth);

gboolean mlg_docx_read_field_part (MlgDocx *self, const xmlNode *node);
gboolean mlg_docx_open_field (MlgDocx *self, const char *code, MlgDocxField *field);
void mlg_docx_close_field (MlgDocx *self, MlgDocxField *field);
guint mlg_docx_toc_depth (const xmlNode *paragraph);
void mlg_docx_clear_field (gpointer field);

G_END_DECLS
