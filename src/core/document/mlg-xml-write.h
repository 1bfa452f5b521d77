/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

GBytes *mlg_xml_write (const xmlDoc *doc);
char *mlg_xml_write_node (const xmlNode *node);
char *mlg_xml_write_in_line (const xmlNode *node);
void mlg_xml_append_escaped (GString *out, const char *text, gboolean in_attribute);

G_END_DECLS
