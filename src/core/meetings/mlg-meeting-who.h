/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgWho:
 *
 * Somebody as the records of meetings name them: by words, or by what they are known as.
 */
typedef struct
{
  const char *words; /* (unowned) (nullable) goes before all else */
  gint64 function;   /* 0 for none */
  gint64 person;     /* 0 for none */
  gint64 body;       /* 0 for none */
} MlgWho;

MlgWho mlg_who_of_item (MlgRecord *item);
MlgWho mlg_who_of_outcome (MlgRecord *outcome);
gboolean mlg_who_is_known (const MlgWho *who);

char *mlg_who_dup_name (MlgConnection *db, const MlgWho *who, GError **error);
char *mlg_who_dup_person (MlgConnection *db, const MlgWho *who, GError **error);
char *mlg_who_dup_function (MlgConnection *db, const MlgWho *who, GError **error);
char *mlg_who_dup_body (MlgConnection *db, const MlgWho *who, GError **error);
char *mlg_who_dup_address (MlgConnection *db, const MlgWho *who, GError **error);

G_END_DECLS
