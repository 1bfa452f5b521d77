/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MLG_TYPE_JOB (mlg_job_get_type ())
G_DECLARE_FINAL_TYPE (MlgJob, mlg_job, MLG, JOB, GObject)

MlgJob *mlg_job_new (const char *title);
const char *mlg_job_get_title (MlgJob *self);
const char *mlg_job_get_text (MlgJob *self);
double mlg_job_get_fraction (MlgJob *self);
gboolean mlg_job_is_finished (MlgJob *self);
GCancellable *mlg_job_get_cancellable (MlgJob *self);
void mlg_job_cancel (MlgJob *self);

void mlg_job_report (MlgJob *self, double fraction, const char *text);
void mlg_job_finish (MlgJob *self);

G_END_DECLS
