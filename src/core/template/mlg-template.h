/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "mlg-issue.h"
#include "template/mlg-template-field.h"

G_BEGIN_DECLS

#define MLG_TEMPLATE_NAMESPACE "urn:maillage:template:1"

#define MLG_TYPE_TEMPLATE (mlg_template_get_type ())
G_DECLARE_FINAL_TYPE (MlgTemplate, mlg_template, MLG, TEMPLATE, GObject)

MlgTemplate *
mlg_template_new_for_tree (xmlDoc *tree, const char *name, MlgIssueList *issues, GError **error);
MlgTemplate *mlg_template_read_xml (GBytes *bytes,
                                    const char *name,
                                    MlgIssueList *issues,
                                    GCancellable *cancellable,
                                    GError **error);
GBytes *mlg_template_to_xml (MlgTemplate *self);

xmlDoc *mlg_template_get_tree (MlgTemplate *self);
const char *mlg_template_get_uri (MlgTemplate *self);
guint mlg_template_get_revision (MlgTemplate *self);
const char *mlg_template_get_language (MlgTemplate *self);
char *mlg_template_get_title (MlgTemplate *self);
GPtrArray *mlg_template_get_fields (MlgTemplate *self);
GPtrArray *mlg_template_get_pieces (MlgTemplate *self);

xmlNode *mlg_template_find_child (const xmlNode *parent, const char *name);
gboolean mlg_template_node_is (const xmlNode *node, const char *name);

G_END_DECLS
