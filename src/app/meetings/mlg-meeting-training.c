/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-training.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-invite.h"
#include "meetings/mlg-training-topic.h"
#include "mlg-meeting-commit.h"
#include "mlg-meeting-parts.h"
#include "mlg-paper-writer.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"

/* What only trainings have: what they are about, who teaches it, and the certificates of those who came. */
struct _MlgMeetingTraining
{
  GtkWidget parent_instance;
  MlgStore *store;        /* (unowned) (nullable) it outlives the page */
  MlgRecord *meeting;     /* (owned) (nullable) */
  MlgLiveRead *reading;   /* (owned) (nullable) of TrainingReading */
  MlgPaperWriter *writer; /* (owned) */
  GHashTable *rows;       /* (owned) (element-type gint64 TopicRow) by topic */

  AdwPreferencesGroup *topics;
  GtkEditable *topic_entry;
  AdwActionRow *certificate_row;
};

G_DEFINE_FINAL_TYPE (MlgMeetingTraining, mlg_meeting_training, GTK_TYPE_WIDGET)

typedef struct
{
  GPtrArray *topics; /* (owned) (element-type MlgRecord) */
  guint n_present;
  guint n_certified;
} TrainingReading;

static void
training_reading_free (gpointer data)
{
  TrainingReading *reading = data;

  g_clear_pointer (&reading->topics, g_ptr_array_unref);
  g_free (reading);
}

/* A topic on screen: what it shows stays the same record. */
typedef struct
{
  GtkWidget *row;     /* (unowned) */
  MlgRecord *topic;   /* (owned) */
  MlgFieldForm *form; /* (owned) */
} TopicRow;

static void
topic_row_free (gpointer data)
{
  TopicRow *row = data;

  g_clear_object (&row->form);
  g_clear_object (&row->topic);
  g_free (row);
}

static gpointer
read_training (MlgConnection *db, gpointer id, GError **error)
{
  gint64 meeting = *(gint64 *) id, present = 0, certified = 0;
  g_autoptr (GPtrArray) topics =
      mlg_meeting_parts_load (db, &mlg_training_topic_kind, MLG_TRAINING_TOPIC_MEETING, meeting,
                              MLG_TRAINING_TOPIC_POSITION, error);
  TrainingReading *reading;

  if (topics == NULL || !mlg_meeting_count_certified (db, meeting, &present, &certified, error))
    return NULL;
  reading = g_new0 (TrainingReading, 1);
  reading->topics = g_steal_pointer (&topics);
  reading->n_present = (guint) present;
  reading->n_certified = (guint) certified;
  return reading;
}

static const char *const fields[] = {
  "title", "type", "minutes", "trainer", "trainer_person", NULL
};

static void
on_remove_clicked (MlgMeetingTraining *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_EXPANDER_ROW);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((TopicRow *) value)->row == row)
      mlg_meeting_commit_removal (GTK_WIDGET (self), ((TopicRow *) value)->topic,
                                  _ ("Topic removed"));
}

static TopicRow *
make_topic_row (MlgMeetingTraining *self, MlgRecord *topic)
{
  TopicRow *row = g_new0 (TopicRow, 1);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  row->row = adw_expander_row_new ();
  row->topic = mlg_record_copy (topic);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Topic"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Topic"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row->row), button);
  for (const char *const *field = fields; *field != NULL; field++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row->row),
        g_object_new (MLG_TYPE_FIELD_ROW, "field", *field, "essential", TRUE, NULL));
  row->form = mlg_field_form_new (row->row, self->store);
  mlg_meeting_commit_fields (row->form, fields);
  mlg_field_form_set_record (row->form, row->topic);
  adw_preferences_group_add (self->topics, row->row);
  return row;
}

/* "Labels and standards · 90 min · the trainer" */
static char *
write_topic (MlgRecord *topic)
{
  g_autofree char *type = mlg_record_dup_display (topic, MLG_TRAINING_TOPIC_TYPE);
  const char *trainer = mlg_record_get_text (topic, MLG_TRAINING_TOPIC_TRAINER);

  if (type == NULL || *type == '\0')
    return g_strdup (trainer != NULL ? trainer : "");
  return trainer != NULL ? g_strdup_printf ("%s · %s", type, trainer) : g_steal_pointer (&type);
}

static void
show_topic (MlgMeetingTraining *self, MlgRecord *topic)
{
  gint64 id = mlg_record_get_id (topic);
  TopicRow *row = g_hash_table_lookup (self->rows, &id);
  g_autofree char *line = write_topic (topic);

  if (row == NULL)
    {
      row = make_topic_row (self, topic);
      g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
    }
  if (!mlg_record_equal (row->topic, topic))
    mlg_record_assign (row->topic, topic);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row),
                                 mlg_record_get_text (topic, MLG_TRAINING_TOPIC_TITLE));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), line);
}

