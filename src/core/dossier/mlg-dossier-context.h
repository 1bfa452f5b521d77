/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "../mlg-issue.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgDossierLetters:
 *
 * To whom convocations are written.
 */
typedef enum
{
  MLG_DOSSIER_LETTER_TO_ALL, /* one letter, to nobody in particular */
  MLG_DOSSIER_LETTER_PER_BODY,
  MLG_DOSSIER_LETTER_PER_PERSON
} MlgDossierLetters;

gboolean mlg_dossier_add_law_of (MlgConnection *db,
                                 xmlDoc *context,
                                 MlgIssueList *issues,
                                 GCancellable *cancellable,
                                 GError **error);
xmlDoc *mlg_dossier_make_context (MlgConnection *db,
                                  gint64 meeting,
                                  MlgIssueList *issues,
                                  GCancellable *cancellable,
                                  GError **error);
xmlDoc *mlg_dossier_address_letters (xmlDoc *context, MlgDossierLetters letters);
const xmlNode *mlg_dossier_find_element (xmlDoc *context, const char *element, const char *name);
const char *mlg_dossier_find_text (xmlDoc *context, const char *element, const char *name);

G_END_DECLS
