/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-numbering.h"

/* Numbers as letters and Roman figures, and what references print. */

static char *
format_letters (guint value, char first)
{
  char letters[16];
  gsize at = sizeof letters - 1;

  letters[at] = '\0';
  for (; value > 0; value = (value - 1) / 26)
    letters[--at] = (char) (first + (int) ((value - 1) % 26));
  return g_strdup (letters + at);
}

static char *
format_roman (guint value)
{
  static const struct
  {
    guint value;
    const char *text;
  } signs[] = { { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
                { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
                { 5, "v" },    { 4, "iv" },   { 1, "i" } };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    for (; value >= signs[i].value; value -= signs[i].value)
      g_string_append (text, signs[i].text);
  return g_string_free (text, FALSE);
}

/**
 * mlg_numbering_format:
 * @numbering: "decimal", "lower-letter", "upper-letter", "lower-roman" or "upper-roman"
 * @value: a number; 0, and Roman numbers from 4000, are always decimal; after "z" comes "aa"
 *
 * Returns: (transfer full): the number alone
 */
char *
mlg_numbering_format (const char *numbering, guint value)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (numbering != NULL, NULL);

  if (value == 0 || strcmp (numbering, "decimal") == 0
      || (value >= 4000 && g_str_has_suffix (numbering, "-roman")))
    return g_strdup_printf ("%u", value);
  lower =
      g_str_has_suffix (numbering, "-roman") ? format_roman (value) : format_letters (value, 'a');
  return g_str_has_prefix (numbering, "upper") ? g_ascii_strup (lower, -1)
                                               : g_steal_pointer (&lower);
}

/**
 * mlg_numbering_find_target:
 * @self: a numbering
 * @reference: a ref
 *
 * Returns: (transfer none) (nullable): what it points to; for a section with a heading, the heading
 */
xmlNode *
mlg_numbering_find_target (const MlgNumbering *self, const xmlNode *reference)
{
  const char *to = NULL;
  xmlNode *target = NULL;

  g_return_val_if_fail (self != NULL && reference != NULL, NULL);

  to = mlg_xml_get (reference, "to");
  target = to != NULL ? mlg_numbering_find (self, to) : NULL;
  if (target != NULL && mlg_document_node_is (target, "section")
      && mlg_document_section_heading (target) != NULL)
    return mlg_document_section_heading (target);
  return target;
}

static void
append_words (GString *text, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append (text, (const char *) child->content);
    else if (mlg_document_node_is (child, "br") || mlg_document_node_is (child, "tab"))
      g_string_append_c (text, ' ');
    else if (child->type == XML_ELEMENT_NODE && !mlg_document_node_is (child, "footnote")
             && !mlg_document_node_is (child, "note") && !mlg_document_node_is (child, "image"))
      append_words (text, child);
}

/**
 * mlg_numbering_get_words:
 * @node: a heading, a paragraph, a caption
 *
 * Returns: (transfer full): its words on one line, without notes and footnotes
 */
char *
mlg_numbering_get_words (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (node != NULL, NULL);

  append_words (text, node);
  return g_strstrip (g_string_free (text, FALSE));
}

/* A table is called by its caption, an item by its first words. */
static char *
title_of (const xmlNode *target)
{
  for (const xmlNode *node = target; node != NULL; node = xmlFirstElementChild ((xmlNode *) node))
    {
      if (mlg_document_content (node) == MLG_CONTENT_WORDS
          || mlg_document_content (node) == MLG_CONTENT_INLINE)
        return mlg_numbering_get_words (node);
      if (mlg_document_node_is (node, "image"))
        return g_strdup (mlg_xml_get (node, "alt"));
    }
  return g_strdup ("");
}

/**
 * mlg_numbering_get_reference:
 * @self: a numbering
 * @reference: a ref
 *
 * What a reference prints where pages are not known: the number of what it points to, or its title.
 * Without a number to show, its own words, or else the title.
 *
 * Returns: (transfer full) (nullable): the words to print in the place of those inside; %NULL when
 *   those inside are to be printed as they are
 */
char *
mlg_numbering_get_reference (const MlgNumbering *self, const xmlNode *reference)
{
  const xmlNode *target = mlg_numbering_find_target (self, reference);
  const char *show = mlg_xml_get (reference, "show");
  const MlgNumber *number = target != NULL ? mlg_numbering_get (self, target) : NULL;

  if (target == NULL || g_strcmp0 (show, "words") == 0)
    return NULL;
  if ((show == NULL || strcmp (show, "number") == 0) && number != NULL && number->number != NULL)
    return g_strdup (number->number);
  if (g_strcmp0 (show, "title") == 0 || reference->children == NULL)
    return title_of (target);
  return NULL;
}
