/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-dossier-folder.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

/**
 * MlgDossierAnnex:
 *
 * A document that is attached to a meeting.
 */
typedef struct
{
  gint64 id;    /* of the #MlgMeetingDocument */
  char *title;  /* (owned) */
  char *file;   /* (owned) (nullable) where it is in the folder; %NULL for what is only linked to */
  char *link;   /* (owned) (nullable) */
  char *digest; /* (owned) the same as long as it is the same document */
} MlgDossierAnnex;

GPtrArray *mlg_dossier_list_annexes (MlgConnection *db, gint64 meeting, GError **error);
gboolean mlg_dossier_save_annexes (MlgConnection *db,
                                   GPtrArray *annexes,
                                   MlgDossierFolder *folder,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
