/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compared-row.h"

#include <glib/gi18n-lib.h>

#include "mlg-difference-view.h"

/* A passage that differs, both wordings of it, and for a draft the choice between them. */
struct _MlgComparedRow
{
  GtkWidget parent_instance;
  MlgComparedPassage *passage; /* (owned) (nullable) */
  gboolean chooses;

  GtkLabel *title;
  GtkLabel *place;
  MlgDifferenceView *difference;
  GtkCheckButton *take_check;
};

G_DEFINE_FINAL_TYPE (MlgComparedRow, mlg_compared_row, GTK_TYPE_WIDGET)

static void
on_take_toggled (MlgComparedRow *self)
{
  if (self->passage != NULL)
    mlg_compared_passage_set_taken (self->passage, gtk_check_button_get_active (self->take_check));
}

static void
mlg_compared_row_dispose (GObject *object)
{
  MlgComparedRow *self = MLG_COMPARED_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->passage);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_compared_row_parent_class)->dispose (object);
}

static void
mlg_compared_row_class_init (MlgComparedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_compared_row_dispose;
  g_type_ensure (MLG_TYPE_DIFFERENCE_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-compared-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgComparedRow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgComparedRow, place);
  gtk_widget_class_bind_template_child (widget_class, MlgComparedRow, difference);
  gtk_widget_class_bind_template_child (widget_class, MlgComparedRow, take_check);
  gtk_widget_class_bind_template_callback (widget_class, on_take_toggled);
}

static void
mlg_compared_row_init (MlgComparedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_compared_row_new:
 * @room: an object whose property "narrow" says whether wordings stand below each other
 * @chooses: whether one may take or leave each passage
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_compared_row_new (GObject *room, gboolean chooses)
{
  MlgComparedRow *self = g_object_new (MLG_TYPE_COMPARED_ROW, NULL);

  self->chooses = chooses;
  g_object_bind_property (room, "narrow", self->difference, "stacked", G_BINDING_SYNC_CREATE);
  return GTK_WIDGET (self);
}

static char *
write_place (MlgComparedPassage *passage, gboolean chooses)
{
  const char *what = chooses ? mlg_compared_passage_get_author_title (passage)
                             : mlg_compared_passage_get_fate_title (passage);
  const char *piece = mlg_compared_passage_get (passage)->piece;

  /* Translators: what became of a passage, and the piece where it stands. */
  return piece != NULL ? g_strdup_printf (_ ("%s · %s"), what, piece) : g_strdup (what);
}

static void
name_check (MlgComparedRow *self, const MlgPassage *what)
{
  const char *label = what->fate == MLG_PASSAGE_REMOVED ? _ ("Take it out of the draft")
                      : what->fate == MLG_PASSAGE_ADDED ? _ ("Add it to the draft")
                                                        : _ ("Take the newer text");
  /* Translators: what is done with a passage, and its title. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), label, what->title);

  gtk_check_button_set_label (self->take_check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take_check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/**
 * mlg_compared_row_set_passage:
 * @passage: (nullable) (transfer none): what is shown
 */
void
mlg_compared_row_set_passage (MlgComparedRow *self, MlgComparedPassage *passage)
{
  const MlgPassage *what;
  g_autofree char *place = NULL;

  g_return_if_fail (MLG_IS_COMPARED_ROW (self));

  g_clear_object (&self->passage);
  if (passage == NULL)
    return;
  what = mlg_compared_passage_get (passage);
  place = write_place (passage, self->chooses);
  gtk_label_set_text (self->title, what->title);
  gtk_label_set_text (self->place, place);
  mlg_difference_view_set_texts (self->difference, what->before, what->after, what->runs);
  gtk_widget_set_visible (GTK_WIDGET (self->take_check), self->chooses);
  name_check (self, what);
  gtk_check_button_set_active (self->take_check, mlg_compared_passage_is_taken (passage));
  self->passage = g_object_ref (passage);
}
