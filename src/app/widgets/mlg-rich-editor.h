/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-rich-buffer.h"

G_BEGIN_DECLS

#define MLG_TYPE_RICH_EDITOR (mlg_rich_editor_get_type ())
G_DECLARE_FINAL_TYPE (MlgRichEditor, mlg_rich_editor, MLG, RICH_EDITOR, GtkWidget)

gboolean mlg_rich_editor_set_markup (MlgRichEditor *self,
                                     const char *markup,
                                     GHashTable *labels,
                                     GError **error);
char *mlg_rich_editor_dup_markup (MlgRichEditor *self);
MlgRichBuffer *mlg_rich_editor_get_buffer (MlgRichEditor *self);

G_END_DECLS
