/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-builder-private.h"

/* Bookmarks and the references to them. Foreign names are any string, so a place gets an identifier
 * made from its name; a reference keeps the name until all places are known. */

static gboolean
is_name_char (gunichar c)
{
  return c == '_' || c == '-' || c == '.' || (c < 128 && g_ascii_isalnum ((char) c));
}

static char *
make_id (MlgDocumentBuilder *self, const char *place)
{
  GString *id = g_string_new (NULL);
  gsize length = 0;

  for (const char *p = place; *p != '\0' && id->len < 60; p = g_utf8_next_char (p))
    g_string_append_c (id, is_name_char (g_utf8_get_char (p)) ? *p : '-');
  if (!g_ascii_isalpha (id->str[0]) && id->str[0] != '_')
    g_string_prepend (id, "id-");
  length = id->len;
  for (guint n = 2; g_hash_table_contains (self->used, id->str); n++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", n);
    }
  g_hash_table_add (self->used, g_strdup (id->str));
  return g_string_free (id, FALSE);
}

/* The element that a place in this line stands for: a heading's section, or the line itself. */
static xmlNode *
line_target (MlgDocumentBuilder *self)
{
  for (guint i = self->frames->len; i > 0; i--)
    {
      const MlgFrame *frame = &g_array_index (self->frames, MlgFrame, i - 1);

      if (frame->kind == MLG_FRAME_LINE)
        return strcmp (frame->name, "heading") == 0 ? frame->node->parent : frame->node;
      if (frame->kind != MLG_FRAME_INLINE)
        return NULL;
    }
  return NULL;
}

static void
name_target (MlgDocumentBuilder *self, xmlNode *target, const char *place)
{
  g_autoptr (xmlChar) had = xmlGetNsProp (target, (const xmlChar *) "id", XML_XML_NAMESPACE);
  g_autofree char *id = NULL;

  if (g_hash_table_contains (self->ids, place))
    return;
  id = had != NULL ? g_strdup ((const char *) had) : make_id (self, place);
  if (had == NULL)
    xmlSetNsProp (target, xmlSearchNsByHref (self->tree, target, XML_XML_NAMESPACE),
                  (const xmlChar *) "id", (const xmlChar *) id);
  g_hash_table_insert (self->ids, g_strdup (place), g_steal_pointer (&id));
}

/**
 * mlg_document_builder_set_place:
 * @self: the builder
 * @place: the name of a bookmark of the source, any string
 *
 * Names the line that is open, or the next one, so that references find it.
 */
void
mlg_document_builder_set_place (MlgDocumentBuilder *self, const char *place)
{
  xmlNode *target = NULL;

  g_return_if_fail (self != NULL && self->tree != NULL);

  if (place == NULL || *place == '\0')
    return;
  target = line_target (self);
  if (target != NULL)
    name_target (self, target, place);
  else if (self->places->len < 100)
    g_ptr_array_add (self->places, g_strdup (place));
}

void
mlg_builder_apply_places (MlgDocumentBuilder *self)
{
  xmlNode *target = line_target (self);

  for (guint i = 0; target != NULL && i < self->places->len; i++)
    name_target (self, target, self->places->pdata[i]);
  if (target != NULL)
    g_ptr_array_set_size (self->places, 0);
}

/**
 * mlg_document_builder_open_reference:
 * @self: the builder
 * @place: the name of a bookmark, before or after here
 * @show: (nullable): number, title, page or words
 *
 * Opens a reference; what is added until it is closed as "ref" is what the source printed.
 */
void
mlg_document_builder_open_reference (MlgDocumentBuilder *self, const char *place, const char *show)
{
  mlg_document_builder_open (self, "ref");
  mlg_document_builder_set (self, "to", place);
  mlg_document_builder_set (self, "show", show);
}

static void
unwrap (xmlNode *node)
{
  while (node->children != NULL)
    xmlAddPrevSibling (node, node->children);
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static void
resolve_reference (MlgDocumentBuilder *self, xmlNode *node, GHashTable *wanted)
{
  const char *place = mlg_xml_get (node, "to");
  const char *id = place != NULL ? g_hash_table_lookup (self->ids, place) : NULL;

  if (id == NULL)
    {
      self->report.dead_references++;
      unwrap (node);
      return;
    }
  mlg_xml_set (node, "to", id);
  g_hash_table_add (wanted, (gpointer) id);
}

static void
resolve_below (MlgDocumentBuilder *self, xmlNode *node, GHashTable *wanted)
{
  for (xmlNode *child = node->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->type != XML_ELEMENT_NODE)
        continue;
      resolve_below (self, child, wanted);
      if (mlg_document_node_is (child, "ref"))
        resolve_reference (self, child, wanted);
    }
}

static void
collect_ids (xmlNode *node, GHashTable *present)
{
  xmlAttr *id = node->properties != NULL
                    ? xmlHasNsProp (node, (const xmlChar *) "id", XML_XML_NAMESPACE)
                    : NULL;

  if (id != NULL && id->children != NULL)
    g_hash_table_add (present, g_strdup ((const char *) id->children->content));
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect_ids (child, present);
}

static gboolean
place_is_gone (gpointer place G_GNUC_UNUSED, gpointer id, gpointer present)
{
  return !g_hash_table_contains (present, id);
}

/* Word processors name many places for themselves, with a leading "_": those that nothing points to
 * are noise. */
static void
drop_idle_ids (xmlNode *node, GHashTable *wanted)
{
  xmlAttr *id = node->properties != NULL
                    ? xmlHasNsProp (node, (const xmlChar *) "id", XML_XML_NAMESPACE)
                    : NULL;

  if (id != NULL && id->children != NULL && id->children->content[0] == '_'
      && !g_hash_table_contains (wanted, id->children->content))
    xmlRemoveProp (id);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      drop_idle_ids (child, wanted);
}

/* Ties each reference to the identifier of its place; of those to nowhere only the words stay. */
void
mlg_builder_resolve_references (MlgDocumentBuilder *self)
{
  g_autoptr (GHashTable) present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  collect_ids (self->root, present);
  g_hash_table_foreach_remove (self->ids, place_is_gone, present);
  resolve_below (self, self->root, wanted);
  drop_idle_ids (self->root, wanted);
}
