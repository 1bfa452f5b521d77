/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-card-fields.h"

G_BEGIN_DECLS

void mlg_card_read_name (MlgCard *c, MlgRecord *person);

G_END_DECLS
