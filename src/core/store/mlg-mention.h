/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-issue.h"
#include "mlg-changes.h"
#include "mlg-connection.h"

G_BEGIN_DECLS

typedef struct _MlgTerms MlgTerms;

MlgTerms *mlg_terms_new (void);
void mlg_terms_free (MlgTerms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTerms, mlg_terms_free)

void mlg_terms_add (MlgTerms *self, const char *text);
void mlg_terms_add_vague (MlgTerms *self, const char *text);
void mlg_terms_add_number (MlgTerms *self, const char *text);
const char *mlg_terms_find (MlgTerms *self, const char *text, gboolean *vague);

gboolean mlg_mention_find (
    MlgConnection *db, MlgTerms *terms, MlgChanges *except, MlgIssueList *found, GError **error);

G_END_DECLS
