/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-commit.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-library-edit.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-field-row.h"
#include "widgets/mlg-host.h"

/* The records of the library, written as one action each by the rules of the library: older wordings and
 * revisions are kept. */
typedef struct
{
  const MlgKind *kind; /* (unowned) (nullable) static */
  gint64 id;
  guint field;
  char *text; /* (owned) (nullable) */
  gint64 number;
  MlgRecord *record;     /* (owned) (nullable) a new one */
  MlgLibraryWrite write; /* (nullable) */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->text);
  g_clear_object (&deed->record);
  g_free (deed);
}

static Deed *
deed_new (MlgRecord *record)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->kind = mlg_record_get_kind (record);
  deed->id = mlg_record_get_id (record);
  return deed;
}

static gboolean
write_field (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;
  g_autoptr (MlgRecord) record = mlg_record_load (db, deed->kind, deed->id, error);

  return record != NULL && mlg_record_parse (record, deed->field, deed->text, error)
         && mlg_library_store (db, record, error);
}

static gboolean
write_new (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_library_store (db, ((Deed *) data)->record, error);
}

static gboolean
write_removal (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_library_remove (db, deed->kind, deed->id, error);
}

static gboolean
write_deed (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return deed->write (db, deed->id, deed->text, deed->number, error);
}

static char *
dup_name (MlgRecord *record)
{
  g_autofree char *name = mlg_record_dup_name (record);

  return name != NULL && *name != '\0' ? g_steal_pointer (&name)
                                       : g_strdup (_ (mlg_record_get_kind (record)->title));
}

static void
start_edit (GtkWidget *widget, MlgRecord *record, guint field, const char *text)
{
  g_autofree char *name = dup_name (record);
  /* Translators: an action: the title of a field and the name of a record: Change “E-mail” of Lille. */
  g_autofree char *action = g_strdup_printf (
      _ ("Change “%s” of %s"), _ (mlg_record_get_kind (record)->fields[field].title), name);
  Deed *deed = deed_new (record);

  deed->field = field;
  deed->text = g_strdup (text);
  mlg_host_act (mlg_host_find (widget), action, write_field, deed, deed_free, NULL);
}

/**
 * mlg_library_commit:
 * @widget: where the person writes, in a window
 * @record: a record of the library, as it is shown
 * @text: (nullable): what the person wrote
 *
 * See #MlgFieldCommit: changes one field, as an action of its own.
 *
 * Returns: %FALSE with @error set when @text is not right for the field
 */
gboolean
mlg_library_commit (
    GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error)
{
  g_autoptr (MlgRecord) changed = mlg_record_copy (record);

  if (!mlg_record_parse (changed, field, text, error)
      || !mlg_record_validate (changed, NULL, error))
    return FALSE;
  if (!mlg_record_equal (changed, record))
    start_edit (widget, record, field, text);
  return TRUE;
}

/**
 * mlg_library_commit_rows:
 * @root: what holds rows of fields
 *
 * Has them all written by the rules of the library.
 */
void
mlg_library_commit_rows (GtkWidget *root)
{
  if (MLG_IS_FIELD_ROW (root))
    {
      mlg_field_row_set_commit (MLG_FIELD_ROW (root), mlg_library_commit);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mlg_library_commit_rows (child);
}

/**
 * mlg_library_commit_removal:
 * @done: (nullable): what to say then, with a way to take it back
 *
 * Removes a record of the library, as an action.
 */
void
mlg_library_commit_removal (GtkWidget *widget, MlgRecord *record, const char *done)
{
  g_autofree char *name = dup_name (record);
  /* Translators: an action; %s is the name of what is removed. */
  g_autofree char *action = g_strdup_printf (_ ("Remove %s"), name);

  mlg_host_act (mlg_host_find (widget), action, write_removal, deed_new (record), deed_free, done);
}

/**
 * mlg_library_commit_new:
 * @record: a new record of the library
 * @done: (nullable): what to say then
 *
 * Adds a record to the library, as an action.
 */
void
mlg_library_commit_new (GtkWidget *widget, MlgRecord *record, const char *done)
{
  g_autofree char *name = dup_name (record);
  g_autofree char *action = g_strdup_printf (_ ("Add %s"), name);
  Deed *deed = deed_new (record);

  deed->record = mlg_record_copy (record);
  mlg_host_act (mlg_host_find (widget), action, write_new, deed, deed_free, done);
}

/**
 * mlg_library_commit_deed:
 * @action: its name in the history, translated
 * @write: what it does, in the writer's thread
 * @id: of a record
 * @text: (nullable):
 * @number: whatever @write takes
 * @done: (nullable): what to say then, with a way to take it back
 *
 * Does one thing to a record of the library, as an action.
 */
void
mlg_library_commit_deed (GtkWidget *widget,
                         const char *action,
                         MlgLibraryWrite write,
                         gint64 id,
                         const char *text,
                         gint64 number,
                         const char *done)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->write = write;
  deed->id = id;
  deed->text = g_strdup (text);
  deed->number = number;
  mlg_host_act (mlg_host_find (widget), action, write_deed, deed, deed_free, done);
}
