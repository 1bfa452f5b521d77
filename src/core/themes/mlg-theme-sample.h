/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_theme_sample_add (MlgConnection *db, gpointer data, GError **error);

G_END_DECLS
