/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "dossier/mlg-dossier-annexes.h"
#include "dossier/mlg-dossier-context.h"
#include "dossier/mlg-dossier-paper.h"

G_BEGIN_DECLS

/**
 * MlgDossierSheet:
 *
 * A paper of a dossier, filled.
 */
typedef struct
{
  const MlgDossierPaper *paper; /* (unowned) static */
  char *title;                  /* (owned) what stands over it */
  char *summary;                /* (owned) what it is, in a sentence */
  MlgDocument *document;        /* (owned) as it is bound */
  MlgDocument *letters; /* (owned) (nullable) its own file, when it is not the same: a letter
                                   for each addressee */
} MlgDossierSheet;

/** What was written the last time: see mlg-dossier-version.h. */
typedef struct _MlgDossierVersion MlgDossierVersion;

/**
 * MlgDossier:
 *
 * All the papers of a meeting, filled.
 */
typedef struct
{
  gint64 meeting;
  char *title;        /* (owned) of the meeting */
  guint version;      /* from 1; another one when a paper says something else than the last time */
  GPtrArray *lacks;   /* (owned) (element-type MlgMeetingLack) what is missing, the worst first */
  GStrv gaps;         /* (owned) what required fields have nothing, each once */
  GPtrArray *sheets;  /* (owned) (element-type MlgDossierSheet) in the order of binding */
  GPtrArray *annexes; /* (owned) (element-type MlgDossierAnnex) the documents attached */
  MlgDocument *bound; /* (owned) all in one */
} MlgDossier;

MlgDossier *mlg_dossier_make (MlgConnection *db,
                              gint64 meeting,
                              MlgDossierLetters letters,
                              const MlgDossierVersion *before,
                              MlgIssueList *issues,
                              GCancellable *cancellable,
                              GError **error);
MlgDocument *mlg_dossier_make_bound (MlgConnection *db,
                                     gint64 meeting,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);
MlgDocument *mlg_dossier_make_paper (MlgConnection *db,
                                     gint64 meeting,
                                     const char *name,
                                     GStrv *gaps,
                                     MlgIssueList *issues,
                                     GCancellable *cancellable,
                                     GError **error);
void mlg_dossier_free (MlgDossier *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgDossier, mlg_dossier_free)

G_END_DECLS
