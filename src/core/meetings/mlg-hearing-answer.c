/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-hearing-answer.h"

#include <glib/gi18n-lib.h>

struct _MlgHearingAnswer
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgHearingAnswer, mlg_hearing_answer, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_HEARING_ANSWER_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_hearing_answer_kind = {
  .name = "hearing-answer",
  .plural = "hearing-answers",
  .title = N_ ("Answer of a supplier"),
  .title_plural = N_ ("Answers of Suppliers"),
  .table = "hearing_answer",
  .fields = fields,
  .n_fields = MLG_HEARING_ANSWER_N_FIELDS,
  .get_type = mlg_hearing_answer_get_type,
};

static void
mlg_hearing_answer_class_init (MlgHearingAnswerClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_hearing_answer_kind);
}

static void
mlg_hearing_answer_init (MlgHearingAnswer *self)
{
}
