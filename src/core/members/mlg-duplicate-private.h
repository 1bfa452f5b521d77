/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-duplicate.h"

G_BEGIN_DECLS

enum
{
  ITEM_SIRET,
  ITEM_SIREN,
  ITEM_INSEE,
  ITEM_EMAIL,
  ITEM_N_NUMBERS,
};

/* What counts of a record when it is held against others. */
typedef struct
{
  gint64 id;
  char *name;                    /* (owned) as people read it */
  char *key;                     /* (owned) what counts of the name */
  char *numbers[ITEM_N_NUMBERS]; /* (owned) (nullable) */
  char *category;                /* (owned) (nullable) */
  GStrv places;                  /* (owned) where it is: a département; the bodies of a person */
} MlgDuplicateItem;

void mlg_duplicate_item_free (MlgDuplicateItem *item);
GPtrArray *mlg_duplicate_load_items (MlgConnection *db, const MlgKind *kind, GError **error);
GArray *mlg_duplicate_find_candidates (GPtrArray *items);

/* Two items that are worth holding against each other. */
typedef struct
{
  guint32 first, second;
} MlgDuplicatePair;

G_END_DECLS
