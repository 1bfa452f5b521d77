/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

xmlDoc *mlg_meeting_make_context (MlgConnection *db, gint64 meeting, GError **error);

G_END_DECLS
