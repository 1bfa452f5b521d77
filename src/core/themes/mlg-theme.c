/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme.h"

#include <glib/gi18n-lib.h>

struct _MlgTheme
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgTheme, mlg_theme, MLG_TYPE_RECORD)

static const MlgCode theme_families_codes[] = {
  { "cleaning", N_ ("Cleaning and hygiene") },
  { "food", N_ ("Food and catering") },
  { "office", N_ ("Office, paper and printing") },
  { "digital", N_ ("Digital equipment and services") },
  { "mobility", N_ ("Vehicles and travel") },
  { "energy", N_ ("Energy") },
  { "building", N_ ("Buildings and works") },
  { "roads", N_ ("Roads and networks") },
  { "green-spaces", N_ ("Green spaces") },
  { "furniture", N_ ("Furniture and equipment") },
  { "textile", N_ ("Clothing and textiles") },
  { "waste", N_ ("Waste and reuse") },
  { "events", N_ ("Events and communication") },
  { "health", N_ ("Health and social care") },
  { "services", N_ ("Intellectual and other services") },
  { "method", N_ ("Methods and law") },
  { NULL },
};

const MlgCodeList mlg_theme_families = { "theme-families", theme_families_codes };

static const MlgCode theme_natures_codes[] = {
  { "works", N_ ("Works") },
  { "supplies", N_ ("Supplies") },
  { "services", N_ ("Services") },
  { "subject", N_ ("Subject without a purchase") },
  { NULL },
};

const MlgCodeList mlg_theme_natures = { "theme-natures", theme_natures_codes };

static const MlgCode theme_states_codes[] = {
  { "proposed", N_ ("Proposed") },
  { "voted", N_ ("Voted on") },
  { "chosen", N_ ("Chosen") },
  { "in-work", N_ ("In work") },
  { "delivered", N_ ("Delivered") },
  { "dropped", N_ ("Dropped") },
  { NULL },
};

const MlgCodeList mlg_theme_states = { "theme-states", theme_states_codes };

static const MlgField fields[] = { MLG_THEME_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_theme_kind = {
  .name = "theme",
  .plural = "themes",
  .title = N_ ("Theme"),
  .title_plural = N_ ("Themes"),
  .table = "theme",
  .fields = fields,
  .n_fields = MLG_THEME_N_FIELDS,
  .get_type = mlg_theme_get_type,
};

static void
mlg_theme_class_init (MlgThemeClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_theme_kind);
}

static void
mlg_theme_init (MlgTheme *self)
{
}
