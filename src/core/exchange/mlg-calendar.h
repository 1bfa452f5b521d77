/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "../mlg-issue.h"
#include "mlg-exchange-error.h"

G_BEGIN_DECLS

/** The largest calendar that is read, in bytes. */
#define MLG_CALENDAR_MAX_BYTES (16 * 1000 * 1000)

/** How many times one event may come again; what follows is left aside, and said. */
#define MLG_CALENDAR_MAX_OCCURRENCES 200

/** How many events a calendar may have in all, with those that come again. */
#define MLG_CALENDAR_MAX_EVENTS 20000

/**
 * MlgCalendarEvent:
 *
 * An event of a calendar (RFC 5545), or one occurrence of an event that comes again.
 */
typedef struct
{
  int line;            /* of the file, where it begins */
  char *uid;           /* (owned) */
  char *recurrence_id; /* (owned) (nullable) which occurrence: YYYYMMDD or YYYYMMDDTHHMMSS[Z] */
  gint64 sequence;
  gboolean cancelled;
  char *title;       /* (owned) */
  char *place;       /* (owned) (nullable) */
  char *description; /* (owned) (nullable) */
  char *link;        /* (owned) (nullable) */
  gboolean all_day;
  char
      *starts; /* (owned) (nullable) YYYY-MM-DDTHH:MM:SS, local time of the time zone; %NULL only of
                      what is cancelled */
  char *ends;  /* (owned) (nullable) the same; of an event of whole days, its last day */
  char *time_zone; /* (owned) (nullable) "Europe/Paris"; %NULL for that of the computer */
} MlgCalendarEvent;

void mlg_calendar_event_free (MlgCalendarEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCalendarEvent, mlg_calendar_event_free)

GPtrArray *mlg_calendar_read (GBytes *bytes,
                              const char *name,
                              MlgIssueList *issues,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
