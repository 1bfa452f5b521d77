/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-meeting-adder.h"
#include "mlg-meeting-again.h"
#include "mlg-meeting-details.h"
#include "mlg-meetings-page.h"
#include "mlg-meetings-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

G_BEGIN_DECLS

/* The meetings: a list and a month on the left, one of them on the right. */
struct _MlgMeetingsPage
{
  MlgPage parent_instance;
  GBinding *search_binding; /* (unowned) (nullable) it goes with the button */
  gboolean beside;          /* a meeting was opened from the month, and stands beside it */

  MlgSplitView *split_view;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  AdwViewStack *views;
  MlgMeetingsView *list;
  MlgLazyBin *actions;   /* of MlgRegisterView */
  MlgLazyBin *decisions; /* of MlgRegisterView */
  MlgLazyBin *month;     /* of MlgMonthView */
  MlgMeetingAdder *adder;
  GtkToggleButton *search_button;
  GMenu *column_section;

  GtkWidget *details_pane;
  GtkWidget *back_button;
  AdwWindowTitle *details_title;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *details_stack;
  GtkWidget *details_menu;
  MlgMeetingAgain *again;
  MlgLazyBin *details; /* of MlgMeetingDetails */
};

MlgRecord *mlg_meetings_page_get_shown (MlgMeetingsPage *self);
void mlg_meetings_page_leave_details (MlgMeetingsPage *self);
void mlg_meetings_page_show_view (MlgMeetingsPage *self, const char *name);
void mlg_meetings_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
