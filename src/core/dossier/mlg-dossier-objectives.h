/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_dossier_add_objectives (MlgConnection *db, xmlNode *parent, GError **error);

G_END_DECLS
