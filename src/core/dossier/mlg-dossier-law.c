/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-law.h"

#include <string.h>

#include "document/mlg-xml.h"

/* The rules and amounts in force on the day of a meeting, and what changes after it. */

/* Rules about data and about templates, which are no law to speak of in a meeting. */
static const char *const technical[] = { "DAT", "MNT", NULL };

/* Months during which a rule is news. */
#define RECENT_MONTHS 18

static char *
shift (const char *day, int days, int months)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *moment = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (moment, utc);
  g_autoptr (GDateTime) later =
      time != NULL ? g_date_time_add_full (time, 0, months, days, 0, 0, 0) : NULL;

  return later != NULL ? g_date_time_format (later, "%F") : g_strdup (day);
}

static void
copy_attributes (const xmlNode *from, xmlNode *to, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (mlg_xml_get (from, names[i]) != NULL)
      mlg_xml_set (to, names[i], mlg_xml_get (from, names[i]));
}

static void
add_words (const xmlNode *from, xmlNode *to, const char *name)
{
  g_autofree char *text = mlg_rules_get_text (from, name);

  if (text != NULL)
    xmlNewTextChild (to, NULL, (const xmlChar *) name, (const xmlChar *) text);
}

/* The day whose law is written. */
typedef struct
{
  const MlgRules *rules;
  const char *day;
  char *fresh; /* (owned) what was looked at before this day is old on @day */
} Law;

static void
add_sources (const Law *law, const xmlNode *from, xmlNode *to)
{
  static const char *const attributes[] = { "confidence", "checked", NULL };

  for (const xmlNode *child = from->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, "source"))
      {
        g_autofree char *text = mlg_rules_get_text (child, NULL);
        const char *checked = mlg_xml_get (child, "checked");
        xmlNode *source =
            xmlNewTextChild (to, NULL, (const xmlChar *) "source", (const xmlChar *) text);

        copy_attributes (child, source, attributes);
        if (checked != NULL && strcmp (checked, law->fresh) < 0)
          mlg_xml_set (source, "old", "true");
      }
}

static char *
dup_family (const xmlNode *rule)
{
  const char *id = mlg_xml_get (rule, "id");

  return g_strndup (id, strcspn (id, "-"));
}

static gboolean
is_technical (const xmlNode *rule)
{
  g_autofree char *family = dup_family (rule);

  return g_strv_contains (technical, family);
}

static xmlNode *
add_rule (const Law *law, xmlNode *parent, const char *name, const xmlNode *rule)
{
  static const char *const attributes[] = { "id", "severity", "from", "until", NULL };
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);
  g_autofree char *family = dup_family (rule);

  copy_attributes (rule, element, attributes);
  mlg_xml_set (element, "family", family);
  add_words (rule, element, "title");
  add_words (rule, element, "message");
  add_sources (law, rule, element);
  return element;
}

static xmlNode *
add_threshold (const Law *law, xmlNode *parent, const char *name, const xmlNode *threshold)
{
  static const char *const attributes[] = { "name", "amount", "nature", "buyer",
                                            "kind", "from",   "until",  NULL };
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);

  copy_attributes (threshold, element, attributes);
  if (mlg_rules_is_own (law->rules, threshold))
    mlg_xml_set (element, "own", "true");
  add_sources (law, threshold, element);
  return element;
}

/* Whether all that @list names is said by @own, a list too; what names nothing is of all. */
static gboolean
says_all (const char *own, const char *list)
{
  g_auto (GStrv) said = own != NULL ? g_strsplit (own, " ", -1) : NULL;
  g_auto (GStrv) named = list != NULL ? g_strsplit (list, " ", -1) : NULL;

  if (said == NULL)
    return TRUE;
  for (guint i = 0; named != NULL && named[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) said, named[i]))
      return FALSE;
  return named != NULL;
}

/* Whether an amount that the network says itself holds on @day in the place of this one. */
static gboolean
is_replaced (const Law *law, const xmlNode *threshold, const char *day)
{
  static const char *const names[] = { "nature", "buyer", "kind" };
  GPtrArray *all = mlg_rules_get_thresholds (law->rules);

  for (guint i = 0; !mlg_rules_is_own (law->rules, threshold) && i < all->len; i++)
    {
      const xmlNode *own = all->pdata[i];
      gboolean said = mlg_rules_is_own (law->rules, own) && mlg_rules_holds_on (own, day)
                      && g_str_equal (mlg_xml_get (own, "name"), mlg_xml_get (threshold, "name"));

      for (guint j = 0; said && j < G_N_ELEMENTS (names); j++)
        said = says_all (mlg_xml_get (own, names[j]), mlg_xml_get (threshold, names[j]));
      if (said)
        return TRUE;
    }
  return FALSE;
}

static void
add_in_force (const Law *law, xmlNode *to)
{
  GPtrArray *all = mlg_rules_get_rules (law->rules);
  GPtrArray *thresholds = mlg_rules_get_thresholds (law->rules);
  g_autofree char *since = shift (law->day, 0, -RECENT_MONTHS);

  for (guint i = 0; i < all->len; i++)
    if (mlg_rules_holds_on (all->pdata[i], law->day) && !is_technical (all->pdata[i]))
      {
        const char *from = mlg_xml_get (all->pdata[i], "from");
        xmlNode *rule = add_rule (law, to, "rule", all->pdata[i]);

        if (from != NULL && strcmp (from, since) >= 0)
          mlg_xml_set (rule, "recent", "true");
      }
  for (guint i = 0; i < thresholds->len; i++)
    if (mlg_rules_holds_on (thresholds->pdata[i], law->day)
        && !is_replaced (law, thresholds->pdata[i], law->day))
      add_threshold (law, to, "threshold", thresholds->pdata[i]);
}

