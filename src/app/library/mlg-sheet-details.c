/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet-details.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-sheet.h"
#include "mlg-library-commit.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-live-record.h"
#include "widgets/mlg-record-history.h"

/* All about one feedback sheet. */
struct _MlgSheetDetails
{
  GtkWidget parent_instance;
  MlgStore *store;     /* (unowned) (nullable) it outlives the page */
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) */

  GtkWidget *sections;
  GtkLabel *name_label;
  MlgRecordHistory *history;
};

G_DEFINE_FINAL_TYPE (MlgSheetDetails, mlg_sheet_details, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
tell (MlgSheetDetails *self)
{
  g_autofree char *name = self->followed != NULL ? mlg_record_dup_name (self->followed) : NULL;

  gtk_label_set_text (self->name_label, name != NULL ? name : "");
  g_signal_emit (self, changed_signal, 0);
}

static void
on_other_record (MlgSheetDetails *self)
{
  MlgRecord *record = mlg_live_record_get (self->live);
  gint64 id = record != NULL ? mlg_record_get_id (record) : 0;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_set_object (&self->followed, record);
  mlg_field_form_set_record (self->form, record);
  mlg_record_history_set_record (self->history, self->store, &mlg_sheet_kind, id);
  if (record != NULL)
    g_signal_connect_object (record, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self);
}

static void
mlg_sheet_details_dispose (GObject *object)
{
  MlgSheetDetails *self = MLG_SHEET_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_sheet_details_parent_class)->dispose (object);
}

static void
mlg_sheet_details_class_init (MlgSheetDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_sheet_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_RECORD_HISTORY);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-sheet-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgSheetDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgSheetDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgSheetDetails, history);

  /**
   * MlgSheetDetails::changed:
   *
   * It is another record, or none any more, or it is called otherwise.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_SHEET_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_sheet_details_init (MlgSheetDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_sheet_details_set_store:
 * @store: (transfer none): where the records are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_sheet_details_set_store (MlgSheetDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_SHEET_DETAILS (self));

  self->store = store;
  self->form = mlg_field_form_new (self->sections, store);
  mlg_library_commit_rows (self->sections);
  self->live = mlg_live_record_new (store, &mlg_sheet_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_sheet_details_set_id:
 * @id: a record; 0 for none
 */
void
mlg_sheet_details_set_id (MlgSheetDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_SHEET_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_sheet_details_get_record:
 *
 * Returns: (transfer none) (nullable): the record that is shown
 */
MlgRecord *
mlg_sheet_details_get_record (MlgSheetDetails *self)
{
  g_return_val_if_fail (MLG_IS_SHEET_DETAILS (self), NULL);
  return self->followed;
}
