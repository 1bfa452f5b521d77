/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mlg_pdf_complete (GByteArray *pdf, const char *language, const GPtrArray *alternatives);

void mlg_pdf_invert_inks (GByteArray *pdf);

G_END_DECLS
