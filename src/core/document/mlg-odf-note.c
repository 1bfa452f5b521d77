/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document.h"
#include "mlg-odf-body-private.h"

/* Notes to the drafter are comments of OpenDocument text: paragraphs and lists, without styles. */

static void write_blocks (MlgOdfBody *self, const xmlNode *parent);

static void
write_line (MlgOdfBody *self, const xmlNode *line)
{
  mlg_odf_open (self, "text:p", NULL);
  for (const xmlNode *node = line->children; node != NULL; node = node->next)
    if (!mlg_document_node_is (node, "image"))
      mlg_odf_write_node (self, node);
  mlg_odf_close (self, "text:p");
}

static void
write_blocks_in (MlgOdfBody *self, const xmlNode *parent, const char *element)
{
  mlg_odf_open (self, element, NULL);
  write_blocks (self, parent);
  mlg_odf_close (self, element);
}

static void
write_block (MlgOdfBody *self, const xmlNode *block)
{
  if (mlg_document_content (block) == MLG_CONTENT_WORDS)
    write_line (self, block);
  else if (mlg_document_node_is (block, "list"))
    write_blocks_in (self, block, "text:list");
  else if (mlg_document_node_is (block, "item"))
    write_blocks_in (self, block, "text:list-item");
  else if (mlg_document_node_is (block, "image"))
    mlg_odf_write_simple (self, "text:p", mlg_xml_get (block, "alt"));
  else
    write_blocks (self, block);
}

static void
write_blocks (MlgOdfBody *self, const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !mlg_odf_is_added (node))
      write_block (self, node);
}

void
mlg_odf_write_note (MlgOdfBody *self, const xmlNode *note)
{
  const char *author = mlg_xml_get (note, "author"), *date = mlg_xml_get (note, "date");

  mlg_odf_open (self, "office:annotation", NULL);
  if (author != NULL)
    mlg_odf_write_simple (self, "dc:creator", author);
  if (date != NULL)
    {
      mlg_odf_open (self, "dc:date", NULL);
      mlg_odf_text (self, date);
      if (strchr (date, 'T') == NULL)
        mlg_odf_text (self, "T00:00:00");
      mlg_odf_close (self, "dc:date");
    }
  write_blocks (self, note);
  mlg_odf_close (self, "office:annotation");
}
