/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mlg-record.h"

G_BEGIN_DECLS

char *mlg_body_text_code (MlgRecord *body, guint field);
char *mlg_body_text_kind (MlgRecord *body, guint field);
char *mlg_body_text_identifier (MlgRecord *body, guint field);
char *mlg_body_text_since (MlgRecord *body, guint field);
char *mlg_body_text_place (MlgRecord *body, guint field);
char *mlg_body_text_line (MlgRecord *body);
char *mlg_body_text_population (gint64 population);

G_END_DECLS
