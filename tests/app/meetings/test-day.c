/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "meetings/mlg-attendee.h"
#include "meetings/mlg-hearing-reading.h"
#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-stage.h"
#include "meetings/mlg-outcome-list.h"
#include "meetings/mlg-outcome-row.h"
#include "meetings/mlg-outcome.h"
#include "meetings/mlg-register-export.h"

static MlgAttending *
make_attending (const char *name, const char *function, const char *body)
{
  MlgAttending *attending = g_new0 (MlgAttending, 1);

  attending->invitation = mlg_record_new (&mlg_invitation_kind);
  attending->name = g_strdup (name);
  attending->function = g_strdup (function);
  attending->body = g_strdup (body);
  return attending;
}

static void
test_attendee (void)
{
  static const struct
  {
    const char *words;
    gboolean found;
  } cases[] = { { "elu", TRUE },      { "élu", TRUE },      { "ELU", TRUE },
                { "lil", TRUE },      { "elu lil", TRUE },  { "elu arras", FALSE },
                { "ille", FALSE },    { "commande", TRUE }, { "l", TRUE },
                { "publique", TRUE }, { "d'Ascq", FALSE } };
  g_autoptr (MlgAttending) attending =
      make_attending ("Élu", "Délégué à la commande publique", "Lille");
  g_autoptr (MlgAttendee) attendee = mlg_attendee_new (attending);
  g_autofree char *label = mlg_attendee_dup_label (attendee);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);

      g_test_message ("%s", cases[i].words);
      g_assert_cmpint (mlg_attendee_matches (attendee, (const char *const *) words), ==,
                       cases[i].found);
    }
  g_assert_cmpstr (label, ==, "Élu (Délégué à la commande publique · Lille)");
}

