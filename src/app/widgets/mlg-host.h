/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_HOST (mlg_host_get_type ())
G_DECLARE_INTERFACE (MlgHost, mlg_host, MLG, HOST, GtkWidget)

/**
 * MlgHostInterface:
 * @get_store: the network file that is open
 * @get_settings: the settings of the application
 * @say: tells something in passing; with @undo, how to take back the action just done
 * @fail: tells that something could not be done, and why
 * @show_record: shows a record in the room where it belongs; %FALSE when no room shows its kind
 *
 * What a widget may ask of the window around it, without knowing the window.
 */
struct _MlgHostInterface
{
  GTypeInterface parent_interface;

  MlgStore *(*get_store) (MlgHost *self);
  GSettings *(*get_settings) (MlgHost *self);
  void (*say) (MlgHost *self, const char *text, gboolean undo);
  void (*fail) (MlgHost *self, const char *heading, const GError *error);
  gboolean (*show_record) (MlgHost *self, const MlgKind *kind, gint64 id);
};

MlgHost *mlg_host_find (GtkWidget *widget);
MlgStore *mlg_host_get_store (MlgHost *self);
GSettings *mlg_host_get_settings (MlgHost *self);
void mlg_host_say (MlgHost *self, const char *text, gboolean undo);
void mlg_host_fail (MlgHost *self, const char *heading, const GError *error);
gboolean mlg_host_show_record (MlgHost *self, const MlgKind *kind, gint64 id);

void mlg_host_act (MlgHost *self,
                   const char *name,
                   MlgActionFunc func,
                   gpointer data,
                   GDestroyNotify free_data,
                   const char *done);

G_END_DECLS
