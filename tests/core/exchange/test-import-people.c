/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "network.h"
#include "store/mlg-history.h"

#define PEOPLE                                                                                     \
  "Civilité;Nom;Prénom;Organisme;SIREN;Fonction;Rôle;Courriel;Téléphone\n"                    \
  "Mme;ACHETEUR;Une;Ville de Lille;;Acheteuse;procurement;une@example.org;320495000\n"             \
  "M.;JURISTE;Un;Commune neuve;210100012;Juriste;Juriste en chef;un@example.org;\n"                \
  "M.;JURISTE;Un;Lille;215903501;Conseil;;un@example.org;\n"

static gint64
add_lille (Network *n)
{
  return network_add (n, &mlg_body_kind, "name", "Lille", "siren", "215903501", "insee", "59350",
                      "status", "member", NULL);
}

/* A row gives a person, a function and a body; a second row of the same person a second function. */
static void
test_rows (Network *n, gconstpointer data)
{
  gint64 lille = add_lille (n);
  g_autoptr (MlgImportPlan) plan =
      network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv", PEOPLE);
  g_autoptr (MlgRecord) buyer = NULL, function = NULL, body = NULL;

  network_refresh (n, plan);
  g_assert_cmpint (network_count (n, "person"), ==, 0);
  network_apply (n, plan);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->added, ==, 2);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->merged, ==, 1);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->functions, ==, 3);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->bodies, ==, 1);
  buyer = network_find (n, &mlg_person_kind, "email", "une@example.org");
  g_assert_cmpstr (mlg_record_get_text (buyer, MLG_PERSON_PHONE), ==, "0320495000");
  g_assert_cmpstr (mlg_record_get_text (buyer, MLG_PERSON_TITLE), ==, "Mme");
  function = network_find (n, &mlg_function_kind, "title", "Acheteuse");
  g_assert_cmpint (mlg_record_get_integer (function, MLG_FUNCTION_BODY), ==, lille);
  g_assert_cmpstr (mlg_record_get_text (function, MLG_FUNCTION_ROLE), ==, "procurement");
  body = network_find (n, &mlg_body_kind, "siren", "210100012");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_STATUS), ==, "prospect");
  g_assert_true (network_says (plan, MLG_SEVERITY_NOTE, "“Commune neuve” is not known yet"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "“Juriste en chef”"));
}

static void
test_one_action (Network *n, gconstpointer data)
{
  g_autofree char *before = network_dump (n);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  network_import (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv", PEOPLE);
  g_assert_cmpint (network_count (n, "function"), ==, 3);
  g_assert_true (mlg_history_undo (n->db, NULL, NULL, &error));
  after = network_dump (n);
  g_assert_cmpstr (before, ==, after);
}

static void
test_twice (Network *n, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  network_import (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv", PEOPLE);
  before = network_dump (n);
  for (MlgImportMode mode = MLG_IMPORT_ADD; mode <= MLG_IMPORT_MERGE; mode++)
    {
      MlgImportResult again = network_import (n, &mlg_person_kind, mode, "people.csv", PEOPLE);

      g_assert_cmpuint (again.skipped, ==, 3);
    }
  after = network_dump (n);
  g_assert_cmpstr (before, ==, after);
}

static void
test_modes (Network *n, gconstpointer data)
{
  const char *more = "Nom;Prénom;Organisme;Fonction;Courriel;Mobile\n"
                     "ACHETEUR;Deux;Ville de Lille;Cheffe;une@example.org;0612345678\n";
  g_autoptr (MlgRecord) merged = NULL, replaced = NULL;

  add_lille (n);
  network_import (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv", PEOPLE);
  g_assert_cmpuint (network_import (n, &mlg_person_kind, MLG_IMPORT_ADD, "more.csv", more).skipped,
                    ==, 1);
  g_assert_cmpuint (
      network_import (n, &mlg_person_kind, MLG_IMPORT_MERGE, "more.csv", more).functions, ==, 1);
  merged = network_find (n, &mlg_person_kind, "email", "une@example.org");
  g_assert_cmpstr (mlg_record_get_text (merged, MLG_PERSON_MOBILE), ==, "0612345678");
  g_assert_cmpstr (mlg_record_get_text (merged, MLG_PERSON_GIVEN_NAME), ==, "Une");
  g_assert_cmpuint (
      network_import (n, &mlg_person_kind, MLG_IMPORT_REPLACE, "more.csv", more).replaced, ==, 1);
  replaced = network_find (n, &mlg_person_kind, "email", "une@example.org");
  g_assert_cmpstr (mlg_record_get_text (replaced, MLG_PERSON_GIVEN_NAME), ==, "Deux");
}

/* By the address; by the name in the same body; never by the name alone in another one. */
static void
test_duplicates (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = NULL;

  add_lille (n);
  network_import (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv", PEOPLE);
  plan = network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "again.csv",
                       "Nom;Prénom;Organisme;E-mail\n"
                       "Acheteur;une;LILLE;other@example.org\n"
                       "Acheteur;Une;Roubaix;third@example.org\n"
                       "Accueil;;;UNE@example.org\n"
                       ";Personne;Lille;\n");
  network_refresh (n, plan);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 0)->deed, ==, MLG_IMPORT_DEED_SKIP);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 0)->key, ==, MLG_IMPORT_BY_NAME);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 1)->deed, ==, MLG_IMPORT_DEED_ADD);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 2)->deed, ==, MLG_IMPORT_DEED_SKIP);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 2)->key, ==, MLG_PERSON_EMAIL);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "taken for the same person"));
  g_assert_cmpint (mlg_import_plan_get_row (plan, 3)->deed, ==, MLG_IMPORT_DEED_REFUSE);
  g_assert_cmpint (mlg_import_plan_get_row (plan, 3)->line, ==, 5);
}

