/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-questionnaire.h"

#include "meetings/mlg-meeting-xml.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-statement.h"
#include "themes/mlg-questionnaire.h"

/* The questionnaire that a meeting hands out: its own, or the form on the themes that are proposed. */

/* Days after the meeting by which it is sent back, unless it says so itself. */
#define DAYS_TO_ANSWER 15

static char *
add_days (const char *day, int days)
{
  g_autofree char *moment = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, NULL);
  g_autoptr (GDateTime) later = time != NULL ? g_date_time_add_days (time, days) : NULL;

  return later != NULL ? g_date_time_format (later, "%F") : NULL;
}

/* @id: what the statement is about. Each row is a theme and a few words on it. */
static gboolean
add_themes (MlgConnection *db, xmlNode *form, const char *sql, gint64 id, guint *n, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, sql, error);
  xmlNode *themes = NULL;
  MlgStep step;

  if (row == NULL)
    return FALSE;
  mlg_statement_bind_integer (row, 1, id);
  mlg_statement_bind_integer (row, 2, MLG_DOSSIER_MAX_THEMES);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      xmlNode *theme;

      if (themes == NULL)
        themes = xmlNewChild (form, NULL, (const xmlChar *) "themes", NULL);
      theme = xmlNewChild (themes, NULL, (const xmlChar *) "theme", NULL);
      mlg_meeting_xml_add (theme, "title", mlg_statement_get_text (row, 0));
      mlg_meeting_xml_add (theme, "details", mlg_statement_get_text (row, 1));
      (*n)++;
    }
  return step == MLG_STEP_DONE;
}

/* Those among which the questionnaire lets choose; else those that nobody works on yet. */
static gboolean
add_all_themes (MlgConnection *db, xmlNode *form, gint64 questionnaire, GError **error)
{
  guint n = 0;

  if (questionnaire != 0
      && !add_themes (db, form,
                      "SELECT o.label, coalesce(o.details, t.description)"
                      " FROM question AS q JOIN question_option AS o ON o.question=q.id"
                      " JOIN theme AS t ON t.id=o.theme WHERE q.questionnaire=?1"
                      " ORDER BY q.position, q.id, o.position, o.id LIMIT ?2",
                      questionnaire, &n, error))
    return FALSE;
  return n > 0
         || add_themes (db, form,
                        "SELECT title, description FROM theme"
                        " WHERE ?1=0 AND coalesce(state,'proposed') IN ('proposed','voted')"
                        " ORDER BY title COLLATE NOCASE, id LIMIT ?2",
                        0, &n, error);
}

/**
 * mlg_dossier_add_questionnaire:
 * @parent: gets the element "questionnaire": title, answer_by, return_address, themes/theme (title, details)
 * @day: YYYY-MM-DD, of the meeting
 * @address: (nullable): where it is sent back, unless it says so itself
 *
 * Returns: whether it was read
 */
gboolean
mlg_dossier_add_questionnaire (MlgConnection *db,
                               gint64 meeting,
                               xmlNode *parent,
                               const char *day,
                               const char *address,
                               GError **error)
{
  g_autoptr (GPtrArray) own = mlg_record_load_where (
      db, &mlg_questionnaire_kind, error,
      "WHERE meeting=?1 AND coalesce(state,'draft')<>'closed' ORDER BY id DESC LIMIT 1", "i",
      meeting);
  MlgRecord *record = own != NULL && own->len > 0 ? own->pdata[0] : NULL;
  xmlNode *form = xmlNewChild (parent, NULL, (const xmlChar *) "questionnaire", NULL);
  g_autofree char *later = add_days (day, DAYS_TO_ANSWER);
  const char *by =
      record != NULL ? mlg_record_get_text (record, MLG_QUESTIONNAIRE_ANSWER_BY) : NULL;
  const char *to =
      record != NULL ? mlg_record_get_text (record, MLG_QUESTIONNAIRE_RETURN_ADDRESS) : NULL;

  if (own == NULL)
    return FALSE;
  if (record != NULL)
    mlg_meeting_xml_add (form, "title", mlg_record_get_text (record, MLG_QUESTIONNAIRE_TITLE));
  mlg_meeting_xml_add (form, "answer_by", by != NULL ? by : later);
  mlg_meeting_xml_add (form, "return_address", to != NULL ? to : address);
  return add_all_themes (db, form, record != NULL ? mlg_record_get_id (record) : 0, error);
}
