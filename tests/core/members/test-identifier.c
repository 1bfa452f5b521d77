/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-identifier.h"
#include "mlg-contact.h"
#include "mlg-nuts.h"

typedef char *(*Check) (const char *text);

typedef struct
{
  Check clean, check;
  const char *given, *kept;
  gboolean accepted;
} Case;

static void
test_forms (void)
{
  static const Case cases[] = {
    { mlg_siren_clean, mlg_siren_check, "215 903 501", "215903501", TRUE },
    { mlg_siren_clean, mlg_siren_check, "73282932000074", "732829320", TRUE },
    { mlg_siren_clean, mlg_siren_check, "21590350", "21590350", FALSE },
    { mlg_siren_clean, mlg_siren_check, "21590350A", "21590350A", FALSE },
    { mlg_siret_clean, mlg_siret_check, "732 829 320 00074", "73282932000074", TRUE },
    { mlg_siret_clean, mlg_siret_check, "732829320", "732829320", FALSE },
    { mlg_insee_clean, mlg_insee_check, "1004", "01004", TRUE },
    { mlg_insee_clean, mlg_insee_check, "2a004", "2A004", TRUE },
    { mlg_insee_clean, mlg_insee_check, "97105", "97105", TRUE },
    { mlg_insee_clean, mlg_insee_check, "59", "59", TRUE },
    { mlg_insee_clean, mlg_insee_check, "593500", "593500", FALSE },
    { mlg_insee_clean, mlg_insee_check, "2C004", "2C004", FALSE },
    { mlg_email_clean, mlg_email_check, "Achats <achats@example.org>", "achats@example.org", TRUE },
    { mlg_email_clean, mlg_email_check, "mailto:a@example.org", "a@example.org", TRUE },
    { mlg_email_clean, mlg_email_check, "achats@", "achats@", FALSE },
    { mlg_email_clean, mlg_email_check, "a@b@example.org", "a@b@example.org", FALSE },
    { mlg_website_clean, mlg_website_check, "www.example.org", "https://www.example.org", TRUE },
    { mlg_website_clean, mlg_website_check, "javascript://x.y/", "javascript://x.y/", FALSE },
    { mlg_perimeter_clean, mlg_perimeter_check, "frf3, FRE1 FRE1", "FRE1 FRF3", TRUE },
    { mlg_perimeter_clean, mlg_perimeter_check, "FRE1 XX", "FRE1 XX", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = cases[i].clean (cases[i].given);
      g_autofree char *wrong = cases[i].check (kept);

      g_assert_cmpstr (kept, ==, cases[i].kept);
      g_assert_true (cases[i].accepted == (wrong == NULL));
    }
}

/* A wrong key is told, never refused. */
static void
test_keys (void)
{
  static const struct
  {
    Check warn;
    const char *number;
    gboolean odd;
  } cases[] = {
    { mlg_siren_warn, "404833048", FALSE },      { mlg_siren_warn, "443121975", FALSE },
    { mlg_siren_warn, "732829320", FALSE },      { mlg_siren_warn, "404833047", TRUE },
    { mlg_siret_warn, "73282932000074", FALSE }, { mlg_siret_warn, "73282932000079", TRUE },
    { mlg_siret_warn, "35600000000048", FALSE }, { mlg_siret_warn, "35600000000016", TRUE },
    { mlg_siret_warn, "35600000000015", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *odd = cases[i].warn (cases[i].number);

      g_assert_true (cases[i].odd == (odd != NULL));
    }
}

static void
test_vat (void)
{
  g_autofree char *first = mlg_siren_get_vat ("443121975");
  g_autofree char *second = mlg_siren_get_vat ("732829320");

  g_assert_cmpstr (first, ==, "FR46443121975");
  g_assert_cmpstr (second, ==, "FR44732829320");
}

static void
test_display (void)
{
  g_autofree char *siren = mlg_identifier_display ("215903501");
  g_autofree char *siret = mlg_identifier_display ("21590350100017");
  g_autofree char *odd = mlg_identifier_display ("21590");

  g_assert_cmpstr (siren, ==, "215\u202f903\u202f501");
  g_assert_cmpstr (siret, ==, "215\u202f903\u202f501\u202f00017");
  g_assert_cmpstr (odd, ==, "21590");
  g_assert_null (mlg_identifier_display (NULL));
}

static void
test_territories (void)
{
  g_assert_cmpstr (mlg_departement_get_nuts ("59"), ==, "FRE11");
  g_assert_cmpstr (mlg_departement_get_region ("59"), ==, "32");
  g_assert_null (mlg_departement_get_nuts ("20"));
  for (const MlgCode *code = mlg_departements.codes; code->code != NULL; code++)
    {
      const char *region = mlg_departement_get_region (code->code);
      const char *nuts = mlg_departement_get_nuts (code->code);

      if (region != NULL)
        g_assert_nonnull (mlg_code_list_find (&mlg_regions, region));
      if (nuts != NULL)
        g_assert_nonnull (mlg_code_list_find (&mlg_nuts_codes, nuts));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/members/identifier/forms", test_forms);
  g_test_add_func ("/members/identifier/keys", test_keys);
  g_test_add_func ("/members/identifier/vat", test_vat);
  g_test_add_func ("/members/identifier/display", test_display);
  g_test_add_func ("/members/identifier/territories", test_territories);
  return g_test_run ();
}
