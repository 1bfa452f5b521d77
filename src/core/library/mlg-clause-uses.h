/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** One place where a clause stands. */
typedef struct
{
  gint64 use;
  gint64 template;
  gint64 piece;
  char *template_title; /* (owned) */
  char *piece_title;    /* (owned) */
  guint kept;           /* the older wording that the template holds on to; 0 when it follows */
} MlgClauseUsage;

/** One wording of a clause. */
typedef struct
{
  guint revision;
  char *
      until; /* (owned) (nullable) the day on which the next one took its place; none for that of now */
  char *text;        /* (owned) its words: text, and what is for the drafter, a paragraph a line */
  guint n_templates; /* how many have it */
} MlgClauseWording;

GPtrArray *mlg_clause_list_uses (MlgConnection *db, gint64 clause, GError **error);
GPtrArray *mlg_clause_list_wordings (MlgConnection *db, gint64 clause, GError **error);
gboolean mlg_clause_use_keep (MlgConnection *db, gint64 use, guint revision, GError **error);
gboolean mlg_clause_follow_everywhere (MlgConnection *db, gint64 clause, GError **error);

G_END_DECLS
