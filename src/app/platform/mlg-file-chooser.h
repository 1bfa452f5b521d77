/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MlgFileFilter:
 * @title: N_("Networks")
 * @suffixes: "maillage", or several separated by spaces: "csv tsv txt"
 *
 * A kind of file to choose from, or to write.
 */
typedef struct
{
  const char *title;
  const char *suffixes;
} MlgFileFilter;

/**
 * MlgFileFunc:
 * @file: what was chosen
 */
typedef void (*MlgFileFunc) (GFile *file, gpointer data);

/**
 * MlgFilesFunc:
 * @files: (element-type GFile): what was chosen, at least one
 */
typedef void (*MlgFilesFunc) (GListModel *files, gpointer data);

void mlg_file_chooser_open_many (GtkWidget *widget,
                                 const char *title,
                                 const MlgFileFilter *filters,
                                 MlgFilesFunc func,
                                 gpointer data);
void mlg_file_chooser_open (GtkWidget *widget,
                            const char *title,
                            const MlgFileFilter *filters,
                            MlgFileFunc func,
                            gpointer data);
void mlg_file_chooser_save (GtkWidget *widget,
                            const char *title,
                            const char *name,
                            const MlgFileFilter *filters,
                            MlgFileFunc func,
                            gpointer data);
void mlg_file_chooser_open_with (GtkWidget *widget,
                                 const char *title,
                                 const MlgFileFilter *filters,
                                 MlgFileFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data);
void mlg_file_chooser_save_with (GtkWidget *widget,
                                 const char *title,
                                 const char *name,
                                 const MlgFileFilter *filters,
                                 MlgFileFunc func,
                                 gpointer data,
                                 GDestroyNotify free_data);
void
mlg_file_chooser_folder (GtkWidget *widget, const char *title, MlgFileFunc func, gpointer data);

G_END_DECLS
