/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-job-row.h"

#include <glib/gi18n-lib.h>

/* One job that runs: what it is, how far it is, and a way to give it up. */
struct _MlgJobRow
{
  GtkListBoxRow parent_instance;
  MlgJob *job; /* (owned) */
  GtkWidget *cancel_button;
};

G_DEFINE_FINAL_TYPE (MlgJobRow, mlg_job_row, GTK_TYPE_LIST_BOX_ROW)

typedef enum
{
  PROP_JOB = 1,
} MlgJobRowProperty;

static GParamSpec *properties[PROP_JOB + 1];

/* How far it is, when that is known. */
static gboolean
is_measured (MlgJobRow *self, double fraction)
{
  return fraction >= 0;
}

static double
get_length (MlgJobRow *self, double fraction)
{
  return CLAMP (fraction, 0, 1);
}

static gboolean
has_text (MlgJobRow *self, const char *text)
{
  return text != NULL && *text != '\0';
}

static void
activate_cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_job_cancel (MLG_JOB_ROW (widget)->job);
  gtk_widget_action_set_enabled (widget, "job.cancel", FALSE);
}

static void
mlg_job_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgJobRowProperty) id)
    {
    case PROP_JOB:
      g_value_set_object (value, MLG_JOB_ROW (object)->job);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_job_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((MlgJobRowProperty) id)
    {
    case PROP_JOB:
      MLG_JOB_ROW (object)->job = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_job_row_finalize (GObject *object)
{
  g_clear_object (&MLG_JOB_ROW (object)->job);
  G_OBJECT_CLASS (mlg_job_row_parent_class)->finalize (object);
}

static void
mlg_job_row_class_init (MlgJobRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mlg_job_row_get_property;
  object_class->set_property = mlg_job_row_set_property;
  object_class->finalize = mlg_job_row_finalize;
  properties[PROP_JOB] =
      g_param_spec_object ("job", NULL, NULL, MLG_TYPE_JOB,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_action (widget_class, "job.cancel", NULL, activate_cancel);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/maillage/shell/mlg-job-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_measured);
  gtk_widget_class_bind_template_callback (widget_class, get_length);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_child (widget_class, MlgJobRow, cancel_button);
}

static void
mlg_job_row_init (MlgJobRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_job_row_new:
 * @job: a job that is not finished
 */
GtkWidget *
mlg_job_row_new (MlgJob *job)
{
  MlgJobRow *self = g_object_new (MLG_TYPE_JOB_ROW, "job", job, NULL);
  /* Translators: %s is a job that runs, such as “Importing members”. */
  g_autofree char *label = g_strdup_printf (_ ("Cancel “%s”"), mlg_job_get_title (job));

  gtk_widget_set_tooltip_text (self->cancel_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cancel_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
