/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-stems.h"

#include <string.h>

/* Stems that one thread makes and another one asks for meanwhile, without a lock: a place is written once,
 * and seen when its length is set. What finds no place is not kept: whoever asks makes it then. */
#define LONGEST_KEPT 20
#define N_PLACES     32768
#define N_TRIED      8

typedef struct
{
  int length; /* atomic: of the word; 0 for an empty place */
  guint8 stem_length;
  char word[LONGEST_KEPT];
  char stem[LONGEST_KEPT];
} Place;

struct _MlgStems
{
  Place places[N_PLACES];
};

/**
 * mlg_stems_new:
 *
 * Makes an empty memory of stems, which one thread fills while another one takes from it, without a
 * lock.
 *
 * Returns: (transfer full): what was made
 */
MlgStems *
mlg_stems_new (void)
{
  return g_new0 (MlgStems, 1);
}

/**
 * mlg_stems_free:
 *
 * Once no thread uses it any more.
 */
void
mlg_stems_free (MlgStems *self)
{
  g_free (self);
}

static guint
hash (const char *word, int n)
{
  guint value = 5381;

  for (int i = 0; i < n; i++)
    value = value * 33 + (guint8) word[i];
  return value;
}

/* Returns: (nullable): where the word is or may be put, and the @length that is there */
static Place *
find_place (MlgStems *self, const char *word, int n, int *length)
{
  guint first = hash (word, n);

  for (guint i = 0; i < N_TRIED; i++)
    {
      Place *place = &self->places[(first + i) % N_PLACES];

      *length = g_atomic_int_get (&place->length);
      if (*length == 0 || (*length == n && memcmp (place->word, word, (size_t) n) == 0))
        return place;
    }
  return NULL;
}

/**
 * mlg_stems_add:
 * @n: bytes of @word
 * @length: bytes of @stem
 *
 * Keeps a stem. By one thread only.
 */
void
mlg_stems_add (MlgStems *self, const char *word, int n, const char *stem, int length)
{
  int there = 0;
  Place *place =
      n <= LONGEST_KEPT && length <= LONGEST_KEPT ? find_place (self, word, n, &there) : NULL;

  if (place == NULL || there != 0)
    return;
  place->stem_length = (guint8) length;
  memcpy (place->word, word, (size_t) n);
  memcpy (place->stem, stem, (size_t) length);
  g_atomic_int_set (&place->length, n);
}

/**
 * mlg_stems_find:
 * @length: (out): bytes of the stem
 *
 * Returns: (transfer none) (nullable): the stem, if it is known by now. By any thread.
 */
const char *
mlg_stems_find (MlgStems *self, const char *word, int n, int *length)
{
  int there = 0;
  const Place *place = n <= LONGEST_KEPT ? find_place (self, word, n, &there) : NULL;

  if (place == NULL || there == 0)
    return NULL;
  *length = place->stem_length;
  return place->stem;
}
