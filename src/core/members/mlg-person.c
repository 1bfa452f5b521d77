/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-person.h"

#include <glib/gi18n-lib.h>

struct _MlgPerson
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgPerson, mlg_person, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_PERSON_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_person_kind = {
  .name = "person",
  .plural = "people",
  .title = N_ ("Person"),
  .title_plural = N_ ("People"),
  .table = "person",
  .fields = fields,
  .n_fields = MLG_PERSON_N_FIELDS,
  .get_type = mlg_person_get_type,
};

static void
mlg_person_class_init (MlgPersonClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_person_kind);
}

static void
mlg_person_init (MlgPerson *self)
{
}
