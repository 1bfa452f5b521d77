/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-interest.h"

#include <glib/gi18n-lib.h>

struct _MlgThemeInterest
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgThemeInterest, mlg_theme_interest, MLG_TYPE_RECORD)

static const MlgCode theme_wishes_codes[] = {
  { "take-part", N_ ("Takes part") },
  { "lead", N_ ("Would lead") },
  { "share", N_ ("Has experience to share") },
  { NULL },
};

const MlgCodeList mlg_theme_wishes = { "theme-wishes", theme_wishes_codes };

static const MlgField fields[] = { MLG_THEME_INTEREST_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_theme_interest_kind = {
  .name = "theme-interest",
  .plural = "theme-interests",
  .title = N_ ("Interest in a theme"),
  .title_plural = N_ ("Interests in Themes"),
  .table = "theme_interest",
  .fields = fields,
  .n_fields = MLG_THEME_INTEREST_N_FIELDS,
  .get_type = mlg_theme_interest_get_type,
};

static void
mlg_theme_interest_class_init (MlgThemeInterestClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_theme_interest_kind);
}

static void
mlg_theme_interest_init (MlgThemeInterest *self)
{
}
