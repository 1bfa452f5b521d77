/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/** How many people's value of a personal field leaves. */
typedef struct
{
  char *title; /* (owned) of the field, as people read it */
  guint n;
} MlgExportCount;

/**
 * MlgExportReport:
 * @people: of whom something personal leaves
 * @objecting: of them, those who want no mailings
 * @emails: e-mail addresses of people and of their functions
 * @phones: telephone numbers, likewise
 * @fields: (owned) of MlgExportCount: each personal field that leaves
 *
 * Who and what leaves with an export: what the law asks one to know before handing it out.
 */
typedef struct
{
  guint people;
  guint objecting;
  guint emails;
  guint phones;
  GPtrArray *fields;
} MlgExportReport;

MlgExportReport *mlg_export_report_new (MlgConnection *db,
                                        const MlgKind *kind,
                                        GArray *ids,
                                        const char *const *columns,
                                        MlgAudience audience,
                                        GError **error);
void mlg_export_report_free (MlgExportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgExportReport, mlg_export_report_free)
char *mlg_export_report_to_text (const MlgExportReport *self);

G_END_DECLS
