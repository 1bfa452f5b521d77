/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-window.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-person.h"
#include "mlg-import-columns.h"
#include "mlg-import-item.h"
#include "mlg-import-list.h"
#include "mlg-import-row-view.h"
#include "mlg-import-text.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-spinner.h"

/* The import assistant: where the columns go, what becomes of each row, then all of it in one action.
 * Nothing is written before the person says so. The plan is made and refreshed in the reader's thread:
 * meanwhile nothing on screen looks at it. */
struct _MlgImportWindow
{
  AdwWindow parent_instance;
  MlgHost *host; /* (unowned) the window it is transient for */
  const MlgKind *kind;
  GFile *file;               /* (owned) */
  MlgImportPlan *plan;       /* (owned) (nullable) */
  GPtrArray *custom;         /* (owned) (nullable) fields that the network adds */
  MlgImportList *rows;       /* (owned) */
  GCancellable *cancellable; /* (owned) */
  gboolean refreshing;
  gboolean again; /* something was chosen while it was being refreshed */
  guint shown;    /* the row that is looked at */

  GtkStack *states;
  AdwStatusPage *error_page;
  AdwViewStack *views;
  MlgImportColumns *columns;
  AdwViewStackPage *columns_page;
  AdwViewStackPage *rows_page;
  MlgSplitView *split_view;
  GtkToggleButton *questionable_button;
  GtkSingleSelection *selection;
  MlgImportRowView *row_view;
  GtkDropDown *mode_choice;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (MlgImportWindow, mlg_import_window, ADW_TYPE_WINDOW)

static void refresh (MlgImportWindow *self);

/* What the reader's thread is given: the plan to make or to refresh. */
typedef struct
{
  const MlgKind *kind;
  MlgImportPlan *plan;  /* (owned) */
  GFile *file;          /* (owned) (nullable) to be read first */
  GVariant *remembered; /* (owned) (nullable) */
  GPtrArray *custom;    /* (owned) (nullable) */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->plan, mlg_import_plan_unref);
  g_clear_object (&work->file);
  g_clear_pointer (&work->remembered, g_variant_unref);
  g_clear_pointer (&work->custom, g_ptr_array_unref);
  g_free (work);
}

/* Gives the work back with what was made of it. */
static gpointer
plan_import (MlgConnection *db, gpointer data, GError **error)
{
  g_autofree Work *done = g_memdup2 (data, sizeof (Work));
  Work *work = data;

  if (work->file != NULL
      && !mlg_import_plan_add_file (work->plan, work->file, NULL, work->remembered, NULL, error))
    return NULL;
  if (!mlg_import_plan_refresh (work->plan, db, error))
    return NULL;
  done->custom = mlg_import_columns_list_custom (db, work->kind, error);
  if (done->custom == NULL)
    return NULL;
  done->plan = mlg_import_plan_ref (work->plan);
  done->file = NULL;
  done->remembered = NULL;
  return g_steal_pointer (&done);
}

static void
show_summary (MlgImportWindow *self)
{
  g_autofree char *text = mlg_import_result_write (mlg_import_plan_get_result (self->plan));
  const MlgImportResult *result = mlg_import_plan_get_result (self->plan);
  gboolean any = result->added + result->merged + result->replaced > 0;

  gtk_label_set_label (self->summary, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", any);
}

/* The row that was looked at stays, unless it is no longer among those shown. */
static void
show_rows (MlgImportWindow *self)
{
  gboolean questionable = gtk_toggle_button_get_active (self->questionable_button);
  guint shown = self->shown, position;

  mlg_import_list_set_plan (self->rows, self->plan, questionable);
  if (mlg_import_list_find (self->rows, shown, &position))
    gtk_single_selection_set_selected (self->selection, position);
}

static void
count_questions (MlgImportWindow *self)
{
  guint n = 0;

  for (guint i = 0; i < mlg_import_plan_get_n_rows (self->plan); i++)
    n += mlg_import_row_is_questionable (self->plan, mlg_import_plan_get_row (self->plan, i));
  adw_view_stack_page_set_badge_number (self->rows_page, n);
  gtk_widget_set_sensitive (GTK_WIDGET (self->questionable_button), n > 0);
}

static void
show_plan (MlgImportWindow *self, gboolean first)
{
  gboolean table = mlg_import_plan_get_table (self->plan, 0) != NULL;

  if (first && table)
    mlg_import_columns_show (self->columns, self->plan, self->kind, self->custom);
  adw_view_stack_page_set_visible (self->columns_page, table);
  if (first && !table)
    adw_view_stack_set_visible_child_name (self->views, "rows");
  show_rows (self);
  count_questions (self);
  show_summary (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->views), TRUE);
  gtk_stack_set_visible_child_name (self->states, "plan");
}

static void
show_error (MlgImportWindow *self, const GError *error)
{
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  Work *done = mlg_store_read_finish (MLG_STORE (source), result, &error);
  gboolean first = self->plan == NULL;

  self->refreshing = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    g_clear_pointer (&done, work_free);
  else if (done == NULL)
    show_error (self, error);
  else
    {
      if (first)
        {
          self->plan = mlg_import_plan_ref (done->plan);
          self->custom = g_ptr_array_ref (done->custom);
        }
      work_free (done);
      if (self->again)
        refresh (self);
      else
        show_plan (self, first);
    }
}

static void
start (MlgImportWindow *self, Work *work)
{
  self->refreshing = TRUE;
  self->again = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
  mlg_store_read_async (mlg_host_get_store (self->host), plan_import, work, work_free, work_free,
                        self->cancellable, on_planned, g_object_ref (self));
}

