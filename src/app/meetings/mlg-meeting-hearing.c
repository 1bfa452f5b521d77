/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-hearing.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "meetings/mlg-hearing-answer.h"
#include "meetings/mlg-hearing-question.h"
#include "meetings/mlg-hearing.h"
#include "members/mlg-body.h"
#include "mlg-hearing-reading.h"
#include "mlg-hearing-table.h"
#include "mlg-meeting-commit.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"
#include "widgets/mlg-text-list.h"

/* What only hearings of suppliers have: the same questions for all, documents and times of each, and a table
 * that shows whether they were treated alike. */
struct _MlgMeetingHearing
{
  GtkWidget parent_instance;
  MlgStore *store;       /* (unowned) (nullable) it outlives the page */
  gint64 meeting;        /* 0 for none */
  gboolean preparing;    /* nobody has been asked anything yet */
  MlgLiveRead *reading;  /* (owned) (nullable) of MlgHearingReading */
  GHashTable *suppliers; /* (owned) (element-type gint64 SupplierRow) by hearing */
  GtkWidget *supplier;   /* (owned by the widget tree) (nullable) where one is chosen */

  AdwPreferencesGroup *suppliers_group;
  GtkBox *supplier_box;
  MlgTextList *questions;
  MlgHearingTable *table;
};

G_DEFINE_FINAL_TYPE (MlgMeetingHearing, mlg_meeting_hearing, GTK_TYPE_WIDGET)

static const char *const fields[] = { "starts", "ends", "documents", "notes", NULL };

/* A supplier on screen: what it shows stays the same record. */
typedef struct
{
  GtkWidget *row;      /* (unowned) */
  MlgRecord *hearing;  /* (owned) */
  MlgFieldForm *form;  /* (owned) */
  GHashTable *answers; /* (owned) (element-type gint64 GtkWidget) by question: what was answered */
} SupplierRow;

static void
supplier_row_free (gpointer data)
{
  SupplierRow *row = data;

  g_clear_object (&row->form);
  g_clear_object (&row->hearing);
  g_hash_table_unref (row->answers);
  g_free (row);
}

/* Returns: (nullable): the supplier whose row a widget is in */
static MlgRecord *
find_supplier_of (MlgMeetingHearing *self, GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_EXPANDER_ROW);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->suppliers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((SupplierRow *) value)->row == row)
      return ((SupplierRow *) value)->hearing;
  return NULL;
}

static void
on_remove_clicked (MlgMeetingHearing *self, GtkWidget *button)
{
  MlgRecord *hearing = find_supplier_of (self, button);

  if (hearing != NULL)
    mlg_meeting_commit_removal (GTK_WIDGET (self), hearing, _ ("Supplier removed"));
}

static void
add_remove_button (MlgMeetingHearing *self, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Supplier"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Supplier"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
}

static SupplierRow *
make_supplier_row (MlgMeetingHearing *self, MlgRecord *hearing)
{
  SupplierRow *row = g_new0 (SupplierRow, 1);

  row->row = adw_expander_row_new ();
  row->hearing = mlg_record_copy (hearing);
  row->answers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  add_remove_button (self, row->row);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->row), FALSE);
  for (const char *const *field = fields; *field != NULL; field++)
    adw_expander_row_add_row (
        ADW_EXPANDER_ROW (row->row),
        g_object_new (MLG_TYPE_FIELD_ROW, "field", *field, "essential", TRUE, NULL));
  row->form = mlg_field_form_new (row->row, self->store);
  mlg_meeting_commit_fields (row->form, fields);
  mlg_field_form_set_record (row->form, row->hearing);
  adw_preferences_group_add (self->suppliers_group, row->row);
  return row;
}

static void
on_answer_applied (GtkWidget *entry, MlgMeetingHearing *self)
{
  MlgRecord *hearing = find_supplier_of (self, entry);
  GHashTableIter iter;
  gpointer id, widget;
  SupplierRow *row;
  gint64 hearing_id;

  if (hearing == NULL)
    return;
  hearing_id = mlg_record_get_id (hearing);
  row = g_hash_table_lookup (self->suppliers, &hearing_id);
  g_hash_table_iter_init (&iter, row->answers);
  while (g_hash_table_iter_next (&iter, &id, &widget))
    if (widget == entry)
      gtk_widget_activate_action (GTK_WIDGET (self), "hearing.answer", "(xxs)", hearing_id,
                                  *(gint64 *) id, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static GtkWidget *
make_answer_row (MlgMeetingHearing *self, SupplierRow *row, gint64 question)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (entry), FALSE);
  g_signal_connect_object (entry, "apply", G_CALLBACK (on_answer_applied), self, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row->row), entry);
  g_hash_table_insert (row->answers, g_memdup2 (&question, sizeof question), entry);
  return entry;
}

