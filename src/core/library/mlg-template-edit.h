/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-template-parts.h"
#include "store/mlg-record-sql.h"

G_BEGIN_DECLS

/* The way to write templates, inside an action: earlier revisions are kept. */

gboolean mlg_template_store_record (MlgConnection *db, MlgRecord *record, GError **error);
gint64
mlg_template_store (MlgConnection *db, MlgTemplate *template, const char *note, GError **error);
gint64
mlg_template_duplicate (MlgConnection *db, gint64 template, const char *title, GError **error);
gboolean
mlg_template_set_archived (MlgConnection *db, gint64 template, gboolean archived, GError **error);

gboolean
mlg_template_keep_revision (MlgConnection *db, gint64 template, const char *note, GError **error);
gboolean mlg_template_grow (MlgConnection *db, gint64 template, const char *note, GError **error);
gboolean mlg_template_grow_with_clause (
    MlgConnection *db, gint64 clause, GHashTable *holding, const char *note, GError **error);
gboolean mlg_template_set_family (MlgConnection *db, MlgTemplateParts *parts, GError **error);
gboolean mlg_template_clear_parts (MlgConnection *db, gint64 id, GError **error);
gboolean
mlg_template_write_parts (MlgConnection *db, MlgTemplateParts *parts, gint64 id, GError **error);

G_END_DECLS
