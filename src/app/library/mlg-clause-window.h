/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_CLAUSE_WINDOW (mlg_clause_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgClauseWindow, mlg_clause_window, MLG, CLAUSE_WINDOW, AdwWindow)

GtkWidget *mlg_clause_window_new (MlgHost *host, gint64 clause);

G_END_DECLS
