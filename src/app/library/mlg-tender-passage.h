/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library/mlg-reading.h"

G_BEGIN_DECLS

/* A passage of a template as an item of lists on screen. Its texts belong to a reading, which it keeps. */
#define MLG_TYPE_TENDER_PASSAGE (mlg_tender_passage_get_type ())
G_DECLARE_FINAL_TYPE (MlgTenderPassage, mlg_tender_passage, MLG, TENDER_PASSAGE, GObject)

MlgTenderPassage *mlg_tender_passage_new (GPtrArray *reading, guint i);
const MlgReadingItem *mlg_tender_passage_get (MlgTenderPassage *self);
gboolean mlg_tender_passage_equal (MlgTenderPassage *self, MlgTenderPassage *other);
void mlg_tender_passage_take_place (MlgTenderPassage *self, MlgTenderPassage *before);
gboolean mlg_tender_passage_matches (MlgTenderPassage *self, const char *const *words);
gboolean mlg_tender_passage_is_heading (MlgTenderPassage *self);
char *mlg_tender_passage_write_tags (MlgTenderPassage *self);
gboolean mlg_tender_passage_is_open (MlgTenderPassage *self);
void mlg_tender_passage_set_open (MlgTenderPassage *self, gboolean open);

G_END_DECLS
