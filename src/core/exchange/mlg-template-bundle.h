/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-issue.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** The ending of the name of a bundle. */
#define MLG_TEMPLATE_BUNDLE_SUFFIX ".zip"

/** A template of a bundle. */
typedef struct
{
  char *name;    /* (owned) */
  GBytes *bytes; /* (owned) (nullable) XML */
} MlgBundlePart;

gboolean mlg_template_bundle_is_name (const char *name);
gboolean mlg_template_bundle_write (
    MlgConnection *db, GArray *ids, const char *path, MlgIssueList *issues, GError **error);
GPtrArray *mlg_template_bundle_read (GBytes *bytes, const char *name, GError **error);

G_END_DECLS
