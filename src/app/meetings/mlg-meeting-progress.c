/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-progress.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"

/* The agenda on the day: which item is dealt with, which are closed, and the way to each ("hold.go",
 * "hold.close"). */
struct _MlgMeetingProgress
{
  AdwPreferencesGroup parent_instance;
  GPtrArray *rows; /* (owned) of GtkWidget (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgMeetingProgress, mlg_meeting_progress, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_closed (MlgRecord *item)
{
  return g_strcmp0 (mlg_record_get_text (item, MLG_AGENDA_ITEM_STATE), "closed") == 0;
}

static GtkWidget *
make_closed_button (MlgRecord *item)
{
  GtkWidget *button = gtk_toggle_button_new ();
  const char *label = is_closed (item) ? _ ("Dealt With: Open It Again") : _ ("Open: Close It");

  gtk_button_set_icon_name (GTK_BUTTON (button), "object-select-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), is_closed (item));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", mlg_record_get_id (item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hold.close");
  return button;
}

static GtkWidget *
make_row (const MlgAgendaReading *reading, guint i, gboolean current)
{
  const MlgAgendaTime *time = mlg_agenda_reading_get (reading, i);
  g_autofree char *clock = mlg_agenda_reading_write_clock (time);
  g_autofree char *line = mlg_agenda_reading_write_line (reading, i);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (clock);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 mlg_record_get_text (time->item, MLG_AGENDA_ITEM_TITLE));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), label);
  if (current)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (C_ ("agenda item", "Now")));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_closed_button (time->item));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", mlg_record_get_id (time->item));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "hold.go");
  return row;
}

static void
add_row (MlgMeetingProgress *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_message (MlgMeetingProgress *self, const char *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "dim-label");
  add_row (self, row);
}

static void
mlg_meeting_progress_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_MEETING_PROGRESS (object)->rows);
  G_OBJECT_CLASS (mlg_meeting_progress_parent_class)->finalize (object);
}

static void
mlg_meeting_progress_class_init (MlgMeetingProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_progress_finalize;
}

static void
mlg_meeting_progress_init (MlgMeetingProgress *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * mlg_meeting_progress_show:
 * @reading: (nullable): the agenda
 * @current: the place of the item that is dealt with; -1 for none
 * @error: (nullable): why there is none
 */
void
mlg_meeting_progress_show (MlgMeetingProgress *self,
                           const MlgAgendaReading *reading,
                           int current,
                           const GError *error)
{
  g_autofree char *summary = reading != NULL ? mlg_agenda_reading_write_summary (reading) : NULL;

  g_return_if_fail (MLG_IS_MEETING_PROGRESS (self));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), summary);
  for (guint i = 0; reading != NULL && i < reading->agenda->times->len; i++)
    add_row (self, make_row (reading, i, (int) i == current));
  if (error != NULL)
    add_message (self, error->message);
  else if (self->rows->len == 0)
    add_message (self, _ ("The agenda is empty"));
}
