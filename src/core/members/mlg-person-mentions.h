/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-mention.h"

G_BEGIN_DECLS

MlgTerms *mlg_person_list_terms (MlgConnection *db, gint64 person, GError **error);
gboolean
mlg_person_foresee_mentions (MlgConnection *db, gint64 person, MlgIssueList *found, GError **error);
gboolean mlg_person_erase (
    MlgConnection *db, gint64 person, MlgIssueList *left, MlgChanges **changes, GError **error);

G_END_DECLS
