/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-older-template.h"

#include <glib/gi18n-lib.h>

struct _MlgOlderTemplate
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgOlderTemplate, mlg_older_template, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_OLDER_TEMPLATE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_older_template_kind = {
  .name = "older-template",
  .plural = "older-revisions",
  .title = N_ ("Earlier revision"),
  .title_plural = N_ ("Earlier revisions"),
  .table = "older_template",
  .fields = fields,
  .n_fields = MLG_OLDER_TEMPLATE_N_FIELDS,
  .get_type = mlg_older_template_get_type,
};

static void
mlg_older_template_class_init (MlgOlderTemplateClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_older_template_kind);
}

static void
mlg_older_template_init (MlgOlderTemplate *self)
{
}
