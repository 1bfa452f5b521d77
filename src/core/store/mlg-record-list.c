/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-list.h"

#include "mlg-record-cache.h"
#include "mlg-record-sql.h"

/* A query on screen: the ids of all its records, and objects for those that somebody looks at. A row
 * that is looked at before it is read is an empty record, which fills itself as soon as it is. The
 * same row is the same object as long as anybody holds it. */
#define PAGE 64 /* rows read at once around one that is looked at */

struct _MlgRecordList
{
  GObject parent_instance;
  MlgStore *store;       /* (owned) */
  MlgQuery *query;       /* (owned) */
  GArray *ids;           /* (owned) of gint64, in order */
  GHashTable *positions; /* (owned) (nullable) id in @ids → position, since somebody asked */
  MlgRecordCache *cache; /* (owned) the rows that somebody holds */
  GArray *wanted;        /* (owned) of gint64: rows to read next */
  GCancellable *running; /* (owned) (nullable) of the query that runs: the latest wins */
  GError *error;         /* (owned) (nullable) why the last query failed */
  gboolean reading;      /* rows are being read */
};

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MlgRecordList,
                               mlg_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef enum
{
  PROP_LOADING = 1,
  PROP_N_ITEMS,
  PROP_QUERY,
} MlgRecordListProperty;

static GParamSpec *properties[PROP_QUERY + 1];

static void read_wanted (MlgRecordList *self);

/* The rows around one that is looked at will be looked at next. */
static void
want_page (MlgRecordList *self, guint position)
{
  guint start = position - position % PAGE;
  guint end = MIN (start + PAGE, self->ids->len);

  for (guint i = start; i < end; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, i);

      if (i != position && mlg_record_cache_find (self->cache, id) != NULL)
        continue;
      if (i != position)
        g_object_unref (mlg_record_cache_make (self->cache, id));
      g_array_append_val (self->wanted, id);
    }
  read_wanted (self);
}

static GType
get_item_type (GListModel *model)
{
  return MLG_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return MLG_RECORD_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  MlgRecordList *self = MLG_RECORD_LIST (model);
  MlgRecord *record;
  gint64 id;

  if (position >= self->ids->len)
    return NULL;
  id = g_array_index (self->ids, gint64, position);
  record = mlg_record_cache_find (self->cache, id);
  if (record != NULL)
    return g_object_ref (record);
  record = mlg_record_cache_make (self->cache, id);
  want_page (self, position);
  return record;
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) of gint64 */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->ids);
  g_free (reading);
}

static gpointer
read_rows (MlgConnection *db, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reading->ids->len; i++)
    {
      g_autoptr (GError) missing = NULL;
      MlgRecord *record =
          mlg_record_load (db, reading->kind, g_array_index (reading->ids, gint64, i), &missing);

      if (record != NULL)
        g_ptr_array_add (records, record);
      else if (!g_error_matches (missing, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return NULL;
        }
    }
  return g_steal_pointer (&records);
}

static void
on_rows_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgRecordList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = mlg_store_read_finish (MLG_STORE (source), result, &error);

  self->reading = FALSE;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      MlgRecord *read = records->pdata[i];
      MlgRecord *shown = mlg_record_cache_find (self->cache, mlg_record_get_id (read));

      if (shown != NULL)
        mlg_record_assign (shown, read);
    }
  /* Rows that cannot be read stay empty; the query itself tells what is wrong with the file. */
  if (error != NULL)
    g_debug ("Rows were not read: %s", error->message);
  read_wanted (self);
}

static void
read_wanted (MlgRecordList *self)
{
  Reading *reading;

  if (self->reading || self->wanted->len == 0 || self->store == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->kind = mlg_query_get_kind (self->query);
  reading->ids = g_steal_pointer (&self->wanted);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->reading = TRUE;
  mlg_store_read_async (self->store, read_rows, reading, reading_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_rows_read,
                        g_object_ref (self));
}

/* Takes the new ids, and tells the one stretch that differs. */
static void
take_ids (MlgRecordList *self, GArray *ids)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->ids);
  const gint64 *before = (const gint64 *) (gpointer) old->data;
  const gint64 *after = (const gint64 *) (gpointer) ids->data;
  guint shorter = MIN (old->len, ids->len), start = 0, end = 0;

  g_clear_pointer (&self->positions, g_hash_table_unref);
  self->ids = g_array_ref (ids);
  while (start < shorter && before[start] == after[start])
    start++;
  while (end < shorter - start && before[old->len - 1 - end] == after[ids->len - 1 - end])
    end++;
  if (start + end == old->len && start + end == ids->len)
    return;
  g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                              ids->len - start - end);
  if (old->len != ids->len)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static gpointer
run_query (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_query_run (data, db, error);
}

static void
on_query_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgRecordList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mlg_store_read_finish (MLG_STORE (source), result, &error);

  /* A later query has taken its place. */
  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return;
  g_clear_object (&self->running);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (ids != NULL)
    take_ids (self, ids);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
