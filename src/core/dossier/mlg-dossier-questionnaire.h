/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "store/mlg-connection.h"

G_BEGIN_DECLS

/** Themes on the form: beyond, nobody ranks them. */
#define MLG_DOSSIER_MAX_THEMES 10

gboolean mlg_dossier_add_questionnaire (MlgConnection *db,
                                        gint64 meeting,
                                        xmlNode *parent,
                                        const char *day,
                                        const char *address,
                                        GError **error);

G_END_DECLS
