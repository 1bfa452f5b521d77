/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-themes-page-private.h"
#include "store/mlg-record-sql.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-question.h"
#include "themes/mlg-questionnaire-section.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-interest.h"
#include "themes/mlg-theme-step.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-narrow-bin.h"

/* Two lists on the left, what is chosen on the right; the actions are in mlg-themes-page-actions.c. */
G_DEFINE_FINAL_TYPE (MlgThemesPage, mlg_themes_page, MLG_TYPE_PAGE)

/* Whether the list of themes is in sight, and not that of questionnaires. */
gboolean
mlg_themes_page_shows_themes (MlgThemesPage *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "questionnaires") != 0;
}

static MlgThemesView *
get_view (MlgThemesPage *self)
{
  return mlg_themes_page_shows_themes (self) ? self->themes : self->questionnaires;
}

static MlgQuestionnaireDetails *
peek_questionnaire (MlgThemesPage *self)
{
  GtkWidget *details = mlg_lazy_bin_peek (self->questionnaire);

  return details != NULL ? MLG_QUESTIONNAIRE_DETAILS (details) : NULL;
}

/* What is on the right. */
MlgRecord *
mlg_themes_page_get_shown (MlgThemesPage *self)
{
  GtkWidget *theme = mlg_lazy_bin_peek (self->theme);
  MlgQuestionnaireDetails *questionnaire = peek_questionnaire (self);

  if (mlg_themes_page_shows_themes (self))
    return theme != NULL ? mlg_record_details_get_record (MLG_RECORD_DETAILS (theme)) : NULL;
  return questionnaire != NULL ? mlg_record_details_get_record (MLG_RECORD_DETAILS (questionnaire))
                               : NULL;
}

static void
fit_panes (MlgThemesPage *self)
{
  gboolean collapsed = mlg_split_view_is_collapsed (self->split_view);

  gtk_widget_set_visible (self->back_button, collapsed);
  gtk_widget_set_hexpand (self->list_pane, collapsed);
  adw_header_bar_set_show_end_title_buttons (self->list_header, collapsed);
}

static void
update_details (MlgThemesPage *self)
{
  gboolean themes = mlg_themes_page_shows_themes (self);
  gboolean shown = mlg_themes_page_get_shown (self) != NULL;

  adw_window_title_set_title (self->details_title, !shown   ? ""
                                                   : themes ? _ ("Theme")
                                                            : _ ("Questionnaire"));
  gtk_stack_set_visible_child_name (self->details_stack, !shown   ? "none"
                                                         : themes ? "theme"
                                                                  : "questionnaire");
  gtk_widget_set_visible (self->details_menu, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), shown && !themes);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), shown && !themes);
  mlg_themes_page_update_actions (self);
  fit_panes (self);
}

static void
on_theme_chosen (MlgThemesPage *self, gint64 id)
{
  if (id != 0 || mlg_lazy_bin_peek (self->theme) != NULL)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (self->theme)), id);
}

static void
on_questionnaire_chosen (MlgThemesPage *self, gint64 id)
{
  if (id != 0 || peek_questionnaire (self) != NULL)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (self->questionnaire)), id);
}

