/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-store.h"

#include "mlg-history.h"
#include "mlg-store-private.h"

/* A network file for a program with a main loop: what is asked here is done by a thread that writes
 * and one that reads, in order, and the main loop never waits for the disk. */

G_DEFINE_FINAL_TYPE (MlgStore, mlg_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_WRITABLE,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_JOBS,
} MlgStoreProperty;

static GParamSpec *properties[PROP_JOBS + 1];
static guint changed_signal;

static void
mlg_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgStore *self = MLG_STORE (object);

  switch ((MlgStoreProperty) id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_WRITABLE:
      g_value_set_boolean (value, self->writable);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, self->undo_name);
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, self->redo_name);
      break;
    case PROP_JOBS:
      g_value_set_object (value, self->jobs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* Whoever lets go of an open store waits here for what is queued; closing first avoids that. */
static void
mlg_store_finalize (GObject *object)
{
  MlgStore *self = MLG_STORE (object);

  g_clear_pointer (&self->reader, mlg_worker_free);
  g_clear_pointer (&self->writer, mlg_worker_free);
  g_clear_object (&self->jobs);
  g_free (self->path);
  g_free (self->undo_name);
  g_free (self->redo_name);
  G_OBJECT_CLASS (mlg_store_parent_class)->finalize (object);
}

static void
mlg_store_class_init (MlgStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = mlg_store_get_property;
  object_class->finalize = mlg_store_finalize;
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_WRITABLE] = g_param_spec_boolean ("writable", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_JOBS] = g_param_spec_object ("jobs", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MlgStore::changed:
   * @changes: what changed
   *
   * An action was done, undone or done again, or the whole file was replaced.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__BOXED, G_TYPE_NONE, 1, MLG_TYPE_CHANGES);
}

static void
mlg_store_init (MlgStore *self)
{
  self->writer = mlg_worker_new ("writer");
  self->reader = mlg_worker_new ("reader");
  self->jobs = g_list_store_new (MLG_TYPE_JOB);
}

/**
 * mlg_store_new:
 * @kinds: the descriptions of all kinds of record, ended by %NULL
 *
 * Returns: (transfer full): a store without a file
 */
MlgStore *
mlg_store_new (const MlgKind *const *kinds)
{
  MlgStore *self = g_object_new (MLG_TYPE_STORE, NULL);

  self->kinds = kinds;
  return self;
}

/**
 * mlg_store_get_kinds:
 *
 * Returns: the descriptions of all kinds of record, ended by %NULL; static. In any thread.
 */
const MlgKind *const *
mlg_store_get_kinds (MlgStore *self)
{
  return self->kinds;
}

/**
 * mlg_store_get_path:
 *
 * Returns: (nullable): the file that is open
 */
const char *
mlg_store_get_path (MlgStore *self)
{
  return self->path;
}

/**
 * mlg_store_is_writable:
 *
 * Returns: whether the file that is open can be changed; %FALSE without a file. In the main thread.
 */
gboolean
mlg_store_is_writable (MlgStore *self)
{
  return self->writable;
}

/**
 * mlg_store_get_undo_name:
 *
 * Returns: (nullable): the action that would be undone
 */
const char *
mlg_store_get_undo_name (MlgStore *self)
{
  return self->undo_name;
}

/**
 * mlg_store_get_redo_name:
 *
 * Returns: (nullable): the action that would be done again
 */
const char *
mlg_store_get_redo_name (MlgStore *self)
{
  return self->redo_name;
}

/**
 * mlg_store_get_jobs:
 *
 * Returns: (transfer none): the jobs that are not finished, of #MlgJob
 */
GListModel *
mlg_store_get_jobs (MlgStore *self)
{
  return G_LIST_MODEL (self->jobs);
}

static void
set_name (MlgStore *self, char **own, char **name, MlgStoreProperty property)
{
  if (g_strcmp0 (*own, *name) == 0)
    return;
  g_free (*own);
  *own = g_steal_pointer (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
remove_job (MlgStore *self, MlgJob *job)
{
  guint position;

  mlg_job_finish (job);
  if (g_list_store_find (self->jobs, job, &position))
    g_list_store_remove (self->jobs, position);
}

static void
tell_changes (MlgStore *self, MlgWork *work)
{
  set_name (self, &self->undo_name, &work->undo_name, PROP_UNDO_NAME);
  set_name (self, &self->redo_name, &work->redo_name, PROP_REDO_NAME);
  if (work->changes != NULL)
    g_signal_emit (self, changed_signal, 0, work->changes);
}

/* Another file is open now, or none. */
void
mlg_store_set_file (MlgStore *self, MlgWork *work)
{
  g_autoptr (MlgChanges) everything = mlg_changes_new ();

  /* What cannot be written cannot be undone. */
  if (!work->writable)
    {
      g_clear_pointer (&work->undo_name, g_free);
      g_clear_pointer (&work->redo_name, g_free);
    }
  g_free (self->path);
  self->path = g_strdup (work->name);
  self->writable = work->writable && work->name != NULL;
  set_name (self, &self->undo_name, &work->undo_name, PROP_UNDO_NAME);
  set_name (self, &self->redo_name, &work->redo_name, PROP_REDO_NAME);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITABLE]);
  if (self->path == NULL)
    return;
  mlg_changes_add_everything (everything);
  g_signal_emit (self, changed_signal, 0, everything);
}

