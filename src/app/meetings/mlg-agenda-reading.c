/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-agenda-reading.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting-who.h"
#include "mlg-meeting-text.h"
#include "store/mlg-query.h"

/**
 * mlg_agenda_reading_free:
 */
void
mlg_agenda_reading_free (MlgAgendaReading *reading)
{
  g_clear_pointer (&reading->agenda, mlg_agenda_free);
  g_clear_pointer (&reading->presenters, g_ptr_array_unref);
  g_clear_pointer (&reading->documents, g_ptr_array_unref);
  g_free (reading);
}

static gboolean
read_presenters (MlgConnection *db, MlgAgendaReading *reading, GError **error)
{
  reading->presenters = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < reading->agenda->times->len; i++)
    {
      const MlgAgendaTime *time = mlg_agenda_reading_get (reading, i);
      MlgWho who = mlg_who_of_item (time->item);
      g_autoptr (GError) failed = NULL;
      char *name = mlg_who_dup_name (db, &who, &failed);

      if (failed != NULL)
        {
          g_free (name);
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      g_ptr_array_add (reading->presenters, name != NULL ? name : g_strdup (""));
    }
  return TRUE;
}

static GPtrArray *
read_documents (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);
  const char *const values[] = { id, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_meeting_document_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_values (all, MLG_MEETING_DOCUMENT_MEETING, values);

  return mlg_query_load (query, db, G_MAXINT, 0, error);
}

/**
 * mlg_agenda_reading_load:
 * @id: points to the id of a meeting
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): a #MlgAgendaReading; %NULL with @error set
 */
gpointer
mlg_agenda_reading_load (MlgConnection *db, gpointer id, GError **error)
{
  g_autoptr (MlgAgendaReading) reading = g_new0 (MlgAgendaReading, 1);

  reading->agenda = mlg_agenda_load (db, *(gint64 *) id, error);
  if (reading->agenda == NULL || !read_presenters (db, reading, error))
    return NULL;
  reading->documents = read_documents (db, *(gint64 *) id, error);
  return reading->documents != NULL ? g_steal_pointer (&reading) : NULL;
}

/**
 * mlg_agenda_reading_get:
 *
 * Returns: (transfer none): an item with its times
 */
const MlgAgendaTime *
mlg_agenda_reading_get (const MlgAgendaReading *reading, guint i)
{
  return reading->agenda->times->pdata[i];
}

/**
 * mlg_agenda_reading_write_clock:
 *
 * Returns: (transfer full): "09:30 – 09:55"; "" when it is not known
 */
char *
mlg_agenda_reading_write_clock (const MlgAgendaTime *time)
{
  g_autofree char *starts = time->starts >= 0 ? mlg_clock_from_minutes (time->starts) : NULL;
  g_autofree char *ends = time->ends >= 0 ? mlg_clock_from_minutes (time->ends) : NULL;

  if (starts == NULL)
    return g_strdup ("");
  return ends != NULL && time->ends > time->starts ? g_strdup_printf ("%s – %s", starts, ends)
                                                   : g_steal_pointer (&starts);
}

static void
append (GString *line, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

/**
 * mlg_agenda_reading_write_line:
 *
 * Returns: (transfer full): "25 min · To discuss · The Region": what goes with an item's title
 */
char *
mlg_agenda_reading_write_line (const MlgAgendaReading *reading, guint i)
{
  MlgRecord *item = mlg_agenda_reading_get (reading, i)->item;
  GString *line = g_string_new (NULL);
  g_autofree char *purpose = mlg_record_dup_display (item, MLG_AGENDA_ITEM_PURPOSE);
  g_autofree char *minutes =
      mlg_record_is_null (item, MLG_AGENDA_ITEM_MINUTES)
          ? NULL
          : mlg_meeting_text_minutes (mlg_record_get_integer (item, MLG_AGENDA_ITEM_MINUTES));
  g_autofree char *track =
      mlg_record_is_null (item, MLG_AGENDA_ITEM_TRACK)
          ? NULL
          /* Translators: %s is the name of a workshop that runs beside others. */
          : g_strdup_printf (_ ("Workshop: %s"), mlg_record_get_text (item, MLG_AGENDA_ITEM_TRACK));

  append (line, minutes);
  append (line, purpose);
  append (line, reading->presenters->pdata[i]);
  append (line, track);
  return g_string_free (line, FALSE);
}

/**
 * mlg_agenda_reading_write_summary:
 *
 * Returns: (transfer full): how long it lasts, and by how much it passes the end of the meeting or what
 *   room is left
 */
char *
mlg_agenda_reading_write_summary (const MlgAgendaReading *reading)
{
  const MlgAgenda *agenda = reading->agenda;
  g_autofree char *length = mlg_meeting_text_minutes (agenda->minutes);
  g_autofree char *rest = mlg_meeting_text_minutes (ABS (agenda->over_run));

  if (agenda->times->len == 0)
    return g_strdup ("");
  if (agenda->has_end && agenda->over_run > 0)
    /* Translators: two lengths of time: “3 h 10 · 10 min too long”. */
    return g_strdup_printf (_ ("%s · %s too long"), length, rest);
  if (agenda->has_end && agenda->over_run < 0)
    /* Translators: two lengths of time: “2 h 30 · 30 min left”. */
    return g_strdup_printf (_ ("%s · %s left"), length, rest);
  return g_steal_pointer (&length);
}
