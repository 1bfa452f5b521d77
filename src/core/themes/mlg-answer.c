/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-answer.h"

#include <glib/gi18n-lib.h>

struct _MlgAnswer
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgAnswer, mlg_answer, MLG_TYPE_RECORD)

static const MlgCode answer_sources_codes[] = {
  { "keyed", N_ ("Keyed in") },
  { "file", N_ ("From a table") },
  { "form", N_ ("From a form") },
  { NULL },
};

const MlgCodeList mlg_answer_sources = { "answer-sources", answer_sources_codes };

static const MlgCode answer_roles_codes[] = {
  { "elected", N_ ("Elected representative") },
  { "technical", N_ ("Staff") },
  { "other", N_ ("Neither") },
  { NULL },
};

const MlgCodeList mlg_answer_roles = { "answer-roles", answer_roles_codes };

static const MlgField fields[] = { MLG_ANSWER_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_answer_kind = {
  .name = "answer",
  .plural = "answers",
  .title = N_ ("Answer"),
  .title_plural = N_ ("Answers"),
  .table = "answer",
  .fields = fields,
  .n_fields = MLG_ANSWER_N_FIELDS,
  .get_type = mlg_answer_get_type,
};

static void
mlg_answer_class_init (MlgAnswerClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_answer_kind);
}

static void
mlg_answer_init (MlgAnswer *self)
{
}
