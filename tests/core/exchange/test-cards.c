/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/mlg-export-report.h"
#include "exchange/mlg-export.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "network.h"

static const char card[] = "BEGIN:VCARD\r\n"
                           "VERSION:3.0\r\n"
                           "FN:Mme Une ACHETEUR\r\n"
                           "N:ACHETEUR;Une;;Mme;\r\n"
                           "ORG:Ville de Lille;Achats\r\n"
                           "TITLE:Acheteuse\r\n"
                           "ROLE:Procurement\r\n"
                           "item1.EMAIL;TYPE=INTERNET:second@example.org\r\n"
                           "EMAIL;TYPE=INTERNET,PREF:first@example.org\r\n"
                           "EMAIL;TYPE=HOME:private@example.org\r\n"
                           "TEL;TYPE=FAX:+33 3 20 00 00 00\r\n"
                           "TEL;TYPE=CELL:+33 6 12 34 56 78\r\n"
                           "TEL;TYPE=WORK,VOICE:+33 3 20 49 50 00\r\n"
                           "ADR;TYPE=WORK:;;Place A. Laurent;Lille;;59000;France\r\n"
                           "URL:https://www.example.org\r\n"
                           "PHOTO;ENCODING=b:AAAA\r\n"
                           "BDAY:1980-01-01\r\n"
                           "NOTE:une\\nnote\r\n"
                           "END:VCARD\r\n";

static void
test_person (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan =
      network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "a.vcf", card);
  g_autoptr (MlgRecord) person = NULL, function = NULL, body = NULL;

  network_apply (n, plan);
  person = network_find (n, &mlg_person_kind, "email", "first@example.org");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_FAMILY_NAME), ==, "ACHETEUR");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_TITLE), ==, "Mme");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_MOBILE), ==, "+33 6 12 34 56 78");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_PHONE), ==, "+33 3 20 49 50 00");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_NOTES), ==, "une\nnote");
  function = network_find (n, &mlg_function_kind, "role", "procurement");
  g_assert_cmpstr (mlg_record_get_text (function, MLG_FUNCTION_TITLE), ==, "Acheteuse, Achats");
  g_assert_cmpstr (mlg_record_get_text (function, MLG_FUNCTION_EMAIL), ==, "second@example.org");
  body = network_find (n, &mlg_body_kind, "name", "Ville de Lille");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_STATUS), ==, "prospect");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_POSTCODE), ==, "59000");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_WEBSITE), ==, "https://www.example.org");
  g_assert_true (network_says (plan, MLG_SEVERITY_NOTE, "EMAIL, TEL, PHOTO, BDAY is left aside"));
}

/* The body is found among those that are known; the second card of one person adds nothing. */
static void
test_known (Network *n, gconstpointer data)
{
  g_autofree char *two = g_strconcat (card, card, NULL);
  gint64 lille = network_add (n, &mlg_body_kind, "name", "Lille", "status", "member", NULL);
  MlgImportResult result = network_import (n, &mlg_person_kind, MLG_IMPORT_MERGE, "a.vcf", two);
  g_autoptr (MlgRecord) function = network_find (n, &mlg_function_kind, "role", "procurement");

  g_assert_cmpuint (result.added, ==, 1);
  g_assert_cmpuint (result.skipped, ==, 1);
  g_assert_cmpuint (result.bodies, ==, 0);
  g_assert_cmpint (mlg_record_get_integer (function, MLG_FUNCTION_BODY), ==, lille);
}

/* A card that is marked as private is taken, with a word. */
static void
test_class (Network *n, gconstpointer data)
{
  static const struct
  {
    const char *line;
    gboolean told;
  } cases[] = {
    { "CLASS:PRIVATE\n", TRUE },
    { "CLASS:confidential\n", TRUE },
    { "CLASS:PUBLIC\n", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "BEGIN:VCARD\nVERSION:3.0\nFN:Camille DUPONT\n%sEND:VCARD\n", cases[i].line);
      g_autoptr (MlgImportPlan) plan =
          network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "a.vcf", text);

      network_refresh (n, plan);
      g_assert_cmpuint (mlg_import_plan_get_result (plan)->added, ==, 1);
      g_assert_cmpint (network_says (plan, MLG_SEVERITY_WARNING, "the whole card is marked as"), ==,
                       cases[i].told);
    }
}

