/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meetings-view.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-edit.h"
#include "meetings/mlg-meeting.h"
#include "mlg-meeting-columns.h"
#include "mlg-meeting-text.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* The list of meetings, the latest first, and what is done to those that are chosen. */
struct _MlgMeetingsView
{
  GtkWidget parent_instance;
  MlgLiveRead *count; /* (owned) (nullable) how many are listed */
  MlgRecordTable *table;
};

G_DEFINE_FINAL_TYPE (MlgMeetingsView, mlg_meetings_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal;

static const MlgTableKind table_kind = {
  .kind = &mlg_meeting_kind,
  .title = N_ ("Meetings"),
  .search = N_ ("Search meetings"),
  .columns = mlg_meeting_columns,
  .facets = mlg_meeting_facets,
  .line = mlg_meeting_text_line,
  .settings_key = "meetings-columns",
};

static gboolean
remove_meetings (MlgConnection *db, gpointer data, GError **error)
{
  GArray *ids = data;

  for (guint i = 0; i < ids->len; i++)
    if (!mlg_meeting_remove (db, &mlg_meeting_kind, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GArray *ids = mlg_record_selection_get_ids (
      mlg_record_table_get_selection (MLG_MEETINGS_VIEW (widget)->table));
  g_autofree char *action =
      g_strdup_printf (ngettext ("Delete %'u meeting", "Delete %'u meetings", ids->len), ids->len);
  g_autofree char *done = g_strdup_printf (
      ngettext ("%'u meeting deleted", "%'u meetings deleted", ids->len), ids->len);

  mlg_host_act (mlg_host_find (widget), action, remove_meetings, ids,
                (GDestroyNotify) g_array_unref, done);
}

static void
update_actions (MlgMeetingsView *self)
{
  MlgRecordSelection *selection = mlg_record_table_get_selection (self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.remove",
                                 selection != NULL && mlg_record_selection_get_n (selection) > 0);
}

static void
on_chosen (MlgMeetingsView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgMeetingsView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgMeetingsView *self)
{
  if (self->count != NULL)
    mlg_live_read_ask_query (self->count,
                             mlg_record_list_get_query (mlg_record_table_get_list (self->table)));
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", (gulong) n), (guint) n)
                : NULL;
}

static void
on_counted (MlgMeetingsView *self)
{
  mlg_record_table_set_summary (self->table, mlg_live_read_get_result (self->count));
}

static void
mlg_meetings_view_dispose (GObject *object)
{
  MlgMeetingsView *self = MLG_MEETINGS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->count);
  G_OBJECT_CLASS (mlg_meetings_view_parent_class)->dispose (object);
}

static void
mlg_meetings_view_class_init (MlgMeetingsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meetings_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meetings-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingsView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);

  /**
   * MlgMeetingsView::chosen:
   * @id: the meeting that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_MEETINGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgMeetingsView::opened:
   *
   * The person wants to see the meeting that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_MEETINGS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_meetings_view_init (MlgMeetingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meetings_view_set_store:
 * @store: (transfer none): where the meetings are
 *
 * To be called once.
 */
void
mlg_meetings_view_set_store (MlgMeetingsView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_meeting_kind, NULL };

  g_return_if_fail (MLG_IS_MEETINGS_VIEW (self));

  self->count = mlg_live_read_new (store, kinds, read_count, g_free);
  g_signal_connect_object (self->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  mlg_record_table_set_kind (self->table, &table_kind, store);
  update_actions (self);
}

/**
 * mlg_meetings_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_meetings_view_get_table (MlgMeetingsView *self)
{
  g_return_val_if_fail (MLG_IS_MEETINGS_VIEW (self), NULL);
  return self->table;
}
