/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgStoreError:
 * @MLG_STORE_ERROR_FAILED: anything without a better code
 * @MLG_STORE_ERROR_MISSING: there is no such file, or no such record
 * @MLG_STORE_ERROR_NOT_DATABASE: the file is not an SQLite database
 * @MLG_STORE_ERROR_FOREIGN: an SQLite database of another program
 * @MLG_STORE_ERROR_NEWER: written by a newer Maillage
 * @MLG_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @MLG_STORE_ERROR_FULL: the disk is full
 * @MLG_STORE_ERROR_LOCKED: another Maillage has the file open for writing
 * @MLG_STORE_ERROR_CORRUPT: the file is damaged: restore a backup
 * @MLG_STORE_ERROR_CONSTRAINT: a value that the schema refuses
 * @MLG_STORE_ERROR_CONFLICT: what is to be undone has changed since
 * @MLG_STORE_ERROR_EXISTS: a file is already there
 * @MLG_STORE_ERROR_INVALID: a value that the record's description refuses
 *
 * What can go wrong in the store, told apart by what the caller can do about it. Cancelling is
 * %G_IO_ERROR_CANCELLED, as everywhere.
 */
typedef enum
{
  MLG_STORE_ERROR_FAILED,
  MLG_STORE_ERROR_MISSING,
  MLG_STORE_ERROR_NOT_DATABASE,
  MLG_STORE_ERROR_FOREIGN,
  MLG_STORE_ERROR_NEWER,
  MLG_STORE_ERROR_READ_ONLY,
  MLG_STORE_ERROR_FULL,
  MLG_STORE_ERROR_LOCKED,
  MLG_STORE_ERROR_CORRUPT,
  MLG_STORE_ERROR_CONSTRAINT,
  MLG_STORE_ERROR_CONFLICT,
  MLG_STORE_ERROR_EXISTS,
  MLG_STORE_ERROR_INVALID,
} MlgStoreError;

#define MLG_STORE_ERROR (mlg_store_error_quark ())
GQuark mlg_store_error_quark (void);

G_END_DECLS
