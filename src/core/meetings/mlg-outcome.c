/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outcome.h"

#include <glib/gi18n-lib.h>

struct _MlgOutcome
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgOutcome, mlg_outcome, MLG_TYPE_RECORD)

static const MlgCode outcome_types_codes[] = {
  { "information", N_ ("Information") },
  { "decision", N_ ("Decision") },
  { "action", N_ ("Action to do") },
  { NULL },
};

const MlgCodeList mlg_outcome_types = { "outcome-types", outcome_types_codes };

static const MlgCode outcome_states_codes[] = {
  { "open", N_ ("To do") },
  { "started", N_ ("In progress") },
  { "done", N_ ("Done") },
  { "dropped", N_ ("Dropped") },
  { NULL },
};

const MlgCodeList mlg_outcome_states = { "outcome-states", outcome_states_codes };

static const MlgCode outcome_priorities_codes[] = {
  { "high", N_ ("High") },
  { "normal", N_ ("Normal") },
  { "low", N_ ("Low") },
  { NULL },
};

const MlgCodeList mlg_outcome_priorities = { "outcome-priorities", outcome_priorities_codes };

static const MlgField fields[] = { MLG_OUTCOME_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_outcome_kind = {
  .name = "outcome",
  .plural = "outcomes",
  .title = N_ ("Outcome"),
  .title_plural = N_ ("Outcomes"),
  .table = "outcome",
  .fields = fields,
  .n_fields = MLG_OUTCOME_N_FIELDS,
  .get_type = mlg_outcome_get_type,
};

static void
mlg_outcome_class_init (MlgOutcomeClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_outcome_kind);
}

static void
mlg_outcome_init (MlgOutcome *self)
{
}
