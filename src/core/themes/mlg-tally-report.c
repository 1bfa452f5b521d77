/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-question.h"
#include "mlg-questionnaire-paper.h"
#include "mlg-questionnaire.h"
#include "mlg-tally-chart.h"
#include "mlg-tally-report-private.h"
#include "mlg-theme-context.h"
#include "template/mlg-french.h"

/* The report of a count: all that somebody needs to count again. */

static void
add_number (xmlNode *parent, const char *name, double number)
{
  g_autofree char *text = isfinite (number)
                              ? mlg_french_print_number (number, floor (number) < number ? 2 : 0)
                              : g_strdup ("–");

  mlg_theme_context_add (parent, name, text);
}

static xmlNode *
add_element (xmlNode *parent, const char *name)
{
  return xmlNewChild (parent, NULL, (const xmlChar *) name, NULL);
}

static void
add_methods (xmlNode *parent, const MlgTally *tally)
{
  xmlNode *methods = add_element (parent, "methods");

  for (guint m = 0; m < MLG_N_TALLY_METHODS; m++)
    if (tally->results[m].places != NULL)
      {
        xmlNode *method = add_element (methods, "method");
        g_autofree char *ranking = mlg_tally_format_ranking (tally, m);

        mlg_theme_context_add (method, "title", mlg_tally_method_get_title (m));
        mlg_theme_context_add (method, "explanation", mlg_tally_method_get_explanation (m));
        mlg_theme_context_add (method, "source", mlg_tally_method_get_source (m));
        mlg_theme_context_add (method, "ranking", ranking);
      }
}

static void
add_options (xmlNode *parent, const MlgTally *tally)
{
  static const MlgTallyMethod methods[] = { MLG_TALLY_BORDA, MLG_TALLY_MEAN, MLG_TALLY_APPROVAL,
                                            MLG_TALLY_PLURALITY };
  xmlNode *options = add_element (parent, "options");

  for (guint i = 0; i < tally->n; i++)
    {
      xmlNode *option = add_element (options, "option");

      mlg_theme_context_add (option, "name", tally->options[i]);
      for (guint m = 0; m < G_N_ELEMENTS (methods); m++)
        if (tally->results[methods[m]].scores != NULL)
          add_number (option, mlg_tally_method_get_name (methods[m]),
                      tally->results[methods[m]].scores[i]);
    }
}

static void
add_duels (xmlNode *parent, const MlgTally *tally)
{
  xmlNode *duels = add_element (parent, "duels");

  for (guint i = 0; i < tally->n; i++)
    for (guint j = i + 1; j < tally->n; j++)
      {
        xmlNode *duel = add_element (duels, "duel");

        mlg_theme_context_add (duel, "first", tally->options[i]);
        add_number (duel, "for", mlg_tally_get_pair (tally, i, j));
        add_number (duel, "against", mlg_tally_get_pair (tally, j, i));
        mlg_theme_context_add (duel, "second", tally->options[j]);
      }
}

static void
add_majorities (xmlNode *parent, const MlgTally *tally)
{
  xmlNode *majorities = add_element (parent, "majorities");

  for (guint i = 0; tally->majorities != NULL && i < tally->majorities->len; i++)
    {
      const MlgTallyPair *pair = &g_array_index (tally->majorities, MlgTallyPair, i);
      xmlNode *majority = add_element (majorities, "majority");

      mlg_theme_context_add (majority, "winner", tally->options[pair->winner]);
      add_number (majority, "for", mlg_tally_get_pair (tally, pair->winner, pair->loser));
      add_number (majority, "against", mlg_tally_get_pair (tally, pair->loser, pair->winner));
      mlg_theme_context_add (majority, "loser", tally->options[pair->loser]);
      mlg_theme_context_add (majority, "kept",
                             pair->kept ? C_ ("answer", "Yes") : C_ ("answer", "No"));
    }
}

static void
add_rounds (xmlNode *parent, const MlgTally *tally)
{
  xmlNode *rounds = add_element (parent, "rounds");

  for (guint i = 0; tally->rounds != NULL && i < tally->rounds->len; i++)
    for (guint j = 0; j < tally->n; j++)
      {
        const double *shares = tally->rounds->pdata[i];
        xmlNode *round;

        if (isnan (shares[j]))
          continue;
        round = add_element (rounds, "round");
        add_number (round, "number", i + 1);
        mlg_theme_context_add (round, "option", tally->options[j]);
        add_number (round, "share", shares[j]);
      }
}

