/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-issue.h"
#include "store/mlg-connection.h"
#include "template/mlg-template.h"

G_BEGIN_DECLS

/**
 * MlgLibraryMode:
 * @MLG_LIBRARY_ADD: what is in the library already is left as it is
 * @MLG_LIBRARY_MERGE: a later revision takes the place of an earlier one; where the same revision has other
 *   words, those of the library stay, and it is told
 * @MLG_LIBRARY_REPLACE: the files have the last word
 *
 * What becomes of templates and clauses that are in the library already. Whatever the mode, a template that
 * is written has the words of its file: a wording that is not the library's own is kept for that template.
 */
typedef enum
{
  MLG_LIBRARY_ADD,
  MLG_LIBRARY_MERGE,
  MLG_LIBRARY_REPLACE,
} MlgLibraryMode;

/** What became of a template or a clause of a file. */
typedef enum
{
  MLG_LIBRARY_ADDED,
  MLG_LIBRARY_MERGED,
  MLG_LIBRARY_REPLACED,
  MLG_LIBRARY_UNCHANGED, /* the library has the same */
  MLG_LIBRARY_SKIPPED,   /* the library's own stays */
  MLG_LIBRARY_N_FATES,
} MlgLibraryFate;

/** One of them. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static: of templates or of clauses */
  MlgLibraryFate fate;
  gint64 id;    /* in the library; after a preview it leads nowhere for what was added */
  char *title;  /* (owned) */
  char *file;   /* (owned) (nullable) */
  guint ours;   /* the revision in the library before; 0 for none */
  guint theirs; /* the revision of the file */
  char *before; /* (owned) (nullable) the words in the library before, when they differ */
  char *after;  /* (owned) (nullable) the words of the file, when they differ */
  gboolean
      holds; /* of a clause: the template holds on to its file's wording beside the library's */
} MlgLibraryChange;

typedef struct _MlgLibraryImport MlgLibraryImport;

MlgLibraryImport *mlg_library_import_new (MlgConnection *db, MlgLibraryMode mode);
void mlg_library_import_free (MlgLibraryImport *self);
gboolean mlg_library_import_template (MlgLibraryImport *self,
                                      MlgTemplate *template,
                                      const char *file,
                                      MlgIssueList *issues,
                                      GError **error);
GPtrArray *mlg_library_import_get_changes (MlgLibraryImport *self);
guint mlg_library_import_count (MlgLibraryImport *self, const MlgKind *kind, MlgLibraryFate fate);

const char *mlg_library_fate_get_title (MlgLibraryFate fate);
const char *mlg_library_fate_to_nick (MlgLibraryFate fate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgLibraryImport, mlg_library_import_free)

G_END_DECLS
