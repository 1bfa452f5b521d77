/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-vcard-line.h"

#include <string.h>

/* How a property is spread over the lines of the file. A line that begins with white space goes on
 * with the one before: RFC 6350, 3.2 takes one such character off, version 2.1 none, because there a
 * line may only be cut where there is white space. In quoted-printable, a line that ends in "=" goes
 * on; in base64, version 2.1 goes on up to a blank line. */

/**
 * mlg_vcard_lines_init:
 * @data: the cards, in UTF-8; must outlive the reading
 * @size: in bytes
 * @limit: how many bytes an unfolded line may have
 *
 * Begins to read the lines of cards, those that were folded put together again (RFC 6350, section
 * 3.2).
 */
void
mlg_vcard_lines_init (MlgVcardLines *self, const char *data, gsize size, gsize limit)
{
  *self = (MlgVcardLines){
    .at = data, .end = data + size, .line = 1, .limit = limit, .text = g_string_new (NULL)
  };
}

/**
 * mlg_vcard_lines_clear:
 *
 * Frees the line that was read last; the data are not touched.
 */
void
mlg_vcard_lines_clear (MlgVcardLines *self)
{
  g_string_free (self->text, TRUE);
}

/* Returns: the length of the line at @at, and in @next where the following one begins. */
static gsize
measure_line (const MlgVcardLines *self, const char **next)
{
  const char *lf = memchr (self->at, '\n', (gsize) (self->end - self->at));
  const char *stop = lf != NULL ? lf : self->end;
  const char *cr = memchr (self->at, '\r', (gsize) (stop - self->at));

  *next = lf != NULL ? lf + 1 : self->end;
  if (cr == NULL)
    return (gsize) (stop - self->at);
  if (cr + 1 != lf)
    *next = cr + 1;
  return (gsize) (cr - self->at);
}

static void
append (MlgVcardLines *self, const char *text, gsize length)
{
  gsize room = self->limit - self->text->len;

  self->n_bytes += length;
  g_string_append_len (self->text, text, (gssize) MIN (length, room));
}

static void
take_line (MlgVcardLines *self, gsize skip)
{
  const char *next;
  gsize length = measure_line (self, &next);

  append (self, self->at + skip, length - skip);
  self->at = next;
  self->line++;
}

static gboolean
is_folded (const MlgVcardLines *self)
{
  const char *next;
  gsize length = self->at < self->end ? measure_line (self, &next) : 0;
  gsize n = 0;

  while (n < length && (self->at[n] == ' ' || self->at[n] == '\t'))
    n++;
  return n > 0 && n < length;
}

static gboolean
is_base64 (const MlgVcardLines *self)
{
  const char *next;
  gsize length = self->at < self->end ? measure_line (self, &next) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (self->at[i]) && strchr ("+/= \t", self->at[i]) == NULL)
      return FALSE;
  return length > 0;
}

/* Whether what stands before the colon says so; the value may hold the word. */
static gboolean
head_says (const MlgVcardLines *self, const char *word)
{
  const char *colon = memchr (self->text->str, ':', self->text->len);
  g_autofree char *head =
      colon != NULL ? g_ascii_strup (self->text->str, (gssize) (colon - self->text->str)) : NULL;

  return head != NULL && strstr (head, word) != NULL;
}

static void
take_soft_breaks (MlgVcardLines *self)
{
  while (self->at < self->end && self->text->len > 0 && self->text->str[self->text->len - 1] == '=')
    {
      g_string_truncate (self->text, self->text->len - 1);
      take_line (self, 0);
    }
}

/**
 * mlg_vcard_lines_next:
 * @version: that of the card, which says how its lines are folded
 *
 * Reads the next line that is not blank, with those that it goes on with.
 *
 * Returns: %FALSE at the end
 */
gboolean
mlg_vcard_lines_next (MlgVcardLines *self, MlgVcardVersion version)
{
  gboolean keeps_space;

  g_string_truncate (self->text, 0);
  self->n_bytes = 0;
  while (self->text->len == 0 && self->at < self->end)
    {
      self->start = self->line;
      take_line (self, 0);
    }
  keeps_space = version == MLG_VCARD_2_1 && !head_says (self, "BASE64");
  while (is_folded (self))
    take_line (self, keeps_space ? 0 : 1);
  if (head_says (self, "QUOTED-PRINTABLE"))
    take_soft_breaks (self);
  else if (version == MLG_VCARD_2_1 && head_says (self, "BASE64"))
    while (is_base64 (self))
      take_line (self, 0);
  return self->text->len > 0;
}

/**
 * mlg_vcard_lines_find_version:
 * @unknown: (out): a version that is none of those that are read, or %NULL
 *
 * Looks ahead in the card for its version: the lines before it must be unfolded the same way.
 *
 * Returns: the version; 3.0 when nothing says it
 */
MlgVcardVersion
mlg_vcard_lines_find_version (const MlgVcardLines *self, char **unknown)
{
  static const char *const names[] = { "2.1", "3.0", "4.0" };
  MlgVcardLines ahead = *self;

  *unknown = NULL;
  while (ahead.at < ahead.end)
    {
      const char *next;
      gsize length = measure_line (&ahead, &next);

      if (length >= 9
          && (g_ascii_strncasecmp (ahead.at, "END:VCARD", 9) == 0
              || g_ascii_strncasecmp (ahead.at, "BEGIN:VCA", 9) == 0))
        break;
      if (length > 8 && g_ascii_strncasecmp (ahead.at, "VERSION:", 8) == 0)
        {
          g_autofree char *version = g_strstrip (g_strndup (ahead.at + 8, MIN (length - 8, 16)));

          for (guint i = 0; i < G_N_ELEMENTS (names); i++)
            if (g_str_equal (version, names[i]))
              return (MlgVcardVersion) i;
          *unknown = g_utf8_make_valid (version, -1);
          break;
        }
      ahead.at = next;
    }
  return MLG_VCARD_3_0;
}
