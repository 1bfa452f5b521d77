/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-body.h"

#include <glib/gi18n-lib.h>

struct _MlgBody
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgBody, mlg_body, MLG_TYPE_RECORD)

static const MlgCode body_statuses_codes[] = {
  { "prospect", N_ ("Prospect") },    { "interested", N_ ("Interested") },
  { "member", N_ ("Member") },        { "associate", N_ ("Associate") },
  { "former", N_ ("Former member") }, { NULL },
};

const MlgCodeList mlg_body_statuses = { "body-statuses", body_statuses_codes };

/**
 * mlg_population_check:
 *
 * See #MlgFieldCheck. What is no number at all is told by the field's type.
 */
char *
mlg_population_check (const char *text)
{
  return *text == '-' ? g_strdup (_ ("a number of people is expected, from 0")) : NULL;
}

static const MlgField fields[] = { MLG_BODY_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_body_kind = {
  .name = "body",
  .plural = "bodies",
  .title = N_ ("Body"),
  .title_plural = N_ ("Bodies"),
  .table = "body",
  .fields = fields,
  .n_fields = MLG_BODY_N_FIELDS,
  .get_type = mlg_body_get_type,
};

static void
mlg_body_class_init (MlgBodyClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_body_kind);
}

static void
mlg_body_init (MlgBody *self)
{
}
