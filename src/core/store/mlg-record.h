/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "../mlg-issue.h"
#include "mlg-kind.h"

G_BEGIN_DECLS

#define MLG_TYPE_RECORD (mlg_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (MlgRecord, mlg_record, MLG, RECORD, GObject)

/**
 * MlgRecordClass:
 * @kind: the description of the records of this class
 * @properties: the property of each field
 *
 * A class of records only names its description: see mlg_record_class_describe().
 */
struct _MlgRecordClass
{
  GObjectClass parent_class;
  const MlgKind *kind;     /* (unowned) static */
  GParamSpec **properties; /* (owned) one for each field; classes are never freed */
};

void mlg_record_class_describe (MlgRecordClass *klass, const MlgKind *kind);

MlgRecord *mlg_record_new (const MlgKind *kind);
MlgRecord *mlg_record_copy (MlgRecord *self);
const MlgKind *mlg_record_get_kind (MlgRecord *self);
gint64 mlg_record_get_id (MlgRecord *self);
void mlg_record_set_id (MlgRecord *self, gint64 id);
char *mlg_record_dup_name (MlgRecord *self);
gboolean mlg_record_is_loaded (MlgRecord *self);

gboolean mlg_record_is_null (MlgRecord *self, guint field);
const char *mlg_record_get_text (MlgRecord *self, guint field);
gint64 mlg_record_get_integer (MlgRecord *self, guint field);
double mlg_record_get_real (MlgRecord *self, guint field);
gboolean mlg_record_get_boolean (MlgRecord *self, guint field);

void mlg_record_copy_value (MlgRecord *self, MlgRecord *source, guint field);
void mlg_record_set_null (MlgRecord *self, guint field);
void mlg_record_set_text (MlgRecord *self, guint field, const char *text);
void mlg_record_set_integer (MlgRecord *self, guint field, gint64 value);
void mlg_record_set_real (MlgRecord *self, guint field, double value);
void mlg_record_set_boolean (MlgRecord *self, guint field, gboolean value);

void mlg_record_assign (MlgRecord *self, MlgRecord *source);
gboolean mlg_record_equal (MlgRecord *self, MlgRecord *other);

char *mlg_record_dup_plain (MlgRecord *self, guint field);
char *mlg_record_dup_display (MlgRecord *self, guint field);
gboolean mlg_record_parse (MlgRecord *self, guint field, const char *text, GError **error);
gboolean mlg_record_validate (MlgRecord *self, MlgIssueList *issues, GError **error);

G_END_DECLS