start_query (MlgRecordList *self)
{
  gboolean was_loading = self->running != NULL;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();
  mlg_store_read_async (self->store, run_query, mlg_query_ref (self->query),
                        (GDestroyNotify) mlg_query_unref, (GDestroyNotify) g_array_unref,
                        self->running, on_query_run, g_object_ref (self));
  if (!was_loading)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
on_store_changed (MlgStore *store, MlgChanges *changes, MlgRecordList *self)
{
  const MlgKind *const *kinds = mlg_store_get_kinds (store);
  gboolean touched = FALSE;

  for (; *kinds != NULL; kinds++)
    touched |=
        mlg_query_is_touched (self->query, *kinds) && mlg_changes_touch_kind (changes, *kinds);
  if (!touched)
    return;
  mlg_record_cache_list_touched (self->cache, changes, self->wanted);
  read_wanted (self);
  start_query (self);
}

static void
mlg_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgRecordList *self = MLG_RECORD_LIST (object);

  switch ((MlgRecordListProperty) id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->running != NULL);
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, self->ids->len);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_record_list_dispose (GObject *object)
{
  MlgRecordList *self = MLG_RECORD_LIST (object);

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mlg_record_list_parent_class)->dispose (object);
}

static void
mlg_record_list_finalize (GObject *object)
{
  MlgRecordList *self = MLG_RECORD_LIST (object);

  g_clear_pointer (&self->cache, mlg_record_cache_free);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  g_array_unref (self->ids);
  g_array_unref (self->wanted);
  g_clear_error (&self->error);
  g_clear_pointer (&self->query, mlg_query_unref);
  G_OBJECT_CLASS (mlg_record_list_parent_class)->finalize (object);
}

static void
mlg_record_list_class_init (MlgRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mlg_record_list_get_property;
  object_class->dispose = mlg_record_list_dispose;
  object_class->finalize = mlg_record_list_finalize;
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, MLG_TYPE_QUERY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_record_list_init (MlgRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/**
 * mlg_record_list_new:
 * @store: (transfer none): where the records are
 * @query: (transfer none): what to show
 *
 * Returns: (transfer full): a list that follows what happens in the store; empty until the query
 *   has been run
 */
MlgRecordList *
mlg_record_list_new (MlgStore *store, MlgQuery *query)
{
  MlgRecordList *self = g_object_new (MLG_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->query = mlg_query_ref (query);
  self->cache = mlg_record_cache_new (mlg_query_get_kind (query));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  start_query (self);
  return self;
}

/**
 * mlg_record_list_get_store:
 *
 * Returns: the store that the list reads; it is not given a reference
 */
MlgStore *
mlg_record_list_get_store (MlgRecordList *self)
{
  return self->store;
}

/**
 * mlg_record_list_get_query:
 *
 * Returns: (transfer none): what is shown
 */
MlgQuery *
mlg_record_list_get_query (MlgRecordList *self)
{
  return self->query;
}

/**
 * mlg_record_list_set_query:
 * @query: (transfer none): of the same kind of record
 *
 * Shows something else. The rows stay until the new ones are there, so that nothing flickers.
 */
void
mlg_record_list_set_query (MlgRecordList *self, MlgQuery *query)
{
  MlgQuery *old = self->query;

  g_return_if_fail (mlg_query_get_kind (query) == mlg_query_get_kind (self->query));

  self->query = mlg_query_ref (query);
  mlg_query_unref (old);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  start_query (self);
}

/**
 * mlg_record_list_is_loading:
 *
 * Returns: whether a query is running
 */
gboolean
mlg_record_list_is_loading (MlgRecordList *self)
{
  return self->running != NULL;
}

/**
 * mlg_record_list_get_error:
 *
 * Returns: (transfer none) (nullable): why the last query failed
 */
const GError *
mlg_record_list_get_error (MlgRecordList *self)
{
  return self->error;
}

static void
index_positions (MlgRecordList *self)
{
  self->positions = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_insert (self->positions, &g_array_index (self->ids, gint64, i),
                         GUINT_TO_POINTER (i));
}

/**
 * mlg_record_list_find:
 * @position: (out) (optional): where the record is
 *
 * Returns: whether the list shows this record
 */
gboolean
mlg_record_list_find (MlgRecordList *self, gint64 id, guint *position)
{
  gpointer found = NULL;

  if (self->positions == NULL)
    index_positions (self);
  if (!g_hash_table_lookup_extended (self->positions, &id, NULL, &found))
    return FALSE;
  if (position != NULL)
    *position = GPOINTER_TO_UINT (found);
  return TRUE;
}

/**
 * mlg_record_list_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): the ids, in order: what an export of the list takes
 */
GArray *
mlg_record_list_get_ids (MlgRecordList *self)
{
  return g_array_copy (self->ids);
}
