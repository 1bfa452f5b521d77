/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-duplicates-window.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-duplicate-item.h"
#include "mlg-merge-view.h"
#include "platform/mlg-split-view.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-spinner.h"

/* Records that may be one: a list of pairs, and how the chosen pair would be merged. It follows what
 * happens in the file: a pair that was merged or mended is no longer listed. */
struct _MlgDuplicatesWindow
{
  AdwWindow parent_instance;
  MlgStore *store;   /* (owned) */
  MlgLiveRead *read; /* (owned) the pairs */
  GListStore *pairs; /* (owned) of MlgDuplicateItem */

  GtkDropDown *kind_choice;
  GtkStack *states;
  AdwStatusPage *error_page;
  MlgSplitView *split_view;
  GtkSingleSelection *selection;
  MlgMergeView *merge_view;
};

G_DEFINE_FINAL_TYPE (MlgDuplicatesWindow, mlg_duplicates_window, ADW_TYPE_WINDOW)

/* In the order of the choice in the UI file; asked for by number, from 1. */
static const MlgKind *const kinds[] = { &mlg_body_kind, &mlg_person_kind };

static gpointer
find (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_duplicate_find (db, kinds[*(gint64 *) data - 1], error);
}

static void
free_pairs (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
ask (MlgDuplicatesWindow *self)
{
  mlg_live_read_ask_id (self->read, (gint64) gtk_drop_down_get_selected (self->kind_choice) + 1);
}

static void
on_kind_chosen (MlgDuplicatesWindow *self)
{
  if (self->read == NULL)
    return;
  gtk_stack_set_visible_child_name (self->states, "loading");
  ask (self);
}

static MlgDuplicate *
copy_pair (const MlgDuplicate *pair)
{
  MlgDuplicate *copy = g_memdup2 (pair, sizeof *pair);

  copy->first_name = g_strdup (pair->first_name);
  copy->second_name = g_strdup (pair->second_name);
  return copy;
}

static void
show_pairs (MlgDuplicatesWindow *self, GPtrArray *pairs)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < pairs->len; i++)
    g_ptr_array_add (items, mlg_duplicate_item_new (copy_pair (pairs->pdata[i])));
  g_list_store_splice (self->pairs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->pairs)),
                       items->pdata, items->len);
  gtk_stack_set_visible_child_name (self->states, pairs->len > 0 ? "pairs" : "none");
}

static void
on_found (MlgDuplicatesWindow *self)
{
  GPtrArray *pairs = mlg_live_read_get_result (self->read);
  const GError *error = mlg_live_read_get_error (self->read);

  if (pairs != NULL)
    {
      show_pairs (self, pairs);
      return;
    }
  if (error == NULL)
    return;
  adw_status_page_set_description (self->error_page, error->message);
  gtk_stack_set_visible_child_name (self->states, "error");
}

static void
on_selected (MlgDuplicatesWindow *self)
{
  MlgDuplicateItem *item = gtk_single_selection_get_selected_item (self->selection);
  const MlgDuplicate *pair = item != NULL ? mlg_duplicate_item_get (item) : NULL;

  if (pair == NULL)
    mlg_merge_view_clear (self->merge_view);
  else
    mlg_merge_view_show (self->merge_view, self->store, pair->kind, pair->first, pair->second);
}

static void
on_activated (MlgDuplicatesWindow *self)
{
  mlg_split_view_show_content (self->split_view, TRUE);
}

static void
mlg_duplicates_window_dispose (GObject *object)
{
  MlgDuplicatesWindow *self = MLG_DUPLICATES_WINDOW (object);

  g_clear_object (&self->read);
  g_clear_object (&self->pairs);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mlg_duplicates_window_parent_class)->dispose (object);
}

static void
mlg_duplicates_window_class_init (MlgDuplicatesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_duplicates_window_dispose;
  g_type_ensure (MLG_TYPE_SPLIT_VIEW);
  g_type_ensure (MLG_TYPE_MERGE_VIEW);
  g_type_ensure (MLG_TYPE_DUPLICATE_ITEM);
  g_type_ensure (MLG_TYPE_SPINNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-duplicates-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgDuplicatesWindow, merge_view);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_duplicates_window_init (MlgDuplicatesWindow *self)
{
  self->pairs = g_list_store_new (MLG_TYPE_DUPLICATE_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->pairs));
}

/**
 * mlg_duplicates_window_new:
 * @parent: the window in front, whose file it works on
 * @store: (transfer none): that file
 *
 * Returns: (transfer none): a window, which GTK owns
 */
MlgDuplicatesWindow *
mlg_duplicates_window_new (GtkWindow *parent, MlgStore *store)
{
  static const MlgKind *const watched[] = { &mlg_body_kind, &mlg_person_kind, &mlg_function_kind,
                                            NULL };
  MlgDuplicatesWindow *self = g_object_new (
      MLG_TYPE_DUPLICATES_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (parent)),
      "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->store = g_object_ref (store);
  self->read = mlg_live_read_new (store, watched, find, free_pairs);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  ask (self);
  return self;
}
