/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-duplicate-private.h"

#include <stdlib.h>
#include <string.h>

/* Which records are worth comparing, without comparing each with each: those that share a number, or
 * something of the name in the same place: the name, the name with one letter left out (two names one
 * mistake apart share such a form: the "deletion neighbourhood" of Mor and Fraenkel, 1982), a word, its
 * beginning, its end. Each of these is a hash of 64 bits; sorted, equal ones stand side by side. Two
 * different ones with the same hash only cost a comparison. */
typedef struct
{
  guint64 hash;
  guint32 item;
} Entry;

enum
{
  /* What more records share tells nothing: "Saint" in a large département. */
  LARGEST_BLOCK = 150,
  SHORTEST_WORD = 4,
  SHORTEST_INEXACT = 5,
  END_LENGTH = 5,
};

/* FNV-1a, continued from @hash. */
static guint64
continue_hash (guint64 hash, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
start_hash (char sort, const char *place)
{
  guint64 hash = continue_hash (G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ (guchar) sort, place,
                                strlen (place));

  return continue_hash (hash, "\n", 1);
}

static void
add (GArray *entries, guint32 item, guint64 hash)
{
  Entry entry = { hash, item };

  g_array_append_val (entries, entry);
}

static void
add_text (GArray *entries, guint32 item, guint64 start, const char *text, gsize length)
{
  add (entries, item, continue_hash (start, text, length));
}

static void
add_deletions (GArray *entries, guint32 item, const char *place, const char *key, gsize length)
{
  guint64 start = start_hash ('n', place);

  add_text (entries, item, start, key, length);
  for (gsize i = 0; length >= SHORTEST_INEXACT && i < length; i++)
    add (entries, item, continue_hash (continue_hash (start, key, i), key + i + 1, length - i - 1));
}

static void
add_words (GArray *entries, guint32 item, const char *place, const char *key)
{
  guint64 start = start_hash ('w', place);

  for (const char *word = key; word != NULL && *word != '\0';)
    {
      const char *end = word + strcspn (word, " ");

      if (end - word >= SHORTEST_WORD && (word != key || *end != '\0'))
        add_text (entries, item, start, word, (gsize) (end - word));
      word = *end != '\0' ? end + 1 : NULL;
    }
}

static void
add_place (GArray *entries, guint32 item, const char *place, const char *key)
{
  gsize length = strlen (key);

  add_deletions (entries, item, place, key, length);
  add_words (entries, item, place, key);
  if (length < 2 * END_LENGTH)
    return;
  add_text (entries, item, start_hash ('b', place), key, END_LENGTH);
  add_text (entries, item, start_hash ('e', place), key + length - END_LENGTH, END_LENGTH);
}

static void
add_item (GArray *entries, guint32 i, const MlgDuplicateItem *item)
{
  static const char sorts[] = "0123";

  for (guint n = 0; n < ITEM_N_NUMBERS; n++)
    if (item->numbers[n] != NULL)
      add_text (entries, i, start_hash (sorts[n], ""), item->numbers[n], strlen (item->numbers[n]));
  if (*item->key == '\0')
    return;
  add_text (entries, i, start_hash ('k', ""), item->key, strlen (item->key));
  for (guint p = 0; item->places[p] != NULL; p++)
    add_place (entries, i, item->places[p], item->key);
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *first = a, *second = b;

  if (first->hash != second->hash)
    return first->hash < second->hash ? -1 : 1;
  return (first->item > second->item) - (first->item < second->item);
}

/* All pairs of the entries from @start to @end, which have the same hash. */
static void
add_pairs (GHashTable *seen, GArray *pairs, const Entry *entries, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    for (guint j = i + 1; j < end; j++)
      {
        MlgDuplicatePair pair = { entries[i].item, entries[j].item };
        guint64 key = (guint64) pair.first << 32 | pair.second;

        if (pair.first != pair.second && g_hash_table_add (seen, g_memdup2 (&key, sizeof key)))
          g_array_append_val (pairs, pair);
      }
}

/* Returns: (transfer full) (element-type MlgDuplicatePair): each pair once. */
GArray *
mlg_duplicate_find_candidates (GPtrArray *items)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (MlgDuplicatePair));
  const Entry *sorted;

  for (guint32 i = 0; i < items->len; i++)
    add_item (entries, i, items->pdata[i]);
  if (entries->len > 0)
    qsort (entries->data, entries->len, sizeof (Entry), compare_entries);
  sorted = (const Entry *) (gpointer) entries->data;
  for (guint start = 0, end; start < entries->len; start = end)
    {
      for (end = start + 1; end < entries->len && sorted[end].hash == sorted[start].hash;)
        end++;
      if (end - start > 1 && end - start <= LARGEST_BLOCK)
        add_pairs (seen, pairs, sorted, start, end);
    }
  return pairs;
}
