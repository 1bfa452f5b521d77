/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _MlgPackageWriter MlgPackageWriter;

MlgPackageWriter *mlg_package_writer_new (GOutputStream *stream, GCancellable *cancellable);
void mlg_package_writer_free (MlgPackageWriter *self);
void mlg_package_writer_set_date (MlgPackageWriter *self, const char *date);
void mlg_package_writer_add_stored (MlgPackageWriter *self, const char *name, GBytes *data);
void mlg_package_writer_add (MlgPackageWriter *self, const char *name, GBytes *data);
void mlg_package_writer_begin (MlgPackageWriter *self, const char *name);
void mlg_package_writer_append (MlgPackageWriter *self, const char *data, gsize size);
void mlg_package_writer_end (MlgPackageWriter *self);
gboolean mlg_package_writer_finish (MlgPackageWriter *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPackageWriter, mlg_package_writer_free)

G_END_DECLS
