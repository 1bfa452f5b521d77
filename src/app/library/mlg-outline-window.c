/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-window.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-file.h"
#include "library/mlg-library-import.h"
#include "library/mlg-outline-plan.h"
#include "library/mlg-template-record.h"
#include "mlg-outline-item.h"
#include "mlg-outline-section.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-spinner.h"

/* A colleague's document on its way into the library: how it is cut into pieces, sections and clauses, where
 * the cuts can be moved, and then all of it in one action. Nothing is written before the person says so. */
struct _MlgOutlineWindow
{
  AdwWindow parent_instance;
  MlgHost *host;             /* (unowned) the window it is transient for */
  GFile *file;               /* (owned) */
  GCancellable *cancellable; /* (owned) */
  MlgOutlinePlan *plan;      /* (owned) (nullable) */
  GListStore *items;         /* (owned) of MlgOutlineItem, one for each section of the plan */

  GtkStack *states;
  AdwStatusPage *error_page;
  AdwEntryRow *title_row;
  MlgSplitView *split_view;
  GtkSingleSelection *selection;
  MlgOutlineSection *section;
  GtkMenuButton *remarks_button;
  GtkLabel *remarks_label;
  GtkLabel *summary;
};

G_DEFINE_FINAL_TYPE (MlgOutlineWindow, mlg_outline_window, ADW_TYPE_WINDOW)

/* What was read of the file. */
typedef struct
{
  MlgOutlinePlan *plan; /* (owned) */
  MlgIssueList *issues; /* (owned) what was not understood */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->plan, mlg_outline_plan_free);
  mlg_issue_list_unref (reading->issues);
  g_free (reading);
}

static MlgDocument *
read_document (GFile *file, MlgIssueList *issues, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("only a place on this computer can be read"));
      return NULL;
    }
  bytes = mlg_document_load_file (path, NULL, error);
  return bytes != NULL ? mlg_document_read_bytes (bytes, name, issues, NULL, error) : NULL;
}

