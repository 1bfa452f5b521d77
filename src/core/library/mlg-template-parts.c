/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-parts.h"

#include <string.h>

#include "document/mlg-xml-write.h"
#include "library/mlg-clause-use.h"
#include "library/mlg-clause-value.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"
#include "library/mlg-piece.h"
#include "library/mlg-template-record.h"
#include "library/mlg-uri.h"
#include "store/mlg-id.h"

static void
taken_clause_free (gpointer data)
{
  MlgTakenClause *taken = data;

  g_object_unref (taken->use);
  g_object_unref (taken->clause);
  g_free (taken);
}

static void
taken_piece_free (gpointer data)
{
  MlgTakenPiece *taken = data;

  g_object_unref (taken->piece);
  g_ptr_array_unref (taken->taken);
  g_free (taken);
}

/**
 * mlg_template_parts_free:
 * @parts: (transfer full): the parts of a template
 *
 * Frees the records that a template is stored as; those in the file stay.
 */
void
mlg_template_parts_free (MlgTemplateParts *self)
{
  g_object_unref (self->source);
  g_object_unref (self->record);
  g_free (self->cpv);
  g_ptr_array_unref (self->pieces);
  g_ptr_array_unref (self->codes);
  g_free (self);
}

static void
take_text (MlgRecord *record, guint field, const xmlNode *parent, const char *name)
{
  g_autofree char *text = mlg_fragment_get_text (mlg_template_find_child (parent, name));

  mlg_record_set_text (record, field, text);
}

static void
take_lines (MlgRecord *record, guint field, const xmlNode *parent, const char *name)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      g_autofree char *text =
          mlg_template_node_is (child, name) ? mlg_fragment_get_text (child) : NULL;

      if (text != NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", text);
    }
  mlg_record_set_text (record, field, lines->len > 0 ? lines->str : NULL);
}

static void
take_identity (MlgRecord *record, const xmlNode *identity)
{
  const xmlNode *checked = mlg_template_find_child (identity, "checked");

  take_text (record, MLG_TEMPLATE_RECORD_TITLE, identity, "title");
  take_text (record, MLG_TEMPLATE_RECORD_SUMMARY, identity, "summary");
  take_text (record, MLG_TEMPLATE_RECORD_ORIGIN, identity, "origin");
  take_text (record, MLG_TEMPLATE_RECORD_LICENCE, identity, "licence");
  take_text (record, MLG_TEMPLATE_RECORD_RELIABILITY, identity, "reliability");
  take_text (record, MLG_TEMPLATE_RECORD_CHECKED, identity, "checked");
  if (checked != NULL)
    mlg_record_set_text (record, MLG_TEMPLATE_RECORD_CHECKED_ON, mlg_xml_get (checked, "on"));
  take_lines (record, MLG_TEMPLATE_RECORD_THEMES, identity, "theme");
  take_lines (record, MLG_TEMPLATE_RECORD_KEYWORDS, identity, "keyword");
}

static void
drop_attributes (xmlNode *node)
{
  while (node->properties != NULL)
    xmlRemoveProp (node->properties);
}

/* What has a field goes to it; what is left of the element is kept in the head. */
static void
take_purchase (MlgTemplateParts *self, xmlNode *purchase)
{
  static const struct
  {
    const char *name;
    guint field;
  } texts[] = { { "nature", MLG_TEMPLATE_RECORD_NATURE },
                { "kind", MLG_TEMPLATE_RECORD_KIND },
                { "procedure", MLG_TEMPLATE_RECORD_PROCEDURE } };
  const char *value = mlg_xml_get (purchase, "value"), *months = mlg_xml_get (purchase, "months");
  const xmlNode *cpv = mlg_template_find_child (purchase, "cpv");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    mlg_record_set_text (self->record, texts[i].field, mlg_xml_get (purchase, texts[i].name));
  if (value != NULL)
    mlg_record_set_real (self->record, MLG_TEMPLATE_RECORD_VALUE, g_ascii_strtod (value, NULL));
  if (months != NULL)
    mlg_record_set_integer (self->record, MLG_TEMPLATE_RECORD_MONTHS,
                            g_ascii_strtoll (months, NULL, 10));
  if (cpv != NULL)
    self->cpv = g_strdup (mlg_xml_get (cpv, "code"));
  drop_attributes (purchase);
}

