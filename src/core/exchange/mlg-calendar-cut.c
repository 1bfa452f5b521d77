/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-calendar-private.h"

/* A calendar file is cut into its events before any of them is understood: each keeps its line, and one
 * that is broken does not take the others along. */

/** The longest description of a time zone, in bytes: a zone with all its history takes some ten thousand. */
#define MAX_ZONE 65536

/** How many bytes events may take in all, each with the zones that it names. */
#define MAX_CUT (256 * 1000 * 1000)

typedef struct
{
  char *tzid; /* (owned) */
  char *text; /* (owned) */
} Zone;

typedef struct
{
  const char *name; /* of the file */
  MlgIssueList *issues;
  GPtrArray *blocks; /* (owned) (element-type MlgCalendarBlock) */
  GPtrArray *open; /* (owned) (element-type utf8): the components that are open, outermost first */
  GArray *open_lines;      /* (owned) (element-type int): where they began */
  GPtrArray *zones;        /* (owned) (element-type Zone): of the calendar */
  GString *zone;           /* (owned) the VTIMEZONE that is open */
  gsize size;              /* of what was cut, in bytes */
  GString *event;          /* (owned) the event that is open */
  gboolean cancels;        /* of the calendar */
  gboolean answers;        /* of the calendar: it carries what attendees reply */
  guint first_of_calendar; /* the first block of the calendar, for its method may come late */
  guint n_others;          /* tasks, journals and the like */
} Cutting;

static void
block_free (gpointer data)
{
  MlgCalendarBlock *block = data;

  g_free (block->text);
  g_free (block);
}

static void
zone_free (gpointer data)
{
  Zone *zone = data;

  g_free (zone->tzid);
  g_free (zone->text);
  g_free (zone);
}

static const char *
get_open (Cutting *c, guint depth)
{
  return c->open->len > depth ? c->open->pdata[depth] : "";
}

/* Only the zones that the event names. */
static void
end_event (Cutting *c, int line)
{
  MlgCalendarBlock *block = g_new0 (MlgCalendarBlock, 1);
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");

  for (guint i = 0; i < c->zones->len && text->len < MAX_ZONE; i++)
    {
      const Zone *zone = c->zones->pdata[i];

      if (strstr (c->event->str, zone->tzid) != NULL)
        g_string_append (text, zone->text);
    }
  g_string_append_printf (text, "%sEND:VCALENDAR\r\n", c->event->str);
  c->size += text->len;
  block->line = line;
  block->text = g_string_free (text, FALSE);
  g_ptr_array_add (c->blocks, block);
  g_string_truncate (c->event, 0);
}

static void
end_zone (Cutting *c, int line)
{
  const char *found = strstr (c->zone->str, "\r\nTZID");
  const char *value = found != NULL ? strchr (found, ':') : NULL;
  Zone *zone;

  if (c->zone->len > MAX_ZONE)
    mlg_issue_list_add (c->issues, MLG_SEVERITY_WARNING, c->name, line, 0,
                        _ ("The description of a time zone is too long: it is left aside"));
  else if (value != NULL)
    {
      zone = g_new0 (Zone, 1);
      zone->tzid = g_strndup (value + 1, strcspn (value + 1, "\r\n"));
      zone->text = g_strdup (c->zone->str);
      c->size += c->zone->len;
      g_ptr_array_add (c->zones, zone);
    }
  g_string_truncate (c->zone, 0);
}

/* The method holds for all events of the calendar. What attendees reply is no meeting (RFC 5546,
 * section 3.2). */
static void
end_calendar (Cutting *c)
{
  if (c->answers && c->blocks->len > c->first_of_calendar)
    {
      const MlgCalendarBlock *first = c->blocks->pdata[c->first_of_calendar];

      mlg_issue_list_add (c->issues, MLG_SEVERITY_NOTE, c->name, first->line, 0,
                          _ ("This is the reply of somebody invited: it is left aside"));
      g_ptr_array_set_size (c->blocks, (int) c->first_of_calendar);
    }
  for (guint i = c->first_of_calendar; i < c->blocks->len; i++)
    ((MlgCalendarBlock *) c->blocks->pdata[i])->cancels = c->cancels;
  c->first_of_calendar = c->blocks->len;
  c->cancels = c->answers = FALSE;
  g_ptr_array_set_size (c->zones, 0);
}

static void
begin (Cutting *c, const char *component, int line)
{
  static const char *const known[] = { "VEVENT", "VTIMEZONE", NULL };

  g_ptr_array_add (c->open, g_ascii_strup (component, -1));
  g_array_append_val (c->open_lines, line);
  if (c->open->len == 2 && !g_strv_contains (known, get_open (c, 1)))
    c->n_others++;
  if (c->open->len == 1 && !g_str_equal (get_open (c, 0), "VCALENDAR"))
    mlg_issue_list_add (c->issues, MLG_SEVERITY_WARNING, c->name, line, 0,
                        _ ("“%s” is in no calendar"), component);
}

/* Closes what is still open above the component, and says so; what is not open cannot be closed. */
static gboolean
end (Cutting *c, const char *component, int line)
{
  guint depth = c->open->len;

  while (depth > 0 && g_ascii_strcasecmp (c->open->pdata[depth - 1], component) != 0)
    depth--;
  if (depth == 0)
    {
      mlg_issue_list_add (c->issues, MLG_SEVERITY_ERROR, c->name, line, 0,
                          _ ("“%s” ends here, and did not begin"), component);
      return FALSE;
    }
  for (guint i = depth; i < c->open->len; i++)
    mlg_issue_list_add (c->issues, MLG_SEVERITY_ERROR, c->name,
                        g_array_index (c->open_lines, int, i), 0, _ ("“%s” does not end"),
                        (const char *) c->open->pdata[i]);
  return TRUE;
}

