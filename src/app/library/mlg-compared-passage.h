/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/mlg-template-difference.h"

G_BEGIN_DECLS

/* A passage that differs between two revisions, as an item of a list. */
#define MLG_TYPE_COMPARED_PASSAGE (mlg_compared_passage_get_type ())
G_DECLARE_FINAL_TYPE (MlgComparedPassage, mlg_compared_passage, MLG, COMPARED_PASSAGE, GObject)

MlgComparedPassage *mlg_compared_passage_new (GPtrArray *passages, guint i);
const MlgPassage *mlg_compared_passage_get (MlgComparedPassage *self);
const char *mlg_compared_passage_get_fate_title (MlgComparedPassage *self);
const char *mlg_compared_passage_get_author_title (MlgComparedPassage *self);
gboolean mlg_compared_passage_is_taken (MlgComparedPassage *self);
void mlg_compared_passage_set_taken (MlgComparedPassage *self, gboolean taken);

G_END_DECLS
