/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-rich-buffer.h"

G_BEGIN_DECLS

#define MLG_TYPE_RICH_VIEW (mlg_rich_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgRichView, mlg_rich_view, MLG, RICH_VIEW, GtkTextView)

MlgRichBuffer *mlg_rich_view_get_buffer (MlgRichView *self);

G_END_DECLS
