/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/**
 * MlgCustom:
 *
 * A field that the network added, and what one record has in it.
 */
typedef struct
{
  MlgRecord *field; /* (owned) a custom-field */
  MlgRecord *value; /* (owned) (nullable) the custom-value that holds now */
  GPtrArray
      *past; /* (owned) (element-type MlgRecord) the custom-values that are over, latest first */
  char *display; /* (owned) the present value as people read it; "" for none */
} MlgCustom;

void mlg_custom_free (MlgCustom *custom);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCustom, mlg_custom_free)

GPtrArray *mlg_custom_list (MlgConnection *db, const MlgKind *kind, gint64 id, GError **error);
GStrv mlg_custom_get_choices (MlgRecord *field);
char *mlg_custom_parse (MlgRecord *field, const char *text, GError **error);
gboolean mlg_custom_value_settle (MlgConnection *db, MlgRecord *value, GError **error);
char *mlg_custom_display (MlgRecord *field, const char *plain);
gboolean mlg_custom_set (MlgConnection *db,
                         gint64 field,
                         const MlgKind *kind,
                         gint64 id,
                         const char *text,
                         const char *since,
                         GError **error);

G_END_DECLS
