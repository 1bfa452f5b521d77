/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-template.h"

G_BEGIN_DECLS

/* Words found in the texts of a template, and others put in their place. */

/** How words are looked for. */
typedef enum
{
  MLG_FIND_PLAIN = 0,
  MLG_FIND_CASE = 1 << 0,        /* capitals must be the same */
  MLG_FIND_WHOLE_WORDS = 1 << 1, /* not inside longer words */
} MlgFindFlags;

/** A place where they stand. */
typedef struct
{
  char *title;  /* (owned) of the clause, criterion or section, or of the piece around it */
  char *uri;    /* (owned) (nullable) of the clause */
  char *before; /* (owned) some words before, in the same paragraph */
  char *found;  /* (owned) as the text has them */
  char *after;  /* (owned) some words after */
  int line;     /* of the paragraph, in the XML of the template */
} MlgFoundWords;

GPtrArray *mlg_template_find_words (MlgTemplate *template, const char *words, MlgFindFlags flags);
MlgTemplate *mlg_template_replace_words (MlgTemplate *template,
                                         const char *words,
                                         MlgFindFlags flags,
                                         const char *by,
                                         int which,
                                         GError **error);

G_END_DECLS