static void
count (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* Only what is different is told. */
static void
test_attendance (void)
{
  g_autoptr (MlgAttending) attending = make_attending ("Élu", NULL, NULL);
  g_autoptr (MlgAttendee) attendee = mlg_attendee_new (attending);
  guint n = 0;

  g_assert_cmpstr (mlg_attendee_get_attendance (attendee), ==, "");
  g_signal_connect (attendee, "notify", G_CALLBACK (count), &n);
  mlg_attendee_take (attendee, attending);
  g_assert_cmpuint (n, ==, 0);
  mlg_record_set_text (attending->invitation, MLG_INVITATION_ATTENDANCE, "present");
  mlg_attendee_take (attendee, attending);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (mlg_attendee_get_attendance (attendee), ==, "present");
}

static void
test_length (void)
{
  static const struct
  {
    gint64 seconds;
    const char *text;
  } cases[] = { { 0, "0:00" },     { 59, "0:59" },      { 60, "1:00" },
                { 3599, "59:59" }, { 3600, "1:00:00" }, { 3725, "1:02:05" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = mlg_meeting_stage_write_length (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_pace (void)
{
  MlgMeetingPace pace = { .current = 1, .elapsed = 42 * 60, .planned = 40 * 60, .late = 59 };
  g_autofree char *on_time = mlg_meeting_stage_write_pace (&pace);
  g_autofree char *late = NULL;
  g_autofree char *ahead = NULL;

  g_assert_true (g_str_has_prefix (on_time, "42 min elapsed, 40 min planned · ends about "));
  pace.late = 300;
  late = mlg_meeting_stage_write_pace (&pace);
  g_assert_nonnull (strstr (late, "5 min late"));
  pace.late = -3600;
  ahead = mlg_meeting_stage_write_pace (&pace);
  g_assert_nonnull (strstr (ahead, "1 h ahead"));
}

static MlgRegisterEntry *
make_entry (gint64 id, const char *type, const char *text, const char *who, gboolean late)
{
  MlgRegisterEntry *entry = g_new0 (MlgRegisterEntry, 1);

  entry->outcome = mlg_record_new (&mlg_outcome_kind);
  mlg_record_set_id (entry->outcome, id);
  mlg_record_set_text (entry->outcome, MLG_OUTCOME_TYPE, type);
  mlg_record_set_text (entry->outcome, MLG_OUTCOME_TEXT, text);
  mlg_record_set_text (entry->outcome, MLG_OUTCOME_STATE, "open");
  entry->meeting_title = g_strdup ("Plenary");
  entry->who = g_strdup (who);
  entry->late = late;
  return entry;
}

static void
test_line (void)
{
  g_autoptr (MlgRegisterEntry) action = make_entry (1, "action", "Write", "The Region", TRUE);
  g_autoptr (MlgRegisterEntry) decision = make_entry (2, "decision", "Yes", NULL, FALSE);
  g_autofree char *here = mlg_outcome_row_write_line (action, FALSE);
  g_autofree char *there = mlg_outcome_row_write_line (action, TRUE);
  g_autofree char *decided = mlg_outcome_row_write_line (decision, FALSE);

  g_assert_cmpstr (here, ==, "Late · Action to do · The Region · To do");
  g_assert_cmpstr (there, ==, "Late · The Region · To do · Plenary");
  g_assert_cmpstr (decided, ==, "Decision");
}

static GtkWidget *
get_row (GtkWidget *list, int i)
{
  return GTK_WIDGET (
      gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_first_child (list)), i));
}

/* What stays in the list keeps its row, wherever it goes. */
static void
test_rows_stay (void)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_register_entry_free);
  GtkWidget *list = g_object_ref_sink (mlg_outcome_list_new (NULL));
  GtkWidget *first, *second;

  g_ptr_array_add (entries, make_entry (1, "action", "One", NULL, FALSE));
  g_ptr_array_add (entries, make_entry (2, "action", "Two", NULL, TRUE));
  mlg_outcome_list_show (MLG_OUTCOME_LIST (list), entries, FALSE);
  first = get_row (list, 0);
  second = get_row (list, 1);
  g_ptr_array_insert (entries, 0, make_entry (3, "decision", "Three", NULL, FALSE));
  g_ptr_array_add (entries, g_ptr_array_steal_index (entries, 1));
  mlg_outcome_list_show (MLG_OUTCOME_LIST (list), entries, FALSE);
  g_assert_cmpint (mlg_outcome_row_get_id (MLG_OUTCOME_ROW (get_row (list, 0))), ==, 3);
  g_assert_true (get_row (list, 1) == second);
  g_assert_true (get_row (list, 2) == first);
  g_ptr_array_set_size (entries, 1);
  mlg_outcome_list_show (MLG_OUTCOME_LIST (list), entries, FALSE);
  g_assert_null (get_row (list, 1));
  mlg_outcome_list_show (MLG_OUTCOME_LIST (list), NULL, FALSE);
  g_assert_false (gtk_widget_get_visible (list));
  g_object_unref (list);
}

static void
test_export (void)
{
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_register_entry_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (entries, make_entry (1, "action", "Write, then sign", "The Region", TRUE));
  bytes = mlg_register_export_write (entries);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "Responsible"));
  g_assert_nonnull (strstr (text, "Write, then sign"));
  g_assert_nonnull (strstr (text, "The Region"));
  g_assert_nonnull (strstr (text, "yes"));
}

static void
test_verdict (void)
{
  MlgSupplierHeard heard = {
    .minutes = 30, .same_time = TRUE, .same_questions = TRUE, .same_documents = TRUE
  };
  g_autofree char *alike = mlg_hearing_reading_write_verdict (&heard);
  g_autofree char *other = NULL;

  g_assert_cmpstr (alike, ==, "As the others");
  heard.same_time = heard.same_documents = FALSE;
  other = mlg_hearing_reading_write_verdict (&heard);
  g_assert_cmpstr (other, ==, "Longer than others\nOther documents");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/meetings/attendee", test_attendee);
  g_test_add_func ("/app/meetings/attendance", test_attendance);
  g_test_add_func ("/app/meetings/length", test_length);
  g_test_add_func ("/app/meetings/pace", test_pace);
  g_test_add_func ("/app/meetings/line", test_line);
  g_test_add_func ("/app/meetings/rows-stay", test_rows_stay);
  g_test_add_func ("/app/meetings/export", test_export);
  g_test_add_func ("/app/meetings/verdict", test_verdict);
  return g_test_run ();
}
