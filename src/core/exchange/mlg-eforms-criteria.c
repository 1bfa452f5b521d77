/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "mlg-eforms-private.h"

#define CRITERION                                                                                  \
  "cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion"

static void
criterion_free (gpointer data)
{
  MlgEformsCriterion *criterion = data;

  g_free (criterion->type);
  g_free (criterion->name);
  g_free (criterion->description);
  g_free (criterion->kind);
  g_free (criterion->limits);
  g_free (criterion);
}

/**
 * mlg_eforms_format_number:
 *
 * Returns: (transfer full): a number as XML writes it, with two decimals at most
 */
char *
mlg_eforms_format_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (gsize i = strlen (buffer); i > 1 && (buffer[i - 1] == '0' || buffer[i - 1] == '.'); i--)
    {
      gboolean point = buffer[i - 1] == '.';

      buffer[i - 1] = '\0';
      if (point)
        break;
    }
  return g_strdup (buffer);
}

static gboolean
parse_number (const xmlNode *node, double *number)
{
  g_autofree char *text = mlg_eforms_dup_words (node);
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number) && *number >= 0;
}

static void
read_parameter (MlgEforms *self, MlgEformsCriterion *criterion, const xmlNode *parameter)
{
  const xmlNode *code = mlg_eforms_find (parameter, "efbc:ParameterCode");
  const xmlNode *value = mlg_eforms_find (parameter, "efbc:ParameterNumeric");
  g_autofree char *kind = mlg_eforms_dup_words (code);
  const char *title = mlg_eforms_get_title (&mlg_eforms_limits, kind);
  double number = 0;

  if (code == NULL || value == NULL)
    return;
  if (!parse_number (value, &number))
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, value, _ ("a weight that is not a number"));
  else if (title != NULL)
    {
      g_autofree char *before = criterion->limits;
      g_autofree char *text = mlg_eforms_format_number (number);

      criterion->limits =
          g_strdup_printf ("%s%s%s: %s", before, *before != '\0' ? " ; " : "", title, text);
    }
  else if (g_strcmp0 (mlg_xml_get (code, "listName"), "number-weight") == 0)
    {
      g_free (criterion->kind);
      criterion->kind = g_steal_pointer (&kind);
      criterion->number = number;
    }
}

/* The weight in hundredths, before points are shared out: negative when there is none. */
static double
find_weight (const MlgEformsCriterion *criterion)
{
  if (criterion->kind == NULL || g_str_equal (criterion->kind, "ord-imp"))
    return -1;
  return g_str_has_prefix (criterion->kind, "dec-") ? criterion->number * 100 : criterion->number;
}

static gboolean
counts_points (const MlgEformsCriterion *criterion)
{
  return criterion->kind != NULL && g_str_has_prefix (criterion->kind, "poi-");
}

static MlgEformsCriterion *
read_criterion (MlgEforms *self, const xmlNode *node)
{
  MlgEformsCriterion *criterion = g_new0 (MlgEformsCriterion, 1);
  g_autoptr (GPtrArray) parameters = mlg_eforms_find_all (node, "*/efac:AwardCriterionParameter");

  criterion->node = node;
  criterion->type = mlg_eforms_get (node, "cbc:AwardingCriterionTypeCode");
  criterion->name = mlg_eforms_get_text (self, node, "cbc:Name");
  criterion->description = mlg_eforms_get_text (self, node, "cbc:Description");
  criterion->limits = g_strdup ("");
  for (guint i = 0; i < parameters->len; i++)
    read_parameter (self, criterion, parameters->pdata[i]);
  criterion->weight = find_weight (criterion);
  if (mlg_code_list_find (&mlg_eforms_criterion_types, criterion->type) == NULL)
    {
      mlg_eforms_say (self, MLG_SEVERITY_WARNING, node,
                      _ ("a criterion of the unknown type “%s” is read as one of quality"),
                      criterion->type);
      g_free (criterion->type);
      criterion->type = g_strdup ("quality");
    }
  return criterion;
}

static double
add_up (GPtrArray *criteria)
{
  double sum = 0;

  for (guint i = 0; i < criteria->len; i++)
    sum += MAX (((MlgEformsCriterion *) criteria->pdata[i])->weight, 0);
  return sum;
}

/* Points become hundredths of their sum. */
static void
share_points (GPtrArray *criteria)
{
  double sum = add_up (criteria);

  for (guint i = 0; i < criteria->len; i++)
    if (!counts_points (criteria->pdata[i]))
      return;
  for (guint i = 0; i < criteria->len && sum > 0; i++)
    {
      MlgEformsCriterion *criterion = criteria->pdata[i];

      criterion->weight = criterion->number * 100 / sum;
    }
}

