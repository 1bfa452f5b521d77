/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint32 mlg_checksum (guint32 sum, const guint8 *data, gsize size);

G_END_DECLS
