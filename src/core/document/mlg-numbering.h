/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"

G_BEGIN_DECLS

/**
 * MlgNumber:
 * @node: (unowned): a heading, an item, a footnote
 * @level: headings: their level, from 1 to %MLG_DOCUMENT_MAX_LEVEL; items: how many lists are
 *   inside one another, from 1, counted anew in each cell and note
 * @scope: headings: the index of what numbers them, see mlg_numbering_get_scope(); 0 is the
 *   document itself
 * @depth: headings: level inside their scope, from 1; 0 when they have no number
 * @value: the last number alone: 2 in "3.2"; 0 without number
 * @number: (nullable): what a reference prints: "3.2", "a"; %NULL without number
 * @label: (nullable): what stands before the words, without the space that follows: "Article 3 –",
 *   "3.2", "a)", "•"; %NULL when nothing does
 *
 * What is counted in a document.
 */
typedef struct
{
  const xmlNode *node;
  guint level;
  guint scope;
  guint depth;
  guint value;
  char *number;
  char *label;
} MlgNumber;

/**
 * MlgNumberingScope:
 * @node: (unowned): the document or the section that numbers the headings inside
 * @numbering: (unowned) (nullable): how, as in the schema: "decimal", "upper-roman", …; only the
 *   document, which is the scope 0, may have none
 * @before: (unowned): what stands before the number of the first level, may be empty
 * @after: (unowned): what stands after it, may be empty
 * @base: the level of headings above the first level of the numbers
 *
 * What numbers headings.
 */
typedef struct
{
  const xmlNode *node;
  const char *numbering;
  const char *before;
  const char *after;
  guint base;
} MlgNumberingScope;

typedef struct _MlgNumbering MlgNumbering;

MlgNumbering *mlg_numbering_new (MlgDocument *document);
MlgNumbering *mlg_numbering_new_for_tree (xmlDoc *tree);
void mlg_numbering_free (MlgNumbering *self);

const MlgNumber *mlg_numbering_get (const MlgNumbering *self, const xmlNode *node);
guint mlg_numbering_get_n_headings (const MlgNumbering *self);
const MlgNumber *mlg_numbering_get_heading (const MlgNumbering *self, guint i);
guint mlg_numbering_get_n_scopes (const MlgNumbering *self);
const MlgNumberingScope *mlg_numbering_get_scope (const MlgNumbering *self, guint i);

xmlNode *mlg_numbering_find (const MlgNumbering *self, const char *id);
xmlNode *mlg_numbering_find_target (const MlgNumbering *self, const xmlNode *reference);
char *mlg_numbering_get_reference (const MlgNumbering *self, const xmlNode *reference);

char *mlg_numbering_format (const char *numbering, guint value);
char *mlg_numbering_get_words (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgNumbering, mlg_numbering_free)

G_END_DECLS
