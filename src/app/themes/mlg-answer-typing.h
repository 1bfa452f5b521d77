/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

gboolean mlg_answer_typing_read (const MlgFormQuestion *question,
                                 const char *text,
                                 GPtrArray *lines,
                                 char **why);
char *mlg_answer_typing_print (const MlgFormQuestion *question, GPtrArray *lines);
char *mlg_answer_typing_explain (const MlgFormQuestion *question);

G_END_DECLS
