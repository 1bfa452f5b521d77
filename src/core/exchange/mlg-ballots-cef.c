/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-ballots-file.h"
#include "mlg-exchange-error.h"

/* The Condorcet Election Format: lines such as "A > B = C ^2 * 8", with candidates and rules in lines
 * that begin with "#/". What follows a "#" is a comment. */

#define VOTE_MAX  65536
#define TIMES_MAX 1000000
#define EMPTY     "/EMPTY_RANKING/"

typedef struct
{
  const char *file;
  MlgIssueList *issues;
  GPtrArray *names;    /* (owned) (element-type utf8) candidates */
  GHashTable *index;   /* (owned) name → place from 1 */
  gboolean declared;   /* whether the file says who the candidates are */
  gboolean weights;    /* whether "^2" counts */
  gboolean implicit;   /* whether what is left out is last */
  MlgBallots *ballots; /* (owned) (nullable) NULL while candidates are collected */
  GError *error;       /* (owned) (nullable) */
} Reader;

static void
add_name (Reader *r, const char *name)
{
  if (*name == '\0' || g_hash_table_contains (r->index, name))
    return;
  g_ptr_array_add (r->names, g_strdup (name));
  g_hash_table_insert (r->index, g_strdup (name), GUINT_TO_POINTER (r->names->len));
}

static void
read_candidates (Reader *r, const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, ";", -1);

  r->declared = TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    add_name (r, g_strstrip (names[i]));
}

/* "#/Candidates: A ; B" */
static void
read_rule (Reader *r, const char *line)
{
  g_auto (GStrv) sides = g_strsplit (line + strlen ("#/"), ":", 2);
  g_autofree char *name = NULL;
  gboolean yes;

  if (sides[0] == NULL || sides[1] == NULL)
    return;
  name = g_ascii_strdown (g_strstrip (sides[0]), -1);
  yes = g_ascii_strcasecmp (g_strstrip (sides[1]), "true") == 0;
  if (g_str_equal (name, "candidates"))
    read_candidates (r, sides[1]);
  else if (g_str_equal (name, "weight allowed"))
    r->weights = yes;
  else if (g_str_equal (name, "implicit ranking"))
    r->implicit = yes;
}

/* Takes "* 8" or "^2" off the end of a line. Returns: whether it is well made. */
static gboolean
take_number (char *line, char mark, guint64 *number)
{
  char *at = strrchr (line, mark);

  *number = 1;
  if (at == NULL)
    return TRUE;
  *at = '\0';
  g_strstrip (at + 1);
  return g_ascii_string_to_unsigned (at + 1, 10, 1, TIMES_MAX, number, NULL);
}

static gboolean
refuse_name (Reader *r, const char *name, int line, gboolean unknown)
{
  mlg_issue_list_add (r->issues, MLG_SEVERITY_ERROR, r->file, line, 0,
                      unknown ? _ ("“%s” is no candidate: the ballot is left aside")
                              : _ ("“%s” is ranked twice: the ballot is left aside"),
                      name);
  return FALSE;
}

/* "A > B = C": the ranks, in the order of the candidates. The text is cut up. */
static gboolean
read_ranking (Reader *r, char *text, int line, gint32 *ranks)
{
  gint32 rank = 1;

  for (guint i = 0; i < r->names->len; i++)
    ranks[i] = MLG_BALLOT_NONE;
  for (char *name = text; *text != '\0';)
    {
      gsize length = strcspn (name, ">=");
      char mark = name[length];
      guint place;

      name[length] = '\0';
      place = GPOINTER_TO_UINT (g_hash_table_lookup (r->index, g_strstrip (name)));
      if (place == 0 || ranks[place - 1] != MLG_BALLOT_NONE)
        return refuse_name (r, name, line, place == 0);
      ranks[place - 1] = rank;
      if (mark == '\0')
        break;
      rank += mark == '>';
      name += length + 1;
    }
  return TRUE;
}

static void
collect (Reader *r, const char *text)
{
  g_auto (GStrv) names = g_strsplit_set (text, ">=", -1);

  for (guint i = 0; names[i] != NULL; i++)
    add_name (r, g_strstrip (names[i]));
}

