/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-id.h"

/* An id is milliseconds since 2020-01-01 (42 bits, enough until 2159), then 21 bits that start at
 * random in each millisecond: two machines collide only if they draw the same number in the same
 * millisecond, and rows made later sort later, which keeps b-trees and the search index cheap. */
#define RANDOM_BITS 21
#define EPOCH_MS    G_GINT64_CONSTANT (1577836800000)

G_LOCK_DEFINE_STATIC (last_id);
static gint64 last_id;

/**
 * mlg_id_new:
 *
 * A new id for a record: positive, larger than all that this process made before, and random
 * enough never to meet one made on another machine. Any thread.
 */
gint64
mlg_id_new (void)
{
  gint64 now = g_get_real_time () / 1000 - EPOCH_MS;
  gint64 id = (now << RANDOM_BITS) | (gint64) g_random_int_range (0, 1 << RANDOM_BITS);

  G_LOCK (last_id);
  if (id <= last_id)
    id = last_id + g_random_int_range (1, 64);
  last_id = id;
  G_UNLOCK (last_id);
  return id;
}

/**
 * mlg_id_new_unordered:
 *
 * A new id for a record of which nobody may tell when it was made, nor before or after which other one:
 * 62 bits drawn at random. Any thread.
 */
gint64
mlg_id_new_unordered (void)
{
  gint64 id = (gint64) (g_random_int () & 0x3fffffff) << 32 | g_random_int ();

  return MAX (id, 1);
}

/**
 * mlg_id_get_time:
 * @id: an id from mlg_id_new()
 *
 * When the record was made, in seconds since 1970-01-01 UTC.
 */
gint64
mlg_id_get_time (gint64 id)
{
  return ((id >> RANDOM_BITS) + EPOCH_MS) / 1000;
}

/**
 * mlg_id_parse:
 * @text: what a person or a file gave
 * @id: (out): the id
 *
 * Returns: whether @text is a whole, positive decimal number that fits
 */
gboolean
mlg_id_parse (const char *text, gint64 *id)
{
  return g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, id, NULL);
}
