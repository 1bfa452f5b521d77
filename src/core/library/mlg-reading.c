/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-reading.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-names.h"
#include "library/mlg-clause.h"
#include "library/mlg-compose.h"
#include "library/mlg-fragment.h"
#include "library/mlg-kept-clauses.h"
#include "store/mlg-record-sql.h"

/* A template as a list of passages: headings, words, criteria and clauses, in the order of the text. */
typedef struct
{
  MlgTemplate *template; /* (unowned) */
  MlgAnswers *answers;   /* (unowned) (nullable) */
  GPtrArray *items;      /* (unowned) (element-type MlgReadingItem) */
  GHashTable *kept;      /* (owned) (nullable) clause elements that the answers keep */
  GHashTable *places;    /* (owned) xml:id → title of the clause that it is in */
  MlgReadingItem *words; /* (unowned) (nullable) the passage to which words are added */
  GString *markup;       /* (owned) (nullable) of that passage */
  guint level;
} Walk;

/* Under which conditions a passage is in the text; those around it come first. */
typedef struct Condition
{
  const struct Condition *around; /* (nullable) */
  const char *test;
  gboolean negated;
} Condition;

static void walk_flow (Walk *self, const xmlNode *parent, const Condition *condition);

static void
source_free (gpointer data)
{
  MlgReadingSource *source = data;

  g_free (source->text);
  g_free (source->confidence);
  g_free (source);
}

static void
item_free (gpointer data)
{
  MlgReadingItem *item = data;
  char *const texts[] = { item->title,     item->markup,      item->condition, item->expression,
                          item->uri,       item->place,       item->phase,     item->ambition,
                          item->dimension, item->reliability, item->link,      item->proof,
                          item->sanction,  item->why,         item->vigilance, item->checked,
                          item->related,   item->role };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_clear_pointer (&item->sources, g_ptr_array_unref);
  g_free (item);
}

/* Words end where something else begins. */
static void
end_words (Walk *self)
{
  if (self->words != NULL)
    self->words->markup = g_string_free (g_steal_pointer (&self->markup), FALSE);
  self->words = NULL;
}

static char *
join (char *before, const char *between, const char *words)
{
  g_autofree char *first = before;

  return first != NULL ? g_strconcat (first, between, words, NULL) : g_strdup (words);
}

static char *
join_conditions (char *before, const char *words)
{
  g_autofree char *first = before;

  return first != NULL ? g_strdup_printf (_ ("%s and %s"), first, words) : g_strdup (words);
}

static void
write_conditions (Walk *self, const Condition *condition, MlgReadingItem *item)
{
  g_autofree char *words = NULL;

  if (condition == NULL)
    return;
  write_conditions (self, condition->around, item);
  words = mlg_reading_write_condition (self->template, condition->test);
  if (condition->negated)
    {
      g_autofree char *held = g_steal_pointer (&words);
      g_autofree char *negation = g_strdup_printf ("not(%s)", condition->test);

      /* Translators: %s is a condition: the passage is there when it does not hold. */
      words = g_strdup_printf (_ ("unless %s"), held);
      item->expression = join (item->expression, " and ", negation);
    }
  else
    item->expression = join (item->expression, " and ", condition->test);
  item->condition = join_conditions (item->condition, words);
}

static MlgReadingItem *
add_item (Walk *self, MlgReadingKind kind, const xmlNode *node, const Condition *condition)
{
  MlgReadingItem *item = g_new0 (MlgReadingItem, 1);

  end_words (self);
  item->kind = kind;
  item->line = mlg_xml_get_line (node);
  item->level = self->level;
  write_conditions (self, condition, item);
  g_ptr_array_add (self->items, item);
  return item;
}

static char *
get_child_text (const xmlNode *element, const char *name)
{
  return mlg_fragment_get_text (mlg_template_find_child (element, name));
}

static void
add_sources (MlgReadingItem *item, const xmlNode *clause)
{
  item->sources = g_ptr_array_new_with_free_func (source_free);
  for (const xmlNode *child = clause->children; child != NULL; child = child->next)
    {
      MlgReadingSource *source;

      if (!mlg_template_node_is (child, "source"))
        continue;
      source = g_new0 (MlgReadingSource, 1);
      source->text = mlg_fragment_get_text (child);
      source->confidence = g_strdup (mlg_xml_get (child, "confidence"));
      g_ptr_array_add (item->sources, source);
    }
}

static void
add_related (Walk *self, MlgReadingItem *item, const xmlNode *clause)
{
  for (const xmlNode *child = clause->children; child != NULL; child = child->next)
    {
      const char *title = mlg_template_node_is (child, "related")
                              ? g_hash_table_lookup (self->places, mlg_xml_get (child, "to"))
                              : NULL;

      if (title != NULL)
        item->related = join (item->related, "\n", title);
    }
}

