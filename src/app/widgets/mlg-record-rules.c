/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-rules.h"

#include <glib/gi18n-lib.h>

#include "mlg-host.h"
#include "store/mlg-record-sql.h"

/* Records written as one action each by the rules of their room: whatever is refused is told with its
 * reason. */

typedef struct
{
  const MlgRecordRules *rules; /* (unowned) static */
  const MlgKind *kind;         /* (unowned) static */
  gint64 id;
  guint field;
  char *text;        /* (owned) (nullable) as the person wrote it */
  MlgRecord *record; /* (owned) (nullable) a new one */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->text);
  g_clear_object (&deed->record);
  g_free (deed);
}

/* The record is read again where it is written, so that only this field changes. */
static gboolean
write_field (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  g_autoptr (MlgRecord) record = mlg_record_load (db, deed->kind, deed->id, error);

  return record != NULL && mlg_record_parse (record, deed->field, deed->text, error)
         && deed->rules->store (db, record, error);
}

static gboolean
write_new (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return deed->rules->store (db, deed->record, error);
}

static gboolean
write_removal (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return deed->rules->remove (db, deed->kind, deed->id, error);
}

static char *
dup_name (MlgRecord *record)
{
  g_autofree char *name = mlg_record_dup_name (record);

  return name != NULL && *name != '\0' ? g_steal_pointer (&name)
                                       : g_strdup (_ (mlg_record_get_kind (record)->title));
}

static Deed *
deed_new (const MlgRecordRules *rules, MlgRecord *record)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->rules = rules;
  deed->kind = mlg_record_get_kind (record);
  deed->id = mlg_record_get_id (record);
  return deed;
}

static void
start (const MlgRecordRules *rules,
       GtkWidget *widget,
       MlgRecord *record,
       guint field,
       const char *text)
{
  g_autofree char *name = dup_name (record);
  /* Translators: an action: the title of a field and the name of a record: Change “E-mail” of Lille. */
  g_autofree char *action = g_strdup_printf (
      _ ("Change “%s” of %s"), _ (mlg_record_get_kind (record)->fields[field].title), name);
  Deed *deed = deed_new (rules, record);

  deed->field = field;
  deed->text = g_strdup (text);
  mlg_host_act (mlg_host_find (widget), action, write_field, deed, deed_free, NULL);
}

/**
 * mlg_record_rules_commit:
 * @rules: (transfer none): static
 * @widget: where the person writes, in a window
 * @record: a record, as it is shown
 * @text: (nullable): what the person wrote
 *
 * For a #MlgFieldCommit: changes one field, as an action of its own.
 *
 * Returns: %FALSE with @error set when @text is not right for the field
 */
gboolean
mlg_record_rules_commit (const MlgRecordRules *rules,
                         GtkWidget *widget,
                         MlgRecord *record,
                         guint field,
                         const char *text,
                         GError **error)
{
  g_autoptr (MlgRecord) changed = mlg_record_copy (record);

  if (!mlg_record_parse (changed, field, text, error)
      || !mlg_record_validate (changed, NULL, error))
    return FALSE;
  if (!mlg_record_equal (changed, record))
    start (rules, widget, record, field, text);
  return TRUE;
}

/**
 * mlg_record_rules_add:
 * @rules: (transfer none): static
 * @record: a new record
 * @done: (nullable): what to say then
 *
 * Adds a record, as an action.
 */
void
mlg_record_rules_add (const MlgRecordRules *rules,
                      GtkWidget *widget,
                      MlgRecord *record,
                      const char *done)
{
  g_autofree char *name = dup_name (record);
  g_autofree char *action = g_strdup_printf (_ ("Add %s"), name);
  Deed *deed = deed_new (rules, record);

  deed->record = mlg_record_copy (record);
  mlg_host_act (mlg_host_find (widget), action, write_new, deed, deed_free, done);
}

/**
 * mlg_record_rules_remove:
 * @rules: (transfer none): static
 * @record: a record
 * @done: (nullable): what to say then, with a way to take it back
 *
 * Removes a record, as an action.
 */
void
mlg_record_rules_remove (const MlgRecordRules *rules,
                         GtkWidget *widget,
                         MlgRecord *record,
                         const char *done)
{
  g_autofree char *name = dup_name (record);
  /* Translators: an action; %s is the name of what is removed. */
  g_autofree char *action = g_strdup_printf (_ ("Remove %s"), name);

  mlg_host_act (mlg_host_find (widget), action, write_removal, deed_new (rules, record), deed_free,
                done);
}
