/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "themes/mlg-questionnaire-form.h"

G_BEGIN_DECLS

GtkWidget *mlg_answer_row_new (const MlgFormQuestion *question, guint number);
GtkWidget *mlg_answer_row_make_legend (const MlgFormQuestion *question);
gboolean mlg_answer_rows_are_empty (GPtrArray *rows);
void mlg_answer_rows_fill (GPtrArray *rows, const MlgForm *form, GPtrArray *lines);

G_END_DECLS
