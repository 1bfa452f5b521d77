/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MlgStems MlgStems;

MlgStems *mlg_stems_new (void);
void mlg_stems_free (MlgStems *self);
void mlg_stems_add (MlgStems *self, const char *word, int n, const char *stem, int length);
const char *mlg_stems_find (MlgStems *self, const char *word, int n, int *length);

G_END_DECLS
