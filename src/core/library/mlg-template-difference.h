/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-word-difference.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/** What became of a passage between two revisions. */
typedef enum
{
  MLG_PASSAGE_SAME,
  MLG_PASSAGE_CHANGED,
  MLG_PASSAGE_ADDED,
  MLG_PASSAGE_REMOVED,
} MlgPassageFate;

/** A clause, or what stands around the clauses: the start of a template, or the rest of a piece. */
typedef struct
{
  MlgPassageFate fate;
  gboolean mine; /* the first text changed it since both parted; see mlg_template_compare_both() */
  gboolean theirs; /* the second one did */
  char *key;       /* (owned) by which the same passage is found in another revision */
  char *title;     /* (owned) */
  char *piece;     /* (owned) (nullable) the title of the piece where it stands */
  char *uri;       /* (owned) (nullable) of a clause */
  char *before;    /* (owned) (nullable) its words, a paragraph a line */
  char *after;     /* (owned) (nullable) */
  GPtrArray *runs; /* (owned) (nullable) (element-type MlgWordRun) of one that changed */
} MlgPassage;

GPtrArray *mlg_template_compare (MlgTemplate *before, MlgTemplate *after);
GPtrArray *mlg_template_compare_both (MlgTemplate *base, MlgTemplate *mine, MlgTemplate *newer);
guint mlg_template_count_changed (GPtrArray *passages);

G_END_DECLS
