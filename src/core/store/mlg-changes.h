/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "mlg-kind.h"

G_BEGIN_DECLS

#define MLG_TYPE_CHANGES (mlg_changes_get_type ())
typedef struct _MlgChanges MlgChanges;

GType mlg_changes_get_type (void);
MlgChanges *mlg_changes_new (void);
MlgChanges *mlg_changes_ref (MlgChanges *self);
void mlg_changes_unref (MlgChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgChanges, mlg_changes_unref)

void mlg_changes_add (MlgChanges *self, const MlgKind *kind, gint64 id);
void mlg_changes_add_everything (MlgChanges *self);
guint mlg_changes_get_n (MlgChanges *self);
gboolean mlg_changes_touch_kind (MlgChanges *self, const MlgKind *kind);
gboolean mlg_changes_touch (MlgChanges *self, const MlgKind *kind, gint64 id);

G_END_DECLS
