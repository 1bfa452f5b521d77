/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-kind.h"

G_BEGIN_DECLS

char *mlg_card_id_write (const MlgKind *kind, gint64 id);
gint64 mlg_card_id_read (const char *uid, const MlgKind *kind);

G_END_DECLS
