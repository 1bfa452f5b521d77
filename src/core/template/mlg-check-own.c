/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-xml.h"
#include "mlg-check-private.h"
#include "mlg-threshold-names.h"

/* Which thresholds of the network's own a rule looks at. */

static void
threshold_free (MlgCheckThreshold *threshold)
{
  g_free (threshold->source);
  g_free (threshold);
}

static gboolean
looks_at (const xmlNode *rule, const char *threshold)
{
  g_autofree char *named = g_strdup_printf ("threshold[@name = '%s'", threshold);

  for (const xmlNode *child = rule->children; child != NULL; child = child->next)
    {
      const char *test = child->type == XML_ELEMENT_NODE ? mlg_xml_get (child, "test") : NULL;
      const char *needs = test != NULL ? mlg_xml_get (child, "needs") : NULL;
      g_auto (GStrv) names = g_strsplit_set (needs != NULL ? needs : "", " \t\r\n", -1);

      if (g_strv_contains ((const char *const *) names, threshold)
          || (test != NULL && strstr (test, named) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* Whoever reads what came of a rule must know that an amount is not the shipped one.
 *
 * Returns: (transfer full) (element-type MlgCheckThreshold): those of the network's own that the rule looks at */
GPtrArray *
mlg_check_list_own (MlgCheckTree *tree, const xmlNode *rule)
{
  GPtrArray *own = g_ptr_array_new_with_free_func ((GDestroyNotify) threshold_free);

  for (guint i = 0; i < tree->own->len; i++)
    {
      const xmlNode *node = tree->own->pdata[i];
      MlgCheckThreshold *threshold;

      if (!looks_at (rule, mlg_xml_get (node, "name")))
        continue;
      threshold = g_new0 (MlgCheckThreshold, 1);
      threshold->name = mlg_xml_get (node, "name");
      threshold->amount = mlg_xml_get (node, "amount");
      threshold->from = mlg_xml_get (node, "from");
      threshold->source = mlg_rules_get_text (node, "source");
      g_ptr_array_add (own, threshold);
    }
  return own;
}

/**
 * mlg_check_tell_threshold:
 *
 * Returns: (transfer full): that a threshold is the network's own, for people: which, how much, from when
 *   and why
 */
char *
mlg_check_tell_threshold (const MlgCheckThreshold *threshold)
{
  /* Translators: the name of a threshold, an amount, a day and a source. */
  return g_strdup_printf (_ ("The threshold “%s” is the network’s own: %s € from %s (%s)"),
                          mlg_code_list_get_title (&mlg_threshold_names, threshold->name),
                          threshold->amount, threshold->from != NULL ? threshold->from : "…",
                          threshold->source != NULL ? threshold->source : "…");
}