/* The numbers that a description gives in the unit of the weight. */
static const char *
get_pattern (gboolean points)
{
  return points ? "([0-9]+(?:[.,][0-9]+)?)\\s*(?:points?|pts?)\\b" : "([0-9]+(?:[.,][0-9]+)?)\\s*%";
}

/* A description contradicts a weight when it gives numbers in the same unit, none of which is the weight,
 * and which do not add up to it or to the whole either, as the shares of sub-criteria do. */
static gboolean
contradicts (const MlgEformsCriterion *criterion, char **said)
{
  double expected = counts_points (criterion) ? criterion->number : criterion->weight;
  g_autoptr (GRegex) regex =
      g_regex_new (get_pattern (counts_points (criterion)), G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  double sum = 0;

  g_clear_pointer (said, g_free);
  for (g_regex_match (regex, criterion->description, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch (match, 1);
      double value = g_ascii_strtod (g_strdelimit (number, ",", '.'), NULL);

      if (fabs (value - expected) < 0.005)
        return FALSE;
      sum += value;
      if (*said == NULL)
        *said = g_match_info_fetch (match, 0);
    }
  return *said != NULL && fabs (sum - expected) >= 0.005 && fabs (sum - 100) >= 0.005;
}

static void
compare_with_text (MlgEforms *self, const MlgEformsCriterion *criterion, const char *lot)
{
  g_autofree char *said = NULL;
  g_autofree char *number =
      mlg_eforms_format_number (counts_points (criterion) ? criterion->number : criterion->weight);

  if (criterion->weight >= 0 && contradicts (criterion, &said))
    /* Translators: a lot, the name of a criterion, its weight as a number, what its text says ("40 %") */
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, criterion->node,
                    _ ("%s, criterion “%s”: its weight is %s but its text says “%s”: the weight is "
                       "kept, check it"),
                    lot, criterion->name, number, said);
}

static void
check_weights (MlgEforms *self, GPtrArray *criteria, const xmlNode *lot, const char *id)
{
  double sum = add_up (criteria);
  g_autofree char *text = mlg_eforms_format_number (sum);

  for (guint i = 0; i < criteria->len; i++)
    compare_with_text (self, criteria->pdata[i], id);
  if (sum > 0 && fabs (sum - 100) >= 0.05)
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot,
                    _ ("%s: the weights of the criteria add up to %s, not to 100"), id, text);
}

/**
 * mlg_eforms_read_criteria:
 * @lot: a lot or a group of lots
 * @id: how it is called in remarks
 *
 * Reads the award criteria, with a remark for each weight that its own text contradicts.
 *
 * Returns: (transfer full) (element-type MlgEformsCriterion): in order
 */
GPtrArray *
mlg_eforms_read_criteria (MlgEforms *self, const xmlNode *lot, const char *id)
{
  GPtrArray *criteria = g_ptr_array_new_with_free_func (criterion_free);
  g_autoptr (GPtrArray) nodes = mlg_eforms_find_all (lot, CRITERION);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (criteria, read_criterion (self, nodes->pdata[i]));
  share_points (criteria);
  check_weights (self, criteria, lot, id);
  return criteria;
}

static gboolean
same_criteria (const GPtrArray *one, const GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    {
      const MlgEformsCriterion *a = one->pdata[i];
      const MlgEformsCriterion *b = other->pdata[i];

      if (!g_str_equal (a->type, b->type) || !g_str_equal (a->name, b->name)
          || fabs (a->weight - b->weight) >= 0.005)
        return FALSE;
    }
  return TRUE;
}

static const char *
get_title (const MlgEformsCriterion *criterion)
{
  return *criterion->name != '\0'
             ? criterion->name
             : mlg_eforms_get_title (&mlg_eforms_criterion_types, criterion->type);
}

static void
add_criterion (MlgEforms *self, xmlNode *parent, const MlgEformsCriterion *criterion)
{
  xmlNode *element = mlg_eforms_add (self, parent, "criterion", NULL);
  g_autofree char *weight = mlg_eforms_format_number (criterion->weight);

  mlg_xml_set (element, "type", criterion->type);
  if (criterion->weight >= 0 && criterion->weight <= 100)
    mlg_xml_set (element, "weight", weight);
  else if (criterion->weight > 100)
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, criterion->node,
                    _ ("criterion “%s”: a weight of %s is left out: 100 is the most"),
                    get_title (criterion), weight);
  mlg_eforms_add (self, element, "title", get_title (criterion));
  if (*criterion->description != '\0')
    mlg_eforms_add (self, element, "elements", criterion->description);
  if (*criterion->limits != '\0')
    mlg_eforms_add (self, element, "method", criterion->limits);
}

