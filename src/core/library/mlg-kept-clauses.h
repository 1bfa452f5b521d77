/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-answers.h"

G_BEGIN_DECLS

/* Called with a clause element of a template and the title of its piece. */
typedef void (*MlgKeptClause) (const xmlNode *clause, const char *piece, gpointer data);

gboolean
mlg_kept_clauses_foreach (MlgAnswers *answers, MlgKeptClause func, gpointer data, GError **error);

G_END_DECLS
