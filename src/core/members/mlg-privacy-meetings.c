/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-privacy-meetings.h"

#include <glib/gi18n-lib.h>

#include "mlg-paper.h"
#include "store/mlg-clean-text.h"
#include "store/mlg-statement.h"

/* What meetings know of somebody, told to them: the room of meetings is met by SQL and by the
 * descriptions of its records. */

/* What people read for a code of a record of another room. */
static const char *
get_title (MlgConnection *db, const char *kind_name, const char *field_name, const char *code)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), kind_name);
  int field = kind != NULL ? mlg_kind_find_field (kind, field_name) : -1;

  return field >= 0 && code != NULL ? mlg_code_list_get_title (kind->fields[field].codes, code)
                                    : "";
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

static MlgStatement *
ask (MlgConnection *db, const char *sql, gint64 person, GError **error)
{
  MlgStatement *statement = mlg_connection_prepare (db, sql, error);

  if (statement != NULL)
    mlg_statement_bind_integer (statement, 1, person);
  return statement;
}

static gboolean
add_attendances (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (MlgStatement) statement =
      ask (db,
           "SELECT m.title, substr(m.starts,1,10), i.reply, i.attendance, i.certified_on, i.notes"
           " FROM invitation AS i JOIN meeting AS m ON m.id=i.meeting WHERE i.person=?1"
           " ORDER BY m.starts, m.id",
           person, error);
  gboolean open = FALSE;
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      if (!open)
        {
          mlg_paper_add_heading (paper, _ ("Meetings"));
          mlg_paper_open_table (paper, _ ("Meeting"), _ ("Date"), _ ("Reply"), _ ("Attendance"),
                                _ ("Certificate given on"), _ ("Notes"), NULL);
          open = TRUE;
        }
      mlg_paper_add_row (
          paper, mlg_statement_get_text (statement, 0),
          or_nothing (mlg_statement_get_text (statement, 1)),
          get_title (db, "invitation", "reply", mlg_statement_get_text (statement, 2)),
          get_title (db, "invitation", "attendance", mlg_statement_get_text (statement, 3)),
          or_nothing (mlg_statement_get_text (statement, 4)),
          or_nothing (mlg_statement_get_text (statement, 5)), NULL);
    }
  if (open)
    mlg_paper_close_table (paper);
  return step == MLG_STEP_DONE;
}

/* What they present, answer for and teach, sponsor or hold for somebody else. */
#define PARTS                                                                                      \
  "SELECT m.title, substr(m.starts,1,10), p.kind, p.field, p.text FROM ("                          \
  "SELECT meeting, 'agenda-item' AS kind, 'presenter_person' AS field, title AS text"              \
  " FROM agenda_item WHERE presenter_person=?1 OR presenter_function IN"                           \
  " (SELECT id FROM function WHERE person=?1)"                                                     \
  " UNION ALL SELECT meeting, 'outcome', 'who_person', text FROM outcome WHERE who_person=?1"      \
  " OR who_function IN (SELECT id FROM function WHERE person=?1)"                                  \
  " UNION ALL SELECT meeting, 'training-topic', 'trainer_person', title FROM training_topic"       \
  " WHERE trainer_person=?1"                                                                       \
  " UNION ALL SELECT id, 'meeting', 'sponsor_person', title FROM meeting WHERE sponsor_person=?1"  \
  " OR sponsor IN (SELECT id FROM function WHERE person=?1)"                                       \
  " UNION ALL SELECT meeting, 'invitation', 'proxy', '' FROM invitation WHERE proxy=?1"            \
  ") AS p JOIN meeting AS m ON m.id=p.meeting ORDER BY m.starts, m.id"

static const char *
get_field_title (MlgConnection *db, const char *kind_name, const char *field_name)
{
  const MlgKind *kind = mlg_kind_find (mlg_connection_get_kinds (db), kind_name);
  int field = kind != NULL ? mlg_kind_find_field (kind, field_name) : -1;

  return field >= 0 ? _ (kind->fields[field].title) : "";
}

static gboolean
add_parts (MlgConnection *db, MlgDocumentBuilder *paper, gint64 person, GError **error)
{
  g_autoptr (MlgStatement) statement = ask (db, PARTS, person, error);
  gboolean open = FALSE;
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      if (!open)
        {
          mlg_paper_add_heading (paper, _ ("Parts in meetings"));
          mlg_paper_open_table (paper, _ ("Meeting"), _ ("Date"), _ ("Part"), _ ("Subject"), NULL);
          open = TRUE;
        }
      mlg_paper_add_row (paper, mlg_statement_get_text (statement, 0),
                         or_nothing (mlg_statement_get_text (statement, 1)),
                         get_field_title (db, mlg_statement_get_text (statement, 2),
                                          mlg_statement_get_text (statement, 3)),
                         mlg_statement_get_text (statement, 4), NULL);
    }
  if (open)
    mlg_paper_close_table (paper);
  return step == MLG_STEP_DONE;
}

static void
add_part (xmlNode *parent, MlgStatement *row)
{
  static const char *const names[] = { "meeting", "day", "record", "field", "text" };
  xmlNode *part = xmlNewChild (parent, NULL, (const xmlChar *) "meeting-part", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!mlg_statement_is_null (row, (int) i))
      {
        g_autofree char *clean = g_strdup (mlg_statement_get_text (row, (int) i));

        mlg_clean_text (clean);
        xmlNewTextChild (part, NULL, (const xmlChar *) names[i], (const xmlChar *) clean);
      }
}

/**
 * mlg_privacy_add_meeting_parts:
 * @parent: gets an element "meeting-parts" with a "meeting-part" for each, when there is one
 * @person: a person
 *
 * Tells machines which parts somebody has in meetings: what refers to them there and is no part of their
 * record, as invitations are.
 */
gboolean
mlg_privacy_add_meeting_parts (MlgConnection *db, xmlNode *parent, gint64 person, GError **error)
{
  g_autoptr (MlgStatement) statement = ask (db, PARTS, person, error);
  xmlNode *parts = NULL;
  MlgStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      if (parts == NULL)
        parts = xmlNewChild (parent, NULL, (const xmlChar *) "meeting-parts", NULL);
      add_part (parts, statement);
    }
  return step == MLG_STEP_DONE;
}

/**
 * mlg_privacy_add_meetings:
 * @paper: gets what is known
 * @person: a person
 *
 * Tells somebody to which meetings they were invited, what they replied and whether they came, and which
 * parts they have in meetings.
 */
gboolean
mlg_privacy_add_meetings (MlgConnection *db,
                          MlgDocumentBuilder *paper,
                          gint64 person,
                          GError **error)
{
  return add_attendances (db, paper, person, error) && add_parts (db, paper, person, error);
}
