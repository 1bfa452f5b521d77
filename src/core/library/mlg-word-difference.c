/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-word-difference.h"

#include <string.h>

/* The shortest way from one sequence of words to another, after E. W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations", Algorithmica 1 (1986), in its linear space form: the middle of the way is looked
 * for from both ends, and the two halves in the same manner. Texts that have little in common would take
 * long: after LIMIT steps the furthest point stands for the middle, so that what comes out is a way, if
 * not the shortest. Spaces are not compared: a word carries those that follow it. */
#define LIMIT 256

typedef struct
{
  const char *start; /* (unowned) in its text */
  gsize length;      /* of the word */
  gsize whole;       /* with the white space after it */
  guint id;          /* the same for the same words */
} Word;

typedef struct
{
  const Word *a, *b; /* (unowned) */
  gboolean *removed; /* (owned) by word of @a */
  gboolean *added;   /* (owned) by word of @b */
  int *forward;      /* (owned) the furthest point of each diagonal, from the start */
  int *backward;     /* (owned) and from the end */
} Difference;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* A line end is a word: paragraphs that were joined or cut are seen. */
static GArray *
cut (const char *text, GHashTable *ids)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (const char *p = text; *p != '\0';)
    {
      Word word = { .start = p };
      g_autofree char *key = NULL;
      gpointer id;

      if (*p == '\n')
        p++;
      else
        while (*p != '\0' && !is_space (*p))
          p++;
      word.length = (gsize) (p - word.start);
      while (*p == ' ' || *p == '\t' || *p == '\r')
        p++;
      word.whole = (gsize) (p - word.start);
      key = g_strndup (word.start, word.length);
      id = g_hash_table_lookup (ids, key);
      if (id == NULL)
        {
          id = GUINT_TO_POINTER (g_hash_table_size (ids) + 1);
          g_hash_table_insert (ids, g_steal_pointer (&key), id);
        }
      word.id = GPOINTER_TO_UINT (id);
      g_array_append_val (words, word);
    }
  return words;
}

/* A part of both sequences: [a0, a1[ and [b0, b1[. */
typedef struct
{
  int a0, a1, b0, b1;
} Box;

static int
walk_forward (const Difference *self, const Box *box, int a, int b)
{
  while (a < box->a1 && b < box->b1 && a >= box->a0 && b >= box->b0
         && self->a[a].id == self->b[b].id)
    a++, b++;
  return a;
}

static int
walk_backward (const Difference *self, const Box *box, int a, int b)
{
  while (a > box->a0 && b > box->b0 && a <= box->a1 && b <= box->b1
         && self->a[a - 1].id == self->b[b - 1].id)
    a--, b--;
  return a;
}

/* Diagonal n holds the points with a - b = n; after d steps the ways from a corner are on the diagonals from
 * -d to d around its own, by twos, of which only those that cross the box matter. A way may run out of the
 * box: the one beside it, which ends at the border, is never worse. Returns: whether the two ways met on
 * *diagonal at *a */
