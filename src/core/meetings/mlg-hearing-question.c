/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing-question.h"

#include <glib/gi18n-lib.h>

struct _MlgHearingQuestion
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgHearingQuestion, mlg_hearing_question, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_HEARING_QUESTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_hearing_question_kind = {
  .name = "hearing-question",
  .plural = "hearing-questions",
  .title = N_ ("Question to suppliers"),
  .title_plural = N_ ("Questions to Suppliers"),
  .table = "hearing_question",
  .fields = fields,
  .n_fields = MLG_HEARING_QUESTION_N_FIELDS,
  .get_type = mlg_hearing_question_get_type,
};

static void
mlg_hearing_question_class_init (MlgHearingQuestionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_hearing_question_kind);
}

static void
mlg_hearing_question_init (MlgHearingQuestion *self)
{
}
