/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mlg_message_show (GtkWidget *widget, const char *heading, const char *body);

/**
 * MlgMessageFunc:
 *
 * The person agreed to what was asked.
 */
typedef void (*MlgMessageFunc) (gpointer data);

void mlg_message_ask (GtkWidget *widget,
                      const char *heading,
                      const char *body,
                      const char *agree,
                      gboolean destructive,
                      MlgMessageFunc func,
                      gpointer data);

G_END_DECLS
