/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgDossierPart:
 *
 * Where a paper stands in a dossier: each part is a piece of the template "dossier", which has its title
 * and says what it is for.
 */
typedef enum
{
  MLG_DOSSIER_COVER,
  MLG_DOSSIER_SENT,        /* to those who are invited */
  MLG_DOSSIER_FACILITATOR, /* to whoever leads the meeting, and to nobody else */
  MLG_DOSSIER_HANDED_OUT,  /* on the day, to those who are there */
  MLG_DOSSIER_AFTERWARDS,
  MLG_DOSSIER_N_PARTS
} MlgDossierPart;

/**
 * MlgDossierPaper:
 *
 * A paper of a dossier, and for which meetings it is made.
 */
typedef struct
{
  const char *name;     /* of its files */
  const char *template; /* one of mlg_shipped_template_list() */
  MlgDossierPart part;
  const char *kinds;  /* (nullable) codes of mlg_meeting_types with spaces; NULL for all */
  const char *states; /* (nullable) codes of mlg_meeting_states with spaces; NULL for all */
} MlgDossierPaper;

const MlgDossierPaper *mlg_dossier_paper_find (const char *name);
GPtrArray *mlg_dossier_list_papers (const char *kind, const char *state);

G_END_DECLS
