/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-files-window.h"

#include <glib/gi18n-lib.h>

#include "exchange/mlg-eforms.h"
#include "exchange/mlg-template-files.h"
#include "library/mlg-clause.h"
#include "library/mlg-template-record.h"
#include "mlg-files-item.h"
#include "mlg-words-markup.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-spinner.h"

/* Templates and notices on their way into the library: what becomes of each template and each clause, with
 * what differs by words, and the files that are refused; then all of it in one action. To see it, the files are
 * taken into the library and that is taken back, in the writer's thread: meanwhile nothing on screen looks at
 * them. */
struct _MlgFilesWindow
{
  AdwWindow parent_instance;
  MlgHost *host;             /* (unowned) the window it is transient for */
  GCancellable *cancellable; /* (owned) */
  MlgTemplateFiles *files;   /* (owned) (nullable) given to the import in the end */
  GListStore *items;         /* (owned) of MlgFilesItem */
  gboolean trying;
  gboolean again;   /* something was chosen meanwhile */
  gboolean showing; /* the widgets are being given what they show */

  GtkStack *states;
  AdwStatusPage *error_page;
  MlgSplitView *split_view;
  GtkSingleSelection *selection;
  GtkStack *detail_states;
  GtkLabel *name_label;
  GtkLabel *fate_label;
  AdwPreferencesGroup *language_group;
  AdwComboRow *language_row;
  GtkLabel *remarks_label;
  GtkLabel *difference_heading;
  GtkLabel *difference_label;
  GtkDropDown *mode_choice;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (MlgFilesWindow, mlg_files_window, ADW_TYPE_WINDOW)

static void try (MlgFilesWindow *self);

static guint
count_refused (MlgTemplateFiles *files)
{
  GPtrArray *all = mlg_template_files_get (files);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += ((MlgTemplateFile *) all->pdata[i])->refusal != NULL;
  return n;
}

static guint
count_written (MlgTemplateFiles *files)
{
  const MlgKind *kind = &mlg_template_record_kind;

  return mlg_template_files_count (files, kind, MLG_LIBRARY_ADDED)
         + mlg_template_files_count (files, kind, MLG_LIBRARY_MERGED)
         + mlg_template_files_count (files, kind, MLG_LIBRARY_REPLACED);
}

/* @format: with one %u, which is @n */
static void
append_count (GString *text, guint n, const char *format)
{
  g_auto (GStrv) parts = g_strsplit (format, "%u", 2);

  if (n == 0)
    return;
  g_string_append_printf (text, "%s%s%u%s", text->len > 0 ? " · " : "", parts[0], n, parts[1]);
}

static char *
write_summary (MlgTemplateFiles *files)
{
  const MlgKind *kind = &mlg_template_record_kind;
  guint added = mlg_template_files_count (files, kind, MLG_LIBRARY_ADDED);
  guint changed = count_written (files) - added;
  guint left = mlg_template_files_count (files, kind, MLG_LIBRARY_UNCHANGED)
               + mlg_template_files_count (files, kind, MLG_LIBRARY_SKIPPED);
  guint refused = count_refused (files);
  g_autoptr (GString) text = g_string_new (NULL);

  append_count (text, added, ngettext ("%u new template", "%u new templates", added));
  append_count (text, changed, ngettext ("%u template changed", "%u templates changed", changed));
  append_count (text, left,
                ngettext ("%u template left as it is", "%u templates left as they are", left));
  append_count (text, refused, ngettext ("%u file refused", "%u files refused", refused));
  return g_strdup (text->str);
}

static void
add_item (MlgFilesWindow *self, MlgFilesItem *item)
{
  g_list_store_append (self->items, item);
  g_object_unref (item);
}

/* Clauses that are new with their template would only lengthen the list. */
static void
add_changes (MlgFilesWindow *self, const MlgKind *kind)
{
  GPtrArray *changes = mlg_template_files_get_changes (self->files);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const MlgLibraryChange *change = changes->pdata[i];

      if (change->kind == kind && (kind != &mlg_clause_kind || change->fate != MLG_LIBRARY_ADDED))
        add_item (self, mlg_files_item_new_change (self->files, i));
    }
}

