/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a clause as an editor needs it: a list of lines, each with the elements around it, and in each
 * line spans of words, each with the elements around it. What an editor has no way to change stands as an
 * atom: one piece, shown by words that one can read, written back as it was read. Nothing is lost: lines that
 * were not touched are written back as they were. */

/** An element around lines or around words; two lines are inside the same one when they share it. */
typedef struct
{
  char *name;            /* (owned) with its prefix: "d:list", "when" */
  GPtrArray *attributes; /* (owned) (element-type utf8) a name, its value, the next name… */
} MlgRichNode;

/**
 * MlgRichKind:
 * @MLG_RICH_PARAGRAPH: a paragraph, alone, in an item of a list, under a condition
 * @MLG_RICH_HEADING: the heading of the section that is the last of its path
 * @MLG_RICH_HEAD: says what the last element of its path is: a condition, what holds otherwise, a repeat, a
 *   note to the drafter. Without its head such an element is not written: what stood in it stays
 * @MLG_RICH_BLOCK: a table, or anything else that is kept whole
 */
typedef enum
{
  MLG_RICH_PARAGRAPH,
  MLG_RICH_HEADING,
  MLG_RICH_HEAD,
  MLG_RICH_BLOCK,
} MlgRichKind;

/** Words, or an atom. */
typedef struct
{
  GPtrArray *path; /* (owned) (element-type MlgRichNode) the outermost first */
  char *text;      /* (owned) the words, or what is shown for the atom; no line end */
  char *atom;      /* (owned) (nullable) its XML */
} MlgRichSpan;

/** A line. */
typedef struct
{
  MlgRichKind kind;
  GPtrArray *path;  /* (owned) (element-type MlgRichNode) the outermost first */
  MlgRichNode *own; /* (owned) (nullable) the paragraph or heading */
  GPtrArray *spans; /* (owned) (element-type MlgRichSpan); of a head or a block, one atom */
} MlgRichLine;

GPtrArray *mlg_rich_text_read (const char *markup, GHashTable *labels, GError **error);
char *mlg_rich_text_write (GPtrArray *lines, GError **error);

MlgRichNode *mlg_rich_node_new (const char *name);
MlgRichNode *mlg_rich_node_copy_without_id (const MlgRichNode *self);
MlgRichNode *mlg_rich_node_ref (MlgRichNode *self);
void mlg_rich_node_unref (MlgRichNode *self);
const char *mlg_rich_node_get (const MlgRichNode *self, const char *attribute);
void mlg_rich_node_set (MlgRichNode *self, const char *attribute, const char *value);
gboolean mlg_rich_node_is (const MlgRichNode *self, const char *name);
gboolean mlg_rich_node_needs_head (const MlgRichNode *self);
char *mlg_rich_node_tell (const MlgRichNode *self, GHashTable *labels);

GPtrArray *mlg_rich_path_new (void);
GPtrArray *mlg_rich_path_copy (GPtrArray *path, guint length);
MlgRichNode *mlg_rich_path_find (GPtrArray *path, const char *name, guint *at);

MlgRichSpan *mlg_rich_span_new (GPtrArray *path, const char *text, const char *atom);
void mlg_rich_span_free (MlgRichSpan *self);
MlgRichLine *mlg_rich_line_new (MlgRichKind kind, GPtrArray *path, MlgRichNode *own);
void mlg_rich_line_free (MlgRichLine *self);

char *mlg_rich_field_write (const char *name);
char *mlg_rich_atom_get_field (const char *atom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgRichNode, mlg_rich_node_unref)

G_END_DECLS
