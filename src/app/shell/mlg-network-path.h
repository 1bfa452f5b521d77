/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mlg_network_path_get_documents (void);
char *mlg_network_path_propose (const char *folder, const char *name);
char *mlg_network_path_complete (const char *path);
char *mlg_network_path_dup_title (const char *path);

G_END_DECLS
