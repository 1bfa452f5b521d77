/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *mlg_clause_guess_role (const char *title);
const char *mlg_clause_guess_phase (const char *title, const char *text, const char *role);
char *mlg_clause_guess_dimension (const char *title, const char *text);

G_END_DECLS
