/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-eforms-private.h"

#define AMOUNT "cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount"

static gboolean
is_decimal (const char *text)
{
  return g_regex_match_simple ("^[0-9]{1,15}(\\.[0-9]{1,6})?$", text, 0, 0);
}

/* An estimated value (BT-27) in euros, as XML writes it. */
static char *
find_amount (MlgEforms *self, const xmlNode *from)
{
  const xmlNode *node = mlg_eforms_find (from, AMOUNT);
  g_autofree char *text = mlg_eforms_dup_words (node);
  const char *currency = node != NULL ? mlg_xml_get (node, "currencyID") : NULL;

  if (node == NULL)
    return NULL;
  if (g_strcmp0 (currency, "EUR") == 0 && is_decimal (text))
    return g_steal_pointer (&text);
  mlg_eforms_say (self, MLG_SEVERITY_WARNING, node,
                  _ ("the estimated value “%s %s” is left out: an amount in euros is expected"),
                  text, currency != NULL ? currency : "?");
  return NULL;
}

static void
set_code (MlgEforms *self,
          xmlNode *purchase,
          const char *attribute,
          const char *code,
          const MlgCodeList *list,
          const xmlNode *node)
{
  if (node == NULL)
    return;
  if (mlg_code_list_find (list, code) != NULL)
    mlg_xml_set (purchase, attribute, code);
  else
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, node, _ ("“%s”: this code is not known"), code);
}

static void
set_procedure (MlgEforms *self, xmlNode *purchase)
{
  const xmlNode *node = mlg_eforms_find (self->root, "cac:TenderingProcess/cbc:ProcedureCode");
  g_autofree char *code = mlg_eforms_dup_words (node);
  const MlgCode *known = mlg_code_list_find (&mlg_eforms_procedures, code);

  if (node == NULL)
    return;
  if (known != NULL && known->group != NULL)
    mlg_xml_set (purchase, "procedure", known->group);
  else
    mlg_eforms_say (self, MLG_SEVERITY_NOTE, node,
                    _ ("the procedure “%s” has no equal among those of a template: choose one"),
                    known != NULL ? _ (known->title) : code);
}

static gboolean
is_framework (const MlgEforms *self)
{
  for (guint i = 0; i < self->lots->len; i++)
    {
      const MlgEformsLot *lot = self->lots->pdata[i];
      g_auto (GStrv) codes = mlg_eforms_get_codes (
          lot->node, "cac:TenderingProcess/cac:ContractingSystem/cbc:ContractingSystemTypeCode",
          "framework-agreement");

      for (guint j = 0; codes[j] != NULL; j++)
        if (!g_str_equal (codes[j], "none"))
          return TRUE;
    }
  return FALSE;
}

/* The legal basis (BT-01) tells concessions and defence. */
static void
set_kind (MlgEforms *self, xmlNode *purchase)
{
  g_autofree char *basis = mlg_eforms_get (self->root, "cbc:RegulatoryDomain");
  const char *kind = is_framework (self) ? "framework" : "contract";

  if (g_str_equal (basis, "32014L0023"))
    kind = "concession";
  else if (g_str_equal (basis, "32009L0081"))
    kind = "defence";
  mlg_xml_set (purchase, "kind", kind);
}

/* Months from the first day to the last, begun ones counted whole; 0 when these are no days. */
static guint
count_months (const char *start, const char *end)
{
  g_autofree char *first = g_strndup (start, 10);
  g_autofree char *last = g_strndup (end, 10);
  g_autoptr (GDateTime) from = NULL, to = NULL, after = NULL;
  g_autofree char *from_text = g_strconcat (first, "T00:00:00Z", NULL);
  g_autofree char *to_text = g_strconcat (last, "T00:00:00Z", NULL);
  int months = 0;

  from = g_date_time_new_from_iso8601 (from_text, NULL);
  to = g_date_time_new_from_iso8601 (to_text, NULL);
  if (from == NULL || to == NULL || g_date_time_compare (from, to) > 0)
    return 0;
  after = g_date_time_add_days (to, 1);
  months = (g_date_time_get_year (after) - g_date_time_get_year (from)) * 12
           + g_date_time_get_month (after) - g_date_time_get_month (from);
  if (g_date_time_get_day_of_month (after) > g_date_time_get_day_of_month (from))
    months++;
  return (guint) MAX (months, 1);
}

