/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "template/mlg-french.h"
#include "template/mlg-template-error.h"

typedef struct
{
  const char *format, *kept, *printed;
} Printed;

static void
test_print (void)
{
  static const Printed cases[] = {
    { "amount", "1234.56", "1\u202f234,56\u00a0€" },
    { "amount", "25000", "25\u202f000\u00a0€" },
    { "amount", "1234567.5", "1\u202f234\u202f567,50\u00a0€" },
    { "amount", "-12", "\u221212\u00a0€" },
    { "percentage", "40", "40\u00a0%" },
    { "percentage", "12.50", "12,5\u00a0%" },
    { "number", "999", "999" },
    { "number", "1000.25", "1\u202f000,25" },
    { "date", "2026-11-23", "23\u00a0novembre 2026" },
    { "date", "2026-03-01", "1er\u00a0mars 2026" },
    { "date", "not a date", "not a date" },
    { "long-date", "2026-11-23", "lundi 23\u00a0novembre 2026" },
    { "time", "2026-11-23T09:05:00", "9\u00a0h\u00a005" },
    { "time", "14:00", "14\u00a0h" },
    { "duration", "1 years", "1\u00a0an" },
    { "duration", "12 months", "12\u00a0mois" },
    { "duration", "1.5 hours", "1,5\u00a0heure" },
    { "yes-no", "true", "oui" },
    { "text", "l’eau", "l’eau" },
    { NULL, "x", "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *printed = mlg_french_print (cases[i].format, cases[i].kept);

      g_assert_cmpstr (printed, ==, cases[i].printed);
    }
}

typedef struct
{
  char *(*parse) (const char *text, GError **error);
  const char *text, *kept; /* kept %NULL: refused */
} Parsed;

static void
test_parse (void)
{
  static const Parsed cases[] = {
    { mlg_french_parse_number, "1 234,56 €", "1234.56" },
    { mlg_french_parse_number, "1\u202f234,56\u00a0€", "1234.56" },
    { mlg_french_parse_number, "1,234.56", "1234.56" },
    { mlg_french_parse_number, "1.234,56", "1234.56" },
    { mlg_french_parse_number, "40 %", "40" },
    { mlg_french_parse_number, "douze", NULL },
    { mlg_french_parse_number, "12 bis", NULL },
    { mlg_french_parse_number, "-5", "-5" },
    { mlg_french_parse_number, "999999999999999", "999999999999999" },
    { mlg_french_parse_number, "1000000000000000", NULL },
    { mlg_french_parse_number, "999999999999999999999999", NULL },
    { mlg_french_parse_amount, "0", "0" },
    { mlg_french_parse_amount, "1 234,56 €", "1234.56" },
    { mlg_french_parse_amount, "9 999 999 999 999,99", "9999999999999.99" },
    { mlg_french_parse_amount, "10 000 000 000 000", NULL },
    { mlg_french_parse_amount, "999999999999999999999999", NULL },
    { mlg_french_parse_amount, "-5", NULL },
    { mlg_french_parse_amount, "−0,01 €", NULL },
    { mlg_french_parse_amount, "douze", NULL },
    { mlg_french_parse_date, "23/11/2026", "2026-11-23" },
    { mlg_french_parse_date, "2026-11-23", "2026-11-23" },
    { mlg_french_parse_date, "1er août 2026", "2026-08-01" },
    { mlg_french_parse_date, "23 novembre 2026", "2026-11-23" },
    { mlg_french_parse_date, "31/02/2026", NULL },
    { mlg_french_parse_date, "12 brumaire 2026", NULL },
    { mlg_french_parse_duration, "12 mois", "12 months" },
    { mlg_french_parse_duration, "1 an", "1 years" },
    { mlg_french_parse_duration, "30 jours", "30 days" },
    { mlg_french_parse_duration, "1,5 h", "1.5 hours" },
    { mlg_french_parse_duration, "12", NULL },
    { mlg_french_parse_duration, "longtemps", NULL },
    { mlg_french_parse_yes_no, "Oui", "true" },
    { mlg_french_parse_yes_no, "faux", "false" },
    { mlg_french_parse_yes_no, "peut-être", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = cases[i].parse (cases[i].text, &error);

      g_assert_cmpstr (kept, ==, cases[i].kept);
      if (cases[i].kept == NULL)
        g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
      else
        g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/french/print", test_print);
  g_test_add_func ("/template/french/parse", test_parse);
  return g_test_run ();
}