static const char *
find_place (const xmlNode *node)
{
  const char *id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");

  for (const xmlNode *child = node->children; id == NULL && child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      id = find_place (child);
  return id;
}

static void
add_clause (Walk *self, const xmlNode *clause, const Condition *condition)
{
  MlgReadingItem *item = add_item (self, MLG_READING_CLAUSE, clause, condition);
  const xmlNode *text = mlg_template_find_child (clause, "text");
  GString *markup = g_string_new (NULL);

  item->left_out = self->kept != NULL && !g_hash_table_contains (self->kept, clause);
  item->title = get_child_text (clause, "title");
  item->uri = g_strdup (mlg_xml_get (clause, "uri"));
  item->place = g_strdup (find_place (clause));
  item->phase = g_strdup (mlg_xml_get (clause, "phase"));
  item->ambition = g_strdup (mlg_xml_get (clause, "ambition"));
  item->dimension = g_strdup (mlg_xml_get (clause, "dimension"));
  item->reliability = get_child_text (clause, "reliability");
  item->link = get_child_text (clause, "link");
  item->proof = get_child_text (clause, "proof");
  item->sanction = get_child_text (clause, "sanction");
  item->why = get_child_text (clause, "why");
  item->vigilance = get_child_text (clause, "vigilance");
  item->checked = get_child_text (clause, "checked");
  add_sources (item, clause);
  add_related (self, item, clause);
  if (text != NULL)
    mlg_reading_write_flow (self->template, self->answers, text, item->title, markup);
  item->markup = g_string_free (markup, FALSE);
}

static void
add_words (Walk *self, const xmlNode *block, const Condition *condition)
{
  if (self->words == NULL)
    {
      MlgReadingItem *item = add_item (self, MLG_READING_TEXT, block, condition);

      self->words = item;
      self->markup = g_string_new (NULL);
    }
  mlg_reading_write_block (self->template, self->answers, block, self->markup);
}

static void
walk_section (Walk *self, const xmlNode *section, const Condition *condition)
{
  self->level++;
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "heading"))
      {
        MlgReadingItem *item = add_item (self, MLG_READING_HEADING, child, condition);

        item->title = mlg_fragment_get_text (child);
        item->place = g_strdup (mlg_xml_get_ns (section, (const char *) XML_XML_NAMESPACE, "id"));
        break;
      }
  walk_flow (self, section, condition);
  end_words (self);
  self->level--;
}

static gboolean
holds_parts (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE
        && (mlg_template_node_is (child, "clause") || mlg_document_node_is (child, "section")
            || holds_parts (child)))
      return TRUE;
  return FALSE;
}

static void
walk_when (Walk *self, const xmlNode *when, const Condition *around)
{
  Condition holds = { around, mlg_xml_get (when, "test"), FALSE };
  Condition fails = { around, holds.test, TRUE };
  const xmlNode *otherwise = mlg_template_find_child (when, "otherwise");

  end_words (self);
  walk_flow (self, when, &holds);
  end_words (self);
  if (otherwise != NULL)
    walk_flow (self, otherwise, &fails);
  end_words (self);
}

static void
walk_flow (Walk *self, const xmlNode *parent, const Condition *condition)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || mlg_template_node_is (child, "otherwise")
          || mlg_document_node_is (child, "heading"))
        continue;
      if (mlg_template_node_is (child, "clause"))
        add_clause (self, child, condition);
      else if (mlg_document_node_is (child, "section"))
        walk_section (self, child, condition);
      else if (mlg_template_node_is (child, "when") && holds_parts (child))
        walk_when (self, child, condition);
      else if (mlg_template_node_is (child, "repeat") && holds_parts (child))
        walk_flow (self, child, condition);
      else
        add_words (self, child, condition);
    }
}

static void
add_criterion (Walk *self, const xmlNode *criterion)
{
  MlgReadingItem *item = add_item (self, MLG_READING_CRITERION, criterion, NULL);
  const char *weight = mlg_xml_get (criterion, "weight");
  g_autofree char *title = get_child_text (criterion, "title");
  g_autofree char *elements = get_child_text (criterion, "elements");
  g_autofree char *method = get_child_text (criterion, "method");
  g_autofree char *both = elements != NULL && method != NULL
                              ? g_strdup_printf ("%s\n%s", elements, method)
                              : g_strdup (elements != NULL ? elements : method);

  item->place = g_strdup (mlg_xml_get_ns (criterion, (const char *) XML_XML_NAMESPACE, "id"));
  item->dimension = g_strdup (mlg_xml_get (criterion, "dimension"));
  /* Translators: an award criterion and its weight in hundredths. */
  item->title =
      weight != NULL ? g_strdup_printf (_ ("%s: %s %%"), title, weight) : g_strdup (title);
  item->markup = both != NULL ? g_markup_escape_text (both, -1) : NULL;
  self->level++;
  for (const xmlNode *child = criterion->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "criterion"))
      add_criterion (self, child);
  self->level--;
}

