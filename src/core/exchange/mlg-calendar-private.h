/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libical/ical.h>

#include "mlg-calendar.h"

G_BEGIN_DECLS

/**
 * MlgCalendarBlock:
 *
 * An event as it stands in the file, in a calendar of its own with the time zones around it.
 */
typedef struct
{
  int line;         /* where the event begins */
  char *text;       /* (owned) VCALENDAR with its VTIMEZONEs and the event */
  gboolean cancels; /* the calendar's method is CANCEL */
} MlgCalendarBlock;

GPtrArray *mlg_calendar_cut (const char *text,
                             const char *name,
                             MlgIssueList *issues,
                             GCancellable *cancellable,
                             GError **error);

char *mlg_calendar_find_zone (const char *tzid, icalcomponent *calendar);
char *mlg_calendar_get_moment (struct icaltimetype time,
                               const char *tzid,
                               icalcomponent *calendar,
                               char **zone,
                               gboolean *unknown);

icalcomponent *mlg_calendar_make_zone (const char *name);

G_END_DECLS
