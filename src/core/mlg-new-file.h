/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** A file that is written beside its place, and put there once it is whole. */
typedef struct _MlgNewFile MlgNewFile;

MlgNewFile *mlg_new_file_open (GFile *file, GCancellable *cancellable, GError **error);
GOutputStream *mlg_new_file_get_stream (MlgNewFile *self);
gboolean mlg_new_file_finish (MlgNewFile *self, GCancellable *cancellable, GError **error);
void mlg_new_file_free (MlgNewFile *self);

gboolean mlg_new_file_write (GFile *file, GBytes *bytes, GCancellable *cancellable, GError **error);
void mlg_new_file_write_async (
    GFile *file, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data);
gboolean mlg_new_file_write_finish (GFile *file, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgNewFile, mlg_new_file_free)

G_END_DECLS
