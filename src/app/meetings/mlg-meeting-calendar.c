/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-calendar.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-calendar-export.h"
#include "exchange/mlg-calendar-import.h"
#include "exchange/mlg-calendar.h"
#include "mlg-new-file.h"
#include "mlg-regular-file.h"
#include "platform/mlg-file-chooser.h"
#include "platform/mlg-message.h"
#include "widgets/mlg-host.h"

#define USUAL_TYPE  "plenary" /* of events that do not say */
#define MOST_ISSUES 12

/* Meetings to and from the calendars of other programs. */
static const MlgFileFilter filters[] = { { N_ ("Calendars"), "ics" }, { NULL, NULL } };

/* Shared by the threads of the store and by the one that waits for them. */
typedef struct
{
  MlgHost *host;    /* (owned) */
  GFile *file;      /* (owned) (nullable) until it is chosen */
  GArray *meetings; /* (owned) (nullable) of gint64 */
  GBytes *bytes;    /* (owned) (nullable) */
  char *name;       /* (owned) (nullable) of the file */
  MlgCalendarResult result;
  MlgIssueList *issues; /* (owned) (nullable) */
} Transfer;

static void
clear (gpointer data)
{
  Transfer *transfer = data;

  g_object_unref (transfer->host);
  g_clear_object (&transfer->file);
  g_clear_pointer (&transfer->meetings, g_array_unref);
  g_clear_pointer (&transfer->bytes, g_bytes_unref);
  g_clear_pointer (&transfer->issues, mlg_issue_list_unref);
  g_free (transfer->name);
}

static void
transfer_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, clear);
}

static Transfer *
transfer_new (GtkWidget *widget)
{
  Transfer *transfer = g_atomic_rc_box_new0 (Transfer);

  transfer->host = g_object_ref (mlg_host_find (widget));
  return transfer;
}

static gpointer
write_calendar (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_calendar_export (db, ((Transfer *) data)->meetings, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  if (mlg_new_file_write_finish (G_FILE (source), result, &error))
    mlg_host_say (transfer->host, _ ("Calendar saved"), FALSE);
  else
    mlg_host_fail (transfer->host, _ ("The calendar could not be written"), error);
  transfer_unref (transfer);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  transfer->bytes = mlg_store_read_finish (MLG_STORE (source), result, &error);
  if (transfer->bytes != NULL)
    mlg_new_file_write_async (transfer->file, transfer->bytes, NULL, on_saved, transfer);
  else
    {
      mlg_host_fail (transfer->host, _ ("The calendar could not be written"), error);
      transfer_unref (transfer);
    }
}

static void
on_place_chosen (GFile *file, gpointer data)
{
  Transfer *transfer = g_atomic_rc_box_acquire (data);

  g_set_object (&transfer->file, file);
  mlg_store_read_async (mlg_host_get_store (transfer->host), write_calendar,
                        g_atomic_rc_box_acquire (transfer), transfer_unref,
                        (GDestroyNotify) g_bytes_unref, NULL, on_written, transfer);
}

static void
on_widget_gone (gpointer data, GObject *widget)
{
  transfer_unref (data);
}

/**
 * mlg_meeting_calendar_export:
 * @widget: in a window
 * @meetings: (transfer none) (element-type gint64): which ones
 * @name: the name of the file that is proposed
 *
 * Asks for a file and writes a calendar of meetings to it.
 */
void
mlg_meeting_calendar_export (GtkWidget *widget, GArray *meetings, const char *name)
{
  Transfer *transfer = transfer_new (widget);

  transfer->meetings = g_array_copy (meetings);
  /* It goes with the widget, as the question does. */
  g_object_weak_ref (G_OBJECT (widget), on_widget_gone, transfer);
  mlg_file_chooser_save (widget, _ ("Export to a Calendar"), name, filters, on_place_chosen,
                         transfer);
}

static gboolean
read_calendar (MlgConnection *db, gpointer data, GError **error)
{
  Transfer *transfer = data;
  g_autoptr (GPtrArray) events =
      mlg_calendar_read (transfer->bytes, transfer->name, transfer->issues, NULL, error);

  return events != NULL
         && mlg_calendar_import (db, events, transfer->name, USUAL_TYPE, &transfer->result,
                                 transfer->issues, error);
}

static char *
write_issues (MlgIssueList *issues)
{
  GString *text = g_string_new (NULL);
  guint n = mlg_issue_list_get_n (issues);

  for (guint i = 0; i < MIN (n, MOST_ISSUES); i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (n > MOST_ISSUES)
    {
      g_autofree char *rest = g_strdup_printf (
          ngettext ("and %'u more", "and %'u more", n - MOST_ISSUES), n - MOST_ISSUES);

      g_string_append_printf (text, "\n%s", rest);
    }
  return g_string_free (text, FALSE);
}

static void
tell (Transfer *transfer)
{
  const MlgCalendarResult *result = &transfer->result;
  g_autofree char *text = g_strdup_printf (
      /* Translators: how many meetings a calendar added, changed, called off, and left alone. */
      _ ("%'u added, %'u updated, %'u called off, %'u left as they are"), result->added,
      result->updated, result->cancelled, result->skipped);

  if (mlg_issue_list_get_n (transfer->issues) > 0)
    {
      g_autofree char *issues = write_issues (transfer->issues);

      mlg_message_show (GTK_WIDGET (transfer->host), text, issues);
    }
  else
    mlg_host_say (transfer->host, text, TRUE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    tell (transfer);
  else
    mlg_host_fail (transfer->host, _ ("The calendar could not be read"), error);
  transfer_unref (transfer);
}

static void
on_contents_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  transfer->bytes = g_file_load_bytes_finish (G_FILE (source), result, NULL, &error);
  if (transfer->bytes == NULL)
    {
      mlg_host_fail (transfer->host, _ ("The calendar could not be read"), error);
      transfer_unref (transfer);
      return;
    }
  transfer->name = g_file_get_basename (G_FILE (source));
  transfer->issues = mlg_issue_list_new ();
  /* Translators: a piece of work that is running; %s is a file. */
  title = g_strdup_printf (_ ("Importing %s"), transfer->name);
  mlg_store_act_async (mlg_host_get_store (transfer->host), title, read_calendar,
                       g_atomic_rc_box_acquire (transfer), transfer_unref, NULL, NULL, on_imported,
                       transfer);
}

/* What is far too large is not read at all. */
static void
on_size_known (GObject *source, GAsyncResult *result, gpointer data)
{
  Transfer *transfer = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info != NULL && mlg_regular_file_check (info, &error)
      && g_file_info_get_size (info) > MLG_CALENDAR_MAX_BYTES)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 _ ("The calendar is too large (the limit is %d MB)"),
                 MLG_CALENDAR_MAX_BYTES / (1000 * 1000));
  if (error == NULL)
    {
      g_file_load_bytes_async (G_FILE (source), NULL, on_contents_read, transfer);
      return;
    }
  mlg_host_fail (transfer->host, _ ("The calendar could not be read"), error);
  transfer_unref (transfer);
}

static void
on_file_to_import (GFile *file, gpointer data)
{
  g_file_query_info_async (
      file,
      G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE
                                     "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
      G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, on_size_known, transfer_new (data));
}

/**
 * mlg_meeting_calendar_import:
 * @widget: in a window
 *
 * Asks for a calendar and takes its events as meetings, as one action.
 */
void
mlg_meeting_calendar_import (GtkWidget *widget)
{
  mlg_file_chooser_open (widget, _ ("Import a Calendar"), filters, on_file_to_import, widget);
}