static gboolean
read_vote (Reader *r, char *text, int line)
{
  char *tags;
  char *vote;
  g_autofree gint32 *ranks = NULL;
  guint64 times, weight;

  if (r->ballots == NULL && r->declared)
    return TRUE;
  tags = strstr (text, "||");
  vote = g_strstrip (tags != NULL ? tags + 2 : text);
  if (!take_number (vote, '*', &times) || !take_number (vote, '^', &weight))
    {
      mlg_issue_list_add (r->issues, MLG_SEVERITY_ERROR, r->file, line, 0,
                          _ ("a number from 1 to %d is expected after “*” and “^”: the ballot is "
                             "left aside"),
                          TIMES_MAX);
      return TRUE;
    }
  g_strstrip (vote);
  if (strstr (vote, EMPTY) != NULL)
    *vote = '\0';
  if (r->ballots == NULL)
    {
      collect (r, vote);
      return TRUE;
    }
  ranks = g_new (gint32, r->names->len);
  return !read_ranking (r, vote, line, ranks)
         || mlg_ballots_add (r->ballots, ranks, r->weights ? (double) weight : 1, (guint) times,
                             &r->error);
}

static gboolean
read_line (Reader *r, char *line, int number)
{
  char *comment;

  if (!g_utf8_validate (line, -1, NULL) || strlen (line) > VOTE_MAX)
    {
      if (r->ballots != NULL)
        mlg_issue_list_add (r->issues, MLG_SEVERITY_ERROR, r->file, number, 0,
                            _ ("the line is too long, or not in UTF-8: it is left aside"));
      return TRUE;
    }
  g_strstrip (line);
  if (g_str_has_prefix (line, "#/"))
    {
      if (r->ballots == NULL)
        read_rule (r, line);
      return TRUE;
    }
  comment = strchr (line, '#');
  if (comment != NULL)
    *comment = '\0';
  return *g_strstrip (line) == '\0' || read_vote (r, line, number);
}

static gboolean
read_lines (Reader *r, GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  int number = 0;

  for (gsize at = 0; at < size;)
    {
      const char *end = memchr (data + at, '\n', size - at);
      gsize length = end != NULL ? (gsize) (end - data) - at : size - at;
      g_autofree char *line = g_strndup (data + at, length);

      if (!read_line (r, line, ++number))
        return FALSE;
      at += length + 1;
    }
  return TRUE;
}

static gboolean
check_candidates (const Reader *r, GError **error)
{
  if (r->names->len >= 1 && r->names->len <= MLG_BALLOTS_MAX_OPTIONS)
    return TRUE;
  g_set_error (error, MLG_EXCHANGE_ERROR,
               r->names->len == 0 ? MLG_EXCHANGE_ERROR_EMPTY : MLG_EXCHANGE_ERROR_TOO_LARGE,
               _ ("%s: from 1 to %d candidates are expected, not %u"), r->file,
               MLG_BALLOTS_MAX_OPTIONS, r->names->len);
  return FALSE;
}

static MlgBallots *
read_all (Reader *r, GBytes *bytes, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_ref (r->issues);
  g_autoptr (MlgIssueList) ignored = mlg_issue_list_new ();

  r->issues = ignored; /* the first reading only finds the rules and the candidates */
  read_lines (r, bytes);
  r->issues = issues;
  if (!check_candidates (r, error))
    return NULL;
  g_ptr_array_add (r->names, NULL);
  r->ballots = mlg_ballots_new (MLG_BALLOTS_RANKS, (const char *const *) r->names->pdata);
  g_ptr_array_set_size (r->names, (int) r->names->len - 1);
  if (!read_lines (r, bytes))
    {
      g_propagate_error (error, g_steal_pointer (&r->error));
      g_clear_pointer (&r->ballots, mlg_ballots_free);
    }
  return g_steal_pointer (&r->ballots);
}

/**
 * mlg_ballots_read_cef:
 * @bytes: a file in the Condorcet Election Format
 * @file: its name, for messages
 * @unranked: (out): what the file says of what is left out
 * @issues: gets the ballots that were left aside
 *
 * Returns: (transfer full): the ballots; %NULL with @error set
 */
