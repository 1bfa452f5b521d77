/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-hold-private.h"

#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-item-lapse.h"
#include "meetings/mlg-meeting-document.h"
#include "meetings/mlg-meeting-register.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-meeting-commit.h"
#include "mlg-meeting-keys.h"

G_DEFINE_FINAL_TYPE (MlgMeetingHold, mlg_meeting_hold, GTK_TYPE_WIDGET)

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static const MlgAgendaReading *
get_reading (MlgMeetingHold *self)
{
  return self->agenda != NULL ? mlg_live_read_get_result (self->agenda) : NULL;
}

/* How the meeting that is shown goes on. */
static const MlgMeetingRun *
get_run (MlgMeetingHold *self)
{
  const MlgMeetingRun *run = self->run != NULL ? mlg_live_read_get_result (self->run) : NULL;

  return run != NULL ? run : self->none;
}

static gboolean
is_running (MlgMeetingHold *self)
{
  return mlg_meeting_run_is_running (get_run (self));
}

static const char *
get_state (MlgMeetingHold *self)
{
  return self->meeting != NULL ? mlg_record_get_text (self->meeting, MLG_MEETING_STATE) : NULL;
}

static MlgMeetingPace
measure (MlgMeetingHold *self, gint64 now)
{
  const MlgAgendaReading *reading = get_reading (self);
  MlgMeetingPace none = { .current = -1 };
  gint64 starts;

  if (reading == NULL || self->meeting == NULL || reading->agenda->times->len == 0)
    return none;
  starts = mlg_meeting_find_start (mlg_record_get_text (self->meeting, MLG_MEETING_STARTS),
                                   mlg_record_get_text (self->meeting, MLG_MEETING_TIME_ZONE));
  return mlg_meeting_run_measure (get_run (self), reading->agenda, starts, now);
}

void
mlg_meeting_hold_show_time (MlgMeetingHold *self)
{
  gint64 now = get_now ();
  MlgMeetingPace pace = measure (self, now);
  gboolean started = pace.elapsed > 0 || is_running (self);

  mlg_meeting_stage_show (self->stage, get_reading (self), &pace, started, now);
  if (self->window != NULL)
    mlg_meeting_stage_show (mlg_meeting_day_window_get_stage (self->window), get_reading (self),
                            &pace, started, now);
}

int
mlg_meeting_hold_get_current (MlgMeetingHold *self)
{
  return measure (self, get_now ()).current;
}

MlgRecord *
mlg_meeting_hold_get_item (MlgMeetingHold *self, int i)
{
  const MlgAgendaReading *reading = get_reading (self);

  return reading != NULL && i >= 0 && i < (int) reading->agenda->times->len
             ? mlg_agenda_reading_get (reading, (guint) i)->item
             : NULL;
}

/* Notes belong to what is dealt with; before and after, to the meeting. */
static void
show_notes (MlgMeetingHold *self)
{
  GPtrArray *all = self->outcomes != NULL ? mlg_live_read_get_result (self->outcomes) : NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  gint64 item = is_running (self) ? mlg_meeting_run_get_item (get_run (self)) : 0;

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      MlgRegisterEntry *entry = all->pdata[i];

      if (mlg_record_get_integer (entry->outcome, MLG_OUTCOME_ITEM) == item)
        g_ptr_array_add (shown, entry);
    }
  mlg_outcome_list_show (self->notes, shown, FALSE);
}

/* The same item keeps its record, so that what is being written stays. */
static void
show_item (MlgMeetingHold *self)
{
  MlgRecord *item = mlg_meeting_hold_get_item (self, mlg_meeting_hold_get_current (self));

  if (item == NULL || self->item == NULL
      || mlg_record_get_id (item) != mlg_record_get_id (self->item))
    {
      g_clear_object (&self->item);
      self->item = item != NULL ? mlg_record_copy (item) : NULL;
      mlg_field_row_set_record (self->report_row, self->item);
      mlg_field_row_set_record (self->private_row, self->item);
    }
  else if (!mlg_record_equal (item, self->item))
    mlg_record_assign (self->item, item);
  gtk_widget_set_visible (self->item_group, item != NULL);
}