/* An answer that is being written is not written over. */
static void
show_answer (MlgMeetingHearing *self,
             const MlgHearingReading *reading,
             SupplierRow *row,
             MlgRecord *question)
{
  gint64 id = mlg_record_get_id (question);
  GtkWidget *entry = g_hash_table_lookup (row->answers, &id);
  const char *answer =
      mlg_hearing_reading_get_answer (reading, mlg_record_get_id (row->hearing), id);

  if (entry == NULL)
    entry = make_answer_row (self, row, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry),
                                 mlg_record_get_text (question, MLG_HEARING_QUESTION_TEXT));
  if (gtk_widget_get_focus_child (entry) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), answer != NULL ? answer : "");
}

static gboolean
is_question (const MlgHearingReading *reading, gint64 id)
{
  for (guint i = 0; i < reading->questions->len; i++)
    if (mlg_record_get_id (reading->questions->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static void
remove_answers (const MlgHearingReading *reading, SupplierRow *row)
{
  GHashTableIter iter;
  gpointer id, entry;

  g_hash_table_iter_init (&iter, row->answers);
  while (g_hash_table_iter_next (&iter, &id, &entry))
    if (!is_question (reading, *(gint64 *) id))
      {
        adw_expander_row_remove (ADW_EXPANDER_ROW (row->row), entry);
        g_hash_table_iter_remove (&iter);
      }
}

static void
show_answers (MlgMeetingHearing *self, const MlgHearingReading *reading, SupplierRow *row)
{
  remove_answers (reading, row);
  for (guint i = 0; i < reading->questions->len; i++)
    show_answer (self, reading, row, reading->questions->pdata[i]);
}

static void
show_supplier (MlgMeetingHearing *self,
               const MlgHearingReading *reading,
               const MlgSupplierHeard *heard,
               MlgRecord *hearing)
{
  gint64 id = heard->hearing;
  SupplierRow *row = g_hash_table_lookup (self->suppliers, &id);
  g_autofree char *line = mlg_hearing_reading_write_time (heard);

  if (row == NULL)
    {
      row = make_supplier_row (self, hearing);
      g_hash_table_insert (self->suppliers, g_memdup2 (&id, sizeof id), row);
    }
  if (!mlg_record_equal (row->hearing, hearing))
    mlg_record_assign (row->hearing, hearing);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), heard->supplier);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), line);
  show_answers (self, reading, row);
}

static MlgRecord *
find_hearing (const MlgHearingReading *reading, gint64 id)
{
  for (guint i = 0; i < reading->hearings->len; i++)
    if (mlg_record_get_id (reading->hearings->pdata[i]) == id)
      return reading->hearings->pdata[i];
  return NULL;
}

static void
remove_suppliers (MlgMeetingHearing *self, const MlgHearingReading *reading)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->suppliers);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (reading == NULL || find_hearing (reading, *(gint64 *) id) == NULL)
      {
        adw_preferences_group_remove (self->suppliers_group, ((SupplierRow *) row)->row);
        g_hash_table_iter_remove (&iter);
      }
}

/* What is done in the writer's thread. */
typedef struct
{
  gint64 hearing;
  gint64 question;
  gboolean asked;
  char *answer; /* (owned) (nullable) */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_free (deed->answer);
  g_free (deed);
}

/* Who answers was asked. */
static gboolean
note_answer (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_hearing_ask (db, deed->hearing, deed->question, TRUE, deed->answer, error);
}

static void
activate_answer (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = g_new0 (Deed, 1);

  g_variant_get (parameter, "(xxs)", &deed->hearing, &deed->question, &deed->answer);
  mlg_host_act (mlg_host_find (widget), _ ("Note the answer of a supplier"), note_answer, deed,
                deed_free, NULL);
}

static gboolean
ask (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  return mlg_hearing_set_asked (db, deed->hearing, deed->question, deed->asked, error);
}

static void
activate_ask (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Deed *deed = g_new0 (Deed, 1);

  g_variant_get (parameter, "(xxb)", &deed->hearing, &deed->question, &deed->asked);
  mlg_host_act (mlg_host_find (widget), _ ("Note a question to a supplier"), ask, deed, deed_free,
                NULL);
}

static char *
write_question_title (guint number)
{
  /* Translators: the number of a question that is asked in a hearing, whose words are written there. */
  return g_strdup_printf (_ ("Question %u"), number);
}

static const MlgTextListManner questions_manner = {
  mlg_meeting_commit,   mlg_meeting_commit_removal, MLG_HEARING_QUESTION_TEXT,
  write_question_title, N_ ("Remove the Question"), N_ ("Question removed")
};

