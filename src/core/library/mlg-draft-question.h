/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-answers.h"

G_BEGIN_DECLS

/** A question of a draft: whether it needs an answer, and what the answer is for. */
typedef struct
{
  const MlgTemplateField *field; /* (unowned) of the template of the answers */
  gboolean applies;              /* with these answers something in the text needs it */
  gboolean filled;               /* it has an answer, or a default that stands for it */
  gboolean preset;               /* it is the default that stands */
  GPtrArray *shown;   /* (owned) (element-type utf8) titles of what has the answer in its words */
  GPtrArray *decides; /* (owned) (element-type utf8) titles of what is there or not by the answer */
} MlgDraftQuestion;

GPtrArray *mlg_draft_questions_new (MlgAnswers *answers, GError **error);

G_END_DECLS
