/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "mlg-odf-body.h"

G_BEGIN_DECLS

/** XML as it is written. The prefixes are those that the frame declares. */
typedef struct
{
  GString *out; /* (unowned) what @take did not get yet */
  MlgOdfTakeFunc take;
  gpointer data;     /* (unowned) of @take */
  gboolean tag_open; /* the start of an element waits for more attributes */
  gboolean flat;     /* images are in the text, not beside it */
  gboolean french;   /* what is said around the words is in French */
  gboolean outline;  /* headings have numbers by themselves */
} MlgOdfBody;

void mlg_odf_open (MlgOdfBody *self, const char *name, ...) G_GNUC_NULL_TERMINATED;
void mlg_odf_attribute (MlgOdfBody *self, const char *name, const char *value);
void mlg_odf_text (MlgOdfBody *self, const char *text);
void mlg_odf_close (MlgOdfBody *self, const char *name);
void mlg_odf_write_simple (MlgOdfBody *self, const char *name, const char *text);
void mlg_odf_write_empty (MlgOdfBody *self, const char *name);
void mlg_odf_empty_line (MlgOdfBody *self, const char *style);

const char *mlg_odf_get (const xmlNode *node, const char *name);
guint mlg_odf_get_number (const xmlNode *node, const char *name);
const char *mlg_odf_get_xml (const xmlNode *node, const char *name);
gboolean mlg_odf_is (const xmlNode *node, const char *name);
gboolean mlg_odf_is_added (const xmlNode *element);
gboolean mlg_odf_has_elements (const xmlNode *node);

void mlg_odf_write_node (MlgOdfBody *self, const xmlNode *node);
void mlg_odf_write_children (MlgOdfBody *self, const xmlNode *parent);
void mlg_odf_write_line (MlgOdfBody *self, const xmlNode *line);
void mlg_odf_write_language (MlgOdfBody *self, const xmlNode *words);
char *mlg_odf_look (const xmlNode *block);

void mlg_odf_write_heading (MlgOdfBody *self, const xmlNode *heading);
void mlg_odf_write_list (MlgOdfBody *self, const xmlNode *list);
void mlg_odf_write_table (MlgOdfBody *self, const xmlNode *table);
void mlg_odf_write_toc (MlgOdfBody *self, const xmlNode *toc);

void mlg_odf_write_style (MlgOdfBody *self, const xmlNode *words);
void mlg_odf_write_span (MlgOdfBody *self, const xmlNode *span);
void mlg_odf_write_field (MlgOdfBody *self, const xmlNode *field);
void mlg_odf_write_link (MlgOdfBody *self, const xmlNode *link);
void mlg_odf_write_reference (MlgOdfBody *self, const xmlNode *reference);
void mlg_odf_write_mark (MlgOdfBody *self, const xmlNode *mark);
void mlg_odf_write_footnote (MlgOdfBody *self, const xmlNode *footnote);
void mlg_odf_write_note (MlgOdfBody *self, const xmlNode *note);
void mlg_odf_write_image (MlgOdfBody *self, const xmlNode *image);

G_END_DECLS
