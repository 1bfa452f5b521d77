/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A disk that fails when it is told to: a layer over SQLite's access to files. */

/* Once, before any file is opened. */
void mlg_fault_install (void);

/* From now on the @nth access fails with @code, an SQLite result: reading, writing, syncing, shortening
 * and deleting count. When @lasting, all that follow fail too, as on a disk that died or is full; a
 * full disk can still be read. */
void mlg_fault_arm (guint nth, int code, gboolean lasting);

/* From now on SQLite's @nth request for memory fails; when @lasting, all that follow too. */
void mlg_fault_arm_memory (guint nth, gboolean lasting);

/* All is well again. Returns: whether anything failed. */
gboolean mlg_fault_disarm (void);
