/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-distinction.h"

#include <glib/gi18n-lib.h>

#include "mlg-body.h"
#include "mlg-person.h"

struct _MlgDistinction
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgDistinction, mlg_distinction, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_DISTINCTION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_distinction_kind = {
  .name = "distinction",
  .plural = "distinctions",
  .title = N_ ("Distinction"),
  .title_plural = N_ ("Distinctions"),
  .table = "distinction",
  .fields = fields,
  .n_fields = MLG_DISTINCTION_N_FIELDS,
  .get_type = mlg_distinction_get_type,
};

static void
mlg_distinction_class_init (MlgDistinctionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_distinction_kind);
}

static void
mlg_distinction_init (MlgDistinction *self)
{
}

/**
 * mlg_distinction_add:
 * @kind: bodies or people
 * @one: a record
 * @other: another one
 *
 * Says that two records are two, however alike: mlg_duplicate_find() will not offer them again. In an
 * action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when they are one.
 */
gboolean
mlg_distinction_add (
    MlgConnection *db, const MlgKind *kind, gint64 one, gint64 other, GError **error)
{
  gboolean bodies = kind == &mlg_body_kind;
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_distinction_kind);

  g_return_val_if_fail (bodies || kind == &mlg_person_kind, FALSE);

  if (one == other)
    {
      g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID,
                           _ ("A record cannot be told apart from itself"));
      return FALSE;
    }
  mlg_record_set_integer (record, bodies ? MLG_DISTINCTION_BODY : MLG_DISTINCTION_PERSON, one);
  mlg_record_set_integer (
      record, bodies ? MLG_DISTINCTION_OTHER_BODY : MLG_DISTINCTION_OTHER_PERSON, other);
  return mlg_record_insert (db, record, error);
}
