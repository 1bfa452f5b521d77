/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>
#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

#define MLG_DOCUMENT_NAMESPACE "urn:maillage:document:1"

/** What an element may hold decides how its white space is read and written. */
typedef enum
{
  MLG_CONTENT_ELEMENTS, /* other elements: white space between them means nothing */
  MLG_CONTENT_WORDS,    /* a line of words and inline elements: p, heading, caption, title, … */
  MLG_CONTENT_INLINE,   /* an element inside such a line: b, link, … */
  MLG_CONTENT_DATA,     /* base64 */
  MLG_CONTENT_FOREIGN   /* not an element of a document */
} MlgContent;

MlgContent mlg_document_content (const xmlNode *node);

/**
 * mlg_document_node_is:
 * @node: any node
 * @name: the name of an element of the document's namespace
 *
 * Returns: whether @node is such an element. It is asked of every node again and again: most answers are no,
 * at the first letter.
 */
static inline gboolean
mlg_document_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && (char) node->name[0] == name[0]
         && strcmp ((const char *) node->name, name) == 0 && node->ns != NULL
         && strcmp ((const char *) node->ns->href, MLG_DOCUMENT_NAMESPACE) == 0;
}

G_END_DECLS
