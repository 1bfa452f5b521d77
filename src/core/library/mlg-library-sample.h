/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-action.h"

G_BEGIN_DECLS

gboolean mlg_library_sample_add (MlgConnection *db, gpointer data, GError **error);
gboolean mlg_library_add_shipped (MlgConnection *db, GError **error);

G_END_DECLS
