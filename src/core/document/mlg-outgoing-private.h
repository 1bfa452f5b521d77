/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-numbering.h"
#include "mlg-outgoing.h"

G_BEGIN_DECLS

typedef struct
{
  xmlDoc *tree;            /* (unowned) */
  xmlNs *ns;               /* (unowned) of what is added */
  MlgNumbering *numbering; /* (owned) of the tree */
  GHashTable *looks;       /* (owned) (element-type utf8 guint) what lines look like */
  GHashTable *families;    /* (owned) (element-type utf8 guint) how the levels of lists number */
  GHashTable *seen;        /* (owned) (element-type utf8) what was met already */
  GPtrArray *anchors;      /* (owned) (element-type utf8) identifiers for the next line */
  const char *page;        /* (unowned) (nullable) how the page before here lies */
  const char *part;       /* (unowned) what the office formats put elsewhere: "body", "footnotes" */
  xmlNode *last_line;     /* (unowned) (nullable) the last block, if it is a line of the body */
  gboolean break_pending; /* the next block begins a page */
  gboolean table_breaks;  /* the next line is the first one of a table that begins a page */
  gboolean has_toc;
  guint n_anchors, n_images, n_links, n_lists, n_tables, n_tocs, n_notes, n_runs, n_bookmarks;
} MlgOutgoing;

/** Where one is in the tree. */
typedef struct
{
  const char *page;  /* how pages lie here */
  double width;      /* millimetres between the margins here */
  guint rank;        /* headings around */
  guint depth;       /* lists around, in this cell or note */
  guint run;         /* lists: the run of numbers that items here belong to */
  const char *flow;  /* what kind of text this is: "body", "cell", "footnotes", … */
  const char *align; /* (nullable) of the cell around */
  gboolean aside;    /* in a cell, a note, a page header: where no page is turned */
} MlgPlace;

xmlDoc *mlg_outgoing_copy (const xmlDoc *document);
void mlg_outgoing_tidy (xmlDoc *tree);
void mlg_outgoing_set (MlgOutgoing *self, xmlNode *node, const char *name, const char *value);
void mlg_outgoing_set_number (MlgOutgoing *self, xmlNode *node, const char *name, guint value);
void
mlg_outgoing_set_length (MlgOutgoing *self, xmlNode *node, const char *name, double millimetres);
xmlNode *mlg_outgoing_new_node (MlgOutgoing *self, const char *name);
void mlg_outgoing_turn_page (MlgOutgoing *self, xmlNode *block, const MlgPlace *place);
void mlg_outgoing_set_look (MlgOutgoing *self, xmlNode *block, const MlgPlace *place);
void mlg_outgoing_find_families (MlgOutgoing *self, xmlNode *root_list);
void mlg_outgoing_begin_list (MlgOutgoing *self, xmlNode *list, MlgPlace *place);
guint mlg_outgoing_begin_item (MlgOutgoing *self, xmlNode *item, const MlgPlace *place);
void mlg_outgoing_see_whole (MlgOutgoing *self, xmlNode *row);
void mlg_outgoing_lay_table (MlgOutgoing *self, xmlNode *table, double width, GArray *widths);
void mlg_outgoing_insert_first (xmlNode *parent, xmlNode *node);
gboolean mlg_outgoing_see (MlgOutgoing *self, const char *what, const char *value);
void mlg_outgoing_see_language (MlgOutgoing *self, const xmlNode *node);
void
mlg_outgoing_add_relation (MlgOutgoing *self, const char *kind, guint index, const char *target);
gboolean mlg_outgoing_has_toc (const xmlNode *node);
void mlg_outgoing_fill_tocs (MlgOutgoing *self, xmlNode *node);
void mlg_outgoing_add_scopes (MlgOutgoing *self, xmlNode *root);

G_END_DECLS
