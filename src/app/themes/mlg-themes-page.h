/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_THEMES_PAGE (mlg_themes_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemesPage, mlg_themes_page, MLG, THEMES_PAGE, MlgPage)

G_END_DECLS
