/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-privacy-themes.h"

#include <glib/gi18n-lib.h>

#include "mlg-paper.h"
#include "store/mlg-clean-text.h"
#include "store/mlg-statement.h"

/* What questionnaires and themes know of somebody, told to them; the room of themes is met by SQL. Of an
 * anonymous questionnaire, that they answered is all that is known. */

#define PARTS                                                                                      \
  "SELECT q.title, a.answered_on, n.text, coalesce(o.label,''), coalesce(l.text, l.value,'')"      \
  " FROM answer AS a JOIN questionnaire AS q ON q.id=a.questionnaire"                              \
  " LEFT JOIN answer_line AS l ON l.answer=a.id LEFT JOIN question AS n ON n.id=l.question"        \
  " LEFT JOIN question_option AS o ON o.id=l.option WHERE a.person=?1"                             \
  " UNION ALL SELECT q.title, NULL, NULL, '', '' FROM participation AS p"                          \
  " JOIN questionnaire AS q ON q.id=p.questionnaire WHERE p.person=?1"                             \
  " UNION ALL SELECT t.title, i.said_on, i.wish, '', '' FROM theme_interest AS i"                  \
  " JOIN theme AS t ON t.id=i.theme WHERE i.person=?1"

static MlgStatement *
ask (MlgConnection *db, gint64 person, GError **error)
{
  MlgStatement *statement = mlg_connection_prepare (db, PARTS, error);

  if (statement != NULL)
    mlg_statement_bind_integer (statement, 1, person);
  return statement;
}

static const char *
get_words (MlgStatement *row, int column)
{
  const char *text = mlg_statement_get_text (row, column);

  return text != NULL ? text : "";
}

/**
 * mlg_privacy_add_themes:
 * @paper: gets what is known
 * @person: a person
 *
 * Tells somebody which questionnaires they answered and how, and which themes they want to work on.
 */
gboolean
mlg_privacy_add_themes (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (MlgStatement) row = ask (db, person, error);
  gboolean open = FALSE;
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      if (!open)
        {
          mlg_paper_add_heading (paper, _ ("Questionnaires and themes"));
          mlg_paper_open_table (paper, _ ("Questionnaire or theme"), _ ("Date"),
                                _ ("Question or wish"), _ ("Option"), _ ("Answer"), NULL);
          open = TRUE;
        }
      mlg_paper_add_row (paper, get_words (row, 0), get_words (row, 1), get_words (row, 2),
                         get_words (row, 3), get_words (row, 4), NULL);
    }
  if (open)
    mlg_paper_close_table (paper);
  return step == MLG_STEP_DONE;
}

static void
add_part (xmlNode *parent, MlgStatement *row)
{
  static const char *const names[] = { "of", "day", "question", "option", "answer" };
  xmlNode *part = xmlNewChild (parent, NULL, (const xmlChar *) "theme-part", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*get_words (row, (int) i) != '\0')
      {
        g_autofree char *clean = g_strdup (get_words (row, (int) i));

        mlg_clean_text (clean);
        xmlNewTextChild (part, NULL, (const xmlChar *) names[i], (const xmlChar *) clean);
      }
}

/**
 * mlg_privacy_add_theme_parts:
 * @parent: gets an element "theme-parts" with a "theme-part" for each, when there is one
 * @person: a person
 *
 * The same for machines.
 */
gboolean
mlg_privacy_add_theme_parts (MlgConnection *db, xmlNode *parent, gint64 person, GError **error)
{
  g_autoptr (MlgStatement) row = ask (db, person, error);
  xmlNode *parts = NULL;
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      if (parts == NULL)
        parts = xmlNewChild (parent, NULL, (const xmlChar *) "theme-parts", NULL);
      add_part (parts, row);
    }
  return step == MLG_STEP_DONE;
}