static guint
find_months (const xmlNode *lot)
{
  const xmlNode *period = mlg_eforms_find (lot, "cac:ProcurementProject/cac:PlannedPeriod");
  const xmlNode *measure = period != NULL ? mlg_eforms_find (period, "cbc:DurationMeasure") : NULL;
  g_autofree char *text = mlg_eforms_dup_words (measure);
  g_autofree char *start = mlg_eforms_get (period, "cbc:StartDate");
  g_autofree char *end = mlg_eforms_get (period, "cbc:EndDate");
  const char *unit = measure != NULL ? mlg_xml_get (measure, "unitCode") : NULL;
  guint64 number = 0;

  if (measure == NULL || !g_ascii_string_to_unsigned (text, 10, 1, 1200, &number, NULL))
    return count_months (start, end);
  if (g_strcmp0 (unit, "YEAR") == 0)
    return (guint) number * 12;
  return g_strcmp0 (unit, "MONTH") == 0 ? (guint) number : 0;
}

/* A notice gives the number of renewals (BT-58) but not how long each is. */
static void
set_months (MlgEforms *self, xmlNode *purchase)
{
  guint months = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->lots->len; i++)
    {
      const MlgEformsLot *lot = self->lots->pdata[i];
      const xmlNode *renewals = mlg_eforms_find (
          lot->node, "cac:ProcurementProject/cac:ContractExtension/cbc:MaximumNumberNumeric");
      g_autofree char *number = mlg_eforms_dup_words (renewals);

      if (renewals != NULL && g_ascii_strtod (number, NULL) > 0)
        {
          mlg_eforms_say (self, MLG_SEVERITY_NOTE, renewals,
                          _ ("the contract can be renewed %s times: give its longest duration"),
                          number);
          return;
        }
      months = MAX (months, find_months (lot->node));
    }
  text = g_strdup_printf ("%u", months);
  if (months > 0)
    mlg_xml_set (purchase, "months", text);
}

static void
add_cpv_of (MlgEforms *self, xmlNode *purchase, const xmlNode *project, GHashTable *known)
{
  static const char *const paths[] = {
    "cac:MainCommodityClassification/cbc:ItemClassificationCode",
    "cac:AdditionalCommodityClassification/cbc:ItemClassificationCode",
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_auto (GStrv) codes = mlg_eforms_get_codes (project, paths[i], "cpv");

      for (guint j = 0; codes[j] != NULL; j++)
        if (!g_regex_match_simple ("^[0-9]{8}(-[0-9])?$", codes[j], 0, 0))
          mlg_eforms_say (self, MLG_SEVERITY_WARNING, project, _ ("“%s” is not a CPV code"),
                          codes[j]);
        else if (g_hash_table_add (known, g_strdup (codes[j])))
          mlg_xml_set (mlg_eforms_add (self, purchase, "cpv", NULL), "code", codes[j]);
    }
}

static void
add_cpv (MlgEforms *self, xmlNode *purchase)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_cpv_of (self, purchase, mlg_eforms_find (self->root, "cac:ProcurementProject"), known);
  for (guint i = 0; i < self->lots->len; i++)
    {
      const MlgEformsLot *lot = self->lots->pdata[i];

      add_cpv_of (self, purchase, mlg_eforms_find (lot->node, "cac:ProcurementProject"), known);
    }
}

/* A contract without lots has one in the notice; the template only needs it to say that it is reserved. */
static void
add_lot (MlgEforms *self, xmlNode *purchase, const MlgEformsLot *lot)
{
  const char *article = mlg_eforms_lot_find_article (self, lot);
  g_autofree char *number = g_strdup_printf ("%u", MAX (lot->number, 1));
  g_autofree char *value = NULL;
  xmlNode *element = NULL;

  if (lot->kind == MLG_EFORMS_GROUP || (lot->number == 0 && article == NULL))
    return;
  value = find_amount (self, lot->node);
  element = mlg_eforms_add (self, purchase, "lot", lot->title);
  mlg_xml_set (element, "number", number);
  mlg_xml_set (element, "value", value);
  mlg_xml_set (element, "reserved", article);
}

/**
 * mlg_eforms_add_purchase:
 *
 * Adds what is bought: nature (BT-23), kind, procedure (BT-105), value (BT-27), duration (BT-36, 536, 537),
 * CPV codes (BT-262, 263) and lots (BT-137).
 */
void
mlg_eforms_add_purchase (MlgEforms *self, xmlNode *template)
{
  xmlNode *purchase = mlg_eforms_add (self, template, "purchase", NULL);
  const xmlNode *nature =
      mlg_eforms_find (self->root, "cac:ProcurementProject/cbc:ProcurementTypeCode");
  g_autofree char *code = mlg_eforms_dup_words (nature);
  g_autofree char *value = find_amount (self, self->root);

  set_code (self, purchase, "nature", code, &mlg_eforms_natures, nature);
  set_kind (self, purchase);
  set_procedure (self, purchase);
  mlg_xml_set (purchase, "value", value);
  set_months (self, purchase);
  add_cpv (self, purchase);
  for (guint i = 0; i < self->lots->len; i++)
    add_lot (self, purchase, self->lots->pdata[i]);
}
