/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-paper.h"

#include "library/mlg-adapted-paper.h"

/* The papers of themes, on the network's own templates where it has some: here the questionnaires and the
 * library meet. */

#define FORM   "answer-form"
#define REPORT "tally"

/**
 * mlg_theme_paper_make_form:
 * @body: whose name is filled in, or 0
 * @paper: (nullable): "questionnaire" for the ranking alone; %NULL for the form that asks all and can be read
 *   again
 * @missing: (out) (transfer full): the labels of required fields for which the records have nothing
 * @issues: gets what was found odd in the template or in the values
 *
 * Errors: those of mlg_adapted_paper_read() and of mlg_questionnaire_fill_form().
 *
 * Returns: (transfer full): the form of a questionnaire; %NULL with @error set
 */
MlgDocument *
mlg_theme_paper_make_form (MlgConnection *db,
                           const MlgForm *form,
                           gint64 body,
                           const char *paper,
                           GStrv *missing,
                           MlgIssueList *issues,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (MlgTemplate) template =
      mlg_adapted_paper_read (db, paper != NULL ? paper : FORM, issues, cancellable, error);

  return template != NULL ? mlg_questionnaire_fill_form (db, form, body, template, missing, issues,
                                                         cancellable, error)
                          : NULL;
}

/**
 * mlg_theme_paper_make_report:
 * @missing: (out) (transfer full): the labels of required fields for which nothing is known
 * @issues: gets what was found odd in the template or in the values
 *
 * Errors: those of mlg_adapted_paper_read() and of mlg_tally_fill_report().
 *
 * Returns: (transfer full): the report of a count; %NULL with @error set
 */
MlgDocument *
mlg_theme_paper_make_report (MlgConnection *db,
                             const MlgTallyReport *report,
                             GStrv *missing,
                             MlgIssueList *issues,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (MlgTemplate) template =
      mlg_adapted_paper_read (db, REPORT, issues, cancellable, error);

  return template != NULL
             ? mlg_tally_fill_report (db, report, template, missing, issues, cancellable, error)
             : NULL;
}
