/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-step.h"

#include <glib/gi18n-lib.h>

struct _MlgThemeStep
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgThemeStep, mlg_theme_step, MLG_TYPE_RECORD)

static const MlgCode theme_step_types_codes[] = {
  { "hearings", N_ ("Hearings of organisations") },
  { "stakes", N_ ("Stakes of the territory") },
  { "methods", N_ ("Methods and specifications presented by members") },
  { "suppliers", N_ ("Exchanges with suppliers") },
  { "drafting", N_ ("Drafting of the model tender") },
  { "restitution", N_ ("Restitution") },
  { NULL },
};

const MlgCodeList mlg_theme_step_types = { "theme-step-types", theme_step_types_codes };

static const MlgCode theme_step_states_codes[] = {
  { "planned", N_ ("Planned") },
  { "in-progress", N_ ("In progress") },
  { "done", N_ ("Done") },
  { "skipped", N_ ("Skipped") },
  { NULL },
};

const MlgCodeList mlg_theme_step_states = { "theme-step-states", theme_step_states_codes };

static const MlgField fields[] = { MLG_THEME_STEP_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_theme_step_kind = {
  .name = "theme-step",
  .plural = "theme-steps",
  .title = N_ ("Step of a theme"),
  .title_plural = N_ ("Steps of Themes"),
  .table = "theme_step",
  .fields = fields,
  .n_fields = MLG_THEME_STEP_N_FIELDS,
  .get_type = mlg_theme_step_get_type,
};

static void
mlg_theme_step_class_init (MlgThemeStepClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_theme_step_kind);
}

static void
mlg_theme_step_init (MlgThemeStep *self)
{
}
