/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-action.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/**
 * MlgRecordRules:
 * @store: writes a record, new or changed, in an action
 * @remove: removes one, in an action
 *
 * How the records of a room are written, so that its rules hold.
 */
typedef struct
{
  gboolean (*store) (MlgConnection *db, MlgRecord *record, GError **error);
  gboolean (*remove) (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
} MlgRecordRules;

gboolean mlg_record_rules_commit (const MlgRecordRules *rules,
                                  GtkWidget *widget,
                                  MlgRecord *record,
                                  guint field,
                                  const char *text,
                                  GError **error);
void mlg_record_rules_add (const MlgRecordRules *rules,
                           GtkWidget *widget,
                           MlgRecord *record,
                           const char *done);
void mlg_record_rules_remove (const MlgRecordRules *rules,
                              GtkWidget *widget,
                              MlgRecord *record,
                              const char *done);

G_END_DECLS