static void
on_read (MlgMeetingHearing *self)
{
  const MlgHearingReading *reading = mlg_live_read_get_result (self->reading);

  remove_suppliers (self, reading);
  for (guint i = 0; reading != NULL && i < reading->heard->len; i++)
    {
      const MlgSupplierHeard *heard = reading->heard->pdata[i];
      MlgRecord *hearing = find_hearing (reading, heard->hearing);

      if (hearing != NULL)
        show_supplier (self, reading, heard, hearing);
    }
  mlg_text_list_show (self->questions, reading != NULL ? reading->questions : NULL);
  mlg_hearing_table_show (self->table, self->preparing ? NULL : reading);
}

static void
on_question_written (MlgMeetingHearing *self, const char *text)
{
  g_autoptr (MlgRecord) question = mlg_record_new (&mlg_hearing_question_kind);

  if (self->meeting == 0)
    return;
  mlg_record_set_integer (question, MLG_HEARING_QUESTION_MEETING, self->meeting);
  mlg_record_set_text (question, MLG_HEARING_QUESTION_TEXT, text);
  mlg_meeting_commit_new (GTK_WIDGET (self), question, NULL);
}

static void
on_supplier_added (MlgMeetingHearing *self)
{
  g_autoptr (MlgRecord) hearing = mlg_record_new (&mlg_hearing_kind);
  gint64 body = mlg_record_entry_get_id (MLG_RECORD_ENTRY (self->supplier));

  if (self->meeting == 0 || body == 0)
    return;
  mlg_record_set_integer (hearing, MLG_HEARING_MEETING, self->meeting);
  mlg_record_set_integer (hearing, MLG_HEARING_BODY, body);
  mlg_meeting_commit_new (GTK_WIDGET (self), hearing, NULL);
  mlg_record_entry_set_record (MLG_RECORD_ENTRY (self->supplier), 0, "");
}

static void
mlg_meeting_hearing_dispose (GObject *object)
{
  MlgMeetingHearing *self = MLG_MEETING_HEARING (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  g_clear_pointer (&self->suppliers, g_hash_table_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_meeting_hearing_parent_class)->dispose (object);
}

static void
mlg_meeting_hearing_class_init (MlgMeetingHearingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_meeting_hearing_dispose;
  g_type_ensure (MLG_TYPE_HEARING_TABLE);
  g_type_ensure (MLG_TYPE_TEXT_LIST);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-hearing.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, suppliers_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, supplier_box);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, questions);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, table);
  gtk_widget_class_bind_template_callback (widget_class, on_question_written);
  gtk_widget_class_bind_template_callback (widget_class, on_supplier_added);
  gtk_widget_class_install_action (widget_class, "hearing.ask", "(xxb)", activate_ask);
  gtk_widget_class_install_action (widget_class, "hearing.answer", "(xxs)", activate_answer);
}

static void
mlg_meeting_hearing_init (MlgMeetingHearing *self)
{
  self->suppliers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, supplier_row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  mlg_text_list_set_manner (self->questions, &questions_manner);
}

/**
 * mlg_meeting_hearing_set_store:
 * @store: (transfer none): where the meetings are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_meeting_hearing_set_store (MlgMeetingHearing *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_hearing_kind, &mlg_hearing_question_kind,
                                          &mlg_hearing_answer_kind, &mlg_body_kind, NULL };

  g_return_if_fail (MLG_IS_MEETING_HEARING (self));

  self->store = store;
  self->supplier = mlg_record_entry_new (store, &mlg_body_kind);
  gtk_widget_set_hexpand (self->supplier, TRUE);
  gtk_box_prepend (self->supplier_box, self->supplier);
  self->reading = mlg_live_read_new (store, kinds, mlg_hearing_reading_load,
                                     (GDestroyNotify) mlg_hearing_reading_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_meeting_hearing_set_preparing:
 * @preparing: whether the meeting is prepared here: who was asked what is not shown
 *
 * To be called once, before a meeting is shown.
 */
void
mlg_meeting_hearing_set_preparing (MlgMeetingHearing *self, gboolean preparing)
{
  g_return_if_fail (MLG_IS_MEETING_HEARING (self));
  self->preparing = preparing;
}

/**
 * mlg_meeting_hearing_set_meeting:
 * @meeting: a hearing of suppliers; 0 for none
 */
void
mlg_meeting_hearing_set_meeting (MlgMeetingHearing *self, gint64 meeting)
{
  g_return_if_fail (MLG_IS_MEETING_HEARING (self));

  if (meeting == self->meeting)
    return;
  self->meeting = meeting;
  mlg_live_read_ask_id (self->reading, meeting);
}
