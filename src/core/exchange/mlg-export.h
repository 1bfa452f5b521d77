/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-exchange-error.h"
#include "mlg-vcard.h"
#include "store/mlg-connection.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

GBytes *mlg_export_table (MlgConnection *db,
                          const MlgKind *kind,
                          GArray *ids,
                          const char *const *columns,
                          MlgAudience audience,
                          MlgIssueList *issues,
                          GError **error);
GBytes *mlg_export_cards (MlgConnection *db,
                          const MlgKind *kind,
                          GArray *ids,
                          MlgVcardVersion version,
                          MlgAudience audience,
                          MlgIssueList *issues,
                          GError **error);
char *mlg_export_addresses (MlgConnection *db, GArray *people, guint *n_objecting, GError **error);

G_END_DECLS
