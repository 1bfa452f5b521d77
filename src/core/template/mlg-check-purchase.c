/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"

/* What rules see of the purchase: its properties, the facts, and the thresholds of the day. */

static const char *const properties[] = { "date",  "kind",   "nature",    "buyer",
                                          "value", "months", "procedure", "lot-count" };

/* How a threshold suits what is known of the purchase. */
typedef enum
{
  SUITS_NOT,
  SUITS_PERHAPS, /* something that it depends on is unknown */
  SUITS,
} Suits;

static gboolean
lists (const char *list, const char *word)
{
  g_auto (GStrv) words = g_strsplit_set (list, " \t\r\n", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* @specific: (out): how many properties the threshold names */
static Suits
suits (MlgCheckTree *self, const xmlNode *threshold, guint *specific)
{
  static const char *const names[] = { "kind", "nature", "buyer" };
  Suits result = SUITS;

  *specific = 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *list = mlg_xml_get (threshold, names[i]);
      const char *value = mlg_xml_get (self->root, names[i]);

      if (list == NULL)
        continue;
      (*specific)++;
      if (value == NULL)
        result = SUITS_PERHAPS;
      else if (!lists (list, value))
        return SUITS_NOT;
    }
  return result;
}

/* Of two that name as much, the network's own newer one: the shipped ones do not overlap. */
static gboolean
is_newer (MlgCheckTree *self, const xmlNode *threshold, const xmlNode *than)
{
  return mlg_rules_is_own (self->rules, threshold)
         && g_strcmp0 (mlg_xml_get (threshold, "from"), mlg_xml_get (than, "from")) >= 0;
}

/* The one that holds, of the network's own or of the shipped ones: the one that names most of what is known.
 * When one that names more could hold too, and is another amount, nobody knows.
 * @unsure: (out): whether that is so */
static const xmlNode *
find_among (MlgCheckTree *self, const char *name, const char *day, gboolean own, gboolean *unsure)
{
  GPtrArray *thresholds = mlg_rules_get_thresholds (self->rules);
  const xmlNode *found = NULL;
  const char *other = NULL;
  guint best = 0, most_other = 0;

  for (guint i = 0; i < thresholds->len; i++)
    {
      const xmlNode *threshold = thresholds->pdata[i];
      guint specific = 0;
      Suits fit = mlg_rules_is_own (self->rules, threshold) == own
                          && g_str_equal (mlg_xml_get (threshold, "name"), name)
                          && mlg_rules_holds_on (threshold, day)
                      ? suits (self, threshold, &specific)
                      : SUITS_NOT;

      if (fit == SUITS
          && (found == NULL || specific > best
              || (specific == best && is_newer (self, threshold, found))))
        {
          found = threshold;
          best = specific;
        }
      else if (fit == SUITS_PERHAPS && specific >= most_other)
        {
          other = mlg_xml_get (threshold, "amount");
          most_other = specific;
        }
    }
  *unsure = other != NULL && most_other > best
            && (found == NULL || g_strcmp0 (mlg_xml_get (found, "amount"), other) != 0);
  return *unsure ? NULL : found;
}

/* What the network says itself goes before what is shipped. */
static const xmlNode *
find_threshold (MlgCheckTree *self, const char *name, const char *day)
{
  gboolean unsure = FALSE;
  const xmlNode *own = find_among (self, name, day, TRUE, &unsure);

  return own != NULL || unsure ? own : find_among (self, name, day, FALSE, &unsure);
}

static void
add_threshold (MlgCheckTree *self, const xmlNode *threshold)
{
  xmlNode *node = xmlNewChild (self->root, NULL, (const xmlChar *) "threshold", NULL);

  mlg_xml_set (node, "name", mlg_xml_get (threshold, "name"));
  mlg_xml_set (node, "amount", mlg_xml_get (threshold, "amount"));
  if (mlg_rules_is_own (self->rules, threshold))
    g_ptr_array_add (self->own, (gpointer) threshold);
}

static void
add_thresholds (MlgCheckTree *self, const char *day)
{
  GPtrArray *thresholds = mlg_rules_get_thresholds (self->rules);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < thresholds->len; i++)
    {
      const char *name = mlg_xml_get (thresholds->pdata[i], "name");
      const xmlNode *threshold =
          g_hash_table_add (seen, (gpointer) name) ? find_threshold (self, name, day) : NULL;

      if (threshold != NULL)
        add_threshold (self, threshold);
    }
}

