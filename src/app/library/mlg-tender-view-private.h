/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-check-pane.h"
#include "mlg-draft-form.h"
#include "mlg-outline-deed.h"
#include "mlg-tender-inspector.h"
#include "mlg-tender-text.h"
#include "mlg-tender-view.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-narrow-bin.h"
#include "widgets/mlg-record-history.h"

G_BEGIN_DECLS

/* A template or a draft: its questions, its text to read, what the check says, and what is known of it.
 * Where there is room, the check stands beside the rest. */
struct _MlgTenderView
{
  GtkWidget parent_instance;
  MlgStore *store;              /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *template_live; /* (owned) (nullable) */
  MlgLiveRecord *draft_live;    /* (owned) (nullable) */
  MlgLiveRead *reading;         /* (owned) (nullable) of Read */
  MlgLiveRead *owning; /* (owned) (nullable) of gboolean: a model tender that was changed here */
  MlgFieldForm *template_form; /* (owned) (nullable) */
  MlgFieldForm *draft_form;    /* (owned) (nullable) */
  MlgRecord *followed;         /* (owned) (nullable) what is shown */
  const MlgKind *kind;         /* (unowned) (nullable) static */
  gint64 read_id;              /* whose text is shown */
  MlgOutlineDeed *asked;       /* (owned) (nullable) what waits for an answer */

  MlgNarrowBin *narrow_bin;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkWidget *own_bar;
  GtkWidget *newer_bar;
  GtkLabel *newer_label;
  AdwViewStack *tabs;
  AdwViewStackPage *questions_page;
  AdwViewStackPage *check_page;
  MlgDraftForm *form;
  MlgTenderText *text;
  AdwViewStackPage *inspector_page;
  AdwBin *check_slot;
  AdwBin *inspector_slot;
  GtkWidget *side;
  AdwViewStack *side_tabs;
  AdwBin *side_check;
  AdwBin *side_inspector;
  MlgCheckPane *check;
  MlgTenderInspector *inspector;
  GtkStack *states;
  AdwStatusPage *failed_page;
  GtkWidget *template_groups;
  GtkWidget *draft_groups;
  MlgRecordHistory *history;
};

gboolean mlg_tender_view_is_draft (MlgTenderView *self);
void mlg_tender_view_show_inspector (MlgTenderView *self);
void mlg_tender_view_show_check (MlgTenderView *self);
void mlg_tender_view_install_actions (GtkWidgetClass *widget_class);
void mlg_tender_view_install_outline_actions (GtkWidgetClass *widget_class);

G_END_DECLS
