/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-xml-write.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"
#include "library/mlg-outline-plan-private.h"
#include "library/mlg-uri.h"
#include "store/mlg-record-sql.h"

/* From a plan to the template that it means. The document is walked once; each section finds its item by
 * the order of both. */
typedef struct
{
  MlgOutlinePlan *plan; /* (unowned) */
  MlgConnection *db;    /* (unowned) */
  guint next;           /* the item of the next section */
  GString *text;        /* (owned) */
  gboolean in_piece;
  GError *error; /* (owned) (nullable) the first one */
} Making;

static void make_children (Making *self, const xmlNode *parent);

static void
open_piece (Making *self, const char *role, const char *title)
{
  if (self->in_piece)
    g_string_append (self->text, "</text></piece>\n");
  g_string_append (self->text, "<piece");
  mlg_fragment_append_attribute (self->text, "role", role);
  g_string_append (self->text, ">");
  mlg_fragment_append (self->text, "title", title != NULL && *title != '\0' ? title : role);
  g_string_append (self->text, "<text>\n");
  self->in_piece = TRUE;
}

/* What comes before any piece of the document's own gets one. */
static void
ensure_piece (Making *self)
{
  if (!self->in_piece)
    open_piece (self, self->plan->role, self->plan->title);
}

static void
skip_inside (Making *self)
{
  GPtrArray *items = self->plan->items;

  while (self->next < items->len && ((MlgPlanItem *) items->pdata[self->next])->inside)
    self->next++;
}

static void
append_known (Making *self, const MlgPlanItem *item)
{
  g_autoptr (MlgRecord) clause =
      mlg_record_load (self->db, &mlg_clause_kind, item->known, &self->error);

  if (clause != NULL)
    mlg_clause_append_xml (clause, NULL, self->text);
}

static void
append_clause (Making *self, const MlgPlanItem *item)
{
  g_autofree char *written = NULL;

  ensure_piece (self);
  if (item->known != 0 && item->take_known)
    {
      append_known (self, item);
      return;
    }
  written = mlg_xml_write_node (item->node);
  g_string_append (self->text, "<clause revision=\"1\"");
  mlg_fragment_append_attribute (self->text, "phase", item->phase);
  mlg_fragment_append_attribute (self->text, "dimension", item->dimension);
  g_string_append (self->text, ">");
  mlg_fragment_append (self->text, "title", *item->title != '\0' ? item->title : _ ("Clause"));
  g_string_append_printf (self->text, "<reliability>draft</reliability><text>%s</text></clause>\n",
                          written);
}

static void
append_section (Making *self, const MlgPlanItem *item)
{
  xmlNode *heading = mlg_document_section_heading (item->node);
  g_autofree char *written = heading != NULL ? mlg_xml_write_node (heading) : g_strdup ("");

  ensure_piece (self);
  g_string_append_printf (self->text, "<d:section>%s", written);
  make_children (self, item->node);
  g_string_append (self->text, "</d:section>\n");
}

static void
make_section (Making *self)
{
  const MlgPlanItem *item = self->plan->items->pdata[self->next++];

  if (item->cut == MLG_CUT_CLAUSE)
    {
      append_clause (self, item);
      skip_inside (self);
    }
  else if (item->cut == MLG_CUT_PIECE)
    {
      open_piece (self, item->role, item->title);
      make_children (self, item->node);
    }
  else
    append_section (self, item);
}

static void
make_children (Making *self, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree char *written = NULL;

      if (child->type != XML_ELEMENT_NODE || mlg_document_node_is (child, "heading"))
        continue;
      if (mlg_document_node_is (child, "section"))
        {
          make_section (self);
          continue;
        }
      ensure_piece (self);
      written = mlg_xml_write_node (child);
      g_string_append_printf (self->text, "%s\n", written);
    }
}

static void
make (Making *self)
{
  g_autofree char *uri = mlg_uri_new ();
  g_autofree char *language = mlg_document_get_language (self->plan->document);
  const xmlNode *body = mlg_document_get_part (self->plan->document, "body");

  g_string_append (self->text, "<template " MLG_FRAGMENT_NAMESPACES " revision=\"1\"");
  mlg_fragment_append_attribute (self->text, "xml:lang", language != NULL ? language : "fr");
  mlg_fragment_append_attribute (self->text, "uri", uri);
  g_string_append (self->text, ">\n<identity>");
  mlg_fragment_append (self->text, "title", self->plan->title);
  g_string_append (self->text, "<reliability>draft</reliability></identity>\n");
  if (body != NULL)
    make_children (self, body);
  ensure_piece (self);
  g_string_append (self->text, "</text></piece>\n</template>\n");
}

/* The words of a document are under no prefix or another: here they are under "d". */
static void
adopt (MlgOutlinePlan *plan)
{
  xmlNode *root = xmlDocGetRootElement (mlg_document_get_tree (plan->document));

  for (xmlNs *ns = root->nsDef; ns != NULL; ns = ns->next)
    if (xmlStrEqual (ns->href, (const xmlChar *) MLG_DOCUMENT_NAMESPACE))
      {
        xmlFree ((xmlChar *) ns->prefix);
        ns->prefix = xmlStrdup ((const xmlChar *) "d");
      }
}

/**
 * mlg_outline_plan_make_template:
 * @issues: gets what had to be left aside
 *
 * Makes the template that the plan means. Nothing is written: mlg_template_store() does.
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID for words that no template holds.
 *
 * Returns: (transfer full): a template
 */
MlgTemplate *
mlg_outline_plan_make_template (MlgOutlinePlan *self,
                                MlgConnection *db,
                                MlgIssueList *issues,
                                GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  Making making = { .plan = self, .db = db, .text = text };
  xmlDoc *tree;

  adopt (self);
  make (&making);
  if (making.error != NULL)
    {
      g_propagate_error (error, making.error);
      return NULL;
    }
  bytes = g_bytes_new (text->str, text->len);
  tree = mlg_xml_read_bytes (bytes, self->title, NULL, NULL, error);
  if (tree == NULL)
    return NULL;
  mlg_compose_mend (tree, self->title, issues);
  return mlg_template_new_for_tree (tree, self->title, issues, error);
}
