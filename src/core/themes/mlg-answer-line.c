/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer-line.h"

#include <glib/gi18n-lib.h>

struct _MlgAnswerLine
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgAnswerLine, mlg_answer_line, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_ANSWER_LINE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_answer_line_kind = {
  .name = "answer-line",
  .plural = "answer-lines",
  .title = N_ ("Line of an answer"),
  .title_plural = N_ ("Lines of Answers"),
  .table = "answer_line",
  .fields = fields,
  .n_fields = MLG_ANSWER_LINE_N_FIELDS,
  .get_type = mlg_answer_line_get_type,
};

static void
mlg_answer_line_class_init (MlgAnswerLineClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_answer_line_kind);
}

static void
mlg_answer_line_init (MlgAnswerLine *self)
{
}
