/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-view.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-archived.h"
#include "library/mlg-library-edit.h"
#include "mlg-library-archive.h"
#include "store/mlg-search.h"
#include "widgets/mlg-lazy-bin.h"
#include "widgets/mlg-live-read.h"

#define MOST_PASSAGES 300

/* One list of the library, what is done to those that are chosen, and the passages where words that one
 * looks for were found. */
struct _MlgLibraryView
{
  MlgRecordView parent_instance;
  MlgLibraryList list;
  MlgLiveRead *passages; /* (owned) (nullable) id → markup */

  GtkWidget *export_button;
  GtkWidget *bundle_button;
};

G_DEFINE_FINAL_TYPE (MlgLibraryView, mlg_library_view, MLG_TYPE_RECORD_VIEW)

static guint passages_changed_signal;

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

static char *
mlg_library_view_name_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (
      ngettext ("Delete %'u record of the library", "Delete %'u records of the library", n), n);
}

static char *
mlg_library_view_describe_removal (MlgRecordView *view, guint n)
{
  return g_strdup_printf (ngettext ("%'u record deleted", "%'u records deleted", n), n);
}

/* How many are listed, and how many of the kind are put away. */
typedef struct
{
  gint64 n;
  gint64 archived;
} Summary;

static gpointer
read_summary (MlgConnection *db, gpointer query, GError **error)
{
  Summary summary = { mlg_query_count (query, db, error), -1 };

  if (summary.n >= 0)
    summary.archived = mlg_archived_count (db, mlg_query_get_kind (query), error);
  return summary.archived >= 0 ? g_memdup2 (&summary, sizeof summary) : NULL;
}

static char *
count_listed (MlgLibraryList list, guint n)
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

static char *
mlg_library_view_write_summary (MlgRecordView *view, gconstpointer data)
{
  const Summary *summary = data;
  g_autofree char *listed = count_listed (MLG_LIBRARY_VIEW (view)->list, (guint) summary->n);
  g_autofree char *archived = NULL;

  mlg_record_table_set_leaves_out (mlg_record_view_get_table (view), summary->archived > 0);
  if (summary->archived == 0)
    return g_steal_pointer (&listed);
  archived = g_strdup_printf (ngettext ("%'u archived", "%'u archived", summary->archived),
                              (guint) summary->archived);
  return g_strdup_printf ("%s · %s", listed, archived);
}

static void
archive_chosen (MlgLibraryView *self, gboolean archived)
{
  g_autoptr (GArray) ids = mlg_record_view_get_chosen (MLG_RECORD_VIEW (self));

  mlg_library_archive (GTK_WIDGET (self), mlg_library_list_get_table (self->list)->kind, ids,
                       archived);
}

static void
activate_archive (GtkWidget *widget, const char *name, GVariant *parameter)
{
  archive_chosen (MLG_LIBRARY_VIEW (widget), TRUE);
}

static void
activate_unarchive (GtkWidget *widget, const char *name, GVariant *parameter)
{
  archive_chosen (MLG_LIBRARY_VIEW (widget), FALSE);
}

/* Passages are only looked for with words. */
static void
mlg_library_view_ask (MlgRecordView *view, MlgQuery *query)
{
  const char *words = mlg_query_get_words (query);

  mlg_live_read_ask_query (MLG_LIBRARY_VIEW (view)->passages,
                           words != NULL && *words != '\0' ? query : NULL);
}

static void
mlg_library_view_dispose (GObject *object)
{
  MlgLibraryView *self = MLG_LIBRARY_VIEW (object);

  g_clear_object (&self->passages);
  G_OBJECT_CLASS (mlg_library_view_parent_class)->dispose (object);
}

static void
mlg_library_view_class_init (MlgLibraryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordViewClass *view_class = MLG_RECORD_VIEW_CLASS (klass);
  static const char *const actions[] = { "selection.archive", "selection.unarchive", NULL };

  view_class->actions = actions;
  view_class->read_summary = read_summary;
  view_class->remove = mlg_library_remove;
  view_class->name_removal = mlg_library_view_name_removal;
  view_class->describe_removal = mlg_library_view_describe_removal;
  view_class->write_summary = mlg_library_view_write_summary;
  view_class->ask = mlg_library_view_ask;
  G_OBJECT_CLASS (klass)->dispose = mlg_library_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryView, export_button);
  gtk_widget_class_bind_template_child (widget_class, MlgLibraryView, bundle_button);
  gtk_widget_class_install_action (widget_class, "selection.archive", NULL, activate_archive);
  gtk_widget_class_install_action (widget_class, "selection.unarchive", NULL, activate_unarchive);

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
  gtk_widget_set_visible (self->bundle_button, list == MLG_LIBRARY_TEMPLATES);
  kinds[list][0] = mlg_library_list_get_table (list)->kind;
  g_object_set (mlg_record_view_get_table (MLG_RECORD_VIEW (self)), "empty-page",
                make_empty_page (list), NULL);
  self->passages =
      mlg_live_read_new (store, kinds[list], read_passages, (GDestroyNotify) g_hash_table_unref);
  g_signal_connect_object (self->passages, "done", G_CALLBACK (on_passages_read), self,
                           G_CONNECT_SWAPPED);
  mlg_record_view_set_kind (MLG_RECORD_VIEW (self), mlg_library_list_get_table (list), store);
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
