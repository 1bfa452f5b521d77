/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-job.h"

G_BEGIN_DECLS

#define MLG_TYPE_JOB_ROW (mlg_job_row_get_type ())
G_DECLARE_FINAL_TYPE (MlgJobRow, mlg_job_row, MLG, JOB_ROW, GtkListBoxRow)

GtkWidget *mlg_job_row_new (MlgJob *job);

G_END_DECLS
