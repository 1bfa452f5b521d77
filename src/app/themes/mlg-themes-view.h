/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-view.h"

G_BEGIN_DECLS

/**
 * MlgThemesViewKind:
 * @table: what is listed
 * @empty: the UI file of what is shown when there is nothing
 * @count: (transfer full): "12 themes"
 * @remove: (transfer full): the name of the action that removes so many
 *
 * A list of this room.
 */
typedef struct
{
  MlgTableKind table;
  const char *empty;
  char *(*count) (guint n);
  char *(*remove) (guint n);
} MlgThemesViewKind;

extern const MlgThemesViewKind mlg_themes_view_themes;
extern const MlgThemesViewKind mlg_themes_view_questionnaires;

#define MLG_TYPE_THEMES_VIEW (mlg_themes_view_get_type ())
G_DECLARE_FINAL_TYPE (MlgThemesView, mlg_themes_view, MLG, THEMES_VIEW, MlgRecordView)

void mlg_themes_view_set_kind (MlgThemesView *self, const MlgThemesViewKind *kind, MlgStore *store);

G_END_DECLS
