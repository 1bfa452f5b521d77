/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-register-export.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-table-writer.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-outcome.h"
#include "mlg-new-file.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* The register of decisions and the list of actions, written as a table for a spreadsheet. */

typedef struct
{
  gboolean actions;
  GFile *file; /* (owned) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  g_free (work);
}

static void
add_headings (MlgTableWriter *writer)
{
  static const char *const headings[] = {
    N_ ("Meeting"), N_ ("Date"),     N_ ("Wording"), N_ ("Details"), N_ ("Responsible"),
    N_ ("Due on"),  N_ ("Priority"), N_ ("State"),   N_ ("Done on"), NC_ ("action to do", "Late")
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mlg_table_writer_add_cell (
        writer, i + 1 < G_N_ELEMENTS (headings) ? _ (headings[i]) : C_ ("action to do", "Late"));
  mlg_table_writer_end_row (writer);
}

static void
add_field (MlgTableWriter *writer, MlgRecord *outcome, guint field)
{
  g_autofree char *text = mlg_record_dup_display (outcome, field);

  mlg_table_writer_add_cell (writer, text != NULL ? text : "");
}

static void
add_plain (MlgTableWriter *writer, const char *text)
{
  mlg_table_writer_add_cell (writer, text != NULL ? text : "");
}

/* Days as spreadsheets read them. */
static void
add_entry (MlgTableWriter *writer, const MlgRegisterEntry *entry)
{
  add_plain (writer, entry->meeting_title);
  add_plain (writer, entry->day);
  add_plain (writer, mlg_record_get_text (entry->outcome, MLG_OUTCOME_TEXT));
  add_plain (writer, mlg_record_get_text (entry->outcome, MLG_OUTCOME_DETAILS));
  add_plain (writer, entry->who);
  add_plain (writer, mlg_record_get_text (entry->outcome, MLG_OUTCOME_DUE_ON));
  add_field (writer, entry->outcome, MLG_OUTCOME_PRIORITY);
  add_field (writer, entry->outcome, MLG_OUTCOME_STATE);
  add_plain (writer, mlg_record_get_text (entry->outcome, MLG_OUTCOME_DONE_ON));
  add_plain (writer, entry->late ? _ ("yes") : "");
  mlg_table_writer_end_row (writer);
}

/**
 * mlg_register_export_write:
 * @entries: (element-type MlgRegisterEntry): decisions or actions
 *
 * Returns: (transfer full): a table of them, CSV
 */
GBytes *
mlg_register_export_write (GPtrArray *entries)
{
  g_autoptr (MlgTableWriter) writer = mlg_table_writer_new ();

  add_headings (writer);
  for (guint i = 0; i < entries->len; i++)
    add_entry (writer, entries->pdata[i]);
  return mlg_table_writer_finish (writer);
}

/* Returns: (transfer full): what to say. */
static gpointer
save (MlgConnection *db, gpointer data, GError **error)
{
  Work *work = data;
  g_autoptr (GPtrArray) entries = work->actions ? mlg_register_list_actions (db, TRUE, NULL, error)
                                                : mlg_register_list_decisions (db, 0, error);
  g_autoptr (GBytes) bytes = entries != NULL ? mlg_register_export_write (entries) : NULL;
  g_autofree char *path = g_file_get_path (work->file);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : g_strdup ("");

  if (bytes == NULL || !mlg_new_file_write (work->file, bytes, NULL, error))
    return NULL;
  /* Translators: %s is the name of a file. */
  return g_strdup_printf (_ ("%s is written"), name);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (said != NULL)
    mlg_host_say (host, said, FALSE);
  else
    mlg_host_fail (host, _ ("The List Could Not Be Written"), error);
}

static void
start (GtkWidget *page, gboolean actions, GFile *file)
{
  MlgHost *host = mlg_host_find (page);
  Work *work = g_new0 (Work, 1);

  work->actions = actions;
  work->file = g_object_ref (file);
  mlg_store_read_async (mlg_host_get_store (host), save, work, work_free, g_free, NULL, on_saved,
                        g_object_ref (host));
}

static void
on_actions_file (GFile *file, gpointer page)
{
  start (page, TRUE, file);
}

static void
on_decisions_file (GFile *file, gpointer page)
{
  start (page, FALSE, file);
}

/**
 * mlg_register_export_ask:
 * @page: in a window; it lives as long as that
 * @actions: the actions of all meetings; else the register of decisions
 *
 * Asks where to, and writes them there.
 */
void
mlg_register_export_ask (GtkWidget *page, gboolean actions)
{
  static const MlgFileFilter filters[] = { { N_ ("Spreadsheets"), "csv" }, { NULL, NULL } };

  mlg_file_chooser_save (page, actions ? _ ("Export the Actions") : _ ("Export the Decisions"),
                         actions ? _ ("actions.csv") : _ ("decisions.csv"), filters,
                         actions ? on_actions_file : on_decisions_file, page);
}
