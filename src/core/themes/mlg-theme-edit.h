/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* What one does to themes, inside an action. Editors of single records of this room, whatever their
 * kind (questionnaires and questions too), write them by mlg_theme_store() and take them away by
 * mlg_theme_remove(): the rules hold, and what follows from a change is done with it. */

gboolean mlg_theme_is_kind (const MlgKind *kind);
gboolean mlg_theme_store (MlgConnection *db, MlgRecord *record, GError **error);
gboolean mlg_theme_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
gboolean mlg_theme_set_state (MlgConnection *db, gint64 theme, const char *state, GError **error);
gboolean mlg_theme_add_interest (
    MlgConnection *db, gint64 theme, gint64 body, gint64 person, const char *wish, GError **error);

GPtrArray *mlg_theme_list_usual (GError **error);
gboolean mlg_theme_add_usual (MlgConnection *db, guint *n_added, GError **error);

G_END_DECLS
