/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-clause.h"
#include "store/mlg-connection.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* Clauses put into the text of a template or of a draft, and taken out of it. What writes is for inside an
 * action. */

/** A clause of the library that would satisfy a rule. */
typedef struct
{
  gint64 id;
  char *title;    /* (owned) */
  char *ambition; /* (owned) (nullable) a code of mlg_ambitions */
} MlgFittingClause;

MlgTemplate *mlg_clause_put_in (MlgTemplate *template, MlgRecord *clause, GError **error);
MlgTemplate *mlg_clause_take_out (MlgTemplate *template, const char *uri, GError **error);

gboolean mlg_draft_add_clause (MlgConnection *db, gint64 draft, gint64 clause, GError **error);
gboolean mlg_draft_remove_clause (MlgConnection *db, gint64 draft, const char *uri, GError **error);
gboolean
mlg_template_add_clause (MlgConnection *db, gint64 template, gint64 clause, GError **error);
gboolean
mlg_template_remove_clause (MlgConnection *db, gint64 template, const char *uri, GError **error);

gboolean mlg_clause_find (MlgConnection *db, const char *uri, gint64 *id, GError **error);
GPtrArray *mlg_clause_find_fitting (MlgConnection *db,
                                    MlgTemplate *template,
                                    const char *phase,
                                    const char *dimension,
                                    guint limit,
                                    GError **error);
GPtrArray *mlg_clause_list_variants (MlgConnection *db, gint64 clause, GError **error);

G_END_DECLS
