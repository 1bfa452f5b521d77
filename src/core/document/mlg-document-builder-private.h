/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-document-builder.h"

G_BEGIN_DECLS

/** What may stand in an element, and where the element may stand. */
typedef enum
{
  MLG_FRAME_FLOW,  /* blocks go into it: body, section, item, cell, note, footnote, … */
  MLG_FRAME_LIST,  /* items only */
  MLG_FRAME_TABLE, /* rows only */
  MLG_FRAME_ROW,   /* cells only */
  MLG_FRAME_LINE,  /* words: p, heading, caption */
  MLG_FRAME_INLINE /* words, inside a line: link, ref, field, span */
} MlgFrameKind;

/** One open element. */
typedef struct
{
  const char *name; /* (unowned) static */
  MlgFrameKind kind;
  xmlNode *node;      /* (unowned) the element; when flattened, what its content goes into */
  xmlNode *cursor;    /* (unowned) lines: the innermost mark, where words go */
  guint depth;        /* elements around and including this one */
  guint level;        /* sections: level of the heading, 0 without heading */
  MlgMarks marks;     /* lines: open between node and cursor */
  gboolean flattened; /* too deep: there is no element for it */
  gboolean has_words; /* lines: something is printed */
} MlgFrame;

struct _MlgDocumentBuilder
{
  xmlDoc *tree;           /* (owned) (nullable) until it is handed over */
  xmlNs *ns;              /* (unowned) the namespace of the document */
  xmlNode *root;          /* (unowned) */
  xmlNode *head;          /* (unowned) */
  GArray *frames;         /* (owned) (element-type MlgFrame) the body is the first */
  GString *pending;       /* (owned) words that are not in the tree yet */
  GPtrArray *places;      /* (owned) (element-type utf8) names met between lines */
  GHashTable *ids;        /* (owned) (element-type utf8 utf8) place → identifier */
  GHashTable *used;       /* (owned) (element-type utf8) identifiers */
  GHashTable *scopes;     /* (owned) (element-type utf8 xmlNode) what numbers headings → where */
  gboolean landscape;     /* how pages lie from here on */
  gboolean break_pending; /* a page break stands before the next block */
  MlgBuildReport report;
};

MlgFrame *mlg_builder_top (const MlgDocumentBuilder *self);
MlgFrame *mlg_builder_frame (const MlgDocumentBuilder *self, guint i);
MlgFrame *mlg_builder_push (MlgDocumentBuilder *self, const char *name, MlgFrameKind kind);
void mlg_builder_pop (MlgDocumentBuilder *self);
xmlNode *mlg_builder_add_node (MlgDocumentBuilder *self, xmlNode *parent, const char *name);
void mlg_builder_ensure_flow (MlgDocumentBuilder *self);
void mlg_builder_close_line (MlgDocumentBuilder *self);

void mlg_builder_settle_break (MlgDocumentBuilder *self);

MlgFrame *mlg_builder_ensure_line (MlgDocumentBuilder *self);
void mlg_builder_flush (MlgDocumentBuilder *self);
void mlg_builder_settle (MlgDocumentBuilder *self);
void mlg_builder_mark_words (MlgDocumentBuilder *self);

void mlg_builder_apply_places (MlgDocumentBuilder *self);
void mlg_builder_resolve_references (MlgDocumentBuilder *self);
void mlg_builder_settle_numbering (MlgDocumentBuilder *self);

G_END_DECLS
