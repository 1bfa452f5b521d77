/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "mlg-issue.h"
#include "template/mlg-template-error.h"

G_BEGIN_DECLS

#define MLG_RULES_NAMESPACE "urn:maillage:rules:1"

/** Rules of law and the tables beside them: read once, then only looked at, from any thread. */
typedef struct _MlgRules MlgRules;

MlgRules *mlg_rules_read (const char *const *paths,
                          MlgIssueList *issues,
                          GCancellable *cancellable,
                          GError **error);
MlgRules *mlg_rules_with_thresholds (MlgRules *self, xmlDoc *own);
gboolean mlg_rules_is_own (const MlgRules *self, const xmlNode *threshold);
GStrv mlg_rules_list_shipped (GError **error);
MlgRules *mlg_rules_ref (MlgRules *self);
void mlg_rules_unref (MlgRules *self);

GPtrArray *mlg_rules_get_rules (const MlgRules *self);
GPtrArray *mlg_rules_get_thresholds (const MlgRules *self);
GPtrArray *mlg_rules_get_facts (const MlgRules *self);
GPtrArray *mlg_rules_get_wordings (const MlgRules *self);
GPtrArray *mlg_rules_get_labels (const MlgRules *self);

gboolean mlg_rules_node_is (const xmlNode *node, const char *name);
char *mlg_rules_get_text (const xmlNode *parent, const char *child);
gboolean mlg_rules_holds_on (const xmlNode *node, const char *day);
const xmlNode *mlg_rules_find_fact (const MlgRules *self, const char *name);
gboolean mlg_rules_knows_threshold (const MlgRules *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgRules, mlg_rules_unref)

G_END_DECLS
