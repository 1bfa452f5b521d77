/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>
#include <libxml/xmlmemory.h>

#include "mlg-issue.h"

G_BEGIN_DECLS

/**
 * MlgXmlLimits:
 * @max_bytes: size of the file, in bytes
 * @max_depth: elements inside one another
 * @max_nodes: elements and attributes together
 *
 * What one XML file may cost. No honest file comes near mlg_xml_default_limits.
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
  guint max_nodes;
} MlgXmlLimits;

extern const MlgXmlLimits mlg_xml_default_limits;

xmlDoc *mlg_xml_read_bytes (GBytes *bytes,
                            const char *name,
                            const MlgXmlLimits *limits,
                            GCancellable *cancellable,
                            GError **error);
const char *mlg_xml_get (const xmlNode *node, const char *name);
const char *mlg_xml_get_ns (const xmlNode *node, const char *ns, const char *name);
gboolean mlg_xml_is_true (const xmlNode *node, const char *name);
void mlg_xml_set (xmlNode *node, const char *name, const char *value);
int mlg_xml_get_line (const xmlNode *node);
int mlg_xml_get_column (const xmlNode *node);
void mlg_xml_copy_position (xmlNode *to, const xmlNode *from);

void
mlg_xml_fault (MlgIssueList *issues, const char *file, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

int mlg_xml_get_options (void);

static inline void
mlg_xml_string_free (xmlChar *string)
{
  if (string != NULL)
    xmlFree (string);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlChar, mlg_xml_string_free)

G_END_DECLS
