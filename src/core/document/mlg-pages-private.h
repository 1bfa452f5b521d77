/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-pages.h"
#include "mlg-page-draw.h"

G_BEGIN_DECLS

guint64 mlg_pages_get_n_steps (MlgPages *self);
const MlgPage *mlg_pages_get_page (MlgPages *self, guint page);
void mlg_pages_draw_tagged (MlgPages *self, guint page, MlgPageDrawing *drawing);

G_END_DECLS
