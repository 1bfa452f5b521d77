/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-place.h"
#include "library/mlg-clause.h"
#include "library/mlg-shipped-tender.h"
#include "mlg-library-commit.h"
#include "mlg-tender-view-private.h"
#include "mlg-thresholds-window.h"
#include "widgets/mlg-host.h"

static void
activate_thresholds (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (mlg_thresholds_window_new (mlg_host_find (widget))));
}

static void
activate_go_to_line (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  adw_view_stack_set_visible_child_name (self->tabs, "text");
  mlg_tender_text_go_to_line (self->text, g_variant_get_int32 (parameter));
}

static gboolean
add_clause (MlgConnection *db, gint64 id, const char *text, gint64 clause, GError **error)
{
  return g_str_equal (text, "draft") ? mlg_draft_add_clause (db, id, clause, error)
                                     : mlg_template_add_clause (db, id, clause, error);
}

static void
activate_add_clause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  if (self->followed != NULL)
    mlg_library_commit_deed (widget, _ ("Add a clause"), add_clause,
                             mlg_record_get_id (self->followed),
                             mlg_tender_view_is_draft (self) ? "draft" : "",
                             g_variant_get_int64 (parameter), _ ("Clause added"));
}

static gboolean
take_out_of_draft (MlgConnection *db, gint64 id, const char *uri, gint64 number, GError **error)
{
  return mlg_draft_remove_clause (db, id, uri, error);
}

static gboolean
take_out_of_template (MlgConnection *db, gint64 id, const char *uri, gint64 number, GError **error)
{
  return mlg_template_remove_clause (db, id, uri, error);
}

static void
activate_take_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  if (self->followed != NULL)
    mlg_library_commit_deed (widget, _ ("Take a clause out"),
                             mlg_tender_view_is_draft (self) ? take_out_of_draft
                                                             : take_out_of_template,
                             mlg_record_get_id (self->followed),
                             g_variant_get_string (parameter, NULL), 0, _ ("Clause taken out"));
}

static gpointer
find_clause (MlgConnection *db, gpointer uri, GError **error)
{
  gint64 id = 0;

  return mlg_clause_find (db, uri, &id, error) && id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
on_clause_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgTenderView) self = data;
  g_autofree gint64 *id = mlg_store_read_finish (MLG_STORE (source), result, NULL);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (host == NULL)
    return;
  if (id != NULL)
    mlg_host_show_record (host, &mlg_clause_kind, *id);
  else
    mlg_host_say (host, _ ("This clause is not in the library"), FALSE);
}

static void
activate_open_clause (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  mlg_store_read_async (self->store, find_clause, g_variant_dup_string (parameter, NULL), g_free,
                        g_free, NULL, on_clause_found, g_object_ref (self));
}

static void
activate_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  adw_view_stack_set_visible_child_name (self->tabs, "text");
  mlg_tender_text_find (self->text);
}

static gboolean
restore (MlgConnection *db, gint64 id, const char *text, gint64 number, GError **error)
{
  return mlg_shipped_tender_restore (db, id, error);
}

static void
activate_take_original (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  if (self->followed != NULL)
    mlg_library_commit_deed (widget, _ ("Take the original back"), restore,
                             mlg_record_get_id (self->followed), NULL, 0,
                             _ ("The template is the original again"));
}

static void
activate_inspect (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_tender_view_show_inspector (MLG_TENDER_VIEW (widget));
}

static void
activate_show_rule (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgTenderView *self = MLG_TENDER_VIEW (widget);

  mlg_tender_view_show_check (self);
  mlg_check_pane_show_rule (self->check, g_variant_get_string (parameter, NULL));
}

/* Every action of the view, named once; its buttons and rows name them. */
void
mlg_tender_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tender.go-to-line", "i", activate_go_to_line);
  gtk_widget_class_install_action (widget_class, "tender.show-rule", "s", activate_show_rule);
  gtk_widget_class_install_action (widget_class, "tender.add-clause", "x", activate_add_clause);
  gtk_widget_class_install_action (widget_class, "tender.take-out", "s", activate_take_out);
  gtk_widget_class_install_action (widget_class, "tender.open-clause", "s", activate_open_clause);
  gtk_widget_class_install_action (widget_class, "tender.thresholds", NULL, activate_thresholds);
  gtk_widget_class_install_action (widget_class, "tender.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "tender.take-original", NULL,
                                   activate_take_original);
  gtk_widget_class_install_action (widget_class, "tender.inspect", NULL, activate_inspect);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "tender.inspect",
                                       NULL);
}
