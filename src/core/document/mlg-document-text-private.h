/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** Lines of text, without their ends. */
typedef GPtrArray MlgLines;

MlgLines *mlg_lines_new (void);
void mlg_lines_add (MlgLines *self, const char *line);
void mlg_lines_add_gap (MlgLines *self);
void mlg_lines_add_words (MlgLines *self, const char *text, guint width);
void mlg_lines_add_hanging (MlgLines *self, MlgLines *inside, const char *label, guint indent);

guint mlg_text_get_width (const char *text);
void mlg_text_append_padded (GString *out, const char *text, guint width);
const char *mlg_text_get (const xmlNode *node, const char *name);
char *mlg_text_get_line (const xmlNode *line);
MlgLines *mlg_text_lay_flow (const xmlNode *parent, guint width);
void mlg_text_lay_table (MlgLines *lines, const xmlNode *table, guint width);

G_END_DECLS
