/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-edit.h"

#include <glib/gi18n-lib.h>

#include "mlg-host.h"
#include "store/mlg-record-sql.h"

/* One field of one record, changed as one action. The record is read again where it is written, so that
 * only this field changes whatever else happened meanwhile. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  guint field;
  char *text; /* (owned) as the person wrote it */
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static gboolean
write_edit (MlgConnection *db, gpointer data, GError **error)
{
  Edit *edit = data;
  g_autoptr (MlgRecord) record = mlg_record_load (db, edit->kind, edit->id, error);

  return record != NULL && mlg_record_parse (record, edit->field, edit->text, error)
         && mlg_record_update (db, record, error);
}

static void
start (GtkWidget *widget, MlgRecord *record, guint field, const char *text)
{
  const MlgKind *kind = mlg_record_get_kind (record);
  g_autofree char *name = mlg_record_dup_name (record);
  /* Translators: an action: the title of a field and the name of a record: Change “E-mail” of Lille. */
  g_autofree char *action = g_strdup_printf (_ ("Change “%s” of %s"), _ (kind->fields[field].title),
                                             *name != '\0' ? name : _ (kind->title));
  Edit *edit = g_new0 (Edit, 1);

  edit->kind = kind;
  edit->id = mlg_record_get_id (record);
  edit->field = field;
  edit->text = g_strdup (text);
  mlg_host_act (mlg_host_find (widget), action, write_edit, edit, edit_free, NULL);
}

/**
 * mlg_field_edit:
 * @widget: where the person writes, in a window
 * @record: as it is shown; the change comes back to it from the store
 * @text: (nullable): what the person wrote, in any form that mlg_record_parse() understands
 *
 * Changes one field of a record, as an action of its own; nothing is done when it says the same.
 *
 * Returns: %FALSE with @error set, which says what is expected, when @text is not right for the field
 */
gboolean
mlg_field_edit (GtkWidget *widget, MlgRecord *record, guint field, const char *text, GError **error)
{
  g_autoptr (MlgRecord) changed = mlg_record_copy (record);

  if (!mlg_record_parse (changed, field, text, error)
      || !mlg_record_validate (changed, NULL, error))
    return FALSE;
  if (!mlg_record_equal (changed, record))
    start (widget, record, field, text);
  return TRUE;
}
