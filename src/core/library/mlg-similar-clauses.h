/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** From this likeness on, two texts are taken for wordings of one clause. */
#define MLG_SIMILAR_ENOUGH 0.5

/** Texts of clauses, to be found by others that are like them. */
typedef struct _MlgSimilarClauses MlgSimilarClauses;

MlgSimilarClauses *mlg_similar_clauses_new (void);
MlgSimilarClauses *mlg_similar_clauses_load (MlgConnection *db, GError **error);
void mlg_similar_clauses_free (MlgSimilarClauses *self);
void mlg_similar_clauses_add (MlgSimilarClauses *self, gint64 id, const char *words);
gint64 mlg_similar_clauses_find (MlgSimilarClauses *self, const char *words, double *likeness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgSimilarClauses, mlg_similar_clauses_free)

G_END_DECLS
