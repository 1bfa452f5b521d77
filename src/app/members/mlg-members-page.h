/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-list.h"
#include "widgets/mlg-page.h"

G_BEGIN_DECLS

#define MLG_TYPE_MEMBERS_PAGE (mlg_members_page_get_type ())
G_DECLARE_FINAL_TYPE (MlgMembersPage, mlg_members_page, MLG, MEMBERS_PAGE, MlgPage)

MlgRecordList *mlg_members_page_get_list (MlgMembersPage *self);

G_END_DECLS
