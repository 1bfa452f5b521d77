/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-search-palette.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-search-result.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"

#define MOST_SHOWN 50

/* Search from anywhere: over the window, everything that the words find, of every kind. */
struct _MlgSearchPalette
{
  GtkWidget parent_instance;
  GCancellable *search; /* (owned) (nullable) the latest search; those before are of no use */
  GtkWidget *left;      /* (weak) (nullable) where the person was before */
  gboolean open_first;  /* Return was pressed before the answer came */
  GtkSearchEntry *entry;
  GtkStack *states;
  GtkListView *list;
  GtkSingleSelection *selection;
  GListStore *results;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (MlgSearchPalette, mlg_search_palette, GTK_TYPE_WIDGET)

typedef struct
{
  char *words; /* (owned) */
} Search;

static void
search_free (gpointer data)
{
  g_free (((Search *) data)->words);
  g_free (data);
}

/* The marks in the names are a second question, about the few that are shown. */
static gboolean
mark_names (MlgConnection *db, const char *words, GPtrArray *hits, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) marked = NULL;

  for (guint i = 0; i < hits->len; i++)
    g_array_append_val (ids, ((MlgSearchHit *) hits->pdata[i])->id);
  marked = mlg_search_mark (db, words, ids, error);
  for (guint i = 0; marked != NULL && i < hits->len; i++)
    for (guint j = 0; j < marked->len; j++)
      {
        MlgSearchHit *hit = hits->pdata[i], *mark = marked->pdata[j];

        if (hit->id == mark->id)
          {
            g_free (hit->name);
            hit->name = g_strdup (mark->name);
            break;
          }
      }
  return marked != NULL;
}

static gpointer
find (MlgConnection *db, gpointer data, GError **error)
{
  Search *search = data;
  g_autoptr (GPtrArray) hits = mlg_search_find (db, search->words, NULL, MOST_SHOWN, error);

  if (hits == NULL || !mark_names (db, search->words, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}

static void
stop_search (MlgSearchPalette *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
show_results (MlgSearchPalette *self, GPtrArray *hits)
{
  g_autoptr (GPtrArray) results = mlg_search_result_list (hits);

  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)),
                       results->pdata, results->len);
  gtk_stack_set_visible_child_name (self->states, results->len > 0 ? "results" : "none");
  if (results->len > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void open_result (MlgSearchPalette *self, guint position);

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgSearchPalette) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->search)
    return; /* the words are others now */
  g_clear_object (&self->search);
  if (hits == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  show_results (self, hits);
  if (self->open_first && hits->len > 0)
    open_result (self, 0);
  self->open_first = FALSE;
}

static void
on_search_changed (MlgSearchPalette *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));
  Search *search;

  stop_search (self);
  if (*words == '\0' || host == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_stack_set_visible_child_name (self->states, "hint");
      return;
    }
  self->search = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->words = g_strdup (words);
  mlg_store_read_async (mlg_host_get_store (host), find, search, search_free,
                        (GDestroyNotify) g_ptr_array_unref, self->search, on_found,
                        g_object_ref (self));
}

/* What a record belongs to: a function is shown by its person or its body. */
static gpointer
load (MlgConnection *db, gpointer data, GError **error)
{
  MlgSearchResult *result = data;

  return mlg_record_load (db, mlg_search_result_get_kind (result),
                          mlg_search_result_get_id (result), error);
}

static gboolean
show_owner (MlgHost *host, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  const MlgKind *const *kinds = mlg_store_get_kinds (mlg_host_get_store (host));

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MLG_FIELD_REFERENCE && !mlg_record_is_null (record, i)
        && mlg_host_show_record (host, mlg_kind_find (kinds, kind->fields[i].refers),
                                 mlg_record_get_integer (record, i)))
      return TRUE;
  return FALSE;
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHost) host = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) record = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (record == NULL)
    mlg_host_fail (host, _ ("This is no longer in the network"), error);
  else if (!show_owner (host, record))
    mlg_host_say (host, _ ("No room shows this yet"), FALSE);
}

static void
open_result (MlgSearchPalette *self, guint position)
{
  g_autoptr (MlgSearchResult) result =
      g_list_model_get_item (G_LIST_MODEL (self->results), position);
  MlgHost *host = mlg_host_find (GTK_WIDGET (self));

  if (result == NULL || host == NULL)
    return;
  mlg_search_palette_close (self);
  if (!mlg_host_show_record (host, mlg_search_result_get_kind (result),
                             mlg_search_result_get_id (result)))
    mlg_store_read_async (mlg_host_get_store (host), load, g_object_ref (result), g_object_unref,
                          g_object_unref, NULL, on_loaded, g_object_ref (host));
}

static void
on_result_activated (MlgSearchPalette *self, guint position)
{
  open_result (self, position);
}

/* The answer to what is written now may still be on its way. */
static void
on_entry_activated (MlgSearchPalette *self)
{
  if (self->search != NULL)
    self->open_first = TRUE;
  else
    open_result (self, gtk_single_selection_get_selected (self->selection));
}

/* The cursor stays in the entry while the arrows move in the list. */
static gboolean
on_key_pressed (MlgSearchPalette *self, guint key, guint code, GdkModifierType state)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->results));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (n == 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down))
    return GDK_EVENT_PROPAGATE;
  if (selected == GTK_INVALID_LIST_POSITION)
    selected = 0;
  else
    selected = key == GDK_KEY_Down ? MIN (selected + 1, n - 1) : selected - (selected > 0);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", selected);
  return GDK_EVENT_STOP;
}

static void
on_stop_search (MlgSearchPalette *self)
{
  mlg_search_palette_close (self);
}

static void
on_outside_pressed (MlgSearchPalette *self)
{
  mlg_search_palette_close (self);
}

static void
mlg_search_palette_dispose (GObject *object)
{
  MlgSearchPalette *self = MLG_SEARCH_PALETTE (object);
  GtkWidget *child;

  stop_search (self);
  g_clear_weak_pointer (&self->left);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_search_palette_parent_class)->dispose (object);
}

static void
mlg_search_palette_class_init (MlgSearchPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_search_palette_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "searchpalette");
  g_type_ensure (MLG_TYPE_SEARCH_RESULT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-search-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, entry);
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, states);
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, list);
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, selection);
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, results);
  gtk_widget_class_bind_template_child (widget_class, MlgSearchPalette, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_result_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_outside_pressed);
}

static void
mlg_search_palette_init (MlgSearchPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_search_palette_open:
 *
 * Shows it, empty, with the cursor in it.
 */
void
mlg_search_palette_open (MlgSearchPalette *self)
{
  GtkRoot *root;

  g_return_if_fail (MLG_IS_SEARCH_PALETTE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && root != NULL)
    g_set_weak_pointer (&self->left, gtk_root_get_focus (root));
  g_list_store_remove_all (self->results);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_stack_set_visible_child_name (self->states, "hint");
  self->open_first = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * mlg_search_palette_close:
 *
 * Hides it and puts the cursor back where it was.
 */
void
mlg_search_palette_close (MlgSearchPalette *self)
{
  GtkWidget *left;

  g_return_if_fail (MLG_IS_SEARCH_PALETTE (self));

  left = self->left;
  stop_search (self);
  g_clear_weak_pointer (&self->left);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_list_store_remove_all (self->results);
  if (left != NULL)
    gtk_widget_grab_focus (left);
}
