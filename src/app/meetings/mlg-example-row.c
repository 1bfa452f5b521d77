/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-example-row.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-sheet.h"
#include "meetings/mlg-meeting-example.h"
#include "mlg-date.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-host.h"

/* A feedback sheet that a meeting looks at: it opens when it is activated, and is moved by Alt and the
 * arrows, by its menu, or by drawing it to another place. */
struct _MlgExampleRow
{
  AdwActionRow parent_instance;
  MlgRecord *example; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgExampleRow, mlg_example_row, ADW_TYPE_ACTION_ROW)

static guint moved_signal, dropped_signal;

static void
activate_move (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, moved_signal, 0, g_str_equal (name, "example.up") ? -1 : 1);
}

static void
activate_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgExampleRow *self = MLG_EXAMPLE_ROW (widget);

  if (self->example != NULL)
    mlg_host_show_record (mlg_host_find (widget), &mlg_sheet_kind,
                          mlg_record_get_integer (self->example, MLG_MEETING_EXAMPLE_SHEET));
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgExampleRow *self = MLG_EXAMPLE_ROW (widget);

  if (self->example != NULL)
    mlg_meeting_commit_removal (widget, self->example, _ ("Example removed"));
}

static void
mlg_example_row_activate (AdwActionRow *row)
{
  activate_open (GTK_WIDGET (row), NULL, NULL);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, MlgExampleRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_INT64, mlg_example_row_get_id (self));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, MlgExampleRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, MlgExampleRow *self)
{
  gint64 dropped = g_value_get_int64 (value);

  if (dropped == mlg_example_row_get_id (self))
    return FALSE;
  g_signal_emit (self, dropped_signal, 0, dropped);
  return TRUE;
}

static void
take_drags (MlgExampleRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
mlg_example_row_dispose (GObject *object)
{
  g_clear_object (&MLG_EXAMPLE_ROW (object)->example);
  G_OBJECT_CLASS (mlg_example_row_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = { { GDK_KEY_Up, GDK_ALT_MASK, "example.up" },
               { GDK_KEY_KP_Up, GDK_ALT_MASK, "example.up" },
               { GDK_KEY_Down, GDK_ALT_MASK, "example.down" },
               { GDK_KEY_KP_Down, GDK_ALT_MASK, "example.down" },
               { GDK_KEY_Delete, 0, "example.remove" } };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static void
mlg_example_row_class_init (MlgExampleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_example_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = mlg_example_row_activate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-example-row.ui");
  gtk_widget_class_install_action (widget_class, "example.up", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "example.down", NULL, activate_move);
  gtk_widget_class_install_action (widget_class, "example.open", NULL, activate_open);
  gtk_widget_class_install_action (widget_class, "example.remove", NULL, activate_remove);
  bind_keys (widget_class);

  /**
   * MlgExampleRow::moved:
   * @by: how many places down, negative for up
   */
  moved_signal = g_signal_new ("moved", MLG_TYPE_EXAMPLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * MlgExampleRow::dropped:
   * @id: the example that is to take this one's place
   */
  dropped_signal = g_signal_new ("dropped", MLG_TYPE_EXAMPLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mlg_example_row_init (MlgExampleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  take_drags (self);
}

/**
 * mlg_example_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
mlg_example_row_new (void)
{
  return g_object_new (MLG_TYPE_EXAMPLE_ROW, NULL);
}

/**
 * mlg_example_row_write_line:
 *
 * Returns: (transfer full): "Lille · 12 March 2026"
 */
char *
mlg_example_row_write_line (const MlgExample *example)
{
  g_autofree char *moment =
      example->day != NULL ? g_strconcat (example->day, "T12:00:00", NULL) : NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, utc) : NULL;
  g_autofree char *day = time != NULL ? mlg_date_write_day (time) : NULL;

  if (example->buyer == NULL || day == NULL)
    return g_strdup (day != NULL ? day : example->buyer != NULL ? example->buyer : "");
  return g_strdup_printf ("%s · %s", example->buyer, day);
}

/**
 * mlg_example_row_show:
 * @example: one that is chosen
 */
void
mlg_example_row_show (MlgExampleRow *self, const MlgExample *example)
{
  g_autofree char *line = mlg_example_row_write_line (example);

  g_return_if_fail (MLG_IS_EXAMPLE_ROW (self));

  g_set_object (&self->example, example->chosen);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), example->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line);
}

/**
 * mlg_example_row_get_example:
 *
 * Returns: (transfer none) (nullable): the #MlgMeetingExample that is shown
 */
MlgRecord *
mlg_example_row_get_example (MlgExampleRow *self)
{
  g_return_val_if_fail (MLG_IS_EXAMPLE_ROW (self), NULL);
  return self->example;
}

/**
 * mlg_example_row_get_id:
 *
 * Returns: the #MlgMeetingExample that is shown; 0 for none
 */
gint64
mlg_example_row_get_id (MlgExampleRow *self)
{
  g_return_val_if_fail (MLG_IS_EXAMPLE_ROW (self), 0);
  return self->example != NULL ? mlg_record_get_id (self->example) : 0;
}
