/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgAttending:
 *
 * Somebody who is invited to a meeting or came to it, by their names.
 */
typedef struct
{
  MlgRecord *invitation; /* (owned) */
  char *name;            /* (owned) the person or the visitor; the body when nobody is named */
  char *function;        /* (owned) (nullable) what they do, when that is not their name */
  char *body;            /* (owned) (nullable) where, when that is not their name */
} MlgAttending;

void mlg_attending_free (MlgAttending *attending);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgAttending, mlg_attending_free)

GPtrArray *mlg_meeting_list_attending (MlgConnection *db, gint64 meeting, GError **error);

G_END_DECLS
