/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-members-windows.h"

#include <glib/gi18n-lib.h>

#include "mlg-directory-window.h"
#include "mlg-duplicates-window.h"
#include "mlg-export-window.h"
#include "mlg-import-window.h"
#include "mlg-members-page.h"
#include "platform/mlg-file-chooser.h"
#include "widgets/mlg-host.h"

/* The windows that the page of members opens, and the actions that open them. */

static MlgRecordList *
get_list (GtkWidget *page)
{
  return mlg_members_page_get_list (MLG_MEMBERS_PAGE (page));
}

static const MlgKind *
get_kind (GtkWidget *page)
{
  return mlg_query_get_kind (mlg_record_list_get_query (get_list (page)));
}

static void
on_file_to_import (GFile *file, gpointer data)
{
  MlgHost *host = mlg_host_find (data);

  gtk_window_present (GTK_WINDOW (mlg_import_window_new (host, get_kind (data), file)));
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const MlgFileFilter filters[] = { { N_ ("Spreadsheets and contact cards"),
                                             "csv tsv txt vcf" },
                                           { N_ ("Spreadsheets"), "csv tsv txt" },
                                           { N_ ("Contact cards"), "vcf" },
                                           { NULL, NULL } };

  mlg_file_chooser_open (widget, _ ("Import"), filters, on_file_to_import, widget);
}

static void
activate_export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GArray) ids = mlg_record_list_get_ids (get_list (widget));

  gtk_window_present (
      GTK_WINDOW (mlg_export_window_new (mlg_host_find (widget), get_kind (widget), ids)));
}

static void
activate_duplicates (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgHost *host = mlg_host_find (widget);

  gtk_window_present (
      GTK_WINDOW (mlg_duplicates_window_new (GTK_WINDOW (host), mlg_host_get_store (host))));
}

static void
activate_compare (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (mlg_directory_window_new (mlg_host_find (widget))));
}

/**
 * mlg_members_windows_install:
 * @widget_class: the class of #MlgMembersPage
 *
 * Gives the page the actions that open its windows.
 */
void
mlg_members_windows_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "members.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "members.export", NULL, activate_export);
  gtk_widget_class_install_action (widget_class, "members.duplicates", NULL, activate_duplicates);
  gtk_widget_class_install_action (widget_class, "members.from-directory", NULL, activate_compare);
}
