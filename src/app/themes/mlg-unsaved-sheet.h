/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-entry.h"

G_BEGIN_DECLS

/** What was keyed in, until it is in the file. */
typedef struct
{
  GPtrArray *texts; /* (owned) (element-type utf8) of each question */
  char *name;       /* (owned) */
  gint64 who;       /* 0 when nobody of this name is known */
  gboolean replace;
} MlgUnsavedSheet;

MlgUnsavedSheet *
mlg_unsaved_sheet_new (MlgRecordEntry *who, GPtrArray *rows, GtkCheckButton *replace);
void
mlg_unsaved_sheet_put_back (const MlgUnsavedSheet *sheet, MlgRecordEntry *who, GPtrArray *rows);
void mlg_unsaved_sheet_free (gpointer sheet);

G_END_DECLS