static gboolean
step_forward (
    const Difference *self, const Box *box, int d, int delta, gboolean odd, int *a, int *diagonal)
{
  int start = box->a0 - box->b0;
  int least = -d + 2 * MAX (0, d - (box->b1 - box->b0));
  int most = d - 2 * MAX (0, d - (box->a1 - box->a0));

  for (int k = least; k <= most; k += 2)
    {
      int n = start + k;
      gboolean down = k == -d || (k != d && self->forward[n - 1] < self->forward[n + 1]);
      int x = down ? self->forward[n + 1] : self->forward[n - 1] + 1;

      x = walk_forward (self, box, x, x - n);
      self->forward[n] = x;
      if (odd && k >= delta - (d - 1) && k <= delta + (d - 1) && x >= self->backward[n])
        {
          *a = x;
          *diagonal = n;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
step_backward (
    const Difference *self, const Box *box, int d, int delta, gboolean odd, int *a, int *diagonal)
{
  int start = box->a1 - box->b1;
  int least = -d + 2 * MAX (0, d - (box->a1 - box->a0));
  int most = d - 2 * MAX (0, d - (box->b1 - box->b0));

  for (int k = least; k <= most; k += 2)
    {
      int n = start + k;
      gboolean up = k == d || (k != -d && self->backward[n - 1] < self->backward[n + 1]);
      int x = up ? self->backward[n - 1] : self->backward[n + 1] - 1;

      x = walk_backward (self, box, x, x - n);
      self->backward[n] = x;
      if (!odd && k + delta >= -d && k + delta <= d && x <= self->forward[n])
        {
          *a = x;
          *diagonal = n;
          return TRUE;
        }
    }
  return FALSE;
}

/* The point furthest from the start that lies in the box. */
static void
find_furthest (const Difference *self, const Box *box, int d, int *a, int *diagonal)
{
  int start = box->a0 - box->b0, best = -1;
  int least = -d + 2 * MAX (0, d - (box->b1 - box->b0));
  int most = d - 2 * MAX (0, d - (box->a1 - box->a0));

  for (int k = least; k <= most; k += 2)
    {
      int n = start + k, x = self->forward[n];

      if (x > box->a1 || x < box->a0 || x - n > box->b1 || x - n < box->b0)
        continue;
      if (x + (x - n) > best)
        {
          best = x + (x - n);
          *a = x;
          *diagonal = n;
        }
    }
}

/* Returns: %FALSE when nothing but the whole box is on the way */
static gboolean
find_middle (const Difference *self, const Box *box, int *a, int *b)
{
  int n = box->a1 - box->a0, m = box->b1 - box->b0;
  int delta = n - m, most = (n + m + 1) / 2, diagonal = 0;
  gboolean odd = (delta & 1) != 0;

  self->forward[box->a0 - box->b0 + 1] = box->a0;
  self->backward[box->a1 - box->b1 - 1] = box->a1;
  for (int d = 0; d <= most; d++)
    {
      if (step_forward (self, box, d, delta, odd, a, &diagonal)
          || step_backward (self, box, d, delta, odd, a, &diagonal))
        {
          *a = CLAMP (*a, box->a0, box->a1);
          *b = CLAMP (*a - diagonal, box->b0, box->b1);
          return TRUE;
        }
      if (d < LIMIT)
        continue;
      *a = box->a0;
      diagonal = box->a0 - box->b0;
      find_furthest (self, box, d, a, &diagonal);
      *b = *a - diagonal;
      return *a + *b > box->a0 + box->b0 && *a + *b < box->a1 + box->b1;
    }
  return FALSE;
}

static void
mark_all (const Difference *self, const Box *box)
{
  for (int i = box->a0; i < box->a1; i++)
    self->removed[i] = TRUE;
  for (int i = box->b0; i < box->b1; i++)
    self->added[i] = TRUE;
}

static void
compare (const Difference *self, Box box)
{
  int a, b;

  while (box.a0 < box.a1 && box.b0 < box.b1 && self->a[box.a0].id == self->b[box.b0].id)
    box.a0++, box.b0++;
  while (box.a0 < box.a1 && box.b0 < box.b1 && self->a[box.a1 - 1].id == self->b[box.b1 - 1].id)
    box.a1--, box.b1--;
  if (box.a0 == box.a1 || box.b0 == box.b1 || !find_middle (self, &box, &a, &b)
      || (a == box.a0 && b == box.b0) || (a == box.a1 && b == box.b1))
    {
      mark_all (self, &box);
      return;
    }
  compare (self, (Box){ box.a0, a, box.b0, b });
  compare (self, (Box){ a, box.a1, b, box.b1 });
}

static void
run_free (gpointer data)
{
  MlgWordRun *run = data;

  g_free (run->text);
  g_free (run);
}

/* Writes words as long as their fate is the same. */
typedef struct
{
  GPtrArray *runs; /* (owned) */
  GString *text;   /* (owned) of the run being written */
  MlgWordsFate fate;
} Writing;

static void
end_run (Writing *self)
{
  MlgWordRun *run;

  if (self->text->len == 0)
    return;
  run = g_new0 (MlgWordRun, 1);
  run->fate = self->fate;
  run->text = g_strndup (self->text->str, self->text->len);
  g_ptr_array_add (self->runs, run);
  g_string_truncate (self->text, 0);
}

static void
put (Writing *self, MlgWordsFate fate, const Word *word)
{
  if (self->fate != fate)
    end_run (self);
  self->fate = fate;
  g_string_append_len (self->text, word->start, (gssize) word->whole);
}

static GPtrArray *
write_runs (const Difference *self, int n, int m)
{
  Writing writing = { g_ptr_array_new_with_free_func (run_free), g_string_new (NULL),
                      MLG_WORDS_KEPT };

  for (int i = 0, j = 0; i < n || j < m;)
    if (i < n && self->removed[i])
      put (&writing, MLG_WORDS_REMOVED, &self->a[i++]);
    else if (j < m && self->added[j])
      put (&writing, MLG_WORDS_ADDED, &self->b[j++]);
    else
      {
        put (&writing, MLG_WORDS_KEPT, &self->b[j]);
        i++;
        j++;
      }
  end_run (&writing);
  g_string_free (writing.text, TRUE);
  return writing.runs;
}

/**
 * mlg_word_difference:
 * @before: a text, a paragraph a line
 * @after: another
 *
 * Returns: (transfer full) (element-type MlgWordRun): all the words of both in their order: the runs that are
 *   not added make @before, those that are not removed make @after, up to white space
 */
GPtrArray *
mlg_word_difference (const char *before, const char *after)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) a = cut (before, ids);
  g_autoptr (GArray) b = cut (after, ids);
  int n = (int) a->len, m = (int) b->len;
  g_autofree gboolean *removed = g_new0 (gboolean, (gsize) n + 1);
  g_autofree gboolean *added = g_new0 (gboolean, (gsize) m + 1);
  g_autofree int *forward = g_new0 (int, (gsize) n + (gsize) m + 5);
  g_autofree int *backward = g_new0 (int, (gsize) n + (gsize) m + 5);
  Difference difference = { (const Word *) (gpointer) a->data,
                            (const Word *) (gpointer) b->data,
                            removed,
                            added,
                            forward + m + 2,
                            backward + m + 2 };

  compare (&difference, (Box){ 0, n, 0, m });
  return write_runs (&difference, n, m);
}
