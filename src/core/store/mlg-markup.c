/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-markup.h"

#include <string.h>

/* The words of texts that are kept as XML, for the search index and its passages. What is kept was
 * written by the program in its canonical form: blocks stand on lines of their own, so that leaving the
 * tags out leaves space between the words of two of them. Anything else is text like any other. */

typedef struct
{
  const char *name;
  char character;
} Entity;

static const Entity entities[] = {
  { "&amp;", '&' }, { "&lt;", '<' },  { "&gt;", '>' }, { "&quot;", '"' },
  { "&#13;", ' ' }, { "&#10;", ' ' }, { "&#9;", ' ' },
};

static const Entity *
find_entity (const char *text, gsize left)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].name) <= left
        && strncmp (text, entities[i].name, strlen (entities[i].name)) == 0)
      return &entities[i];
  return NULL;
}

static char *
put (char *out, const char *start, char c)
{
  gboolean space = c == ' ' || c == '\n' || c == '\t' || c == '\r';

  if (!space)
    *out++ = c;
  else if (out > start && out[-1] != ' ')
    *out++ = ' ';
  return out;
}

/**
 * mlg_markup_to_words:
 * @markup: XML in its canonical form, or a part of it
 * @length: in bytes; -1 when it ends with a NUL
 *
 * Returns: (transfer full): its text, with single spaces
 */
char *
mlg_markup_to_words (const char *markup, gssize length)
{
  const char *end = markup + (length < 0 ? strlen (markup) : (gsize) length);
  char *words = g_malloc ((gsize) (end - markup) + 1);
  char *out = words;

  for (const char *p = markup; p < end;)
    {
      const Entity *entity = *p == '&' ? find_entity (p, (gsize) (end - p)) : NULL;

      if (*p == '<')
        {
          const char *closed = memchr (p, '>', (gsize) (end - p));

          p = closed != NULL ? closed + 1 : end;
          continue;
        }
      out = put (out, words, entity != NULL ? entity->character : *p);
      p += entity != NULL ? strlen (entity->name) : 1;
    }
  if (out > words && out[-1] == ' ')
    out--;
  *out = '\0';
  return words;
}

static void
words_of (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *markup = (const char *) sqlite3_value_text (values[0]);

  if (markup == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, mlg_markup_to_words (markup, sqlite3_value_bytes (values[0])), -1,
                         g_free);
}

/**
 * mlg_markup_register:
 * @handle: a connection
 *
 * Makes mlg_markup_to_words() known to SQL as words_of().
 */
gboolean
mlg_markup_register (sqlite3 *handle)
{
  return sqlite3_create_function (handle, "words_of", 1,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                                  words_of, NULL, NULL)
         == SQLITE_OK;
}
