/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-draft-question.h"

#include <string.h>

#include "document/mlg-document-names.h"
#include "library/mlg-conditions.h"
#include "library/mlg-fragment.h"
#include "template/mlg-expression.h"

/* Where the questions of a template are used. What the answers leave out is not looked into; what is repeated
 * is there once, and a row's own conditions hold and fail. */
typedef struct
{
  MlgTemplate *template;   /* (unowned) */
  GHashTable *questions;   /* (owned) name → MlgDraftQuestion, unowned */
  GHashTable *used;        /* (owned) names that anything uses, also what is left out */
  MlgEvaluator *evaluator; /* (owned) */
  xmlNode *context;        /* (unowned) */
  const char *title;       /* (unowned) (nullable) of the clause, section or piece that is walked */
  guint repeats;           /* how many lists of rows are around */
} Walk;

typedef void (*NameFunc) (Walk *self, const char *name, gpointer data);

static gboolean walk (Walk *self, const xmlNode *node, GError **error);

static void
question_free (gpointer data)
{
  MlgDraftQuestion *question = data;

  g_ptr_array_unref (question->shown);
  g_ptr_array_unref (question->decides);
  g_free (question);
}

static void
add_title (GPtrArray *titles, const char *title)
{
  if (title != NULL && !g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
    g_ptr_array_add (titles, g_strdup (title));
}

/* The names in an expression; what stands between quotation marks is none. */
static void
foreach_name (Walk *self, const char *expression, NameFunc func, gpointer data)
{
  const char *end;

  for (const char *p = expression; *p != '\0'; p = end)
    {
      end = p + 1;
      if (*p == '\'' || *p == '"')
        {
          const char *close = strchr (p + 1, *p);

          end = close != NULL ? close + 1 : p + strlen (p);
        }
      else if (g_ascii_islower (*p))
        {
          g_autofree char *name = NULL;

          while (g_ascii_isalnum (*end) || *end == '-' || *end == '_')
            end++;
          name = g_strndup (p, (gsize) (end - p));
          func (self, name, data);
        }
    }
}

static void
note_used (Walk *self, const char *name, gpointer data)
{
  g_hash_table_add (self->used, g_strdup (name));
}

static void
note_shown (Walk *self, const char *name, gpointer data)
{
  MlgDraftQuestion *question = g_hash_table_lookup (self->questions, name);

  if (question == NULL)
    return;
  question->applies = TRUE;
  add_title (question->shown, self->title);
}

static gboolean
is_titled (const xmlNode *node)
{
  return mlg_template_node_is (node, "clause") || mlg_template_node_is (node, "criterion")
         || mlg_template_node_is (node, "piece") || mlg_document_node_is (node, "section");
}

static char *
dup_title (const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "title") || mlg_document_node_is (child, "heading"))
      return mlg_fragment_get_text (child);
  return NULL;
}

/* The titles of the outermost clauses and sections in a condition. */
static void
collect_titles (const xmlNode *node, GPtrArray *titles)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *title = is_titled (child) ? dup_title (child) : NULL;

      if (title != NULL)
        add_title (titles, title);
      else if (child->type == XML_ELEMENT_NODE)
        collect_titles (child, titles);
    }
}

static void
note_decides (Walk *self, const char *name, gpointer titles)
{
  MlgDraftQuestion *question = g_hash_table_lookup (self->questions, name);
  GPtrArray *under = titles;

  if (question == NULL)
    return;
  question->applies = TRUE;
  for (guint i = 0; i < under->len; i++)
    add_title (question->decides, under->pdata[i]);
  if (under->len == 0)
    add_title (question->decides, self->title);
}

static gboolean
test (Walk *self, const char *expression, gboolean *holds, GError **error)
{
  return mlg_evaluator_test (self->evaluator, expression, self->context, holds, error);
}

/* Of comparisons that must all hold, one that fails makes the others without effect. */
static gboolean
note_compared (Walk *self, GPtrArray *conditions, GPtrArray *titles, GError **error)
{
  const char *failing = NULL;

  for (guint i = 0; i < conditions->len; i++)
    {
      g_autofree char *expression = mlg_condition_write (conditions->pdata[i]);
      gboolean holds = FALSE;

      if (!test (self, expression, &holds, error))
        return FALSE;
      if (!holds && failing == NULL)
        failing = ((MlgCondition *) conditions->pdata[i])->field;
    }
  for (guint i = 0; i < conditions->len; i++)
    {
      const char *field = ((MlgCondition *) conditions->pdata[i])->field;

      if (failing == NULL || g_str_equal (failing, field))
        note_decides (self, field, titles);
    }
  return TRUE;
}

static gboolean
note_condition (Walk *self, const xmlNode *when, GError **error)
{
  const char *expression = mlg_xml_get (when, "test");
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) conditions =
      self->repeats == 0 ? mlg_conditions_parse (self->template, expression) : NULL;

  collect_titles (when, titles);
  if (conditions != NULL && conditions->len > 1)
    return note_compared (self, conditions, titles, error);
  foreach_name (self, expression, note_decides, titles);
  return TRUE;
}

