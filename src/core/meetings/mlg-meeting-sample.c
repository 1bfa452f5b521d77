/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-sample.h"

#include <gio/gio.h>

#include "mlg-agenda-item.h"
#include "mlg-invitation.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting-invite.h"
#include "mlg-meeting.h"
#include "mlg-outcome.h"
#include "mlg-series.h"

#define RESOURCE "/org/maillage/sample/meetings.tsv"

/* The meetings of the sample network stand in a table, a line for each record: what follows a meeting is
 * its, what follows an item is the item's. */
typedef struct
{
  MlgConnection *db; /* (unowned) */
  gint64 series;
  gint64 meeting;
  gint64 item;
} Sample;

/* Sets fields of a record from cells, in their order. */
static gboolean
set_fields (MlgRecord *record, GStrv cells, const guint *fields, guint n_fields, GError **error)
{
  for (guint i = 0; i < n_fields && cells[i] != NULL; i++)
    if (!mlg_record_parse (record, fields[i], cells[i], error))
      return FALSE;
  return TRUE;
}

/* "series NAME TYPE" */
static gboolean
add_series (Sample *s, GStrv cells, GError **error)
{
  static const guint fields[] = { MLG_SERIES_NAME, MLG_SERIES_TYPE };
  g_autoptr (MlgRecord) series = mlg_record_new (&mlg_series_kind);

  if (!set_fields (series, cells, fields, G_N_ELEMENTS (fields), error)
      || !mlg_meeting_store (s->db, series, error))
    return FALSE;
  s->series = mlg_record_get_id (series);
  return TRUE;
}

/* "meeting TYPE TITLE STARTS ENDS PLACE ADDRESS SIGNATORY FUNCTION OBJECTIVE REPLY-BY REPLY-ADDRESS
 * CONVENED-ON"; of the series when it is of its kind */
static gboolean
add_meeting (Sample *s, GStrv cells, GError **error)
{
  static const guint fields[] = { MLG_MEETING_TYPE,          MLG_MEETING_TITLE,
                                  MLG_MEETING_STARTS,        MLG_MEETING_ENDS,
                                  MLG_MEETING_PLACE,         MLG_MEETING_ADDRESS,
                                  MLG_MEETING_SIGNATORY,     MLG_MEETING_SIGNATORY_FUNCTION,
                                  MLG_MEETING_OBJECTIVE,     MLG_MEETING_REPLY_BY,
                                  MLG_MEETING_REPLY_ADDRESS, MLG_MEETING_CONVENED_ON };
  g_autoptr (MlgRecord) meeting = mlg_record_new (&mlg_meeting_kind);
  gint64 organiser = 0;

  if (!set_fields (meeting, cells, fields, G_N_ELEMENTS (fields), error)
      || !mlg_connection_get_integer (s->db, &organiser, error, "SELECT min(id) FROM body", ""))
    return FALSE;
  mlg_record_set_text (meeting, MLG_MEETING_TIME_ZONE, "Europe/Paris");
  if (organiser != 0)
    mlg_record_set_integer (meeting, MLG_MEETING_ORGANISER, organiser);
  if (s->series != 0 && g_str_equal (cells[0], "working-group"))
    mlg_record_set_integer (meeting, MLG_MEETING_SERIES, s->series);
  if (!mlg_meeting_store (s->db, meeting, error))
    return FALSE;
  s->meeting = mlg_record_get_id (meeting);
  s->item = 0;
  return TRUE;
}

/* "item MINUTES PURPOSE PRESENTER TITLE STATE REPORT NOTES" */
static gboolean
add_item (Sample *s, GStrv cells, GError **error)
{
  static const guint fields[] = { MLG_AGENDA_ITEM_MINUTES,      MLG_AGENDA_ITEM_PURPOSE,
                                  MLG_AGENDA_ITEM_PRESENTER,    MLG_AGENDA_ITEM_TITLE,
                                  MLG_AGENDA_ITEM_STATE,        MLG_AGENDA_ITEM_REPORT,
                                  MLG_AGENDA_ITEM_PRIVATE_NOTES };
  g_autoptr (MlgRecord) item = mlg_record_new (&mlg_agenda_item_kind);

  mlg_record_set_integer (item, MLG_AGENDA_ITEM_MEETING, s->meeting);
  if (!set_fields (item, cells, fields, G_N_ELEMENTS (fields), error)
      || !mlg_meeting_store (s->db, item, error))
    return FALSE;
  s->item = mlg_record_get_id (item);
  return TRUE;
}

