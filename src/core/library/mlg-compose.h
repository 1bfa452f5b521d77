/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* Templates of the library as the one tree that is filled, checked and exported. */

MlgTemplate *
mlg_compose_template (MlgConnection *db, gint64 id, MlgIssueList *issues, GError **error);
MlgTemplate *mlg_compose_older (
    MlgConnection *db, gint64 id, guint revision, MlgIssueList *issues, GError **error);
MlgTemplate *mlg_compose_draft (MlgConnection *db, gint64 id, MlgIssueList *issues, GError **error);
char *mlg_compose_write (MlgConnection *db, gint64 id, GError **error);
char *mlg_compose_outline (MlgConnection *db, gint64 id, GError **error);

G_END_DECLS
