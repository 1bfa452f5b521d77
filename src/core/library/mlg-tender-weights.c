/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-tender-head.h"

/* Weights are hundredths; those of criteria inside another are points of it. */
#define TOLERANCE 0.01

static double
get_weight (const MlgHeadRow *row)
{
  const char *weight = row->values[MLG_HEAD_CRITERION_WEIGHT];

  return weight != NULL ? g_ascii_strtod (weight, NULL) : 0;
}

/* What those right inside a criterion add up to. Returns: whether there are any, and each has a weight. */
static gboolean
sum_inside (GPtrArray *criteria, guint of, double *sum)
{
  guint level = ((MlgHeadRow *) criteria->pdata[of])->level + 1;
  gboolean any = FALSE;

  *sum = 0;
  for (guint i = of + 1; i < criteria->len; i++)
    {
      const MlgHeadRow *row = criteria->pdata[i];
      const char *weight = row->values[MLG_HEAD_CRITERION_WEIGHT];

      if (row->level < level)
        break;
      if (row->level > level)
        continue;
      if (weight == NULL || *weight == '\0')
        return FALSE;
      any = TRUE;
      *sum += get_weight (row);
    }
  return any;
}

/**
 * mlg_tender_head_sum:
 * @criteria: (element-type MlgHeadRow):
 *
 * Returns: what the weights add up to, in hundredths, without those of criteria inside others
 */
double
mlg_tender_head_sum (GPtrArray *criteria)
{
  double sum = 0;

  for (guint i = 0; i < criteria->len; i++)
    {
      const MlgHeadRow *row = criteria->pdata[i];

      sum += row->level == 0 ? get_weight (row) : 0;
    }
  return sum;
}

/**
 * mlg_tender_head_tell_weights:
 * @criteria: (element-type MlgHeadRow): each followed by those inside it
 *
 * Returns: (transfer full) (nullable): a line for each criterion that those inside it do not add up to
 */
char *
mlg_tender_head_tell_weights (GPtrArray *criteria)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < criteria->len; i++)
    {
      const MlgHeadRow *row = criteria->pdata[i];
      double weight = get_weight (row), sum;

      if (!sum_inside (criteria, i, &sum) || ABS (sum - weight) <= TOLERANCE)
        continue;
      g_string_append (text, text->len > 0 ? "\n" : "");
      /* Translators: the title of a criterion, and points of its weight. */
      g_string_append_printf (
          text, _ ("The sub-criteria of “%s” add up to %g: %g are expected"),
          row->values[MLG_HEAD_TITLE] != NULL ? row->values[MLG_HEAD_TITLE] : "?", sum, weight);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}