static gboolean
same (const xmlNode *a, const xmlNode *b, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (mlg_xml_get (a, names[i]), mlg_xml_get (b, names[i])) != 0)
      return FALSE;
  return TRUE;
}

/* Returns: (nullable): what is of the same thing and holds on @day */
static const xmlNode *
find_same (GPtrArray *all, const xmlNode *node, const char *const *names, const char *day)
{
  for (guint i = 0; i < all->len; i++)
    if (all->pdata[i] != node && same (all->pdata[i], node, names)
        && mlg_rules_holds_on (all->pdata[i], day))
      return all->pdata[i];
  return NULL;
}

/* What starts after @day, and what ends after it with nothing in its place. */
typedef struct
{
  const xmlNode *node;
  char *day;             /* (owned) */
  const xmlNode *before; /* (nullable) */
  gboolean ends;
} Change;

static void
change_free (Change *change)
{
  g_free (change->day);
  g_free (change);
}

static void
collect (GPtrArray *changes, GPtrArray *all, const char *const *names, const char *day)
{
  for (guint i = 0; i < all->len; i++)
    {
      const char *from = mlg_xml_get (all->pdata[i], "from");
      const char *until = mlg_xml_get (all->pdata[i], "until");
      g_autofree char *eve = from != NULL ? shift (from, -1, 0) : NULL;
      g_autofree char *after = until != NULL ? shift (until, 1, 0) : NULL;
      Change *change;

      if (from != NULL && strcmp (from, day) > 0)
        {
          change = g_new0 (Change, 1);
          *change = (Change){ all->pdata[i], g_strdup (from),
                              find_same (all, all->pdata[i], names, eve), FALSE };
          g_ptr_array_add (changes, change);
        }
      if (after != NULL && strcmp (after, day) > 0
          && find_same (all, all->pdata[i], names, after) == NULL)
        {
          change = g_new0 (Change, 1);
          *change = (Change){ all->pdata[i], g_steal_pointer (&after), NULL, TRUE };
          g_ptr_array_add (changes, change);
        }
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(Change *const *) a)->day, (*(Change *const *) b)->day);
}

static void
add_change (const Law *law, xmlNode *to, const Change *change)
{
  gboolean threshold = mlg_rules_node_is (change->node, "threshold");
  xmlNode *element = threshold ? add_threshold (law, to, "change", change->node)
                               : add_rule (law, to, "change", change->node);

  mlg_xml_set (element, "day", change->day);
  mlg_xml_set (element, "of", threshold ? "threshold" : "rule");
  if (threshold && change->before != NULL)
    mlg_xml_set (element, "was", mlg_xml_get (change->before, "amount"));
  if (!change->ends)
    return;
  mlg_xml_set (element, "ends", "true");
  if (threshold)
    {
      mlg_xml_set (element, "was", mlg_xml_get (change->node, "amount"));
      xmlUnsetProp (element, (const xmlChar *) "amount");
    }
}

/* Whether there is something to say of a change: not of what no law speaks of, nor of an amount in whose
 * place the network's own goes on. */
static gboolean
is_told (const Law *law, const Change *change)
{
  return mlg_rules_node_is (change->node, "rule") ? !is_technical (change->node)
                                                  : !is_replaced (law, change->node, change->day);
}

static void
add_changes (const Law *law, xmlNode *to)
{
  static const char *const rule_names[] = { "id", NULL };
  static const char *const threshold_names[] = { "name", "nature", "buyer", "kind", NULL };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);

  collect (changes, mlg_rules_get_rules (law->rules), rule_names, law->day);
  collect (changes, mlg_rules_get_thresholds (law->rules), threshold_names, law->day);
  g_ptr_array_sort (changes, compare_changes);
  for (guint i = 0; i < changes->len; i++)
    if (is_told (law, changes->pdata[i]))
      add_change (law, to, changes->pdata[i]);
}

/* Returns: (nullable): the oldest day on which a source of what is in force was looked at */
static const char *
find_oldest_check (const xmlNode *law)
{
  const char *oldest = NULL;

  for (const xmlNode *node = law->children; node != NULL; node = node->next)
    for (const xmlNode *source = node->children; source != NULL; source = source->next)
      {
        const char *checked = mlg_xml_get (source, "checked");

        if (checked != NULL && (oldest == NULL || strcmp (checked, oldest) < 0))
          oldest = checked;
      }
  return oldest;
}

/**
 * mlg_dossier_add_law:
 * @parent: gets the element "law"
 * @rules: those of the program, and those that the network adds
 * @day: YYYY-MM-DD
 *
 * Writes the law of a day, each fact with its sources and how far they are sure, and what is known to
 * change after it. Any thread.
 *
 * Returns: (transfer none): the element, as the header says
 */
xmlNode *
mlg_dossier_add_law (xmlNode *parent, const MlgRules *rules, const char *day)
{
  g_autofree char *fresh = shift (day, 0, -MLG_DOSSIER_FRESH_MONTHS);
  Law law = { rules, day, fresh };
  xmlNode *element = xmlNewChild (parent, NULL, (const xmlChar *) "law", NULL);
  const char *checked;

  mlg_xml_set (element, "day", day);
  add_in_force (&law, element);
  add_changes (&law, element);
  checked = find_oldest_check (element);
  if (checked != NULL)
    mlg_xml_set (element, "checked", checked);
  if (checked != NULL && strcmp (checked, fresh) < 0)
    mlg_xml_set (element, "old", "true");
  return element;
}