static void
add_groups (xmlNode *parent, const MlgTallyReport *report)
{
  xmlNode *groups = add_element (parent, "groups");

  for (guint i = 0; report->groups != NULL && i < report->groups->len; i++)
    {
      const MlgTallyGroup *group = report->groups->pdata[i];
      xmlNode *element = add_element (groups, "group");
      g_autofree char *ranking = mlg_tally_group_format_ranking (group, MLG_TALLY_SCHULZE_WINNING);

      mlg_theme_context_add (element, "split", mlg_ballot_split_get_title (group->split));
      mlg_theme_context_add (element, "label", group->label);
      if (group->tally != NULL)
        add_number (element, "ballots", (double) group->ballots);
      mlg_theme_context_add (element, "ranking", ranking);
    }
}

static void
add_head (xmlNode *parent, const MlgTallyReport *report)
{
  const MlgTally *tally = report->tally;
  MlgRecord *questionnaire = report->form->questionnaire;
  const char *weights = report->weights != NULL
                            ? report->weights
                            : mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_WEIGHTS);
  g_autofree char *dependence = mlg_tally_explain_methods (tally);

  mlg_theme_context_add (parent, "title",
                         mlg_record_get_text (questionnaire, MLG_QUESTIONNAIRE_TITLE));
  mlg_theme_context_add (parent, "question",
                         mlg_record_get_text (report->question->question, MLG_QUESTION_TEXT));
  add_number (parent, "ballots", (double) tally->ballots);
  add_number (parent, "weight", tally->weight);
  if (tally->hands > 0)
    add_number (parent, "hands", (double) tally->hands);
  mlg_theme_context_add (parent, "unranked",
                         tally->unranked == MLG_UNRANKED_LAST
                             ? _ ("what is not ranked is last")
                             : _ ("what is not ranked says nothing"));
  mlg_theme_context_add (
      parent, "figures",
      mlg_tally_method_get_title (mlg_tally_chart_choose_method (report->tally)));
  mlg_theme_context_add (parent, "weights",
                         mlg_code_list_get_title (&mlg_questionnaire_weights, weights));
  if (tally->condorcet >= 0)
    mlg_theme_context_add (parent, "condorcet", tally->options[tally->condorcet]);
  mlg_theme_context_add (parent, "dependence", dependence);
}

/* What the weakest majority of the strongest path weighs stands in a table that is as wide as there are options. */
static void
add_paths (xmlNode *parent, const MlgTally *tally)
{
  if (tally->paths != NULL)
    mlg_theme_context_add (parent, "paths", "true");
}

static void
add_remarks (xmlNode *parent, MlgIssueList *issues)
{
  xmlNode *remarks = add_element (parent, "remarks");

  for (guint i = 0; issues != NULL && i < mlg_issue_list_get_n (issues); i++)
    mlg_theme_context_add (remarks, "remark", mlg_issue_list_get (issues, i)->message);
}

/**
 * mlg_tally_fill_report:
 * @template: (transfer none): "tally", or what a network made of it
 * @missing: (out) (transfer full): the labels of required fields for which nothing is known
 * @issues: gets what was found odd in the template or in the values
 *
 * Returns: (transfer full): the report of a count, with each method explained and the figures to count
 *   again; %NULL with @error set
 */
MlgDocument *
mlg_tally_fill_report (MlgConnection *db,
                       const MlgTallyReport *report,
                       MlgTemplate *template,
                       GStrv *missing,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (xmlDoc) context = mlg_theme_context_new (db, error);
  MlgDocument *document;
  xmlNode *element;

  if (context == NULL)
    return NULL;
  element = add_element (xmlDocGetRootElement (context), "tally");
  add_head (element, report);
  add_remarks (element, report->issues);
  add_methods (element, report->tally);
  add_options (element, report->tally);
  add_duels (element, report->tally);
  add_majorities (element, report->tally);
  add_rounds (element, report->tally);
  add_paths (element, report->tally);
  add_groups (element, report);
  document = mlg_theme_context_fill (context, template, missing, issues, cancellable, error);
  if (document != NULL)
    mlg_tally_report_put_figures (document, report);
  return document;
}
