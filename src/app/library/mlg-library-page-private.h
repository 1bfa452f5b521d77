/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-clause-details.h"
#include "mlg-library-exporter.h"
#include "mlg-library-page.h"
#include "mlg-library-view.h"
#include "mlg-sheet-details.h"
#include "mlg-tender-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

G_BEGIN_DECLS

/* The library: four lists on the left, what is chosen in one of them on the right. */
struct _MlgLibraryPage
{
  MlgPage parent_instance;
  MlgLibraryExporter *exporter; /* (owned) */
  GBinding *search_binding;     /* (unowned) (nullable) it goes with the button */
  gboolean wide;                /* what is chosen takes the width of the list too */

  MlgSplitView *split_view;
  GtkWidget *list_pane;
  AdwHeaderBar *list_header;
  AdwViewStack *views;
  MlgLazyBin *templates; /* of MlgLibraryView, as the three below */
  MlgLazyBin *clauses;
  MlgLazyBin *drafts;
  MlgLazyBin *sheets;
  GtkToggleButton *search_button;
  GMenu *column_section;

  GtkWidget *details_pane;
  GtkWidget *back_button;
  GtkWidget *wide_button;
  GtkWidget *draft_button;
  AdwWindowTitle *details_title;
  AdwViewSwitcher *switcher;
  AdwViewSwitcherBar *switcher_bar;
  GtkStack *details_stack;
  GtkWidget *details_menu;
  MlgLazyBin *tender; /* of MlgTenderView */
  MlgLazyBin *clause; /* of MlgClauseDetails */
  MlgLazyBin *sheet;  /* of MlgSheetDetails */
};

MlgRecord *mlg_library_page_get_shown (MlgLibraryPage *self);
MlgLibraryView *mlg_library_page_get_view (MlgLibraryPage *self);
void mlg_library_page_show_list (MlgLibraryPage *self, const char *name);
void mlg_library_page_widen (MlgLibraryPage *self, gboolean wide);
void mlg_library_page_install_actions (GtkWidgetClass *widget_class);
void mlg_library_page_update_actions (MlgLibraryPage *self);

G_END_DECLS
