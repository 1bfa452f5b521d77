/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgTarget:
 * @kind: (nullable): that of the rows; or, in a table of people, the function or the body; or the
 *   group, or the custom field; %NULL for nowhere
 * @field: of @kind
 * @custom: the id of a custom field; else 0
 *
 * Where a column of a table goes to, or comes from.
 */
typedef struct
{
  const MlgKind *kind;
  guint field;
  gint64 custom;
} MlgTarget;

#define MLG_TARGET_NOWHERE ((MlgTarget){ NULL, 0, 0 })

gboolean mlg_target_equal (const MlgTarget *a, const MlgTarget *b);
char *mlg_target_get_name (const MlgTarget *target, const MlgKind *kind);
char *mlg_target_get_heading (const MlgTarget *target, const MlgKind *kind);

char *mlg_heading_simplify (const char *heading);
gboolean mlg_heading_is_whole_name (const char *heading);
GArray *mlg_heading_find_targets (const char *heading, const MlgKind *kind);

G_END_DECLS
