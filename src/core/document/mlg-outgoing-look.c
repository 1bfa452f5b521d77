/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-outgoing-private.h"

/* What decides how a block looks, and where a page begins. */

static const char *
get (const xmlNode *node, const char *name)
{
  const char *value = mlg_xml_get_ns (node, MLG_OUTGOING_NAMESPACE, name);

  return value != NULL ? value : "";
}

static const char *
style_of (const xmlNode *block, const MlgPlace *place)
{
  const char *role = mlg_xml_get (block, "role");

  if (mlg_document_node_is (block, "p"))
    return role != NULL ? role : place->flow;
  return (const char *) block->name;
}

static void
add_look (MlgOutgoing *self, const xmlNode *block, guint index, guint level)
{
  static const char *const names[] = { "style", "align", "break", "page" };
  xmlNode *look =
      xmlAddChild (xmlDocGetRootElement (self->tree), mlg_outgoing_new_node (self, "look"));

  mlg_outgoing_set_number (self, look, "index", index);
  mlg_outgoing_set_number (self, look, "level", level);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    mlg_outgoing_set (self, look, names[i],
                      mlg_xml_get_ns (block, MLG_OUTGOING_NAMESPACE, names[i]));
}

/* Names the style of the block, and numbers what differs from that style. */
void
mlg_outgoing_set_look (MlgOutgoing *self, xmlNode *block, const MlgPlace *place)
{
  const char *style = style_of (block, place);
  const char *align = mlg_document_node_is (block, "p") ? mlg_xml_get (block, "align") : NULL;
  g_autofree char *key = NULL;
  guint level = (guint) g_ascii_strtoull (get (block, "level"), NULL, 10), look = 0;

  if (align == NULL && mlg_document_node_is (block, "p"))
    align = place->align;
  mlg_outgoing_set (self, block, "style", style);
  mlg_outgoing_set (self, block, "align", align);
  if (align == NULL && *get (block, "break") == '\0' && *get (block, "page") == '\0')
    return;
  key = g_strdup_printf ("%s %u %s %s %s", style, level, align != NULL ? align : "",
                         get (block, "break"), get (block, "page"));
  look = GPOINTER_TO_UINT (g_hash_table_lookup (self->looks, key));
  if (look == 0)
    {
      look = g_hash_table_size (self->looks) + 1;
      g_hash_table_insert (self->looks, g_steal_pointer (&key), GUINT_TO_POINTER (look));
      add_look (self, block, look, level);
    }
  mlg_outgoing_set_number (self, block, "look", look);
}

/* How pages lie changes from one block to the next: says so there, and where the last page of the
 * other kind ends. */
void
mlg_outgoing_turn_page (MlgOutgoing *self, xmlNode *block, const MlgPlace *place)
{
  if (place->aside)
    return;
  if (self->break_pending && self->page != NULL)
    mlg_outgoing_set (self, block, "break", "true");
  self->break_pending = FALSE;
  if (self->page == place->page)
    return;
  if (self->page != NULL || strcmp (place->page, "portrait") != 0)
    mlg_outgoing_set (self, block, "page", place->page);
  if (self->page != NULL && self->last_line != NULL)
    mlg_outgoing_set (self, self->last_line, "end", self->page);
  else if (self->page != NULL)
    mlg_outgoing_set (self, xmlAddPrevSibling (block, mlg_outgoing_new_node (self, "turn")), "end",
                      self->page);
  else
    mlg_outgoing_set (self, xmlDocGetRootElement (self->tree), "first", place->page);
  self->page = place->page;
}