static void
show_items (MlgFilesWindow *self)
{
  GPtrArray *files = mlg_template_files_get (self->files);

  for (guint i = 0; i < files->len; i++)
    if (((MlgTemplateFile *) files->pdata[i])->refusal != NULL)
      add_item (self, mlg_files_item_new_refused (self->files, i));
  add_changes (self, &mlg_template_record_kind);
  add_changes (self, &mlg_clause_kind);
}

static void
show_languages (MlgFilesWindow *self, const MlgTemplateFile *file)
{
  guint n = file->languages != NULL ? g_strv_length (file->languages) : 0;
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_widget_set_visible (GTK_WIDGET (self->language_group), n > 1);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (titles, mlg_eforms_language_get_title (file->languages[i]));
      if (g_strcmp0 (file->languages[i], file->language) == 0)
        chosen = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (titles));
  if (n > 0)
    adw_combo_row_set_selected (self->language_row, chosen);
}

static char *
write_remarks (const MlgTemplateFile *file)
{
  GString *text = g_string_new (file->refusal);

  for (guint i = 0; file->refusal == NULL && i < mlg_issue_list_get_n (file->issues); i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (file->issues, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

static char *
write_fate (const MlgLibraryChange *change)
{
  if (change == NULL)
    return g_strdup (_ ("This file is refused. Mend it and import it again; the others can be "
                        "imported without it."));
  if (change->ours == 0)
    return g_strdup (mlg_library_fate_get_title (change->fate));
  /* Translators: what becomes of a template, and its revisions. */
  return g_strdup_printf (_ ("%s (revision %u in the library, %u in the file)"),
                          mlg_library_fate_get_title (change->fate), change->ours, change->theirs);
}

static void
show_difference (MlgFilesWindow *self, const MlgLibraryChange *change)
{
  gboolean differs = change != NULL && change->before != NULL && change->after != NULL;
  g_autofree char *markup =
      differs ? mlg_words_markup (change->before, change->after) : g_strdup ("");

  gtk_label_set_markup (self->difference_label, markup);
  gtk_widget_set_visible (GTK_WIDGET (self->difference_heading), differs);
  gtk_widget_set_visible (GTK_WIDGET (self->difference_label), differs);
}

static void
show_item (MlgFilesWindow *self)
{
  MlgFilesItem *item = gtk_single_selection_get_selected_item (self->selection);
  const MlgTemplateFile *file = item != NULL ? mlg_files_item_get_file (item, NULL) : NULL;
  const MlgLibraryChange *change = item != NULL ? mlg_files_item_get_change (item) : NULL;
  g_autofree char *fate = NULL;
  g_autofree char *remarks = NULL;

  gtk_stack_set_visible_child_name (self->detail_states, item != NULL ? "item" : "none");
  if (item == NULL)
    return;
  self->showing = TRUE;
  fate = write_fate (change);
  remarks = write_remarks (file);
  gtk_label_set_label (self->name_label, change != NULL ? change->title : file->name);
  gtk_label_set_label (self->fate_label, fate);
  gtk_label_set_label (self->remarks_label, remarks);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_label), *remarks != '\0');
  show_languages (self, file);
  show_difference (self, change);
  self->showing = FALSE;
}

static void
on_language_chosen (MlgFilesWindow *self)
{
  MlgFilesItem *item = gtk_single_selection_get_selected_item (self->selection);
  guint chosen = adw_combo_row_get_selected (self->language_row), index;
  const MlgTemplateFile *file;

  if (self->showing || self->trying || item == NULL)
    return;
  file = mlg_files_item_get_file (item, &index);
  if (file->languages == NULL || chosen >= g_strv_length (file->languages))
    return;
  mlg_template_files_set_language (self->files, index, file->languages[chosen]);
  try (self);
}

static gboolean
try_files (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_template_files_try (data, db, error);
}

static void
show_tried (MlgFilesWindow *self)
{
  g_autofree char *summary = write_summary (self->files);

  show_items (self);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.import",
                                 count_written (self->files) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->split_view), TRUE);
  gtk_stack_set_visible_child_name (self->states, "list");
  show_item (self);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgFilesWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = mlg_store_write_finish (MLG_STORE (source), result, &error);

  self->trying = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (self->again)
    try (self);
  else if (done)
    show_tried (self);
  else
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "error");
    }
}

