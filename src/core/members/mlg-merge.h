/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgMergeChoice:
 * @MLG_MERGE_KEPT: what the kept record says
 * @MLG_MERGE_OTHER: what the other one says
 * @MLG_MERGE_BOTH: both, one after the other; for paragraphs only
 */
typedef enum
{
  MLG_MERGE_KEPT,
  MLG_MERGE_OTHER,
  MLG_MERGE_BOTH,
} MlgMergeChoice;

/**
 * MlgMergeField:
 *
 * One field of two records that become one.
 */
typedef struct
{
  char *title;           /* (owned) what people read, translated */
  guint field;           /* the field of the kind; unless @custom */
  gint64 custom;         /* the custom field, or 0 */
  char *kept;            /* (owned) (nullable) as files carry it */
  char *other;           /* (owned) (nullable) as files carry it */
  char *kept_display;    /* (owned) as people read it; "" for none */
  char *other_display;   /* (owned) as people read it; "" for none */
  gboolean conflict;     /* both say something, and not the same */
  gboolean may_join;     /* whether MLG_MERGE_BOTH can be chosen */
  MlgMergeChoice choice; /* may be set */
} MlgMergeField;

/**
 * MlgMergePlan:
 *
 * How two records become one.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 kept;
  gint64 other;
  char *kept_name;   /* (owned) */
  char *other_name;  /* (owned) */
  GPtrArray *fields; /* (owned) (element-type MlgMergeField) of which one record says something */
  GPtrArray
      *moved; /* (owned) (element-type MlgRemovalPart) what hangs on the other record, and moves */
} MlgMergePlan;

void mlg_merge_plan_free (MlgMergePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMergePlan, mlg_merge_plan_free)

MlgMergePlan *mlg_merge_plan_new (
    MlgConnection *db, const MlgKind *kind, gint64 kept, gint64 other, GError **error);
guint mlg_merge_plan_get_n_conflicts (const MlgMergePlan *plan);
gboolean mlg_merge_apply (MlgConnection *db, const MlgMergePlan *plan, GError **error);

G_END_DECLS
