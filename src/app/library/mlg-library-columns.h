/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-record-table.h"

G_BEGIN_DECLS

/** The lists of the library, in the order of their tabs. */
typedef enum
{
  MLG_LIBRARY_TEMPLATES,
  MLG_LIBRARY_CLAUSES,
  MLG_LIBRARY_DRAFTS,
  MLG_LIBRARY_SHEETS,
  MLG_LIBRARY_N_LISTS,
} MlgLibraryList;

const MlgTableKind *mlg_library_list_get_table (MlgLibraryList list);
const char *mlg_library_list_get_name (MlgLibraryList list);
MlgLibraryList mlg_library_list_find (const MlgKind *kind);

G_END_DECLS
