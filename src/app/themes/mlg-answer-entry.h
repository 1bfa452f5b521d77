/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_ANSWER_ENTRY (mlg_answer_entry_get_type ())
G_DECLARE_FINAL_TYPE (MlgAnswerEntry, mlg_answer_entry, MLG, ANSWER_ENTRY, GtkWidget)

void mlg_answer_entry_set_store (MlgAnswerEntry *self, MlgStore *store);
void mlg_answer_entry_set_questionnaire (MlgAnswerEntry *self, MlgRecord *questionnaire);

G_END_DECLS
