/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "meetings/mlg-meeting.h"
#include "meetings/mlg-month-day.h"
#include "meetings/mlg-month-grid.h"
#include "store/mlg-record.h"

/* The days of a month, and on which of them a meeting is drawn. */

static MlgRecord *
make_meeting (const char *title, const char *starts, const char *ends)
{
  MlgRecord *meeting = mlg_record_new (&mlg_meeting_kind);

  mlg_record_set_text (meeting, MLG_MEETING_TITLE, title);
  mlg_record_set_text (meeting, MLG_MEETING_STARTS, starts);
  mlg_record_set_text (meeting, MLG_MEETING_ENDS, ends);
  return meeting;
}

static MlgMonthGrid *
make_grid (GDateDay day, GDateMonth month, GDateYear year)
{
  MlgMonthGrid *grid = g_object_ref_sink (g_object_new (MLG_TYPE_MONTH_GRID, NULL));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  mlg_month_grid_choose (grid, &date);
  return grid;
}

/* How many meetings each day has, as "10:2 11:1". */
static char *
describe (MlgMonthGrid *grid)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (MLG_IS_MONTH_DAY (child))
      {
        GPtrArray *meetings = mlg_month_day_get_meetings (MLG_MONTH_DAY (child));

        if (meetings != NULL)
          g_string_append_printf (text, "%s%u:%u", text->len > 0 ? " " : "",
                                  g_date_get_day (mlg_month_day_get_date (MLG_MONTH_DAY (child))),
                                  meetings->len);
      }
  return g_string_free (text, FALSE);
}

static void
test_days (void)
{
  g_autoptr (MlgMonthGrid) grid = make_grid (10, G_DATE_DECEMBER, 2026);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  GDate first, last;

  g_ptr_array_add (meetings, make_meeting ("Longer", "2026-11-20T09:00:00", "2026-12-01T12:00:00"));
  g_ptr_array_add (meetings, make_meeting ("One", "2026-12-10T09:30:00", "2026-12-10T12:30:00"));
  g_ptr_array_add (meetings,
                   make_meeting ("Two days", "2026-12-10T14:00:00", "2026-12-11T12:00:00"));
  g_ptr_array_add (meetings, make_meeting ("No end", "2026-12-24T10:00:00", NULL));
  g_ptr_array_add (meetings, make_meeting ("No date", NULL, NULL));
  mlg_month_grid_set_meetings (grid, meetings);
  text = describe (grid);
  g_assert_cmpstr (text, ==, "30:1 1:1 10:2 11:1 24:1");
  g_assert_cmpuint (mlg_month_grid_get_meetings_of_chosen (grid)->len, ==, 2);
  mlg_month_grid_get_span (grid, &first, &last);
  g_assert_cmpuint (g_date_get_weekday (&last), ==, G_DATE_SUNDAY);
  g_assert_cmpuint (g_date_get_day (&last), ==, 10); /* of January */
  g_assert_cmpint (g_date_days_between (&first, &last), ==, 62 + 41);
}

static void
on_chosen (MlgMonthGrid *grid, gboolean other_month, guint *n)
{
  n[other_month ? 1 : 0]++;
}

static void
test_months (void)
{
  g_autoptr (MlgMonthGrid) grid = make_grid (31, G_DATE_JANUARY, 2027);
  GDate date = *mlg_month_grid_get_chosen (grid);
  guint n[2] = { 0, 0 };

  g_signal_connect (grid, "chosen", G_CALLBACK (on_chosen), n);
  g_date_subtract_days (&date, 30);
  mlg_month_grid_choose (grid, &date);
  g_assert_cmpuint (n[0], ==, 1);
  g_date_subtract_days (&date, 1);
  mlg_month_grid_choose (grid, &date);
  g_assert_cmpuint (n[1], ==, 1);
  g_assert_cmpuint (g_date_get_month (mlg_month_grid_get_chosen (grid)), ==, G_DATE_DECEMBER);
  /* The meetings of another month are not known yet. */
  g_assert_null (mlg_month_grid_get_meetings_of_chosen (grid));
}

static guint
count_buttons (GtkWidget *widget)
{
  guint n = GTK_IS_BUTTON (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_buttons (child);
  return n;
}

/* What has no room is counted, not drawn. */
static void
test_crowded (void)
{
  g_autoptr (MlgMonthGrid) grid = make_grid (10, G_DATE_DECEMBER, 2026);
  g_autoptr (GPtrArray) meetings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MLG_MONTH_DAY_CHIPS + 2; i++)
    g_ptr_array_add (meetings, make_meeting ("Visit", "2026-12-10T09:30:00", NULL));
  mlg_month_grid_set_meetings (grid, meetings);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (grid)), ==, MLG_MONTH_DAY_CHIPS - 1);
  mlg_month_grid_set_narrow (grid, TRUE);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (grid)), ==, 0);
  mlg_month_grid_set_narrow (grid, FALSE);
  g_assert_cmpuint (count_buttons (GTK_WIDGET (grid)), ==, MLG_MONTH_DAY_CHIPS - 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/meetings/month/days", test_days);
  g_test_add_func ("/app/meetings/month/months", test_months);
  g_test_add_func ("/app/meetings/month/crowded", test_crowded);
  return g_test_run ();
}
