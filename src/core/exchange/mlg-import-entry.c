/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-entry.h"

#include "members/mlg-body.h"
#include "members/mlg-function.h"

/**
 * mlg_import_function_new:
 *
 * Returns: (transfer full): a function of which nothing is said yet
 */
MlgImportFunction *
mlg_import_function_new (void)
{
  MlgImportFunction *self = g_new (MlgImportFunction, 1);

  self->function = mlg_record_new (&mlg_function_kind);
  self->body = mlg_record_new (&mlg_body_kind);
  return self;
}

/**
 * mlg_import_function_free:
 * @function: (transfer full): a function of a row
 *
 * Frees what a row says of a person's work.
 */
void
mlg_import_function_free (MlgImportFunction *self)
{
  g_object_unref (self->function);
  g_object_unref (self->body);
  g_free (self);
}

/**
 * mlg_import_text_free:
 * @text: (transfer full): a reference that a row gives in words
 *
 * Frees a reference that was given in words, once it has been looked up.
 */
void
mlg_import_text_free (MlgImportText *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * mlg_import_entry_new:
 * @record: (transfer full): a body or a person
 *
 * Returns: (transfer full): an entry without functions
 */
MlgImportEntry *
mlg_import_entry_new (MlgRecord *record, int line)
{
  MlgImportEntry *self = g_new0 (MlgImportEntry, 1);

  self->record = record;
  self->line = line;
  return self;
}

/**
 * mlg_import_entry_free:
 * @entry: (transfer full): what a row says
 *
 * Frees what one row or card says: the record, its functions, groups and custom values.
 */
void
mlg_import_entry_free (MlgImportEntry *self)
{
  g_object_unref (self->record);
  g_clear_pointer (&self->functions, g_ptr_array_unref);
  g_strfreev (self->groups);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_free (self);
}
