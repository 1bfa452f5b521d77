/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dossier/mlg-dossier.h"

G_BEGIN_DECLS

/**
 * MlgDossierCalendar:
 * @meetings: (element-type gint64): ids
 *
 * Writes meetings as a calendar: mlg_calendar_export(), of a room that this one does not know.
 *
 * Returns: (transfer full): an iCalendar file; %NULL with @error set
 */
typedef GBytes *(*MlgDossierCalendar) (MlgConnection *db, GArray *meetings, GError **error);

/**
 * MlgDossierOptions:
 *
 * What of a dossier is written.
 */
typedef struct
{
  const char *const *formats; /* (nullable) some of mlg_dossier_list_formats(); %NULL for all */
  MlgDossierLetters letters;
  MlgDossierCalendar calendar;
} MlgDossierOptions;

/**
 * MlgDossierReport:
 *
 * What was written, and what is missing in it.
 */
typedef struct
{
  guint version;    /* of the dossier in its folder, from 1 */
  GStrv files;      /* (owned) from the folder, in the order of the dossier */
  GPtrArray *lacks; /* (owned) (element-type MlgMeetingLack) the worst first */
  GStrv gaps;       /* (owned) labels of required fields without a value */
} MlgDossierReport;

const char *const *mlg_dossier_list_formats (void);
MlgDossierReport *mlg_dossier_write (MlgConnection *db,
                                     gint64 meeting,
                                     const char *path,
                                     const MlgDossierOptions *options,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);
void mlg_dossier_report_free (MlgDossierReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossierReport, mlg_dossier_report_free)

G_END_DECLS
