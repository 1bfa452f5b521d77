/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-live-record.h"

#include "mlg-live-read.h"
#include "store/mlg-record-sql.h"

/* One record on screen: the same object as long as it is the same record, kept as it is in the store. */
struct _MlgLiveRecord
{
  GObject parent_instance;
  MlgLiveRead *reading; /* (owned) */
  const MlgKind *kinds[2];
  gint64 id;         /* 0 for none */
  MlgRecord *record; /* (owned) (nullable) until it is read, and once it is gone */
};

G_DEFINE_FINAL_TYPE (MlgLiveRecord, mlg_live_record, G_TYPE_OBJECT)

static guint changed_signal;

/* What is asked in the reader's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
} Question;

static gpointer
question_copy (gpointer data)
{
  return g_memdup2 (data, sizeof (Question));
}

static gpointer
read_record (MlgConnection *db, gpointer data, GError **error)
{
  Question *question = data;

  return mlg_record_load (db, question->kind, question->id, error);
}

static void
on_read (MlgLiveRecord *self)
{
  MlgRecord *read = mlg_live_read_get_result (self->reading);

  if (read != NULL && self->record != NULL
      && mlg_record_get_id (read) == mlg_record_get_id (self->record))
    {
      mlg_record_assign (self->record, read);
      return;
    }
  g_clear_object (&self->record);
  if (read != NULL)
    self->record = mlg_record_copy (read);
  g_signal_emit (self, changed_signal, 0);
}

static void
mlg_live_record_finalize (GObject *object)
{
  MlgLiveRecord *self = MLG_LIVE_RECORD (object);

  g_clear_object (&self->reading);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (mlg_live_record_parent_class)->finalize (object);
}

static void
mlg_live_record_class_init (MlgLiveRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_live_record_finalize;

  /**
   * MlgLiveRecord::changed:
   *
   * It is another record, or none any more. A change of its fields is told by the record itself.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_LIVE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_live_record_init (MlgLiveRecord *self)
{
}

/**
 * mlg_live_record_new:
 * @store: (transfer none): where the record is
 * @kind: its kind
 *
 * Returns: (transfer full): no record yet
 */
MlgLiveRecord *
mlg_live_record_new (MlgStore *store, const MlgKind *kind)
{
  MlgLiveRecord *self = g_object_new (MLG_TYPE_LIVE_RECORD, NULL);

  self->kinds[0] = kind;
  self->reading = mlg_live_read_new (store, self->kinds, read_record, g_object_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * mlg_live_record_set_id:
 * @id: a record; 0 for none
 */
void
mlg_live_record_set_id (MlgLiveRecord *self, gint64 id)
{
  Question question = { self->kinds[0], id };

  g_return_if_fail (MLG_IS_LIVE_RECORD (self));

  if (self->id == id)
    return;
  self->id = id;
  mlg_live_read_ask (self->reading, id != 0 ? &question : NULL, question_copy, g_free);
}

/**
 * mlg_live_record_get_id:
 *
 * Returns: the record that is wanted; 0 for none
 */
gint64
mlg_live_record_get_id (MlgLiveRecord *self)
{
  g_return_val_if_fail (MLG_IS_LIVE_RECORD (self), 0);
  return self->id;
}

/**
 * mlg_live_record_get:
 *
 * Returns: (transfer none) (nullable): the record; %NULL until it is read and once it is gone
 */
MlgRecord *
mlg_live_record_get (MlgLiveRecord *self)
{
  g_return_val_if_fail (MLG_IS_LIVE_RECORD (self), NULL);
  return self->record;
}
