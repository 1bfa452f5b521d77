/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "../mlg-issue.h"
#include "document/mlg-document.h"
#include "store/mlg-connection.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

xmlDoc *mlg_theme_context_new (MlgConnection *db, GError **error);
xmlNode *mlg_theme_context_add (xmlNode *parent, const char *name, const char *text);
MlgDocument *mlg_theme_context_fill (xmlDoc *context,
                                     MlgTemplate *template,
                                     GStrv *missing,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
