/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-day.h"

/**
 * mlg_library_today:
 *
 * Returns: (transfer full): the local day, YYYY-MM-DD
 */
char *
mlg_library_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