static gpointer
read_plan (MlgConnection *db, gpointer data, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (MlgDocument) document = NULL;

  reading->issues = mlg_issue_list_new ();
  document = read_document (data, reading->issues, error);
  reading->plan = document != NULL ? mlg_outline_plan_new (db, document, error) : NULL;
  if (reading->plan != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

static void
count (MlgOutlineWindow *self, guint *pieces, guint *clauses, guint *known)
{
  GPtrArray *planned = mlg_outline_plan_get_items (self->plan);

  for (guint i = 0; i < planned->len; i++)
    {
      const MlgPlanItem *item = planned->pdata[i];
      gboolean clause = !item->inside && item->cut == MLG_CUT_CLAUSE;

      *pieces += !item->inside && item->cut == MLG_CUT_PIECE;
      *clauses += clause;
      *known += clause && item->known != 0 && item->take_known;
    }
}

static void
show_summary (MlgOutlineWindow *self)
{
  guint pieces = 0, clauses = 0, known = 0;
  g_autofree char *of_pieces = NULL;
  g_autofree char *of_clauses = NULL;
  g_autofree char *of_known = NULL;
  g_autofree char *text = NULL;

  count (self, &pieces, &clauses, &known);
  pieces = MAX (pieces, 1);
  of_pieces = g_strdup_printf (ngettext ("%u piece", "%u pieces", pieces), pieces);
  of_clauses = g_strdup_printf (ngettext ("%u clause", "%u clauses", clauses), clauses);
  of_known = g_strdup_printf (
      ngettext ("%u of them from the library", "%u of them from the library", known), known);
  text = known > 0 ? g_strdup_printf ("%s · %s, %s", of_pieces, of_clauses, of_known)
                   : g_strdup_printf ("%s · %s", of_pieces, of_clauses);
  gtk_label_set_label (self->summary, text);
}

/* The items stay where they are and show what is there now: only the end of the list grows or shrinks. */
static void
show_items (MlgOutlineWindow *self)
{
  GPtrArray *planned = mlg_outline_plan_get_items (self->plan);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < MIN (shown, planned->len); i++)
    {
      g_autoptr (MlgOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      mlg_outline_item_show (item, planned->pdata[i]);
    }
  for (guint i = shown; i < planned->len; i++)
    {
      g_autoptr (MlgOutlineItem) item = mlg_outline_item_new (planned->pdata[i]);

      g_list_store_append (self->items, item);
    }
  if (shown > planned->len)
    g_list_store_splice (self->items, planned->len, shown - planned->len, NULL, 0);
}

static void
update_actions (MlgOutlineWindow *self)
{
  guint item = gtk_single_selection_get_selected (self->selection);
  gboolean any = self->plan != NULL && item < mlg_outline_plan_get_items (self->plan)->len;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.join",
                                 any && mlg_outline_plan_can_join (self->plan, item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.part",
                                 any && mlg_outline_plan_can_part (self->plan, item));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.import", self->plan != NULL);
}

static void
show_section (MlgOutlineWindow *self)
{
  guint item = gtk_single_selection_get_selected (self->selection);

  if (self->plan == NULL || item >= mlg_outline_plan_get_items (self->plan)->len)
    mlg_outline_section_clear (self->section);
  else
    mlg_outline_section_show (self->section, self->plan, item);
  update_actions (self);
}

static void
on_changed (MlgOutlineWindow *self)
{
  show_items (self);
  show_section (self);
  show_summary (self);
}

static void
on_title_changed (MlgOutlineWindow *self)
{
  if (self->plan != NULL)
    mlg_outline_plan_set_title (self->plan, gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

static void
on_activated (MlgOutlineWindow *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
show_remarks (MlgOutlineWindow *self, MlgIssueList *issues)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = mlg_issue_list_get_n (issues);
  g_autofree char *label = g_strdup_printf (ngettext ("%u _Remark", "%u _Remarks", n), n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (issues, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_menu_button_set_label (self->remarks_button, label);
  gtk_label_set_label (self->remarks_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks_button), n > 0);
}

static void
take_plan (MlgOutlineWindow *self, Reading *reading)
{
  g_autofree char *title = g_strdup (mlg_outline_plan_get_title (reading->plan));

  self->plan = g_steal_pointer (&reading->plan);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  show_remarks (self, reading->issues);
  on_changed (self);
  gtk_stack_set_visible_child_name (
      self->states, mlg_outline_plan_get_items (self->plan)->len > 0 ? "plan" : "flat");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgOutlineWindow) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (!g_cancellable_is_cancelled (self->cancellable) && reading != NULL)
    take_plan (self, reading);
  else if (!g_cancellable_is_cancelled (self->cancellable))
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "error");
    }
  g_clear_pointer (&reading, reading_free);
}

/* An import on its way, which outlives the assistant. */
typedef struct
{
  MlgOutlinePlan *plan; /* (owned) */
  MlgIssueList *issues; /* (owned) */
  char *file;           /* (owned) */
  gint64 made;
} Import;

typedef struct
{
  MlgHost *host;  /* (owned) */
  Import *import; /* (owned) atomic box, shared with the writer's thread */
} Waiting;

static void
import_clear (gpointer data)
{
  Import *import = data;

  mlg_outline_plan_free (import->plan);
  mlg_issue_list_unref (import->issues);
  g_free (import->file);
}

static void
import_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, import_clear);
}

static gboolean
write_plan (MlgConnection *db, gpointer data, GError **error)
{
  Import *import = data;
  g_autoptr (MlgTemplate) template =
      mlg_outline_plan_make_template (import->plan, db, import->issues, error);
  g_autoptr (MlgLibraryImport) library = mlg_library_import_new (db, MLG_LIBRARY_ADD);
  const MlgLibraryChange *change;

  if (template == NULL
      || !mlg_library_import_template (library, template, import->file, import->issues, error))
    return FALSE;
  change = mlg_library_import_get_changes (library)->pdata[0];
  import->made = change->id;
  return TRUE;
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  if (mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      mlg_host_say (waiting->host, _ ("Template imported"), TRUE);
      mlg_host_show_record (waiting->host, &mlg_template_record_kind, waiting->import->made);
    }
  else
    mlg_host_fail (waiting->host, _ ("Nothing was imported"), error);
  g_object_unref (waiting->host);
  import_unref (waiting->import);
  g_free (waiting);
}

