/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** Witnesses that a meeting has the time to hear. */
#define MLG_DOSSIER_MAX_EXAMPLES 3

/** The order of table "sheet" in which a meeting (?1) would choose. */
#define MLG_DOSSIER_EXAMPLES_ORDER                                                                 \
  "ORDER BY NOT EXISTS (SELECT 1 FROM invitation AS i WHERE i.meeting=?1 AND i.body=sheet.body),"  \
  " sheet.results IS NULL, coalesce(sheet.written_on,'') DESC, sheet.id"

gboolean
mlg_dossier_add_examples (MlgConnection *db, gint64 meeting, xmlNode *parent, GError **error);

G_END_DECLS
