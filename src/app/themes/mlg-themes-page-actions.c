/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-questionnaire-preview.h"
#include "mlg-questionnaire-save.h"
#include "mlg-theme-commit.h"
#include "mlg-themes-page-private.h"
#include "themes/mlg-questionnaire-edit.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-edit.h"
#include "widgets/mlg-host.h"

static void
activate_show (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_themes_page_show_view (MLG_THEMES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (widget);

  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_theme_adder_open (self->adder);
}

static gboolean
add_usual (MlgConnection *db, gpointer data, GError **error)
{
  guint n;

  return mlg_theme_add_usual (db, &n, error);
}

static void
activate_usual (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_themes_page_show_view (MLG_THEMES_PAGE (widget), "themes");
  mlg_host_act (mlg_host_find (widget), _ ("Add the usual themes"), add_usual, NULL, NULL,
                _ ("The usual themes are there"));
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (widget);
  MlgRecord *shown = mlg_themes_page_get_shown (self);

  if (shown == NULL)
    return;
  mlg_theme_commit_removal (widget, shown, _ ("Deleted"));
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
activate_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_split_view_show_content (MLG_THEMES_PAGE (widget)->split_view, FALSE);
}

static gint64
copy (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_questionnaire_copy (db, *(gint64 *) id, NULL, error);
}

static void
activate_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgRecord *shown = mlg_themes_page_get_shown (MLG_THEMES_PAGE (widget));
  gint64 id = mlg_record_get_id (shown);
  /* Translators: an action; %s is a questionnaire. */
  g_autofree char *action =
      g_strdup_printf (_ ("Copy %s"), mlg_record_get_text (shown, MLG_QUESTIONNAIRE_TITLE));

  mlg_theme_commit_making (widget, action, &mlg_questionnaire_kind, copy,
                           g_memdup2 (&id, sizeof id), g_free, _ ("The copy is a draft"));
}

static void
activate_preview_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_questionnaire_preview (widget, mlg_themes_page_get_shown (MLG_THEMES_PAGE (widget)));
}

static void
activate_save_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_questionnaire_save_form (widget, mlg_themes_page_get_shown (MLG_THEMES_PAGE (widget)));
}

static void
activate_save_answers (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_questionnaire_save_answers (widget, mlg_themes_page_get_shown (MLG_THEMES_PAGE (widget)));
}

static void
activate_tab (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *details = mlg_lazy_bin_peek (MLG_THEMES_PAGE (widget)->questionnaire);

  if (details != NULL)
    adw_view_stack_set_visible_child_name (
        mlg_questionnaire_details_get_tabs (MLG_QUESTIONNAIRE_DETAILS (details)),
        g_variant_get_string (parameter, NULL));
}

/* What is done to questionnaires alone. */
static const char *const of_questionnaire[] = { "themes.copy", "themes.preview-form",
                                                "themes.save-form", "themes.save-answers" };

/* Some actions need a questionnaire on the right. */
void
mlg_themes_page_update_actions (MlgThemesPage *self)
{
  gboolean shown = !mlg_themes_page_shows_themes (self) && mlg_themes_page_get_shown (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_questionnaire); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_questionnaire[i], shown);
}

/* Every action of the page, named once. */
void
mlg_themes_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const views[] = { "themes", "questionnaires" };

  gtk_widget_class_install_action (widget_class, "themes.show", "s", activate_show);
  gtk_widget_class_install_action (widget_class, "themes.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "themes.usual", NULL, activate_usual);
  gtk_widget_class_install_action (widget_class, "themes.remove", NULL, activate_remove);
  gtk_widget_class_install_action (widget_class, "themes.back", NULL, activate_back);
  gtk_widget_class_install_action (widget_class, "themes.tab", "s", activate_tab);
  gtk_widget_class_install_action (widget_class, "themes.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "themes.preview-form", NULL,
                                   activate_preview_form);
  gtk_widget_class_install_action (widget_class, "themes.save-form", NULL, activate_save_form);
  gtk_widget_class_install_action (widget_class, "themes.save-answers", NULL,
                                   activate_save_answers);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "themes.add",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "themes.add",
                                       NULL);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK | GDK_ALT_MASK, "themes.show", "s", views[i]);
}
