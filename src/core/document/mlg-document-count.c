/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stddef.h>
#include <string.h>

#include "mlg-document-private.h"

typedef struct
{
  MlgDocumentCounts *counts;
  gboolean in_word; /* the last character read belongs to a word that is already counted */
} Count;

static const struct
{
  const char *name;
  gsize offset; /* of its number in MlgDocumentCounts */
} counted[] = {
  { "p", offsetof (MlgDocumentCounts, paragraphs) },
  { "list", offsetof (MlgDocumentCounts, lists) },
  { "item", offsetof (MlgDocumentCounts, items) },
  { "table", offsetof (MlgDocumentCounts, tables) },
  { "row", offsetof (MlgDocumentCounts, rows) },
  { "cell", offsetof (MlgDocumentCounts, cells) },
  { "image", offsetof (MlgDocumentCounts, images) },
  { "footnote", offsetof (MlgDocumentCounts, footnotes) },
  { "note", offsetof (MlgDocumentCounts, drafter_notes) },
  { "link", offsetof (MlgDocumentCounts, links) },
};

static void
count_words (Count *self, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        self->in_word = FALSE;
      else if (!self->in_word && g_unichar_isalnum (c))
        {
          self->in_word = TRUE;
          self->counts->words++;
        }
    }
}

static void
count_element (Count *self, const xmlNode *node, guint level)
{
  if (mlg_document_node_is (node, "heading"))
    {
      self->counts->headings[0]++;
      self->counts->headings[level]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    if (mlg_document_node_is (node, counted[i].name))
      {
        guint *count = G_STRUCT_MEMBER_P (self->counts, counted[i].offset);

        (*count)++;
        return;
      }
}

static guint
level_inside (const xmlNode *node, guint level)
{
  const char *given = NULL;

  if (!mlg_document_node_is (node, "section") || mlg_document_section_heading (node) == NULL)
    return level;
  given = mlg_xml_get (node, "level");
  if (given != NULL)
    level = (guint) g_ascii_strtoull (given, NULL, 10) - 1;
  return CLAMP (level + 1, 1, MLG_DOCUMENT_MAX_LEVEL);
}

static void
count_node (Count *self, const xmlNode *node, guint level)
{
  MlgContent content = mlg_document_content (node);

  level = level_inside (node, level);
  count_element (self, node, level);
  if (content == MLG_CONTENT_DATA)
    return;
  if (content != MLG_CONTENT_INLINE || node->children == NULL)
    self->in_word = FALSE;
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE && content != MLG_CONTENT_ELEMENTS)
      count_words (self, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      count_node (self, child, level);
  if (content != MLG_CONTENT_INLINE)
    self->in_word = FALSE;
}

/**
 * mlg_document_count:
 * @self: a document
 * @counts: (out): what its body holds
 *
 * Counts in one walk, in time linear in the size of the document.
 */
void
mlg_document_count (MlgDocument *self, MlgDocumentCounts *counts)
{
  Count count = { counts, FALSE };
  xmlNode *body = NULL;

  g_return_if_fail (MLG_IS_DOCUMENT (self) && counts != NULL);

  memset (counts, 0, sizeof *counts);
  body = mlg_document_get_part (self, "body");
  if (body != NULL)
    count_node (&count, body, 0);
  counts->notes = counts->footnotes + counts->drafter_notes;
}
