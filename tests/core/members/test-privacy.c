/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document.h"
#include "members/mlg-custom.h"
#include "members/mlg-day.h"
#include "members/mlg-distinction.h"
#include "members/mlg-person.h"
#include "members/mlg-privacy.h"
#include "network-file.h"

static void
set_network (NetworkFile *f, const char *months)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_connection_execute (f->db, &error,
                          "INSERT OR REPLACE INTO network(id, name, controller, legal_basis,"
                          " retention_months) VALUES(1, 'Réseau d’essai', 'Métropole d’essai',"
                          " 'public-task', ?1)",
                          "t", months);
  g_assert_no_error (error);
  network_file_commit (f);
}

static GPtrArray *
list_reviews (NetworkFile *f, const char *day)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *reviews = mlg_privacy_list_reviews (f->db, day, &error);

  g_assert_no_error (error);
  return reviews;
}

static void
assert_review (
    GPtrArray *reviews, guint i, const char *name, const char *due, MlgReviewReason reason)
{
  const MlgReview *review;

  g_assert_cmpuint (i, <, reviews->len);
  review = reviews->pdata[i];
  g_assert_cmpstr (review->name, ==, name);
  g_assert_cmpstr (review->due, ==, due);
  g_assert_cmpint (review->reason, ==, reason);
  g_assert_cmpint (*mlg_review_get_reason_title (review), !=, '\0');
}

static void
test_reviews (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) on_the_day = NULL;
  g_autoptr (GPtrArray) without_rule = NULL;

  set_network (f, "36");
  network_file_add (f, "person", "family_name", "Contact", "last_contact", "2020-02-29",
                    "informed_on", "2015-01-01", NULL);
  network_file_add (f, "person", "family_name", "Informée", "informed_on", "2020-01-15", NULL);
  network_file_add (f, "person", "family_name", "Prévue", "review_on", "2023-06-01", "last_contact",
                    "2010-01-01", NULL);
  network_file_add (f, "person", "family_name", "Nouvelle", NULL);

  before = list_reviews (f, "2023-02-27");
  g_assert_cmpuint (before->len, ==, 1);
  assert_review (before, 0, "Informée", "2023-01-15", MLG_REVIEW_INFORMED);
  on_the_day = list_reviews (f, "2023-06-01");
  g_assert_cmpuint (on_the_day->len, ==, 3);
  assert_review (on_the_day, 1, "Contact", "2023-02-28", MLG_REVIEW_CONTACT);
  assert_review (on_the_day, 2, "Prévue", "2023-06-01", MLG_REVIEW_PLANNED);

  set_network (f, NULL);
  without_rule = list_reviews (f, "2023-06-01");
  g_assert_cmpuint (without_rule->len, ==, 1);
}

/* Somebody of whom no date is known is reviewed some months after they were added. */
static void
test_review_of_added (NetworkFile *f, gconstpointer data)
{
  g_autofree char *today = mlg_day_today ();
  g_autofree char *later = mlg_day_add_months (today, 12);
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GPtrArray) then = NULL;

  set_network (f, "12");
  network_file_add (f, "person", "family_name", "Nouvelle", NULL);
  now = list_reviews (f, NULL);
  g_assert_cmpuint (now->len, ==, 0);
  then = list_reviews (f, later);
  assert_review (then, 0, "Nouvelle", later, MLG_REVIEW_ADDED);
}

/* What they leave in meetings: that they came, and what they have to do. */
static void
add_meeting (NetworkFile *f, const char *person)
{
  gint64 meeting = network_file_add (f, "meeting", "title", "Séance de lancement", "type",
                                     "kick-off", "starts", "2026-12-10 9h30", NULL);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, meeting);

  network_file_add (f, "invitation", "meeting", id, "person", person, "attendance", "excused",
                    NULL);
  network_file_add (f, "outcome", "meeting", id, "type", "action", "text", "Envoyer le glossaire",
                    "who_person", person, NULL);
}

