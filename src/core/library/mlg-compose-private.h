/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-compose.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

void mlg_compose_mend (xmlDoc *tree, const char *name, MlgIssueList *issues);
MlgTemplate *mlg_compose_finish (xmlDoc *tree, const char *name, GError **error);
/* Appends what stands where a use is marked. */
typedef void (*MlgComposeUse) (gint64 use, gpointer data, GString *text);

void
mlg_compose_append_piece (const char *content, MlgComposeUse append, gpointer data, GString *text);
void mlg_compose_append_end (GString *text);
void mlg_compose_append_start (MlgRecord *template, GString *text);
char *mlg_compose_write_number (double number);
MlgRecord *
mlg_compose_load_wording (MlgConnection *db, gint64 clause, gint64 revision, GError **error);

G_END_DECLS
