/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-eforms-private.h"

static xmlNode *
add_element (xmlNode *parent, xmlNs *ns, const char *name, const char *text)
{
  return xmlNewTextChild (parent, ns, (const xmlChar *) name, (const xmlChar *) text);
}

/**
 * mlg_eforms_add:
 * @text: (nullable): what the element says
 *
 * Returns: (transfer none): a new element of templates, last in @parent
 */
xmlNode *
mlg_eforms_add (MlgEforms *self, xmlNode *parent, const char *name, const char *text)
{
  return add_element (parent, self->template_ns, name, text);
}

/**
 * mlg_eforms_add_flow:
 * @text: (nullable): what the element says
 *
 * Returns: (transfer none): a new element of documents, last in @parent
 */
xmlNode *
mlg_eforms_add_flow (MlgEforms *self, xmlNode *parent, const char *name, const char *text)
{
  return add_element (parent, self->document_ns, name, text);
}

/**
 * mlg_eforms_add_paragraphs:
 * @text: words, in which an empty line parts paragraphs
 */
void
mlg_eforms_add_paragraphs (MlgEforms *self, xmlNode *flow, const char *text)
{
  g_auto (GStrv) parts = g_regex_split_simple ("\\n\\s*\\n", text, 0, 0);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      mlg_eforms_add_flow (self, flow, "p", parts[i]);
}

static void G_GNUC_PRINTF (3, 4) add_fact (MlgEforms *self, xmlNode *flow, const char *format, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_eforms_add_paragraphs (self, flow, text);
}

static xmlNode *
add_section (MlgEforms *self, xmlNode *flow, const char *heading)
{
  xmlNode *section = mlg_eforms_add_flow (self, flow, "section", NULL);

  mlg_eforms_add_flow (self, section, "heading", heading);
  return section;
}

static void
add_framework (MlgEforms *self, xmlNode *flow, const xmlNode *lot)
{
  g_auto (GStrv) codes = mlg_eforms_get_codes (
      lot, "cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode",
      "framework-agreement");

  for (guint i = 0; codes[i] != NULL; i++)
    {
      const char *title = mlg_eforms_get_title (&mlg_eforms_frameworks, codes[i]);

      if (title != NULL)
        add_fact (self, flow, _ ("Technique: %s."), title);
    }
}

/* Members of a group of lots (BT-330, BT-1375). */
static void
add_members (MlgEforms *self, xmlNode *flow, const MlgEformsLot *group)
{
  g_autoptr (GPtrArray) groups =
      mlg_eforms_find_all (self->root, "cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup");
  xmlNode *list = NULL;

  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *id = mlg_eforms_get (groups->pdata[i], "cbc:LotsGroupID");
      g_autoptr (GPtrArray) members =
          mlg_eforms_find_all (groups->pdata[i], "cac:ProcurementProjectLotReference/cbc:ID");

      if (!g_str_equal (id, group->id) || members->len == 0)
        continue;
      mlg_eforms_add_paragraphs (self, flow, _ ("The group has the lots:"));
      list = mlg_eforms_add_flow (self, flow, "list", NULL);
      for (guint j = 0; j < members->len; j++)
        {
          g_autofree char *member = mlg_eforms_dup_words (members->pdata[j]);

          mlg_eforms_add_paragraphs (self, mlg_eforms_add_flow (self, list, "item", NULL), member);
        }
    }
}

static char *
make_heading (const MlgEformsLot *lot)
{
  g_autofree char *name = NULL;

  if (lot->kind == MLG_EFORMS_LOT && lot->number == 0)
    return g_strdup (_ ("Single contract"));
  if (lot->kind == MLG_EFORMS_GROUP)
    name = g_strdup_printf (_ ("Group of lots %u"), lot->number);
  else if (lot->kind == MLG_EFORMS_PART)
    name = g_strdup_printf (_ ("Part %u"), lot->number);
  else
    name = g_strdup_printf (_ ("Lot %u"), lot->number);
  if (*lot->title == '\0')
    return g_steal_pointer (&name);
  /* Translators: "Lot 1" and its title */
  return g_strdup_printf (_ ("%s – %s"), name, lot->title);
}

static void
add_lot (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  g_autofree char *heading = make_heading (lot);
  g_autofree char *description =
      mlg_eforms_get_text (self, lot->node, "cac:ProcurementProject/cbc:Description");
  xmlNode *section = add_section (self, flow, heading);

  mlg_eforms_add_paragraphs (self, section, description);
  if (lot->kind == MLG_EFORMS_GROUP)
    add_members (self, section, lot);
  add_framework (self, section, lot->node);
  mlg_eforms_add_criteria_table (self, section, lot);
  mlg_eforms_add_clauses (self, section, lot);
}

