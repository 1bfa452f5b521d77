/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-job-bar.h"

#include "mlg-job-row.h"

/* The jobs that run, while there are any. */
struct _MlgJobBar
{
  GtkWidget parent_instance;
  GListModel *jobs; /* (owned) (nullable) of MlgJob */
  GtkRevealer *revealer;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgJobBar, mlg_job_bar, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return mlg_job_row_new (item);
}

static void
on_jobs_changed (MlgJobBar *self)
{
  gtk_revealer_set_reveal_child (self->revealer,
                                 self->jobs != NULL && g_list_model_get_n_items (self->jobs) > 0);
}

static void
mlg_job_bar_dispose (GObject *object)
{
  MlgJobBar *self = MLG_JOB_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->jobs);
  G_OBJECT_CLASS (mlg_job_bar_parent_class)->dispose (object);
}

static void
mlg_job_bar_class_init (MlgJobBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_job_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "jobbar");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/maillage/shell/mlg-job-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgJobBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MlgJobBar, list);
}

static void
mlg_job_bar_init (MlgJobBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_job_bar_set_jobs:
 * @jobs: (transfer none) (nullable): the jobs that are not finished, of #MlgJob
 */
void
mlg_job_bar_set_jobs (MlgJobBar *self, GListModel *jobs)
{
  g_return_if_fail (MLG_IS_JOB_BAR (self));

  if (self->jobs == jobs)
    return;
  if (self->jobs != NULL)
    g_signal_handlers_disconnect_by_func (self->jobs, on_jobs_changed, self);
  g_set_object (&self->jobs, jobs);
  gtk_list_box_bind_model (self->list, jobs, make_row, NULL, NULL);
  if (jobs != NULL)
    g_signal_connect_object (jobs, "items-changed", G_CALLBACK (on_jobs_changed), self,
                             G_CONNECT_SWAPPED);
  on_jobs_changed (self);
}