static void
on_read (gpointer data)
{
  mlg_work_complete (data);
}

static void
on_written (gpointer data)
{
  MlgWork *work = data;
  MlgStore *self = g_task_get_source_object (work->task);

  if (work->job != NULL)
    remove_job (self, work->job);
  tell_changes (self, work);
  mlg_work_complete (work);
}

/**
 * mlg_store_read_async:
 * @func: what reads, in the reader's thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data, in this thread
 * @free_result: (nullable): frees the result if nobody takes it
 *
 * Reads something. Reads are done in order, each seeing all that was written before it began.
 */
void
mlg_store_read_async (MlgStore *self,
                      MlgReadFunc func,
                      gpointer data,
                      GDestroyNotify free_data,
                      GDestroyNotify free_result,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, cancellable, callback, user_data);

  work->read = func;
  work->data = data;
  work->free_data = free_data;
  work->free_result = free_result;
  mlg_worker_push (self->reader, mlg_work_read, on_read, work);
}

/**
 * mlg_store_read_finish:
 *
 * Returns: (transfer full) (nullable): what was read
 */
gpointer
mlg_store_read_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
push_write (MlgStore *self, MlgWork *work, gpointer data, GDestroyNotify free_data, MlgJob *job)
{
  work->data = data;
  work->free_data = free_data;
  if (job != NULL)
    {
      work->job = g_object_ref (job);
      g_list_store_append (self->jobs, job);
    }
  mlg_worker_push (self->writer, mlg_work_write, on_written, work);
}

/**
 * mlg_store_act_async:
 * @name: the action's name, translated
 * @func: what the action does, in the writer's thread
 * @data: (transfer full): for @func
 * @free_data: (nullable): frees @data, in this thread
 * @job: (nullable): shows it as a job, whose cancellable counts
 * @cancellable: (nullable): for an action without a job
 *
 * Does something that can be undone.
 */
void
mlg_store_act_async (MlgStore *self,
                     const char *name,
                     MlgActionFunc func,
                     gpointer data,
                     GDestroyNotify free_data,
                     MlgJob *job,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, cancellable, callback, user_data);

  work->name = g_strdup (name);
  work->act = func;
  push_write (self, work, data, free_data, job);
}

/**
 * mlg_store_act_finish:
 *
 * Returns: whether it is done; "changed" was emitted before
 */
gboolean
mlg_store_act_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * mlg_store_write_async:
 * @func: what writes, in the writer's thread
 *
 * Does something that is not one plain action; otherwise as mlg_store_act_async().
 */
void
mlg_store_write_async (MlgStore *self,
                       MlgWriteFunc func,
                       gpointer data,
                       GDestroyNotify free_data,
                       MlgJob *job,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, cancellable, callback, user_data);

  work->write = func;
  push_write (self, work, data, free_data, job);
}

/**
 * mlg_store_write_finish:
 * @result: what the callback got
 *
 * Ends a write that was asked for with mlg_store_write_async() or mlg_store_act_async().
 */
gboolean
mlg_store_write_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The name of what was undone comes back in the data, which outlives the callback. */
static gboolean
undo (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_history_undo (db, data, changes, error);
}

static gboolean
redo (MlgConnection *db, gpointer data, MlgChanges **changes, GError **error)
{
  return mlg_history_redo (db, data, changes, error);
}

static void
free_name (gpointer data)
{
  g_free (*(char **) data);
  g_free (data);
}

static void
step_in_history (MlgStore *self,
                 MlgWriteFunc func,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  MlgWork *work = mlg_work_new (self, cancellable, callback, user_data);
  char **name = g_new0 (char *, 1);

  g_task_set_task_data (work->task, name, free_name);
  work->write = func;
  push_write (self, work, name, NULL, NULL);
}

static char *
finish_step (GAsyncResult *result, GError **error)
{
  char **name = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return *name != NULL ? g_steal_pointer (name) : g_strdup ("");
}

/**
 * mlg_store_undo_async:
 *
 * Undoes the last action.
 */
void
mlg_store_undo_async (MlgStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  step_in_history (self, undo, cancellable, callback, user_data);
}

/**
 * mlg_store_undo_finish:
 *
 * Returns: (transfer full) (nullable): the name of what was undone, "" if nothing was left to; %NULL
 *   with @error set
 */
char *
mlg_store_undo_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return finish_step (result, error);
}

/**
 * mlg_store_redo_async:
 *
 * Does the last undone action again.
 */
void
mlg_store_redo_async (MlgStore *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  step_in_history (self, redo, cancellable, callback, user_data);
}

/**
 * mlg_store_redo_finish:
 *
 * Returns: as mlg_store_undo_finish()
 */
char *
mlg_store_redo_finish (MlgStore *self, GAsyncResult *result, GError **error)
{
  return finish_step (result, error);
}
