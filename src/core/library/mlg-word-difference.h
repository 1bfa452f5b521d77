/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What became of words between two texts. */
typedef enum
{
  MLG_WORDS_KEPT,
  MLG_WORDS_REMOVED,
  MLG_WORDS_ADDED,
} MlgWordsFate;

/** Words that follow each other with the same fate; a line end stands as "\n" between paragraphs. */
typedef struct
{
  MlgWordsFate fate;
  char *text; /* (owned) */
} MlgWordRun;

GPtrArray *mlg_word_difference (const char *before, const char *after);

G_END_DECLS
