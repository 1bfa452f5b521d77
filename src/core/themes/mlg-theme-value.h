/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The forms of values that the records of themes and questionnaires have of their own. */

/** The longest code of a question or an option, in characters. */
#define MLG_QUESTION_CODE_MAX 40

char *mlg_count_check (const char *text);
char *mlg_weight_check (const char *text);
char *mlg_cpv_list_clean (const char *text);
char *mlg_cpv_list_check (const char *text);
char *mlg_question_code_check (const char *text);
char *mlg_kind_weights_clean (const char *text);
char *mlg_kind_weights_check (const char *text);

double mlg_kind_weights_find (const char *weights, const char *category);

G_END_DECLS
