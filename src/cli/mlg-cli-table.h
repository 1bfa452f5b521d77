/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void mlg_cli_table_add (GPtrArray *rows, const char *cell, ...) G_GNUC_NULL_TERMINATED;
void mlg_cli_table_print (GPtrArray *rows);

G_END_DECLS
