/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgMemberLink:
 *
 * What ties a record to another one for a time: a function, or a membership of a group.
 */
typedef struct
{
  MlgRecord *link;  /* (owned) the function, or the membership of a group */
  MlgRecord *other; /* (owned) the record at its other end */
  char *name;       /* (owned) the displayed name of @other */
  gboolean current; /* whether its last day is not over */
} MlgMemberLink;

void mlg_member_link_free (MlgMemberLink *link);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMemberLink, mlg_member_link_free)

GPtrArray *mlg_body_list_people (MlgConnection *db, gint64 body, GError **error);
GPtrArray *mlg_person_list_functions (MlgConnection *db, gint64 person, GError **error);
GPtrArray *
mlg_member_list_groups (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
GPtrArray *
mlg_group_list_members (MlgConnection *db, gint64 group, gboolean with_sub_groups, GError **error);

GPtrArray *mlg_body_list_children (MlgConnection *db, gint64 body, GError **error);
GPtrArray *mlg_body_list_sponsored (MlgConnection *db, gint64 body, GError **error);
GPtrArray *mlg_group_list_children (MlgConnection *db, gint64 group, GError **error);

G_END_DECLS
