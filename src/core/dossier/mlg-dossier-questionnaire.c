/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-questionnaire.h"

#include "meetings/mlg-meeting-xml.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-statement.h"
#include "themes/mlg-questionnaire-paper.h"
#include "themes/mlg-questionnaire.h"

/* The questionnaire that a meeting hands out: its own, or the network's on its themes; else the form on the
 * themes that are proposed. */

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

/* Themes that nobody works on yet, each with a few words on it. */
static gboolean
add_themes (MlgConnection *db, xmlNode *form, GError **error)
{
  g_autoptr (MlgStatement) row =
      mlg_connection_prepare (db,
                              "SELECT title, description FROM theme"
                              " WHERE coalesce(state,'proposed') IN ('proposed','voted')"
                              " ORDER BY title COLLATE NOCASE, id LIMIT ?1",
                              error);
  xmlNode *themes = NULL;
  MlgStep step;

  if (row == NULL)
    return FALSE;
  mlg_statement_bind_integer (row, 1, MLG_DOSSIER_MAX_THEMES);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      xmlNode *theme;

      if (themes == NULL)
        themes = xmlNewChild (form, NULL, (const xmlChar *) "themes", NULL);
      theme = xmlNewChild (themes, NULL, (const xmlChar *) "theme", NULL);
      mlg_meeting_xml_add (theme, "title", mlg_statement_get_text (row, 0));
      mlg_meeting_xml_add (theme, "details", mlg_statement_get_text (row, 1));
    }
  return step == MLG_STEP_DONE;
}

/* What is asked is the meeting's own questionnaire, else the network's on its themes, the one that is open
 * first: of those that nobody has closed. */
static MlgRecord *
find_questionnaire (MlgConnection *db, gint64 meeting, GPtrArray **all, GError **error)
{
  *all = mlg_record_load_where (
      db, &mlg_questionnaire_kind, error,
      "WHERE coalesce(state,'draft')<>'closed'"
      " AND (meeting=?1 OR (meeting IS NULL AND grp IS NULL AND purpose='themes'))"
      " ORDER BY meeting IS NULL, coalesce(state,'draft')='draft', id DESC LIMIT 1",
      "i", meeting);
  return *all != NULL && (*all)->len > 0 ? (*all)->pdata[0] : NULL;
}

static void
add_unless_told (xmlNode *form, const char *name, const char *text)
{
  for (xmlNode *child = form->children; child != NULL; child = child->next)
    if (xmlStrEqual (child->name, (const xmlChar *) name))
      return;
  mlg_meeting_xml_add (form, name, text);
}

/* The whole of what is asked. Returns: (transfer none) (nullable): %NULL when nothing is yet, or with @error
 * set */
static xmlNode *
add_asked (MlgConnection *db, MlgRecord *questionnaire, xmlNode *parent, GError **error)
{
  g_autoptr (MlgForm) form = mlg_form_load (db, mlg_record_get_id (questionnaire), error);

  return form != NULL && form->questions->len > 0
             ? mlg_questionnaire_add_xml (db, parent, form, 0, error)
             : NULL;
}

/* The form that asks to rank themes, under the title of the questionnaire when there is one. */
static xmlNode *
add_ranking (MlgConnection *db, MlgRecord *questionnaire, xmlNode *parent, GError **error)
{
  xmlNode *form = xmlNewChild (parent, NULL, (const xmlChar *) "questionnaire", NULL);

  if (questionnaire != NULL)
    {
      mlg_meeting_xml_add (form, "title",
                           mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE));
      mlg_meeting_xml_add (form, "answer_by",
                           mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_ANSWER_BY));
      mlg_meeting_xml_add (form, "return_address",
                           mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_RETURN_ADDRESS));
    }
  return add_themes (db, form, error) ? form : NULL;
}

/**
 * mlg_dossier_add_questionnaire:
 * @parent: gets the element "questionnaire": what mlg_questionnaire_add_xml() writes of the questionnaire of
 *   the meeting, or of the one on themes of the network; without questions of theirs title, answer_by,
 *   return_address and themes/theme (title, details)
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
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *later = add_days (day, DAYS_TO_ANSWER);
  MlgRecord *asked = find_questionnaire (db, meeting, &all, error);
  xmlNode *form = NULL;

  if (all == NULL)
    return FALSE;
  if (asked != NULL)
    form = add_asked (db, asked, parent, &failure);
  if (form == NULL && failure == NULL)
    form = add_ranking (db, asked, parent, &failure);
  if (form == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  add_unless_told (form, "answer_by", later);
  add_unless_told (form, "return_address", address);
  return TRUE;
}
