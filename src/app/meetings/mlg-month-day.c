/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-month-day.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-meeting.h"
#include "mlg-date.h"
#include "mlg-meeting-text.h"

/* One day of the calendar: its number, and its meetings as chips, each of which opens; where there is
 * little room, as dots. The day has the focus first; Tab goes on to its chips. */
struct _MlgMonthDay
{
  GtkWidget parent_instance;
  GDate date;
  gboolean narrow;
  GPtrArray *meetings; /* (owned) (element-type MlgRecord) */
  GtkLabel *number;    /* (owned by the widget tree) */
  GtkBox *chips;       /* (owned by the widget tree) */
  GtkLabel *dots;      /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgMonthDay, mlg_month_day, GTK_TYPE_WIDGET)

static guint opened_signal;

static void
set_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The meeting is the button's name: a button of its own class would hold nothing else. */
static void
on_clicked (GtkWidget *chip, MlgMonthDay *self)
{
  g_signal_emit (self, opened_signal, 0, g_ascii_strtoll (gtk_widget_get_name (chip), NULL, 10));
}

static char *
write_chip (MlgRecord *meeting)
{
  g_autofree char *clock = mlg_meeting_text_clock (meeting);
  const char *title = mlg_record_get_text (meeting, MLG_MEETING_TITLE);

  return clock != NULL ? g_strdup_printf ("%s %s", clock, title) : g_strdup (title);
}

static GtkWidget *
make_chip (MlgMonthDay *self, MlgRecord *meeting)
{
  g_autofree char *text = write_chip (meeting);
  g_autofree char *line = mlg_meeting_text_line (meeting);
  g_autofree char *full =
      g_strdup_printf ("%s\n%s", mlg_record_get_text (meeting, MLG_MEETING_TITLE), line);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, mlg_record_get_id (meeting));
  const char *state = mlg_record_get_text (meeting, MLG_MEETING_STATE);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *chip = gtk_button_new ();

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_widget_set_name (chip, id);
  gtk_widget_set_tooltip_text (chip, full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (chip, "meeting-chip");
  gtk_widget_add_css_class (chip, state != NULL ? state : "draft");
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_clicked), self, 0);
  return chip;
}

static void
add_rest (MlgMonthDay *self, guint n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u more", "%'u more", n), n);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->chips, label);
}

static void
fill_chips (MlgMonthDay *self)
{
  guint n = self->meetings != NULL ? self->meetings->len : 0;
  guint n_shown = n > MLG_MONTH_DAY_CHIPS ? MLG_MONTH_DAY_CHIPS - 1 : n;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  if (self->narrow)
    return;
  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (self->chips, make_chip (self, self->meetings->pdata[i]));
  if (n > n_shown)
    add_rest (self, n - n_shown);
}

static void
fill_dots (MlgMonthDay *self)
{
  guint n = self->meetings != NULL ? self->meetings->len : 0;
  const char *dots[] = { "", "●", "●●", "●●●" };

  gtk_label_set_text (self->dots, dots[MIN (n, G_N_ELEMENTS (dots) - 1)]);
  gtk_widget_set_visible (GTK_WIDGET (self->dots), self->narrow);
}

/* "Thursday 10 December 2026, 2 meetings" */
static void
update_name (MlgMonthDay *self)
{
  guint n = self->meetings != NULL ? self->meetings->len : 0;
  g_autoptr (GDateTime) time =
      g_date_time_new_local (g_date_get_year (&self->date), (int) g_date_get_month (&self->date),
                             g_date_get_day (&self->date), 12, 0, 0);
  g_autofree char *day = mlg_date_write_day (time);
  g_autofree char *count =
      n > 0 ? g_strdup_printf (ngettext ("%'u meeting", "%'u meetings", n), n) : NULL;
  g_autofree char *name = count != NULL ? g_strdup_printf ("%s, %s", day, count) : g_strdup (day);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
find_next (MlgMonthDay *self, GtkDirectionType direction)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self->chips));
  gboolean forward = direction != GTK_DIR_TAB_BACKWARD;
  GtkWidget *next;

  if (focused == NULL)
    next = forward ? gtk_widget_get_first_child (GTK_WIDGET (self->chips)) : NULL;
  else
    next = forward ? gtk_widget_get_next_sibling (focused) : gtk_widget_get_prev_sibling (focused);
  return GTK_IS_BUTTON (next) ? next : NULL;
}