static gboolean
is_listed (GPtrArray *topics, gint64 id)
{
  for (guint i = 0; topics != NULL && i < topics->len; i++)
    if (mlg_record_get_id (topics->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static void
remove_rows (MlgMeetingTraining *self, GPtrArray *topics)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &value))
    if (!is_listed (topics, *(gint64 *) id))
      {
        adw_preferences_group_remove (self->topics, ((TopicRow *) value)->row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
on_read (MlgMeetingTraining *self)
{
  const TrainingReading *reading = mlg_live_read_get_result (self->reading);
  g_autofree char *text = NULL;

  remove_rows (self, reading != NULL ? reading->topics : NULL);
  if (reading == NULL)
    return;
  for (guint i = 0; i < reading->topics->len; i++)
    show_topic (self, reading->topics->pdata[i]);
  text = g_strdup_printf (
      ngettext ("%'u person was present", "%'u people were present", reading->n_present),
      reading->n_present);
  if (reading->n_certified > 0)
    {
      g_autofree char *present = g_steal_pointer (&text);

      /* Translators: “12 people were present”, and how many of them have their certificate. */
      text = g_strdup_printf (_ ("%s; certificates noted as given: %'u"), present,
                              reading->n_certified);
    }
  adw_action_row_set_subtitle (self->certificate_row, text);
  gtk_widget_set_visible (GTK_WIDGET (self->certificate_row), reading->n_present > 0);
}

static void
on_topic_added (MlgMeetingTraining *self)
{
  g_autoptr (MlgRecord) topic = mlg_record_new (&mlg_training_topic_kind);
  const char *title = gtk_editable_get_text (self->topic_entry);

  if (self->meeting == NULL || *title == '\0')
    return;
  mlg_record_set_integer (topic, MLG_TRAINING_TOPIC_MEETING, mlg_record_get_id (self->meeting));
  mlg_record_set_text (topic, MLG_TRAINING_TOPIC_TITLE, title);
  mlg_meeting_commit_new (GTK_WIDGET (self), topic, NULL);
  gtk_editable_set_text (self->topic_entry, "");
}

static void
on_certificates_clicked (MlgMeetingTraining *self)
{
  if (self->meeting != NULL)
    mlg_paper_writer_ask_certificates (self->writer, self->meeting);
}

static gboolean
certify (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  guint n = 0;

  return mlg_meeting_certify (db, *(gint64 *) data, today, &n, error);
}

static void
on_certify_clicked (MlgMeetingTraining *self)
{
  gint64 id = self->meeting != NULL ? mlg_record_get_id (self->meeting) : 0;

  if (id != 0)
    mlg_host_act (mlg_host_find (GTK_WIDGET (self)), _ ("Note the certificates as given"), certify,
                  g_memdup2 (&id, sizeof id), g_free, _ ("Certificates noted as given today"));
}

static void
mlg_meeting_training_dispose (GObject *object)
{
  MlgMeetingTraining *self = MLG_MEETING_TRAINING (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  g_clear_object (&self->writer);
  g_clear_object (&self->meeting);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_training_parent_class)->dispose (object);
}

static void
mlg_meeting_training_class_init (MlgMeetingTrainingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_training_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-training.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingTraining, topics);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingTraining, topic_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingTraining, certificate_row);
  gtk_widget_class_bind_template_callback (widget_class, on_topic_added);
  gtk_widget_class_bind_template_callback (widget_class, on_certificates_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_certify_clicked);
}

static void
mlg_meeting_training_init (MlgMeetingTraining *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, topic_row_free);
  self->writer = mlg_paper_writer_new (GTK_WIDGET (self));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_meeting_training_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_training_set_store (MlgMeetingTraining *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_training_topic_kind, &mlg_invitation_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_TRAINING (self));

  self->store = store;
  self->reading = mlg_live_read_new (store, kinds, read_training, training_reading_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_training_set_meeting:
 * @meeting: (nullable) (transfer none): a training; %NULL for none
 */
void
mlg_meeting_training_set_meeting (MlgMeetingTraining *self, MlgRecord *meeting)
{
  g_return_if_fail (MLG_IS_MEETING_TRAINING (self));

  if (g_set_object (&self->meeting, meeting))
    mlg_live_read_ask_id (self->reading, meeting != NULL ? mlg_record_get_id (meeting) : 0);
}
