/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-worker.h"

#ifdef HAVE_MALLOC_TRIM
#include <malloc.h>
#endif

#define REST (250 * G_TIME_SPAN_MILLISECOND) /* without work: time to tidy up */

/* A thread with a connection of its own, which does what it is given in order. What comes out of a
 * piece of work is handed back to the main context of whoever pushed it: nothing that belongs to
 * that thread is ever freed here. */
struct _MlgWorker
{
  GThread *thread;    /* (owned) */
  GAsyncQueue *queue; /* (owned) of Item */
};

typedef struct
{
  MlgWorkFunc func; /* (nullable) %NULL ends the thread */
  MlgWorkDone done;
  gpointer work;         /* (owned) until it is handed back */
  GMainContext *context; /* (owned) */
} Item;

static void
item_free (Item *item)
{
  g_clear_pointer (&item->context, g_main_context_unref);
  g_free (item);
}

static gboolean
on_handed_back (gpointer data)
{
  Item *item = data;

  item->done (item->work);
  item_free (item);
  return G_SOURCE_REMOVE;
}

static void
hand_back (Item *item)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_handed_back, item, NULL);
  g_source_attach (source, item->context);
}

/* Nothing was asked for a while: what the work took besides what it left goes back to the system. */
static void
rest (MlgConnection *db)
{
  if (db != NULL)
    mlg_connection_rest (db);
#ifdef HAVE_MALLOC_TRIM
  malloc_trim (0);
#endif
}

static Item *
wait_for_work (GAsyncQueue *queue, MlgConnection *db)
{
  Item *item = g_async_queue_timeout_pop (queue, REST);

  if (item != NULL)
    return item;
  rest (db);
  return g_async_queue_pop (queue);
}

static gpointer
run (gpointer data)
{
  g_autoptr (GAsyncQueue) queue = data;
  MlgConnection *db = NULL;

  for (;;)
    {
      Item *item = wait_for_work (queue, db);

      if (item->func == NULL)
        {
          item_free (item);
          break;
        }
      item->func (&db, item->work);
      hand_back (item);
    }
  g_clear_pointer (&db, mlg_connection_close);
  return NULL;
}

/**
 * mlg_worker_new:
 * @name: the thread's name, for debuggers
 *
 * Returns: (transfer full): a worker without a connection
 */
MlgWorker *
mlg_worker_new (const char *name)
{
  MlgWorker *self = g_new0 (MlgWorker, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new (name, run, g_async_queue_ref (self->queue));
  return self;
}

/**
 * mlg_worker_push:
 * @func: called in the worker's thread
 * @done: called afterwards in the thread-default main context of the caller
 * @work: (transfer full): what both are given
 *
 * Adds a piece of work at the end of the queue.
 */
void
mlg_worker_push (MlgWorker *self, MlgWorkFunc func, MlgWorkDone done, gpointer work)
{
  Item *item = g_new0 (Item, 1);

  item->func = func;
  item->done = done;
  item->work = work;
  item->context = g_main_context_ref_thread_default ();
  g_async_queue_push (self->queue, item);
}

/**
 * mlg_worker_free:
 *
 * Waits for what is queued to be done, closes the connection, and ends the thread.
 */
void
mlg_worker_free (MlgWorker *self)
{
  g_async_queue_push (self->queue, g_new0 (Item, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
