/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-card-fields.h"

G_BEGIN_DECLS

gboolean mlg_card_split_name (const char *name, char **given, char **family);
void mlg_card_read_name (MlgCard *c, MlgRecord *person);

G_END_DECLS