static void
test_kinds (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = network_plan (
      n, &mlg_person_kind, MLG_IMPORT_ADD, "a.vcf",
      "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Région\nX-SIREN:200053742\nNICKNAME:R\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:3.0\nX-ABShowAs:COMPANY\nN:;;;;\nFN:Nord\nORG:Nord\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:2.1\nORG:Arras;\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Tous\nMEMBER:x\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:3.0\nFN:Camille DUPONT\nTEL;TYPE=HOME:1\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:3.0\nFN:Responsable de la voirie\nTITLE:Chef\nEND:VCARD\n"
      "BEGIN:VCARD\nVERSION:3.0\nEMAIL:x\nEND:VCARD\n");
  g_autoptr (MlgRecord) person = NULL, region = NULL;

  network_apply (n, plan);
  g_assert_cmpint (network_count (n, "body"), ==, 3);
  g_assert_cmpint (network_count (n, "person"), ==, 2);
  region = network_find (n, &mlg_body_kind, "siren", "200053742");
  g_assert_cmpstr (mlg_record_get_text (region, MLG_BODY_SHORT_NAME), ==, "R");
  person = network_find (n, &mlg_person_kind, "family_name", "DUPONT");
  g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_GIVEN_NAME), ==, "Camille");
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "“group”"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "private"));
  g_assert_true (network_says (plan, MLG_SEVERITY_NOTE, "TITLE is left aside"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "e-mail address is expected"));
  g_assert_cmpint (mlg_import_plan_get_row (plan, 6)->deed, ==, MLG_IMPORT_DEED_REFUSE);
}

/* Fields and their values drawn from what breaks files. */
static const char *
draw (void)
{
  static const char long_text[] = "un texte assez long pour que la ligne de la carte soit pliée "
                                  "deux fois au moins, parce qu’il dépasse 75 octets";
  static const char *const texts[] = {
    "Achats, marchés", "a;b", "C:\\new", "« l’été »", "=1+1", "x", "", "", long_text
  };

  return texts[g_test_rand_int_range (0, G_N_ELEMENTS (texts))];
}

static void
add_functions (Network *n, gint64 person, guint count, const gint64 *bodies)
{
  g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *where = g_strdup_printf ("%" G_GINT64_FORMAT, bodies[i]);

      network_add (n, &mlg_function_kind, "person", who, "body", where, "title", draw (), "role",
                   g_test_rand_bit () ? "legal" : "", "email",
                   g_test_rand_bit () ? "function@example.org" : "", "phone",
                   g_test_rand_bit () ? "+33 1" : "", "main", i == 1 ? "1" : "", NULL);
    }
}

static void
fill (Network *n)
{
  gint64 bodies[3];
  gint64 group = network_add (n, &mlg_group_kind, "name", "Voirie, réseaux; eau", NULL);
  g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, group);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Commune %u %s", i, draw ());

      bodies[i] =
          network_add (n, &mlg_body_kind, "name", name, "short_name", draw (), "address",
                       i == 1 ? "1, rue\nd’en bas" : "", "city", draw (), "postcode", "59000",
                       "email", "b@example.org", "phone", draw (), "website",
                       "https://example.org/a,b;c", "notes", draw (), "status", "member", NULL);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *family = g_strdup_printf ("%s%u", draw (), i);
      g_autofree char *email = g_strdup_printf ("p%u@example.org", i);
      gint64 id = network_add (n, &mlg_person_kind, "family_name", family, "given_name", draw (),
                               "civility", draw (), "email", g_test_rand_bit () ? email : "",
                               "phone", draw (), "mobile", draw (), "notes", draw (), "objection",
                               g_test_rand_bit () ? "1" : "", NULL);
      g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, id);

      add_functions (n, id, (guint) g_test_rand_int_range (0, 4), bodies);
      if (g_test_rand_bit ())
        network_add (n, &mlg_group_member_kind, "grp", in, "person", person, NULL);
    }
}

