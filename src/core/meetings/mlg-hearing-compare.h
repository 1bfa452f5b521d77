/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgSupplierHeard:
 *
 * How one supplier was treated at a hearing.
 */
typedef struct
{
  gint64 hearing;
  char *supplier;     /* (owned) */
  char *starts;       /* (owned) (nullable) HH:MM */
  char *ends;         /* (owned) (nullable) HH:MM */
  gint64 minutes;     /* -1 when not known */
  guint n_asked;      /* of the questions */
  char *not_asked;    /* (owned) (nullable) the questions they were not asked, one a line */
  char *documents;    /* (owned) (nullable) that they were given */
  gboolean same_time; /* as long as the others, within five minutes */
  gboolean same_questions;
  gboolean same_documents;
} MlgSupplierHeard;

void mlg_supplier_heard_free (MlgSupplierHeard *heard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgSupplierHeard, mlg_supplier_heard_free)

GPtrArray *mlg_hearing_compare (MlgConnection *db, gint64 meeting, GError **error);
gboolean mlg_hearing_set_asked (
    MlgConnection *db, gint64 hearing, gint64 question, gboolean asked, GError **error);
gboolean mlg_hearing_ask (MlgConnection *db,
                          gint64 hearing,
                          gint64 question,
                          gboolean asked,
                          const char *answer,
                          GError **error);

G_END_DECLS
