/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-failed-page.h"
#include "mlg-job-bar.h"
#include "mlg-new-network-page.h"
#include "mlg-room-list.h"
#include "mlg-search-palette.h"
#include "mlg-start-page.h"
#include "mlg-window.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-page.h"

G_BEGIN_DECLS

/* A file that is asked for, and for a new one what it is filled with. */
typedef struct
{
  char *path; /* (owned) */
  MlgOpenFlags flags;
  char *name;      /* (owned) (nullable) the network's name */
  char *perimeter; /* (owned) (nullable) its NUTS codes */
  gboolean sample;
} MlgOpening;

struct _MlgWindow
{
  AdwApplicationWindow parent_instance;

  const GType *page_types; /* (unowned) static */
  GSettings *settings;     /* (owned) */
  MlgStore *store;         /* (owned) (nullable) the file that is open */
  MlgOpening *opening;     /* (owned) (nullable) the file asked for last */
  GListStore *pages;       /* (owned) of MlgPage, for that file */
  gboolean leaving;        /* the file is being closed: another is to take its place */
  guint showing;           /* source that shows the file; 0 for none */
  gboolean closing;        /* the file is being closed, then the window */

  AdwToastOverlay *toasts;
  GtkStack *states;
  GMenu *recent_menu;
  GtkMenuButton *start_menu_button;
  GtkMenuButton *menu_button;
  MlgLazyBin *new_network_bin; /* of MlgNewNetworkPage */
  MlgLazyBin *failed_bin;      /* of MlgFailedPage */
  MlgSplitView *split_view;
  GtkLabel *rooms_subtitle;
  MlgRoomList *rooms;
  GtkStack *page_stack;
  MlgSearchPalette *palette;
  MlgPage *history_page; /* (nullable) in the stack once it was asked for */
  MlgJobBar *job_bar;
  MlgJobBar *narrow_job_bar;
  MlgJobBar *closing_job_bar;
};

MlgOpening *mlg_opening_new (const char *path, MlgOpenFlags flags);
void mlg_opening_free (MlgOpening *opening);

void mlg_window_install_actions (GtkWidgetClass *widget_class);
void mlg_window_update_actions (MlgWindow *self);
void mlg_window_show_page (MlgWindow *self, MlgPage *page);
MlgPage *mlg_window_get_page (MlgWindow *self);

void mlg_window_begin (MlgWindow *self, MlgOpening *opening);
void mlg_window_retry (MlgWindow *self, MlgOpenFlags flags);
void mlg_window_close_file (MlgWindow *self);
void mlg_window_recover (MlgWindow *self, const char *backup);

void mlg_window_show_workspace (MlgWindow *self);
void mlg_window_clear_workspace (MlgWindow *self);
void mlg_window_toggle_history (MlgWindow *self);
void mlg_window_forget (MlgWindow *self, const char *path);
void mlg_window_follow_settings (MlgWindow *self);

G_END_DECLS
