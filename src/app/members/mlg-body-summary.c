/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-body-summary.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-body-text.h"

/* Each status is counted by facets "whatever the query asks of this field itself": of a list that is
 * narrowed down to some statuses, only those are in it. */
static void
keep_asked (GPtrArray *statuses, gint64 n)
{
  gint64 sum = 0;

  for (guint i = 0; i < statuses->len; i++)
    sum += ((MlgFacet *) statuses->pdata[i])->n;
  if (sum != n)
    g_ptr_array_set_size (statuses, 0);
}

/* The inhabitants of a commune are those of its intercommunal body, its département and its region too:
 * only bodies of one family add up. */
static gboolean
is_one_family (MlgQuery *query, MlgConnection *db, gboolean *one, GError **error)
{
  const MlgCodeList *codes = mlg_body_kind.fields[MLG_BODY_CATEGORY].codes;
  g_auto (GStrv) values =
      mlg_query_list_values (query, db, MLG_BODY_CATEGORY, MLG_BODY_POPULATION, error);

  if (values == NULL)
    return FALSE;
  *one = TRUE;
  for (guint i = 1; values[0] != NULL && values[i] != NULL; i++)
    *one = *one
           && g_strcmp0 (mlg_code_list_get_group (codes, values[0]),
                         mlg_code_list_get_group (codes, values[i]))
                  == 0;
  return TRUE;
}

static gboolean
sum_population (MlgQuery *query, MlgConnection *db, double *population, GError **error)
{
  gboolean one;

  *population = 0;
  return is_one_family (query, db, &one, error)
         && (!one || mlg_query_sum (query, db, MLG_BODY_POPULATION, population, error));
}

/**
 * mlg_body_summary_read:
 * @query: a #MlgQuery of bodies
 *
 * A #MlgReadFunc.
 *
 * Returns: (transfer full): a #MlgBodySummary
 */
gpointer
mlg_body_summary_read (MlgConnection *db, gpointer query, GError **error)
{
  MlgBodySummary *summary = g_new0 (MlgBodySummary, 1);

  summary->n = mlg_query_count (query, db, error);
  summary->statuses = summary->n >= 0 ? mlg_query_facet (query, db, MLG_BODY_STATUS, error) : NULL;
  if (summary->statuses != NULL && sum_population (query, db, &summary->population, error))
    {
      keep_asked (summary->statuses, summary->n);
      return summary;
    }
  mlg_body_summary_free (summary);
  return NULL;
}

/**
 * mlg_body_summary_free:
 */
void
mlg_body_summary_free (gpointer data)
{
  MlgBodySummary *summary = data;

  g_clear_pointer (&summary->statuses, g_ptr_array_unref);
  g_free (summary);
}

static char *
write_status (const MlgFacet *facet)
{
  const char *status = facet->value != NULL ? facet->value : "";
  guint n = facet->n;

  if (g_str_equal (status, "member"))
    return g_strdup_printf (ngettext ("%'u member", "%'u members", n), n);
  if (g_str_equal (status, "prospect"))
    return g_strdup_printf (ngettext ("%'u prospect", "%'u prospects", n), n);
  if (g_str_equal (status, "interested"))
    return g_strdup_printf (ngettext ("%'u interested", "%'u interested", n), n);
  if (g_str_equal (status, "associate"))
    return g_strdup_printf (ngettext ("%'u associate", "%'u associates", n), n);
  if (g_str_equal (status, "former"))
    return g_strdup_printf (ngettext ("%'u former member", "%'u former members", n), n);
  return g_strdup_printf (ngettext ("%'u without status", "%'u without status", n), n);
}

/**
 * mlg_body_summary_write:
 *
 * Returns: (transfer full): "58 members · 3 prospects · 2.1 M inhabitants"
 */
char *
mlg_body_summary_write (const MlgBodySummary *summary)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < summary->statuses->len; i++)
    {
      g_autofree char *part = write_status (summary->statuses->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? " · " : "", part);
    }
  if (text->len == 0)
    g_string_append_printf (text, ngettext ("%'u body", "%'u bodies", (gulong) summary->n),
                            (guint) summary->n);
  if (summary->population > 0)
    {
      g_autofree char *people = mlg_body_text_population ((gint64) summary->population);

      g_string_append_printf (text, " · %s", people);
    }
  return g_string_free (text, FALSE);
}