static void
add_facts (MlgCheckTree *self, MlgPurchase *purchase)
{
  GPtrArray *facts = mlg_rules_get_facts (self->rules);

  for (guint i = 0; i < facts->len; i++)
    {
      const char *name = mlg_xml_get (facts->pdata[i], "name");
      const char *value = mlg_purchase_get_fact (purchase, name);
      xmlNode *node;

      if (value == NULL)
        continue;
      node = xmlNewChild (self->root, NULL, (const xmlChar *) "fact", NULL);
      mlg_xml_set (node, "name", name);
      mlg_xml_set (node, "value", value);
    }
}

/* The day on which the rules in force changed last. */
static const char *
find_latest_change (MlgCheckTree *self, const char *day)
{
  GPtrArray *rules = mlg_rules_get_rules (self->rules);
  const char *latest = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const char *from = mlg_xml_get (rules->pdata[i], "from");

      if (from != NULL && mlg_rules_holds_on (rules->pdata[i], day)
          && (latest == NULL || strcmp (from, latest) > 0))
        latest = from;
    }
  return latest;
}

/* Codes that were given go before those of the text. */
static void
take_codes (MlgCheckTree *self, const char *codes)
{
  g_auto (GStrv) words = g_strsplit (codes, " ", -1);
  xmlNode *next;

  for (xmlNode *child = self->root->children; child != NULL; child = next)
    {
      next = child->next;
      if (xmlStrEqual (child->name, (const xmlChar *) "cpv"))
        {
          xmlUnlinkNode (child);
          xmlFreeNode (child);
        }
    }
  for (guint i = 0; words[i] != NULL; i++)
    {
      xmlNode *node =
          xmlNewTextChild (self->root, NULL, (const xmlChar *) "cpv", (const xmlChar *) words[i]);

      mlg_xml_set (node, "code", words[i]);
    }
  mlg_check_tree_know (self, "cpv");
}

/* The lots of the text are counted, unless somebody said how many there are. */
static void
count_lots (MlgCheckTree *self)
{
  g_autofree char *number = NULL;
  guint n = 0;

  if (mlg_xml_get (self->root, "lot-count") != NULL || !mlg_check_tree_knows (self, "lots"))
    return;
  for (const xmlNode *child = self->root->children; child != NULL; child = child->next)
    n += xmlStrEqual (child->name, (const xmlChar *) "lot");
  number = g_strdup_printf ("%u", n);
  mlg_xml_set (self->root, "lot-count", number);
}

void
mlg_check_tree_add_purchase (MlgCheckTree *self, MlgPurchase *purchase)
{
  const char *day = mlg_purchase_get (purchase, "date");
  const char *changed = day != NULL ? find_latest_change (self, day) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      const char *value = mlg_purchase_get (purchase, properties[i]);

      if (value != NULL)
        mlg_xml_set (self->root, properties[i], value);
    }
  count_lots (self);
  if (mlg_purchase_get (purchase, "cpv") != NULL)
    take_codes (self, mlg_purchase_get (purchase, "cpv"));
  if (changed != NULL)
    mlg_xml_set (self->root, "changed", changed);
  if (day != NULL)
    add_thresholds (self, day);
  add_facts (self, purchase);
  mlg_purchase_take_parts (purchase, self->root);
}

static gboolean
has_named (MlgCheckTree *self, const char *element, const char *name)
{
  for (const xmlNode *child = self->root->children; child != NULL; child = child->next)
    if (xmlStrEqual (child->name, (const xmlChar *) element)
        && g_strcmp0 (mlg_xml_get (child, "name"), name) == 0)
      return TRUE;
  return FALSE;
}

/* Returns: whether what a test needs is known: a property, a part, a threshold or a fact */
gboolean
mlg_check_tree_knows (MlgCheckTree *self, const char *name)
{
  if (mlg_check_part_get_title (name) != NULL)
    return lists (mlg_xml_get (self->root, "known"), name);
  if (mlg_purchase_get_title (name) != NULL)
    return mlg_xml_get (self->root, name) != NULL;
  return has_named (self, "threshold", name) || has_named (self, "fact", name);
}
