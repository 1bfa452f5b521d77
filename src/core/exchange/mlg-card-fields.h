/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-vcard.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/** A card being read: which of its lines were understood. */
typedef struct
{
  const MlgVcard *card; /* (unowned) */
  const char *file;     /* (unowned) for messages */
  MlgIssueList *issues; /* (unowned) */
  gboolean *used;       /* (unowned) a mark for each property */
} MlgCard;

void mlg_card_complain (MlgCard *c, MlgSeverity severity, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
const MlgVcardProperty *mlg_card_get_property (const MlgCard *c, guint i);

/* Groups of lines: %NULL for any, "" for none. */
const MlgVcardProperty *mlg_card_take (MlgCard *c, const char *name, const char *group);
char *mlg_card_take_text (MlgCard *c, const char *name, const char *group);

void mlg_card_set_field (MlgCard *c, MlgRecord *record, guint field, const char *text, int line);
void mlg_card_set_property (MlgCard *c,
                            MlgRecord *record,
                            guint field,
                            const MlgVcardProperty *property);
void mlg_card_take_phone (
    MlgCard *c, MlgRecord *record, guint field, const char *group, gboolean mobile);
void mlg_card_take_address (MlgCard *c, MlgRecord *body);

G_END_DECLS
