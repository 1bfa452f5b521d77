/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "timing.h"

#include <stdlib.h>
#include <time.h>

_Noreturn void
give_up (const char *what, const char *why)
{
  g_printerr ("%s: %s: %s\n", g_get_prgname (), what, why);
  exit (1);
}

void
check (const GError *error, const char *what)
{
  if (error != NULL)
    give_up (what, error->message);
}

double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_times (const void *a, const void *b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of ROUNDS times, which are put in order. */
double
get_median (double *times)
{
  qsort (times, ROUNDS, sizeof *times, compare_times);
  return times[ROUNDS / 2];
}
