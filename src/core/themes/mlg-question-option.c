/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-question-option.h"

#include <glib/gi18n-lib.h>

struct _MlgQuestionOption
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgQuestionOption, mlg_question_option, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_QUESTION_OPTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_question_option_kind = {
  .name = "option",
  .plural = "options",
  .title = N_ ("Option"),
  .title_plural = N_ ("Options"),
  .table = "question_option",
  .fields = fields,
  .n_fields = MLG_QUESTION_OPTION_N_FIELDS,
  .get_type = mlg_question_option_get_type,
};

static void
mlg_question_option_class_init (MlgQuestionOptionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_question_option_kind);
}

static void
mlg_question_option_init (MlgQuestionOption *self)
{
}
