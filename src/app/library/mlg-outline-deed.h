/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-tender-outline.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

/** What is done to the outline of a template or draft. */
typedef enum
{
  MLG_OUTLINE_MOVE,
  MLG_OUTLINE_DROP,
  MLG_OUTLINE_REMOVE,
  MLG_OUTLINE_RENAME,
  MLG_OUTLINE_ADD_SECTION,
  MLG_OUTLINE_ADD_PIECE,
  MLG_OUTLINE_ADD_CLAUSE,
  MLG_OUTLINE_NEW_CLAUSE,
  MLG_OUTLINE_SWAP,
  MLG_OUTLINE_CONTROL,
} MlgOutlineOperation;

/** One change, to be made in the writer's thread. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static: of templates or of drafts */
  gint64 id;
  MlgOutlineOperation operation;
  int line;            /* of the part that is changed, or beside which something is added */
  char *title;         /* (owned) of it */
  MlgOutlineStep step; /* of a move */
  int target;          /* line of the part at which it is dropped */
  char *target_title;  /* (owned) (nullable) */
  char *text;          /* (owned) (nullable) a new title, or a condition */
  char *code; /* (owned) (nullable) role of a piece, phase of a clause, or selection of a repeat */
  gint64 clause; /* of the library */
} MlgOutlineDeed;

MlgOutlineDeed *mlg_outline_deed_new (
    const MlgKind *kind, gint64 id, MlgOutlineOperation operation, int line, const char *title);
void mlg_outline_deed_free (MlgOutlineDeed *self);
void mlg_outline_deed_act (MlgOutlineDeed *self, MlgHost *host);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgOutlineDeed, mlg_outline_deed_free)

G_END_DECLS
