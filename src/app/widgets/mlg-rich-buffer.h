/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-rich-text.h"

G_BEGIN_DECLS

#define MLG_TYPE_RICH_BUFFER (mlg_rich_buffer_get_type ())
G_DECLARE_FINAL_TYPE (MlgRichBuffer, mlg_rich_buffer, MLG, RICH_BUFFER, GtkTextBuffer)

gboolean mlg_rich_buffer_set_markup (MlgRichBuffer *self,
                                     const char *markup,
                                     GHashTable *labels,
                                     GError **error);
char *mlg_rich_buffer_dup_markup (MlgRichBuffer *self);
void mlg_rich_buffer_undo (MlgRichBuffer *self);
void mlg_rich_buffer_redo (MlgRichBuffer *self);

const MlgRichLine *mlg_rich_buffer_get_line (MlgRichBuffer *self, guint line);
char *mlg_rich_buffer_dup_marker (MlgRichBuffer *self, guint line);
guint mlg_rich_buffer_get_depth (MlgRichBuffer *self, guint line);

void mlg_rich_buffer_toggle_style (MlgRichBuffer *self, const char *name);
void mlg_rich_buffer_toggle_list (MlgRichBuffer *self, const char *numbering);
gboolean mlg_rich_buffer_change_level (MlgRichBuffer *self, int by);
void mlg_rich_buffer_insert_field (MlgRichBuffer *self, const char *name);
const char *mlg_rich_buffer_get_test (MlgRichBuffer *self);
gboolean mlg_rich_buffer_set_test (MlgRichBuffer *self, const char *test);

G_END_DECLS