/* What the notice is, for whoever goes on from the template. */
static void
add_note (MlgEforms *self, xmlNode *flow)
{
  g_autofree char *type = mlg_eforms_get (self->root, "cbc:NoticeTypeCode");
  g_autofree char *id = mlg_eforms_get (self->root, "cbc:ID");
  g_autofree char *day = mlg_eforms_get (self->root, "cbc:IssueDate");
  const char *title = mlg_eforms_get_title (&mlg_eforms_notice_types, type);
  xmlNode *note = mlg_eforms_add_flow (self, flow, "note", NULL);

  if (strlen (day) > 10)
    day[10] = '\0';
  /* Translators: kind of notice, its identifier, the day it was sent */
  add_fact (self, note, _ ("Read from a notice (%s): %s, sent on %s."),
            title != NULL ? title : type, id, day);
}

static void
add_purchase (MlgEforms *self, xmlNode *flow)
{
  const xmlNode *project = mlg_eforms_find (self->root, "cac:ProcurementProject");
  g_autofree char *nature = mlg_eforms_get (project, "cbc:ProcurementTypeCode");
  g_autofree char *procedure =
      mlg_eforms_get (self->root, "cac:TenderingProcess/cbc:ProcedureCode");
  g_autofree char *words = mlg_eforms_get_text (self, project, "cbc:Description");
  g_autofree char *more = mlg_eforms_get_text (self, project, "cbc:Note");
  const char *nature_title = mlg_eforms_get_title (&mlg_eforms_natures, nature);
  const char *title = mlg_eforms_get_title (&mlg_eforms_procedures, procedure);
  xmlNode *section = add_section (self, flow, _ ("Purchase"));
  xmlNode *line = mlg_eforms_add_flow (self, section, "p", _ ("Buyer: "));

  mlg_xml_set (mlg_eforms_add_flow (self, line, "field", NULL), "name", "buyer");
  mlg_eforms_add_paragraphs (self, section, words);
  mlg_eforms_add_paragraphs (self, section, more);
  if (nature_title != NULL)
    add_fact (self, section, _ ("Nature: %s."), nature_title);
  if (title != NULL)
    add_fact (self, section, _ ("Procedure: %s."), title);
}

static gboolean
has_own_words (const xmlNode *node, const char *language)
{
  for (const xmlNode *other = node->parent->children; other != NULL; other = other->next)
    if (other->type == XML_ELEMENT_NODE && xmlStrEqual (other->name, node->name)
        && mlg_eforms_speaks (other, language))
      return TRUE;
  return FALSE;
}

/* What nothing above has taken. Names of bodies and people are no text of the tender. */
static void
collect_rest (MlgEforms *self, const xmlNode *node, GHashTable *known, GPtrArray *rest)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *words = NULL;

      if (child->type != XML_ELEMENT_NODE || g_str_equal (child->name, "Organizations"))
        continue;
      collect_rest (self, child, known, rest);
      if (mlg_xml_get (child, "languageID") == NULL || g_hash_table_contains (self->seen, child)
          || (!mlg_eforms_speaks (child, self->language) && has_own_words (child, self->language)))
        continue;
      words = mlg_eforms_dup_words (child);
      if (*words != '\0' && !g_hash_table_contains (known, words))
        {
          g_ptr_array_add (rest, words);
          g_hash_table_add (known, g_steal_pointer (&words));
        }
    }
}

static void
add_rest (MlgEforms *self, xmlNode *flow)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();
  xmlNode *section = NULL;

  collect_rest (self, self->root, known, rest);
  if (rest->len == 0)
    return;
  section = add_section (self, flow, _ ("Other Statements of the Notice"));
  for (guint i = 0; i < rest->len; i++)
    mlg_eforms_add_paragraphs (self, section, rest->pdata[i]);
}

/**
 * mlg_eforms_add_piece:
 *
 * Adds the text of the notice as the rules of the consultation.
 */
void
mlg_eforms_add_piece (MlgEforms *self, xmlNode *template)
{
  xmlNode *piece = mlg_eforms_add (self, template, "piece", NULL);
  xmlNode *text = NULL;

  mlg_xml_set (piece, "role", "rc");
  mlg_eforms_add (self, piece, "title", _ ("Rules of the Consultation"));
  text = mlg_eforms_add (self, piece, "text", NULL);
  add_note (self, text);
  add_purchase (self, text);
  for (guint i = 0; i < self->lots->len; i++)
    add_lot (self, text, self->lots->pdata[i]);
  add_rest (self, text);
}
