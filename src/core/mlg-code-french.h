/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** A title of a code in English, and in French. */
typedef struct
{
  const char *english;
  const char *french;
} MlgFrenchTitle;

extern const MlgFrenchTitle mlg_french_titles[]; /* in the order of the bytes of the English ones */
extern const unsigned mlg_n_french_titles;

const char *mlg_code_french_find (const char *english);
const char *mlg_code_french_find_synonym (const char *list, const char *simple);
char *mlg_code_french_simplify (const char *title);

G_END_DECLS
