/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-questionnaire-details.h"
#include "mlg-theme-adder.h"
#include "mlg-theme-details.h"
#include "mlg-themes-page.h"
#include "mlg-themes-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

G_BEGIN_DECLS

/* The themes and the questionnaires: two lists on the left, one of them on the right. */
struct _MlgThemesPage
{
  MlgPage parent_instance;
  GBinding *search_binding; /* (unowned) (nullable) it goes with the button */

  MlgSplitView *split_view;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  AdwViewStack *views;
  MlgThemesView *themes;
  MlgThemesView *questionnaires;
  MlgThemeAdder *adder;
  GtkToggleButton *search_button;
  GMenu *column_section;

  GtkWidget *details_pane;
  GtkWidget *back_button;
  AdwWindowTitle *details_title;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *details_stack;
  GtkWidget *details_menu;
  MlgLazyBin *theme;         /* of MlgThemeDetails */
  MlgLazyBin *questionnaire; /* of MlgQuestionnaireDetails */
};

gboolean mlg_themes_page_shows_themes (MlgThemesPage *self);
MlgRecord *mlg_themes_page_get_shown (MlgThemesPage *self);
void mlg_themes_page_show_view (MlgThemesPage *self, const char *name);
void mlg_themes_page_update_actions (MlgThemesPage *self);
void mlg_themes_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
