/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-check.h"
#include "mlg-fill-private.h"

G_BEGIN_DECLS

/* What is checked, as the rules see it: its form is told in rules.rng. */
typedef struct
{
  const MlgRules *rules; /* (unowned) */
  xmlDoc *tree;          /* (owned) */
  xmlNode *root;         /* (unowned) in the tree */
  GPtrArray *own; /* (owned) (element-type xmlNode) the thresholds that are the network's own */
  MlgFill fill;   /* (owned) for what depends on the answers; empty without a template */
  MlgIssueList *issues; /* (owned) (nullable) what filling says, which a check does not tell */
} MlgCheckTree;

MlgCheckTree *mlg_check_tree_new (const MlgRules *rules);
void mlg_check_tree_free (MlgCheckTree *self);
gboolean mlg_check_tree_add_template (MlgCheckTree *self,
                                      MlgTemplate *template,
                                      MlgAnswers *answers,
                                      GError **error);
void mlg_check_tree_add_document (MlgCheckTree *self, MlgDocument *document);
void mlg_check_tree_add_purchase (MlgCheckTree *self, MlgPurchase *purchase);
void mlg_check_tree_add_answered_lots (MlgCheckTree *self);
void mlg_check_tree_know (MlgCheckTree *self, const char *part);
gboolean mlg_check_tree_knows (MlgCheckTree *self, const char *name);

void mlg_check_words_find (MlgCheckTree *self, const xmlNode *passage, xmlNode *at);

/* Returns: (transfer full) (element-type GStrv): what a text that the pattern matches holds, without case and
 * accents: of each of these words at least one */
GPtrArray *mlg_check_find_literals (const char *pattern);

GPtrArray *mlg_check_list_own (MlgCheckTree *tree, const xmlNode *rule);

const char *mlg_check_part_get_title (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCheckTree, mlg_check_tree_free)

G_END_DECLS
