/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pdf-catalog.h"

#include <string.h>

/* Cairo 1.16 writes neither the language of a document, nor that its title is to be shown, nor what
 * its figures show, which is what a screen reader needs. A PDF may be followed by an update of some of
 * its objects (PDF 32000-1, 7.5.6); the update that this file writes adds them. */

typedef struct
{
  guint number;
  gsize offset; /* in the whole file, once written */
} Updated;

typedef struct
{
  GByteArray *pdf; /* (unowned) */
  GArray *updated; /* (owned) (element-type Updated) */
} Update;

static const char *
text_of (const GByteArray *pdf)
{
  return (const char *) pdf->data;
}

/* The last place of @word in the file, which has binary parts. */
static const char *
find_last (const GByteArray *pdf, const char *word)
{
  gsize length = strlen (word);

  for (gsize at = pdf->len >= length ? pdf->len - length + 1 : 0; at-- > 0;)
    if (memcmp (pdf->data + at, word, length) == 0)
      return text_of (pdf) + at;
  return NULL;
}

/* The first place of @word between two offsets, or %NULL. */
static const char *
find_next (const GByteArray *pdf, gsize from, gsize to, const char *word)
{
  gsize length = strlen (word);

  while (from + length <= to)
    {
      const guint8 *found = memchr (pdf->data + from, word[0], to - from - length + 1);

      if (found == NULL)
        return NULL;
      if (memcmp (found, word, length) == 0)
        return (const char *) found;
      from = (gsize) (found - pdf->data) + 1;
    }
  return NULL;
}

/* The number after @key in the trailer, or 0. */
static guint
read_number (const GByteArray *pdf, const char *from, const char *key)
{
  const char *found =
      from != NULL ? g_strstr_len (from, text_of (pdf) + pdf->len - from, key) : NULL;

  return found != NULL ? (guint) g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

static void
append (GByteArray *pdf, const char *text)
{
  g_byte_array_append (pdf, (const guint8 *) text, (guint) strlen (text));
}

/* A text of a PDF: UTF-16 with its mark, in hexadecimal. */
static char *
make_text (const char *words)
{
  GString *text = g_string_new ("<FEFF");
  glong length = 0;
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (words, -1, NULL, &length, NULL);

  for (glong i = 0; letters != NULL && i < length; i++)
    g_string_append_printf (text, "%04X", letters[i]);
  g_string_append_c (text, '>');
  return g_string_free (text, FALSE);
}

/* Writes again the object whose dictionary opens at @start, with @more in it. */
static void
update_object (Update *self, const char *start, guint number, const char *more)
{
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<< %s\n", number, more);
  const char *end = g_strstr_len (start, text_of (self->pdf) + self->pdf->len - start, "endobj");
  g_autofree char *rest = g_strndup (start + 2, (gsize) (end - start) - 2);
  Updated updated = { number, self->pdf->len };

  append (self->pdf, head);
  append (self->pdf, rest);
  append (self->pdf, "endobj\n");
  g_array_append_val (self->updated, updated);
}

/* Objects begin with "12 0 obj\n", just above their dictionary. */
static guint
number_above (const GByteArray *pdf, const char *dictionary)
{
  static const char object[] = " 0 obj\n";
  const char *p = dictionary - strlen (object);

  if (p <= text_of (pdf) || memcmp (p, object, strlen (object)) != 0)
    return 0;
  while (p > text_of (pdf) && g_ascii_isdigit (p[-1]))
    p--;
  return (guint) g_ascii_strtoull (p, NULL, 10);
}

static gboolean
update_catalog (Update *self, const char *language)
{
  g_autofree char *more = NULL;
  const char *catalog = find_last (self->pdf, "<< /Type /Catalog");
  guint number = catalog != NULL ? number_above (self->pdf, catalog) : 0;
  g_autofree char *quoted = make_text (language != NULL ? language : "");

  if (number == 0)
    return FALSE;
  more = g_strdup_printf ("/Lang %s /ViewerPreferences << /DisplayDocTitle true >>", quoted);
  update_object (self, catalog, number, language != NULL ? more : strchr (more, 'V') - 1);
  return TRUE;
}

/* Figures are written in the order in which they were drawn. */
static void
update_figures (Update *self, const GPtrArray *alternatives, gsize length)
{
  static const char figure[] = "<< /Type /StructElem\n   /S /Figure\n";
  gsize at = 0;

  for (guint i = 0; i < alternatives->len; i++)
    {
      const char *found = find_next (self->pdf, at, length, figure);
      g_autofree char *text = make_text (alternatives->pdata[i]);
      g_autofree char *more = g_strdup_printf ("/Alt %s", text);
      guint number = 0;

      if (found == NULL)
        return;
      at = (gsize) (found - text_of (self->pdf)) + strlen (figure);
      number = number_above (self->pdf, found);
      if (number > 0)
        update_object (self, found, number, more);
    }
}

static void
write_end (Update *self, guint size, guint root, guint info, guint previous)
{
  gsize start = self->pdf->len;
  g_autofree char *trailer = NULL;

  append (self->pdf, "xref\n");
  for (guint i = 0; i < self->updated->len; i++)
    {
      const Updated *updated = &g_array_index (self->updated, Updated, i);
      g_autofree char *entry = g_strdup_printf ("%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                                                updated->number, updated->offset);

      append (self->pdf, entry);
    }
  trailer =
      g_strdup_printf ("trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %u\n>>\n"
                       "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                       size, root, info, previous, start);
  append (self->pdf, trailer);
}

/* Says of the images of four inks that these are the wrong way round, which cairo 1.16 forgets. What
 * is written takes the place of as many bytes. */
void
mlg_pdf_invert_inks (GByteArray *pdf)
{
  static const char written[] =
      "   /ColorSpace /DeviceCMYK\n   /Interpolate true\n   /BitsPerComponent 8\n";
  static const char meant[] =
      "   /ColorSpace/DeviceCMYK/BitsPerComponent 8/Decode[1 0 1 0 1 0 1 0]  \n";
  const char *found = NULL;

  G_STATIC_ASSERT (sizeof written == sizeof meant);
  for (gsize at = 0; (found = find_next (pdf, at, pdf->len, written)) != NULL;)
    {
      at = (gsize) (found - text_of (pdf));
      memcpy (pdf->data + at, meant, strlen (meant));
    }
}

/*
 * @pdf: a file that cairo wrote; the update is added at its end
 * @language: (nullable): of the document, as in BCP 47
 * @alternatives: (element-type utf8): what its figures show, in the order in which they were drawn
 *
 * Returns: %FALSE when the file does not look as expected, which leaves it as it is
 */
gboolean
mlg_pdf_complete (GByteArray *pdf, const char *language, const GPtrArray *alternatives)
{
  g_autoptr (GArray) updated = g_array_new (FALSE, FALSE, sizeof (Updated));
  Update update = { pdf, updated };
  gsize length = pdf->len;
  const char *trailer = find_last (pdf, "trailer\n");
  guint size = read_number (pdf, trailer, "/Size ");
  guint root = read_number (pdf, trailer, "/Root ");
  guint info = read_number (pdf, trailer, "/Info ");
  guint previous = read_number (pdf, trailer, "startxref\n");

  if (size == 0 || root == 0 || info == 0 || previous == 0)
    return FALSE;
  if (!update_catalog (&update, language))
    return FALSE;
  update_figures (&update, alternatives, length);
  write_end (&update, size, root, info, previous);
  return TRUE;
}
