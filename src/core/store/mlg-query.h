/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-connection.h"

G_BEGIN_DECLS

#define MLG_TYPE_QUERY (mlg_query_get_type ())
typedef struct _MlgQuery MlgQuery;

/* Sorting by the displayed name, which is no single field. */
#define MLG_QUERY_BY_NAME G_MAXUINT

/**
 * MlgFacet:
 *
 * A value that a field takes, and how many records have it.
 */
typedef struct
{
  char *value; /* (owned) (nullable) as files carry it; %NULL for none */
  char *
      title; /* (owned) (nullable) as people read it: a code's title, the name of what is referred to */
  guint n;
} MlgFacet;

void mlg_facet_free (MlgFacet *facet);

GType mlg_query_get_type (void);
MlgQuery *mlg_query_new (const MlgKind *kind);
MlgQuery *mlg_query_ref (MlgQuery *self);
void mlg_query_unref (MlgQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgQuery, mlg_query_unref)

const MlgKind *mlg_query_get_kind (MlgQuery *self);
const char *mlg_query_get_words (MlgQuery *self);
guint mlg_query_get_sort (MlgQuery *self, gboolean *descending);
gboolean mlg_query_is_touched (MlgQuery *self, const MlgKind *kind);

MlgQuery *mlg_query_with_words (MlgQuery *self, const char *words);
MlgQuery *mlg_query_with_values (MlgQuery *self, guint field, const char *const *values);
MlgQuery *mlg_query_with_groups (MlgQuery *self, guint field, const char *const *groups);
MlgQuery *mlg_query_with_range (MlgQuery *self, guint field, const char *from, const char *to);
MlgQuery *mlg_query_with_related (
    MlgQuery *self, const MlgKind *other, guint reference, guint field, const char *const *values);
MlgQuery *mlg_query_with_branch (MlgQuery *self,
                                 const MlgKind *other,
                                 guint reference,
                                 guint field,
                                 guint parent,
                                 const char *const *values);
MlgQuery *
mlg_query_with_beginnings (MlgQuery *self, guint field, guint length, const char *const *values);
MlgQuery *mlg_query_with_sort (MlgQuery *self, guint field, gboolean descending);

GArray *mlg_query_run (MlgQuery *self, MlgConnection *db, GError **error);
GPtrArray *
mlg_query_load (MlgQuery *self, MlgConnection *db, guint limit, guint offset, GError **error);
gint64 mlg_query_count (MlgQuery *self, MlgConnection *db, GError **error);
gboolean
mlg_query_sum (MlgQuery *self, MlgConnection *db, guint field, double *sum, GError **error);
char **
mlg_query_list_values (MlgQuery *self, MlgConnection *db, guint field, guint among, GError **error);

GPtrArray *mlg_query_facet (MlgQuery *self, MlgConnection *db, guint field, GError **error);
GPtrArray *mlg_query_facet_beginnings (
    MlgQuery *self, MlgConnection *db, guint field, guint length, GError **error);
GPtrArray *mlg_query_facet_groups (MlgQuery *self, MlgConnection *db, guint field, GError **error);
GPtrArray *mlg_query_facet_related (MlgQuery *self,
                                    MlgConnection *db,
                                    const MlgKind *other,
                                    guint reference,
                                    guint field,
                                    GError **error);
GPtrArray *mlg_query_facet_branches (MlgQuery *self,
                                     MlgConnection *db,
                                     const MlgKind *other,
                                     guint reference,
                                     guint field,
                                     guint parent,
                                     GError **error);

G_END_DECLS
