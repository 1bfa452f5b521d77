/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-action.h"

G_BEGIN_DECLS

gboolean mlg_sample_add (MlgConnection *db, MlgActionFunc more, GError **error);

G_END_DECLS
