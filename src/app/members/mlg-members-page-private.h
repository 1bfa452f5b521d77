/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-bodies-view.h"
#include "mlg-body-details.h"
#include "mlg-function-adder.h"
#include "mlg-group-details.h"
#include "mlg-groups-view.h"
#include "mlg-member-adder.h"
#include "mlg-members-page.h"
#include "mlg-people-view.h"
#include "mlg-person-details.h"
#include "mlg-territory-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

G_BEGIN_DECLS

/* The members: bodies, people and groups on the left, one of them on the right. */
struct _MlgMembersPage
{
  MlgPage parent_instance;
  GBinding *search_binding; /* (unowned) (nullable) it goes with the button */
  gboolean show_empty;      /* fields that say nothing are shown too */

  MlgSplitView *split_view;
  AdwHeaderBar *list_header;
  AdwViewStack *views;
  MlgBodiesView *bodies;
  MlgLazyBin *people;    /* of MlgPeopleView */
  MlgLazyBin *groups;    /* of MlgGroupsView */
  MlgLazyBin *territory; /* of MlgTerritoryView */
  GtkStack *adders;
  MlgMemberAdder *adder;
  MlgLazyBin *person_adder; /* of MlgFunctionAdder */
  GtkToggleButton *search_button;
  GMenu *column_section;

  GtkWidget *details_pane;
  AdwWindowTitle *details_title;
  GtkStack *details_stack;
  GtkStack *details_menus;
  MlgLazyBin *body_details;   /* of MlgBodyDetails */
  MlgLazyBin *person_details; /* of MlgPersonDetails */
  MlgLazyBin *group_details;  /* of MlgGroupDetails */
};

const char *mlg_members_page_get_view (MlgMembersPage *self);
void mlg_members_page_show_view (MlgMembersPage *self, const char *name);
void mlg_members_page_fit_panes (MlgMembersPage *self);
void mlg_members_page_update_details (MlgMembersPage *self);
void mlg_members_page_install_parts (GtkWidgetClass *widget_class);
MlgRecord *mlg_members_page_get_shown (MlgMembersPage *self);
void mlg_members_page_show_empty (MlgMembersPage *self, gboolean show_empty);
void mlg_members_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
