/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <string.h>

/* Bytes changed at random hardly ever stay well-formed, so that the readers would never be reached. Three
 * times out of four, whole elements are moved, repeated or left out instead. */

gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed);

typedef struct
{
  gsize start;
  gsize end; /* after the last byte */
} Span;

/* The next tag from @from on: its span, empty at the end of the text. */
static Span
find_tag (const char *text, gsize size, gsize from)
{
  const char *start = from < size ? memchr (text + from, '<', size - from) : NULL;
  const char *end = start != NULL ? memchr (start, '>', size - (gsize) (start - text)) : NULL;

  if (end == NULL)
    return (Span){ size, size };
  return (Span){ (gsize) (start - text), (gsize) (end - text) + 1 };
}

static int
count_depth (const char *text, Span tag)
{
  if (text[tag.start + 1] == '/')
    return -1;
  return text[tag.start + 1] == '?' || text[tag.start + 1] == '!' || text[tag.end - 2] == '/' ? 0
                                                                                              : 1;
}

/* The element whose start tag this is, from "<" to the end of its end tag. */
static Span
find_element (const char *text, gsize size, Span tag)
{
  gsize start = tag.start;
  int depth = count_depth (text, tag);

  while (depth > 0 && tag.end < size)
    {
      tag = find_tag (text, size, tag.end);
      if (tag.start == size)
        break;
      depth += count_depth (text, tag);
    }
  return (Span){ start, tag.end };
}

static GArray *
list_elements (const char *text, gsize size)
{
  GArray *elements = g_array_new (FALSE, FALSE, sizeof (Span));

  for (Span tag = find_tag (text, size, 0); tag.start < size; tag = find_tag (text, size, tag.end))
    if (text[tag.start + 1] != '/' && text[tag.start + 1] != '?' && text[tag.start + 1] != '!')
      {
        Span element = find_element (text, size, tag);

        g_array_append_val (elements, element);
      }
  return elements;
}

/* Puts @what in the place of @where. */
static gsize
replace (guint8 *data, gsize size, gsize max_size, Span where, const char *what, gsize length)
{
  gsize rest = size - where.end;

  if (where.start + length + rest > max_size)
    return size;
  memmove (data + where.start + length, data + where.end, rest);
  memcpy (data + where.start, what, length);
  return where.start + length + rest;
}

static gsize
move_elements (guint8 *data, gsize size, gsize max_size, GArray *elements, GRand *random)
{
  guint last = elements->len - 1;
  /* The first element is the root: it stays around the others. */
  Span from = g_array_index (elements, Span, (guint) g_rand_int_range (random, 1, (gint) last + 1));
  Span to = g_array_index (elements, Span, (guint) g_rand_int_range (random, 1, (gint) last + 1));
  g_autofree char *copy = g_strndup ((const char *) data + from.start, from.end - from.start);
  gsize length = from.end - from.start;

  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      return replace (data, size, max_size, from, "", 0);
    case 1:
      return replace (data, size, max_size, to, copy, length);
    case 2:
      return replace (data, size, max_size, (Span){ to.start, to.start }, copy, length);
    default:
      return replace (data, size, max_size, (Span){ to.end, to.end }, copy, length);
    }
}

gsize
LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GArray) elements = list_elements ((const char *) data, size);

  if (elements->len < 2 || g_rand_int_range (random, 0, 4) == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  return move_elements (data, size, max_size, elements, random);
}
