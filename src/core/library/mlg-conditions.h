/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-condition.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/* What says when a section or clause is in the text: comparisons that must all hold. Of a question that is a list
 * the number of rows is what compares. */

GPtrArray *mlg_conditions_parse (MlgTemplate *template, const char *test);
char *mlg_conditions_write (MlgTemplate *template, GPtrArray *conditions, GError **error);
gboolean mlg_conditions_take (const MlgTemplateField *field, MlgComparison comparison);
void mlg_conditions_add (GPtrArray *conditions,
                         const char *field,
                         MlgComparison comparison,
                         const char *value);

G_END_DECLS
