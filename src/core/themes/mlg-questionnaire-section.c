/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-questionnaire-section.h"

#include <glib/gi18n-lib.h>

struct _MlgQuestionnaireSection
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgQuestionnaireSection, mlg_questionnaire_section, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_QUESTIONNAIRE_SECTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_questionnaire_section_kind = {
  .name = "section",
  .plural = "sections",
  .title = N_ ("Section"),
  .title_plural = N_ ("Sections of Questionnaires"),
  .table = "questionnaire_section",
  .fields = fields,
  .n_fields = MLG_QUESTIONNAIRE_SECTION_N_FIELDS,
  .get_type = mlg_questionnaire_section_get_type,
};

static void
mlg_questionnaire_section_class_init (MlgQuestionnaireSectionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_questionnaire_section_kind);
}

static void
mlg_questionnaire_section_init (MlgQuestionnaireSection *self)
{
}
