/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-row.h"

#include <glib/gi18n-lib.h>

#include "store/mlg-history-report.h"
#include "widgets/mlg-host.h"

#define MOST_FIELDS 300 /* of an action, that are read */
#define MOST_LINES  12  /* of a record, that are shown */

/* An action of the history: its name and time, and once it is unfolded what it changed, with the ways
 * back. What it changed is read the first time only: a done action never changes. */
struct _MlgHistoryRow
{
  AdwExpanderRow parent_instance;
  MlgHistoryItem *item; /* (owned) */
  gboolean is_read;
  GtkWidget *mark_label;
  AdwActionRow *travel_row;
  AdwActionRow *revert_row;
  AdwActionRow *reading_row;
};

G_DEFINE_FINAL_TYPE (MlgHistoryRow, mlg_history_row, ADW_TYPE_EXPANDER_ROW)

static const char *
get_operation (const MlgRecordReport *report)
{
  switch (report->operation)
    {
    case MLG_REPORT_ADDED:
      return C_ ("record", "added");
    case MLG_REPORT_REMOVED:
      return C_ ("record", "removed");
    case MLG_REPORT_CHANGED:
    default:
      return C_ ("record", "changed");
    }
}

static char *
write_lines (const MlgRecordReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (report->lines->len, MOST_LINES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) report->lines->pdata[i]);
  if (report->lines->len > MOST_LINES)
    g_string_append (text, "\n…");
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_record_row (const MlgRecordReport *report)
{
  g_autofree char *lines = write_lines (report);
  /* Translators: a kind of record and its name: Body “Lille”. */
  g_autofree char *title = g_strdup_printf (_ ("%s “%s” %s"), _ (report->kind->title), report->name,
                                            get_operation (report));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), lines);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
add_rest_row (MlgHistoryRow *self, guint n_shown)
{
  guint n = mlg_history_entry_get_n_changes (mlg_history_item_get_entry (self->item));
  guint rest = n > n_shown ? n - n_shown : 0;
  g_autofree char *title =
      g_strdup_printf (ngettext ("and %'u more record", "and %'u more records", rest), rest);
  GtkWidget *row;

  if (rest == 0)
    return;
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (row, "dim-label");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static gpointer
read_report (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_history_report (db, *(gint64 *) data, MOST_FIELDS, error);
}

static void
on_report_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHistoryRow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (reports == NULL)
    {
      /* A change too old to be undone has left no details: its name stays. */
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reading_row),
                                     _ ("The details of this action are no longer kept"));
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->reading_row), FALSE);
  for (guint i = 0; i < reports->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_record_row (reports->pdata[i]));
  add_rest_row (self, reports->len);
}

static void
on_expanded (MlgHistoryRow *self)
{
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));
  gint64 id;

  if (self->is_read || host == NULL || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->is_read = TRUE;
  id = mlg_history_item_get_id (self->item);
  mlg_store_read_async (mlg_host_get_store (host), read_report, g_memdup2 (&id, sizeof id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_report_read,
                        g_object_ref (self));
}

static void
show_travel (MlgHistoryRow *self, const char *title, const char *subtitle)
{
  gtk_widget_set_visible (GTK_WIDGET (self->travel_row), title != NULL);
  if (title == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->travel_row), title);
  adw_action_row_set_subtitle (self->travel_row, subtitle);
}

static void
on_mark_changed (MlgHistoryRow *self)
{
  MlgHistoryMark mark = mlg_history_item_get_mark (self->item);

  gtk_widget_set_visible (self->mark_label, mark != MLG_HISTORY_DONE);
  gtk_label_set_label (GTK_LABEL (self->mark_label), mark == MLG_HISTORY_UNDONE
                                                         ? C_ ("action", "Undone")
                                                         : C_ ("action", "You are here"));
  if (mark == MLG_HISTORY_UNDONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "undone");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "undone");
  gtk_widget_set_visible (GTK_WIDGET (self->revert_row), mark != MLG_HISTORY_UNDONE);
  if (mark == MLG_HISTORY_UNDONE)
    show_travel (self, _ ("Do Again up to Here"), _ ("This action and the undone ones before it"));
  else if (mark == MLG_HISTORY_DONE)
    show_travel (self, _ ("Go Back to Here"), _ ("Undoes all that was done after this action"));
  else
    show_travel (self, NULL, NULL);
}

static void
show_entry (MlgHistoryRow *self)
{
  MlgHistoryEntry *entry = mlg_history_item_get_entry (self->item);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (mlg_history_entry_get_time (entry));
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  guint n = mlg_history_entry_get_n_changes (entry);
  g_autofree char *count = g_strdup_printf (ngettext ("%'u record", "%'u records", n), n);
  const char *author = mlg_history_entry_get_author (entry);
  g_autofree char *subtitle = author != NULL && *author != '\0'
                                  ? g_strdup_printf ("%s · %s · %s", clock, count, author)
                                  : g_strdup_printf ("%s · %s", clock, count);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), mlg_history_entry_get_name (entry));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->travel_row), "x",
                                    mlg_history_entry_get_id (entry));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->revert_row), "x",
                                    mlg_history_entry_get_id (entry));
}

static void
mlg_history_row_finalize (GObject *object)
{
  g_clear_object (&MLG_HISTORY_ROW (object)->item);
  G_OBJECT_CLASS (mlg_history_row_parent_class)->finalize (object);
}

static void
mlg_history_row_class_init (MlgHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_history_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryRow, mark_label);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryRow, travel_row);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryRow, revert_row);
  gtk_widget_class_bind_template_child (widget_class, MlgHistoryRow, reading_row);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
}

static void
mlg_history_row_init (MlgHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_history_row_new:
 * @item: (transfer none): an action
 *
 * Returns: (transfer floating): a row whose ways back are the actions "history.travel" and
 *   "history.revert", with the action's id
 */
GtkWidget *
mlg_history_row_new (MlgHistoryItem *item)
{
  MlgHistoryRow *self = g_object_new (MLG_TYPE_HISTORY_ROW, NULL);

  self->item = g_object_ref (item);
  show_entry (self);
  g_signal_connect_object (item, "notify::mark", G_CALLBACK (on_mark_changed), self,
                           G_CONNECT_SWAPPED);
  on_mark_changed (self);
  return GTK_WIDGET (self);
}

/**
 * mlg_history_row_get_item:
 *
 * Returns: (transfer none):
 */
MlgHistoryItem *
mlg_history_row_get_item (MlgHistoryRow *self)
{
  g_return_val_if_fail (MLG_IS_HISTORY_ROW (self), NULL);
  return self->item;
}
