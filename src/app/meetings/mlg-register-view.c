/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-register-view.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-outcome.h"
#include "mlg-register-columns.h"

/* The actions of all meetings, late ones first, or the register of decisions. Whichever is chosen is shown
 * with its meeting. */
struct _MlgRegisterView
{
  MlgRecordView parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgRegisterView, mlg_register_view, MLG_TYPE_RECORD_VIEW)

static char *
mlg_register_view_write_summary (MlgRecordView *view, gconstpointer summary)
{
  guint n = (guint) * (const gint64 *) summary;

  return g_strdup_printf (ngettext ("%'u entry", "%'u entries", n), n);
}

static void
mlg_register_view_class_init (MlgRegisterViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);

  view_class->write_summary = mlg_register_view_write_summary;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-register-view.ui");
}

static void
mlg_register_view_init (MlgRegisterView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_register_view_set_store:
 * @kind: #mlg_register_actions or #mlg_register_decisions
 * @store: (transfer none): where the meetings are
 *
 * To be called once. Of the actions those to do are listed at first.
 */
void
mlg_register_view_set_store (MlgRegisterView *self, const MlgTableKind *kind, MlgStore *store)
{
  g_return_if_fail (MLG_IS_REGISTER_VIEW (self));

  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), kind, store);
  if (kind == &mlg_register_actions)
    mlg_record_table_narrow (mlg_record_view_get_table (MLG_RECORD_VIEW (self)), "progress", "open",
                             C_ ("actions", "To do"));
}