void
mlg_meeting_hold_place_notes (MlgMeetingHold *self)
{
  gint64 meeting = self->meeting != NULL ? mlg_record_get_id (self->meeting) : 0;
  gint64 item = is_running (self) ? mlg_meeting_run_get_item (get_run (self)) : 0;

  mlg_note_taker_set_place (self->note_taker, meeting, item);
  if (self->window != NULL)
    mlg_note_taker_set_place (mlg_meeting_day_window_get_note_taker (self->window), meeting, item);
}

static void
update_actions (MlgMeetingHold *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean running = is_running (self);
  gboolean may = self->meeting != NULL && self->writable
                 && mlg_meeting_state_allows (get_state (self), MLG_MEETING_REPORT);

  gtk_widget_action_set_enabled (widget, "hold.start", may && !running);
  gtk_widget_action_set_enabled (widget, "hold.next", may && running);
  gtk_widget_action_set_enabled (widget, "hold.previous", may && running);
  gtk_widget_action_set_enabled (widget, "hold.end", may && running);
  gtk_widget_action_set_enabled (widget, "hold.go", may && running);
  gtk_widget_action_set_enabled (widget, "hold.close", may);
  gtk_widget_action_set_enabled (widget, "hold.note", may);
  gtk_widget_set_visible (self->start_button, !running);
  gtk_widget_set_visible (self->running_box, running);
  gtk_widget_set_visible (self->notes_group, may);
}

static void
show_agenda (MlgMeetingHold *self)
{
  mlg_meeting_progress_show (self->progress, get_reading (self),
                             mlg_meeting_hold_get_current (self),
                             mlg_live_read_get_error (self->agenda));
}

/* All that depends on what is dealt with. */
void
mlg_meeting_hold_show_all (MlgMeetingHold *self)
{
  if (self->agenda == NULL)
    return;
  update_actions (self);
  mlg_meeting_hold_place_notes (self);
  mlg_meeting_hold_show_time (self);
  show_item (self);
  show_notes (self);
  show_agenda (self);
}

static gboolean
on_tick (gpointer data)
{
  mlg_meeting_hold_show_time (data);
  return G_SOURCE_CONTINUE;
}

static void
mlg_meeting_hold_map (GtkWidget *widget)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (widget);

  GTK_WIDGET_CLASS (mlg_meeting_hold_parent_class)->map (widget);
  mlg_meeting_hold_show_time (self);
  self->ticking = g_timeout_add_seconds (1, on_tick, self);
}

static void
mlg_meeting_hold_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&MLG_MEETING_HOLD (widget)->ticking, g_source_remove);
  mlg_meeting_hold_close_window (MLG_MEETING_HOLD (widget));
  GTK_WIDGET_CLASS (mlg_meeting_hold_parent_class)->unmap (widget);
}

static gpointer
read_outcomes (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_register_list_outcomes (db, *(gint64 *) id, error);
}

static gpointer
read_run (MlgConnection *db, gpointer id, GError **error)
{
  return mlg_meeting_run_load (db, *(gint64 *) id, error);
}

static void
forget_meeting (MlgMeetingHold *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, mlg_meeting_hold_show_all, self);
  g_clear_object (&self->meeting);
}

static void
mlg_meeting_hold_dispose (GObject *object)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->ticking, g_source_remove);
  mlg_meeting_hold_close_window (self);
  forget_meeting (self);
  g_clear_object (&self->agenda);
  g_clear_object (&self->outcomes);
  g_clear_object (&self->run);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (mlg_meeting_hold_parent_class)->dispose (object);
}

