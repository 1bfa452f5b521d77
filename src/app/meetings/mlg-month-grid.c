/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-month-grid.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting-time.h"
#include "meetings/mlg-meeting.h"
#include "mlg-month-day.h"

#define WEEKS        6
#define DAYS_A_WEEK  7
#define N_DAYS       (WEEKS * DAYS_A_WEEK)
#define LONGEST_SPAN 62 /* days that a meeting is drawn over at most */

/* A month as weeks of days, from Monday on. One day is chosen: keys move it, and so turn the months. Tab
 * comes to the chosen day and its meetings, not to each of the others. */
struct _MlgMonthGrid
{
  GtkWidget parent_instance;
  GDate chosen;
  GDate first;               /* the Monday with which the grid begins */
  MlgMonthDay *days[N_DAYS]; /* (owned by the widget tree) */
  GtkLabel *names[DAYS_A_WEEK];
};

G_DEFINE_FINAL_TYPE (MlgMonthGrid, mlg_month_grid, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal, activated_signal;

static MlgMonthDay *
get_chosen_day (MlgMonthGrid *self)
{
  int i = g_date_days_between (&self->first, &self->chosen);

  return i >= 0 && i < N_DAYS ? self->days[i] : NULL;
}

static void
find_first (const GDate *date, GDate *first)
{
  *first = *date;
  g_date_set_day (first, 1);
  g_date_subtract_days (first, g_date_get_weekday (first) - G_DATE_MONDAY);
}

static void
fill (MlgMonthGrid *self)
{
  find_first (&self->chosen, &self->first);
  for (guint i = 0; i < N_DAYS; i++)
    {
      GDate date = self->first;

      g_date_add_days (&date, i);
      mlg_month_day_set_date (self->days[i], &date,
                              g_date_get_month (&date) != g_date_get_month (&self->chosen));
      mlg_month_day_set_meetings (self->days[i], NULL);
    }
}

static gboolean
is_same_month (const GDate *a, const GDate *b)
{
  return g_date_get_year (a) == g_date_get_year (b) && g_date_get_month (a) == g_date_get_month (b);
}

static void
choose (MlgMonthGrid *self, const GDate *date, gboolean focus)
{
  MlgMonthDay *before = get_chosen_day (self);
  gboolean other_month = !is_same_month (date, &self->chosen);

  if (before != NULL)
    mlg_month_day_set_chosen (before, FALSE);
  self->chosen = *date;
  if (other_month)
    fill (self);
  mlg_month_day_set_chosen (get_chosen_day (self), TRUE);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (get_chosen_day (self)));
  g_signal_emit (self, chosen_signal, 0, other_month);
}

static gboolean
move_days (GtkWidget *widget, GVariant *args, gpointer data)
{
  MlgMonthGrid *self = MLG_MONTH_GRID (widget);
  GDate date = self->chosen;
  int days = g_variant_get_int32 (args);

  if (days > 0)
    g_date_add_days (&date, (guint) days);
  else
    g_date_subtract_days (&date, (guint) -days);
  choose (self, &date, TRUE);
  return TRUE;
}

static gboolean
move_months (GtkWidget *widget, GVariant *args, gpointer data)
{
  MlgMonthGrid *self = MLG_MONTH_GRID (widget);
  GDate date = self->chosen;

  if (g_variant_get_int32 (args) > 0)
    g_date_add_months (&date, 1);
  else
    g_date_subtract_months (&date, 1);
  choose (self, &date, TRUE);
  return TRUE;
}

static gboolean
move_to_today (GtkWidget *widget, GVariant *args, gpointer data)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  choose (MLG_MONTH_GRID (widget), &today, TRUE);
  return TRUE;
}

