/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-xml.h"

G_BEGIN_DECLS

/* Parts of templates as texts: their canonical XML with the template's namespace as the default one and the
 * document's under the prefix "d", neither of them declared. */

/** What declares them where a fragment is read. */
#define MLG_FRAGMENT_NAMESPACES                                                                    \
  "xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\""

void mlg_fragment_adopt (xmlNode *root);
char *mlg_fragment_write_children (const xmlNode *element);
xmlDoc *mlg_fragment_read (const char *markup, GError **error);
char *mlg_fragment_get_text (const xmlNode *element);

void mlg_fragment_append (GString *fragment, const char *name, const char *text);
void mlg_fragment_append_attribute (GString *fragment, const char *name, const char *value);

G_END_DECLS