/* Nothing on screen may look at the plan while it is made anew. */
static void
refresh (MlgImportWindow *self)
{
  Work *work;

  if (self->refreshing)
    {
      self->again = TRUE;
      return;
    }
  mlg_import_list_set_plan (self->rows, NULL, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->views), FALSE);
  mlg_import_plan_set_mode (self->plan,
                            (MlgImportMode) gtk_drop_down_get_selected (self->mode_choice));
  work = g_new0 (Work, 1);
  work->kind = self->kind;
  work->plan = mlg_import_plan_ref (self->plan);
  start (self, work);
}

static void
on_changed (MlgImportWindow *self)
{
  if (self->plan != NULL)
    refresh (self);
}

static void
on_filter_toggled (MlgImportWindow *self)
{
  if (self->plan != NULL && !self->refreshing)
    show_rows (self);
}

static void
on_selected (MlgImportWindow *self)
{
  MlgImportItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (item == NULL)
    {
      mlg_import_row_view_clear (self->row_view);
      return;
    }
  self->shown = mlg_import_item_get_row (item);
  mlg_import_row_view_show (self->row_view, self->plan, self->shown);
}

static void
on_activated (MlgImportWindow *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static gboolean
apply (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_import_apply (data, db, changes, error);
}

/* An import on its way, which outlives the assistant. */
typedef struct
{
  MlgHost *host;       /* (owned) */
  MlgImportPlan *plan; /* (owned) */
} Import;

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (mlg_store_write_finish (MLG_STORE (source), result, &error))
    {
      text = mlg_import_result_write (mlg_import_plan_get_result (import->plan));
      mlg_host_say (import->host, text, TRUE);
    }
  else
    mlg_host_fail (import->host, _ ("Nothing was imported"), error);
  g_object_unref (import->host);
  mlg_import_plan_unref (import->plan);
  g_free (import);
}

/* Where the columns went is remembered for the next file with the same headings. */
static void
remember_columns (MlgImportWindow *self)
{
  GSettings *settings = mlg_host_get_settings (self->host);
  g_autoptr (GVariant) before = g_settings_get_value (settings, "column-mappings");
  MlgTable *table = mlg_import_plan_get_table (self->plan, 0);

  if (table != NULL)
    g_settings_set_value (
        settings, "column-mappings",
        mlg_mapping_remember (mlg_import_plan_get_mapping (self->plan, 0), table, before));
}

static void
activate_apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgImportWindow *self = MLG_IMPORT_WINDOW (widget);
  g_autofree char *file = g_file_get_basename (self->file);
  /* Translators: a piece of work that is running; %s is a file. */
  g_autofree char *title = g_strdup_printf (_ ("Importing %s"), file);
  g_autoptr (MlgJob) job = mlg_job_new (title);
  Import *import = g_new0 (Import, 1);

  remember_columns (self);
  import->host = g_object_ref (self->host);
  import->plan = mlg_import_plan_ref (self->plan);
  mlg_store_write_async (mlg_host_get_store (self->host), apply, mlg_import_plan_ref (self->plan),
                         (GDestroyNotify) mlg_import_plan_unref, job, NULL, on_applied, import);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mlg_import_window_dispose (GObject *object)
{
  MlgImportWindow *self = MLG_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->rows != NULL)
    mlg_import_list_set_plan (self->rows, NULL, FALSE);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  G_OBJECT_CLASS (mlg_import_window_parent_class)->dispose (object);
}

static void
mlg_import_window_finalize (GObject *object)
{
  MlgImportWindow *self = MLG_IMPORT_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->file);
  g_clear_pointer (&self->custom, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, views);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, columns_page);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, rows_page);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, questionable_button);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, row_view);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, mode_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgImportWindow, summary);
}

static void
mlg_import_window_class_init (MlgImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_import_window_dispose;
  object_class->finalize = mlg_import_window_finalize;
  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_IMPORT_COLUMNS);
  g_type_ensure (MLG_TYPE_IMPORT_ITEM);
  g_type_ensure (MLG_TYPE_IMPORT_ROW_VIEW);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, activate_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_import_window_init (MlgImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = mlg_import_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
}

/**
 * mlg_import_window_new:
 * @host: the window in front, whose file gets the rows
 * @kind: what the rows are: bodies or people
 * @file: a spreadsheet or contact cards
 *
 * Returns: (transfer none): the assistant, which GTK owns; it reads the file at once
 */
MlgImportWindow *
mlg_import_window_new (MlgHost *host, const MlgKind *kind, GFile *file)
{
  MlgImportWindow *self = g_object_new (MLG_TYPE_IMPORT_WINDOW, "application",
                                        gtk_window_get_application (GTK_WINDOW (host)),
                                        "transient-for", host, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = NULL;
  Work *work = g_new0 (Work, 1);

  /* Translators: the title of a window; %s is a file. */
  title = kind == &mlg_person_kind ? g_strdup_printf (_ ("Import People from %s"), name)
                                   : g_strdup_printf (_ ("Import Bodies from %s"), name);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->host = host;
  self->kind = kind;
  self->file = g_object_ref (file);
  work->kind = kind;
  work->plan = mlg_import_plan_new (kind, MLG_IMPORT_MERGE);
  work->file = g_object_ref (file);
  work->remembered = g_settings_get_value (mlg_host_get_settings (host), "column-mappings");
  start (self, work);
  return self;
}
