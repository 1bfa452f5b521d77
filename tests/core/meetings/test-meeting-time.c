/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "meetings/mlg-meeting-time.h"

static void
check_moment (const char *written, const char *kept)
{
  g_autofree char *clean = mlg_moment_clean (written);

  g_assert_cmpstr (clean, ==, kept);
}

static void
test_moments (void)
{
  check_moment ("23/11/2026 14:30", "2026-11-23T14:30:00");
  check_moment ("2026-11-23 9h", "2026-11-23T09:00:00");
  check_moment ("2026-11-23T14:30", "2026-11-23T14:30:00");
  check_moment ("2026-11-23T14:30:00", "2026-11-23T14:30:00");
  check_moment ("23.11.2026", "2026-11-23T00:00:00");
  check_moment ("tomorrow", "tomorrow");
  check_moment ("23/11/2026 25:00", "23/11/2026 25:00");
  check_moment ("2026-11-23T14:30:00Z", "2026-11-23T14:30:00Z");
}

static void
check_clock (const char *written, const char *kept, int minutes)
{
  g_autofree char *clean = mlg_clock_clean (written);
  g_autofree char *wrong = mlg_clock_check (clean);

  g_assert_cmpstr (clean, ==, kept);
  g_assert_cmpint (mlg_clock_get_minutes (clean), ==, minutes);
  g_assert_true ((wrong != NULL) == (minutes < 0));
}

static void
test_clocks (void)
{
  check_clock ("9h", "09:00", 540);
  check_clock ("9h30", "09:30", 570);
  check_clock ("9:05", "09:05", 545);
  check_clock ("09:30:00", "09:30", 570);
  check_clock ("23:59", "23:59", 1439);
  check_clock ("24:00", "24:00", -1);
  check_clock ("9:60", "9:60", -1);
  check_clock ("soon", "soon", -1);
  check_clock ("", "", -1);
}

static void
test_sums (void)
{
  g_autofree char *next_day = mlg_moment_add_minutes ("2026-12-31T23:30:00", 45);
  g_autofree char *before = mlg_moment_add_minutes ("2026-03-01T00:10:00", -20);
  g_autofree char *clock = mlg_clock_from_minutes (25 * 60 + 5);
  g_autofree char *night = mlg_clock_from_minutes (-30);
  g_autofree char *moved = mlg_moment_on_day ("2026-03-01T09:30:00", "2027-01-02");
  g_autofree char *day = mlg_moment_dup_day (moved);

  g_assert_cmpstr (next_day, ==, "2027-01-01T00:15:00");
  g_assert_cmpstr (before, ==, "2026-02-28T23:50:00");
  g_assert_cmpstr (clock, ==, "01:05");
  g_assert_cmpstr (night, ==, "23:30");
  g_assert_cmpstr (moved, ==, "2027-01-02T09:30:00");
  g_assert_cmpstr (day, ==, "2027-01-02");
  g_assert_cmpint (mlg_moment_get_clock (moved), ==, 570);
  g_assert_cmpint (mlg_moment_get_clock (NULL), ==, -1);
  g_assert_cmpint (mlg_moment_get_minutes_until ("2026-12-10T09:30:00", "2026-12-10T12:15:00"), ==,
                   165);
  g_assert_cmpint (mlg_moment_get_minutes_until (NULL, "2026-12-10T12:15:00"), ==, 0);
  g_assert_null (mlg_moment_add_minutes (NULL, 3));
}

static void
test_checks (void)
{
  g_autofree char *zone = mlg_time_zone_check ("Europe/Paris");
  g_autofree char *no_zone = mlg_time_zone_check ("Europe/Nowhere");
  g_autofree char *week = mlg_minutes_check ("10080");
  g_autofree char *longer = mlg_minutes_check ("10081");
  g_autofree char *negative = mlg_minutes_check ("-1");
  g_autofree char *rank = mlg_rank_check ("0");

  g_assert_null (zone);
  g_assert_nonnull (no_zone);
  g_assert_null (week);
  g_assert_nonnull (longer);
  g_assert_nonnull (negative);
  g_assert_null (rank);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meetings/time/moments", test_moments);
  g_test_add_func ("/meetings/time/clocks", test_clocks);
  g_test_add_func ("/meetings/time/sums", test_sums);
  g_test_add_func ("/meetings/time/checks", test_checks);
  return g_test_run ();
}
