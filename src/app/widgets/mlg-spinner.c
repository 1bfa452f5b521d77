/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-spinner.h"

/* Tells somebody who has waited for a moment that something is on its way. What comes at once comes
 * without a flash of it. */
struct _MlgSpinner
{
  GtkWidget parent_instance;
  GtkWidget *spinner; /* (owned by the widget tree) (nullable) while it spins */
  guint timeout;      /* source that starts it; 0 for none */
};

G_DEFINE_FINAL_TYPE (MlgSpinner, mlg_spinner, GTK_TYPE_WIDGET)

#define SIZE     32  /* px */
#define PATIENCE 500 /* ms */

static gboolean
on_time_passed (gpointer data)
{
  MlgSpinner *self = data;

  self->timeout = 0;
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_parent (self->spinner, GTK_WIDGET (self));
  gtk_spinner_start (GTK_SPINNER (self->spinner));
  return G_SOURCE_REMOVE;
}

static void
stop (MlgSpinner *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->spinner, gtk_widget_unparent);
}

static void
mlg_spinner_map (GtkWidget *widget)
{
  MlgSpinner *self = MLG_SPINNER (widget);

  GTK_WIDGET_CLASS (mlg_spinner_parent_class)->map (widget);
  self->timeout = g_timeout_add (PATIENCE, on_time_passed, self);
}

static void
mlg_spinner_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mlg_spinner_parent_class)->unmap (widget);
  stop (MLG_SPINNER (widget));
}

static void
mlg_spinner_dispose (GObject *object)
{
  stop (MLG_SPINNER (object));
  G_OBJECT_CLASS (mlg_spinner_parent_class)->dispose (object);
}

static void
mlg_spinner_class_init (MlgSpinnerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_spinner_dispose;
  widget_class->map = mlg_spinner_map;
  widget_class->unmap = mlg_spinner_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
}

static void
mlg_spinner_init (MlgSpinner *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}
