/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-connection.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

/**
 * MlgReadingKind:
 * @MLG_READING_PIECE: the title of a piece, or of what stands before the pieces
 * @MLG_READING_HEADING: the heading of a section
 * @MLG_READING_TEXT: words that stand in no clause
 * @MLG_READING_CRITERION: an award criterion
 * @MLG_READING_CLAUSE: a clause
 */
typedef enum
{
  MLG_READING_PIECE,
  MLG_READING_HEADING,
  MLG_READING_TEXT,
  MLG_READING_CRITERION,
  MLG_READING_CLAUSE,
} MlgReadingKind;

/** A passage of a template as people read it. Markup is Pango's. */
typedef struct
{
  MlgReadingKind kind;
  guint level; /* of a heading or criterion, from 1 */
  int line;    /* where it begins in the XML of the template, as results of a check name places */
  gboolean left_out; /* the answers leave it out of the text */
  char *title;       /* (owned) (nullable) */
  char *markup;      /* (owned) (nullable) the text */
  char *condition;   /* (owned) (nullable) when it is in the text, for people */
  char *expression;  /* (owned) (nullable) the same as the template has it */

  char *role; /* (owned) (nullable) of a piece, a code of mlg_piece_roles */

  /* Of a clause. */
  char *uri;          /* (owned) (nullable) */
  char *place;        /* (owned) (nullable) the first identifier in it */
  char *phase;        /* (owned) (nullable) a code of mlg_clause_phases */
  char *ambition;     /* (owned) (nullable) a code of mlg_ambitions */
  char *dimension;    /* (owned) (nullable) codes of mlg_dimensions, separated by spaces */
  char *reliability;  /* (owned) (nullable) a code of mlg_reliabilities */
  char *link;         /* (owned) (nullable) */
  char *proof;        /* (owned) (nullable) */
  char *sanction;     /* (owned) (nullable) */
  char *why;          /* (owned) (nullable) */
  char *vigilance;    /* (owned) (nullable) */
  char *checked;      /* (owned) (nullable) */
  char *related;      /* (owned) (nullable) titles of clauses, one a line */
  GPtrArray *sources; /* (owned) (nullable) (element-type MlgReadingSource) */
} MlgReadingItem;

/** A text that a clause rests on. */
typedef struct
{
  char *text;       /* (owned) */
  char *confidence; /* (owned) (nullable) text, secondary or to-check */
} MlgReadingSource;

GPtrArray *mlg_reading_new (MlgTemplate *template, MlgAnswers *answers, GError **error);
char *mlg_reading_write_clause (MlgConnection *db, gint64 clause, GError **error);
char *mlg_reading_write_condition (MlgTemplate *template, const char *test);
void mlg_reading_write_flow (MlgTemplate *template,
                             MlgAnswers *answers,
                             const xmlNode *parent,
                             const char *without,
                             GString *markup);
void mlg_reading_write_block (MlgTemplate *template,
                              MlgAnswers *answers,
                              const xmlNode *block,
                              GString *markup);
const char *mlg_reading_confidence_get_title (const char *confidence);

G_END_DECLS
