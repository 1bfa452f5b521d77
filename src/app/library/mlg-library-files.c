/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-files.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-template-bundle.h"
#include "mlg-files-window.h"
#include "mlg-outline-window.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* Which assistant files go to: one document alone is cut by hand; all else is looked at together. */

static gboolean
is_document (GListModel *files)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_list_model_get_n_items (files) == 1 && !g_str_has_suffix (lower, ".xml")
         && !mlg_template_bundle_is_name (lower);
}

static void
take (GtkWidget *page, GListModel *files)
{
  MlgHost *host = mlg_host_find (page);
  g_autoptr (GFile) first = g_list_model_get_item (files, 0);
  GtkWidget *window = is_document (files) ? mlg_outline_window_new (host, first)
                                          : mlg_files_window_new (host, files);

  gtk_window_present (GTK_WINDOW (window));
}

static void
on_files_chosen (GListModel *files, gpointer page)
{
  take (page, files);
}

/**
 * mlg_library_files_import:
 * @page: the page of the library
 *
 * Asks for files and shows what would become of them in the library.
 */
void
mlg_library_files_import (GtkWidget *page)
{
  static const MlgFileFilter filters[] = {
    { N_ ("Templates, notices and documents"), "xml zip odt fodt docx" },
    { N_ ("Templates and notices (XML)"), "xml zip" },
    { N_ ("Documents"), "odt fodt docx" },
    { NULL, NULL },
  };

  mlg_file_chooser_open_many (page, _ ("Import"), filters, on_files_chosen, page);
}

static gboolean
on_dropped (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *page)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (GSList *file = g_value_get_boxed (value); file != NULL; file = file->next)
    g_list_store_append (files, file->data);
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) == 0)
    return FALSE;
  take (page, G_LIST_MODEL (files));
  return TRUE;
}

/**
 * mlg_library_files_accept_drops:
 * @page: the page of the library
 *
 * Lets files be dropped on the page, as if they had been chosen.
 */
void
mlg_library_files_accept_drops (GtkWidget *page)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_dropped), page);
  gtk_widget_add_controller (page, GTK_EVENT_CONTROLLER (target));
}
