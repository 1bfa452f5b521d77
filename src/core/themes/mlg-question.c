/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question.h"

#include <glib/gi18n-lib.h>

struct _MlgQuestion
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgQuestion, mlg_question, MLG_TYPE_RECORD)

static const MlgCode question_types_codes[] = {
  { "rank", N_ ("Rank") },
  { "score", N_ ("Score from 0 to 5") },
  { "choose", N_ ("Choose several") },
  { "dots", N_ ("Share out dots") },
  { "yes-no", N_ ("Yes or no") },
  { "choice", N_ ("Choose one") },
  { "number", N_ ("Number") },
  { "text", N_ ("Text") },
  { NULL },
};

const MlgCodeList mlg_question_types = { "question-types", question_types_codes };

static const MlgField fields[] = { MLG_QUESTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_question_kind = {
  .name = "question",
  .plural = "questions",
  .title = N_ ("Question"),
  .title_plural = N_ ("Questions"),
  .table = "question",
  .fields = fields,
  .n_fields = MLG_QUESTION_N_FIELDS,
  .get_type = mlg_question_get_type,
};

static void
mlg_question_class_init (MlgQuestionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_question_kind);
}

static void
mlg_question_init (MlgQuestion *self)
{
}
