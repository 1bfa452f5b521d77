/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-participation.h"

#include <glib/gi18n-lib.h>

struct _MlgParticipation
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgParticipation, mlg_participation, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_PARTICIPATION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_participation_kind = {
  .name = "participation",
  .plural = "participations",
  .title = N_ ("Participation"),
  .title_plural = N_ ("Participations"),
  .table = "participation",
  .fields = fields,
  .n_fields = MLG_PARTICIPATION_N_FIELDS,
  .get_type = mlg_participation_get_type,
};

static void
mlg_participation_class_init (MlgParticipationClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_participation_kind);
}

static void
mlg_participation_init (MlgParticipation *self)
{
}
