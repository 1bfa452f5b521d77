/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-text-private.h"
#include "mlg-outgoing.h"

/* Words on lines: what a line of a document says without its looks, and where it is broken. */

MlgLines *
mlg_lines_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

void
mlg_lines_add (MlgLines *self, const char *line)
{
  g_ptr_array_add (self, g_strdup (line));
}

/* An empty line, unless there is one already or nothing before it. */
void
mlg_lines_add_gap (MlgLines *self)
{
  if (self->len > 0 && *(const char *) self->pdata[self->len - 1] != '\0')
    mlg_lines_add (self, "");
}

/* Puts lines after a label: "a) first line", the others under its words. */
void
mlg_lines_add_hanging (MlgLines *self, MlgLines *inside, const char *label, guint indent)
{
  g_autofree char *margin = g_strnfill (indent, ' ');

  if (inside->len == 0)
    mlg_lines_add (self, label);
  for (guint i = 0; i < inside->len; i++)
    {
      const char *line = inside->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      if (i == 0)
        mlg_text_append_padded (text, label, indent);
      else if (*line != '\0')
        g_string_append (text, margin);
      g_string_append (text, line);
      mlg_lines_add (self, text->str);
    }
}

static guint
character_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

/* How many places of a terminal it takes. */
guint
mlg_text_get_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += character_width (g_utf8_get_char (p));
  return width;
}

void
mlg_text_append_padded (GString *out, const char *text, guint width)
{
  g_string_append (out, text);
  for (guint i = mlg_text_get_width (text); i < width; i++)
    g_string_append_c (out, ' ');
}

/* Breaks at ordinary spaces only: no-break spaces hold. A word that is too long is cut. */
static void
wrap (MlgLines *self, const char *text, gsize length, guint width)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint used = 0;
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *space = memchr (p, ' ', (gsize) (end - p));
      const char *stop = space != NULL ? space : end;
      g_autofree char *word = g_strndup (p, (gsize) (stop - p));
      guint size = mlg_text_get_width (word);

      if (used > 0 && used + 1 + size > width)
        {
          mlg_lines_add (self, line->str);
          g_string_truncate (line, 0);
          used = 0;
        }
      if (used > 0)
        g_string_append_c (line, ' ');
      used += (used > 0) + size;
      for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
        {
          guint left = mlg_text_get_width (c);

          if (size > width && line->len > 0 && used - left >= width)
            {
              mlg_lines_add (self, line->str);
              g_string_truncate (line, 0);
              used = size = left;
            }
          g_string_append_unichar (line, g_utf8_get_char (c));
        }
      p = stop + 1;
    }
  if (line->len > 0)
    mlg_lines_add (self, line->str);
}

/* Adds words, broken at @width; a line end in @text ends a line. */
void
mlg_lines_add_words (MlgLines *self, const char *text, guint width)
{
  for (const char *p = text; p != NULL;)
    {
      const char *end = strchr (p, '\n');

      wrap (self, p, end != NULL ? (gsize) (end - p) : strlen (p), MAX (width, 1));
      p = end != NULL ? end + 1 : NULL;
    }
}

/* What mlg-outgoing says of an element. */
const char *
mlg_text_get (const xmlNode *node, const char *name)
{
  return mlg_xml_get_ns (node, MLG_OUTGOING_NAMESPACE, name);
}

static void append_inline (GString *out, const xmlNode *parent);

/* m² is clear without its looks; "1er" is too. */
static void
append_superscript (GString *out, const xmlNode *node)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autoptr (GString) text = g_string_new (NULL);

  append_inline (text, node);
  if (text->len > 0 && strspn (text->str, "0123456789") == text->len)
    for (gsize i = 0; i < text->len; i++)
      g_string_append (out, digits[text->str[i] - '0']);
  else
    g_string_append (out, text->str);
}

static void
append_link (GString *out, const xmlNode *node)
{
  const char *href = mlg_xml_get (node, "href");
  gsize before = out->len;

  append_inline (out, node);
  if (strcmp (out->str + before, href) != 0 && *href != '#')
    g_string_append_printf (out, " <%s>", href);
}

static void
append_element (GString *out, const xmlNode *node)
{
  const char *words = mlg_text_get (node, "words");
  const char *alt = mlg_xml_get (node, "alt");

  if (mlg_document_node_is (node, "br"))
    g_string_append_c (out, '\n');
  else if (mlg_document_node_is (node, "tab"))
    g_string_append (out, "    ");
  else if (mlg_document_node_is (node, "image") && *alt != '\0')
    g_string_append_printf (out, "[%s]", alt);
  else if (mlg_document_node_is (node, "footnote"))
    g_string_append_printf (out, "[%s]", mlg_text_get (node, "number"));
  else if (mlg_document_node_is (node, "sup"))
    append_superscript (out, node);
  else if (mlg_document_node_is (node, "link"))
    append_link (out, node);
  else if (mlg_document_node_is (node, "field") && mlg_xml_is_true (node, "missing"))
    {
      g_string_append_c (out, '[');
      append_inline (out, node);
      g_string_append_c (out, ']');
    }
  else if (words != NULL)
    g_string_append (out, words);
  else if (!mlg_document_node_is (node, "note") && !mlg_document_node_is (node, "image"))
    append_inline (out, node);
}

static void
append_inline (GString *out, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      g_string_append (out, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      append_element (out, child);
}

/* The words of a paragraph, a heading, a caption (transfer full). */
char *
mlg_text_get_line (const xmlNode *line)
{
  const char *label = mlg_text_get (line, "label");
  GString *text = g_string_new (label);

  if (label != NULL)
    g_string_append_c (text, ' ');
  append_inline (text, line);
  return g_string_free (text, FALSE);
}
