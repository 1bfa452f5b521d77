/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "shell/mlg-window.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

/* A window on a new network file in a folder of its own, with the room of members. */
typedef struct
{
  char *folder, *path;
  MlgApplication *application;
  MlgWindow *window;
  GtkWidget *page;
} AppWindow;

typedef gboolean (*AppCondition) (gpointer data);

void app_window_set_up (AppWindow *f, MlgActionFunc fill, gpointer data);
void app_window_tear_down (AppWindow *f);
void app_window_wait (AppCondition condition, gpointer data);
void app_window_settle (void);
GtkWidget *app_window_find (GtkWidget *root, GType type);
GtkWidget *app_window_await (GtkWidget *widget, GType type);
guint app_window_count (GtkWidget *root, GType type);
void app_window_assert_named (GtkWidget *root);
MlgRecord *app_window_load (AppWindow *f, const MlgKind *kind, gint64 id);
