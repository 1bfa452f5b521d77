/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "themes/mlg-questionnaire-paper.h"

G_BEGIN_DECLS

MlgDocument *mlg_theme_paper_make_form (MlgConnection *db,
                                        const MlgForm *form,
                                        gint64 body,
                                        const char *paper,
                                        GStrv *missing,
                                        MlgIssueList *issues,
                                        GCancellable *cancellable,
                                        GError **error);
MlgDocument *mlg_theme_paper_make_report (MlgConnection *db,
                                          const MlgTallyReport *report,
                                          GStrv *missing,
                                          MlgIssueList *issues,
                                          GCancellable *cancellable,
                                          GError **error);

G_END_DECLS
