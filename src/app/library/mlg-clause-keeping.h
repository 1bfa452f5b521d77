/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library/mlg-clause-uses.h"

G_BEGIN_DECLS

#define MLG_TYPE_CLAUSE_KEEPING (mlg_clause_keeping_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseKeeping, mlg_clause_keeping, MLG, CLAUSE_KEEPING, GtkWidget)

GtkWidget *mlg_clause_keeping_new (const MlgClauseUsage *usage, GPtrArray *wordings);

G_END_DECLS
