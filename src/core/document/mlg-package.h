/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "document/mlg-document-error.h"

G_BEGIN_DECLS

/**
 * MlgPackageLimits:
 * @max_file: bytes of the package itself
 * @max_parts: parts in it
 * @max_part: bytes of one part, unpacked
 * @max_total: bytes of all parts together, unpacked
 * @max_depth: folders inside one another
 * @max_ratio: bytes unpacked for one byte packed, once more than @ratio_from were unpacked
 * @ratio_from: bytes below which the ratio does not matter
 *
 * What a package may cost. No honest document comes near mlg_package_default_limits.
 */
typedef struct
{
  guint64 max_file;
  guint max_parts;
  guint64 max_part;
  guint64 max_total;
  guint max_depth;
  guint max_ratio;
  guint64 ratio_from;
} MlgPackageLimits;

extern const MlgPackageLimits mlg_package_default_limits;

/** A ZIP archive whose list of parts was found sound. */
typedef struct _MlgPackage MlgPackage;

/**
 * MlgPackageFunc:
 * @name: the part
 * @data: what it holds
 * @user_data: as given
 */
typedef void (*MlgPackageFunc) (const char *name, GBytes *data, gpointer user_data);

gboolean mlg_package_is_package (GBytes *bytes);
MlgPackage *
mlg_package_new (GBytes *bytes, const char *name, const MlgPackageLimits *limits, GError **error);
void mlg_package_free (MlgPackage *self);

gboolean mlg_package_has_part (const MlgPackage *self, const char *part);
GPtrArray *mlg_package_list_parts (const MlgPackage *self, const char *ending);
GBytes *mlg_package_read_part (MlgPackage *self,
                               const char *part,
                               GCancellable *cancellable,
                               GError **error);
gboolean mlg_package_read_parts (MlgPackage *self,
                                 GHashTable *parts,
                                 MlgPackageFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgPackage, mlg_package_free)

G_END_DECLS
