/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-choice-labels.h"

static void
on_label_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer wraps)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps != NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           wraps != NULL ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_label_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_label_factory (gboolean wraps)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_label_setup), GINT_TO_POINTER (wraps));
  g_signal_connect (factory, "bind", G_CALLBACK (on_label_bind), NULL);
  return factory;
}

/**
 * mlg_choice_labels_fit:
 * @list: of strings
 *
 * Shortens long choices where one is chosen, and shows them whole in the list.
 */
void
mlg_choice_labels_fit (GtkDropDown *list)
{
  g_autoptr (GtkListItemFactory) chosen = make_label_factory (FALSE);
  g_autoptr (GtkListItemFactory) listed = make_label_factory (TRUE);

  gtk_drop_down_set_factory (list, chosen);
  gtk_drop_down_set_list_factory (list, listed);
}
