/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/mlg-host.h"

G_BEGIN_DECLS

void mlg_preferences_show (MlgHost *host, GSettings *settings, MlgStore *store);

G_END_DECLS
