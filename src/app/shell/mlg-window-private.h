/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-room-list.h"
#include "mlg-start-page.h"
#include "mlg-window.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-page.h"

G_BEGIN_DECLS

struct _MlgWindow
{
  AdwApplicationWindow parent_instance;

  const GType *page_types; /* (unowned) static */
  GSettings *settings;     /* (owned) */
  MlgStore *store;         /* (owned) (nullable) the file that is open */
  GListStore *pages;       /* (owned) of MlgPage, for that file */
  gboolean closing;        /* the file is being closed, then the window */

  AdwToastOverlay *toasts;
  GtkStack *states;
  MlgStartPage *start_page;
  MlgSplitView *split_view;
  MlgRoomList *rooms;
  GtkStack *page_stack;
  AdwStatusPage *failed_page;
};

void mlg_window_install_actions (GtkWidgetClass *widget_class);
void mlg_window_update_actions (MlgWindow *self);
void mlg_window_show_page (MlgWindow *self, MlgPage *page);
MlgPage *mlg_window_get_page (MlgWindow *self);
void mlg_window_create (MlgWindow *self, const char *path, const char *name, gboolean sample);
void mlg_window_close_file (MlgWindow *self);

G_END_DECLS