/**
 * mlg_eforms_add_criteria:
 *
 * A template has one set of criteria: that of the first lot that has any. Those of every lot are in the
 * text; a remark says where they differ.
 */
void
mlg_eforms_add_criteria (MlgEforms *self, xmlNode *template)
{
  const MlgEformsLot *first = NULL;
  xmlNode *criteria = NULL;

  for (guint i = 0; i < self->lots->len; i++)
    {
      const MlgEformsLot *lot = self->lots->pdata[i];

      if (lot->kind == MLG_EFORMS_GROUP || lot->criteria->len == 0)
        continue;
      if (first != NULL && !same_criteria (first->criteria, lot->criteria))
        mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot->node,
                        _ ("%s has other criteria than %s: the template's are those of %s; those "
                           "of each lot are in the text"),
                        lot->id, first->id, first->id);
      if (first == NULL)
        first = lot;
    }
  if (first == NULL)
    return;
  criteria = mlg_eforms_add (self, template, "criteria", NULL);
  for (guint i = 0; i < first->criteria->len; i++)
    add_criterion (self, criteria, first->criteria->pdata[i]);
}

static void
add_cell (MlgEforms *self, xmlNode *row, const char *text)
{
  xmlNode *cell = mlg_eforms_add_flow (self, row, "cell", NULL);

  mlg_eforms_add_paragraphs (self, cell, text);
}

/* The weight in its own unit, for people. */
static char *
describe_weight (const MlgEformsCriterion *criterion)
{
  g_autofree char *number = mlg_eforms_format_number (
      counts_points (criterion) || criterion->weight < 0 ? criterion->number : criterion->weight);

  if (criterion->kind == NULL)
    return g_strdup ("");
  if (counts_points (criterion))
    return g_strdup_printf (ngettext ("%s point", "%s points", criterion->number < 2 ? 1 : 2),
                            number);
  if (criterion->weight < 0)
    return g_strdup_printf (_ ("rank %s"), number);
  /* Translators: a percentage */
  return g_strdup_printf (_ ("%s%%"), number);
}

static void
add_criterion_row (MlgEforms *self, xmlNode *table, const MlgEformsCriterion *criterion)
{
  xmlNode *row = mlg_eforms_add_flow (self, table, "row", NULL);
  xmlNode *cell = NULL;
  g_autofree char *weight = describe_weight (criterion);

  add_cell (self, row, get_title (criterion));
  add_cell (self, row, mlg_eforms_get_title (&mlg_eforms_criterion_types, criterion->type));
  add_cell (self, row, weight);
  cell = mlg_eforms_add_flow (self, row, "cell", NULL);
  mlg_eforms_add_paragraphs (self, cell, criterion->description);
  mlg_eforms_add_paragraphs (self, cell, criterion->limits);
}

/**
 * mlg_eforms_add_criteria_table:
 * @flow: where it is added
 *
 * Adds the criteria of a lot as people read them, and what the notice says of their weighting (BT-543,
 * BT-733).
 */
void
mlg_eforms_add_criteria_table (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot)
{
  const char *parent = "cac:TenderingTerms/cac:AwardingTerms/cac:AwardingCriterion";
  const xmlNode *awarding = mlg_eforms_find (lot->node, parent);
  const char *const headers[] = { _ ("Criterion"), _ ("Type"), _ ("Weight"), _ ("What is judged") };
  g_autofree char *formula = mlg_eforms_get_text (self, awarding, "cbc:CalculationExpression");
  g_autofree char *why = mlg_eforms_get_text (self, awarding, "cbc:Description");
  xmlNode *table = NULL, *row = NULL;

  if (lot->criteria->len > 0)
    {
      table = mlg_eforms_add_flow (self, flow, "table", NULL);
      mlg_xml_set (table, "columns", "3 2 2 6");
      mlg_eforms_add_flow (self, table, "caption", _ ("Award criteria"));
      row = mlg_eforms_add_flow (self, table, "row", NULL);
      mlg_xml_set (row, "header", "true");
      for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
        {
          add_cell (self, row, headers[i]);
          mlg_xml_set (row->last, "header", "true");
        }
      for (guint i = 0; i < lot->criteria->len; i++)
        add_criterion_row (self, table, lot->criteria->pdata[i]);
    }
  mlg_eforms_add_paragraphs (self, flow, formula);
  mlg_eforms_add_paragraphs (self, flow, why);
}
