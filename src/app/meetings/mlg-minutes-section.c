/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-minutes-section.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "mlg-meeting-commit.h"
#include "mlg-outcome-list.h"
#include "widgets/mlg-field-row.h"

/* The minutes of one item of the agenda: what was said, and what came out of it. */
struct _MlgMinutesSection
{
  GtkWidget parent_instance;
  MlgRecord *item; /* (owned) (nullable) the same for as long as it is shown */
  AdwPreferencesGroup *group;
  MlgFieldRow *report_row;
  MlgFieldRow *state_row;
  MlgOutcomeList *outcomes;
};

G_DEFINE_FINAL_TYPE (MlgMinutesSection, mlg_minutes_section, GTK_TYPE_WIDGET)

static void
mlg_minutes_section_dispose (GObject *object)
{
  MlgMinutesSection *self = MLG_MINUTES_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (mlg_minutes_section_parent_class)->dispose (object);
}

static void
mlg_minutes_section_class_init (MlgMinutesSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_minutes_section_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static MlgFieldRow *
add_field (MlgMinutesSection *self, const char *field)
{
  GtkWidget *row = g_object_new (MLG_TYPE_FIELD_ROW, "field", field, "essential", TRUE, NULL);

  adw_preferences_group_add (self->group, row);
  return MLG_FIELD_ROW (row);
}

static void
mlg_minutes_section_init (MlgMinutesSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->report_row = add_field (self, "report");
  self->state_row = add_field (self, "state");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * mlg_minutes_section_new:
 * @store: (transfer none): where the minutes are; it must outlive the section
 *
 * Returns: (transfer floating): a section that shows nothing yet
 */
GtkWidget *
mlg_minutes_section_new (MlgStore *store)
{
  MlgMinutesSection *self = g_object_new (MLG_TYPE_MINUTES_SECTION, NULL);
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self));

  mlg_field_row_set_store (self->report_row, store);
  mlg_field_row_set_store (self->state_row, store);
  mlg_field_row_set_commit (self->report_row, mlg_meeting_commit);
  mlg_field_row_set_commit (self->state_row, mlg_meeting_commit);
  self->outcomes = MLG_OUTCOME_LIST (mlg_outcome_list_new (store));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->outcomes));
  return GTK_WIDGET (self);
}

static void
show_item (MlgMinutesSection *self, MlgRecord *item)
{
  if (self->item == NULL)
    {
      self->item = mlg_record_copy (item);
      mlg_field_row_set_record (self->report_row, self->item);
      mlg_field_row_set_record (self->state_row, self->item);
    }
  else if (!mlg_record_equal (self->item, item))
    mlg_record_assign (self->item, item);
}

/**
 * mlg_minutes_section_show:
 * @item: (nullable): the item, the same each time; %NULL for what belongs to none
 * @entries: (element-type MlgRegisterEntry): what came out of it
 *
 * Shows the minutes as they are now. What is being written stays.
 */
void
mlg_minutes_section_show (MlgMinutesSection *self, MlgRecord *item, GPtrArray *entries)
{
  g_autofree char *title = NULL;

  g_return_if_fail (MLG_IS_MINUTES_SECTION (self));

  title = g_markup_escape_text (item != NULL ? mlg_record_get_text (item, MLG_AGENDA_ITEM_TITLE)
                                             : _ ("On the Whole Meeting"),
                                -1);
  adw_preferences_group_set_title (self->group, title);
  gtk_widget_set_visible (GTK_WIDGET (self->report_row), item != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->state_row), item != NULL);
  if (item != NULL)
    show_item (self, item);
  mlg_outcome_list_show (self->outcomes, entries, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL || entries->len > 0);
}
