/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-themes-view.h"

#include <glib/gi18n-lib.h>

#include "mlg-theme-columns.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

/* The list of themes, or that of questionnaires, and what is done to those that are chosen. */
struct _MlgThemesView
{
  GtkWidget parent_instance;
  const MlgThemesViewKind *kind; /* (unowned) static; NULL until it is set */
  const MlgKind *kinds[2];       /* of @kind, ended by NULL */
  MlgLiveRead *count;            /* (owned) (nullable) how many are listed */
  MlgRecordTable *table;
};

G_DEFINE_FINAL_TYPE (MlgThemesView, mlg_themes_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal;

static char *
count_themes (guint n)
{
  return g_strdup_printf (ngettext ("%'u theme", "%'u themes", n), n);
}

static char *
remove_themes (guint n)
{
  return g_strdup_printf (ngettext ("Delete %'u theme", "Delete %'u themes", n), n);
}

static char *
count_questionnaires (guint n)
{
  return g_strdup_printf (ngettext ("%'u questionnaire", "%'u questionnaires", n), n);
}

static char *
remove_questionnaires (guint n)
{
  return g_strdup_printf (ngettext ("Delete %'u questionnaire", "Delete %'u questionnaires", n), n);
}

const MlgThemesViewKind mlg_themes_view_themes = {
  .table = { .kind = &mlg_theme_kind,
             .title = N_ ("Themes"),
             .search = N_ ("Search themes"),
             .columns = mlg_theme_columns,
             .facets = mlg_theme_facets,
             .line = mlg_theme_text_line,
             .settings_key = "themes-columns" },
  .empty = "/org/maillage/themes/mlg-themes-empty.ui",
  .count = count_themes,
  .remove = remove_themes,
};

const MlgThemesViewKind mlg_themes_view_questionnaires = {
  .table = { .kind = &mlg_questionnaire_kind,
             .title = N_ ("Questionnaires"),
             .search = N_ ("Search questionnaires"),
             .columns = mlg_questionnaire_columns,
             .facets = mlg_questionnaire_facets,
             .line = mlg_questionnaire_text_line,
             .settings_key = "questionnaires-columns" },
  .empty = "/org/maillage/themes/mlg-questionnaires-empty.ui",
  .count = count_questionnaires,
  .remove = remove_questionnaires,
};

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) (element-type gint64) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_array_unref (removal->ids);
  g_free (removal);
}

static gboolean
remove_chosen (MlgConnection *db, gpointer data, GError **error)
{
  Removal *removal = data;

  for (guint i = 0; i < removal->ids->len; i++)
    if (!mlg_theme_remove (db, removal->kind, g_array_index (removal->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgThemesView *self = MLG_THEMES_VIEW (widget);
  Removal *removal = g_new0 (Removal, 1);
  g_autofree char *action = NULL;

  removal->kind = self->kind->table.kind;
  removal->ids = mlg_record_selection_get_ids (mlg_record_table_get_selection (self->table));
  action = self->kind->remove (removal->ids->len);
  mlg_host_act (mlg_host_find (widget), action, remove_chosen, removal, removal_free,
                _ ("Deleted"));
}

static void
update_actions (MlgThemesView *self)
{
  MlgRecordSelection *selection = mlg_record_table_get_selection (self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.remove",
                                 selection != NULL && mlg_record_selection_get_n (selection) > 0);
}

static void
on_chosen (MlgThemesView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgThemesView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgThemesView *self)
{
  if (self->count != NULL)
    mlg_live_read_ask_query (self->count,
                             mlg_record_list_get_query (mlg_record_table_get_list (self->table)));
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static void
on_counted (MlgThemesView *self)
{
  gint64 *n = mlg_live_read_get_result (self->count);
  g_autofree char *summary = n != NULL ? self->kind->count ((guint) *n) : NULL;

  mlg_record_table_set_summary (self->table, summary);
}

static void
mlg_themes_view_dispose (GObject *object)
{
  MlgThemesView *self = MLG_THEMES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->count);
  G_OBJECT_CLASS (mlg_themes_view_parent_class)->dispose (object);
}

static void
mlg_themes_view_class_init (MlgThemesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_themes_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-themes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemesView, table);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);

  /**
   * MlgThemesView::chosen:
   * @id: what is chosen; 0 when there is nothing, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_THEMES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgThemesView::opened:
   *
   * The person wants to see what is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_THEMES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_themes_view_init (MlgThemesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_themes_view_set_kind:
 * @kind: (transfer none): static: what is listed
 * @store: (transfer none): where it is
 *
 * To be called once.
 */
void
mlg_themes_view_set_kind (MlgThemesView *self, const MlgThemesViewKind *kind, MlgStore *store)
{
  GtkWidget *empty;

  g_return_if_fail (MLG_IS_THEMES_VIEW (self));
  g_return_if_fail (self->kind == NULL);

  self->kind = kind;
  self->kinds[0] = kind->table.kind;
  self->count = mlg_live_read_new (store, self->kinds, read_count, g_free);
  g_signal_connect_object (self->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  empty = g_object_new (MLG_TYPE_LAZY_BIN, "resource", kind->empty, NULL);
  g_object_set (self->table, "empty-page", empty, NULL);
  mlg_record_table_set_kind (self->table, &kind->table, store);
  update_actions (self);
}

/**
 * mlg_themes_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_themes_view_get_table (MlgThemesView *self)
{
  g_return_val_if_fail (MLG_IS_THEMES_VIEW (self), NULL);
  return self->table;
}
