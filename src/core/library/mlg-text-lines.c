/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-text-lines.h"

#include <string.h>

#include "document/mlg-xml-write.h"
#include "store/mlg-markup.h"

/**
 * mlg_text_lines_from_markup:
 * @markup: XML in its canonical form, in which each block is on lines of its own
 *
 * Returns: (transfer full): its words, a paragraph a line
 */
char *
mlg_text_lines_from_markup (const char *markup)
{
  GString *lines = g_string_new (NULL);

  for (const char *line = markup; line != NULL;)
    {
      const char *end = strchr (line, '\n');
      g_autofree char *words = mlg_markup_to_words (line, end != NULL ? end - line : -1);

      if (*words != '\0')
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", words);
      line = end != NULL ? end + 1 : NULL;
    }
  return g_string_free (lines, FALSE);
}

/**
 * mlg_text_lines_from_node:
 *
 * Returns: (transfer full): the words of an element, a paragraph a line
 */
char *
mlg_text_lines_from_node (const xmlNode *node)
{
  g_autofree char *markup = mlg_xml_write_node (node);

  return mlg_text_lines_from_markup (markup);
}