/* "outcome TYPE TEXT WHO DUE STATE PRIORITY" */
static gboolean
add_outcome (Sample *s, GStrv cells, GError **error)
{
  static const guint fields[] = { MLG_OUTCOME_TYPE,   MLG_OUTCOME_TEXT,  MLG_OUTCOME_WHO,
                                  MLG_OUTCOME_DUE_ON, MLG_OUTCOME_STATE, MLG_OUTCOME_PRIORITY };
  g_autoptr (MlgRecord) outcome = mlg_record_new (&mlg_outcome_kind);

  mlg_record_set_integer (outcome, MLG_OUTCOME_MEETING, s->meeting);
  if (s->item != 0)
    mlg_record_set_integer (outcome, MLG_OUTCOME_ITEM, s->item);
  return set_fields (outcome, cells, fields, G_N_ELEMENTS (fields), error)
         && mlg_meeting_store (s->db, outcome, error);
}

/* "invite STATUS ROLE" */
static gboolean
invite (Sample *s, GStrv cells, GError **error)
{
  MlgInvitees invitees = { .status = *cells[0] != '\0' ? cells[0] : NULL,
                           .role = *cells[1] != '\0' ? cells[1] : NULL };
  guint n = 0;

  return mlg_meeting_invite (s->db, s->meeting, &invitees, &n, error);
}

/* "reply": what they answer: most have not yet. */
static gboolean
reply (Sample *s, GStrv cells, GError **error)
{
  static const char *const turns[] = { "yes", NULL, "yes", "perhaps", NULL, "no", "yes", NULL };
  g_autoptr (GPtrArray) invitations = mlg_record_load_where (
      s->db, &mlg_invitation_kind, error, "WHERE meeting=?1 ORDER BY id", "i", s->meeting);

  for (guint i = 0; invitations != NULL && i < invitations->len; i++)
    {
      mlg_record_set_text (invitations->pdata[i], MLG_INVITATION_REPLY,
                           turns[i % G_N_ELEMENTS (turns)]);
      if (!mlg_meeting_store (s->db, invitations->pdata[i], error))
        return FALSE;
    }
  return invitations != NULL;
}

/* "attend": who came: two in three, and one who sent word. */
static gboolean
attend (Sample *s, GStrv cells, GError **error)
{
  static const char *const turns[] = { "present", "present", "excused", "present", "absent" };
  g_autoptr (GPtrArray) invitations = mlg_record_load_where (
      s->db, &mlg_invitation_kind, error, "WHERE meeting=?1 ORDER BY id", "i", s->meeting);

  for (guint i = 0; invitations != NULL && i < invitations->len; i++)
    {
      mlg_record_set_text (invitations->pdata[i], MLG_INVITATION_ATTENDANCE,
                           turns[i % G_N_ELEMENTS (turns)]);
      if (!mlg_meeting_store (s->db, invitations->pdata[i], error))
        return FALSE;
    }
  return invitations != NULL;
}

/* "state STATE" */
static gboolean
set_state (Sample *s, GStrv cells, GError **error)
{
  return mlg_meeting_set_state (s->db, s->meeting, cells[0], NULL, error);
}

static gboolean
add_line (Sample *s, const char *line, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*add) (Sample *s, GStrv cells, GError **error);
  } lines[] = { { "series", add_series },   { "meeting", add_meeting }, { "item", add_item },
                { "outcome", add_outcome }, { "invite", invite },       { "attend", attend },
                { "reply", reply },         { "state", set_state } };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (g_str_equal (lines[i].name, cells[0]))
      return lines[i].add (s, cells + 1, error);
  g_assert_not_reached ();
}

/**
 * mlg_meeting_sample_add:
 * @data: %NULL
 *
 * Adds the meetings of the sample network: a kick-off to prepare, and a working group with its minutes,
 * decisions and actions. In an action only, when the members are there: see #MlgActionFunc.
 */
gboolean
mlg_meeting_sample_add (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_auto (GStrv) lines = NULL;
  Sample sample = { .db = db };

  if (bytes == NULL)
    return FALSE;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !add_line (&sample, lines[i], error))
      return FALSE;
  return TRUE;
}
