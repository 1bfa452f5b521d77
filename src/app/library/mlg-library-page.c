/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-draft.h"
#include "library/mlg-sheet.h"
#include "library/mlg-template-record.h"
#include "mlg-library-files.h"
#include "mlg-library-page-private.h"
#include "widgets/mlg-narrow-bin.h"

/* The lists of the library and what is chosen in them; the actions are in mlg-library-page-actions.c. */
G_DEFINE_FINAL_TYPE (MlgLibraryPage, mlg_library_page, MLG_TYPE_PAGE)

static MlgLibraryList
get_list (MlgLibraryPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  guint i = 0;

  while (i + 1 < MLG_LIBRARY_N_LISTS
         && g_strcmp0 (name, mlg_library_list_get_name ((MlgLibraryList) i)) != 0)
    i++;
  return (MlgLibraryList) i;
}

static MlgLazyBin *
get_bin (MlgLibraryPage *self, MlgLibraryList list)
{
  MlgLazyBin *const bins[] = { self->templates, self->clauses, self->drafts, self->sheets };

  return bins[list];
}

/* The list that is in front. */
MlgLibraryView *
mlg_library_page_get_view (MlgLibraryPage *self)
{
  return MLG_LIBRARY_VIEW (mlg_lazy_bin_get (get_bin (self, get_list (self))));
}

static const char *
get_details_name (MlgLibraryPage *self)
{
  static const char *const names[] = { "tender", "clause", "tender", "sheet" };

  return names[get_list (self)];
}

/* What is chosen in the list that is in front. */
MlgRecord *
mlg_library_page_get_shown (MlgLibraryPage *self)
{
  MlgLibraryList list = get_list (self);
  GtkWidget *tender = mlg_lazy_bin_peek (self->tender);
  GtkWidget *clause = mlg_lazy_bin_peek (self->clause);
  GtkWidget *sheet = mlg_lazy_bin_peek (self->sheet);
  MlgRecord *shown = NULL;

  if (list == MLG_LIBRARY_CLAUSES)
    return clause != NULL ? mlg_record_details_get_record (MLG_RECORD_DETAILS (clause)) : NULL;
  if (list == MLG_LIBRARY_SHEETS)
    return sheet != NULL ? mlg_record_details_get_record (MLG_RECORD_DETAILS (sheet)) : NULL;
  if (tender != NULL)
    shown = mlg_tender_view_get_record (MLG_TENDER_VIEW (tender));
  return shown != NULL && mlg_library_list_find (mlg_record_get_kind (shown)) == list ? shown
                                                                                      : NULL;
}

static void
fit_panes (MlgLibraryPage *self)
{
  gboolean collapsed = mlg_split_view_is_collapsed (self->split_view);
  gboolean shown = mlg_library_page_get_shown (self) != NULL;
  gboolean alone = self->wide && shown && !collapsed;

  gtk_widget_set_visible (self->list_pane, !alone);
  gtk_widget_set_visible (self->back_button, collapsed || alone);
  gtk_widget_set_visible (self->wide_button, shown && !collapsed && !alone);
  adw_header_bar_set_show_end_title_buttons (self->list_header, collapsed);
}

/* Lets what is chosen take the width of the list too, or gives it back. */
void
mlg_library_page_widen (MlgLibraryPage *self, gboolean wide)
{
  self->wide = wide;
  if (!wide)
    mlg_split_view_show_content (self->split_view, FALSE);
  fit_panes (self);
}

static const char *
get_title (MlgLibraryPage *self)
{
  /* A draft here is no state in which something is: it is a tender in the making. */
  static const char *const titles[] = { NC_ ("library", "Template"), NC_ ("library", "Clause"),
                                        NC_ ("library", "Draft"),
                                        NC_ ("library", "Feedback Sheet") };

  return g_dpgettext2 (GETTEXT_PACKAGE, "library", titles[get_list (self)]);
}

