/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-follow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-agenda-item.h"
#include "meetings/mlg-meeting-rules.h"
#include "meetings/mlg-meeting.h"
#include "meetings/mlg-minutes-version.h"
#include "meetings/mlg-outcome.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-follow-reading.h"
#include "mlg-meeting-hearing.h"
#include "mlg-meeting-making.h"
#include "mlg-meeting-state-row.h"
#include "mlg-meeting-training.h"
#include "mlg-minutes-section.h"
#include "mlg-note-taker.h"
#include "mlg-outcome-list.h"
#include "mlg-paper-writer.h"
#include "widgets/mlg-live-read.h"

/* The tab of what remains after the meeting: its minutes item by item, their state and their versions, what
 * earlier meetings left open, and the next meeting, to which what is open goes on; for hearings and
 * trainings, what only they have.
 *
 * How it is used by #MlgMeetingDetails, its only owner: as told on #MlgMeetingHold, by
 * mlg_meeting_follow_set_store() once and mlg_meeting_follow_set_meeting() for each meeting. */
struct _MlgMeetingFollow
{
  GtkWidget parent_instance;
  MlgStore *store;         /* (unowned) (nullable) it outlives the page */
  MlgLiveRead *reading;    /* (owned) (nullable) of MlgFollowReading */
  MlgRecord *meeting;      /* (owned) (nullable) */
  MlgPaperWriter *writer;  /* (owned) */
  GHashTable *sections;    /* (owned) (element-type gint64 MlgMinutesSection) by item */
  GPtrArray *version_rows; /* (owned) of GtkWidget (owned by the widget tree) */

  MlgMeetingStateRow *state_row;
  AdwExpanderRow *versions_row;
  GtkWidget *next_row;
  GtkEditable *next_entry;
  GtkLabel *error_label;
  GtkWidget *carried_group;
  MlgOutcomeList *carried;
  GtkBox *sections_box;
  MlgMinutesSection *whole;
  GtkWidget *note_group;
  MlgNoteTaker *note_taker;
  MlgMeetingHearing *hearing;
  MlgMeetingTraining *training;
};

G_DEFINE_FINAL_TYPE (MlgMeetingFollow, mlg_meeting_follow, GTK_TYPE_WIDGET)

static const MlgFollowReading *
get_reading (MlgMeetingFollow *self)
{
  return mlg_live_read_get_result (self->reading);
}

static MlgMinutesSection *
get_section (MlgMeetingFollow *self, gint64 item)
{
  GtkWidget *section = g_hash_table_lookup (self->sections, &item);

  if (section == NULL)
    {
      section = mlg_minutes_section_new (self->store);
      gtk_box_append (self->sections_box, section);
      g_hash_table_insert (self->sections, g_memdup2 (&item, sizeof item), section);
    }
  return MLG_MINUTES_SECTION (section);
}

/* Those of items that are gone, or of another meeting. */
static void
remove_sections (MlgMeetingFollow *self, const MlgFollowReading *reading)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id, section;

  for (guint i = 0; reading != NULL && i < reading->items->len; i++)
    {
      gint64 item = mlg_record_get_id (reading->items->pdata[i]);

      g_array_append_val (ids, item);
    }
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (kept, &g_array_index (ids, gint64, i));
  g_hash_table_iter_init (&iter, self->sections);
  while (g_hash_table_iter_next (&iter, &id, &section))
    if (!g_hash_table_contains (kept, id))
      {
        gtk_box_remove (self->sections_box, section);
        g_hash_table_iter_remove (&iter);
      }
}

static void
show_sections (MlgMeetingFollow *self, const MlgFollowReading *reading)
{
  GtkWidget *before = NULL;
  g_autoptr (GPtrArray) others = mlg_follow_reading_list_of (reading, 0);

  for (guint i = 0; i < reading->items->len; i++)
    {
      MlgRecord *item = reading->items->pdata[i];
      MlgMinutesSection *section = get_section (self, mlg_record_get_id (item));
      g_autoptr (GPtrArray) entries =
          mlg_follow_reading_list_of (reading, mlg_record_get_id (item));

      mlg_minutes_section_show (section, item, entries);
      gtk_box_reorder_child_after (self->sections_box, GTK_WIDGET (section), before);
      before = GTK_WIDGET (section);
    }
  mlg_minutes_section_show (self->whole, NULL, others);
}

