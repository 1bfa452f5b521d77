/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-outline-plan.h"

G_BEGIN_DECLS

struct _MlgOutlinePlan
{
  MlgDocument *document;      /* (owned) */
  GPtrArray *items;           /* (owned) (element-type MlgPlanItem) */
  char *title;                /* (owned) */
  const char *role;           /* static: of the piece that holds what comes before any other */
  MlgSimilarClauses *similar; /* (owned) the clauses of the library */
  GHashTable *titles;         /* (owned) their ids → their titles */
};

void mlg_outline_plan_settle (MlgOutlinePlan *self);
void mlg_outline_plan_collect (MlgOutlinePlan *self);

G_END_DECLS