static void
update_details (MlgLibraryPage *self)
{
  gboolean shown = mlg_library_page_get_shown (self) != NULL;
  gboolean tender = shown && g_str_equal (get_details_name (self), "tender");

  adw_window_title_set_title (self->details_title, shown ? get_title (self) : "");
  gtk_stack_set_visible_child_name (self->details_stack, shown ? get_details_name (self) : "none");
  gtk_widget_set_visible (self->details_menu, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), tender);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_bar), tender);
  gtk_widget_set_visible (GTK_WIDGET (self->details_title),
                          !tender
                              || mlg_narrow_bin_is_narrow (MLG_NARROW_BIN (self->details_pane)));
  gtk_widget_set_visible (self->draft_button,
                          shown && get_list (self) == MLG_LIBRARY_TEMPLATES
                              && !mlg_narrow_bin_is_narrow (MLG_NARROW_BIN (self->details_pane)));
  mlg_library_page_update_actions (self);
  fit_panes (self);
}

static void
show_chosen (MlgLibraryPage *self, gint64 id)
{
  MlgLibraryList list = get_list (self);

  if (list == MLG_LIBRARY_CLAUSES)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (self->clause)), id);
  else if (list == MLG_LIBRARY_SHEETS)
    mlg_record_details_set_id (MLG_RECORD_DETAILS (mlg_lazy_bin_get (self->sheet)), id);
  else
    mlg_tender_view_set_record (MLG_TENDER_VIEW (mlg_lazy_bin_get (self->tender)),
                                mlg_library_list_get_table (list)->kind, id);
  update_details (self);
}

static void
on_chosen (MlgLibraryPage *self, gint64 id)
{
  if (id != 0 || mlg_library_page_get_shown (self) != NULL)
    show_chosen (self, id);
}

static void
on_opened (MlgLibraryPage *self)
{
  /* A text wants room for its outline and its check; the rest stands beside its list. */
  if (!mlg_split_view_is_collapsed (self->split_view)
      && g_str_equal (get_details_name (self), "tender"))
    mlg_library_page_widen (self, TRUE);
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
prepare_list (MlgLibraryPage *self, GtkWidget *view, MlgLazyBin *bin)
{
  guint i = 0;

  while (get_bin (self, (MlgLibraryList) i) != bin)
    i++;
  mlg_library_view_set_list (MLG_LIBRARY_VIEW (view), (MlgLibraryList) i,
                             mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (view, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "opened", G_CALLBACK (on_opened), self, G_CONNECT_SWAPPED);
}

static void
prepare_tender (MlgLibraryPage *self, GtkWidget *widget)
{
  MlgTenderView *tender = MLG_TENDER_VIEW (widget);

  mlg_tender_view_set_store (tender, mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (tender, "changed", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
  adw_view_switcher_set_stack (self->switcher, mlg_tender_view_get_tabs (tender));
  adw_view_switcher_bar_set_stack (self->switcher_bar, mlg_tender_view_get_tabs (tender));
}

static void
prepare_clause (MlgLibraryPage *self, GtkWidget *clause)
{
  mlg_record_details_set_store (MLG_RECORD_DETAILS (clause), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (clause, "changed", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
}

static void
prepare_sheet (MlgLibraryPage *self, GtkWidget *sheet)
{
  mlg_record_details_set_store (MLG_RECORD_DETAILS (sheet), mlg_page_get_store (MLG_PAGE (self)));
  g_signal_connect_object (sheet, "changed", G_CALLBACK (update_details), self, G_CONNECT_SWAPPED);
}

static void
fit_menus (MlgLibraryPage *self, MlgRecordTable *table)
{
  MlgColumnSet *columns = mlg_record_table_get_columns (table);

  g_menu_remove_all (self->column_section);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns",
                                  mlg_column_set_get_actions (columns));
  g_menu_append_submenu (self->column_section, _ ("_Columns"), mlg_column_set_get_menu (columns));
}

static void
fit_search (MlgLibraryPage *self, MlgRecordTable *table)
{
  g_clear_pointer (&self->search_binding, g_binding_unbind);
  self->search_binding = g_object_bind_property (
      mlg_record_table_get_search_bar (table), "search-mode-enabled", self->search_button, "active",
      G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static gint64
get_chosen (MlgLibraryPage *self)
{
  MlgRecordSelection *selection = mlg_record_table_get_selection (
      mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_library_page_get_view (self))));

  return selection != NULL ? mlg_record_selection_get_only (selection) : 0;
}

static void
on_view_changed (MlgLibraryPage *self)
{
  MlgRecordTable *table;

  if (adw_view_stack_get_visible_child_name (self->views) == NULL || self->sheet == NULL)
    return;
  table = mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_library_page_get_view (self)));
  fit_menus (self, table);
  fit_search (self, table);
  on_chosen (self, get_chosen (self));
  update_details (self);
}

void
mlg_library_page_show_list (MlgLibraryPage *self, const char *name)
{
  adw_view_stack_set_visible_child_name (self->views, name);
  mlg_library_page_widen (self, FALSE);
}

static gboolean
reads_tender (MlgLibraryPage *self)
{
  GtkWidget *tender = mlg_lazy_bin_peek (self->tender);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return tender != NULL && focus != NULL && gtk_widget_is_ancestor (focus, tender);
}

/* In a text one looks for its words; elsewhere for records. */
static void
search (MlgPage *page)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (page);

  if (reads_tender (self))
    {
      gtk_widget_activate_action (mlg_lazy_bin_peek (self->tender), "tender.find", NULL);
      return;
    }
  mlg_library_page_widen (self, FALSE);
  mlg_record_table_search (
      mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_library_page_get_view (self))));
}

