/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-facet-bar.h"
#include "mlg-lazy-bin.h"
#include "mlg-narrow-bin.h"
#include "mlg-record-table.h"

G_BEGIN_DECLS

struct _MlgRecordTable
{
  GtkWidget parent_instance;

  const MlgTableKind *kind;      /* (unowned) (nullable) static */
  MlgRecordList *list;           /* (owned) (nullable) until there is a store */
  MlgRecordSelection *selection; /* (owned) (nullable) */
  MlgColumnSet *columns;         /* (owned) (nullable) */
  gint64 awaited;                /* a record to choose as soon as the list has it; 0 for none */
  gboolean asked_anew;           /* another question is answered from its first row on */
  guint n_listed;                /* records in the list, when it last came to rest */
  gboolean leaves_out;           /* there are more records, which a facet shows */
  gboolean ran;                  /* the list was read at least once */
  gboolean seen;                 /* somebody has looked at it */
  gboolean remembered;           /* the columns are those that the person chose */

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  MlgFacetBar *facet_bar;
  MlgNarrowBin *narrow_bin;
  GtkStack *states;
  GtkStack *forms;
  GtkColumnView *column_view;
  GtkListView *row_view;
  AdwBin *empty_bin;
  MlgLazyBin *error_bin; /* of AdwStatusPage */
  GtkStack *footer;
  GtkLabel *summary_label;
  GtkLabel *selected_label;
  GtkActionBar *selection_bar;
};

void mlg_record_table_update_state (MlgRecordTable *self);
void mlg_record_table_watch_list (MlgRecordTable *self);
MlgQuery *mlg_record_table_make_base (MlgRecordTable *self);
void mlg_record_table_update_query (MlgRecordTable *self);
void mlg_record_table_clear (MlgRecordTable *self);

G_END_DECLS