static gboolean
walk_when (Walk *self, const xmlNode *when, GError **error)
{
  gboolean holds = FALSE;

  if (!note_condition (self, when, error))
    return FALSE;
  if (self->repeats == 0 && !test (self, mlg_xml_get (when, "test"), &holds, error))
    return FALSE;
  for (const xmlNode *child = when->children; child != NULL; child = child->next)
    {
      gboolean otherwise = mlg_template_node_is (child, "otherwise");

      if (child->type != XML_ELEMENT_NODE || (self->repeats == 0 && otherwise == holds))
        continue;
      if (!walk (self, child, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk_children (Walk *self, const xmlNode *node, GError **error)
{
  gboolean repeats = mlg_template_node_is (node, "repeat");
  gboolean done = TRUE;

  self->repeats += repeats;
  for (const xmlNode *child = node->children; done && child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      done = walk (self, child, error);
  self->repeats -= repeats;
  return done;
}

static gboolean
walk (Walk *self, const xmlNode *node, GError **error)
{
  const char *around = self->title;
  g_autofree char *title = is_titled (node) ? dup_title (node) : NULL;
  const char *select = mlg_xml_get (node, "select");
  gboolean done;

  if (mlg_template_node_is (node, "when"))
    return walk_when (self, node, error);
  if (title != NULL)
    self->title = title;
  if (mlg_document_node_is (node, "field"))
    note_shown (self, mlg_xml_get (node, "name"), NULL);
  else if (select != NULL)
    foreach_name (self, select, note_shown, NULL);
  done = walk_children (self, node, error);
  self->title = around;
  return done;
}

static gboolean
is_description (const xmlNode *node)
{
  return mlg_template_node_is (node, "fields") || mlg_template_node_is (node, "identity");
}

static void
note_all (Walk *self, const xmlNode *node)
{
  static const char *const expressions[] = { "test", "select" };

  if (mlg_document_node_is (node, "field"))
    note_used (self, mlg_xml_get (node, "name"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expressions); i++)
    if (mlg_xml_get (node, expressions[i]) != NULL)
      foreach_name (self, mlg_xml_get (node, expressions[i]), note_used, NULL);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      note_all (self, child);
}

static gboolean
walk_root (Walk *self, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (self->template));

  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE || is_description (child))
        continue;
      note_all (self, child);
      if (!walk (self, child, error))
        return FALSE;
    }
  return TRUE;
}

static MlgDraftQuestion *
question_new (MlgAnswers *answers, const MlgTemplateField *field)
{
  MlgDraftQuestion *question = g_new0 (MlgDraftQuestion, 1);

  question->field = field;
  question->filled = mlg_answers_is_filled (answers, field->name);
  question->preset = question->filled && !mlg_answers_is_answered (answers, field->name);
  question->shown = g_ptr_array_new_with_free_func (g_free);
  question->decides = g_ptr_array_new_with_free_func (g_free);
  return question;
}

/* What nothing in the text uses is for the check alone, and applies. */
static gboolean
use_questions (Walk *self, GPtrArray *questions, GError **error)
{
  for (guint i = 0; i < questions->len; i++)
    {
      MlgDraftQuestion *question = questions->pdata[i];

      g_hash_table_insert (self->questions, question->field->name, question);
    }
  if (!walk_root (self, error))
    return FALSE;
  for (guint i = 0; i < questions->len; i++)
    {
      MlgDraftQuestion *question = questions->pdata[i];

      question->applies |= !g_hash_table_contains (self->used, question->field->name);
    }
  return TRUE;
}

/**
 * mlg_draft_questions_new:
 * @answers: to the questions of a draft
 *
 * What each question is for, and whether it needs an answer: one that only passages use which the other answers
 * leave out of the text does not.
 *
 * Errors: %MLG_TEMPLATE_ERROR_EXPRESSION. Any thread that the answers belong to.
 *
 * Returns: (transfer full) (element-type MlgDraftQuestion): all questions, in their order
 */
GPtrArray *
mlg_draft_questions_new (MlgAnswers *answers, GError **error)
{
  MlgTemplate *template = mlg_answers_get_template (answers);
  GPtrArray *fields = mlg_template_get_fields (template);
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (question_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (xmlDoc) context = xmlNewDoc ((const xmlChar *) "1.0");
  g_autoptr (MlgEvaluator) evaluator = NULL;
  Walk self = { .template = template, .questions = by_name, .used = used };

  self.context = xmlNewDocNode (context, NULL, (const xmlChar *) "context", NULL);
  xmlDocSetRootElement (context, self.context);
  mlg_answers_add_to_context (answers, self.context);
  self.evaluator = evaluator = mlg_evaluator_new (context);
  for (guint i = 0; i < fields->len; i++)
    g_ptr_array_add (questions, question_new (answers, fields->pdata[i]));
  return use_questions (&self, questions, error) ? g_steal_pointer (&questions) : NULL;
}
