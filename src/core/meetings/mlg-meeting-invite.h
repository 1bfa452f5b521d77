/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgInvitees:
 *
 * Whom to invite. A body is invited by those who hold a function there, one invitation for each; or by
 * itself when nobody is known there, or no people are asked for. What is empty narrows nothing.
 */
typedef struct
{
  const char *status;      /* (nullable) of bodies, one of mlg_body_statuses */
  const char *departement; /* (nullable) of bodies */
  const char *role; /* (nullable) one of mlg_function_roles: only who holds such a function */
  gint64 group; /* 0 for none: those in the group or under it: bodies, and people of their own */
  gboolean bodies_only; /* no people */
} MlgInvitees;

gboolean mlg_meeting_invite (
    MlgConnection *db, gint64 meeting, const MlgInvitees *invitees, guint *n_added, GError **error);
gboolean mlg_meeting_invite_one (
    MlgConnection *db, gint64 meeting, const MlgKind *kind, gint64 id, GError **error);
gboolean mlg_meeting_count_certified (
    MlgConnection *db, gint64 meeting, gint64 *n_present, gint64 *n_certified, GError **error);
gboolean mlg_meeting_certify (
    MlgConnection *db, gint64 meeting, const char *day, guint *n_certified, GError **error);

G_END_DECLS
