/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-issue.h"

G_BEGIN_DECLS

gboolean mlg_validate_bytes (GBytes *bytes,
                             const char *name,
                             MlgIssueList *issues,
                             gboolean *valid,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