static void
activate_import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (widget);
  g_autofree char *file = g_file_get_basename (self->file);
  /* Translators: an action; %s is a file. */
  g_autofree char *action = g_strdup_printf (_ ("Import %s"), file);
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->host = g_object_ref (self->host);
  waiting->import = g_atomic_rc_box_new0 (Import);
  waiting->import->issues = mlg_issue_list_new ();
  waiting->import->file = g_steal_pointer (&file);
  mlg_outline_section_clear (self->section);
  waiting->import->plan = g_steal_pointer (&self->plan);
  mlg_store_act_async (mlg_host_get_store (self->host), action, write_plan,
                       g_atomic_rc_box_acquire (waiting->import), import_unref, NULL, NULL,
                       on_written, waiting);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_join (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (widget);

  mlg_outline_plan_join (self->plan, gtk_single_selection_get_selected (self->selection));
  on_changed (self);
}

static void
activate_part (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (widget);

  mlg_outline_plan_part (self->plan, gtk_single_selection_get_selected (self->selection));
  on_changed (self);
}

/* All clauses begin at the headings of one level. */
static void
activate_cut_at (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (widget);

  if (self->plan == NULL)
    return;
  mlg_outline_plan_cut_at (self->plan, (guint) g_variant_get_int32 (parameter));
  on_changed (self);
}

static void
start_reading (MlgOutlineWindow *self)
{
  mlg_store_read_async (mlg_host_get_store (self->host), read_plan, g_object_ref (self->file),
                        g_object_unref, reading_free, self->cancellable, on_read,
                        g_object_ref (self));
}

static void
activate_reset (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->states, "reading");
  mlg_outline_section_clear (self->section);
  g_clear_pointer (&self->plan, mlg_outline_plan_free);
  g_list_store_remove_all (self->items);
  start_reading (self);
}

static void
mlg_outline_window_dispose (GObject *object)
{
  MlgOutlineWindow *self = MLG_OUTLINE_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->plan != NULL)
    mlg_outline_section_clear (self->section);
  g_clear_pointer (&self->plan, mlg_outline_plan_free);
  g_clear_object (&self->items);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (mlg_outline_window_parent_class)->dispose (object);
}

static void
mlg_outline_window_finalize (GObject *object)
{
  g_clear_object (&MLG_OUTLINE_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (mlg_outline_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-outline-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, section);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, remarks_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, remarks_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineWindow, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, show_section);
}

static void
mlg_outline_window_class_init (MlgOutlineWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_outline_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_outline_window_finalize;
  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_OUTLINE_ITEM);
  g_type_ensure (MLG_TYPE_OUTLINE_SECTION);
  g_type_ensure (MLG_TYPE_SPINNER);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "outline.import", NULL, activate_import);
  gtk_widget_class_install_action (widget_class, "outline.join", NULL, activate_join);
  gtk_widget_class_install_action (widget_class, "outline.part", NULL, activate_part);
  gtk_widget_class_install_action (widget_class, "outline.cut-at", "i", activate_cut_at);
  gtk_widget_class_install_action (widget_class, "outline.reset", NULL, activate_reset);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK, "outline.join",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_j, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "outline.part", NULL);
}

static void
mlg_outline_window_init (MlgOutlineWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (MLG_TYPE_OUTLINE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->items));
  update_actions (self);
}

/**
 * mlg_outline_window_new:
 * @host: the window in front, whose library gets the document
 * @file: a document
 *
 * Returns: (transfer none): the assistant, which GTK owns; it reads the file at once
 */
GtkWidget *
mlg_outline_window_new (MlgHost *host, GFile *file)
{
  MlgOutlineWindow *self = g_object_new (MLG_TYPE_OUTLINE_WINDOW, "application",
                                         gtk_window_get_application (GTK_WINDOW (host)),
                                         "transient-for", host, "destroy-with-parent", TRUE, NULL);
  g_autofree char *name = g_file_get_basename (file);
  /* Translators: the title of a window; %s is a file. */
  g_autofree char *title = g_strdup_printf (_ ("Import %s into the Library"), name);

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->host = host;
  self->file = g_object_ref (file);
  mlg_outline_section_set_store (self->section, mlg_host_get_store (host));
  start_reading (self);
  return GTK_WIDGET (self);
}
