/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* Page headers and footers. Each section may name its own, for all pages, for its first one and for even
 * ones, and has those of the section before where it names none. A document has one header and one footer:
 * those of all pages that come last. The words of the others are told. */

typedef struct
{
  const xmlNode *used[2]; /* (unowned) (nullable) the reference of the header, of the footer */
  GPtrArray *references;  /* (owned) (element-type xmlNode) all of them */
} Pages;

static void
collect_references (Pages *pages, const xmlNode *section)
{
  for (xmlNode *node = section != NULL ? section->children : NULL; node != NULL; node = node->next)
    {
      gboolean footer = mlg_docx_is (node, "footerReference");

      if (!footer && !mlg_docx_is (node, "headerReference"))
        continue;
      if (g_strcmp0 (mlg_docx_get (node, "type"), "default") == 0)
        pages->used[footer] = node;
      g_ptr_array_add (pages->references, node);
    }
}

static const char *
find_part (const MlgDocx *self, MlgPackage *package, const xmlNode *reference)
{
  const char *id = mlg_docx_get (reference, "id");
  const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;

  return mlg_package_has_part (package, part) ? part : NULL;
}

/* A part of its own, with its own relationships. */
static void
read_page_part (MlgDocx *self, MlgPackage *package, const char *part, const char *name)
{
  g_autoptr (xmlDoc) doc = mlg_docx_read_part (package, part, part, NULL);
  GHashTable *targets = self->targets;

  if (doc == NULL)
    return;
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_free (mlg_docx_read_relationships (package, part, "/none", self->targets));
  mlg_document_builder_open (self->reading.builder, name);
  mlg_docx_read_blocks (self, xmlDocGetRootElement (doc));
  mlg_document_builder_close (self->reading.builder, name);
  g_hash_table_unref (self->targets);
  self->targets = targets;
}

static guint
count_images (const xmlNode *parent)
{
  guint n = 0;

  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !mlg_docx_is (node, "Fallback"))
      n += mlg_docx_is (node, "blip") || mlg_docx_is (node, "imagedata") ? 1 : count_images (node);
  return n;
}

static void
see_page_part (MlgDocx *self, MlgPackage *package, const char *part, gboolean taken)
{
  g_autoptr (xmlDoc) doc = mlg_docx_read_part (package, part, part, NULL);
  g_autoptr (GString) words = g_string_new (NULL);

  if (doc == NULL)
    return;
  mlg_docx_collect_words (xmlDocGetRootElement (doc), words);
  mlg_reading_see_page_part (&self->reading, words->str, count_images (xmlDocGetRootElement (doc)),
                             taken);
}

/* Reads the header and the footer of all pages, and tells the words of those of some pages. */
void
mlg_docx_read_page_parts (MlgDocx *self, MlgPackage *package, const xmlNode *body)
{
  static const char *const names[] = { "header", "footer" };
  g_autoptr (GPtrArray) references = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Pages pages = { .references = references };

  for (const xmlNode *node = body->children; node != NULL; node = node->next)
    if (mlg_docx_is (node, "sectPr"))
      collect_references (&pages, node);
    else if (mlg_docx_is (node, "p"))
      collect_references (&pages, mlg_docx_find (mlg_docx_find (node, "pPr"), "sectPr"));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *part = pages.used[i] != NULL ? find_part (self, package, pages.used[i]) : NULL;

      if (part == NULL)
        continue;
      g_hash_table_add (seen, (gpointer) part);
      see_page_part (self, package, part, TRUE);
      read_page_part (self, package, part, names[i]);
    }
  for (guint i = 0; i < references->len; i++)
    {
      const char *part = find_part (self, package, references->pdata[i]);

      if (part != NULL && g_hash_table_add (seen, (gpointer) part))
        see_page_part (self, package, part, FALSE);
    }
}
