/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_LIBRARY_PAGE (mlg_library_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgLibraryPage, mlg_library_page, MLG, LIBRARY_PAGE, MlgPage)

G_END_DECLS
