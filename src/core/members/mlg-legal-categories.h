/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-code-list.h"

G_BEGIN_DECLS

extern const MlgCodeList mlg_legal_categories;

char *mlg_legal_category_clean (const char *text);

G_END_DECLS