static void
on_opened (MlgThemesPage *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
prepare_theme (MlgThemesPage *self, GtkWidget *widget)
{
  mlg_record_details_set_store (MLG_RECORD_DETAILS (widget), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (widget, "changed", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
}

static void
prepare_questionnaire (MlgThemesPage *self, GtkWidget *widget)
{
  MlgQuestionnaireDetails *details = MLG_QUESTIONNAIRE_DETAILS (widget);

  mlg_record_details_set_store (MLG_RECORD_DETAILS (details), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (widget, "changed", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
  adw_view_switcher_set_stack (self->switcher, mlg_questionnaire_details_get_tabs (details));
  adw_view_switcher_bar_set_stack (self->switcher_bar,
                                   mlg_questionnaire_details_get_tabs (details));
}

static void
fit_menus (MlgThemesPage *self)
{
  MlgColumnSet *columns =
      mlg_record_table_get_columns (mlg_record_view_get_table (MLG_RECORD_VIEW (get_view (self))));

  g_menu_remove_all (self->column_section);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
}

static void
fit_search (MlgThemesPage *self)
{
  GtkSearchBar *bar = mlg_record_table_get_search_bar (
      mlg_record_view_get_table (MLG_RECORD_VIEW (get_view (self))));

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  self->search_binding =
      g_object_bind_property (bar, "search-mode-enabled", self->search_button, "active",
                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
on_view_changed (MlgThemesPage *self)
{
  if (adw_view_stack_get_visible_child_name (self->views) == NULL
      || mlg_record_table_get_columns (
             mlg_record_view_get_table (MLG_RECORD_VIEW (self->questionnaires)))
             == NULL)
    return;
  mlg_theme_adder_set_kind (
      self->adder, mlg_themes_page_shows_themes (self) ? &mlg_theme_kind : &mlg_questionnaire_kind);
  fit_menus (self);
  fit_search (self);
  update_details (self);
}

/* @name: "themes" or "questionnaires" */
void
mlg_themes_page_show_view (MlgThemesPage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
  mlg_split_view_show_content (self->split_view, FALSE);
}

static void
search (MlgPage *page)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (page);

  mlg_split_view_show_content (self->split_view, FALSE);
  mlg_record_table_search (mlg_record_view_get_table (MLG_RECORD_VIEW (get_view (self))));
}

/* A part is read with what it is a part of. */
static const struct
{
  const MlgKind *kind;
  guint field;
  const MlgKind *whole;
} wholes[] = {
  { &mlg_theme_step_kind, MLG_THEME_STEP_THEME, &mlg_theme_kind },
  { &mlg_theme_interest_kind, MLG_THEME_INTEREST_THEME, &mlg_theme_kind },
  { &mlg_question_option_kind, MLG_QUESTION_OPTION_QUESTION, &mlg_question_kind },
  { &mlg_question_kind, MLG_QUESTION_QUESTIONNAIRE, &mlg_questionnaire_kind },
  { &mlg_questionnaire_section_kind, MLG_QUESTIONNAIRE_SECTION_QUESTIONNAIRE,
    &mlg_questionnaire_kind },
  { &mlg_answer_kind, MLG_ANSWER_QUESTIONNAIRE, &mlg_questionnaire_kind },
};

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Place;

static int
find_whole (const MlgKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    if (wholes[i].kind == kind)
      return (int) i;
  return -1;
}

static gpointer
read_whole (MlgConnection *db, gpointer data, GError **error)
{
  Place place = *(Place *) data;

  for (int i = find_whole (place.kind); i >= 0; i = find_whole (place.kind))
    {
      g_autoptr (MlgRecord) part = mlg_record_load (db, place.kind, place.id, error);

      if (part == NULL)
        return NULL;
      place.id = mlg_record_get_integer (part, wholes[i].field);
      place.kind = wholes[i].whole;
    }
  return g_memdup2 (&place, sizeof place);
}

static void
on_whole_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgThemesPage) self = data;
  g_autofree Place *place = mlg_store_read_finish (MLG_STORE (source), result, NULL);

  /* A part that is gone has nothing to show. */
  if (place != NULL)
    mlg_page_show_record (MLG_PAGE (self), place->kind, place->id);
}

static gboolean
show_part (MlgThemesPage *self, const MlgKind *kind, gint64 id)
{
  Place place = { kind, id };

  if (find_whole (kind) < 0)
    return FALSE;
  mlg_store_read_async (mlg_page_get_store (MLG_PAGE (self)), read_whole,
                        g_memdup2 (&place, sizeof place), g_free, g_free, NULL, on_whole_read,
                        g_object_ref (self));
  return TRUE;
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (page);

  if (kind != &mlg_theme_kind && kind != &mlg_questionnaire_kind)
    return show_part (self, kind, id);
  mlg_themes_page_show_view (self, kind == &mlg_theme_kind ? "themes" : "questionnaires");
  mlg_record_table_choose (mlg_record_view_get_table (MLG_RECORD_VIEW (get_view (self))), id);
  if (kind == &mlg_theme_kind)
    on_theme_chosen (self, id);
  else
    on_questionnaire_chosen (self, id);
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static void
build (MlgPage *page)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (page);
  MlgStore *store = mlg_page_get_store (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_themes_view_set_kind (self->themes, &mlg_themes_view_themes, store);
  mlg_themes_view_set_kind (self->questionnaires, &mlg_themes_view_questionnaires, store);
  mlg_theme_adder_set_store (self->adder, store);
  on_view_changed (self);
}

static void
mlg_themes_page_dispose (GObject *object)
{
  MlgThemesPage *self = MLG_THEMES_PAGE (object);

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  G_OBJECT_CLASS (mlg_themes_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-themes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, views);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, themes);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, questionnaires);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, adder);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, column_section);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, details_title);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, details_menu);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, theme);
  gtk_widget_class_bind_template_child (widget_class, MlgThemesPage, questionnaire);
  gtk_widget_class_bind_template_callback (widget_class, fit_panes);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_theme_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_questionnaire_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, prepare_theme);
  gtk_widget_class_bind_template_callback (widget_class, prepare_questionnaire);
}

static void
mlg_themes_page_class_init (MlgThemesPageClass *klass)
{
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_themes_page_dispose;
  page_class->name = "themes";
  page_class->title = N_ ("Themes");
  page_class->icon_name = "starred-symbolic";
  page_class->counted = &mlg_theme_kind;
  page_class->build = build;
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_THEMES_VIEW);
  g_type_ensure (MLG_TYPE_THEME_ADDER);
  g_type_ensure (MLG_TYPE_THEME_DETAILS);
  g_type_ensure (MLG_TYPE_QUESTIONNAIRE_DETAILS);
  bind_template (GTK_WIDGET_CLASS (klass));
  mlg_themes_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
mlg_themes_page_init (MlgThemesPage *self)
{
}
