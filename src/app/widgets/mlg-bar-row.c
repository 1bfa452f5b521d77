/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-bar-row.h"

/* A line of a bar chart: what it is, a bar, a figure. */
struct _MlgBarRow
{
  AdwActionRow parent_instance;
  GtkLevelBar *bar;
  GtkLabel *figure;
};

G_DEFINE_FINAL_TYPE (MlgBarRow, mlg_bar_row, ADW_TYPE_ACTION_ROW)

static void
mlg_bar_row_class_init (MlgBarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-bar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgBarRow, bar);
  gtk_widget_class_bind_template_child (widget_class, MlgBarRow, figure);
}

static void
mlg_bar_row_init (MlgBarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The colours of a level bar tell good from bad; here there is only more and less. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

/**
 * mlg_bar_row_new:
 * @title: what it is, plain text
 * @subtitle: (nullable): more of it, plain text
 * @fraction: the length of the bar, 0 to 1; negative for no bar
 * @figure: (nullable): what the bar stands for: "12", "34 %"
 *
 * Returns: (transfer floating): a row for a list box
 */
MlgBarRow *
mlg_bar_row_new (const char *title, const char *subtitle, double fraction, const char *figure)
{
  MlgBarRow *self = g_object_new (MLG_TYPE_BAR_ROW, NULL);
  g_autofree char *plain = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : g_strdup ("");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), plain);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), fraction >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->figure), figure != NULL);
  if (fraction < 0 || figure == NULL)
    return self;
  gtk_level_bar_set_value (self->bar, MIN (fraction, 1));
  gtk_label_set_label (self->figure, figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, figure, -1);
  return self;
}