static void
mlg_meeting_hold_finalize (GObject *object)
{
  MlgMeetingHold *self = MLG_MEETING_HOLD (object);

  mlg_meeting_run_free (self->none);
  G_OBJECT_CLASS (mlg_meeting_hold_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_MEETING_PROGRESS);
  g_type_ensure (MLG_TYPE_MEETING_STAGE);
  g_type_ensure (MLG_TYPE_NOTE_TAKER);
  g_type_ensure (MLG_TYPE_OUTCOME_LIST);
  g_type_ensure (MLG_TYPE_MEETING_ATTENDANCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-hold.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, stage);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, start_button);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, running_box);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, notes_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, note_taker);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, notes);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, item_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, report_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, private_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, attendance);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHold, progress);
}

static void
mlg_meeting_hold_class_init (MlgMeetingHoldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_hold_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_hold_finalize;
  widget_class->map = mlg_meeting_hold_map;
  widget_class->unmap = mlg_meeting_hold_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
  mlg_meeting_hold_install_actions (widget_class);
}

static void
mlg_meeting_hold_init (MlgMeetingHold *self)
{
  self->none = mlg_meeting_run_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_meeting_keys_add (GTK_WIDGET (self), GTK_WIDGET (self));
}

/**
 * mlg_meeting_hold_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the tab
 *
 * To be called once.
 */
void
mlg_meeting_hold_set_store (MlgMeetingHold *self, MlgStore *store)
{
  static const MlgKind *const agenda[] = { &mlg_meeting_kind,
                                           &mlg_agenda_item_kind,
                                           &mlg_meeting_document_kind,
                                           &mlg_function_kind,
                                           &mlg_person_kind,
                                           &mlg_body_kind,
                                           NULL };
  static const MlgKind *const outcomes[] = { &mlg_outcome_kind, NULL };
  static const MlgKind *const lapses[] = { &mlg_item_lapse_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_HOLD (self));

  self->writable = mlg_store_is_writable (store);
  mlg_outcome_list_set_store (self->notes, store);
  mlg_field_row_set_store (self->report_row, store);
  mlg_field_row_set_commit (self->report_row, mlg_meeting_commit);
  mlg_field_row_set_store (self->private_row, store);
  mlg_field_row_set_commit (self->private_row, mlg_meeting_commit);
  mlg_meeting_attendance_set_store (self->attendance, store);
  self->agenda = mlg_live_read_new (store, agenda, mlg_agenda_reading_load,
                                    (GDestroyNotify) mlg_agenda_reading_free);
  g_signal_connect_object (self->agenda, "done", G_CALLBACK (mlg_meeting_hold_show_all), self,
                           G_CONNECT_SWAPPED);
  self->outcomes =
      mlg_live_read_new (store, outcomes, read_outcomes, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->outcomes, "done", G_CALLBACK (show_notes), self,
                           G_CONNECT_SWAPPED);
  self->run = mlg_live_read_new (store, lapses, read_run, (GDestroyNotify) mlg_meeting_run_free);
  g_signal_connect_object (self->run, "done", G_CALLBACK (mlg_meeting_hold_show_all), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_hold_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_hold_set_meeting (MlgMeetingHold *self, MlgRecord *meeting)
{
  gint64 id = meeting != NULL ? mlg_record_get_id (meeting) : 0;

  g_return_if_fail (MLG_IS_MEETING_HOLD (self));

  mlg_meeting_hold_close_window (self);
  forget_meeting (self);
  if (meeting != NULL)
    {
      self->meeting = g_object_ref (meeting);
      g_signal_connect_object (meeting, "notify::state", G_CALLBACK (mlg_meeting_hold_show_all),
                               self, G_CONNECT_SWAPPED);
    }
  mlg_live_read_ask_id (self->agenda, id);
  mlg_live_read_ask_id (self->outcomes, id);
  mlg_live_read_ask_id (self->run, id);
  mlg_meeting_attendance_set_meeting (self->attendance, id);
  update_actions (self);
}
