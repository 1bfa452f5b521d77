/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "template/mlg-answers.h"

G_BEGIN_DECLS

/** Pieces all together in one document, each on a new page. */
#define MLG_FILL_ALL_PIECES G_MAXUINT

/** Elements that a filled document may have, some 5,000 pages: a template cannot make one without end. */
#define MLG_FILL_MAX_NODES 500000

MlgDocument *mlg_fill (MlgTemplate *template,
                       MlgAnswers *answers,
                       xmlDoc *context,
                       guint piece,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error);
GStrv mlg_fill_list_missing (MlgTemplate *template, MlgAnswers *answers);

G_END_DECLS
