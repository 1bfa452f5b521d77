/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-vcard.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/** A function that a row or a card gives to its person. */
typedef struct
{
  MlgRecord *function; /* (owned) without its person and its body */
  MlgRecord *body;     /* (owned) what is said of the body: its name, its numbers */
} MlgImportFunction;

MlgImportFunction *mlg_import_function_new (void);
void mlg_import_function_free (MlgImportFunction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportFunction, mlg_import_function_free)

/** What a cell says of another record, or of a custom field, until it can be looked up. */
typedef struct
{
  MlgRecord *record; /* (unowned) of the entry: the one that refers */
  guint field;       /* of @record */
  gint64 custom;     /* the id of a custom field; else 0 */
  char *text;        /* (owned) */
  int line;
  int column; /* from 1 */
} MlgImportText;

void mlg_import_text_free (MlgImportText *self);

/** What a row of a table, or a card, says: a body, or a person with functions. */
typedef struct
{
  MlgRecord *record;    /* (owned) a body or a person, not stored yet */
  GPtrArray *functions; /* (owned) (nullable) of MlgImportFunction */
  GStrv groups;         /* (owned) (nullable) names of groups that it is in */
  GPtrArray *texts;     /* (owned) (nullable) of MlgImportText */
  gint64 id;            /* that of the record, when the file comes from this network; else 0 */
  int line;             /* of the file */
} MlgImportEntry;

MlgImportEntry *mlg_import_entry_new (MlgRecord *record, int line);
void mlg_import_entry_free (MlgImportEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgImportEntry, mlg_import_entry_free)

MlgImportEntry *
mlg_import_entry_from_card (const MlgVcard *card, const char *file, MlgIssueList *issues);

G_END_DECLS
