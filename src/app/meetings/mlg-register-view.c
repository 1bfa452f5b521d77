/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-register-view.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-outcome.h"
#include "mlg-register-columns.h"
#include "widgets/mlg-live-read.h"

/* The actions of all meetings, late ones first, or the register of decisions. Whichever is chosen is shown
 * with its meeting. */
struct _MlgRegisterView
{
  GtkWidget parent_instance;
  MlgLiveRead *count; /* (owned) (nullable) how many are listed */
  MlgRecordTable *table;
};

G_DEFINE_FINAL_TYPE (MlgRegisterView, mlg_register_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal;

static void
on_chosen (MlgRegisterView *self, gint64 id)
{
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgRegisterView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgRegisterView *self)
{
  if (self->count != NULL)
    mlg_live_read_ask_query (self->count,
                             mlg_record_list_get_query (mlg_record_table_get_list (self->table)));
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_strdup_printf (ngettext ("%'u entry", "%'u entries", (gulong) n), (guint) n)
                : NULL;
}

static void
on_counted (MlgRegisterView *self)
{
  mlg_record_table_set_summary (self->table, mlg_live_read_get_result (self->count));
}

static void
mlg_register_view_dispose (GObject *object)
{
  MlgRegisterView *self = MLG_REGISTER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->count);
  G_OBJECT_CLASS (mlg_register_view_parent_class)->dispose (object);
}

static void
mlg_register_view_class_init (MlgRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_register_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-register-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRegisterView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);

  /**
   * MlgRegisterView::chosen:
   * @id: the outcome that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgRegisterView::opened:
   *
   * The person wants to see the meeting of the one that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_REGISTER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_register_view_init (MlgRegisterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_register_view_set_store:
 * @kind: #mlg_register_actions or #mlg_register_decisions
 * @store: (transfer none): where the meetings are
 *
 * To be called once. Of the actions those to do are listed at first.
 */
void
mlg_register_view_set_store (MlgRegisterView *self, const MlgTableKind *kind, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_outcome_kind, NULL };

  g_return_if_fail (MLG_IS_REGISTER_VIEW (self));

  self->count = mlg_live_read_new (store, kinds, read_count, g_free);
  g_signal_connect_object (self->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  mlg_record_table_set_kind (self->table, kind, store);
  if (kind == &mlg_register_actions)
    mlg_record_table_narrow (self->table, "progress", "open", C_ ("actions", "To do"));
}

/**
 * mlg_register_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_register_view_get_table (MlgRegisterView *self)
{
  g_return_val_if_fail (MLG_IS_REGISTER_VIEW (self), NULL);
  return self->table;
}
