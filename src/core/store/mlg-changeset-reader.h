/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changeset.h"

G_BEGIN_DECLS

/**
 * MlgChangesetType:
 *
 * What a changeset says of a column. These are the bytes of its format.
 */
typedef enum
{
  MLG_CHANGESET_UNDEFINED = 0, /* not told: the column of an update that is as it was */
  MLG_CHANGESET_INTEGER = 1,
  MLG_CHANGESET_REAL = 2,
  MLG_CHANGESET_TEXT = 3,
  MLG_CHANGESET_BLOB = 4,
  MLG_CHANGESET_NULL = 5,
} MlgChangesetType;

typedef struct
{
  MlgChangesetType type;
  const char *bytes; /* (unowned) in the changeset; a text is not ended by NUL */
  gsize size;
} MlgChangesetValue;

/**
 * MlgChangesetReader:
 *
 * One change after another.
 */
typedef struct
{
  const char *table; /* (unowned) in the changeset: the same pointer for all changes of a table */
  guint n_columns;
  int operation;              /* SQLITE_INSERT, SQLITE_UPDATE or SQLITE_DELETE */
  gint64 id;                  /* of the row */
  MlgChangesetValue *old_row; /* (owned) not told for an insertion */
  MlgChangesetValue *new_row; /* (owned) not told for a removal */
  gboolean damaged;           /* the end is not where it should be */
  gsize header_at;            /* where the description of the table begins, and */
  gsize header_size;          /* how many bytes it has */
  gsize change_at;            /* where this change begins; it ends at @at */

  const guint8 *data; /* (unowned) */
  gsize size, at;
  int last_operation; /* the one before in this table; else 0 */
  guint n_allocated;
} MlgChangesetReader;

void mlg_changeset_reader_init (MlgChangesetReader *self, MlgChangeset *changeset);
gboolean mlg_changeset_reader_next (MlgChangesetReader *self);
void mlg_changeset_reader_clear (MlgChangesetReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgChangesetReader, mlg_changeset_reader_clear)

gint64 mlg_changeset_value_get_integer (const MlgChangesetValue *value);
void mlg_changeset_value_append (const MlgChangesetValue *value, GString *text);

G_END_DECLS
