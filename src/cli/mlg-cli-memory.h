/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void mlg_cli_memory_expect (gsize size);

G_END_DECLS
