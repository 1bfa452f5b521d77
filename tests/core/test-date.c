/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>

#include "mlg-date.h"

static void
test_written (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2024, 3, 1, 9, 5, 0);
  g_autoptr (GDateTime) other = g_date_time_new_utc (2024, 12, 26, 14, 30, 0);
  g_autofree char *day = mlg_date_write_day (first);
  g_autofree char *time = mlg_date_write_time (other);

  g_assert_cmpstr (day, ==, "1 March 2024");
  g_assert_cmpstr (time, ==, "26 December 2024, 14:30");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/written", test_written);
  return g_test_run ();
}