/* From the day to its chips, and back. */
static gboolean
mlg_month_day_focus (GtkWidget *widget, GtkDirectionType direction)
{
  MlgMonthDay *self = MLG_MONTH_DAY (widget);
  gboolean inside = gtk_widget_get_focus_child (GTK_WIDGET (self->chips)) != NULL;
  GtkWidget *next;

  if (!inside && !gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);
  next = find_next (self, direction);
  if (next != NULL)
    return gtk_widget_grab_focus (next);
  return inside && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static void
mlg_month_day_dispose (GObject *object)
{
  MlgMonthDay *self = MLG_MONTH_DAY (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_month_day_parent_class)->dispose (object);
}

static void
mlg_month_day_class_init (MlgMonthDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_month_day_dispose;
  widget_class->focus = mlg_month_day_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "monthday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);

  /**
   * MlgMonthDay::opened:
   * @id: the meeting whose chip was clicked
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_MONTH_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mlg_month_day_init (MlgMonthDay *self)
{
  GtkOrientable *layout = GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (layout, GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->number, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "number");
  gtk_widget_set_parent (GTK_WIDGET (self->number), GTK_WIDGET (self));
  self->dots = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->dots), "dots");
  gtk_widget_set_parent (GTK_WIDGET (self->dots), GTK_WIDGET (self));
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_widget_set_parent (GTK_WIDGET (self->chips), GTK_WIDGET (self));
}

/**
 * mlg_month_day_new:
 *
 * Returns: (transfer floating): a day without a date
 */
GtkWidget *
mlg_month_day_new (void)
{
  return g_object_new (MLG_TYPE_MONTH_DAY, NULL);
}

/**
 * mlg_month_day_set_date:
 * @outside: whether it belongs to the month before or after
 */
void
mlg_month_day_set_date (MlgMonthDay *self, const GDate *date, gboolean outside)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *number = g_strdup_printf ("%u", g_date_get_day (date));
  GDateWeekday weekday = g_date_get_weekday (date);

  g_return_if_fail (MLG_IS_MONTH_DAY (self));

  self->date = *date;
  gtk_label_set_text (self->number, number);
  set_class (GTK_WIDGET (self), "outside", outside);
  set_class (GTK_WIDGET (self), "weekend", weekday == G_DATE_SATURDAY || weekday == G_DATE_SUNDAY);
  set_class (GTK_WIDGET (self), "today",
             g_date_time_get_year (now) == g_date_get_year (date)
                 && g_date_time_get_day_of_year (now) == (int) g_date_get_day_of_year (date));
  update_name (self);
}

/**
 * mlg_month_day_get_date:
 *
 * Returns: (transfer none): its date
 */
const GDate *
mlg_month_day_get_date (MlgMonthDay *self)
{
  g_return_val_if_fail (MLG_IS_MONTH_DAY (self), NULL);
  return &self->date;
}

/**
 * mlg_month_day_set_meetings:
 * @meetings: (nullable) (transfer none) (element-type MlgRecord): those of the day, in order
 */
void
mlg_month_day_set_meetings (MlgMonthDay *self, GPtrArray *meetings)
{
  g_return_if_fail (MLG_IS_MONTH_DAY (self));

  if (meetings != NULL)
    g_ptr_array_ref (meetings);
  g_clear_pointer (&self->meetings, g_ptr_array_unref);
  self->meetings = meetings;
  fill_chips (self);
  fill_dots (self);
  update_name (self);
}

/**
 * mlg_month_day_get_meetings:
 *
 * Returns: (transfer none) (nullable) (element-type MlgRecord): those of the day
 */
GPtrArray *
mlg_month_day_get_meetings (MlgMonthDay *self)
{
  g_return_val_if_fail (MLG_IS_MONTH_DAY (self), NULL);
  return self->meetings;
}

/**
 * mlg_month_day_set_narrow:
 * @narrow: whether there is room for dots only
 */
void
mlg_month_day_set_narrow (MlgMonthDay *self, gboolean narrow)
{
  g_return_if_fail (MLG_IS_MONTH_DAY (self));

  self->narrow = narrow;
  gtk_label_set_xalign (self->number, narrow ? 0.5f : 1);
  fill_chips (self);
  fill_dots (self);
}

/**
 * mlg_month_day_set_chosen:
 * @chosen: whether it is the day that the person is at
 */
void
mlg_month_day_set_chosen (MlgMonthDay *self, gboolean chosen)
{
  g_return_if_fail (MLG_IS_MONTH_DAY (self));
  set_class (GTK_WIDGET (self), "chosen", chosen);
}
