/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "document/mlg-document-builder.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_privacy_add_themes (MlgConnection *db,
                                 MlgDocumentBuilder *paper,
                                 gint64 person,
                                 GError **error);
gboolean
mlg_privacy_add_theme_parts (MlgConnection *db, xmlNode *parent, gint64 person, GError **error);

G_END_DECLS
