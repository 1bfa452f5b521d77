/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-person-details.h"

G_BEGIN_DECLS

void mlg_person_privacy_export (MlgPersonDetails *details);
void mlg_person_privacy_erase (MlgPersonDetails *details);

G_END_DECLS
