/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rules-since.h"

#include <string.h>

#include "document/mlg-xml.h"

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (mlg_xml_get (*(xmlNode *const *) a, "from"),
                 mlg_xml_get (*(xmlNode *const *) b, "from"));
}

/**
 * mlg_rules_list_since:
 * @since: (nullable): the day on which somebody looked last, YYYY-MM-DD; without it, all rules with a date
 * @until: (nullable): the day of now; today if absent
 *
 * What has changed in the rules: those in force on @until that came into force after @since.
 *
 * Returns: (transfer full) (element-type xmlNode): rules, the oldest first; they belong to @rules
 */
GPtrArray *
mlg_rules_list_since (const MlgRules *rules, const char *since, const char *until)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *day = until != NULL ? until : today;
  GPtrArray *all = mlg_rules_get_rules (rules);
  GPtrArray *news = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const char *from = mlg_xml_get (all->pdata[i], "from");

      if (from != NULL && mlg_rules_holds_on (all->pdata[i], day)
          && (since == NULL || strcmp (from, since) > 0))
        g_ptr_array_add (news, all->pdata[i]);
    }
  g_ptr_array_sort (news, compare_days);
  return news;
}

/**
 * mlg_rules_tell_since:
 * @since: (nullable): as in mlg_rules_list_since()
 *
 * Returns: (transfer full): the same for people, a line for each rule: its id, since when, and its title
 */
GStrv
mlg_rules_tell_since (const MlgRules *rules, const char *since)
{
  g_autoptr (GPtrArray) news = mlg_rules_list_since (rules, since, NULL);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < news->len; i++)
    {
      const xmlNode *rule = news->pdata[i];
      g_autofree char *title = mlg_rules_get_text (rule, "title");
      g_autofree char *line = g_strdup_printf ("%s · %s · %s", mlg_xml_get (rule, "id"),
                                               mlg_xml_get (rule, "from"), title);

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}
