/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/mlg-export.h"
#include "exchange/mlg-table-reader.h"
#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "network.h"

#define BODIES "Nom;SIREN;Population;Ville\nLille;215903501;238246;Lille\nRoubaix;;98828;Roubaix\n"

static const MlgImportRow *
get (MlgImportPlan *plan, guint row)
{
  return mlg_import_plan_get_row (plan, row);
}

static void
test_rows (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = NULL;
  const MlgImportChange *change;

  network_add (n, &mlg_body_kind, "name", "LILLE", "siren", "215903501", "population", "1", NULL);
  plan = network_plan (n, &mlg_body_kind, MLG_IMPORT_REPLACE, "b.csv",
                       BODIES "Total;;337074;\n;;5;\n");
  network_refresh (n, plan);
  g_assert_cmpuint (mlg_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpint (get (plan, 0)->deed, ==, MLG_IMPORT_DEED_REPLACE);
  g_assert_cmpint (get (plan, 0)->key, ==, MLG_BODY_SIREN);
  g_assert_cmpuint (get (plan, 0)->changes->len, ==, 3);
  change = get (plan, 0)->changes->pdata[0];
  g_assert_cmpstr (change->field->name, ==, "name");
  g_assert_cmpstr (change->before, ==, "LILLE");
  g_assert_cmpstr (change->after, ==, "Lille");
  g_assert_cmpint (get (plan, 1)->deed, ==, MLG_IMPORT_DEED_ADD);
  g_assert_cmpint (get (plan, 2)->deed, ==, MLG_IMPORT_DEED_SKIP);
  g_assert_null (get (plan, 2)->record);
  g_assert_cmpint (get (plan, 3)->deed, ==, MLG_IMPORT_DEED_REFUSE);
  g_assert_cmpuint (get (plan, 3)->n_issues, ==, 1);
  g_assert_cmpint (
      mlg_issue_list_get (mlg_import_plan_get_issues (plan), get (plan, 3)->first_issue)->line, ==,
      5);
  g_assert_cmpint (network_count (n, "body"), ==, 1);
}

static void
test_choices (Network *n, gconstpointer data)
{
  gint64 other = network_add (n, &mlg_body_kind, "name", "Métropole", NULL);
  g_autoptr (MlgImportPlan) plan = NULL;
  g_autoptr (MlgRecord) merged = NULL;

  network_add (n, &mlg_body_kind, "name", "Lille", "siren", "215903501", NULL);
  plan = network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv", BODIES "Tourcoing;;97476;\n");
  network_refresh (n, plan);
  g_assert_cmpint (get (plan, 0)->deed, ==, MLG_IMPORT_DEED_SKIP);
  mlg_import_plan_choose (plan, 0, MLG_IMPORT_DEED_ADD, 0);
  mlg_import_plan_choose (plan, 1, MLG_IMPORT_DEED_MERGE, other);
  mlg_import_plan_choose (plan, 2, MLG_IMPORT_DEED_SKIP, 0);
  network_apply (n, plan);
  g_assert_cmpint (get (plan, 0)->deed, ==, MLG_IMPORT_DEED_ADD);
  g_assert_cmpint (get (plan, 1)->deed, ==, MLG_IMPORT_DEED_MERGE);
  g_assert_cmpint (get (plan, 1)->key, ==, MLG_IMPORT_BY_CHOICE);
  g_assert_cmpint (get (plan, 2)->deed, ==, MLG_IMPORT_DEED_SKIP);
  g_assert_cmpint (network_count (n, "body"), ==, 3);
  merged = network_find (n, &mlg_body_kind, "name", "Métropole");
  g_assert_cmpint (mlg_record_get_integer (merged, MLG_BODY_POPULATION), ==, 98828);
  mlg_import_plan_forget_choice (plan, 2);
  network_refresh (n, plan);
  g_assert_cmpint (get (plan, 2)->deed, ==, MLG_IMPORT_DEED_ADD);
}

static void
test_status (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = network_plan (
      n, &mlg_body_kind, MLG_IMPORT_MERGE, "b.csv",
      "Nom;SIREN;Statut\nLille;215903501;\nRoubaix;;Prospect\nTourcoing;215905993;\n");
  g_autoptr (MlgRecord) fresh = NULL;
  g_autoptr (MlgRecord) told = NULL;
  g_autoptr (MlgRecord) known = NULL;

  network_add (n, &mlg_body_kind, "name", "Tourcoing", "siren", "215905993", NULL);
  mlg_import_plan_set_status (plan, "member");
  network_apply (n, plan);
  fresh = network_find (n, &mlg_body_kind, "name", "Lille");
  told = network_find (n, &mlg_body_kind, "name", "Roubaix");
  known = network_find (n, &mlg_body_kind, "name", "Tourcoing");
  g_assert_cmpstr (mlg_record_get_text (fresh, MLG_BODY_STATUS), ==, "member");
  g_assert_cmpstr (mlg_record_get_text (told, MLG_BODY_STATUS), ==, "prospect");
  g_assert_null (mlg_record_get_text (known, MLG_BODY_STATUS));
}

/* What changed between the plan and its doing is planned again. */
static void
test_stale (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan =
      network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv", BODIES);

  network_refresh (n, plan);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->added, ==, 2);
  network_add (n, &mlg_body_kind, "name", "Roubaix", "city", "Roubaix", NULL);
  network_apply (n, plan);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->added, ==, 1);
  g_assert_cmpint (network_count (n, "body"), ==, 2);
}