static void
close_from (Cutting *c, guint depth)
{
  g_ptr_array_set_size (c->open, (int) depth);
  g_array_set_size (c->open_lines, depth);
}

static void
take_line (Cutting *c, const char *line)
{
  GString *to = NULL;

  if (g_str_equal (get_open (c, 1), "VEVENT"))
    to = c->event;
  else if (g_str_equal (get_open (c, 1), "VTIMEZONE"))
    to = c->zone;
  if (to != NULL)
    g_string_append_printf (to, "%s\r\n", line);
}

static void
take_end (Cutting *c, const char *component, const char *line, int number)
{
  gboolean whole = g_ascii_strcasecmp (get_open (c, c->open->len - 1), component) == 0;
  guint depth = c->open->len;
  int first = depth > 1 ? g_array_index (c->open_lines, int, 1) : number;
  gboolean in_event = g_str_equal (get_open (c, 1), "VEVENT");
  gboolean in_zone = g_str_equal (get_open (c, 1), "VTIMEZONE");

  if (!end (c, component, number))
    return;
  while (g_ascii_strcasecmp (c->open->pdata[depth - 1], component) != 0)
    depth--;
  if (whole)
    take_line (c, line);
  close_from (c, depth - 1);
  if (depth == 2 && in_event && whole)
    end_event (c, first);
  else if (depth <= 2 && in_event)
    g_string_truncate (c->event, 0);
  if (depth == 2 && in_zone && whole)
    end_zone (c, first);
  else if (depth <= 2 && in_zone)
    g_string_truncate (c->zone, 0);
  if (depth == 1)
    end_calendar (c);
}

static void
take_method (Cutting *c, const char *written)
{
  static const char *const answers[] = { "REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH", NULL };
  g_autofree char *copy = g_ascii_strup (written, -1);
  const char *method = g_strstrip (copy);

  c->cancels = g_str_equal (method, "CANCEL");
  c->answers = g_strv_contains (answers, method);
}

static void
take (Cutting *c, const char *line, int number)
{
  if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    {
      g_autofree char *component = g_strstrip (g_strdup (line + 6));

      begin (c, component, number);
      take_line (c, line);
    }
  else if (g_ascii_strncasecmp (line, "END:", 4) == 0)
    {
      g_autofree char *component = g_strstrip (g_strdup (line + 4));

      take_end (c, component, line, number);
    }
  else if (strchr (line, ':') == NULL)
    mlg_issue_list_add (c->issues, MLG_SEVERITY_WARNING, c->name, number, 0,
                        _ ("This line is none of a calendar; it is left aside"));
  else if (c->open->len == 1 && g_ascii_strncasecmp (line, "METHOD:", 7) == 0)
    take_method (c, line + strlen ("METHOD:"));
  else
    take_line (c, line);
}

/* What was open when the file ended. */
static void
finish (Cutting *c)
{
  for (guint i = 0; i < c->open->len; i++)
    mlg_issue_list_add (c->issues, MLG_SEVERITY_ERROR, c->name,
                        g_array_index (c->open_lines, int, i), 0, _ ("“%s” does not end"),
                        (const char *) c->open->pdata[i]);
  end_calendar (c);
  if (c->n_others > 0)
    mlg_issue_list_add (c->issues, MLG_SEVERITY_NOTE, c->name, 0, 0,
                        ngettext ("%u task or other entry that is no event was left aside",
                                  "%u tasks and other entries that are no events were left aside",
                                  c->n_others),
                        c->n_others);
}

static gboolean
check_size (Cutting *c, GError **error)
{
  if (c->blocks->len <= MLG_CALENDAR_MAX_EVENTS && c->size <= MAX_CUT)
    return TRUE;
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
               _ ("%s: there are more than %u events"), c->name, MLG_CALENDAR_MAX_EVENTS);
  return FALSE;
}

/* Unfolds lines: one that begins with a space or a tab goes on the one before (RFC 5545, section 3.1). */
static gboolean
cut_lines (Cutting *c, const char *text, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) line = g_string_new (NULL);
  int number = 0, first = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = strcspn (p, "\r\n");
      gboolean folded = (*p == ' ' || *p == '\t') && line->len > 0;

      number++;
      if ((number % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !check_size (c, error))
        return FALSE;
      if (!folded)
        {
          if (line->len > 0)
            take (c, line->str, first);
          g_string_truncate (line, 0);
          first = number;
        }
      g_string_append_len (line, folded ? p + 1 : p, (gssize) (folded ? length - 1 : length));
      p += length;
      p += *p == '\r' && p[1] == '\n' ? 2 : *p != '\0' ? 1 : 0;
    }
  if (line->len > 0)
    take (c, line->str, first);
  return TRUE;
}

/* Cuts a calendar into its events. Returns: (transfer full) (element-type MlgCalendarBlock). */
GPtrArray *
mlg_calendar_cut (const char *text,
                  const char *name,
                  MlgIssueList *issues,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (block_free);
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) zones = g_ptr_array_new_with_free_func (zone_free);
  g_autoptr (GString) zone = g_string_new (NULL);
  g_autoptr (GString) event = g_string_new (NULL);
  Cutting cutting = { .name = name,
                      .issues = issues,
                      .blocks = blocks,
                      .open = open,
                      .open_lines = lines,
                      .zones = zones,
                      .zone = zone,
                      .event = event };

  if (!cut_lines (&cutting, text, cancellable, error))
    return NULL;
  finish (&cutting);
  return g_steal_pointer (&blocks);
}
