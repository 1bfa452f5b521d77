/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-minutes-version.h"

#include <glib/gi18n-lib.h>

struct _MlgMinutesVersion
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgMinutesVersion, mlg_minutes_version, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_MINUTES_VERSION_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_minutes_version_kind = {
  .name = "minutes-version",
  .plural = "minutes-versions",
  .title = N_ ("Version of the minutes"),
  .title_plural = N_ ("Versions of the Minutes"),
  .table = "minutes_version",
  .fields = fields,
  .n_fields = MLG_MINUTES_VERSION_N_FIELDS,
  .get_type = mlg_minutes_version_get_type,
};

static void
mlg_minutes_version_class_init (MlgMinutesVersionClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_minutes_version_kind);
}

static void
mlg_minutes_version_init (MlgMinutesVersion *self)
{
}
