/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-territory-text.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* What the figures of a territory are in words. */

/**
 * mlg_territory_write_people:
 * @n: how many people
 *
 * Returns: (transfer full): a number that is read at once: "2.1 M", "412,000"
 */
char *
mlg_territory_write_people (gint64 n)
{
  if (n >= 1000000)
    /* Translators: millions of inhabitants. */
    return g_strdup_printf (_ ("%.1f M"), (double) n / 1e6);
  if (n >= 10000)
    n = (n + 500) / 1000 * 1000;
  return g_strdup_printf ("%'" PRId64, n);
}

/**
 * mlg_territory_write_percent:
 * @fraction: 0 to 1
 *
 * Returns: (transfer full): "34 %", never 0 for something nor 100 for less than all
 */
char *
mlg_territory_write_percent (double fraction)
{
  int percent = (int) (fraction * 100 + 0.5);

  if (fraction > 0 && percent == 0)
    percent = 1;
  if (fraction < 1 && percent == 100)
    percent = 99;
  /* Translators: a percentage. */
  return g_strdup_printf (_ ("%d%%"), percent);
}

/**
 * mlg_territory_get_share:
 *
 * What a département or a region covers by being a member says little of the network's reach: each would be
 * all of it. So the share is of those who are covered nearer to them.
 *
 * Returns: which part of its people have their commune or its grouping among the members, 0 to 1
 */
double
mlg_territory_get_share (const MlgTerritoryPlace *place)
{
  return place->population > 0 ? (double) place->local / (double) place->population : 0;
}

/**
 * mlg_territory_write_counts:
 *
 * Returns: (transfer full): "12 members · 3 prospects"; what there is none of is left out
 */
char *
mlg_territory_write_counts (const MlgTerritoryPlace *place)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup_printf (ngettext ("%'u member", "%'u members", place->n_members),
                                           place->n_members));
  if (place->n_associates > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%'u associate", "%'u associates", place->n_associates),
                                place->n_associates));
  if (place->n_prospects > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%'u prospect", "%'u prospects", place->n_prospects),
                                place->n_prospects));
  if (place->n_interested > 0)
    g_ptr_array_add (
        parts, g_strdup_printf (ngettext ("%'u interested", "%'u interested", place->n_interested),
                                place->n_interested));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * mlg_territory_write_communes:
 *
 * Returns: (transfer full): how many of its communes and of their groupings are members; "" where there
 *   are none
 */
char *
mlg_territory_write_communes (const MlgTerritoryPlace *place)
{
  g_autofree char *communes = NULL;
  g_autofree char *groupings = NULL;

  if (place->n_communes == 0)
    return g_strdup ("");
  /* Translators: member communes, of all communes there. */
  communes =
      g_strdup_printf (ngettext ("%'u of %'u commune", "%'u of %'u communes", place->n_communes),
                       place->n_member_communes, place->n_communes);
  /* Translators: member intercommunal bodies, of all there. */
  groupings = g_strdup_printf (ngettext ("%'u of %'u intercommunal body",
                                         "%'u of %'u intercommunal bodies", place->n_groupings),
                               place->n_member_groupings, place->n_groupings);
  return g_strdup_printf ("%s · %s", communes, groupings);
}

/**
 * mlg_territory_write_coverage:
 *
 * Returns: (transfer full): how many of its people have their commune or its grouping among the members;
 *   "" where nobody is known to live
 */
char *
mlg_territory_write_coverage (const MlgTerritoryPlace *place)
{
  g_autofree char *covered = mlg_territory_write_people (place->local);
  g_autofree char *population = mlg_territory_write_people (place->population);

  if (place->population == 0)
    return g_strdup ("");
  /* Translators: people covered by members, of all people who live there. */
  return g_strdup_printf (_ ("%s of %s inhabitants"), covered, population);
}

/**
 * mlg_territory_write_tooltip:
 *
 * Returns: (transfer full): a département in three lines
 */
char *
mlg_territory_write_tooltip (const MlgTerritoryPlace *place)
{
  g_autofree char *counts = mlg_territory_write_counts (place);
  g_autofree char *coverage = mlg_territory_write_coverage (place);

  return g_strdup_printf ("%s\n%s\n%s", place->title, counts, coverage);
}