static gboolean
show_record (MlgPage *page, const MlgKind *kind, gint64 id)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (page);
  MlgLibraryList list = mlg_library_list_find (kind);

  if (list == MLG_LIBRARY_N_LISTS)
    return FALSE;
  adw_view_stack_set_visible_child_name (self->views, mlg_library_list_get_name (list));
  mlg_record_table_choose (
      mlg_record_view_get_table (MLG_RECORD_VIEW (mlg_library_page_get_view (self))), id);
  show_chosen (self, id);
  mlg_split_view_show_content (self->split_view, TRUE);
  return TRUE;
}

static void
build (MlgPage *page)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (page);

  self->exporter = mlg_library_exporter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_library_files_accept_drops (GTK_WIDGET (self));
  on_view_changed (self);
}

static void
mlg_library_page_dispose (GObject *object)
{
  MlgLibraryPage *self = MLG_LIBRARY_PAGE (object);

  g_clear_pointer (&self->search_binding, g_binding_unbind);
  g_clear_object (&self->exporter);
  G_OBJECT_CLASS (mlg_library_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, list_header);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, views);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, templates);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, clauses);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, column_section);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, details_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, wide_button);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, draft_button);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, details_title);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, details_menu);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, tender);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, clause);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, fit_panes);
  gtk_widget_class_bind_template_callback (widget_class, update_details);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
  gtk_widget_class_bind_template_callback (widget_class, prepare_list);
  gtk_widget_class_bind_template_callback (widget_class, prepare_tender);
  gtk_widget_class_bind_template_callback (widget_class, prepare_clause);
  gtk_widget_class_bind_template_callback (widget_class, prepare_sheet);
}

static void
mlg_library_page_class_init (MlgLibraryPageClass *klass)
{
  MlgPageClass *page_class = MLG_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_library_page_dispose;
  page_class->name = "library";
  page_class->title = N_ ("Library");
  page_class->icon_name = "x-office-document-symbolic";
  page_class->counted = &mlg_template_record_kind;
  page_class->build = build;
  page_class->search = search;
  page_class->show_record = show_record;

  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_LIBRARY_VIEW);
  g_type_ensure (MLG_TYPE_TENDER_VIEW);
  g_type_ensure (MLG_TYPE_CLAUSE_DETAILS);
  g_type_ensure (MLG_TYPE_SHEET_DETAILS);
  bind_template (GTK_WIDGET_CLASS (klass));
  mlg_library_page_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
mlg_library_page_init (MlgLibraryPage *self)
{
}
