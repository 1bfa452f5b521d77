/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* How benches take their times, and give up. Times are milliseconds of the processor: what else the machine
 * does says nothing. */

/** Times of which the median is told. */
#define ROUNDS 5

_Noreturn void give_up (const char *what, const char *why);
void check (const GError *error, const char *what);
double now (void);
double get_median (double *times);
