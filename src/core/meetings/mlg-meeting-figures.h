/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgMeetingCount:
 *
 * How many of a sort are invited to a meeting, have replied and came. Visitors are no invitees.
 */
typedef struct
{
  char
      *title; /* (owned) (nullable) what people read, translated; %NULL for all, "" for not known */
  guint invited;
  guint yes;
  guint no;
  guint perhaps;
  guint proxy;
  guint silent; /* invited, and no reply */
  guint present;
  guint excused;
  guint absent;
  guint visitors;
} MlgMeetingCount;

/**
 * MlgMeetingFigures:
 *
 * The figures of a meeting.
 */
typedef struct
{
  MlgMeetingCount total;
  guint bodies;       /* different bodies of which somebody is present */
  GPtrArray *by_body; /* (owned) (element-type MlgMeetingCount) by kind of body, the most first */
  GPtrArray *by_role; /* (owned) (element-type MlgMeetingCount) by role, the most first */
} MlgMeetingFigures;

void mlg_meeting_figures_free (MlgMeetingFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMeetingFigures, mlg_meeting_figures_free)

MlgMeetingFigures *mlg_meeting_count (MlgConnection *db, gint64 meeting, GError **error);

/**
 * MlgCame:
 *
 * That a body or a person was invited to a meeting, and whether they came.
 */
typedef struct
{
  gint64 meeting;
  char *title;      /* (owned) of the meeting */
  char *type;       /* (owned) one of mlg_meeting_types */
  char *day;        /* (owned) (nullable) YYYY-MM-DD */
  char *person;     /* (owned) (nullable) who was invited for the body */
  char *reply;      /* (owned) (nullable) one of mlg_invitation_replies */
  char *attendance; /* (owned) (nullable) one of mlg_attendances */
} MlgCame;

void mlg_came_free (MlgCame *came);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCame, mlg_came_free)

GPtrArray *
mlg_meeting_list_came (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);

G_END_DECLS
