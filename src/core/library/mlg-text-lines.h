/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>
#include <glib.h>

G_BEGIN_DECLS

char *mlg_text_lines_from_markup (const char *markup);
char *mlg_text_lines_from_node (const xmlNode *node);

G_END_DECLS