/* The only meeting of the day opens; else it is the day itself that is meant. */
static gboolean
activate (GtkWidget *widget, GVariant *args, gpointer data)
{
  MlgMonthGrid *self = MLG_MONTH_GRID (widget);
  MlgMonthDay *day = get_chosen_day (self);
  GPtrArray *meetings = mlg_month_day_get_meetings (day);

  if (!gtk_widget_is_focus (GTK_WIDGET (day)))
    return FALSE;
  if (meetings != NULL && meetings->len == 1)
    g_signal_emit (self, opened_signal, 0, mlg_record_get_id (meetings->pdata[0]));
  else if (meetings != NULL && meetings->len > 1)
    gtk_widget_child_focus (GTK_WIDGET (day), GTK_DIR_TAB_FORWARD);
  else
    g_signal_emit (self, activated_signal, 0);
  return TRUE;
}

static void
on_opened (MlgMonthGrid *self, gint64 id, MlgMonthDay *day)
{
  choose (self, mlg_month_day_get_date (day), FALSE);
  g_signal_emit (self, opened_signal, 0, id);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, MlgMonthGrid *self)
{
  GtkWidget *day = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  choose (self, mlg_month_day_get_date (MLG_MONTH_DAY (day)), TRUE);
  if (n_press == 2)
    activate (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
mlg_month_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *day = GTK_WIDGET (get_chosen_day (MLG_MONTH_GRID (widget)));

  if (gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (day);
  return gtk_widget_child_focus (day, direction);
}

static void
mlg_month_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_month_grid_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key, keypad;
    GtkShortcutFunc func;
    int by;
  } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, move_days, -1 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, move_days, 1 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, move_days, -DAYS_A_WEEK },
    { GDK_KEY_Down, GDK_KEY_KP_Down, move_days, DAYS_A_WEEK },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, move_months, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, move_months, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, move_to_today, 0 },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, activate, 0 },
    { GDK_KEY_space, GDK_KEY_KP_Space, activate, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, keys[i].func, "i", keys[i].by);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, keys[i].func, "i", keys[i].by);
    }
}

static void
mlg_month_grid_class_init (MlgMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_month_grid_dispose;
  widget_class->focus = mlg_month_grid_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  bind_keys (widget_class);

  /**
   * MlgMonthGrid::chosen:
   * @other_month: whether the days are those of another month, whose meetings are not known yet
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * MlgMonthGrid::opened:
   * @id: a meeting that the person wants to see
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgMonthGrid::activated:
   *
   * The person wants to do something on the chosen day, which has no meeting.
   */
  activated_signal = g_signal_new ("activated", MLG_TYPE_MONTH_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
attach (MlgMonthGrid *self, GtkWidget *child, guint column, guint row)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkLayoutChild *place;

  gtk_widget_set_parent (child, GTK_WIDGET (self));
  place = gtk_layout_manager_get_layout_child (layout, child);
  gtk_grid_layout_child_set_column (GTK_GRID_LAYOUT_CHILD (place), (int) column);
  gtk_grid_layout_child_set_row (GTK_GRID_LAYOUT_CHILD (place), (int) row);
}

/* "Mon" to "Sun", in the person's language: the first week of 2024 begins with a Monday. */
static void
add_names (MlgMonthGrid *self)
{
  for (int i = 0; i < DAYS_A_WEEK; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_local (2024, 1, 1 + i, 12, 0, 0);
      g_autofree char *name = g_date_time_format (day, "%a");

      self->names[i] = GTK_LABEL (gtk_label_new (name));
      gtk_label_set_ellipsize (self->names[i], PANGO_ELLIPSIZE_END);
      gtk_widget_set_hexpand (GTK_WIDGET (self->names[i]), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->names[i]), "weekday");
      attach (self, GTK_WIDGET (self->names[i]), (guint) i, 0);
    }
}