MlgBallots *
mlg_ballots_read_cef (
    GBytes *bytes, const char *file, MlgUnranked *unranked, MlgIssueList *issues, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = {
    .file = file, .issues = issues, .names = names, .index = index, .implicit = TRUE
  };
  MlgBallots *ballots = read_all (&reader, bytes, error);

  *unranked = reader.implicit ? MLG_UNRANKED_LAST : MLG_UNRANKED_SILENT;
  return ballots;
}

/* A name without what means something in the format. */
static char *
write_name (const char *name, MlgIssueList *issues)
{
  char *plain = g_strdup (name);

  g_strdelimit (plain, ">=;,#*^|/\r\n\t", ' ');
  g_strstrip (plain);
  if (!g_str_equal (plain, name))
    mlg_issue_list_add (issues, MLG_SEVERITY_NOTE, NULL, 0, 0,
                        _ ("“%s” is written as “%s”: some signs mean something else there"), name,
                        plain);
  return plain;
}

typedef struct
{
  const MlgBallots *ballots;
  const gint32 *values;
} Sorting;

static gboolean
is_before (const Sorting *s, guint a, guint b)
{
  return mlg_ballots_get_form (s->ballots) == MLG_BALLOTS_RANKS ? s->values[a] < s->values[b]
                                                                : s->values[a] > s->values[b];
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  if (is_before (data, x, y))
    return -1;
  return is_before (data, y, x) ? 1 : 0;
}

static void
write_ballot (GString *text, const MlgBallots *ballots, guint row, GStrv names)
{
  Sorting s = { ballots, mlg_ballots_get_values (ballots, row) };
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint voters = mlg_ballots_get_voters (ballots, row);
  double weight =
      (double) mlg_ballots_get_weight (ballots, row) / MLG_BALLOTS_UNIT / MAX (voters, 1);

  for (guint i = 0; i < mlg_ballots_get_n_options (ballots); i++)
    if (s.values[i] != MLG_BALLOT_NONE)
      g_array_append_val (order, i);
  g_array_sort_with_data (order, compare, &s);
  for (guint i = 0; i < order->len; i++)
    {
      guint at = g_array_index (order, guint, i);

      if (i > 0)
        g_string_append (text,
                         is_before (&s, g_array_index (order, guint, i - 1), at) ? " > " : " = ");
      g_string_append (text, names[at]);
    }
  if (order->len == 0)
    g_string_append (text, EMPTY);
  if (weight < 1 || weight > 1)
    g_string_append_printf (text, " ^%.0f", weight);
  if (voters > 1)
    g_string_append_printf (text, " * %u", voters);
  g_string_append_c (text, '\n');
}

/* The format has whole weights only. */
static gboolean
has_whole_weights (const MlgBallots *ballots)
{
  for (guint i = 0; i < mlg_ballots_get_n_rows (ballots); i++)
    if (mlg_ballots_get_weight (ballots, i)
            % ((gint64) MLG_BALLOTS_UNIT * MAX (mlg_ballots_get_voters (ballots, i), 1))
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * mlg_ballots_write_cef:
 * @issues: gets what the format cannot say
 *
 * Returns: (transfer full): the ballots in the Condorcet Election Format, as rankings: scores, dots and
 *   choices by their order; ballots of no weight are left out
 */
GBytes *
mlg_ballots_write_cef (const MlgBallots *ballots, MlgUnranked unranked, MlgIssueList *issues)
{
  g_autoptr (GString) text = g_string_new ("#/Candidates: ");
  guint n = mlg_ballots_get_n_options (ballots);
  g_auto (GStrv) names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      names[i] = write_name (mlg_ballots_get_options (ballots)[i], issues);
      g_string_append_printf (text, "%s%s", i > 0 ? " ; " : "", names[i]);
    }
  g_string_append_printf (text, "\n#/Implicit Ranking: %s\n#/Weight Allowed: true\n\n",
                          unranked == MLG_UNRANKED_LAST ? "true" : "false");
  if (!has_whole_weights (ballots))
    mlg_issue_list_add (issues, MLG_SEVERITY_WARNING, NULL, 0, 0,
                        _ ("the format has whole weights only: yours were rounded"));
  for (guint i = 0; i < mlg_ballots_get_n_rows (ballots); i++)
    if (mlg_ballots_get_weight (ballots, i) > 0)
      write_ballot (text, ballots, i, names);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}
