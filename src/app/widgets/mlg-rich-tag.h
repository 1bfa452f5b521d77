/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-rich-text.h"

G_BEGIN_DECLS

#define MLG_TYPE_RICH_TAG (mlg_rich_tag_get_type ())
G_DECLARE_FINAL_TYPE (MlgRichTag, mlg_rich_tag, MLG, RICH_TAG, GtkTextTag)

GtkTextTag *mlg_rich_tag_new (MlgRichNode *node);
GtkTextTag *mlg_rich_tag_new_atom (const char *atom);
MlgRichNode *mlg_rich_tag_get_node (MlgRichTag *self);
const char *mlg_rich_tag_get_atom (MlgRichTag *self);

G_END_DECLS
