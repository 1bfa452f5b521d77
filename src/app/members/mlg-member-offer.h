/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "members/mlg-directory-work.h"
#include "store/mlg-store.h"

G_BEGIN_DECLS

/**
 * MlgMemberOffer:
 * @title: (owned): what would be added
 * @subtitle: (owned): what tells it from others
 * @entries: (owned) (element-type MlgDirectoryEntry): the bodies; empty for one that is in no directory
 * @body: the body that is there already; 0 when it is new
 *
 * Something that can be added to the members while one types. It never changes.
 */
typedef struct
{
  char *title;
  char *subtitle;
  GPtrArray *entries;
  gint64 body;
} MlgMemberOffer;

void mlg_member_offer_unref (gpointer offer);
gpointer mlg_member_offer_read (MlgConnection *db, gpointer words, GError **error);
void mlg_member_offer_add (GtkWidget *widget, MlgMemberOffer *offer, const char *status);

G_END_DECLS