static void
on_version_clicked (MlgMeetingFollow *self, GtkWidget *button)
{
  const MlgFollowReading *reading = get_reading (self);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  guint i;

  if (reading != NULL && g_ptr_array_find (self->version_rows, row, &i)
      && i < reading->versions->len)
    mlg_paper_writer_ask_version (self->writer, self->meeting, reading->versions->pdata[i]);
}

/* "Reopened on 3 March 2026: a name was wrong" */
static char *
write_reopening (MlgRecord *version)
{
  g_autofree char *on = mlg_record_dup_display (version, MLG_MINUTES_VERSION_REOPENED_ON);
  const char *reason = mlg_record_get_text (version, MLG_MINUTES_VERSION_REASON);

  if (on == NULL || *on == '\0')
    return g_strdup (_ ("In force"));
  /* Translators: a date and the reason. */
  return g_strdup_printf (_ ("Reopened on %s: %s"), on, reason != NULL ? reason : "");
}

static GtkWidget *
make_version_row (MlgMeetingFollow *self, MlgRecord *version)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Write…"));
  g_autofree char *on = mlg_record_dup_display (version, MLG_MINUTES_VERSION_MADE_ON);
  g_autofree char *reopening = write_reopening (version);
  g_autofree char *title =
      /* Translators: the number of a version and the date of its approval. */
      g_strdup_printf (_ ("Version %d, approved on %s"),
                       (int) mlg_record_get_integer (version, MLG_MINUTES_VERSION_NUMBER), on);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), reopening);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_version_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_versions (MlgMeetingFollow *self, GPtrArray *versions)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%'u version was approved", "%'u versions were approved", versions->len),
      versions->len);

  for (guint i = 0; i < self->version_rows->len; i++)
    adw_expander_row_remove (self->versions_row, self->version_rows->pdata[i]);
  g_ptr_array_set_size (self->version_rows, 0);
  adw_expander_row_set_subtitle (self->versions_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->versions_row), versions->len > 0);
  for (guint i = 0; i < versions->len; i++)
    {
      GtkWidget *row = make_version_row (self, versions->pdata[i]);

      adw_expander_row_add_row (self->versions_row, row);
      g_ptr_array_add (self->version_rows, row);
    }
}

static void
on_read (MlgMeetingFollow *self)
{
  const MlgFollowReading *reading = get_reading (self);
  const GError *error = mlg_live_read_get_error (self->reading);

  gtk_label_set_text (self->error_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  remove_sections (self, reading);
  if (reading == NULL)
    return;
  show_sections (self, reading);
  show_versions (self, reading->versions);
  mlg_outcome_list_show (self->carried, reading->carried, TRUE);
  gtk_widget_set_visible (self->carried_group, reading->carried->len > 0);
}

static gboolean
is_of_type (MlgMeetingFollow *self, const char *type)
{
  return self->meeting != NULL
         && g_strcmp0 (mlg_record_get_text (self->meeting, MLG_MEETING_TYPE), type) == 0;
}

/* What depends on the meeting itself. */
static void
fit (MlgMeetingFollow *self)
{
  gboolean writable = self->meeting != NULL && mlg_store_is_writable (self->store);
  const char *state =
      self->meeting != NULL ? mlg_record_get_text (self->meeting, MLG_MEETING_STATE) : NULL;
  gboolean followed = self->meeting != NULL
                      && (!mlg_record_is_null (self->meeting, MLG_MEETING_SERIES)
                          || !mlg_record_is_null (self->meeting, MLG_MEETING_GRP));
  gint64 id = self->meeting != NULL ? mlg_record_get_id (self->meeting) : 0;

  gtk_widget_set_visible (self->next_row, followed && writable);
  gtk_widget_set_visible (self->note_group,
                          writable && mlg_meeting_state_allows (state, MLG_MEETING_REPORT));
  mlg_note_taker_set_place (self->note_taker, id, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->hearing), is_of_type (self, "hearing"));
  gtk_widget_set_visible (GTK_WIDGET (self->training), is_of_type (self, "training"));
  mlg_meeting_hearing_set_meeting (self->hearing, is_of_type (self, "hearing") ? id : 0);
  mlg_meeting_training_set_meeting (self->training,
                                    is_of_type (self, "training") ? self->meeting : NULL);
}

