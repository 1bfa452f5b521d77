/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-xml.h"
#include "library/mlg-clause.h"

G_BEGIN_DECLS

/* Clauses as elements of templates, and back.
 *
 * The lines of a clause's sources are texts of law, each with how far it is sure before it:
 *   secondary: Code de la commande publique, article L. 2111-1
 * and those of its labels are what each must prove, with the label's code before it:
 *   eu-ecolabel: écotoxicité et biodégradabilité des produits */

void mlg_clause_take_xml (MlgRecord *clause, const xmlNode *element);
void mlg_clause_append_xml (MlgRecord *clause, const char *place, GString *fragment);
char *mlg_clause_dup_content (MlgRecord *clause);
gboolean mlg_clause_take_content (MlgRecord *clause, const char *content, GError **error);

G_END_DECLS
