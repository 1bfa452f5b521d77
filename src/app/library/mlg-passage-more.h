/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-reading.h"

G_BEGIN_DECLS

char *mlg_passage_write_more (const MlgReadingItem *item);

G_END_DECLS
