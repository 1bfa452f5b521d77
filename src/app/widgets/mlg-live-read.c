/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-live-read.h"

/* Something read from the network file for the screen, and read again whenever records that it depends
 * on change. Of several questions the latest wins; the answer to it stays until the next one is there,
 * so that nothing flickers. */
struct _MlgLiveRead
{
  GObject parent_instance;
  MlgStore *store;             /* (owned) */
  const MlgKind *const *kinds; /* (unowned) (nullable) static; NULL for all */
  MlgReadFunc func;
  GDestroyNotify free_result;

  gpointer input; /* (owned) (nullable) what is asked; NULL for nothing */
  GBoxedCopyFunc copy_input;
  GDestroyNotify free_input;

  GCancellable *running; /* (owned) (nullable) of the question that is asked now */
  gpointer result;       /* (owned) (nullable) */
  GError *error;         /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgLiveRead, mlg_live_read, G_TYPE_OBJECT)

static guint done_signal;

static void
take_answer (MlgLiveRead *self, gpointer result, GError *error)
{
  gpointer old = self->result;

  self->result = result;
  g_clear_error (&self->error);
  self->error = error;
  g_signal_emit (self, done_signal, 0);
  if (old != NULL)
    self->free_result (old);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgLiveRead) self = data;
  GError *error = NULL;
  gpointer answer = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) == self->running)
    {
      g_clear_object (&self->running);
      take_answer (self, answer, error);
      return;
    }
  /* A later question has taken its place. */
  if (answer != NULL)
    self->free_result (answer);
  g_clear_error (&error);
}

static void
stop (MlgLiveRead *self)
{
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
}

static void
start (MlgLiveRead *self)
{
  stop (self);
  self->running = g_cancellable_new ();
  mlg_store_read_async (self->store, self->func, self->copy_input (self->input), self->free_input,
                        self->free_result, self->running, on_read, g_object_ref (self));
}

static void
on_store_changed (MlgStore *store, MlgChanges *changes, MlgLiveRead *self)
{
  gboolean touched = self->kinds == NULL;

  for (const MlgKind *const *kind = self->kinds; !touched && *kind != NULL; kind++)
    touched = mlg_changes_touch_kind (changes, *kind);
  if (touched && self->input != NULL)
    start (self);
}

static void
forget_input (MlgLiveRead *self)
{
  if (self->input != NULL)
    self->free_input (self->input);
  self->input = NULL;
}

static void
mlg_live_read_dispose (GObject *object)
{
  MlgLiveRead *self = MLG_LIVE_READ (object);

  stop (self);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mlg_live_read_parent_class)->dispose (object);
}

static void
mlg_live_read_finalize (GObject *object)
{
  MlgLiveRead *self = MLG_LIVE_READ (object);

  forget_input (self);
  if (self->result != NULL)
    self->free_result (self->result);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (mlg_live_read_parent_class)->finalize (object);
}

static void
mlg_live_read_class_init (MlgLiveReadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mlg_live_read_dispose;
  object_class->finalize = mlg_live_read_finalize;

  /**
   * MlgLiveRead::done:
   *
   * There is a new answer, or a new reason why there is none.
   */
  done_signal = g_signal_new ("done", MLG_TYPE_LIVE_READ, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_live_read_init (MlgLiveRead *self)
{
}

/**
 * mlg_live_read_new:
 * @store: (transfer none): what is read from
 * @kinds: (nullable): static, ended by %NULL: the kinds of records on which the answer depends; %NULL
 *   for all kinds
 * @func: reads, in the reader's thread; it is given the input of mlg_live_read_ask()
 * @free_result: frees what @func returns
 *
 * Returns: (transfer full): a reader that was asked nothing yet
 */
MlgLiveRead *
mlg_live_read_new (MlgStore *store,
                   const MlgKind *const *kinds,
                   MlgReadFunc func,
                   GDestroyNotify free_result)
{
  MlgLiveRead *self = g_object_new (MLG_TYPE_LIVE_READ, NULL);

  self->store = g_object_ref (store);
  self->kinds = kinds;
  self->func = func;
  self->free_result = free_result;
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self, 0);
  return self;
}

/**
 * mlg_live_read_ask:
 * @input: (nullable) (transfer none): for the function that reads; %NULL to read nothing
 * @copy_input: copies @input for another thread
 * @free_input: frees such a copy
 *
 * Asks something else. #MlgLiveRead::done tells when the answer is there.
 */
void
mlg_live_read_ask (MlgLiveRead *self,
                   gpointer input,
                   GBoxedCopyFunc copy_input,
                   GDestroyNotify free_input)
{
  gpointer copy = input != NULL ? copy_input (input) : NULL;

  g_return_if_fail (MLG_IS_LIVE_READ (self));

  forget_input (self);
  self->input = copy;
  self->copy_input = copy_input;
  self->free_input = free_input;
  stop (self);
  if (copy != NULL)
    start (self);
  else
    take_answer (self, NULL, NULL);
}

static gpointer
copy_id (gpointer id)
{
  return g_memdup2 (id, sizeof (gint64));
}

/**
 * mlg_live_read_ask_id:
 * @id: a record; 0 for none. The function that reads is given a pointer to it
 */
void
mlg_live_read_ask_id (MlgLiveRead *self, gint64 id)
{
  mlg_live_read_ask (self, id != 0 ? &id : NULL, copy_id, g_free);
}

/**
 * mlg_live_read_ask_query:
 * @query: (nullable): what the function that reads is given
 */
void
mlg_live_read_ask_query (MlgLiveRead *self, MlgQuery *query)
{
  mlg_live_read_ask (self, query, (GBoxedCopyFunc) mlg_query_ref, (GDestroyNotify) mlg_query_unref);
}

/**
 * mlg_live_read_get_result:
 *
 * Returns: (transfer none) (nullable): the last answer, until #MlgLiveRead::done is emitted again
 */
gpointer
mlg_live_read_get_result (MlgLiveRead *self)
{
  g_return_val_if_fail (MLG_IS_LIVE_READ (self), NULL);
  return self->result;
}

/**
 * mlg_live_read_get_error:
 *
 * Returns: (transfer none) (nullable): why there is no answer
 */
const GError *
mlg_live_read_get_error (MlgLiveRead *self)
{
  g_return_val_if_fail (MLG_IS_LIVE_READ (self), NULL);
  return self->error;
}

/**
 * mlg_live_read_is_loading:
 *
 * Returns: whether an answer is on its way
 */
gboolean
mlg_live_read_is_loading (MlgLiveRead *self)
{
  g_return_val_if_fail (MLG_IS_LIVE_READ (self), FALSE);
  return self->running != NULL;
}