static void
take_codes (MlgTemplateParts *self, const char *dimensions)
{
  g_auto (GStrv) codes = mlg_dimensions_list (dimensions);

  for (char **code = codes; *code != NULL; code++)
    if (!g_ptr_array_find_with_equal_func (self->codes, *code, g_str_equal, NULL))
      g_ptr_array_add (self->codes, g_strdup (*code));
}

static void
take_criteria (MlgTemplateParts *self, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "criterion"))
      {
        take_codes (self, mlg_xml_get (child, "dimension"));
        take_criteria (self, child);
      }
}

static void
take_head (MlgTemplateParts *self, xmlNode *root)
{
  static const char *const names[] = { "purchase", "fields", "criteria" };
  g_autoptr (GString) head = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *part = mlg_template_find_child (root, names[i]);
      g_autofree char *text = NULL;

      if (part == NULL)
        continue;
      if (g_str_equal (names[i], "purchase"))
        take_purchase (self, part);
      else if (g_str_equal (names[i], "criteria"))
        take_criteria (self, part);
      text = mlg_xml_write_node (part);
      g_string_append_printf (head, "%s%s", head->len > 0 ? "\n" : "", text);
    }
  mlg_record_set_text (self->record, MLG_TEMPLATE_RECORD_HEAD, head->len > 0 ? head->str : NULL);
}

/* A clause without an identifier gets the one that its words have in this template, so that reading the
 * same file again finds it. */
static void
identify (MlgTemplateParts *self, MlgRecord *clause)
{
  g_autofree char *content = NULL;
  g_autofree char *uri = NULL;

  if (mlg_record_is_null (clause, MLG_CLAUSE_REVISION))
    mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, 1);
  if (!mlg_record_is_null (clause, MLG_CLAUSE_URI))
    return;
  content = mlg_clause_dup_content (clause);
  uri = mlg_uri_for_text (mlg_record_get_text (self->record, MLG_TEMPLATE_RECORD_URI), content);
  mlg_record_set_text (clause, MLG_CLAUSE_URI, uri);
}

static void
inherit (MlgTemplateParts *self, MlgRecord *clause)
{
  static const guint same[][2] = { { MLG_CLAUSE_ORIGIN, MLG_TEMPLATE_RECORD_ORIGIN },
                                   { MLG_CLAUSE_LICENCE, MLG_TEMPLATE_RECORD_LICENCE },
                                   { MLG_CLAUSE_NATURE, MLG_TEMPLATE_RECORD_NATURE } };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    mlg_record_set_text (clause, same[i][0], mlg_record_get_text (self->record, same[i][1]));
}

static void
raise_ambition (MlgTemplateParts *self, const char *ambition)
{
  static const char *const ranks[] = { "base", "good", "exemplary" };
  const char *now = mlg_record_get_text (self->record, MLG_TEMPLATE_RECORD_AMBITION);

  for (int i = G_N_ELEMENTS (ranks) - 1; i >= 0 && ambition != NULL; i--)
    if (g_strcmp0 (now, ranks[i]) == 0)
      return;
    else if (g_str_equal (ambition, ranks[i]))
      {
        mlg_record_set_text (self->record, MLG_TEMPLATE_RECORD_AMBITION, ranks[i]);
        return;
      }
}

static xmlNode *
leave_mark (xmlNode *element, gint64 use)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, use);
  xmlNode *mark = xmlNewDocNode (element->doc, element->ns, (const xmlChar *) "use", NULL);

  mlg_xml_set (mark, "id", id);
  xmlReplaceNode (element, mark);
  xmlFreeNode (element);
  return mark;
}

/* @original is the same element in the tree of the source, which knows its line. */
static xmlNode *
take_clause (MlgTemplateParts *self,
             MlgTakenPiece *piece,
             xmlNode *element,
             const xmlNode *original)
{
  MlgTakenClause *taken = g_new0 (MlgTakenClause, 1);

  taken->use = mlg_record_new (&mlg_clause_use_kind);
  taken->clause = mlg_record_new (&mlg_clause_kind);
  taken->at = original;
  mlg_record_set_id (taken->use, mlg_id_new ());
  mlg_record_set_integer (taken->use, MLG_CLAUSE_USE_POSITION, piece->taken->len);
  mlg_record_set_text (taken->use, MLG_CLAUSE_USE_PLACE,
                       mlg_xml_get_ns (element, (const char *) XML_XML_NAMESPACE, "id"));
  mlg_clause_take_xml (taken->clause, element);
  identify (self, taken->clause);
  inherit (self, taken->clause);
  take_codes (self, mlg_record_get_text (taken->clause, MLG_CLAUSE_DIMENSION));
  raise_ambition (self, mlg_record_get_text (taken->clause, MLG_CLAUSE_AMBITION));
  g_ptr_array_add (piece->taken, taken);
  return leave_mark (element, mlg_record_get_id (taken->use));
}

