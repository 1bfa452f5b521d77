/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "mlg-issue.h"

G_BEGIN_DECLS

/** A RELAX NG grammar, compiled once and shared by all threads until the program ends. */
typedef struct _MlgGrammar MlgGrammar;

const MlgGrammar *mlg_grammar_get (const char *resource_path);
gboolean
mlg_grammar_validate (const MlgGrammar *self, xmlDoc *doc, const char *file, MlgIssueList *issues);

G_END_DECLS
