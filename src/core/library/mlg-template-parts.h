/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/** A clause of a template that was taken apart. */
typedef struct
{
  MlgRecord *use; /* (owned) a MlgClauseUse, whose piece and clause are not set yet */
  MlgRecord
      *clause; /* (owned) a MlgClause, not in the file yet; origin and family are the template's */
  const xmlNode *at; /* (unowned) in the tree of the template */
  gboolean is_new;   /* set by whoever writes it: the library did not have it */
} MlgTakenClause;

/** A piece of it. */
typedef struct
{
  MlgRecord *piece; /* (owned) a MlgPiece, with a mark for each use */
  GPtrArray *taken; /* (owned) (element-type MlgTakenClause) in their order */
} MlgTakenPiece;

/** A template taken apart into records, none of which is in the file yet. */
typedef struct
{
  MlgTemplate *source; /* (owned) */
  MlgRecord *record;   /* (owned) a MlgTemplateRecord; its family is not set */
  char *cpv;           /* (owned) (nullable) the first code that it names */
  GPtrArray *pieces;   /* (owned) (element-type MlgTakenPiece) */
  GPtrArray *codes;    /* (owned) (element-type utf8) the dimensions of its clauses and criteria */
} MlgTemplateParts;

MlgTemplateParts *mlg_template_parts_new (MlgTemplate *template);
char *mlg_template_parts_write (const MlgTemplateParts *self);
void mlg_template_parts_free (MlgTemplateParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTemplateParts, mlg_template_parts_free)

G_END_DECLS
