/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-changeset.h"
#include "mlg-record.h"

G_BEGIN_DECLS

typedef struct _MlgChangesetWriter MlgChangesetWriter;

MlgChangesetWriter *mlg_changeset_writer_new (void);
void mlg_changeset_writer_free (MlgChangesetWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgChangesetWriter, mlg_changeset_writer_free)

gboolean mlg_changeset_writer_can_add (MlgRecord *record);
void mlg_changeset_writer_add (MlgChangesetWriter *self, MlgConnection *db, MlgRecord *record);
GByteArray *mlg_changeset_writer_take_table (MlgChangesetWriter *self);
int mlg_changeset_writer_finish (MlgChangesetWriter *self, int *size, void **data);

G_END_DECLS
