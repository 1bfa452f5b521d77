/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library/mlg-template-parts.h"
#include "store/mlg-connection.h"

G_BEGIN_DECLS

gboolean mlg_template_parts_link (MlgConnection *db, MlgTemplateParts *parts, GError **error);

G_END_DECLS
