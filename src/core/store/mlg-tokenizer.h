/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _MlgTokenizerAhead MlgTokenizerAhead;

MlgTokenizerAhead *mlg_tokenizer_ahead_new (sqlite3 *handle, const char *texts, gsize size);
void mlg_tokenizer_ahead_free (MlgTokenizerAhead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTokenizerAhead, mlg_tokenizer_ahead_free)

gboolean mlg_tokenizer_register (sqlite3 *handle, GError **error);

G_END_DECLS
