/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-questionnaire-paper.h"

G_BEGIN_DECLS

void mlg_tally_report_put_figures (MlgDocument *document, const MlgTallyReport *report);

G_END_DECLS