static void
add_days (MlgMonthGrid *self)
{
  for (guint i = 0; i < N_DAYS; i++)
    {
      GtkGesture *click = gtk_gesture_click_new ();
      GtkWidget *day = mlg_month_day_new ();

      self->days[i] = MLG_MONTH_DAY (day);
      gtk_widget_set_hexpand (day, TRUE);
      gtk_widget_set_vexpand (day, TRUE);
      g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
      gtk_widget_add_controller (day, GTK_EVENT_CONTROLLER (click));
      g_signal_connect_object (day, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
      attach (self, day, i % DAYS_A_WEEK, 1 + i / DAYS_A_WEEK);
    }
}

static void
mlg_month_grid_init (MlgMonthGrid *self)
{
  GtkGridLayout *layout = GTK_GRID_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_grid_layout_set_column_homogeneous (layout, TRUE);
  add_names (self);
  add_days (self);
  g_date_clear (&self->chosen, 1);
  g_date_set_time_t (&self->chosen, time (NULL));
  fill (self);
  mlg_month_day_set_chosen (get_chosen_day (self), TRUE);
}

/**
 * mlg_month_grid_get_chosen:
 *
 * Returns: (transfer none): the day that is chosen
 */
const GDate *
mlg_month_grid_get_chosen (MlgMonthGrid *self)
{
  g_return_val_if_fail (MLG_IS_MONTH_GRID (self), NULL);
  return &self->chosen;
}

/**
 * mlg_month_grid_choose:
 * @date: a day; its month is shown
 */
void
mlg_month_grid_choose (MlgMonthGrid *self, const GDate *date)
{
  g_return_if_fail (MLG_IS_MONTH_GRID (self));
  choose (self, date, FALSE);
}

/**
 * mlg_month_grid_get_span:
 * @first: (out): the first day from which meetings are drawn, longer ones that began before included
 * @last: (out): the last day that is shown
 */
void
mlg_month_grid_get_span (MlgMonthGrid *self, GDate *first, GDate *last)
{
  g_return_if_fail (MLG_IS_MONTH_GRID (self));

  *first = self->first;
  g_date_subtract_days (first, LONGEST_SPAN);
  *last = self->first;
  g_date_add_days (last, N_DAYS - 1);
}

static gboolean
read_day (const char *moment, GDate *date)
{
  int year, month, day;

  if (moment == NULL || sscanf (moment, "%4d-%2d-%2d", &year, &month, &day) != 3
      || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

/* A meeting is on each day from its first to its last. */
static void
place (MlgMonthGrid *self, MlgRecord *meeting, GPtrArray **by_day)
{
  GDate first, last;
  int from, to;

  if (!read_day (mlg_record_get_text (meeting, MLG_MEETING_STARTS), &first))
    return;
  if (!read_day (mlg_record_get_text (meeting, MLG_MEETING_ENDS), &last))
    last = first;
  from = MAX (0, g_date_days_between (&self->first, &first));
  to = MIN (N_DAYS - 1, g_date_days_between (&self->first, &last));
  for (int i = from; i <= to; i++)
    {
      if (by_day[i] == NULL)
        by_day[i] = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (by_day[i], g_object_ref (meeting));
    }
}

/**
 * mlg_month_grid_set_meetings:
 * @meetings: (nullable) (element-type MlgRecord): those of the days that are shown, in order
 */
void
mlg_month_grid_set_meetings (MlgMonthGrid *self, GPtrArray *meetings)
{
  GPtrArray *by_day[N_DAYS] = { NULL };

  g_return_if_fail (MLG_IS_MONTH_GRID (self));

  for (guint i = 0; meetings != NULL && i < meetings->len; i++)
    place (self, meetings->pdata[i], by_day);
  for (guint i = 0; i < N_DAYS; i++)
    {
      mlg_month_day_set_meetings (self->days[i], by_day[i]);
      if (by_day[i] != NULL)
        g_ptr_array_unref (by_day[i]);
    }
}

/**
 * mlg_month_grid_get_meetings_of_chosen:
 *
 * Returns: (transfer none) (nullable) (element-type MlgRecord): the meetings of the day that is chosen
 */
GPtrArray *
mlg_month_grid_get_meetings_of_chosen (MlgMonthGrid *self)
{
  g_return_val_if_fail (MLG_IS_MONTH_GRID (self), NULL);
  return mlg_month_day_get_meetings (get_chosen_day (self));
}

/**
 * mlg_month_grid_set_narrow:
 * @narrow: whether there is room for dots only
 */
void
mlg_month_grid_set_narrow (MlgMonthGrid *self, gboolean narrow)
{
  g_return_if_fail (MLG_IS_MONTH_GRID (self));

  for (guint i = 0; i < N_DAYS; i++)
    mlg_month_day_set_narrow (self->days[i], narrow);
}
