/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-columns.h"

#include <glib/gi18n-lib.h>

#include "mlg-theme-cell.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme.h"

/* The columns of the lists of themes and of questionnaires, and by what they can be narrowed down. */
const MlgColumn mlg_theme_columns[] = {
  { "title", N_ ("Title"), MLG_THEME_TITLE, NULL, MLG_QUERY_BY_NAME },
  { "family", N_ ("Family"), MLG_THEME_FAMILY, NULL, MLG_THEME_FAMILY, .width = 170 },
  { "state", N_ ("State"), MLG_THEME_STATE, NULL, MLG_THEME_STATE, .width = 100 },
  { "votes", N_ ("Votes"), MLG_THEME_TITLE, NULL, MLG_COLUMN_UNSORTED, .number = TRUE, .width = 70,
    .make_cell = mlg_theme_cell_new_votes, .set_record = mlg_theme_cell_set_record },
  { "progress", N_ ("Steps"), MLG_THEME_TITLE, NULL, MLG_COLUMN_UNSORTED, .number = TRUE,
    .width = 70, .make_cell = mlg_theme_cell_new_progress,
    .set_record = mlg_theme_cell_set_record },
  { "nature", N_ ("Nature"), MLG_THEME_NATURE, NULL, MLG_THEME_NATURE, .width = 120,
    .hidden = TRUE },
  { "cpv", N_ ("CPV codes"), MLG_THEME_CPV, NULL, MLG_THEME_CPV, .width = 140, .hidden = TRUE },
  { "since", N_ ("In this state since"), MLG_THEME_STATE_ON, NULL, MLG_THEME_STATE_ON, .width = 150,
    .hidden = TRUE },
  { NULL },
};

const MlgColumn mlg_questionnaire_columns[] = {
  { "title", N_ ("Title"), MLG_QUESTIONNAIRE_TITLE, NULL, MLG_QUERY_BY_NAME },
  { "state", N_ ("State"), MLG_QUESTIONNAIRE_STATE, NULL, MLG_QUESTIONNAIRE_STATE, .width = 100 },
  { "purpose", N_ ("Purpose"), MLG_QUESTIONNAIRE_PURPOSE, NULL, MLG_QUESTIONNAIRE_PURPOSE,
    .width = 150 },
  { "answers", N_ ("Answers"), MLG_QUESTIONNAIRE_TITLE, NULL, MLG_COLUMN_UNSORTED, .number = TRUE,
    .width = 90, .make_cell = mlg_theme_cell_new_answers, .set_record = mlg_theme_cell_set_record },
  { "answer_by", N_ ("Answer by"), MLG_QUESTIONNAIRE_ANSWER_BY, NULL, MLG_QUESTIONNAIRE_ANSWER_BY,
    .width = 130, .hidden = TRUE },
  { NULL },
};

/* A facet on a field of the records themselves. */
#define FIELD_FACET(NAME, FIELD)                                                                   \
  static GPtrArray *read_##NAME (MlgQuery *query, MlgConnection *db, GError **error)               \
  {                                                                                                \
    return mlg_query_facet (query, db, FIELD, error);                                              \
  }                                                                                                \
  static MlgQuery *apply_##NAME (MlgQuery *query, const char *const *values)                       \
  {                                                                                                \
    return mlg_query_with_values (query, FIELD, values);                                           \
  }

FIELD_FACET (theme_state, MLG_THEME_STATE)
FIELD_FACET (family, MLG_THEME_FAMILY)
FIELD_FACET (nature, MLG_THEME_NATURE)
FIELD_FACET (questionnaire_state, MLG_QUESTIONNAIRE_STATE)
FIELD_FACET (purpose, MLG_QUESTIONNAIRE_PURPOSE)

static const MlgKind *const themes[] = { &mlg_theme_kind, NULL };
static const MlgKind *const questionnaires[] = { &mlg_questionnaire_kind, NULL };

const MlgFacetKind mlg_theme_facets[] = {
  { "state", N_ ("State"), themes, read_theme_state, apply_theme_state },
  { "family", N_ ("Family"), themes, read_family, apply_family },
  { "nature", N_ ("Nature"), themes, read_nature, apply_nature },
  { NULL },
};

const MlgFacetKind mlg_questionnaire_facets[] = {
  { "state", N_ ("State"), questionnaires, read_questionnaire_state, apply_questionnaire_state },
  { "purpose", N_ ("Purpose"), questionnaires, read_purpose, apply_purpose },
  { NULL },
};

static char *
join (MlgRecord *record, guint first, guint second)
{
  g_autofree char *a = mlg_record_dup_display (record, first);
  g_autofree char *b = mlg_record_dup_display (record, second);

  return *a != '\0' && *b != '\0' ? g_strdup_printf ("%s · %s", a, b) : g_strconcat (a, b, NULL);
}

/**
 * mlg_theme_text_line:
 *
 * Returns: (transfer full): the second line of a theme in a narrow list: "Proposed · Energy"
 */
char *
mlg_theme_text_line (MlgRecord *theme)
{
  return join (theme, MLG_THEME_STATE, MLG_THEME_FAMILY);
}

/**
 * mlg_questionnaire_text_line:
 *
 * Returns: (transfer full): the second line of a questionnaire in a narrow list
 */
char *
mlg_questionnaire_text_line (MlgRecord *questionnaire)
{
  return join (questionnaire, MLG_QUESTIONNAIRE_STATE, MLG_QUESTIONNAIRE_PURPOSE);
}