static gint64
add_person (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 group = network_file_add (f, "group", "name", "Restauration", NULL);
  gint64 field = network_file_add (f, "custom-field", "name", "Bureau", "kind", "person", "type",
                                   "text", NULL);
  gint64 person = network_file_add (f, "person", "given_name", "Responsable", "family_name",
                                    "Achats", "email", "a@example.org", NULL);
  g_autofree char *person_id = g_strdup_printf ("%" G_GINT64_FORMAT, person);
  g_autofree char *body_id = g_strdup_printf ("%" G_GINT64_FORMAT, body);
  g_autofree char *group_id = g_strdup_printf ("%" G_GINT64_FORMAT, group);
  g_autoptr (MlgRecord) record = NULL;

  network_file_add (f, "function", "person", person_id, "body", body_id, "title",
                    "Directrice des achats", NULL);
  network_file_add (f, "group-member", "person", person_id, "grp", group_id, NULL);
  add_meeting (f, person_id);
  network_file_begin (f);
  g_assert_true (mlg_custom_set (f->db, field, &mlg_person_kind, person, "B12", NULL, &error));
  record = mlg_record_load (f->db, &mlg_person_kind, person, &error);
  mlg_record_set_text (record, MLG_PERSON_PHONE, "03 20 00 00 00");
  g_assert_true (mlg_record_update (f->db, record, &error));
  network_file_commit (f);
  return person;
}

/* What the exports of a person hold. */
static const char *const held[] = {
  "Achats",         "a@example.org", "Directrice des achats", "Restauration",        "B12",
  "03 20 00 00 00", "Lille",         "Séance de lancement",   "Envoyer le glossaire"
};

static void
assert_holds (GBytes *bytes, const char *const *words, guint n)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s", words[i]);
      g_assert_nonnull (strstr (text, words[i]));
    }
}

static void
assert_valid (MlgDocument *document)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  g_assert_true (mlg_document_validate (document, issues));
}

static void
test_export (NetworkFile *f, gconstpointer data)
{
  static const char *const machine[] = { "<history>", "field=\"phone\"",
                                         "<after>03 20 00 00 00</after>", "record=\"function\"" };
  g_autoptr (GError) error = NULL;
  gint64 person = add_person (f);
  g_autoptr (GBytes) xml = mlg_privacy_export_xml (f->db, person, &error);
  g_autoptr (MlgDocument) document = mlg_privacy_export_document (f->db, person, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  assert_holds (xml, held, G_N_ELEMENTS (held));
  assert_holds (xml, machine, G_N_ELEMENTS (machine));
  assert_valid (document);
  written = mlg_document_to_xml (document);
  assert_holds (written, held, G_N_ELEMENTS (held));
  assert_holds (written, (const char *const[]){ "xml:lang=\"en\"" }, 1);
  g_assert_null (mlg_privacy_export_xml (f->db, 1, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
}

/* What somebody is told of their data says nothing of others. */
static void
test_export_of_one (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 person = add_person (f);
  gint64 other = network_file_add (f, "person", "family_name", "Semblable", NULL);
  g_autoptr (GBytes) xml = NULL;
  g_autofree char *text = NULL;

  network_file_begin (f);
  g_assert_true (mlg_distinction_add (f->db, &mlg_person_kind, person, other, &error));
  network_file_commit (f);
  xml = mlg_privacy_export_xml (f->db, person, &error);
  text = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
  g_assert_null (strstr (text, "Semblable"));
  g_assert_nonnull (strstr (text, "Achats"));
}

static void
test_register (NetworkFile *f, gconstpointer data)
{
  static const char *const said[] = { "Métropole d’essai", "(to be completed)", "36", "E-mail" };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) empty = mlg_privacy_make_register (f->db, &error);
  g_autoptr (MlgDocument) document = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  assert_valid (empty);
  set_network (f, "36");
  document = mlg_privacy_make_register (f->db, &error);
  g_assert_no_error (error);
  assert_valid (document);
  written = mlg_document_to_xml (document);
  assert_holds (written, said, G_N_ELEMENTS (said));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/privacy/reviews", test_reviews);
  ADD_TEST ("/members/privacy/review-of-added", test_review_of_added);
  ADD_TEST ("/members/privacy/export", test_export);
  ADD_TEST ("/members/privacy/export-of-one", test_export_of_one);
  ADD_TEST ("/members/privacy/register", test_register);
  return g_test_run ();
}
