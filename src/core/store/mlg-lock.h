/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MlgLock MlgLock;

MlgLock *mlg_lock_take (const char *path, gboolean lasting, GError **error);
void mlg_lock_release (MlgLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgLock, mlg_lock_release)

G_END_DECLS
