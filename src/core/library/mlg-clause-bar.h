/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** What feedback sheets tell of a clause, or of the clauses of the same need, at one ambition. */
typedef struct
{
  char *
      ambition; /* (owned) (nullable) a code of mlg_ambitions; none when no sheet and no clause says it */
  guint sheets;    /* how many purchases asked for it */
  guint counted;   /* of these, how many tell how many offers came */
  guint offers;    /* how many offers came to those in all */
  guint least;     /* to the one that got the fewest */
  guint most;      /* and the most */
  guint fruitless; /* how many got none */
} MlgClauseBar;

GPtrArray *mlg_clause_get_bar (MlgConnection *db, gint64 clause, GError **error);
void mlg_clause_bar_free (MlgClauseBar *bar);

G_END_DECLS