static void
add_criteria (Walk *self, const xmlNode *root)
{
  const xmlNode *criteria = mlg_template_find_child (root, "criteria");
  MlgReadingItem *item;

  if (criteria == NULL || mlg_template_find_child (criteria, "criterion") == NULL)
    return;
  item = add_item (self, MLG_READING_PIECE, criteria, NULL);
  item->title = g_strdup (_ ("Award criteria"));
  self->level = 1;
  for (const xmlNode *child = criteria->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "criterion"))
      add_criterion (self, child);
  self->level = 0;
}

static void
add_piece (Walk *self, const xmlNode *piece)
{
  const xmlNode *text = mlg_template_find_child (piece, "text");
  MlgReadingItem *item = add_item (self, MLG_READING_PIECE, piece, NULL);

  item->title = get_child_text (piece, "title");
  item->role = g_strdup (mlg_xml_get (piece, "role"));
  if (text != NULL)
    walk_flow (self, text, NULL);
  end_words (self);
}

static void
note_places (Walk *self, const xmlNode *node, const char *title)
{
  g_autofree char *own =
      mlg_template_node_is (node, "clause") ? get_child_text (node, "title") : NULL;
  const char *id = mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id");

  if (own != NULL)
    title = own;
  if (id != NULL && title != NULL)
    g_hash_table_insert (self->places, g_strdup (id), g_strdup (title));
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      note_places (self, child, title);
}

static void
on_kept (const xmlNode *clause, const char *piece, gpointer kept)
{
  g_hash_table_add (kept, (gpointer) clause);
}

/**
 * mlg_reading_new:
 * @template: a template, or the text of a draft
 * @answers: (nullable): of a draft: they stand in the place of the questions, and leave clauses out
 *
 * Errors: %MLG_TEMPLATE_ERROR_EXPRESSION, with @answers.
 *
 * Returns: (transfer full) (element-type MlgReadingItem): the template as people read it
 */
GPtrArray *
mlg_reading_new (MlgTemplate *template, MlgAnswers *answers, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  GPtrArray *pieces = mlg_template_get_pieces (template);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (item_free);
  g_autoptr (GHashTable) kept = answers != NULL ? g_hash_table_new (NULL, NULL) : NULL;
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Walk walk = {
    .template = template, .answers = answers, .items = items, .kept = kept, .places = places
  };

  if (answers != NULL && !mlg_kept_clauses_foreach (answers, on_kept, kept, error))
    return NULL;
  note_places (&walk, root, NULL);
  add_criteria (&walk, root);
  for (guint i = 0; i < pieces->len; i++)
    add_piece (&walk, pieces->pdata[i]);
  return g_steal_pointer (&items);
}

/* Questions of a clause are those of the templates that use it: the first of them tells their labels. */
static MlgTemplate *
read_user (MlgConnection *db, gint64 clause, GError **error)
{
  gint64 template = 0;

  if (!mlg_connection_get_integer (
          db, &template, error,
          "SELECT p.template FROM clause_use u JOIN piece p ON p.id=u.piece"
          " WHERE u.clause=?1 ORDER BY p.template LIMIT 1",
          "i", clause))
    return NULL;
  return template != 0 ? mlg_compose_template (db, template, NULL, error) : NULL;
}

/**
 * mlg_reading_write_clause:
 * @clause: an id
 *
 * Returns: (transfer full): the text of a clause as Pango's markup; %NULL with @error set
 */
char *
mlg_reading_write_clause (MlgConnection *db, gint64 clause, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_clause_kind, clause, error);
  g_autoptr (MlgTemplate) template = record != NULL ? read_user (db, clause, NULL) : NULL;
  g_autoptr (xmlDoc) doc =
      record != NULL ? mlg_fragment_read (mlg_record_get_text (record, MLG_CLAUSE_TEXT), error)
                     : NULL;
  GString *markup;

  if (doc == NULL)
    return NULL;
  markup = g_string_new (NULL);
  mlg_reading_write_flow (template, NULL, xmlDocGetRootElement (doc),
                          mlg_record_get_text (record, MLG_CLAUSE_TITLE), markup);
  return g_string_free (markup, FALSE);
}

/**
 * mlg_reading_confidence_get_title:
 * @confidence: (nullable): of a source
 *
 * Returns: how far a source is sure, for people
 */
const char *
mlg_reading_confidence_get_title (const char *confidence)
{
  if (g_strcmp0 (confidence, "text") == 0)
    return _ ("read in the text of law");
  if (g_strcmp0 (confidence, "secondary") == 0)
    return _ ("read in a reliable secondary source");
  return _ ("to check");
}
