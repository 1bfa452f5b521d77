/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-query.h"
#include "mlg-statement.h"

G_BEGIN_DECLS

/* What a record must be, or what must refer to it. */
typedef struct
{
  const MlgKind *other; /* (nullable) (unowned) the kind that refers to the records */
  guint reference;      /* the field of @other that refers to them */
  guint field;          /* of @other, or of the records */
  GStrv values;         /* (owned) (nullable) any of them; an empty one is none */
  gboolean below;       /* a value stands for all that is below it too */
  guint parent;         /* the field by which what @field refers to is below another */
  guint length;         /* of the beginning that is compared; 0 for the whole value */
  char *from;           /* (owned) (nullable) the lowest value of a range */
  char *to;             /* (owned) (nullable) the highest one */
} MlgCondition;

/* Immutable: each refinement is a new query. */
struct _MlgQuery
{
  const MlgKind *kind;   /* (unowned) static */
  char *words;           /* (owned) (nullable) */
  GPtrArray *conditions; /* (owned) of MlgCondition */
  guint sort;
  gboolean descending;
};

MlgQuery *mlg_query_copy_without (MlgQuery *self, const MlgKind *other, guint field, guint length);
char *mlg_query_write_from (MlgQuery *self, MlgConnection *db, GPtrArray *bound);
char *mlg_query_write_order (MlgQuery *self, MlgConnection *db);
char *mlg_query_write_name (MlgConnection *db, const MlgField *field, const char *alias);
char *mlg_query_write_branch (MlgConnection *db, const MlgField *field, guint parent);

MlgStatement *mlg_query_prepare (
    MlgQuery *self, MlgConnection *db, const char *head, const char *tail, GError **error);

G_END_DECLS
