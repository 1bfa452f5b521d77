/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/** Which fields of a kind of record may leave the network file for an audience. */
typedef struct _MlgGate MlgGate;

MlgGate *
mlg_gate_new (MlgConnection *db, const MlgKind *kind, MlgAudience audience, GError **error);
void mlg_gate_free (MlgGate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgGate, mlg_gate_free)

const MlgKind *mlg_gate_get_kind (const MlgGate *self);
MlgAudience mlg_gate_get_audience (const MlgGate *self);
gboolean mlg_gate_lets_field (const MlgGate *self, guint field);
gboolean mlg_gate_lets_value (const MlgGate *self, gint64 id, guint field);

GPtrArray *
mlg_export_load_records (MlgConnection *db, const MlgKind *kind, GArray *ids, GError **error);

G_END_DECLS
