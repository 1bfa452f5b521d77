/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-private.h"

#include "mlg-connection-private.h"
#include "mlg-id.h"
#include "mlg-record-private.h"
#include "mlg-statement.h"

/* What the history tells people: the actions, and field by field what each changed. */
struct _MlgHistoryEntry
{
  GObject parent_instance;
  gint64 id;
  char *name;   /* (owned) */
  char *author; /* (owned) (nullable) */
  guint n_changes;
  gboolean undone;
};

G_DEFINE_FINAL_TYPE (MlgHistoryEntry, mlg_history_entry, G_TYPE_OBJECT)

enum
{
  PROP_NAME = 1,
  PROP_AUTHOR,
  PROP_TIME,
  PROP_N_CHANGES,
  PROP_UNDONE,
};

static void
mlg_history_entry_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgHistoryEntry *self = MLG_HISTORY_ENTRY (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_AUTHOR:
      g_value_set_string (value, self->author);
      break;
    case PROP_TIME:
      g_value_set_int64 (value, mlg_history_entry_get_time (self));
      break;
    case PROP_N_CHANGES:
      g_value_set_uint (value, self->n_changes);
      break;
    case PROP_UNDONE:
      g_value_set_boolean (value, self->undone);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_history_entry_finalize (GObject *object)
{
  MlgHistoryEntry *self = MLG_HISTORY_ENTRY (object);

  g_free (self->name);
  g_free (self->author);
  G_OBJECT_CLASS (mlg_history_entry_parent_class)->finalize (object);
}

static void
mlg_history_entry_class_init (MlgHistoryEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mlg_history_entry_get_property;
  object_class->finalize = mlg_history_entry_finalize;
  g_object_class_install_property (object_class, PROP_NAME,
                                   g_param_spec_string ("name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_AUTHOR,
                                   g_param_spec_string ("author", NULL, NULL, NULL, flags));
  g_object_class_install_property (
      object_class, PROP_TIME, g_param_spec_int64 ("time", NULL, NULL, 0, G_MAXINT64, 0, flags));
  g_object_class_install_property (
      object_class, PROP_N_CHANGES,
      g_param_spec_uint ("n-changes", NULL, NULL, 0, G_MAXUINT, 0, flags));
  g_object_class_install_property (object_class, PROP_UNDONE,
                                   g_param_spec_boolean ("undone", NULL, NULL, FALSE, flags));
}

static void
mlg_history_entry_init (MlgHistoryEntry *self)
{
}

/**
 * mlg_history_entry_get_id:
 *
 * Returns: the number of the action, from which its time comes; see mlg_id_get_time()
 */
gint64
mlg_history_entry_get_id (MlgHistoryEntry *self)
{
  return self->id;
}

/**
 * mlg_history_entry_get_name:
 *
 * Returns: what was done, as people read it, in the language of who did it; it belongs to the entry
 */
const char *
mlg_history_entry_get_name (MlgHistoryEntry *self)
{
  return self->name;
}

/**
 * mlg_history_entry_get_author:
 *
 * Returns: (nullable): the name of the account that did it
 */
const char *
mlg_history_entry_get_author (MlgHistoryEntry *self)
{
  return self->author;
}

/**
 * mlg_history_entry_get_time:
 *
 * Returns: seconds since 1970-01-01 UTC
 */
gint64
mlg_history_entry_get_time (MlgHistoryEntry *self)
{
  return mlg_id_get_time (self->id);
}

/**
 * mlg_history_entry_get_n_changes:
 *
 * Returns: how many records it touched
 */
guint
mlg_history_entry_get_n_changes (MlgHistoryEntry *self)
{
  return self->n_changes;
}

/**
 * mlg_history_entry_is_undone:
 *
 * Returns: whether the action was undone and can be done again
 */
gboolean
mlg_history_entry_is_undone (MlgHistoryEntry *self)
{
  return self->undone;
}

/**
 * mlg_history_list:
 * @limit: how many at the most
 * @offset: how many to pass over
 *
 * Returns: (transfer full) (element-type MlgHistoryEntry): the actions, newest first
 */
GPtrArray *
mlg_history_list (MlgConnection *db, guint limit, guint offset, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db,
      "SELECT id, name, author, n_changes, undone FROM action ORDER BY id DESC LIMIT ?1 OFFSET ?2",
      error);
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_integer (statement, 1, limit);
  mlg_statement_bind_integer (statement, 2, offset);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    {
      MlgHistoryEntry *entry = g_object_new (MLG_TYPE_HISTORY_ENTRY, NULL);

      entry->id = mlg_statement_get_integer (statement, 0);
      entry->name = g_strdup (mlg_statement_get_text (statement, 1));
      entry->author = g_strdup (mlg_statement_get_text (statement, 2));
      entry->n_changes = (guint) mlg_statement_get_integer (statement, 3);
      entry->undone = mlg_statement_get_integer (statement, 4) != 0;
      g_ptr_array_add (entries, entry);
    }
  return step == MLG_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

/**
 * mlg_field_change_free:
 * @change: (transfer full): a change of one field
 *
 * Frees a change with its values.
 */
void
mlg_field_change_free (MlgFieldChange *change)
{
  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

typedef struct
{
  MlgConnection *db;
  GPtrArray *found; /* of MlgFieldChange */
  gint64 action;
  guint limit;
  const MlgKind *kind; /* (nullable) only this record's changes */
  gint64 id;
} Describing;

static char *
dup_value (sqlite3_value *value)
{
  if (value == NULL || sqlite3_value_type (value) == SQLITE_NULL)
    return NULL;
  return g_strdup ((const char *) sqlite3_value_text (value));
}

static void
add_change (Describing *d,
            const MlgKind *kind,
            guint field,
            sqlite3_changeset_iter *iterator,
            int operation,
            gint64 id)
{
  int column = mlg_record_get_column (d->db, kind, field);
  sqlite3_value *before = NULL, *after = NULL;
  MlgFieldChange *change;

  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (iterator, column, &before);
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (iterator, column, &after);
  change = g_new0 (MlgFieldChange, 1);
  change->before = dup_value (before);
  change->after = dup_value (after);
  if (change->before == NULL && change->after == NULL)
    {
      mlg_field_change_free (change);
      return;
    }
  change->kind = kind;
  change->field = &kind->fields[field];
  change->id = id;
  change->action = d->action;
  change->operation = operation == SQLITE_INSERT   ? MLG_RECORD_ADDED
                      : operation == SQLITE_DELETE ? MLG_RECORD_REMOVED
                                                   : MLG_RECORD_CHANGED;
  g_ptr_array_add (d->found, change);
}

static gboolean
describe_row (sqlite3_changeset_iter *iterator,
              const char *table,
              int operation,
              gint64 id,
              gpointer data,
              GError **error)
{
  Describing *d = data;
  const MlgKind *kind = mlg_kind_find_by_table (d->db->kinds, table);

  if (kind == NULL || d->found->len >= d->limit
      || (d->kind != NULL && (kind != d->kind || id != d->id)))
    return TRUE;
  for (guint i = 0; i < kind->n_fields; i++)
    add_change (d, kind, i, iterator, operation, id);
  return TRUE;
}

static gboolean
describe (Describing *d, gint64 action, GError **error)
{
  g_autoptr (MlgChangeset) changeset = mlg_history_load_changeset (d->db, action, error);

  d->action = action;
  return changeset != NULL && mlg_changeset_visit (changeset, describe_row, d, error);
}

/**
 * mlg_history_describe:
 * @limit: about how many changes at the most
 *
 * Returns: (transfer full) (element-type MlgFieldChange): field by field what an action changed
 */
GPtrArray *
mlg_history_describe (MlgConnection *db, gint64 action, guint limit, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_field_change_free);
  Describing d = { .db = db, .found = found, .limit = limit };

  return describe (&d, action, error) ? g_steal_pointer (&found) : NULL;
}

/**
 * mlg_history_of_record:
 *
 * Looks through the whole history that is kept.
 *
 * Returns: (transfer full) (element-type MlgFieldChange): what ever changed in a record, newest first
 */
GPtrArray *
mlg_history_of_record (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_field_change_free);
  g_autoptr (MlgStatement) statement = mlg_connection_prepare (
      db, "SELECT id FROM action WHERE undone=0 AND changeset IS NOT NULL ORDER BY id DESC", error);
  Describing d = { .db = db, .found = found, .limit = G_MAXUINT, .kind = kind, .id = id };
  MlgStep step;

  if (statement == NULL)
    return NULL;
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    if (!describe (&d, mlg_statement_get_integer (statement, 0), error))
      return NULL;
  return step == MLG_STEP_DONE ? g_steal_pointer (&found) : NULL;
}
