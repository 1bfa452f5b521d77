/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "meetings/mlg-meeting-check.h"

G_BEGIN_DECLS

GPtrArray *mlg_dossier_check (MlgConnection *db, gint64 meeting, xmlDoc *context, GError **error);

G_END_DECLS
