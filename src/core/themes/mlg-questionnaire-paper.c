/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-paper.h"

#include "document/mlg-xml.h"
#include "mlg-answer-edit.h"
#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-section.h"
#include "mlg-questionnaire.h"
#include "mlg-theme-context.h"

/* The form of a questionnaire: the shipped template filled with what is asked. */

/**
 * mlg_form_get_line_code:
 * @option: (nullable): one of the question's
 *
 * Returns: (transfer full): by what a line of a form is read again: "Q1", "Q1.A3"
 */
char *
mlg_form_get_line_code (const MlgFormQuestion *question, MlgRecord *option)
{
  const char *code = mlg_record_get_text (question->question, MLG_QUESTION_CODE);

  return option == NULL ? g_strdup (code)
                        : g_strdup_printf ("%s.%s", code,
                                           mlg_record_get_text (option, MLG_QUESTION_OPTION_CODE));
}

/* How one answers is said by the template, in its own language. */
static void
add_type (xmlNode *line, const MlgFormQuestion *question)
{
  const char *type = mlg_form_question_get_type (question);
  gint64 most = mlg_record_get_integer (question->question, MLG_QUESTION_MOST);
  g_autofree char *number = NULL;

  if (most <= 0 && g_str_equal (type, "dots"))
    most = MLG_DOTS_USUAL;
  if (most > 0)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, most);
  mlg_theme_context_add (line, "type", type);
  mlg_theme_context_add (line, "most", number);
}

static const char *
get_mark (const char *type)
{
  return g_str_equal (type, "choose") || g_str_equal (type, "choice") ? "☐" : NULL;
}

static xmlNode *
add_line (xmlNode *lines, const char *kind, const char *code, const char *text, const char *details)
{
  xmlNode *line = xmlNewChild (lines, NULL, (const xmlChar *) "line", NULL);

  mlg_theme_context_add (line, "kind", kind);
  mlg_theme_context_add (line, "code", code);
  mlg_theme_context_add (line, "text", text);
  mlg_theme_context_add (line, "details", details);
  return line;
}

static void
add_question (xmlNode *lines, const MlgFormQuestion *question)
{
  g_autofree char *code = mlg_form_get_line_code (question, NULL);
  xmlNode *asked = add_line (lines, "question", code,
                             mlg_record_get_text (question->question, MLG_QUESTION_TEXT),
                             mlg_record_get_text (question->question, MLG_QUESTION_HELP));

  add_type (asked, question);
  for (guint i = 0; i < question->options->len; i++)
    {
      MlgRecord *option = question->options->pdata[i];
      g_autofree char *own = mlg_form_get_line_code (question, option);
      xmlNode *line =
          add_line (lines, "option", own, mlg_record_get_text (option, MLG_QUESTION_OPTION_LABEL),
                    mlg_record_get_text (option, MLG_QUESTION_OPTION_DETAILS));

      mlg_theme_context_add (line, "mark", get_mark (mlg_form_question_get_type (question)));
    }
}

static void
add_lines (xmlNode *element, const MlgForm *form)
{
  xmlNode *lines = xmlNewChild (element, NULL, (const xmlChar *) "lines", NULL);
  MlgRecord *section = NULL;

  for (guint i = 0; i < form->questions->len; i++)
    {
      const MlgFormQuestion *question = form->questions->pdata[i];

      if (question->section != NULL && question->section != section)
        add_line (lines, "section", NULL,
                  mlg_record_get_text (question->section, MLG_QUESTIONNAIRE_SECTION_TITLE),
                  mlg_record_get_text (question->section, MLG_QUESTIONNAIRE_SECTION_INTRODUCTION));
      section = question->section;
      add_question (lines, question);
    }
}

/* For the short form, which asks to rank themes only. */
static void
add_themes (xmlNode *element, const MlgForm *form)
{
  const MlgFormQuestion *question = mlg_form_find_counted (form);
  xmlNode *themes;

  if (question == NULL || question->options->len == 0)
    return;
  themes = xmlNewChild (element, NULL, (const xmlChar *) "themes", NULL);
  for (guint i = 0; i < question->options->len; i++)
    {
      xmlNode *theme = xmlNewChild (themes, NULL, (const xmlChar *) "theme", NULL);

      mlg_theme_context_add (
          theme, "title",
          mlg_record_get_text (question->options->pdata[i], MLG_QUESTION_OPTION_LABEL));
      mlg_theme_context_add (
          theme, "details",
          mlg_record_get_text (question->options->pdata[i], MLG_QUESTION_OPTION_DETAILS));
    }
}

/**
 * mlg_questionnaire_add_xml:
 * @parent: gets the element "questionnaire": title, introduction, answer_by, return_address, anonymous, body,
 *   lines/line (kind, code, text, details, type, most, mark) and themes/theme (title, details)
 * @body: whose name is filled in, or 0
 *
 * Writes what the templates "answer-form" and "questionnaire" are filled with.
 *
 * Returns: (transfer none): the element; %NULL with @error set
 */
xmlNode *
mlg_questionnaire_add_xml (
    MlgConnection *db, xmlNode *parent, const MlgForm *form, gint64 body, GError **error)
{
  static const struct
  {
    const char *name;
    guint field;
  } taken[] = { { "title", MLG_QUESTIONNAIRE_TITLE },
                { "introduction", MLG_QUESTIONNAIRE_INTRODUCTION },
                { "answer_by", MLG_QUESTIONNAIRE_ANSWER_BY },
                { "return_address", MLG_QUESTIONNAIRE_RETURN_ADDRESS } };
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "questionnaire", NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    mlg_theme_context_add (element, taken[i].name,
                           mlg_record_get_text (form->questionnaire, taken[i].field));
  if (mlg_record_get_boolean (form->questionnaire, MLG_QUESTIONNAIRE_ANONYMOUS))
    mlg_theme_context_add (element, "anonymous", "true");
  if (!mlg_connection_get_text (db, &name, error, "SELECT name FROM body WHERE id=?1", "i", body))
    return NULL;
  mlg_theme_context_add (element, "body", name);
  add_lines (element, form);
  add_themes (element, form);
  return element;
}

/**
 * mlg_questionnaire_fill_form:
 * @body: whose name is filled in, or 0
 * @template: (transfer none): "answer-form", which asks all and can be read again, "questionnaire", or what a
 *   network made of them
 * @missing: (out) (transfer full): the labels of required fields for which the records have nothing
 * @issues: gets what was found odd in the template or in the values
 *
 * Returns: (transfer full): the form; %NULL with @error set
 */
MlgDocument *
mlg_questionnaire_fill_form (MlgConnection *db,
                             const MlgForm *form,
                             gint64 body,
                             MlgTemplate *template,
                             GStrv *missing,
                             MlgIssueList *issues,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (xmlDoc) context = mlg_theme_context_new (db, error);

  if (context == NULL
      || mlg_questionnaire_add_xml (db, xmlDocGetRootElement (context), form, body, error) == NULL)
    return NULL;
  return mlg_theme_context_fill (context, template, missing, issues, cancellable, error);
}
