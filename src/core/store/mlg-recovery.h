/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_recovery_run (
    const char *path, const char *backup, const MlgKind *const *kinds, char **kept, GError **error);

G_END_DECLS
