/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "mlg-document-builder-private.h"

/* What is known about the document. */

static gboolean
is_language (const char *language)
{
  return language != NULL
         && g_regex_match_simple ("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", language, 0, 0);
}

/**
 * mlg_document_builder_set_language:
 * @self: the builder
 * @language: (nullable): the language of the whole text, as in BCP 47; what is not one is ignored
 */
void
mlg_document_builder_set_language (MlgDocumentBuilder *self, const char *language)
{
  g_return_if_fail (self != NULL && self->tree != NULL);

  if (is_language (language))
    xmlNodeSetLang (self->root, (const xmlChar *) language);
}

static int
head_rank (const char *name)
{
  static const char *const order[] = { "title", "subject", "author", "date", "keyword" };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (strcmp (order[i], name) == 0)
      return (int) i;
  g_error ("\"%s\" is not something that the head says", name);
}

static gboolean
is_wanted (xmlNode *head, const char *name, const char *text)
{
  GDate date;

  if (text == NULL || *text == '\0')
    return FALSE;
  if (strcmp (name, "date") == 0)
    {
      guint year = 0, month = 0, day = 0;

      g_date_clear (&date, 1);
      if (strlen (text) != 10 || sscanf (text, "%4u-%2u-%2u", &year, &month, &day) != 3
          || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
        return FALSE;
    }
  if (strcmp (name, "author") == 0 || strcmp (name, "keyword") == 0)
    return TRUE;
  for (const xmlNode *child = head->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, name))
      return FALSE;
  return TRUE;
}

/**
 * mlg_document_builder_add_head:
 * @self: the builder
 * @name: title, subject, author, date (YYYY-MM-DD) or keyword
 * @text: (nullable): what it is; empty text and a second title, subject or date are ignored
 */
void
mlg_document_builder_add_head (MlgDocumentBuilder *self, const char *name, const char *text)
{
  xmlNode *node = NULL;
  xmlNode *next = NULL;
  g_autofree char *trimmed = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  if (!is_wanted (self->head, name, trimmed))
    return;
  next = self->head->children;
  while (next != NULL && head_rank ((const char *) next->name) <= head_rank (name))
    next = next->next;
  node = xmlNewDocNode (self->tree, self->ns, (const xmlChar *) name, NULL);
  xmlNodeAddContent (node, (const xmlChar *) trimmed);
  if (next != NULL)
    xmlAddPrevSibling (next, node);
  else
    xmlAddChild (self->head, node);
}
