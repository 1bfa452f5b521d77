/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-tally.h"

/* What is said of each method to those who want to check a count. */
static const struct
{
  const char *name;
  const char *title;
  const char *explanation;
  const char *source;
} methods[] = {
  [MLG_TALLY_SCHULZE_WINNING] = { "schulze-winning", N_ ("Schulze (winning votes)"),
                                  N_ ("Options are compared two by two. A path goes from one "
                                      "option to another by majorities; it is "
                                      "as strong as its weakest majority, which counts the votes "
                                      "of the winning side. An option comes "
                                      "before another when its strongest path to it is stronger "
                                      "than the one back."),
                                  "M. Schulze, Social Choice and Welfare 36, 2011" },
  [MLG_TALLY_SCHULZE_MARGINS] = { "schulze-margins", N_ ("Schulze (margins)"),
                                  N_ ("As Schulze by winning votes, but a majority counts the "
                                      "votes for less the votes against."),
                                  "M. Schulze, Social Choice and Welfare 36, 2011" },
  [MLG_TALLY_RANKED_PAIRS] = { "ranked-pairs", N_ ("Ranked pairs"),
                               N_ ("Options are compared two by two. Majorities are kept one after "
                                   "the other, the strongest first: "
                                   "more votes for, then fewer against. One that contradicts those "
                                   "kept before it is set aside; "
                                   "those of the same strength that contradict each other are all "
                                   "set aside."),
                               "T. N. Tideman, Social Choice and Welfare 4, 1987" },
  [MLG_TALLY_BORDA] = { "borda", N_ ("Borda count"),
                        N_ ("Each ballot gives an option one point for each option that it puts "
                            "behind, and half a point for "
                            "each that it ties with it. The points are added."),
                        "J.-C. de Borda, Mémoire sur les élections au scrutin, 1781" },
  [MLG_TALLY_MEAN] = { "mean", N_ ("Mean"),
                       N_ ("The mean of the scores that an option got; of ranks, the mean of its "
                           "places on the ballots, "
                           "where ties share the mean of the places that they take. What is left "
                           "out is 0, or the shared "
                           "last places, unless it says nothing."),
                       "W. D. Smith, Range voting, 2000" },
  [MLG_TALLY_APPROVAL] = { "approval", N_ ("Approval"),
                           N_ ("How many approve an option: those who chose it, ranked it, gave it "
                               "a dot, or scored it 3 or "
                               "more out of 5. Hands raised are added."),
                           "S. J. Brams and P. C. Fishburn, American Political Science Review 72, "
                           "1978" },
  [MLG_TALLY_INSTANT_RUNOFF] = { "instant-runoff", N_ ("Instant runoff"),
                                 N_ ("First places are counted. The option that has the fewest is "
                                     "out, and its ballots go to what "
                                     "they put next; and so on. Options that have the same least "
                                     "number are out together."),
                                 "W. R. Ware, 1871; H. M. Robert, Rules of Order, preferential "
                                 "voting" },
  [MLG_TALLY_PLURALITY] = { "plurality", N_ ("Plurality"),
                            N_ ("How many put an option first. A ballot that puts several first "
                                "gives each an equal share."),
                            "N. de Condorcet, Essai sur l’application de l’analyse, 1785 "
                            "(criticism)" },
};

/**
 * mlg_tally_method_get_name:
 *
 * Returns: the name in commands and JSON
 */
const char *
mlg_tally_method_get_name (MlgTallyMethod method)
{
  return methods[method].name;
}

/**
 * mlg_tally_method_get_title:
 *
 * Returns: what people read
 */
const char *
mlg_tally_method_get_title (MlgTallyMethod method)
{
  return _ (methods[method].title);
}

/**
 * mlg_tally_method_get_explanation:
 *
 * Returns: how it counts, in sentences, so that somebody can do it again by hand
 */
const char *
mlg_tally_method_get_explanation (MlgTallyMethod method)
{
  return _ (methods[method].explanation);
}

/**
 * mlg_tally_method_get_source:
 *
 * Returns: where it was defined
 */
const char *
mlg_tally_method_get_source (MlgTallyMethod method)
{
  return methods[method].source;
}

/**
 * mlg_tally_methods_parse:
 * @text: names of methods between commas; "schulze" is both kinds, "all" is all
 *
 * Returns: 1 << #MlgTallyMethod for each; 0 when a name is not known
 */
guint
mlg_tally_methods_parse (const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);
  guint found = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      guint one = g_str_equal (name, "all") ? MLG_TALLY_ALL_METHODS : 0;

      if (g_str_equal (name, "schulze"))
        one = 1u << MLG_TALLY_SCHULZE_WINNING | 1u << MLG_TALLY_SCHULZE_MARGINS;
      for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
        if (g_str_equal (methods[m].name, name))
          one = 1u << m;
      if (one == 0)
        return 0;
      found |= one;
    }
  return found;
}
