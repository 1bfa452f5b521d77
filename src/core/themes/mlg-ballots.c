/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-ballots.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What stands beside the values of a ballot. */
typedef struct
{
  gint64 weight; /* of all its voters together, in thousandths */
  guint voters;
  const char *labels[MLG_N_SPLITS]; /* (unowned) (nullable) in the chunk */
} Row;

struct _MlgBallots
{
  MlgBallotForm form;
  GStrv options;       /* (owned) */
  guint n;             /* options */
  GArray *values;      /* (owned) of gint32, n for each row */
  GArray *rows;        /* (owned) of Row */
  GStringChunk *chunk; /* (owned) the labels */
  guint64 *hands;      /* (owned) for each option */
  gint64 total;        /* thousandths */
  guint64 voters;
  gboolean single;
};

/**
 * mlg_ballots_new:
 * @options: 1 to %MLG_BALLOTS_MAX_OPTIONS names, ended by %NULL
 *
 * Returns: (transfer full): no ballot yet
 */
MlgBallots *
mlg_ballots_new (MlgBallotForm form, const char *const *options)
{
  MlgBallots *self = g_new0 (MlgBallots, 1);

  self->form = form;
  self->options = g_strdupv ((GStrv) options);
  self->n = g_strv_length (self->options);
  g_assert (self->n <= MLG_BALLOTS_MAX_OPTIONS);
  self->values = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->chunk = g_string_chunk_new (1024);
  self->hands = g_new0 (guint64, self->n);
  return self;
}

/**
 * mlg_ballots_free:
 * @self: (transfer full) (nullable)
 */
void
mlg_ballots_free (MlgBallots *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->options);
  g_array_unref (self->values);
  g_array_unref (self->rows);
  g_string_chunk_free (self->chunk);
  g_free (self->hands);
  g_free (self);
}

static gboolean
add_row (MlgBallots *self, const gint32 *values, gint64 weight, guint voters, GError **error)
{
  Row row = { .weight = weight, .voters = voters };

  if (weight > MLG_BALLOTS_MAX_TOTAL * MLG_BALLOTS_UNIT - self->total)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _ ("The ballots weigh too much together to be counted exactly"));
      return FALSE;
    }
  g_array_append_vals (self->values, values, self->n);
  g_array_append_val (self->rows, row);
  self->total += weight;
  self->voters += voters;
  return TRUE;
}

/**
 * mlg_ballots_add:
 * @values: what it says of each option, in the unit of the form, or %MLG_BALLOT_NONE
 * @weight: of one voter, from 0; rounded to a thousandth
 * @voters: how many voted so
 *
 * Adds the same ballot of so many voters.
 *
 * Errors: %G_IO_ERROR_INVALID_DATA for a weight that cannot be counted exactly.
 */
gboolean
mlg_ballots_add (
    MlgBallots *self, const gint32 *values, double weight, guint voters, GError **error)
{
  if (!(weight >= 0) || weight > MLG_BALLOTS_MAX_WEIGHT || weight * voters > MLG_BALLOTS_MAX_TOTAL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _ ("a weight from 0 to %.0f is expected"), MLG_BALLOTS_MAX_WEIGHT);
      return FALSE;
    }
  return add_row (self, values, (gint64) llround (weight * MLG_BALLOTS_UNIT) * voters, voters,
                  error);
}

/**
 * mlg_ballots_label:
 * @label: (nullable): the group, in words
 *
 * Says in which group the ballot is that was added last.
 */
void
mlg_ballots_label (MlgBallots *self, MlgBallotSplit split, const char *label)
{
  g_return_if_fail (self->rows->len > 0);

  if (label != NULL)
    g_array_index (self->rows, Row, self->rows->len - 1).labels[split] =
        g_string_chunk_insert_const (self->chunk, label);
}

/**
 * mlg_ballots_add_hands:
 *
 * Adds hands that were raised for an option: they count as approvals, and nobody knows by whom.
 */
void
mlg_ballots_add_hands (MlgBallots *self, guint option, guint hands)
{
  g_return_if_fail (option < self->n);

  self->hands[option] += hands;
}

/**
 * mlg_ballots_set_single:
 * @single: whether everybody chooses one option: then hands are first places too
 */
