/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-backup.h"

G_BEGIN_DECLS

GtkWidget *mlg_backup_row_new (const MlgBackup *backup);

G_END_DECLS
