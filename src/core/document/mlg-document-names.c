/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-names.h"

#include <string.h>

/* In the order of their names. */
static const struct
{
  const char *name;
  MlgContent content;
} contents[] = {
  { "author", MLG_CONTENT_WORDS },      { "b", MLG_CONTENT_INLINE },
  { "br", MLG_CONTENT_INLINE },         { "caption", MLG_CONTENT_WORDS },
  { "date", MLG_CONTENT_WORDS },        { "field", MLG_CONTENT_INLINE },
  { "heading", MLG_CONTENT_WORDS },     { "i", MLG_CONTENT_INLINE },
  { "image", MLG_CONTENT_DATA },        { "keyword", MLG_CONTENT_WORDS },
  { "link", MLG_CONTENT_INLINE },       { "p", MLG_CONTENT_WORDS },
  { "page-count", MLG_CONTENT_INLINE }, { "page-number", MLG_CONTENT_INLINE },
  { "ref", MLG_CONTENT_INLINE },        { "span", MLG_CONTENT_INLINE },
  { "sub", MLG_CONTENT_INLINE },        { "subject", MLG_CONTENT_WORDS },
  { "sup", MLG_CONTENT_INLINE },        { "tab", MLG_CONTENT_INLINE },
  { "title", MLG_CONTENT_WORDS },
};

/**
 * mlg_document_content:
 * @node: an element
 *
 * Returns: what the element holds
 */
MlgContent
mlg_document_content (const xmlNode *node)
{
  if (node->ns == NULL || strcmp ((const char *) node->ns->href, MLG_DOCUMENT_NAMESPACE) != 0)
    return MLG_CONTENT_FOREIGN;

  for (gsize i = 0; i < G_N_ELEMENTS (contents) && contents[i].name[0] <= (char) node->name[0]; i++)
    if (contents[i].name[0] == (char) node->name[0]
        && strcmp ((const char *) node->name, contents[i].name) == 0)
      return contents[i].content;
  return MLG_CONTENT_ELEMENTS;
}