/* A name, a number, a later row, and nobody. */
static void
test_references (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = NULL;
  g_autoptr (MlgRecord) first = NULL, second = NULL, third = NULL, last = NULL;

  network_add (n, &mlg_body_kind, "name", "Métropole", "siren", "200093201", NULL);
  plan =
      network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv",
                    "Nom;Rattaché à;Parrain\nA;metropole;D\nB;200 093 201;\nC;Personne;\nD;A;\n");
  network_apply (n, plan);
  first = network_find (n, &mlg_body_kind, "name", "A");
  second = network_find (n, &mlg_body_kind, "name", "B");
  third = network_find (n, &mlg_body_kind, "name", "C");
  last = network_find (n, &mlg_body_kind, "name", "D");
  g_assert_cmpint (mlg_record_get_integer (first, MLG_BODY_SPONSOR), ==, mlg_record_get_id (last));
  g_assert_cmpint (mlg_record_get_integer (last, MLG_BODY_PARENT), ==, mlg_record_get_id (first));
  g_assert_cmpint (mlg_record_get_integer (second, MLG_BODY_PARENT), ==,
                   mlg_record_get_integer (first, MLG_BODY_PARENT));
  g_assert_true (mlg_record_is_null (third, MLG_BODY_PARENT));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "no body is known as “Personne”"));
}

/* A ring of bodies is no tree: what would close it is left aside, and the rest is imported. */
static void
test_rings (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = network_plan (n, &mlg_body_kind, MLG_IMPORT_MERGE, "b.csv",
                                                 "Nom;Rattaché à\nA;C\nB;A\nC;B\nD;D\n");

  network_apply (n, plan);
  g_assert_cmpint (network_count (n, "body WHERE parent IS NOT NULL"), ==, 2);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "“D” leads back"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "“C” leads back"));
}

static void
test_names_alike (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = NULL;

  network_add (n, &mlg_body_kind, "name", "Saint-Amand-les-Eaux", "departement", "59", NULL);
  plan = network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv",
                       "Nom;Département\nVille de Saint-Amand-les-Eaux;\n"
                       "Saint-Amand-les-Eau;59\nSaint-Amand-les-Eaux;62\n");
  network_refresh (n, plan);
  g_assert_cmpint (get (plan, 0)->deed, ==, MLG_IMPORT_DEED_SKIP);
  g_assert_cmpint (get (plan, 1)->deed, ==, MLG_IMPORT_DEED_ADD);
  g_assert_nonnull (get (plan, 1)->alike);
  g_assert_cmpfloat (get (plan, 1)->score, >, 0.9);
  g_assert_cmpint (get (plan, 2)->deed, ==, MLG_IMPORT_DEED_ADD);
  g_assert_null (get (plan, 2)->alike);
}

