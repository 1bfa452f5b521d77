/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-own-thresholds.h"

#include <string.h>

#include "document/mlg-xml.h"
#include "library/mlg-threshold.h"
#include "store/mlg-clean-text.h"

/* From the thresholds of a network to those of rules. */

static const struct
{
  int field;
  const char *attribute;
} attributes[] = {
  { MLG_THRESHOLD_NAME, "name" },      { MLG_THRESHOLD_FROM_ON, "from" },
  { MLG_THRESHOLD_UNTIL_ON, "until" }, { MLG_THRESHOLD_NATURE, "nature" },
  { MLG_THRESHOLD_BUYER, "buyer" },    { MLG_THRESHOLD_CONTRACT, "kind" },
};

static void
add_threshold (MlgRecord *record, xmlNode *to)
{
  xmlNode *node = xmlNewChild (to, NULL, (const xmlChar *) "threshold", NULL);
  g_autofree char *source = g_strdup (mlg_record_get_text (record, MLG_THRESHOLD_SOURCE));
  char amount[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = mlg_record_get_text (record, (guint) attributes[i].field);

      if (value != NULL)
        mlg_xml_set (node, attributes[i].attribute, value);
    }
  /* Whole or with cents, without an exponent, which expressions would not read. */
  g_ascii_formatd (amount, sizeof amount, "%.2f",
                   mlg_record_get_real (record, MLG_THRESHOLD_AMOUNT));
  if (g_str_has_suffix (amount, ".00"))
    amount[strlen (amount) - 3] = '\0';
  mlg_xml_set (node, "amount", amount);
  if (source != NULL)
    mlg_clean_text (source);
  xmlNewTextChild (node, NULL, (const xmlChar *) "source", (const xmlChar *) source);
}

/**
 * mlg_own_thresholds_apply:
 * @rules: as they were read, or what this gave for them before
 *
 * Lets the amounts that the network says itself go before the shipped ones. Any thread.
 *
 * Errors: those of reading records.
 *
 * Returns: (transfer full): the rules with the thresholds that @db has now
 */
MlgRules *
mlg_own_thresholds_apply (MlgConnection *db, MlgRules *rules, GError **error)
{
  g_autoptr (GPtrArray) records =
      mlg_record_load_where (db, &mlg_threshold_kind, error, "ORDER BY from_on,id", "");
  xmlDoc *own;
  xmlNode *root;

  if (records == NULL)
    return NULL;
  own = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewDocNode (own, NULL, (const xmlChar *) "thresholds", NULL);
  xmlDocSetRootElement (own, root);
  xmlSetNs (root, xmlNewNs (root, (const xmlChar *) MLG_RULES_NAMESPACE, NULL));
  for (guint i = 0; i < records->len; i++)
    add_threshold (records->pdata[i], root);
  return mlg_rules_with_thresholds (rules, own);
}

/**
 * mlg_own_thresholds_remove:
 *
 * Removes all that the network says itself: the shipped ones hold again. In an action only.
 */
gboolean
mlg_own_thresholds_remove (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) records =
      mlg_record_load_where (db, &mlg_threshold_kind, error, "ORDER BY id", "");

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!mlg_record_remove (db, &mlg_threshold_kind, mlg_record_get_id (records->pdata[i]), error))
      return FALSE;
  return records != NULL;
}
