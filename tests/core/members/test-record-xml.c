/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-xml-write.h"
#include "document/mlg-xml.h"
#include "members/mlg-body.h"
#include "members/mlg-person.h"
#include "network-file.h"
#include "store/mlg-record-xml.h"

static char *
write_xml (NetworkFile *f, const MlgKind *kind, gint64 id, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) record = mlg_record_load (f->db, kind, id, &error);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (xmlDoc) tree = NULL;
  g_autoptr (GRegex) ids = g_regex_new (" id=\"[0-9]+\"|\n *", 0, 0, NULL);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (records, record);
  tree = mlg_record_make_context (f->db, records, depth, &error);
  g_assert_no_error (error);
  text = mlg_xml_write_node (xmlFirstElementChild (xmlDocGetRootElement (tree)));
  return g_regex_replace (ids, text, -1, 0, "", 0, NULL);
}

static char *
number (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static void
assert_xml (NetworkFile *f, const MlgKind *kind, gint64 id, guint depth, const char *expected)
{
  g_autofree char *written = write_xml (f, kind, id, depth);

  g_assert_cmpstr (written, ==, expected);
}

static void
test_fields (NetworkFile *f, gconstpointer data)
{
  g_autofree char *nord = number (network_file_add (f, "body", "name", "Nord", NULL));
  gint64 lille =
      network_file_add (f, "body", "name", "Lille & <co>", "status", "member", "joined_on",
                        "2024-03-03", "population", "238246", "parent", nord, NULL);

  assert_xml (f, &mlg_body_kind, lille, 0,
              "<body><name>Lille &amp; &lt;co&gt;</name><status title=\"Member\">member</status>"
              "<joined_on type=\"date\">2024-03-03</joined_on>"
              "<population type=\"number\">238246</population>"
              "<parent><name>Nord</name></parent></body>");
}

/* Functions are parts of the person and of the body; each names the other end. */
static void
test_parts (NetworkFile *f, gconstpointer data)
{
  gint64 body = network_file_add (f, "body", "name", "Lille", "insee", "59350", NULL);
  gint64 person = network_file_add (f, "person", "given_name", "Responsable", "family_name",
                                    "Achats", "objection", "1", NULL);
  g_autofree char *body_id = number (body);
  g_autofree char *person_id = number (person);

  network_file_add (f, "function", "person", person_id, "body", body_id, "role", "procurement",
                    NULL);
  assert_xml (f, &mlg_person_kind, person, 1,
              "<person><name>Responsable Achats</name><given_name>Responsable</given_name>"
              "<family_name>Achats</family_name><objection type=\"yes-no\">true</objection>"
              "<functions><function><body><name>Lille</name></body>"
              "<role title=\"Procurement\">procurement</role></function></functions></person>");
  assert_xml (f, &mlg_body_kind, body, 2,
              "<body><name>Lille</name><insee>59350</insee>"
              "<functions><function><person><name>Responsable Achats</name>"
              "<given_name>Responsable</given_name><family_name>Achats</family_name>"
              "<objection type=\"yes-no\">true</objection></person>"
              "<role title=\"Procurement\">procurement</role></function></functions></body>");
}

/* What no XML may hold does not make XML that nobody can read. */
static void
test_odd_text (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);

  network_file_begin (f);
  mlg_connection_execute (f->db, &error, "UPDATE body SET notes='a' || char(1) || 'b'", "");
  g_assert_no_error (error);
  network_file_commit (f);
  assert_xml (f, &mlg_body_kind, body, 0,
              "<body><name>Lille</name><notes type=\"long-text\">a b</notes></body>");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/record-xml/fields", test_fields);
  ADD_TEST ("/members/record-xml/parts", test_parts);
  ADD_TEST ("/members/record-xml/odd-text", test_odd_text);
  return g_test_run ();
}
