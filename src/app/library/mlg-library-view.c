/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-view.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-library-edit.h"
#include "store/mlg-search.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

#define MOST_PASSAGES 300

/* One list of the library, what is done to those that are chosen, and the passages where words that one
 * looks for were found. */
struct _MlgLibraryView
{
  GtkWidget parent_instance;
  MlgLibraryList list;
  MlgLiveRead *count;    /* (owned) (nullable) how many are listed */
  MlgLiveRead *passages; /* (owned) (nullable) id → markup */

  MlgRecordTable *table;
  GtkWidget *export_button;
};

G_DEFINE_FINAL_TYPE (MlgLibraryView, mlg_library_view, GTK_TYPE_WIDGET)

static guint chosen_signal, opened_signal, passages_changed_signal;

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) */
} Removal;

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_array_unref (removal->ids);
  g_free (removal);
}

static gboolean
remove_records (MlgConnection *db, gpointer data, GError **error)
{
  Removal *removal = data;

  for (guint i = 0; i < removal->ids->len; i++)
    if (!mlg_library_remove (db, removal->kind, g_array_index (removal->ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgLibraryView *self = MLG_LIBRARY_VIEW (widget);
  Removal *removal = g_new0 (Removal, 1);
  g_autofree char *action = NULL;
  g_autofree char *done = NULL;
  guint n;

  removal->kind = mlg_library_list_get_table (self->list)->kind;
  removal->ids = mlg_record_selection_get_ids (mlg_record_table_get_selection (self->table));
  n = removal->ids->len;
  action = g_strdup_printf (
      ngettext ("Delete %'u record of the library", "Delete %'u records of the library", n), n);
  done = g_strdup_printf (ngettext ("%'u record deleted", "%'u records deleted", n), n);
  mlg_host_act (mlg_host_find (widget), action, remove_records, removal, removal_free, done);
}

static void
update_actions (MlgLibraryView *self)
{
  MlgRecordSelection *selection = mlg_record_table_get_selection (self->table);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selection.remove",
                                 selection != NULL && mlg_record_selection_get_n (selection) > 0);
}

static void
on_chosen (MlgLibraryView *self, gint64 id)
{
  update_actions (self);
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
on_opened (MlgLibraryView *self)
{
  g_signal_emit (self, opened_signal, 0);
}

static void
on_asked (MlgLibraryView *self)
{
  MlgQuery *query;
  const char *words;

  if (self->count == NULL)
    return;
  query = mlg_record_list_get_query (mlg_record_table_get_list (self->table));
  words = mlg_query_get_words (query);
  mlg_live_read_ask_query (self->count, query);
  mlg_live_read_ask_query (self->passages, words != NULL && *words != '\0' ? query : NULL);
}

static gpointer
read_count (MlgConnection *db, gpointer query, GError **error)
{
  gint64 n = mlg_query_count (query, db, error);

  return n >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

static char *
write_count (MlgLibraryList list, guint n)
{
  switch (list)
    {
    case MLG_LIBRARY_TEMPLATES:
      return g_strdup_printf (ngettext ("%'u template", "%'u templates", n), n);
    case MLG_LIBRARY_CLAUSES:
      return g_strdup_printf (ngettext ("%'u clause", "%'u clauses", n), n);
    case MLG_LIBRARY_DRAFTS:
      return g_strdup_printf (ngettext ("%'u draft", "%'u drafts", n), n);
    case MLG_LIBRARY_SHEETS:
      return g_strdup_printf (ngettext ("%'u feedback sheet", "%'u feedback sheets", n), n);
    case MLG_LIBRARY_N_LISTS:
    default:
      g_assert_not_reached ();
    }
}

static void
on_counted (MlgLibraryView *self)
{
  const gint64 *n = mlg_live_read_get_result (self->count);
  g_autofree char *summary = n != NULL ? write_count (self->list, (guint) *n) : NULL;

  mlg_record_table_set_summary (self->table, summary);
}

static gpointer
read_passages (MlgConnection *db, gpointer data, GError **error)
{
  MlgQuery *query = data;
  g_autoptr (GPtrArray) hits = mlg_search_find (db, mlg_query_get_words (query),
                                                mlg_query_get_kind (query), MOST_PASSAGES, error);
  GHashTable *passages;

  if (hits == NULL)
    return NULL;
  passages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < hits->len; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];

      g_hash_table_insert (passages, g_memdup2 (&hit->id, sizeof hit->id), g_strdup (hit->snippet));
    }
  return passages;
}

/* What was found stands between marks. */
static char *
mark_found (const char *snippet)
{
  g_autofree char *escaped = g_markup_escape_text (snippet, -1);
  g_auto (GStrv) starts = g_strsplit (escaped, MLG_SEARCH_MATCH_START, -1);
  g_autofree char *opened = g_strjoinv ("<b>", starts);
  g_auto (GStrv) ends = g_strsplit (opened, MLG_SEARCH_MATCH_END, -1);

  return g_strjoinv ("</b>", ends);
}

static void
mlg_library_view_dispose (GObject *object)
{
  MlgLibraryView *self = MLG_LIBRARY_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->count);
  g_clear_object (&self->passages);
  G_OBJECT_CLASS (mlg_library_view_parent_class)->dispose (object);
}

static void
mlg_library_view_class_init (MlgLibraryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_library_view_dispose;
  g_type_ensure (MLG_TYPE_RECORD_TABLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryView, table);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryView, export_button);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_install_action (widget_class, "selection.remove", NULL, activate_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "selection.remove", NULL);

  /**
   * MlgLibraryView::chosen:
   * @id: the record that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgLibraryView::opened:
   *
   * The person wants to read the record that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * MlgLibraryView::passages-changed:
   *
   * Other words are looked for.
   */
  passages_changed_signal =
      g_signal_new ("passages-changed", MLG_TYPE_LIBRARY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_library_view_init (MlgLibraryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
on_passages_read (MlgLibraryView *self)
{
  g_signal_emit (self, passages_changed_signal, 0);
}

static GtkWidget *
make_empty_page (MlgLibraryList list)
{
  g_autofree char *resource = g_strdup_printf ("/org/maillage/library/mlg-library-empty-%s.ui",
                                               mlg_library_list_get_name (list));

  return g_object_new (MLG_TYPE_LAZY_BIN, "resource", resource, NULL);
}

/**
 * mlg_library_view_set_list:
 * @list: which list it is
 * @store: (transfer none): where the records are
 *
 * To be called once.
 */
void
mlg_library_view_set_list (MlgLibraryView *self, MlgLibraryList list, MlgStore *store)
{
  static const MlgKind *kinds[MLG_LIBRARY_N_LISTS][2];

  g_return_if_fail (MLG_IS_LIBRARY_VIEW (self));

  self->list = list;
  gtk_widget_set_visible (self->export_button, list == MLG_LIBRARY_TEMPLATES);
  kinds[list][0] = mlg_library_list_get_table (list)->kind;
  g_object_set (self->table, "empty-page", make_empty_page (list), NULL);
  self->count = mlg_live_read_new (store, kinds[list], read_count, g_free);
  self->passages =
      mlg_live_read_new (store, kinds[list], read_passages, (GDestroyNotify) g_hash_table_unref);
  g_signal_connect_object (self->count, "done", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->passages, "done", G_CALLBACK (on_passages_read), self,
                           G_CONNECT_SWAPPED);
  mlg_record_table_set_kind (self->table, mlg_library_list_get_table (list), store);
  update_actions (self);
}

/**
 * mlg_library_view_get_table:
 *
 * Returns: (transfer none): the list
 */
MlgRecordTable *
mlg_library_view_get_table (MlgLibraryView *self)
{
  g_return_val_if_fail (MLG_IS_LIBRARY_VIEW (self), NULL);
  return self->table;
}

/**
 * mlg_library_view_dup_passage:
 * @id: a record of the list
 *
 * Returns: (transfer full) (nullable): the passage where the words were found, as markup; %NULL when none
 *   are looked for
 */
char *
mlg_library_view_dup_passage (MlgLibraryView *self, gint64 id)
{
  GHashTable *passages = mlg_live_read_get_result (self->passages);
  const char *snippet = passages != NULL ? g_hash_table_lookup (passages, &id) : NULL;

  g_return_val_if_fail (MLG_IS_LIBRARY_VIEW (self), NULL);
  return snippet != NULL ? mark_found (snippet) : NULL;
}