static void
on_write (MlgMeetingFollow *self)
{
  if (self->meeting != NULL)
    mlg_paper_writer_ask_minutes (self->writer, self->meeting);
}

static void
on_next (MlgMeetingFollow *self)
{
  const char *day = gtk_editable_get_text (self->next_entry);

  if (self->meeting == NULL)
    return;
  mlg_meeting_making_next (GTK_WIDGET (self), self->meeting, *day != '\0' ? day : NULL);
  gtk_editable_set_text (self->next_entry, "");
}

static void
forget_meeting (MlgMeetingFollow *self)
{
  if (self->meeting != NULL)
    g_signal_handlers_disconnect_by_func (self->meeting, fit, self);
  g_clear_object (&self->meeting);
}

static void
mlg_meeting_follow_dispose (GObject *object)
{
  MlgMeetingFollow *self = MLG_MEETING_FOLLOW_UP (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  g_clear_object (&self->writer);
  forget_meeting (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_follow_parent_class)->dispose (object);
}

static void
mlg_meeting_follow_finalize (GObject *object)
{
  MlgMeetingFollow *self = MLG_MEETING_FOLLOW_UP (object);

  g_hash_table_unref (self->sections);
  g_ptr_array_unref (self->version_rows);
  G_OBJECT_CLASS (mlg_meeting_follow_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_MEETING_STATE_ROW);
  g_type_ensure (MLG_TYPE_OUTCOME_LIST);
  g_type_ensure (MLG_TYPE_NOTE_TAKER);
  g_type_ensure (MLG_TYPE_MEETING_HEARING);
  g_type_ensure (MLG_TYPE_MEETING_TRAINING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-follow.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, state_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, versions_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, next_row);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, next_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, error_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, carried_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, carried);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, sections_box);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, note_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, note_taker);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, hearing);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingFollow, training);
  gtk_widget_class_bind_template_callback (widget_class, on_write);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
}

static void
mlg_meeting_follow_class_init (MlgMeetingFollowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_follow_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_meeting_follow_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
mlg_meeting_follow_init (MlgMeetingFollow *self)
{
  self->sections = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->version_rows = g_ptr_array_new ();
  self->writer = mlg_paper_writer_new (GTK_WIDGET (self));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_follow_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the tab
 *
 * To be called once.
 */
void
mlg_meeting_follow_set_store (MlgMeetingFollow *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_outcome_kind,
                                          &mlg_agenda_item_kind,
                                          &mlg_minutes_version_kind,
                                          &mlg_function_kind,
                                          &mlg_person_kind,
                                          &mlg_body_kind,
                                          NULL };

  g_return_if_fail (MLG_IS_MEETING_FOLLOW_UP (self));

  self->store = store;
  mlg_meeting_state_row_set_store (self->state_row, store);
  mlg_outcome_list_set_store (self->carried, store);
  mlg_meeting_hearing_set_store (self->hearing, store);
  mlg_meeting_training_set_store (self->training, store);
  self->whole = MLG_MINUTES_SECTION (mlg_minutes_section_new (store));
  gtk_widget_set_visible (GTK_WIDGET (self->whole), FALSE);
  gtk_box_append (self->sections_box, GTK_WIDGET (self->whole));
  self->reading = mlg_live_read_new (store, kinds, mlg_follow_reading_load,
                                     (GDestroyNotify) mlg_follow_reading_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_follow_set_meeting:
 * @meeting: (nullable) (transfer none): the meeting that is shown, kept up to date by its owner
 */
void
mlg_meeting_follow_set_meeting (MlgMeetingFollow *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_FOLLOW_UP (self));

  forget_meeting (self);
  if (meeting != NULL)
    {
      self->meeting = g_object_ref (meeting);
      g_signal_connect_object (meeting, "notify", G_CALLBACK (fit), self, G_CONNECT_SWAPPED);
    }
  mlg_meeting_state_row_set_meeting (self->state_row, meeting);
  mlg_live_read_ask_id (self->reading, meeting != NULL ? mlg_record_get_id (meeting) : 0);
  fit (self);
}
