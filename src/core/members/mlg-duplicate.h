/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgDuplicateReason:
 * @MLG_DUPLICATE_SIRET: the same SIRET
 * @MLG_DUPLICATE_SIREN: the same SIREN
 * @MLG_DUPLICATE_INSEE: the same INSEE code of a commune
 * @MLG_DUPLICATE_EMAIL: the same e-mail address
 * @MLG_DUPLICATE_NAME_PLACE: the same name in the same place, or in the same body
 * @MLG_DUPLICATE_NEAR_NAME: nearly the same name there
 * @MLG_DUPLICATE_NAME: the same name, and nothing is known of the place of one
 *
 * Why two records are thought to be one: the best reason of several.
 */
typedef enum
{
  MLG_DUPLICATE_SIRET,
  MLG_DUPLICATE_SIREN,
  MLG_DUPLICATE_INSEE,
  MLG_DUPLICATE_EMAIL,
  MLG_DUPLICATE_NAME_PLACE,
  MLG_DUPLICATE_NEAR_NAME,
  MLG_DUPLICATE_NAME,
} MlgDuplicateReason;

/**
 * MlgDuplicate:
 *
 * Two records that may be one.
 */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 first;        /* the older one */
  gint64 second;
  char *first_name;  /* (owned) */
  char *second_name; /* (owned) */
  MlgDuplicateReason reason;
  double score; /* 0 to 1: how likely */
} MlgDuplicate;

void mlg_duplicate_free (MlgDuplicate *duplicate);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDuplicate, mlg_duplicate_free)

GPtrArray *mlg_duplicate_find (MlgConnection *db, const MlgKind *kind, GError **error);
const char *mlg_duplicate_get_reason_title (const MlgDuplicate *duplicate);

G_END_DECLS
