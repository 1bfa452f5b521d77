/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgExportFormat:
 * @MLG_EXPORT_FORMAT_TABLE: a spreadsheet, CSV
 * @MLG_EXPORT_FORMAT_CARDS_3: contact cards, vCard 3.0
 * @MLG_EXPORT_FORMAT_CARDS_4: contact cards, vCard 4.0
 *
 * In the order of the choice in the UI file.
 */
typedef enum
{
  MLG_EXPORT_FORMAT_TABLE,
  MLG_EXPORT_FORMAT_CARDS_3,
  MLG_EXPORT_FORMAT_CARDS_4,
} MlgExportFormat;

/**
 * MlgExportWork:
 *
 * What is to be exported, as the reader's thread is told.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) of gint64 */
  MlgExportFormat format;
  MlgAudience audience;
  char **columns; /* (owned) (nullable) names; all for NULL */
  GFile *file;    /* (owned) (nullable) where to */
} MlgExportWork;

MlgExportWork *mlg_export_work_new (const MlgKind *kind, GArray *ids);
void mlg_export_work_free (gpointer work);

/** A column that may leave. */
typedef struct
{
  char *name;  /* (owned) */
  char *title; /* (owned) */
} MlgExportColumn;

/** What may leave, and who leaves with it. */
typedef struct
{
  GPtrArray *columns; /* (owned) of MlgExportColumn */
  char *report;       /* (owned) translated */
} MlgExportOutlook;

void mlg_export_outlook_free (gpointer outlook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgExportOutlook, mlg_export_outlook_free)

gpointer mlg_export_work_look (MlgConnection *db, gpointer work, GError **error);
gpointer mlg_export_work_save (MlgConnection *db, gpointer work, GError **error);

G_END_DECLS
