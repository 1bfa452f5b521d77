/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/** A question with its options, in order. */
typedef struct
{
  MlgRecord *question; /* (owned) */
  MlgRecord *section;  /* (owned) (nullable) */
  GPtrArray *options;  /* (owned) (element-type MlgRecord) */
} MlgFormQuestion;

/** A whole questionnaire, in the order in which people read it: questions without a section, then
 * section by section. */
typedef struct
{
  MlgRecord *questionnaire; /* (owned) */
  GPtrArray *sections;      /* (owned) (element-type MlgRecord) */
  GPtrArray *questions;     /* (owned) (element-type MlgFormQuestion) */
} MlgForm;

MlgForm *mlg_form_load (MlgConnection *db, gint64 questionnaire, GError **error);
void mlg_form_free (MlgForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgForm, mlg_form_free)

MlgFormQuestion *mlg_form_find_question (const MlgForm *form, gint64 question);
MlgFormQuestion *mlg_form_find_question_by_code (const MlgForm *form, const char *code);
MlgRecord *mlg_form_question_find_option (const MlgFormQuestion *question, gint64 option);
const char *mlg_form_question_get_type (const MlgFormQuestion *question);

G_END_DECLS
