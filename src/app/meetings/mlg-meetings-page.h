/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEETINGS_PAGE (mlg_meetings_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingsPage, mlg_meetings_page, MLG, MEETINGS_PAGE, MlgPage)

G_END_DECLS
