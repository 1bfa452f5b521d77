/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* One way to write each record of the library, for editors that take any kind. Inside an action. */

gboolean mlg_library_has_kind (const MlgKind *kind);
gboolean mlg_library_store (MlgConnection *db, MlgRecord *record, GError **error);
gboolean mlg_library_remove (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

G_END_DECLS