static char *export(Network *n, const MlgKind *kind, MlgVcardVersion version)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      mlg_export_cards (n->db, kind, NULL, version, MLG_AUDIENCE_NETWORK, issues, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What is exported and read back changes nothing; the same network gives the same bytes. */
static void
test_no_change (Network *n, gconstpointer data)
{
  for (guint round = 0; round < 20; round++)
    {
      const MlgKind *kind = round % 4 < 2 ? &mlg_person_kind : &mlg_body_kind;
      MlgVcardVersion version = round % 2 == 0 ? MLG_VCARD_3_0 : MLG_VCARD_4_0;
      g_autofree char *before = NULL, *after = NULL, *once = NULL, *twice = NULL;
      MlgImportResult result;

      fill (n);
      before = network_dump (n);
      once = export(n, kind, version);
      result = network_import (n, kind, MLG_IMPORT_REPLACE, "out.vcf", once);
      after = network_dump (n);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpuint (result.skipped, ==, result.read);
      twice = export(n, kind, version);
      if (result.skipped == result.read)
        g_assert_cmpuint (strlen (once), ==, strlen (twice));
      network_tear_down (n, NULL);
      network_set_up (n, NULL);
    }
}

/* Into an empty network, the same people do the same in the same bodies. */
static void
test_elsewhere (Network *n, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      MlgVcardVersion version = round % 2 == 0 ? MLG_VCARD_3_0 : MLG_VCARD_4_0;
      Network other = { 0 };
      g_autofree char *bodies = NULL, *people = NULL;

      fill (n);
      bodies = export(n, &mlg_body_kind, version);
      people = export(n, &mlg_person_kind, version);
      network_set_up (&other, NULL);
      network_import (&other, &mlg_body_kind, MLG_IMPORT_ADD, "b.vcf", bodies);
      network_import (&other, &mlg_person_kind, MLG_IMPORT_ADD, "p.vcf", people);
      g_assert_cmpint (network_count (&other, "body"), ==, network_count (n, "body"));
      g_assert_cmpint (network_count (&other, "person"), ==, network_count (n, "person"));
      g_assert_cmpint (network_count (&other, "function"), ==, network_count (n, "function"));
      network_tear_down (&other, NULL);
      network_tear_down (n, NULL);
      network_set_up (n, NULL);
    }
}

static void
test_audience (Network *n, gconstpointer data)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) buyers = NULL, nobody = NULL;
  g_autofree char *text = NULL;
  gint64 id = network_add (n, &mlg_person_kind, "family_name", "A", "email", "a@example.org",
                           "objection", "1", NULL);
  gint64 body = network_add (n, &mlg_body_kind, "name", "Lille", NULL);

  add_functions (n, id, 1, &body);
  buyers = mlg_export_cards (n->db, &mlg_person_kind, NULL, MLG_VCARD_4_0, MLG_AUDIENCE_BUYERS,
                             issues, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (buyers, NULL), g_bytes_get_size (buyers));
  g_assert_null (strstr (text, "EMAIL"));
  g_assert_nonnull (strstr (text, "ORG:Lille"));
  g_assert_nonnull (strstr (text, "X-NO-MAILINGS:true"));
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1);
  nobody = mlg_export_cards (n->db, &mlg_person_kind, NULL, MLG_VCARD_4_0, MLG_AUDIENCE_PUBLIC,
                             issues, &error);
  g_assert_null (nobody);
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING);
}

static void
test_report (Network *n, gconstpointer data)
{
  static const char *const columns[] = { "family_name", "phone", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgExportReport) all = NULL, buyers = NULL, some = NULL, public = NULL;
  g_autofree char *text = NULL;

  network_add (n, &mlg_person_kind, "family_name", "A", "email", "a@example.org", "objection", "1",
               NULL);
  network_add (n, &mlg_person_kind, "family_name", "B", "phone", "1", "mobile", "2", NULL);
  all = mlg_export_report_new (n->db, &mlg_person_kind, NULL, NULL, MLG_AUDIENCE_NETWORK, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->people, ==, 2);
  g_assert_cmpuint (all->emails, ==, 1);
  g_assert_cmpuint (all->phones, ==, 2);
  g_assert_cmpuint (all->objecting, ==, 1);
  text = mlg_export_report_to_text (all);
  g_assert_nonnull (strstr (text, "Personal data of 2 people leaves."));
  g_assert_nonnull (strstr (text, "\n  Mobile: 1"));
  buyers = mlg_export_report_new (n->db, &mlg_person_kind, NULL, NULL, MLG_AUDIENCE_BUYERS, &error);
  g_assert_cmpuint (buyers->emails, ==, 0);
  g_assert_cmpuint (buyers->people, ==, 2);
  some =
      mlg_export_report_new (n->db, &mlg_person_kind, NULL, columns, MLG_AUDIENCE_NETWORK, &error);
  g_assert_cmpuint (some->fields->len, ==, 2);
  g_assert_cmpuint (some->phones, ==, 1);
  public = mlg_export_report_new (n->db, &mlg_person_kind, NULL, NULL, MLG_AUDIENCE_PUBLIC, &error);
  g_assert_cmpuint (public->people, ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/exchange/cards/" path, Network, NULL, network_set_up, func, network_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("person", test_person);
  ADD ("known", test_known);
  ADD ("class", test_class);
  ADD ("kinds", test_kinds);
  ADD ("no-change", test_no_change);
  ADD ("elsewhere", test_elsewhere);
  ADD ("audience", test_audience);
  ADD ("report", test_report);
  return g_test_run ();
}