static void
try (MlgFilesWindow *self)
{
  g_autoptr (MlgJob) job = NULL;

  self->again = self->trying;
  if (self->trying)
    return;
  self->trying = TRUE;
  g_list_store_remove_all (self->items);
  gtk_widget_set_sensitive (GTK_WIDGET (self->split_view), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.import", FALSE);
  mlg_template_files_set_mode (self->files,
                               (MlgLibraryMode) gtk_drop_down_get_selected (self->mode_choice));
  /* Translators: a piece of work that is running. */
  job = mlg_job_new (_ ("Looking at the files"));
  mlg_store_write_async (mlg_host_get_store (self->host), try_files,
                         mlg_template_files_ref (self->files),
                         (GDestroyNotify) mlg_template_files_unref, job, self->cancellable,
                         on_tried, g_object_ref (self));
}

static void
on_mode_chosen (MlgFilesWindow *self)
{
  if (self->files != NULL)
    try (self);
}

static void
on_activated (MlgFilesWindow *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

/* An import on its way, which outlives the window. */
typedef struct
{
  MlgHost *host;           /* (owned) */
  MlgTemplateFiles *files; /* (owned) */
} Import;

static gboolean
write_files (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_template_files_write (data, db, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      guint n = count_written (import->files);

      text = g_strdup_printf (ngettext ("%u template imported", "%u templates imported", n), n);
      mlg_host_say (import->host, text, TRUE);
    }
  else
    mlg_host_fail (import->host, _ ("Nothing was imported"), error);
  g_object_unref (import->host);
  mlg_template_files_unref (import->files);
  g_free (import);
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgFilesWindow *self = MLG_FILES_WINDOW (widget);
  Import *import = g_new0 (Import, 1);
  g_autoptr (MlgJob) job = mlg_job_new (_ ("Importing templates"));

  import->host = g_object_ref (self->host);
  g_list_store_remove_all (self->items);
  import->files = g_steal_pointer (&self->files);
  mlg_store_act_async (mlg_host_get_store (self->host), _ ("Import templates"), write_files,
                       mlg_template_files_ref (import->files),
                       (GDestroyNotify) mlg_template_files_unref, job, NULL, on_written, import);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mlg_files_window_dispose (GObject *object)
{
  MlgFilesWindow *self = MLG_FILES_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->items);
  g_clear_pointer (&self->files, mlg_template_files_unref);
  G_OBJECT_CLASS (mlg_files_window_parent_class)->dispose (object);
}

static void
mlg_files_window_finalize (GObject *object)
{
  g_clear_object (&MLG_FILES_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (mlg_files_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-files-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, detail_states);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, fate_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, language_group);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, language_row);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, difference_heading);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, difference_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, mode_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgFilesWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, show_item);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_language_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_mode_chosen);
}

static void
mlg_files_window_class_init (MlgFilesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_files_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_files_window_finalize;
  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_FILES_ITEM);
  g_type_ensure (MLG_TYPE_SPINNER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "files.import", NULL, activate_import);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_files_window_init (MlgFilesWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (MLG_TYPE_FILES_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "files.import", FALSE);
}

static MlgTemplateFiles *
collect (GListModel *files)
{
  MlgTemplateFiles *collected = mlg_template_files_new ();

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);
      g_autofree char *uri = g_file_get_uri (file);

      mlg_template_files_add (collected, path != NULL ? path : uri);
    }
  return collected;
}

/**
 * mlg_files_window_new:
 * @host: the window in front, whose library gets the templates
 * @files: (element-type GFile): templates, notices, documents
 *
 * Returns: (transfer none): the assistant, which GTK owns; it reads the files at once
 */
GtkWidget *
mlg_files_window_new (MlgHost *host, GListModel *files)
{
  MlgFilesWindow *self = g_object_new (MLG_TYPE_FILES_WINDOW, "application",
                                       gtk_window_get_application (GTK_WINDOW (host)),
                                       "transient-for", host, "destroy-with-parent", TRUE, NULL);

  self->host = host;
  self->files = collect (files);
  try (self);
  return GTK_WIDGET (self);
}
