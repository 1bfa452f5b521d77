/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-series.h"

#include <glib/gi18n-lib.h>

struct _MlgSeries
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgSeries, mlg_series, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_SERIES_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_series_kind = {
  .name = "series",
  .plural = "series",
  .title = N_ ("Series"),
  .title_plural = N_ ("Series of Meetings"),
  .table = "meeting_series",
  .fields = fields,
  .n_fields = MLG_SERIES_N_FIELDS,
  .get_type = mlg_series_get_type,
};

static void
mlg_series_class_init (MlgSeriesClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_series_kind);
}

static void
mlg_series_init (MlgSeries *self)
{
}
