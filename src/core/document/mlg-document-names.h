/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>
#include <glib.h>

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
gboolean mlg_document_node_is (const xmlNode *node, const char *name);

G_END_DECLS
