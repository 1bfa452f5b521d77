/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** Witnesses that a meeting has the time to hear. */
#define MLG_DOSSIER_MAX_EXAMPLES 3

gboolean
mlg_dossier_add_examples (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error);

G_END_DECLS
