/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_CUSTOM_FIELDS (mlg_custom_fields_get_type ())
G_DECLARE_FINAL_TYPE (MlgCustomFields, mlg_custom_fields, MLG, CUSTOM_FIELDS, AdwPreferencesGroup)

void mlg_custom_fields_set_kind (MlgCustomFields *self, const char *kind, MlgStore *store);

G_END_DECLS
