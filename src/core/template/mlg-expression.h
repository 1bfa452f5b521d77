/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

#include "template/mlg-template-error.h"

G_BEGIN_DECLS

/** How many steps one evaluation may take: no honest expression comes near. */
#define MLG_EXPRESSION_MAX_STEPS 1000000

typedef struct _MlgEvaluator MlgEvaluator;

MlgEvaluator *mlg_evaluator_new (xmlDoc *context);
void mlg_evaluator_free (MlgEvaluator *self);
gboolean mlg_evaluator_test (
    MlgEvaluator *self, const char *expression, xmlNode *from, gboolean *holds, GError **error);
GPtrArray *
mlg_evaluator_select (MlgEvaluator *self, const char *expression, xmlNode *from, GError **error);
char *
mlg_evaluator_get_text (MlgEvaluator *self, const char *expression, xmlNode *from, GError **error);
gboolean mlg_expression_check (const char *expression, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgEvaluator, mlg_evaluator_free)

G_END_DECLS