static void
test_alike (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = NULL;

  network_add (n, &mlg_body_kind, "name", "Communauté de communes du Pévèle", NULL);
  plan = network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv",
                       "Nom;Organisme\n"
                       "A;Communauté de comunes du Pevele\n"
                       "B;Communauté de communes de Flandre\n"
                       "C;Autre chose\n"
                       "D;\n");
  network_refresh (n, plan);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "is taken for"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "looks like"));
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->bodies, ==, 2);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->functions, ==, 3);
}

static void
test_functions_without_body (Network *n, gconstpointer data)
{
  g_autoptr (MlgImportPlan) plan = network_plan (n, &mlg_person_kind, MLG_IMPORT_ADD, "people.csv",
                                                 "Nom;Fonction;SIREN\nA;Chef;\nB;Chef;999999999\n");

  network_refresh (n, plan);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->added, ==, 2);
  g_assert_cmpuint (mlg_import_plan_get_result (plan)->functions, ==, 0);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "no body is named"));
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "no body has this number"));
}

static void
test_groups (Network *n, gconstpointer data)
{
  const char *text = "Nom;Groupes\nA;\"Restauration, achats; Voirie\"\nB;Voirie, Autre\n";
  g_autoptr (MlgImportPlan) plan = NULL;

  network_add (n, &mlg_group_kind, "name", "Restauration, achats", NULL);
  network_add (n, &mlg_group_kind, "name", "Voirie", NULL);
  plan = network_plan (n, &mlg_person_kind, MLG_IMPORT_MERGE, "people.csv", text);
  network_apply (n, plan);
  g_assert_cmpint (network_count (n, "group_member"), ==, 3);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "no group “Autre”"));
  network_import (n, &mlg_person_kind, MLG_IMPORT_MERGE, "people.csv", text);
  g_assert_cmpint (network_count (n, "group_member"), ==, 3);
}

/* A column that has the name of a field which the network added goes to it. */
static void
test_custom_fields (Network *n, gconstpointer data)
{
  const char *text = "Nom;Courriel;Organisme;Permanence;Convention\n"
                     "A;a@example.org;Lille;Lundi;oui\nA;a@example.org;Arras;Lundi;oui\n"
                     "B;;;Mardi;peut-être\n";
  g_autoptr (MlgImportPlan) plan = NULL;
  g_autofree char *before = NULL, *after = NULL;

  network_add (n, &mlg_custom_field_kind, "name", "Permanence", "kind", "person", "type", "text",
               NULL);
  network_add (n, &mlg_custom_field_kind, "name", "Convention", "kind", "person", "type", "boolean",
               NULL);
  plan = network_plan (n, &mlg_person_kind, MLG_IMPORT_MERGE, "p.csv", text);
  network_apply (n, plan);
  g_assert_cmpint (network_count (n, "custom_value"), ==, 3);
  g_assert_true (network_says (plan, MLG_SEVERITY_WARNING, "peut-être"));
  before = network_dump (n);
  network_import (n, &mlg_person_kind, MLG_IMPORT_REPLACE, "p.csv", text);
  after = network_dump (n);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (
      network_import (n, &mlg_person_kind, MLG_IMPORT_REPLACE, "p.csv", "Nom;Permanence\nB;Jeudi\n")
          .replaced,
      ==, 1);
  g_assert_cmpint (network_count (n, "custom_value WHERE value='Jeudi'"), ==, 1);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/exchange/import-people/" path, Network, NULL, network_set_up, func,                \
              network_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows", test_rows);
  ADD ("one-action", test_one_action);
  ADD ("twice", test_twice);
  ADD ("modes", test_modes);
  ADD ("duplicates", test_duplicates);
  ADD ("alike", test_alike);
  ADD ("functions-without-body", test_functions_without_body);
  ADD ("groups", test_groups);
  ADD ("custom-fields", test_custom_fields);
  return g_test_run ();
}
