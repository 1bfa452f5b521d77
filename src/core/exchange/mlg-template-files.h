/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-library-import.h"

G_BEGIN_DECLS

/** A file on its way into the library. */
typedef struct
{
  char *path;      /* (owned) */
  char *name;      /* (owned) as people know it */
  GBytes *bytes;   /* (owned) (nullable) of a bundle: what it holds of this name */
  GStrv languages; /* (owned) (nullable) of a notice that is in several */
  char *language;  /* (owned) (nullable) the one that is wanted; NULL for the first */
  char *refusal;   /* (owned) (nullable) why nothing of it can be taken: where, and what to do */
  MlgIssueList *issues; /* (owned) what was left aside in it */
} MlgTemplateFile;

/** Templates (XML), notices of public procurement (eForms) and documents, taken into the library together. */
typedef struct _MlgTemplateFiles MlgTemplateFiles;

MlgTemplateFiles *mlg_template_files_new (void);
MlgTemplateFiles *mlg_template_files_ref (MlgTemplateFiles *self);
void mlg_template_files_unref (MlgTemplateFiles *self);
void mlg_template_files_add (MlgTemplateFiles *self, const char *path);
void mlg_template_files_set_mode (MlgTemplateFiles *self, MlgLibraryMode mode);
void mlg_template_files_set_language (MlgTemplateFiles *self, guint file, const char *language);
GPtrArray *mlg_template_files_get (MlgTemplateFiles *self);
GPtrArray *mlg_template_files_get_changes (MlgTemplateFiles *self);
guint mlg_template_files_count (MlgTemplateFiles *self, const MlgKind *kind, MlgLibraryFate fate);
gboolean mlg_template_files_try (MlgTemplateFiles *self, MlgConnection *db, GError **error);
gboolean mlg_template_files_write (MlgTemplateFiles *self, MlgConnection *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgTemplateFiles, mlg_template_files_unref)

G_END_DECLS
