/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MLG_TYPE_JOB_BAR (mlg_job_bar_get_type ())
G_DECLARE_FINAL_TYPE (MlgJobBar, mlg_job_bar, MLG, JOB_BAR, GtkWidget)

void mlg_job_bar_set_jobs (MlgJobBar *self, GListModel *jobs);

G_END_DECLS