/* What spreadsheets do to numbers, dates and addresses. */
static void
test_cells (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = network_plan (
      n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv",
      "Nom;SIREN;SIRET;Code INSEE;Membre depuis;Courriel;Téléphone;Couleur\n"
      "A;215903501.0;2,15903501E+13;1004;23 nov. 2026;a@example.org, "
      "b@example.org;320000000;bleu\n"
      "B;;;;1er déc. 26;;;\nC;;;;46349;;;\nD;;;;5/2/24;;;\nE;;;;lundi 23 novembre 2026;;;\n"
      "F;;;;hier;;;\n");
  static const char *const dates[] = { "2026-11-23", "2026-12-01", "2026-11-23",
                                       "2024-02-05", "2026-11-23", NULL };

  network_refresh (n, plan);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_assert_cmpstr (mlg_record_get_text (get (plan, i)->record, MLG_BODY_JOINED_ON), ==, dates[i]);
  g_assert_cmpstr (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_SIREN), ==, "215903501");
  g_assert_null (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_SIRET));
  g_assert_cmpstr (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_INSEE), ==, "01004");
  g_assert_cmpstr (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_EMAIL), ==,
                   "a@example.org");
  g_assert_cmpstr (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_PHONE), ==, "0320000000");
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "rounded"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "several addresses"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "“hier”"));
  g_assert_true (network_says (plan, MLG_SEVERITY_NOTE, "“Couleur” goes to no field"));
}

/* Titles above, headings on two rows, totals below. */
static void
test_headings (Network *n, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *name;
    guint n_rows;
    guint n_notes;
  } cases[] = {
    { "Liste;2026\n\nNom;SIREN\nA;215903501\n", "A", 1, 1 },
    { "Code;Nom de la;Population\nINSEE;commune;totale\n59350;A;238 246\n", "A", 1, 0 },
    { "Annuaire;;\nOrganisme;;Autre\nNom;SIREN;Notes\nA;215903501;x\nTotal;1;\n", "A", 2, 3 },
    { "Organisme;;Contact;\nNom;SIREN;Nom;Courriel\nA;;B;\n", "A", 1, 1 },
    { "Nom;Type\nCommune;Région\n", "Commune", 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MlgImportPlan) plan =
          network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv", cases[i].text);

      network_refresh (n, plan);
      g_assert_cmpuint (mlg_import_plan_get_n_rows (plan), ==, cases[i].n_rows);
      g_assert_cmpstr (mlg_record_get_text (get (plan, 0)->record, MLG_BODY_NAME), ==,
                       cases[i].name);
      g_assert_cmpuint (mlg_issue_list_get_n (mlg_import_plan_get_issues (plan)), ==,
                        cases[i].n_notes);
    }
}

static void
test_whole_names (Network *n, gconstpointer data)
{
  static const char *const names[][2] = { { "MARTIN", "Camille" },
                                          { "D’ARC LE GRAND", "Anne Marie" },
                                          { "Camille Martin", NULL },
                                          { "Chef CCI Nord", NULL } };
  g_autoptr (MlgImportPlan) plan =
      network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "p.csv",
                    "Nom et prénom;Fonction\nMARTIN Camille;\nAnne Marie D’ARC LE GRAND;\n"
                    "Camille Martin;\nChef CCI Nord;\n");

  network_refresh (n, plan);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      MlgRecord *person = get (plan, i)->record;

      g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_FAMILY_NAME), ==, names[i][0]);
      g_assert_cmpstr (mlg_record_get_text (person, MLG_PERSON_GIVEN_NAME), ==, names[i][1]);
    }
}

static void
test_memory (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan =
      network_plan (n, &mlg_body_kind, MLG_IMPORT_ADD, "b.csv", "Quoi;Nom;Où\nx;A;Lille\n");
  MlgTable *table = mlg_import_plan_get_table (plan, 0);
  MlgMapping *mapping = mlg_import_plan_get_mapping (plan, 0);
  g_autoptr (GVariant) remembered = NULL;
  g_autoptr (MlgMapping) other = NULL, people = NULL;

  g_assert_true (mlg_mapping_set (mapping, table, "Où=city", NULL));
  g_assert_true (mlg_mapping_set (mapping, table, "Quoi=", NULL));
  remembered = g_variant_ref_sink (mlg_mapping_remember (mapping, table, NULL));
  g_assert_cmpstr (g_variant_get_type_string (remembered), ==, "a{ss}");
  other = mlg_mapping_guess (table, &mlg_body_kind);
  g_assert_cmpint (mlg_mapping_get_field (other, 2), ==, -1);
  mlg_mapping_recall (other, table, remembered);
  g_assert_cmpint (mlg_mapping_get_field (other, 2), ==, MLG_BODY_CITY);
  g_assert_cmpint (mlg_mapping_get_field (other, 0), ==, -1);
  people = mlg_mapping_guess (table, &mlg_person_kind);
  mlg_mapping_recall (people, table, remembered);
  g_assert_cmpint (mlg_mapping_get_field (people, 2), ==, -1);
}

