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
#include "mlg-meeting-commit.h"
#include "mlg-meeting-text.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"

/* What only hearings of suppliers have: the same questions for all, documents and times of each, and a table
 * that shows whether they were treated alike. */
struct _MlgMeetingHearing
{
  GtkWidget parent_instance;
  MlgStore *store;       /* (unowned) (nullable) it outlives the page */
  gint64 meeting;        /* 0 for none */
  MlgLiveRead *reading;  /* (owned) (nullable) of MlgHearingReading */
  GHashTable *suppliers; /* (owned) (element-type gint64 SupplierRow) by hearing */
  GtkWidget *supplier;   /* (owned by the widget tree) (nullable) where one is chosen */

  AdwPreferencesGroup *suppliers_group;
  GtkBox *supplier_box;
  GtkEditable *question_entry;
  GtkWidget *table_scroller;
  GtkGrid *table;
};

G_DEFINE_FINAL_TYPE (MlgMeetingHearing, mlg_meeting_hearing, GTK_TYPE_WIDGET)

static const char *const fields[] = { "starts", "ends", "documents", "notes", NULL };

/* A supplier on screen: what it shows stays the same record. */
typedef struct
{
  GtkWidget *row;     /* (unowned) */
  MlgRecord *hearing; /* (owned) */
  MlgFieldForm *form; /* (owned) */
} SupplierRow;

static void
supplier_row_free (gpointer data)
{
  SupplierRow *row = data;

  g_clear_object (&row->form);
  g_clear_object (&row->hearing);
  g_free (row);
}

static SupplierRow *
make_supplier_row (MlgMeetingHearing *self, MlgRecord *hearing)
{
  SupplierRow *row = g_new0 (SupplierRow, 1);

  row->row = adw_expander_row_new ();
  row->hearing = mlg_record_copy (hearing);
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

/* "10:00 – 10:30 · 30 min" */
static char *
write_time (const MlgSupplierHeard *heard)
{
  g_autofree char *length = NULL;

  if (heard->minutes < 0)
    return g_strdup (heard->starts != NULL ? heard->starts : "–");
  length = mlg_meeting_text_minutes (heard->minutes);
  return g_strdup_printf ("%s – %s · %s", heard->starts, heard->ends, length);
}

static void
show_supplier (MlgMeetingHearing *self, const MlgSupplierHeard *heard, MlgRecord *hearing)
{
  gint64 id = heard->hearing;
  SupplierRow *row = g_hash_table_lookup (self->suppliers, &id);
  g_autofree char *line = write_time (heard);

  if (row == NULL)
    {
      row = make_supplier_row (self, hearing);
      g_hash_table_insert (self->suppliers, g_memdup2 (&id, sizeof id), row);
    }
  if (!mlg_record_equal (row->hearing, hearing))
    mlg_record_assign (row->hearing, hearing);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->row), heard->supplier);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row->row), line);
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
} Deed;

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
  mlg_host_act (mlg_host_find (widget), _ ("Note a question to a supplier"), ask, deed, g_free,
                NULL);
}

static void
add_cell (MlgMeetingHearing *self, GtkWidget *cell, int column, int row)
{
  gtk_widget_set_margin_top (cell, 6);
  gtk_widget_set_margin_bottom (cell, 6);
  gtk_widget_set_margin_start (cell, 9);
  gtk_widget_set_margin_end (cell, 9);
  gtk_grid_attach (self->table, cell, column, row, 1, 1);
}

static GtkWidget *
add_text (MlgMeetingHearing *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 20 : 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 28 : 20);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (column == 0 || row == 0)
    gtk_widget_add_css_class (label, "heading");
  add_cell (self, label, column, row);
  return label;
}

static void
add_check (MlgMeetingHearing *self,
           const MlgSupplierHeard *heard,
           MlgRecord *question,
           gboolean asked,
           int column,
           int row)
{
  GtkWidget *check = gtk_check_button_new ();
  /* Translators: the name of a supplier and a question that they are asked. */
  g_autofree char *label = g_strdup_printf (
      _ ("%s: %s"), heard->supplier, mlg_record_get_text (question, MLG_HEARING_QUESTION_TEXT));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), asked);
  gtk_widget_set_halign (check, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (check), "(xxb)", heard->hearing,
                                    mlg_record_get_id (question), !asked);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (check), "hearing.ask");
  add_cell (self, check, column, row);
}

static void
add_supplier_column (MlgMeetingHearing *self,
                     const MlgHearingReading *reading,
                     const MlgSupplierHeard *heard,
                     int column)
{
  int row = 0;
  g_autofree char *time = write_time (heard);
  g_autofree char *verdict = mlg_hearing_reading_write_verdict (heard);
  gboolean alike = heard->same_time && heard->same_questions && heard->same_documents;
  GtkWidget *label;

  add_text (self, heard->supplier, column, row++);
  label = add_text (self, verdict, column, row++);
  gtk_widget_add_css_class (label, alike ? "success" : "warning");
  add_text (self, time, column, row++);
  add_text (self, heard->documents != NULL ? heard->documents : "–", column, row++);
  for (guint i = 0; i < reading->questions->len; i++)
    {
      MlgRecord *question = reading->questions->pdata[i];

      add_check (
          self, heard, question,
          mlg_hearing_reading_is_asked (reading, heard->hearing, mlg_record_get_id (question)),
          column, row++);
    }
}

static void
add_titles (MlgMeetingHearing *self, const MlgHearingReading *reading)
{
  int row = 0;

  add_text (self, "", 0, row++);
  add_text (self, _ ("Treatment"), 0, row++);
  add_text (self, _ ("Time"), 0, row++);
  add_text (self, _ ("Documents given"), 0, row++);
  for (guint i = 0; i < reading->questions->len; i++)
    add_text (self, mlg_record_get_text (reading->questions->pdata[i], MLG_HEARING_QUESTION_TEXT),
              0, row++);
}

static void
show_table (MlgMeetingHearing *self, const MlgHearingReading *reading)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
  gtk_widget_set_visible (self->table_scroller, reading != NULL && reading->heard->len > 0);
  if (reading == NULL)
    return;
  add_titles (self, reading);
  for (guint i = 0; i < reading->heard->len; i++)
    add_supplier_column (self, reading, reading->heard->pdata[i], (int) i + 1);
}

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
        show_supplier (self, heard, hearing);
    }
  show_table (self, reading);
}

static void
on_question_added (MlgMeetingHearing *self)
{
  g_autoptr (MlgRecord) question = mlg_record_new (&mlg_hearing_question_kind);
  const char *text = gtk_editable_get_text (self->question_entry);

  if (self->meeting == 0 || *text == '\0')
    return;
  mlg_record_set_integer (question, MLG_HEARING_QUESTION_MEETING, self->meeting);
  mlg_record_set_text (question, MLG_HEARING_QUESTION_TEXT, text);
  mlg_meeting_commit_new (GTK_WIDGET (self), question, NULL);
  gtk_editable_set_text (self->question_entry, "");
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/meetings/mlg-meeting-hearing.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, suppliers_group);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, supplier_box);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, question_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, table_scroller);
  gtk_widget_class_bind_template_child (widget_class, MlgMeetingHearing, table);
  gtk_widget_class_bind_template_callback (widget_class, on_question_added);
  gtk_widget_class_bind_template_callback (widget_class, on_supplier_added);
  gtk_widget_class_install_action (widget_class, "hearing.ask", "(xxb)", activate_ask);
}

static void
mlg_meeting_hearing_init (MlgMeetingHearing *self)
{
  self->suppliers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, supplier_row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
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
