/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-ahead.h"

/* Reads the rows of a table ahead of whoever plans them: a thread makes records of the next rows while
 * the ones before are looked up among those that are there. What is handed over is touched by the thread
 * no more. A short table is read as one goes, without a thread. */
#define ROWS_AT_ONCE   128
#define WORTH_A_THREAD (16 * ROWS_AT_ONCE)
#define ROWS_OF_MEMORY 64
#define MEMORY_AT_ONCE (60 * 1024)

typedef struct
{
  GPtrArray *entries;   /* (owned) of MlgImportEntry (nullable) */
  GArray *ends;         /* (owned) of guint: how many issues there are after each row */
  MlgIssueList *issues; /* (owned) of these rows */
  guint next;           /* the row that is asked for next */
} Batch;

struct _MlgImportAhead
{
  MlgTable *table;            /* (unowned) */
  MlgImportRowReader *reader; /* (owned) the thread's, while there is one */
  guint row;                  /* likewise: the first one of the next batch */
  GThread *thread;            /* (owned) (nullable) */
  GAsyncQueue *batches;       /* (owned) of Batch */
  int stopped;                /* atomic: nobody wants more */
  Batch *batch;               /* (owned) (nullable) what is given out now */
};

static void
entry_free (gpointer data)
{
  if (data != NULL)
    mlg_import_entry_free (data);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->entries);
  g_array_unref (batch->ends);
  mlg_issue_list_unref (batch->issues);
  g_free (batch);
}

/* The memory of a thread grows by a page at a time, with a call to the system for each, while other
 * threads wait for theirs: some is taken and given back, which stays the thread's. More at once would be
 * given back to the system. */
static void
grow_memory (void)
{
  g_free (g_malloc (MEMORY_AT_ONCE));
}

static Batch *
read_batch (MlgImportAhead *self)
{
  guint end = MIN (self->row + ROWS_AT_ONCE, mlg_table_get_n_rows (self->table));
  Batch *batch = g_new0 (Batch, 1);

  batch->entries = g_ptr_array_new_full (ROWS_AT_ONCE, entry_free);
  batch->ends = g_array_sized_new (FALSE, FALSE, sizeof (guint), ROWS_AT_ONCE);
  batch->issues = mlg_issue_list_new ();
  mlg_import_row_reader_begin (self->reader, batch->issues);
  for (; self->row < end; self->row++)
    {
      guint n;

      if (self->row % ROWS_OF_MEMORY == 0)
        grow_memory ();
      g_ptr_array_add (batch->entries, mlg_import_row_reader_read (self->reader, self->row));
      n = mlg_issue_list_get_n (batch->issues);
      g_array_append_val (batch->ends, n);
    }
  /* The reader lets go of the last row, which others may change from now on. */
  mlg_import_row_reader_begin (self->reader, batch->issues);
  return batch;
}

static gpointer
run (gpointer data)
{
  MlgImportAhead *self = data;

  while (self->row < mlg_table_get_n_rows (self->table) && !g_atomic_int_get (&self->stopped))
    g_async_queue_push (self->batches, read_batch (self));
  return NULL;
}

/**
 * mlg_import_ahead_new:
 * @table: must stay until this is freed, and so must @mapping; neither may be changed
 *
 * Returns: (transfer full): what reads all rows of a table
 */
MlgImportAhead *
mlg_import_ahead_new (MlgTable *table, MlgMapping *mapping)
{
  MlgImportAhead *self = g_new0 (MlgImportAhead, 1);

  self->table = table;
  self->reader = mlg_import_row_reader_new (table, mapping);
  self->batches = g_async_queue_new_full (batch_free);
  if (mlg_table_get_n_rows (table) >= WORTH_A_THREAD)
    self->thread = g_thread_try_new ("rows", run, self, NULL);
  return self;
}

/**
 * mlg_import_ahead_free:
 *
 * Waits for the rows that are being read.
 */
void
mlg_import_ahead_free (MlgImportAhead *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  g_clear_pointer (&self->thread, g_thread_join);
  g_async_queue_unref (self->batches);
  g_clear_pointer (&self->batch, batch_free);
  mlg_import_row_reader_free (self->reader);
  g_free (self);
}

static void
copy_issues (Batch *batch, guint row, MlgIssueList *issues)
{
  guint end = g_array_index (batch->ends, guint, row);

  for (guint i = row > 0 ? g_array_index (batch->ends, guint, row - 1) : 0; i < end; i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (batch->issues, i);

      mlg_issue_list_add (issues, issue->severity, issue->file, issue->line, issue->column, "%s",
                          issue->message);
    }
}

/**
 * mlg_import_ahead_next:
 * @issues: gets what is wrong or odd in the row
 *
 * Gives the rows one after the other; not to be called for more than there are.
 *
 * Returns: (transfer full) (nullable): as mlg_import_row_reader_read()
 */
MlgImportEntry *
mlg_import_ahead_next (MlgImportAhead *self, MlgIssueList *issues)
{
  Batch *batch = self->batch;

  if (batch == NULL || batch->next == batch->entries->len)
    {
      g_clear_pointer (&self->batch, batch_free);
      self->batch = batch =
          self->thread != NULL ? g_async_queue_pop (self->batches) : read_batch (self);
    }
  copy_issues (batch, batch->next, issues);
  return g_steal_pointer (&batch->entries->pdata[batch->next++]);
}
