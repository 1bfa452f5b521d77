/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-themes-view.h"

#include <glib/gi18n-lib.h>

#include "mlg-theme-columns.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-lazy-bin.h"

/* The list of themes, or that of questionnaires, and what is done to those that are chosen. */
struct _MlgThemesView
{
  MlgRecordView parent_instance;
  const MlgThemesViewKind *kind; /* (unowned) static; NULL until it is set */
};

G_DEFINE_FINAL_TYPE (MlgThemesView, mlg_themes_view, MLG_TYPE_RECORD_VIEW)

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

static char *
mlg_themes_view_name_removal (MlgRecordView *view, guint n)
{
  return MLG_THEMES_VIEW (view)->kind->remove (n);
}

static char *
mlg_themes_view_describe_removal (MlgRecordView *view, guint n)
{
  return g_strdup (_ ("Deleted"));
}

static char *
mlg_themes_view_write_summary (MlgRecordView *view, gconstpointer summary)
{
  return MLG_THEMES_VIEW (view)->kind->count ((guint) * (const gint64 *) summary);
}

static void
mlg_themes_view_class_init (MlgThemesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);

  view_class->remove = mlg_theme_remove;
  view_class->name_removal = mlg_themes_view_name_removal;
  view_class->describe_removal = mlg_themes_view_describe_removal;
  view_class->write_summary = mlg_themes_view_write_summary;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-themes-view.ui");
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
  empty = g_object_new (MLG_TYPE_LAZY_BIN, "resource", kind->empty, NULL);
  g_object_set (mlg_record_view_get_table (MLG_RECORD_VIEW (self)), "empty-page", empty, NULL);
  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), &kind->table, store);
}
