/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-trait.h"

#include <glib/gi18n-lib.h>

struct _MlgTemplateTrait
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgTemplateTrait, mlg_template_trait, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_TEMPLATE_TRAIT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_template_trait_kind = {
  .name = "template-trait",
  .plural = "template-dimensions",
  .title = N_ ("Dimension of a template"),
  .title_plural = N_ ("Dimensions of templates"),
  .table = "template_trait",
  .fields = fields,
  .n_fields = MLG_TEMPLATE_TRAIT_N_FIELDS,
  .get_type = mlg_template_trait_get_type,
};

static void
mlg_template_trait_class_init (MlgTemplateTraitClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_template_trait_kind);
}

static void
mlg_template_trait_init (MlgTemplateTrait *self)
{
}
