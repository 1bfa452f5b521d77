/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgSearchHit:
 *
 * A record found. In @snippet each match stands between MLG_SEARCH_MATCH_START and
 * MLG_SEARCH_MATCH_END.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  char *name;    /* (owned) the displayed name; with its matches marked by mlg_search_mark() */
  char *snippet; /* (owned) the passage found, or "" when the match is in the name */
} MlgSearchHit;

#define MLG_SEARCH_MATCH_START "\x02"
#define MLG_SEARCH_MATCH_END   "\x03"

void mlg_search_hit_free (MlgSearchHit *hit);

gboolean mlg_search_rebuild (MlgConnection *db, GError **error);
gboolean mlg_search_check (MlgConnection *db, GError **error);

char *mlg_search_write_match (const char *words);
GPtrArray *mlg_search_find (
    MlgConnection *db, const char *words, const MlgKind *kind, guint limit, GError **error);
GPtrArray *mlg_search_mark (MlgConnection *db, const char *words, GArray *ids, GError **error);

G_END_DECLS