static const char *
pick (const char *const *list, guint n)
{
  return list[g_test_rand_int_range (0, (gint) n)];
}

/* A network of any bodies and people, with names that meet. */
static void
fill (Network *n)
{
  /* The same names in two places, but never twice in one: that only a number could tell. */
  static const char *const names[] = { "Saint-Denis", "L’Isle", "Région; Nord", "=Somme()" };
  static const char *const places[] = { "59", "2A" };
  static const char *const people[] = { "MARTIN", "Bernard", "Responsable des achats", "D’Arc" };
  static const char *const titles[] = { "Acheteur", "Chef, adjoint", "" };
  static const char *const roles[] = { "procurement", "legal", "" };
  gint64 bodies[8], group = network_add (n, &mlg_group_kind, "name", "Voirie, réseaux", NULL);

  g_autofree char *custom = g_strdup_printf (
      "%" G_GINT64_FORMAT, network_add (n, &mlg_custom_field_kind, "name", "Visite du", "kind",
                                        "person", "type", "date", NULL));

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *siren = g_strdup_printf ("%09d", g_test_rand_int_range (1, 999999999));
      g_autofree char *parent =
          i > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, bodies[i / 2]) : g_strdup ("");

      bodies[i] =
          network_add (n, &mlg_body_kind, "name", names[i % 4], "siren", i % 2 == 0 ? siren : "",
                       "departement", places[i / 4], "parent", parent, "joined_on", "2024-03-03",
                       "status", "member", "category", "7210", "notes", "two\nlines", NULL);
    }
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *email = g_strdup_printf ("p%u@example.org", i);
      gint64 id = network_add (n, &mlg_person_kind, "family_name",
                               pick (people, G_N_ELEMENTS (people)), "email", email, "phone",
                               "+33 3 20 00 00 00", "objection", i % 3 == 0 ? "oui" : "", NULL);
      g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, group);

      network_add (n, &mlg_group_member_kind, "grp", in, "person", person, NULL);
      network_add (n, &mlg_custom_value_kind, "field", custom, "person", person, "value",
                   i % 2 == 0 ? "2026-11-23" : "2024-02-29", NULL);
      for (guint j = 0; j < i % 3; j++)
        {
          g_autofree char *body = g_strdup_printf ("%" G_GINT64_FORMAT, bodies[2 * j]);

          network_add (n, &mlg_function_kind, "person", person, "body", body, "title",
                       pick (titles, G_N_ELEMENTS (titles)), "role",
                       pick (roles, G_N_ELEMENTS (roles)), "email", j > 0 ? email : "", NULL);
        }
    }
}

/* What is exported and read back changes nothing, whatever becomes of what is there. */
static void
test_no_change (Network *n, gconstpointer data)
{
  static const MlgKind *const kinds[] = { &mlg_body_kind, &mlg_person_kind };

  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *before = NULL;

      fill (n);
      before = network_dump (n);
      for (guint i = 0; i < 2 * 3; i++)
        {
          g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = mlg_export_table (n->db, kinds[i / 3], NULL, NULL,
                                                       MLG_AUDIENCE_NETWORK, issues, &error);
          g_autofree char *text =
              g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
          MlgImportResult result =
              network_import (n, kinds[i / 3], (MlgImportMode) (i % 3), "out.csv", text);
          g_autofree char *after = network_dump (n);

          g_assert_cmpstr (before, ==, after);
          g_assert_cmpuint (result.skipped, ==, result.read);
        }
      network_tear_down (n, NULL);
      network_set_up (n, NULL);
    }
}

#define ADD(path, func)                                                                            \
  g_test_add ("/exchange/import-plan/" path, Network, NULL, network_set_up, func, network_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("choices", test_choices);
  ADD ("status", test_status);
  ADD ("stale", test_stale);
  ADD ("references", test_references);
  ADD ("rings", test_rings);
  ADD ("names-alike", test_names_alike);
  ADD ("cells", test_cells);
  ADD ("headings", test_headings);
  ADD ("whole-names", test_whole_names);
  ADD ("memory", test_memory);
  ADD ("no-change", test_no_change);
  return g_test_run ();
}
