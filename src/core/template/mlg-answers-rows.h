/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-answers.h"

G_BEGIN_DECLS

/* Answers of type rows as texts, in the form in which spreadsheets copy cells: a line for each row, its
 * values in the order of the columns with a tab between two. */

char *mlg_answers_dup_rows (MlgAnswers *self, const char *field);
gboolean
mlg_answers_set_rows (MlgAnswers *self, const char *field, const char *text, GError **error);
char *mlg_template_field_print_plain (const MlgTemplateField *field, const char *kept);

G_END_DECLS
