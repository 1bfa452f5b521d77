/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-answer-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-xml.h"
#include "mlg-exchange-error.h"
#include "mlg-heading.h"
#include "mlg-table-reader.h"
#include "mlg-table-writer.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"

/* A form that came back: a document in which each line of the form is a row, code first and answer last;
 * or our XML, in which each answer is named by its code. Either becomes one row of a table, and is then
 * read as any other. */
typedef struct
{
  const MlgForm *form;
  GPtrArray *headings; /* (owned) (element-type utf8) */
  GPtrArray *cells;    /* (owned) (element-type utf8) */
} FormReader;

static void
add_cell (FormReader *r, const char *heading, const char *cell)
{
  char *text = g_strstrip (g_strdup (cell));

  if (*text == '\0')
    {
      g_free (text);
      return;
    }
  g_ptr_array_add (r->headings, g_strdup (heading));
  g_ptr_array_add (r->cells, text);
}

/* "Q1.A3" → "Q1[A3]"; NULL when it is no line of the form. */
static char *
make_heading (const FormReader *r, const char *code)
{
  const char *dot = strchr (code, '.');
  g_autofree char *base = dot != NULL ? g_strndup (code, dot - code) : g_strdup (code);
  const MlgFormQuestion *question = mlg_form_find_question_by_code (r->form, base);

  if (question == NULL)
    return NULL;
  return dot != NULL ? g_strdup_printf ("%s[%s]", base, dot + 1) : g_strdup (base);
}

static char *
get_words (const xmlNode *node)
{
  g_autoptr (xmlChar) words = xmlNodeGetContent (node);

  return g_strstrip (g_strdup ((const char *) words));
}

/* A box that was left empty is no answer; who ticks writes over it, or beside it. */
static char *
read_mark (const char *cell)
{
  g_autoptr (GString) text = g_string_new (cell);

  if (strstr (cell, "☒") != NULL || strstr (cell, "☑") != NULL)
    return g_strdup ("x");
  g_string_replace (text, "☐", "", 0);
  return g_strdup (text->str);
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) name);
}

/* The rows "Organisme" and "Fonction" say who answers. */
static void
read_who (FormReader *r, const char *label, const char *answer)
{
  g_autofree char *simple = mlg_heading_simplify (label);

  if (g_str_equal (simple, "organisme") || g_str_equal (simple, "body"))
    add_cell (r, "body", answer);
  else if (g_str_equal (simple, "fonction") || g_str_equal (simple, "role"))
    add_cell (r, "role", answer);
}

static void
read_row (FormReader *r, const xmlNode *row)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *answer = NULL;

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    if (is_element (cell, "cell"))
      {
        char *words = get_words (cell);

        if (first == NULL)
          first = words;
        else
          {
            g_free (last);
            last = words;
          }
      }
  if (last == NULL)
    return;
  answer = read_mark (last);
  heading = make_heading (r, first);
  if (heading != NULL)
    add_cell (r, heading, answer);
  else
    read_who (r, first, answer);
}

static void
read_rows (FormReader *r, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_element (child, "row"))
      read_row (r, child);
    else if (child->type == XML_ELEMENT_NODE)
      read_rows (r, child);
}

/* <answer name="Q1"><value name="A3">2</value></answer>, <answer name="Q2">words</answer> */
static void
read_answer (FormReader *r, const xmlNode *answer)
{
  const char *name = mlg_xml_get (answer, "name");
  gboolean parts = FALSE;

  if (name == NULL)
    return;
  for (const xmlNode *value = answer->children; value != NULL; value = value->next)
    if (is_element (value, "value") && mlg_xml_get (value, "name") != NULL)
      {
        g_autofree char *heading = g_strdup_printf ("%s[%s]", name, mlg_xml_get (value, "name"));
        g_autofree char *words = get_words (value);

        add_cell (r, heading, words);
        parts = TRUE;
      }
  if (!parts)
    {
      g_autofree char *words = get_words (answer);

      add_cell (r, name, words);
    }
}

static gboolean
read_xml (FormReader *r,
          GBytes *bytes,
          const char *name,
          GCancellable *cancellable,
          gboolean *ours,
          GError **error)
{
  g_autoptr (xmlDoc) tree =
      mlg_xml_read_bytes (bytes, name, &mlg_xml_default_limits, cancellable, error);
  const xmlNode *root = tree != NULL ? xmlDocGetRootElement (tree) : NULL;

  if (tree == NULL)
    return FALSE;
  *ours = root != NULL && is_element (root, "answers");
  for (const xmlNode *child = *ours ? root->children : NULL; child != NULL; child = child->next)
    if (is_element (child, "answer"))
      read_answer (r, child);
  return TRUE;
}

static gboolean
read_document (FormReader *r,
               GBytes *bytes,
               const char *name,
               MlgIssueList *issues,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (MlgDocument) document =
      mlg_document_read_bytes (bytes, name, issues, cancellable, error);

  if (document == NULL)
    return FALSE;
  read_rows (r, xmlDocGetRootElement (mlg_document_get_tree (document)));
  return TRUE;
}

static MlgTable *
make_table (const FormReader *r, const char *name, MlgIssueList *issues, GError **error)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < r->headings->len; i++)
    mlg_table_writer_add_cell (writer, r->headings->pdata[i]);
  mlg_table_writer_end_row (writer);
  for (guint i = 0; i < r->cells->len; i++)
    mlg_table_writer_add_cell (writer, r->cells->pdata[i]);
  mlg_table_writer_end_row (writer);
  bytes = mlg_table_writer_finish (writer);
  return mlg_table_read_bytes (bytes, name, &mlg_table_default_limits, issues, error);
}

/* Who it is of is no answer. */
static gboolean
has_answers (const FormReader *r)
{
  for (guint i = 0; i < r->headings->len; i++)
    if (!g_str_equal (r->headings->pdata[i], "body")
        && !g_str_equal (r->headings->pdata[i], "role"))
      return TRUE;
  return FALSE;
}

static gboolean
read_form (FormReader *r,
           GBytes *bytes,
           const char *name,
           MlgIssueList *issues,
           GCancellable *cancellable,
           GError **error)
{
  gboolean ours = FALSE;

  if (g_str_has_suffix (name, ".xml") && !read_xml (r, bytes, name, cancellable, &ours, error))
    return FALSE;
  if (!ours && !read_document (r, bytes, name, issues, cancellable, error))
    return FALSE;
  if (has_answers (r))
    return TRUE;
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_EMPTY,
               _ ("%s: no line of the form was found, or none has an answer"), name);
  return FALSE;
}

/**
 * mlg_import_answer_form:
 * @bytes: a form that was filled in, as ODT, DOCX or any document that can be read; or our XML (answers.rng),
 *   where an answer is named by the code of its question, and its values by those of the options
 * @name: its name, for messages; its ending names the format
 *
 * Adds the answer that a form holds; see mlg_import_answers(). In an action only.
 */
gboolean
mlg_import_answer_form (MlgConnection *db,
                        gint64 questionnaire,
                        GBytes *bytes,
                        const char *name,
                        MlgAnswerFlags flags,
                        MlgAnswersResult *result,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (db, questionnaire, error);
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  FormReader reader = { form, headings, cells };
  g_autoptr (MlgTable) table = NULL;

  *result = (MlgAnswersResult){ 0 };
  if (form == NULL || !read_form (&reader, bytes, name, issues, cancellable, error))
    return FALSE;
  table = make_table (&reader, name, issues, error);
  return table != NULL
         && mlg_import_answers (db, questionnaire, table, NULL, flags, result, issues, error);
}
