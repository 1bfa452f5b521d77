/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-vcard.h"

/* RFC 6350, 3.2: a line has at most 75 octets; what is longer goes on after a space. */
#define MOST_OCTETS 75

struct _MlgVcardWriter
{
  GString *text; /* (owned) */
  MlgVcardVersion version;
};

/**
 * mlg_vcard_writer_new:
 * @version: %MLG_VCARD_3_0 or %MLG_VCARD_4_0
 *
 * Returns: (transfer full): a file without a card
 */
MlgVcardWriter *
mlg_vcard_writer_new (MlgVcardVersion version)
{
  MlgVcardWriter *self;

  g_return_val_if_fail (version != MLG_VCARD_2_1, NULL);

  self = g_new0 (MlgVcardWriter, 1);
  self->text = g_string_new (NULL);
  self->version = version;
  return self;
}

/**
 * mlg_vcard_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer with the cards that were not taken from it.
 */
void
mlg_vcard_writer_free (MlgVcardWriter *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * mlg_vcard_writer_get_version:
 *
 * Returns: the version in which cards are written, on which the form of values depends (3.0: RFC
 *   2426; 4.0: RFC 6350)
 */
MlgVcardVersion
mlg_vcard_writer_get_version (MlgVcardWriter *self)
{
  return self->version;
}

/* Never inside a character: what unfolds bytes and what unfolds characters then agree. */
static void
append_folded (GString *out, const char *line)
{
  gsize used = 0;

  while (*line != '\0')
    {
      gsize n = (gsize) (g_utf8_next_char (line) - line);

      if (used + n > MOST_OCTETS)
        {
          g_string_append (out, "\r\n ");
          used = 1;
        }
      g_string_append_len (out, line, (gssize) n);
      used += n;
      line += n;
    }
  g_string_append (out, "\r\n");
}

static void
append_escaped (GString *line, const char *text)
{
  for (; *text != '\0'; text++)
    if (*text == '\n')
      g_string_append (line, "\\n");
    else if (!g_ascii_iscntrl (*text) || *text == '\t')
      {
        if (strchr ("\\;,", *text) != NULL)
          g_string_append_c (line, '\\');
        g_string_append_c (line, *text);
      }
}

/**
 * mlg_vcard_writer_begin:
 *
 * Begins a card.
 */
void
mlg_vcard_writer_begin (MlgVcardWriter *self)
{
  g_string_append_printf (self->text, "BEGIN:VCARD\r\nVERSION:%s\r\n",
                          self->version == MLG_VCARD_4_0 ? "4.0" : "3.0");
}

/**
 * mlg_vcard_writer_add:
 * @name: the property, with its group and parameters: "item1.TEL;TYPE=cell"
 * @text: (nullable): UTF-8; nothing is written without it
 */
void
mlg_vcard_writer_add (MlgVcardWriter *self, const char *name, const char *text)
{
  if (text != NULL && *text != '\0')
    mlg_vcard_writer_add_parts (self, name, ';', &text, 1);
}

/**
 * mlg_vcard_writer_add_parts:
 * @separator: ';' between the parts of a name or an address, ',' in a list
 * @parts: (array length=n): texts, each of which may be %NULL
 *
 * Writes a value of several parts.
 */
void
mlg_vcard_writer_add_parts (
    MlgVcardWriter *self, const char *name, char separator, const char *const *parts, guint n)
{
  g_autoptr (GString) line = g_string_new (name);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (line, i == 0 ? ':' : separator);
      if (parts[i] != NULL)
        append_escaped (line, parts[i]);
    }
  append_folded (self->text, line->str);
}

/**
 * mlg_vcard_writer_end:
 *
 * Ends a card.
 */
void
mlg_vcard_writer_end (MlgVcardWriter *self)
{
  g_string_append (self->text, "END:VCARD\r\n");
}

/**
 * mlg_vcard_writer_finish:
 *
 * Returns: (transfer full): the file's content; nothing more can be added then
 */
GBytes *
mlg_vcard_writer_finish (MlgVcardWriter *self)
{
  return g_string_free_to_bytes (g_steal_pointer (&self->text));
}
