/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-record.h"
#include "themes/mlg-tally.h"

G_BEGIN_DECLS

void mlg_questionnaire_save_form (GtkWidget *widget, MlgRecord *questionnaire);
void mlg_questionnaire_save_answers (GtkWidget *widget, MlgRecord *questionnaire);
void mlg_questionnaire_save_report (GtkWidget *widget,
                                    MlgRecord *questionnaire,
                                    gint64 question,
                                    const char *weights,
                                    MlgUnranked unranked);

G_END_DECLS
