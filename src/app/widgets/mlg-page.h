/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/mlg-store.h"

G_BEGIN_DECLS

#define MLG_TYPE_PAGE (mlg_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MlgPage, mlg_page, MLG, PAGE, GtkWidget)

/**
 * MlgPageClass:
 * @name: the room's name in settings: "members"
 * @title: the room's name on screen, marked N_()
 * @icon_name: its icon
 * @counted: (nullable): the records whose number stands beside its name
 * @build: (nullable): makes what is in it, once, before somebody first looks
 * @search: (nullable): puts the cursor where one searches in this room
 * @show_record: (nullable): shows a record; %FALSE when it belongs to another room
 * @is_shown: (nullable): the person has come to this room: what waited may be loaded
 *
 * A room on screen. Its child fills it; its template is bound to a #MlgPage:store that never changes:
 * another file is another page.
 */
struct _MlgPageClass
{
  GtkWidgetClass parent_class;

  const char *name;       /* (unowned) static */
  const char *title;      /* (unowned) static */
  const char *icon_name;  /* (unowned) static */
  const MlgKind *counted; /* (unowned) (nullable) static */

  void (*build) (MlgPage *self);
  void (*search) (MlgPage *self);
  gboolean (*show_record) (MlgPage *self, const MlgKind *kind, gint64 id);
  void (*is_shown) (MlgPage *self);
};

const char *mlg_page_get_name (MlgPage *self);
const char *mlg_page_get_title (MlgPage *self);
const char *mlg_page_get_icon_name (MlgPage *self);
MlgStore *mlg_page_get_store (MlgPage *self);
const char *mlg_page_get_badge (MlgPage *self);
void mlg_page_set_badge (MlgPage *self, const char *badge);
gboolean mlg_page_is_collapsed (MlgPage *self);

void mlg_page_search (MlgPage *self);
gboolean mlg_page_show_record (MlgPage *self, const MlgKind *kind, gint64 id);
void mlg_page_is_shown (MlgPage *self);

G_END_DECLS