/* The copy and its original are walked side by side. A clause inside another is a part of its text. */
static void
take_clauses (MlgTemplateParts *self, MlgTakenPiece *piece, xmlNode *node, const xmlNode *original)
{
  for (; node != NULL; node = node->next, original = original->next)
    if (mlg_template_node_is (node, "clause"))
      node = take_clause (self, piece, node, original);
    else if (node->type == XML_ELEMENT_NODE)
      take_clauses (self, piece, node->children, original->children);
}

static void
take_piece (MlgTemplateParts *self, xmlNode *element, const xmlNode *original)
{
  MlgTakenPiece *taken = g_new0 (MlgTakenPiece, 1);
  g_autofree char *title = mlg_fragment_get_text (mlg_template_find_child (element, "title"));
  g_autofree char *content = NULL;

  taken->piece = mlg_record_new (&mlg_piece_kind);
  taken->taken = g_ptr_array_new_with_free_func (taken_clause_free);
  take_clauses (self, taken, element->children, original->children);
  content = mlg_xml_write_node (element);
  mlg_record_set_integer (taken->piece, MLG_PIECE_POSITION, self->pieces->len);
  mlg_record_set_text (taken->piece, MLG_PIECE_ROLE, mlg_xml_get (element, "role"));
  mlg_record_set_text (taken->piece, MLG_PIECE_TITLE,
                       title != NULL ? title : mlg_xml_get (element, "role"));
  mlg_record_set_text (taken->piece, MLG_PIECE_CONTENT, content);
  g_ptr_array_add (self->pieces, taken);
}

/**
 * mlg_template_parts_new:
 * @template: (transfer none): a template; it is left as it is
 *
 * Takes a template apart. Clauses without an identifier get one, the same each time.
 *
 * Returns: (transfer full): its parts
 */
MlgTemplateParts *
mlg_template_parts_new (MlgTemplate *template)
{
  MlgTemplateParts *self = g_new0 (MlgTemplateParts, 1);
  g_autoptr (xmlDoc) copy = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *root = xmlDocGetRootElement (copy);
  GPtrArray *originals = mlg_template_get_pieces (template);
  guint n = 0;

  self->source = g_object_ref (template);
  self->record = mlg_record_new (&mlg_template_record_kind);
  self->pieces = g_ptr_array_new_with_free_func (taken_piece_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  mlg_fragment_adopt (root);
  mlg_record_set_text (self->record, MLG_TEMPLATE_RECORD_URI, mlg_template_get_uri (template));
  mlg_record_set_integer (self->record, MLG_TEMPLATE_RECORD_REVISION,
                          mlg_template_get_revision (template));
  mlg_record_set_text (self->record, MLG_TEMPLATE_RECORD_LANGUAGE,
                       mlg_template_get_language (template));
  take_identity (self->record, mlg_template_find_child (root, "identity"));
  take_head (self, root);
  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "piece"))
      take_piece (self, child, originals->pdata[n++]);
  return self;
}

static const MlgTakenClause *
find_use (const MlgTakenPiece *piece, gint64 id)
{
  for (guint i = 0; i < piece->taken->len; i++)
    {
      const MlgTakenClause *taken = piece->taken->pdata[i];

      if (mlg_record_get_id (taken->use) == id)
        return taken;
    }
  return NULL;
}

static void
append_use (gint64 id, gpointer data, GString *text)
{
  const MlgTakenClause *taken = find_use (data, id);

  if (taken != NULL)
    mlg_clause_append_xml (taken->clause, mlg_record_get_text (taken->use, MLG_CLAUSE_USE_PLACE),
                           text);
}

/**
 * mlg_template_parts_write:
 *
 * Returns: (transfer full): the template put together again: the same text as mlg_compose_write() gives
 *   for a template of the library with the same words
 */
char *
mlg_template_parts_write (const MlgTemplateParts *self)
{
  GString *text = g_string_new (NULL);

  mlg_compose_append_start (self->record, text);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      MlgTakenPiece *piece = self->pieces->pdata[i];

      mlg_compose_append_piece (mlg_record_get_text (piece->piece, MLG_PIECE_CONTENT), append_use,
                                piece, text);
    }
  mlg_compose_append_end (text);
  return g_string_free (text, FALSE);
}
