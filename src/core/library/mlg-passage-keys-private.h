/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-xml.h"

G_BEGIN_DECLS

/* The names under which a passage of one revision is found in another. */

/** What stands before the pieces. */
#define MLG_PASSAGE_START "start"

char *mlg_passage_key_for_clause (const xmlNode *clause, GHashTable *seen);
char *mlg_passage_key_for_piece (const xmlNode *piece, guint n);

G_END_DECLS
