/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-template.h"

G_BEGIN_DECLS

MlgTemplate *
mlg_template_merge (MlgTemplate *mine, MlgTemplate *newer, GHashTable *kept, GError **error);

G_END_DECLS
