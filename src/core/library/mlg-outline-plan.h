/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "library/mlg-similar-clauses.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/**
 * MlgCut:
 * @MLG_CUT_PIECE: a new piece begins here; what is under it is cut further
 * @MLG_CUT_SECTION: a section of a piece; what is under it is cut further
 * @MLG_CUT_CLAUSE: one clause with all that is under it
 *
 * What becomes of a section of a document.
 */
typedef enum
{
  MLG_CUT_PIECE,
  MLG_CUT_SECTION,
  MLG_CUT_CLAUSE,
} MlgCut;

/** What a person said of a section. */
typedef enum
{
  MLG_PLAN_TOLD_TITLE = 1 << 0,
  MLG_PLAN_TOLD_ROLE = 1 << 1,
  MLG_PLAN_TOLD_PHASE = 1 << 2,
  MLG_PLAN_TOLD_DIMENSION = 1 << 3,
  MLG_PLAN_TOLD_KNOWN = 1 << 4,
} MlgPlanTold;

/** A section of the document, in its order. */
typedef struct
{
  MlgCut cut;
  gboolean inside;     /* it is a part of a clause that begins above: its cut does not matter */
  guint level;         /* of its heading, from 1 */
  char *title;         /* (owned) */
  char *text;          /* (owned) its words with all that is under it */
  const char *role;    /* of a piece: a code of mlg_piece_roles */
  const char *phase;   /* of a clause: proposed from its words */
  char *dimension;     /* (owned) (nullable) likewise */
  gint64 known;        /* a clause of the library with the like text; 0 for none */
  char *known_title;   /* (owned) (nullable) */
  double likeness;     /* how like, 0 to 1 */
  gboolean take_known; /* use that clause rather than make a new one */
  guint told;          /* MlgPlanTold: what a person said, which no proposal replaces */
  const xmlNode *node; /* (unowned) in the document */
} MlgPlanItem;

/** How a document is to be cut into a template: made first, changed as one likes, then applied. */
typedef struct _MlgOutlinePlan MlgOutlinePlan;

MlgOutlinePlan *mlg_outline_plan_new (MlgConnection *db, MlgDocument *document, GError **error);
void mlg_outline_plan_free (MlgOutlinePlan *self);
GPtrArray *mlg_outline_plan_get_items (MlgOutlinePlan *self);
const char *mlg_outline_plan_get_title (MlgOutlinePlan *self);
void mlg_outline_plan_set_title (MlgOutlinePlan *self, const char *title);
void mlg_outline_plan_set_cut (MlgOutlinePlan *self, guint item, MlgCut cut);
gboolean mlg_outline_plan_may_be_piece (MlgOutlinePlan *self, guint item);
void mlg_outline_plan_cut_at (MlgOutlinePlan *self, guint level);
void mlg_outline_plan_tell (MlgOutlinePlan *self, guint item, MlgPlanTold what, const char *text);
void mlg_outline_plan_take_known (MlgOutlinePlan *self, guint item, gboolean take_known);
GPtrArray *mlg_outline_plan_list_blocks (MlgOutlinePlan *self, guint item);
gboolean mlg_outline_plan_can_join (MlgOutlinePlan *self, guint item);
void mlg_outline_plan_join (MlgOutlinePlan *self, guint item);
gboolean mlg_outline_plan_can_part (MlgOutlinePlan *self, guint item);
void mlg_outline_plan_part (MlgOutlinePlan *self, guint item);
void mlg_outline_plan_split (MlgOutlinePlan *self, guint item, guint block);
MlgTemplate *mlg_outline_plan_make_template (MlgOutlinePlan *self,
                                             MlgConnection *db,
                                             MlgIssueList *issues,
                                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgOutlinePlan, mlg_outline_plan_free)

G_END_DECLS
