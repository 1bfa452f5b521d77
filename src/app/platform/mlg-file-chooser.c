/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-file-chooser.h"

#include <glib/gi18n-lib.h>

/* GtkFileChooserNative is used here and nowhere else. */
typedef struct
{
  GtkFileChooserNative *native; /* (owned) */
  MlgFileFunc func;             /* (nullable) for one file */
  MlgFilesFunc many;            /* (nullable) for several */
  gpointer data;
  GDestroyNotify free_data; /* (nullable) */
} Choice;

static void
tell (Choice *choice)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (choice->native);
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL && choice->many != NULL)
    choice->many (files, choice->data);
  else if (file != NULL)
    choice->func (file, choice->data);
}

static void
on_response (GtkNativeDialog *dialog, int response, gpointer data)
{
  Choice *choice = data;

  if (response == GTK_RESPONSE_ACCEPT)
    tell (choice);
  g_object_unref (choice->native);
  if (choice->free_data != NULL)
    choice->free_data (choice->data);
  g_free (choice);
}

static void
add_filter (GtkFileChooser *chooser, const MlgFileFilter *kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) suffixes = g_strsplit (kind->suffixes, " ", -1);

  gtk_file_filter_set_name (filter, _ (kind->title));
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static Choice *
choose (GtkWidget *widget,
        GtkFileChooserAction action,
        const char *title,
        const char *name,
        const MlgFileFilter *filters,
        MlgFileFunc func,
        gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *parent = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  Choice *choice = g_new0 (Choice, 1);

  choice->native = gtk_file_chooser_native_new (title, parent, action, NULL, NULL);
  choice->func = func;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->native), TRUE);
  for (guint i = 0; filters != NULL && filters[i].title != NULL; i++)
    add_filter (GTK_FILE_CHOOSER (choice->native), &filters[i]);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (choice->native), name);
  g_signal_connect (choice->native, "response", G_CALLBACK (on_response), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->native));
  return choice;
}

/**
 * mlg_file_chooser_open:
 * @widget: a widget of the window that asks
 * @title: translated
 * @filters: (nullable): kinds of files, ended by one without a title
 * @func: called with the file, unless the person gives up
 * @data: for @func; it must live as long as the window
 *
 * Asks for a file to read.
 */
void
mlg_file_chooser_open (GtkWidget *widget,
                       const char *title,
                       const MlgFileFilter *filters,
                       MlgFileFunc func,
                       gpointer data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (widget, GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, filters, func, data);
}

/**
 * mlg_file_chooser_open_with:
 * @data: (transfer full): for @func
 * @free_data: frees it once the file is chosen, or the person has given up
 *
 * Asks for a file to read, for something that no widget keeps. Otherwise as mlg_file_chooser_open().
 */
void
mlg_file_chooser_open_with (GtkWidget *widget,
                            const char *title,
                            const MlgFileFilter *filters,
                            MlgFileFunc func,
                            gpointer data,
                            GDestroyNotify free_data)
{
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  choice = choose (widget, GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, filters, func, data);
  choice->free_data = free_data;
}

/**
 * mlg_file_chooser_open_many:
 *
 * Asks for one or several files to read. Otherwise as mlg_file_chooser_open().
 */
void
mlg_file_chooser_open_many (GtkWidget *widget,
                            const char *title,
                            const MlgFileFilter *filters,
                            MlgFilesFunc func,
                            gpointer data)
{
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  choice = choose (widget, GTK_FILE_CHOOSER_ACTION_OPEN, title, NULL, filters, NULL, data);
  choice->many = func;
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (choice->native), TRUE);
}

/**
 * mlg_file_chooser_save:
 * @name: the name that is proposed
 *
 * Asks for a file to write, whether it exists or not: the desktop asks before one is replaced.
 * Otherwise as mlg_file_chooser_open().
 */
void
mlg_file_chooser_save (GtkWidget *widget,
                       const char *title,
                       const char *name,
                       const MlgFileFilter *filters,
                       MlgFileFunc func,
                       gpointer data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);
  choose (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, filters, func, data);
}

/**
 * mlg_file_chooser_save_with:
 * @name: the name that is proposed
 * @data: (transfer full): for @func
 * @free_data: frees it once the file is chosen, or the person has given up
 *
 * Asks for a file to write, for something that no widget keeps. Otherwise as mlg_file_chooser_save().
 */
void
mlg_file_chooser_save_with (GtkWidget *widget,
                            const char *title,
                            const char *name,
                            const MlgFileFilter *filters,
                            MlgFileFunc func,
                            gpointer data,
                            GDestroyNotify free_data)
{
  Choice *choice;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);
  choice = choose (widget, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, filters, func, data);
  choice->free_data = free_data;
}

/**
 * mlg_file_chooser_folder:
 *
 * Asks for a folder, which can be made there. Otherwise as mlg_file_chooser_open().
 */
void
mlg_file_chooser_folder (GtkWidget *widget, const char *title, MlgFileFunc func, gpointer data)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  choose (widget, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, title, NULL, NULL, func, data);
}
