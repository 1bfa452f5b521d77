/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/** Places of a meeting that are no field of it: its agenda, those who are invited, and where
 * they come from. */
#define MLG_LACK_AGENDA      "agenda"
#define MLG_LACK_PEOPLE      "people"
#define MLG_LACK_DEPARTEMENT "departement"

/**
 * MlgMeetingLack:
 *
 * Something that a meeting lacks, and where it is mended.
 */
typedef struct
{
  MlgSeverity severity; /* an error shames the animator; a warning may be meant */
  char *message;        /* (owned) for people, translated */
  const MlgKind *kind;  /* (unowned) static: the kind of the record to open */
  gint64 id;            /* the record to open */
  const char *field;    /* (unowned) (nullable) static: the field or place to go to */
} MlgMeetingLack;

void mlg_meeting_lack_free (MlgMeetingLack *lack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgMeetingLack, mlg_meeting_lack_free)

GPtrArray *mlg_meeting_check (MlgConnection *db, gint64 meeting, GError **error);

G_END_DECLS
