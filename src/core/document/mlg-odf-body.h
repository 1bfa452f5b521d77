/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** Takes the next piece of a file: @piece is the caller's, who uses it again. */
typedef void (*MlgOdfTakeFunc) (const GString *piece, gpointer data);

void mlg_odf_name_looks (xmlDoc *outgoing);
xmlDoc *mlg_odf_skeleton_new (const xmlDoc *outgoing);
void mlg_odf_fill (
    GBytes *frame, const xmlDoc *outgoing, gboolean flat, MlgOdfTakeFunc take, gpointer data);

G_END_DECLS