void
mlg_ballots_set_single (MlgBallots *self, gboolean single)
{
  self->single = single;
}

/**
 * mlg_ballots_get_form:
 *
 * Returns: how the question was answered: by ranks, by marks or by choosing; it tells which methods
 *   can count it
 */
MlgBallotForm
mlg_ballots_get_form (const MlgBallots *self)
{
  return self->form;
}

/**
 * mlg_ballots_get_n_options:
 *
 * Returns: how many options there were to choose from, those that nobody chose too
 */
guint
mlg_ballots_get_n_options (const MlgBallots *self)
{
  return self->n;
}

/**
 * mlg_ballots_get_options:
 *
 * Returns: (transfer none): their names, ended by %NULL
 */
const char *const *
mlg_ballots_get_options (const MlgBallots *self)
{
  return (const char *const *) self->options;
}

/**
 * mlg_ballots_get_n_rows:
 *
 * Returns: how many different additions there were; not how many voters
 */
guint
mlg_ballots_get_n_rows (const MlgBallots *self)
{
  return self->rows->len;
}

/**
 * mlg_ballots_get_values:
 *
 * Returns: (transfer none): what a row says of each option
 */
const gint32 *
mlg_ballots_get_values (const MlgBallots *self, guint row)
{
  return &g_array_index (self->values, gint32, (gsize) row * self->n);
}

/**
 * mlg_ballots_get_weight:
 *
 * Returns: the weight of all voters of a row, in thousandths
 */
gint64
mlg_ballots_get_weight (const MlgBallots *self, guint row)
{
  return g_array_index (self->rows, Row, row).weight;
}

/**
 * mlg_ballots_get_voters:
 *
 * Returns: how many voted so
 */
guint
mlg_ballots_get_voters (const MlgBallots *self, guint row)
{
  return g_array_index (self->rows, Row, row).voters;
}

/**
 * mlg_ballots_get_label:
 *
 * Returns: (transfer none) (nullable): the group of a row; %NULL when it is not known
 */
const char *
mlg_ballots_get_label (const MlgBallots *self, guint row, MlgBallotSplit split)
{
  return g_array_index (self->rows, Row, row).labels[split];
}

/**
 * mlg_ballots_get_n_voters:
 *
 * Returns: how many voted
 */
guint64
mlg_ballots_get_n_voters (const MlgBallots *self)
{
  return self->voters;
}

/**
 * mlg_ballots_get_total:
 *
 * Returns: the weight of all, in thousandths
 */
gint64
mlg_ballots_get_total (const MlgBallots *self)
{
  return self->total;
}

/**
 * mlg_ballots_get_hands:
 *
 * Returns: how many hands were raised for an option
 */
guint64
mlg_ballots_get_hands (const MlgBallots *self, guint option)
{
  return self->hands[option];
}

/**
 * mlg_ballots_is_single:
 *
 * Returns: whether each answer names one option at the most
 */
gboolean
mlg_ballots_is_single (const MlgBallots *self)
{
  return self->single;
}

static int
compare_labels (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_ballots_list_labels:
 *
 * Returns: (transfer container) (element-type utf8): the groups that there are, in the order of words
 */
GPtrArray *
mlg_ballots_list_labels (const MlgBallots *self, MlgBallotSplit split)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const char *label = mlg_ballots_get_label (self, i, split);

      if (label != NULL && g_hash_table_add (seen, (gpointer) label))
        g_ptr_array_add (labels, (gpointer) label);
    }
  g_ptr_array_sort (labels, compare_labels);
  return labels;
}

/**
 * mlg_ballots_pick:
 * @label: a group
 *
 * Returns: (transfer full): the ballots of one group, without the hands, of which nobody knows; %NULL
 *   with @error set
 */
MlgBallots *
mlg_ballots_pick (const MlgBallots *self, MlgBallotSplit split, const char *label, GError **error)
{
  g_autoptr (MlgBallots) picked = mlg_ballots_new (self->form, (const char *const *) self->options);

  picked->single = self->single;
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (mlg_ballots_get_label (self, i, split), label) == 0
        && !add_row (picked, mlg_ballots_get_values (self, i), mlg_ballots_get_weight (self, i),
                     mlg_ballots_get_voters (self, i), error))
      return NULL;
  return g_steal_pointer (&picked);
}
