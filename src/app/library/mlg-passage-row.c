/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-passage-row.h"

#include <glib/gi18n-lib.h>

#include "mlg-passage-more.h"

/* A passage of a template to read: a heading, words, a criterion, or a clause as a card with what is for
 * the drafter behind a button. */
struct _MlgPassageRow
{
  GtkWidget parent_instance;
  MlgTenderPassage *passage; /* (owned) (nullable) */

  GtkWidget *card;
  GtkLabel *title;
  GtkLabel *tags;
  GtkLabel *condition;
  GtkLabel *body;
  GtkWidget *buttons;
  GtkToggleButton *more_button;
  GtkWidget *open_button;
  GtkWidget *out_button;
  GtkLabel *more;
};

G_DEFINE_FINAL_TYPE (MlgPassageRow, mlg_passage_row, GTK_TYPE_WIDGET)

static const char *const looks[] = { "piece", "heading", "words", "criterion", "clause" };

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
show_more (MlgPassageRow *self)
{
  const MlgReadingItem *item = mlg_tender_passage_get (self->passage);
  gboolean open = mlg_tender_passage_is_open (self->passage);
  g_autofree char *more = open ? mlg_passage_write_more (item) : NULL;

  gtk_label_set_markup (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), more != NULL && *more != '\0');
}

static void
on_more_toggled (MlgPassageRow *self)
{
  if (self->passage == NULL)
    return;
  mlg_tender_passage_set_open (self->passage, gtk_toggle_button_get_active (self->more_button));
  show_more (self);
}

static char *
write_condition (const MlgReadingItem *item)
{
  if (item->left_out)
    return item->condition != NULL
               /* Translators: %s is a condition. */
               ? g_strdup_printf (_ ("Left out by the answers: it is there if %s"), item->condition)
               : g_strdup (_ ("Left out by the answers"));
  /* Translators: %s is a condition. */
  return item->condition != NULL ? g_strdup_printf (_ ("If %s"), item->condition) : NULL;
}

static void
name_button (GtkWidget *button, const char *format_result)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  format_result, -1);
}

static void
fit_buttons (MlgPassageRow *self, const MlgReadingItem *item)
{
  gboolean clause = item->kind == MLG_READING_CLAUSE;
  g_autofree char *out = NULL;
  g_autofree char *open = NULL;
  g_autofree char *more = NULL;

  gtk_widget_set_visible (self->buttons, clause);
  if (!clause)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->more), FALSE);
      return;
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s",
                                    item->uri != NULL ? item->uri : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->out_button), "s",
                                    item->uri != NULL ? item->uri : "");
  gtk_toggle_button_set_active (self->more_button, mlg_tender_passage_is_open (self->passage));
  out = g_strdup_printf (_ ("Take Out “%s”"), item->title);
  open = g_strdup_printf (_ ("Open “%s”"), item->title);
  more = g_strdup_printf (_ ("More about “%s”"), item->title);
  name_button (self->out_button, out);
  name_button (self->open_button, open);
  name_button (GTK_WIDGET (self->more_button), more);
  show_more (self);
}

static void
fit_look (MlgPassageRow *self, const MlgReadingItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[item->kind]);
  if (item->kind == MLG_READING_CLAUSE)
    gtk_widget_add_css_class (self->card, "card");
  else
    gtk_widget_remove_css_class (self->card, "card");
  gtk_widget_set_opacity (self->card, item->left_out ? 0.55 : 1);
  gtk_widget_set_margin_start (
      self->card, item->kind == MLG_READING_CRITERION ? (int) (MIN (item->level, 4) - 1) * 18 : 0);
}

static void
update (MlgPassageRow *self)
{
  const MlgReadingItem *item = mlg_tender_passage_get (self->passage);
  g_autofree char *tags = mlg_tender_passage_write_tags (self->passage);
  g_autofree char *condition = write_condition (item);

  fit_look (self, item);
  set_text (self->title, item->title);
  set_text (self->tags, tags);
  set_text (self->condition, condition);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->condition), item->expression);
  gtk_label_set_markup (self->body, item->markup != NULL ? item->markup : "");
  gtk_widget_set_visible (GTK_WIDGET (self->body), item->markup != NULL && *item->markup != '\0');
  fit_buttons (self, item);
}

static void
mlg_passage_row_dispose (GObject *object)
{
  MlgPassageRow *self = MLG_PASSAGE_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->passage);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_passage_row_parent_class)->dispose (object);
}

static void
mlg_passage_row_class_init (MlgPassageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_passage_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "passagerow");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-passage-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, card);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, tags);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, condition);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, body);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, more_button);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, out_button);
  gtk_widget_class_bind_template_child (widget_class, MlgPassageRow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_toggled);
}

static void
mlg_passage_row_init (MlgPassageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_passage_row_new:
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_passage_row_new (void)
{
  return g_object_new (MLG_TYPE_PASSAGE_ROW, NULL);
}

/**
 * mlg_passage_row_set_passage:
 * @passage: (nullable) (transfer none): what is shown
 */
void
mlg_passage_row_set_passage (MlgPassageRow *self, MlgTenderPassage *passage)
{
  g_return_if_fail (MLG_IS_PASSAGE_ROW (self));

  if (g_set_object (&self->passage, passage) && passage != NULL)
    update (self);
}
