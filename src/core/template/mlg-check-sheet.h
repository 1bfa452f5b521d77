/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-check.h"

G_BEGIN_DECLS

MlgDocument *mlg_check_sheet_new (GPtrArray *results,
                                  MlgPurchase *purchase,
                                  const char *title,
                                  MlgIssueList *issues,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
