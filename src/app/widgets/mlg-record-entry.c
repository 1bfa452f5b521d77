/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-entry.h"

#include <glib/gi18n-lib.h>

#include "mlg-live-read.h"
#include "mlg-suggestion-entry.h"
#include "store/mlg-search.h"

#define MOST 8 /* records proposed at once */

/* An entry that proposes records of a kind while one types a part of a name. */
struct _MlgRecordEntry
{
  GtkWidget parent_instance;
  const MlgKind *kind;  /* (unowned) static */
  MlgLiveRead *reading; /* (owned) the proposals */
  gint64 id;            /* the record that is chosen; 0 for none */
  gboolean waiting;     /* Return came before what is proposed for the words: the first is meant */
  MlgSuggestionEntry *entry; /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgRecordEntry, mlg_record_entry, GTK_TYPE_WIDGET)

static guint chosen_signal, waiting_signal;

/* What is asked in the reader's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  char *words;         /* (owned) */
} Question;

static gpointer
question_copy (gpointer data)
{
  Question *question = data, *copy = g_new0 (Question, 1);

  copy->kind = question->kind;
  copy->words = g_strdup (question->words);
  return copy;
}

static void
question_free (gpointer data)
{
  g_free (((Question *) data)->words);
  g_free (data);
}

static gpointer
find (MlgConnection *db, gpointer data, GError **error)
{
  Question *question = data;

  return mlg_search_find (db, question->words, question->kind, MOST, error);
}

static void
choose (MlgRecordEntry *self, const MlgSearchHit *hit)
{
  mlg_record_entry_set_record (self, hit->id, hit->name);
  g_signal_emit (self, chosen_signal, 0);
}

static void
choose_first (MlgRecordEntry *self, GPtrArray *hits)
{
  self->waiting = FALSE;
  if (hits != NULL && hits->len > 0)
    choose (self, hits->pdata[0]);
  else
    g_signal_emit (self, chosen_signal, 0);
}

static void
on_found (MlgRecordEntry *self)
{
  GPtrArray *hits = mlg_live_read_get_result (self->reading);

  mlg_suggestion_entry_clear (self->entry);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];

      mlg_suggestion_entry_add (self->entry, hit->name, NULL, FALSE);
    }
  if (self->waiting)
    choose_first (self, hits);
  else
    mlg_suggestion_entry_show (self->entry);
}

static void
on_typed (MlgRecordEntry *self)
{
  const char *words = mlg_suggestion_entry_get_text (self->entry);
  Question question = { self->kind, (char *) words };

  self->id = 0;
  self->waiting = FALSE;
  mlg_live_read_ask (self->reading, *words != '\0' ? &question : NULL, question_copy,
                     question_free);
}

static void
wait_for_first (MlgRecordEntry *self)
{
  self->waiting = TRUE;
  g_signal_emit (self, waiting_signal, 0);
}

static void
on_suggestion_chosen (MlgRecordEntry *self, guint position)
{
  GPtrArray *hits = mlg_live_read_get_result (self->reading);

  /* What is in sight was proposed for fewer letters. */
  if (mlg_live_read_is_loading (self->reading))
    wait_for_first (self);
  else if (hits != NULL && position < hits->len)
    choose (self, hits->pdata[position]);
}

/* Return without a proposal: an empty entry is an answer too. */
static void
on_activated (MlgRecordEntry *self)
{
  if (self->id == 0 && mlg_live_read_is_loading (self->reading))
    wait_for_first (self);
  else
    g_signal_emit (self, chosen_signal, 0);
}

static gboolean
mlg_record_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (MLG_RECORD_ENTRY (widget)->entry));
}

static void
mlg_record_entry_dispose (GObject *object)
{
  MlgRecordEntry *self = MLG_RECORD_ENTRY (object);

  g_clear_object (&self->reading);
  if (self->entry != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->entry));
  self->entry = NULL;
  G_OBJECT_CLASS (mlg_record_entry_parent_class)->dispose (object);
}

static void
mlg_record_entry_class_init (MlgRecordEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_record_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mlg_record_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * MlgRecordEntry::chosen:
   *
   * The person has chosen a record, or none.
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_RECORD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * MlgRecordEntry::waiting:
   *
   * The person has pressed Return before it is known which record is meant: ::chosen tells it soon.
   */
  waiting_signal = g_signal_new ("waiting", MLG_TYPE_RECORD_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_record_entry_init (MlgRecordEntry *self)
{
  self->entry = MLG_SUGGESTION_ENTRY (mlg_suggestion_entry_new (_ ("Type a name")));
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  g_signal_connect_object (self->entry, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activated", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "chosen", G_CALLBACK (on_suggestion_chosen), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_record_entry_new:
 * @store: (transfer none): where the records are
 * @kind: which ones are proposed
 *
 * Returns: (transfer floating): an entry with nothing chosen
 */
GtkWidget *
mlg_record_entry_new (MlgStore *store, const MlgKind *kind)
{
  MlgRecordEntry *self = g_object_new (MLG_TYPE_RECORD_ENTRY, NULL);

  self->kind = kind;
  self->reading = mlg_live_read_new (store, NULL, find, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_found), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mlg_record_entry_set_name:
 * @name: translated: the label that stands beside it
 *
 * Names it for who cannot see what stands beside it.
 */
void
mlg_record_entry_set_name (MlgRecordEntry *self, const char *name)
{
  g_return_if_fail (MLG_IS_RECORD_ENTRY (self));
  mlg_suggestion_entry_set_name (self->entry, name);
}

/**
 * mlg_record_entry_set_record:
 * @id: a record; 0 for none
 * @name: (nullable): its name
 */
void
mlg_record_entry_set_record (MlgRecordEntry *self, gint64 id, const char *name)
{
  g_return_if_fail (MLG_IS_RECORD_ENTRY (self));

  mlg_suggestion_entry_set_text (self->entry, name);
  self->id = id;
  self->waiting = FALSE;
  /* What was proposed for other words is proposed no more. */
  mlg_live_read_ask (self->reading, NULL, NULL, NULL);
}

/**
 * mlg_record_entry_get_id:
 *
 * Returns: the record that is chosen; 0 for none
 */
gint64
mlg_record_entry_get_id (MlgRecordEntry *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_ENTRY (self), 0);
  return self->id;
}

/**
 * mlg_record_entry_is_waiting:
 *
 * Returns: whether Return was pressed and which record is meant is not known yet
 */
gboolean
mlg_record_entry_is_waiting (MlgRecordEntry *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_ENTRY (self), FALSE);
  return self->waiting;
}

/**
 * mlg_record_entry_get_text:
 *
 * Returns: what is written in the entry
 */
const char *
mlg_record_entry_get_text (MlgRecordEntry *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_ENTRY (self), NULL);
  return mlg_suggestion_entry_get_text (self->entry);
}

/**
 * mlg_record_entry_dup_value:
 *
 * Returns: (transfer full): the id of the record that is chosen, as text; "" for an empty entry; what is
 *   written when it is no record, which a reference refuses
 */
char *
mlg_record_entry_dup_value (MlgRecordEntry *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_ENTRY (self), NULL);
  if (self->id != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->id);
  return g_strdup (mlg_record_entry_get_text (self));
}
