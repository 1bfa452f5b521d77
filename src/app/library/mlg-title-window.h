/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "mlg-code-list.h"
#include "widgets/mlg-host.h"

G_BEGIN_DECLS

#define MLG_TYPE_TITLE_WINDOW (mlg_title_window_get_type ())
G_DECLARE_FINAL_TYPE (MlgTitleWindow, mlg_title_window, MLG, TITLE_WINDOW, AdwWindow)

GtkWidget *mlg_title_window_new (MlgHost *host, const char *heading, const char *agree);
void mlg_title_window_ask_title (MlgTitleWindow *self, const char *label, const char *text);
void mlg_title_window_ask_code (MlgTitleWindow *self,
                                const char *label,
                                const MlgCodeList *codes,
                                const char *code);
void mlg_title_window_ask_record (MlgTitleWindow *self, const char *label, const MlgKind *kind);

G_END_DECLS
