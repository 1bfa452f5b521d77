/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgOverviewFigures:
 *
 * What the overview shows of a network: how many there are, what wants a look, the next meeting, what was done last.
 */
typedef struct
{
  gint64 n_bodies;
  gint64 n_members;
  gint64 n_prospects;
  gint64 n_interested;
  gint64 n_associates;
  gint64 n_people;
  gint64 n_without_status;
  gint64 n_without_email;     /* members */
  gint64 n_without_address;   /* members */
  GPtrArray *without_status;  /* (owned) (element-type MlgRecord) the first of them */
  GPtrArray *without_email;   /* (owned) (element-type MlgRecord) the first of them */
  GPtrArray *without_address; /* (owned) (element-type MlgRecord) the first of them */
  GPtrArray *reviews;         /* (owned) (element-type MlgReview) due today */
  MlgRecord *next_meeting;    /* (owned) (nullable) today or later */
  GPtrArray *lacks;           /* (owned) (nullable) (element-type MlgMeetingLack) of that meeting */
  GPtrArray *late_actions;    /* (owned) (element-type MlgRegisterEntry) the latest first */
  GPtrArray *entries;         /* (owned) (element-type MlgHistoryEntry) the last ones */
} MlgOverviewFigures;

void mlg_overview_figures_free (MlgOverviewFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgOverviewFigures, mlg_overview_figures_free)

MlgOverviewFigures *mlg_overview_figures_load (MlgConnection *db, GError **error);

G_END_DECLS
