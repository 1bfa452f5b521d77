/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-month-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting.h"
#include "mlg-date.h"
#include "mlg-meeting-text.h"
#include "mlg-month-day.h"
#include "mlg-month-grid.h"
#include "store/mlg-query.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-narrow-bin.h"

#define MOST_MEETINGS 2000

/* The meetings by the month: a grid of days, and below it the meetings of the chosen day where the grid
 * has no room to name them. */
struct _MlgMonthView
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) */
  MlgNarrowBin *narrow_bin;
  GtkLabel *month_label;
  MlgMonthGrid *grid;
  GtkRevealer *revealer;
  GtkLabel *day_label;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgMonthView, mlg_month_view, GTK_TYPE_WIDGET)

static guint opened_signal, wanted_signal;

static char *
write_date (const GDate *date)
{
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date));
}

/* What is asked in the reader's thread. */
static gpointer
read_meetings (MlgConnection *db, gpointer query, GError **error)
{
  return mlg_query_load (query, db, MOST_MEETINGS, 0, error);
}

static void
ask (MlgMonthView *self)
{
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_meeting_kind);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (all, MLG_MEETING_STARTS, FALSE);
  g_autoptr (MlgQuery) query = NULL;
  g_autofree char *from = NULL, *to_day = NULL, *to = NULL;
  GDate first, last;

  mlg_month_grid_get_span (self->grid, &first, &last);
  from = write_date (&first);
  to_day = write_date (&last);
  to = g_strconcat (to_day, "T23:59:59", NULL);
  query = mlg_query_with_range (sorted, MLG_MEETING_STARTS, from, to);
  if (self->reading != NULL)
    mlg_live_read_ask_query (self->reading, query);
}

static void
update_month (MlgMonthView *self)
{
  const GDate *date = mlg_month_grid_get_chosen (self->grid);
  g_autoptr (GDateTime) time = g_date_time_new_local (
      g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 12, 0, 0);
  /* Translators: a month and its year above a calendar: “December 2026”; see strftime(3). */
  g_autofree char *month = g_date_time_format (time, C_ ("month", "%OB %Y"));
  g_autofree char *day = mlg_date_write_day (time);

  gtk_label_set_text (self->month_label, month);
  gtk_label_set_text (self->day_label, day);
}

static void
on_row_activated (MlgMonthView *self, GtkListBoxRow *row)
{
  GPtrArray *meetings = mlg_month_grid_get_meetings_of_chosen (self->grid);
  guint i = (guint) gtk_list_box_row_get_index (row);

  if (meetings != NULL && i < meetings->len)
    g_signal_emit (self, opened_signal, 0, mlg_record_get_id (meetings->pdata[i]));
}

static GtkWidget *
make_row (MlgRecord *meeting)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *line = mlg_meeting_text_line (meeting);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (meeting, MLG_MEETING_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
update_list (MlgMonthView *self)
{
  GPtrArray *meetings = mlg_month_grid_get_meetings_of_chosen (self->grid);
  guint n = meetings != NULL ? meetings->len : 0;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (meetings->pdata[i]));
  gtk_revealer_set_reveal_child (
      self->revealer,
      n > 0 && (mlg_narrow_bin_is_narrow (self->narrow_bin) || n > MLG_MONTH_DAY_CHIPS));
}

static void
on_read (MlgMonthView *self)
{
  GPtrArray *meetings = mlg_live_read_get_result (self->reading);

  mlg_month_grid_set_meetings (self->grid, meetings);
  update_list (self);
}

static void
on_chosen (MlgMonthView *self, gboolean other_month)
{
  update_month (self);
  if (other_month)
    ask (self);
  update_list (self);
}

static void
on_opened (MlgMonthView *self, gint64 id)
{
  g_signal_emit (self, opened_signal, 0, id);
}

static void
on_activated (MlgMonthView *self)
{
  g_autofree char *day = write_date (mlg_month_grid_get_chosen (self->grid));

  g_signal_emit (self, wanted_signal, 0, day);
}

static void
on_narrow_changed (MlgMonthView *self)
{
  mlg_month_grid_set_narrow (self->grid, mlg_narrow_bin_is_narrow (self->narrow_bin));
  update_list (self);
}

static void
activate_turn (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgMonthView *self = MLG_MONTH_VIEW (widget);
  GDate date = *mlg_month_grid_get_chosen (self->grid);

  if (g_str_equal (name, "month.previous"))
    g_date_subtract_months (&date, 1);
  else if (g_str_equal (name, "month.next"))
    g_date_add_months (&date, 1);
  else
    g_date_set_time_t (&date, time (NULL));
  mlg_month_grid_choose (self->grid, &date);
}

static void
mlg_month_view_dispose (GObject *object)
{
  MlgMonthView *self = MLG_MONTH_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (mlg_month_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_MONTH_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-month-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, month_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, grid);
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, revealer);
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, day_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMonthView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
mlg_month_view_class_init (MlgMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_month_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "month.previous", NULL, activate_turn);
  gtk_widget_class_install_action (widget_class, "month.next", NULL, activate_turn);
  gtk_widget_class_install_action (widget_class, "month.today", NULL, activate_turn);

  /**
   * MlgMonthView::opened:
   * @id: a meeting that the person wants to see
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgMonthView::wanted:
   * @day: YYYY-MM-DD: a day without meetings on which the person wants one
   */
  wanted_signal = g_signal_new ("wanted", MLG_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mlg_month_view_init (MlgMonthView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_month (self);
}

/**
 * mlg_month_view_set_store:
 * @store: (transfer none): where the meetings are
 *
 * To be called once.
 */
void
mlg_month_view_set_store (MlgMonthView *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_meeting_kind, NULL };

  g_return_if_fail (MLG_IS_MONTH_VIEW (self));

  self->reading =
      mlg_live_read_new (store, kinds, read_meetings, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  ask (self);
}
