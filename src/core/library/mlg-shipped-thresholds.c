/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml.h"
#include "library/mlg-threshold.h"
#include "mlg-date.h"
#include "mlg-own-thresholds.h"

/* The thresholds that the program ships, in words. */

/**
 * mlg_shipped_threshold_free:
 * @threshold: (transfer full): a threshold
 *
 * Frees a copy of a threshold that comes with the program.
 */
void
mlg_shipped_threshold_free (MlgShippedThreshold *threshold)
{
  g_free (threshold->amount);
  g_free (threshold->period);
  g_free (threshold->scope);
  g_free (threshold->source);
  g_free (threshold);
}

static char *
write_day (const char *day)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *iso = g_strdup_printf ("%sT00:00:00", day);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, utc);

  return time != NULL ? mlg_date_write_day (time) : g_strdup (day);
}

static char *
write_period (const xmlNode *threshold)
{
  const char *from = mlg_xml_get (threshold, "from");
  const char *until = mlg_xml_get (threshold, "until");
  g_autofree char *first = from != NULL ? write_day (from) : NULL;
  g_autofree char *last = until != NULL ? write_day (until) : NULL;

  if (first != NULL && last != NULL)
    /* Translators: two days. */
    return g_strdup_printf (_ ("from %s to %s"), first, last);
  if (first != NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("from %s on"), first);
  /* Translators: a day. */
  return last != NULL ? g_strdup_printf (_ ("until %s"), last) : g_strdup (_ ("at all times"));
}

static void
add_titles (GString *scope, const xmlNode *threshold, const char *name, const MlgCodeList *codes)
{
  const char *list = mlg_xml_get (threshold, name);
  g_auto (GStrv) words = g_strsplit_set (list != NULL ? list : "", " \t\r\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (scope, "%s%s", scope->len > 0 ? ", " : "",
                              mlg_code_list_get_title (codes, words[i]));
}

static MlgShippedThreshold *
tell (const xmlNode *threshold)
{
  MlgShippedThreshold *told = g_new0 (MlgShippedThreshold, 1);
  g_autoptr (GString) scope = g_string_new (NULL);

  add_titles (scope, threshold, "nature", &mlg_purchase_natures);
  add_titles (scope, threshold, "buyer", &mlg_purchase_buyers);
  add_titles (scope, threshold, "kind", &mlg_purchase_kinds);
  told->name = g_intern_string (mlg_xml_get (threshold, "name"));
  told->amount =
      g_strdup_printf ("%'.0f", g_ascii_strtod (mlg_xml_get (threshold, "amount"), NULL));
  told->period = write_period (threshold);
  told->scope = g_string_free (g_steal_pointer (&scope), FALSE);
  told->source = mlg_rules_get_text (threshold, "source");
  return told;
}

/**
 * mlg_shipped_thresholds_list:
 *
 * Reads the files of rules that come with the program. Any thread.
 *
 * Errors: those of mlg_rules_read().
 *
 * Returns: (transfer full) (element-type MlgShippedThreshold): their amounts, in their order
 */
GPtrArray *
mlg_shipped_thresholds_list (GError **error)
{
  g_auto (GStrv) paths = mlg_rules_list_shipped (error);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgRules) rules =
      paths != NULL ? mlg_rules_read ((const char *const *) paths, issues, NULL, error) : NULL;
  GPtrArray *nodes = rules != NULL ? mlg_rules_get_thresholds (rules) : NULL;
  g_autoptr (GPtrArray) all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_shipped_threshold_free);

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    g_ptr_array_add (all, tell (nodes->pdata[i]));
  return nodes != NULL ? g_steal_pointer (&all) : NULL;
}
