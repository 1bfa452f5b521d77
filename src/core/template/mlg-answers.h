/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-issue.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

#define MLG_ANSWERS_NAMESPACE "urn:maillage:answers:1"

#define MLG_TYPE_ANSWERS (mlg_answers_get_type ())
G_DECLARE_FINAL_TYPE (MlgAnswers, mlg_answers, MLG, ANSWERS, GObject)

MlgAnswers *mlg_answers_new (MlgTemplate *template);
MlgAnswers *mlg_answers_read_xml (MlgTemplate *template,
                                  GBytes *bytes,
                                  const char *name,
                                  MlgIssueList *issues,
                                  GCancellable *cancellable,
                                  GError **error);
GBytes *mlg_answers_to_xml (MlgAnswers *self);

gboolean mlg_answers_set (MlgAnswers *self, const char *field, const char *text, GError **error);
void mlg_answers_clear (MlgAnswers *self, const char *field);
char *mlg_answers_get (MlgAnswers *self, const char *field);
gboolean
mlg_answers_add_row (MlgAnswers *self, const char *field, GHashTable *values, GError **error);
void mlg_answers_take_records (MlgAnswers *self, xmlDoc *records, MlgIssueList *issues);
gboolean mlg_answers_is_answered (MlgAnswers *self, const char *field);
gboolean mlg_answers_is_filled (MlgAnswers *self, const char *field);
MlgTemplate *mlg_answers_get_template (MlgAnswers *self);
void mlg_answers_add_to_context (MlgAnswers *self, xmlNode *context);

G_END_DECLS
