/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire.h"

#include <glib/gi18n-lib.h>

struct _MlgQuestionnaire
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgQuestionnaire, mlg_questionnaire, MLG_TYPE_RECORD)

static const MlgCode questionnaire_purposes_codes[] = {
  { "expectations", N_ ("Expectations") },
  { "themes", N_ ("Choice of themes") },
  { "free", N_ ("Free") },
  { NULL },
};

const MlgCodeList mlg_questionnaire_purposes = { "questionnaire-purposes",
                                                 questionnaire_purposes_codes };

static const MlgCode questionnaire_states_codes[] = {
  { "draft", N_ ("Draft") },
  { "open", N_ ("Open") },
  { "closed", N_ ("Closed") },
  { NULL },
};

const MlgCodeList mlg_questionnaire_states = { "questionnaire-states", questionnaire_states_codes };

static const MlgCode questionnaire_respondents_codes[] = {
  { "body", N_ ("One answer for each body") },
  { "person", N_ ("One answer for each person") },
  { NULL },
};

const MlgCodeList mlg_questionnaire_respondents = { "questionnaire-respondents",
                                                    questionnaire_respondents_codes };

static const MlgCode questionnaire_weights_codes[] = {
  { "equal", N_ ("Every answer weighs the same") },
  { "kind", N_ ("By kind of body") },
  { "population", N_ ("By population") },
  { NULL },
};

const MlgCodeList mlg_questionnaire_weights = { "questionnaire-weights",
                                                questionnaire_weights_codes };

static const MlgCode questionnaire_unranked_codes[] = {
  { "last", N_ ("Unranked is last") },
  { "silent", N_ ("Unranked says nothing") },
  { NULL },
};

const MlgCodeList mlg_questionnaire_unranked = { "questionnaire-unranked",
                                                 questionnaire_unranked_codes };

static const MlgField fields[] = { MLG_QUESTIONNAIRE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_questionnaire_kind = {
  .name = "questionnaire",
  .plural = "questionnaires",
  .title = N_ ("Questionnaire"),
  .title_plural = N_ ("Questionnaires"),
  .table = "questionnaire",
  .fields = fields,
  .n_fields = MLG_QUESTIONNAIRE_N_FIELDS,
  .get_type = mlg_questionnaire_get_type,
};

static void
mlg_questionnaire_class_init (MlgQuestionnaireClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_questionnaire_kind);
}

static void
mlg_questionnaire_init (MlgQuestionnaire *self)
{
}
