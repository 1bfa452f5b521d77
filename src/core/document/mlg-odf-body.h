/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

void mlg_odf_name_looks (xmlDoc *outgoing);
GBytes *mlg_odf_fill (GBytes *frame, const xmlDoc *outgoing, gboolean flat);

G_END_DECLS
