/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-calendar-private.h"

/* Time zones: calendars name them as they like; records by the names of the IANA's database. */

/* The names that Windows has for zones of Europe and of French territories, and a few more that calendars
 * sent from abroad bring (Unicode CLDR, windowsZones). */
static const struct
{
  const char *windows;
  const char *zone;
} windows_zones[] = {
  { "Romance Standard Time", "Europe/Paris" },
  { "W. Europe Standard Time", "Europe/Berlin" },
  { "Central Europe Standard Time", "Europe/Budapest" },
  { "Central European Standard Time", "Europe/Warsaw" },
  { "GMT Standard Time", "Europe/London" },
  { "Greenwich Standard Time", "Atlantic/Reykjavik" },
  { "GTB Standard Time", "Europe/Bucharest" },
  { "E. Europe Standard Time", "Europe/Chisinau" },
  { "FLE Standard Time", "Europe/Kiev" },
  { "Morocco Standard Time", "Africa/Casablanca" },
  { "W. Central Africa Standard Time", "Africa/Lagos" },
  { "SA Western Standard Time", "America/Martinique" },
  { "SA Eastern Standard Time", "America/Cayenne" },
  { "Saint Pierre Standard Time", "America/Miquelon" },
  { "Mauritius Standard Time", "Indian/Reunion" },
  { "E. Africa Standard Time", "Indian/Mayotte" },
  { "Central Pacific Standard Time", "Pacific/Noumea" },
  { "Hawaiian Standard Time", "Pacific/Tahiti" },
  { "Eastern Standard Time", "America/New_York" },
  { "Central Standard Time", "America/Chicago" },
  { "Pacific Standard Time", "America/Los_Angeles" },
  { "UTC", "UTC" },
};

static gboolean
is_zone (const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (name);

  return zone != NULL;
}

/* "/freeassociation.sourceforge.net/Europe/Paris", "/citadel.org/20210210_1/Europe/Paris": the end of it. */
static char *
find_at_end (const char *tzid)
{
  for (const char *p = tzid; p != NULL; p = strchr (p, '/'))
    {
      while (*p == '/')
        p++;
      if (strchr (p, '/') != NULL && is_zone (p))
        return g_strdup (p);
    }
  return NULL;
}

static icaltimezone *
get_described (const char *tzid, icalcomponent *calendar)
{
  return icalcomponent_get_timezone (calendar, tzid);
}

/* What a VTIMEZONE says of its place (X-LIC-LOCATION). */
static char *
find_location (const char *tzid, icalcomponent *calendar)
{
  icaltimezone *described = get_described (tzid, calendar);
  const char *location = described != NULL ? icaltimezone_get_location (described) : NULL;

  return location != NULL && is_zone (location) ? g_strdup (location) : NULL;
}

/* Returns: (transfer full) (nullable): the IANA's name of a time zone of a calendar. */
char *
mlg_calendar_find_zone (const char *tzid, icalcomponent *calendar)
{
  g_autofree char *name = g_strstrip (g_strdup (tzid));
  char *found;

  for (guint i = 0; i < G_N_ELEMENTS (windows_zones); i++)
    if (g_ascii_strcasecmp (windows_zones[i].windows, name) == 0)
      return g_strdup (windows_zones[i].zone);
  if (*name != '/' && is_zone (name))
    return g_steal_pointer (&name);
  found = find_at_end (name);
  return found != NULL ? found : find_location (tzid, calendar);
}

static char *
write_moment (struct icaltimetype time)
{
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", time.year, time.month, time.day,
                          time.is_date ? 0 : time.hour, time.is_date ? 0 : time.minute,
                          time.is_date ? 0 : MIN (time.second, 59));
}

/* A moment in the time of this computer. */
static char *
write_local (gint64 seconds)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (seconds);

  return local != NULL ? g_date_time_format (local, "%Y-%m-%dT%H:%M:%S") : NULL;
}

/* Returns: (transfer full) (nullable): a time as records keep it. @zone: (out): the IANA's name of its time
 * zone, NULL for the computer's. @unknown: (out): whether nobody knows the zone, whose time is taken as it
 * stands. A zone that only the calendar describes is brought to the computer's time. */
char *
mlg_calendar_get_moment (struct icaltimetype time,
                         const char *tzid,
                         icalcomponent *calendar,
                         char **zone,
                         gboolean *unknown)
{
  icaltimezone *described;

  *zone = NULL;
  *unknown = FALSE;
  if (icaltime_is_null_time (time) || time.year < 1000 || time.year > 9999)
    return NULL;
  if (time.is_date || (tzid == NULL && !icaltime_is_utc (time)))
    return write_moment (time);
  if (icaltime_is_utc (time))
    return write_local (
        (gint64) icaltime_as_timet_with_zone (time, icaltimezone_get_utc_timezone ()));
  *zone = mlg_calendar_find_zone (tzid, calendar);
  if (*zone != NULL)
    return write_moment (time);
  described = get_described (tzid, calendar);
  *unknown = described == NULL;
  return described != NULL ? write_local ((gint64) icaltime_as_timet_with_zone (time, described))
                           : write_moment (time);
}

/* Returns: (transfer full) (nullable): the description of a zone, under its IANA name; NULL when the
 * system does not know it. */
icalcomponent *
mlg_calendar_make_zone (const char *name)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (name);
  icalcomponent *known = zone != NULL ? icaltimezone_get_component (zone) : NULL;
  icalcomponent *copy = known != NULL ? icalcomponent_new_clone (known) : NULL;
  icalproperty *tzid =
      copy != NULL ? icalcomponent_get_first_property (copy, ICAL_TZID_PROPERTY) : NULL;

  if (tzid != NULL)
    icalproperty_set_tzid (tzid, name);
  return copy;
}
