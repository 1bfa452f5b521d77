/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

gboolean mlg_image_measure (GBytes *data, double *width, double *height);
GBytes *mlg_image_get_data (const xmlNode *image);
void mlg_image_fit (
    const xmlNode *image, double most_width, double most_height, double *width, double *height);

G_END_DECLS
