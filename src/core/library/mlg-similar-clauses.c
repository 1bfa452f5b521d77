/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-similar-clauses.h"

#include "store/mlg-fold.h"
#include "store/mlg-statement.h"

/* How like two texts are: the share of the runs of three words that both have among those that either has
 * (w-shingling and resemblance, A. Broder, "On the resemblance and containment of documents", 1997). Words
 * are compared without case and accents; of each run only a hash is kept, so that two runs in some billions
 * are taken for one another. */
#define RUN 3

typedef struct
{
  gint64 id;
  guint n_runs;
} Known;

struct _MlgSimilarClauses
{
  GArray *known;    /* (owned) of Known */
  GHashTable *runs; /* (owned) hash of a run → GArray of the indexes of those that have it */
};

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c);
}

static GPtrArray *
cut (const char *words)
{
  g_autofree char *folded = mlg_fold (words);
  GPtrArray *cut = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && is_word (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        {
          g_ptr_array_add (cut, g_strndup (start, (gsize) (p - start)));
          start = NULL;
        }
      if (*p == '\0')
        return cut;
    }
}

/* Returns: (transfer full): the set of the hashes of its runs; a shorter text is one run */
static GHashTable *
make_runs (const char *words)
{
  g_autoptr (GPtrArray) list = cut (words);
  GHashTable *runs = g_hash_table_new (NULL, NULL);
  guint n = list->len < RUN ? (list->len > 0 ? 1 : 0) : list->len - RUN + 1;

  for (guint i = 0; i < n; i++)
    {
      guint64 hash = 14695981039346656037u; /* FNV-1a */

      for (guint j = i; j < MIN (i + RUN, list->len); j++)
        {
          for (const guchar *p = list->pdata[j]; *p != '\0'; p++)
            hash = (hash ^ *p) * 1099511628211u;
          hash = (hash ^ ' ') * 1099511628211u;
        }
      g_hash_table_add (runs, GSIZE_TO_POINTER (hash));
    }
  return runs;
}

/**
 * mlg_similar_clauses_add:
 * @id: what mlg_similar_clauses_find() gives
 * @words: a text
 */
void
mlg_similar_clauses_add (MlgSimilarClauses *self, gint64 id, const char *words)
{
  g_autoptr (GHashTable) runs = make_runs (words);
  const Known known = { id, g_hash_table_size (runs) };
  guint index = self->known->len;
  GHashTableIter iter;
  gpointer run;

  g_array_append_val (self->known, known);
  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      GArray *having = g_hash_table_lookup (self->runs, run);

      if (having == NULL)
        {
          having = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->runs, run, having);
        }
      g_array_append_val (having, index);
    }
}

/**
 * mlg_similar_clauses_find:
 * @likeness: (out): 0 to 1
 *
 * Returns: the id of the text that is most like this one; 0 when none has anything in common with it
 */
gint64
mlg_similar_clauses_find (MlgSimilarClauses *self, const char *words, double *likeness)
{
  g_autoptr (GHashTable) runs = make_runs (words);
  g_autofree guint *common = g_new0 (guint, self->known->len + 1);
  GHashTableIter iter;
  gpointer run;
  gint64 best = 0;

  *likeness = 0;
  g_hash_table_iter_init (&iter, runs);
  while (g_hash_table_iter_next (&iter, &run, NULL))
    {
      GArray *having = g_hash_table_lookup (self->runs, run);

      for (guint i = 0; having != NULL && i < having->len; i++)
        common[g_array_index (having, guint, i)]++;
    }
  for (guint i = 0; i < self->known->len; i++)
    {
      const Known *known = &g_array_index (self->known, Known, i);
      double share = common[i] == 0 ? 0
                                    : (double) common[i]
                                          / (g_hash_table_size (runs) + known->n_runs - common[i]);

      if (share > *likeness)
        {
          *likeness = share;
          best = known->id;
        }
    }
  return best;
}

/**
 * mlg_similar_clauses_new:
 *
 * Makes an empty set of clauses that are compared by their words.
 *
 * Returns: (transfer full): what was made
 */
MlgSimilarClauses *
mlg_similar_clauses_new (void)
{
  MlgSimilarClauses *self = g_new0 (MlgSimilarClauses, 1);

  self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  self->runs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

/**
 * mlg_similar_clauses_load:
 *
 * Returns: (transfer full): all the clauses of the library that are not archived; %NULL with @error set
 */
MlgSimilarClauses *
mlg_similar_clauses_load (MlgConnection *db, GError **error)
{
  g_autoptr (MlgSimilarClauses) self = mlg_similar_clauses_new ();
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, "SELECT id, words_of(text) FROM clause WHERE coalesce(archived, 0)=0", error);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    mlg_similar_clauses_add (self, mlg_statement_get_integer (statement, 0),
                             mlg_statement_get_text (statement, 1));
  return step == MLG_STEP_DONE ? g_steal_pointer (&self) : NULL;
}

/**
 * mlg_similar_clauses_free:
 * @self: (transfer full): a set
 *
 * Frees the set; clauses that were given out live on with their references.
 */
void
mlg_similar_clauses_free (MlgSimilarClauses *self)
{
  g_array_unref (self->known);
  g_hash_table_unref (self->runs);
  g_free (self);
}
