/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "exchange/mlg-vcard.h"

static GPtrArray *
read_cards_within (const char *text,
                   gssize length,
                   const MlgVcardLimits *limits,
                   MlgIssueList *issues)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  GPtrArray *cards = mlg_vcard_read_bytes (bytes, "cards.vcf", limits, issues, &error);

  g_assert_no_error (error);
  return cards;
}

static GPtrArray *
read_cards (const char *text, MlgIssueList *issues)
{
  return read_cards_within (text, -1, &mlg_vcard_default_limits, issues);
}

/* One card of the version, around its lines. */
static MlgVcard *
read_card (const char *version, const char *lines, guint n_issues)
{
  g_autofree char *text =
      g_strdup_printf ("BEGIN:VCARD\r\nVERSION:%s\r\n%sEND:VCARD\r\n", version, lines);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) cards = read_cards (text, issues);

  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, n_issues);
  g_ptr_array_set_free_func (cards, NULL);
  return cards->pdata[0];
}

static MlgVcardProperty *
get (MlgVcard *card, guint i)
{
  g_assert_cmpuint (i, <, card->properties->len);
  return card->properties->pdata[i];
}

static void
assert_text (MlgVcard *card, guint i, const char *expected)
{
  g_autofree char *text = mlg_vcard_property_dup_text (get (card, i));

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_parts (MlgVcard *card, guint i, char separator, const char *expected)
{
  g_auto (GStrv) parts = mlg_vcard_property_split (get (card, i), separator);
  g_autofree char *joined = g_strjoinv ("|", parts);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_folding (void)
{
  const char *lines = "NOTE:Marchés p\r\n ublics\n\t durables\r\n\r\nFN: A \r\n";
  g_autoptr (MlgVcard) new = read_card ("3.0", lines, 0);
  g_autoptr (MlgVcard) old = read_card ("2.1", "NOTE:one\r\n two\r\n", 0);

  assert_text (new, 0, "Marchés publics durables");
  assert_text (new, 1, "A");
  g_assert_cmpint (get (new, 0)->line, ==, 3);
  g_assert_cmpint (get (new, 1)->line, ==, 7);
  assert_text (old, 0, "one two");
}

static void
test_escapes (void)
{
  g_autoptr (MlgVcard) card =
      read_card ("4.0", "ORG:Ville\\; de Lille;Achats\\, marchés;\nNOTE:a\\nb\\Nc\\\\n\\x\\\n", 0);
  g_autoptr (MlgVcard) old = read_card ("2.1", "ORG:a\\;b;c\nNOTE:C:\\new\\\n", 0);

  assert_parts (card, 0, ';', "Ville; de Lille|Achats, marchés|");
  assert_text (card, 1, "a\nb\nc\\n\\x\\");
  assert_parts (old, 0, ';', "a;b|c");
  assert_text (old, 1, "C:\\new\\");
}

static void
test_parameters (void)
{
  g_autoptr (MlgVcard) card =
      read_card ("4.0",
                 "item1.email;TYPE=\"work,PREF\";LABEL=\"a;b:c\";X=^n^'^^:a@example.org\n"
                 "TEL;PREF=3;TYPE=cell,Voice;VALUE=uri:tel:+33-3\n",
                 0);
  g_autoptr (MlgVcard) old = read_card ("2.1", "TEL;WORK;FAX;PREF:1\n", 0);

  g_assert_cmpstr (get (card, 0)->group, ==, "item1");
  g_assert_cmpstr (get (card, 0)->name, ==, "EMAIL");
  g_assert_true (mlg_vcard_property_has_type (get (card, 0), "work"));
  g_assert_cmpuint (mlg_vcard_property_get_preference (get (card, 0)), ==, 1);
  g_assert_cmpstr (mlg_vcard_property_get_parameter (get (card, 0), "label"), ==, "a;b:c");
  g_assert_cmpstr (mlg_vcard_property_get_parameter (get (card, 0), "X"), ==, "\n\"^");
  assert_text (card, 0, "a@example.org");
  g_assert_cmpuint (mlg_vcard_property_get_preference (get (card, 1)), ==, 3);
  g_assert_true (mlg_vcard_property_has_type (get (card, 1), "voice"));
  g_assert_false (mlg_vcard_property_has_type (get (card, 1), "fax"));
  assert_text (card, 1, "tel:+33-3");
  g_assert_true (mlg_vcard_property_has_type (get (old, 0), "fax"));
  g_assert_cmpuint (mlg_vcard_property_get_preference (get (old, 0)), ==, 1);
}

static void
test_encodings (void)
{
  g_autoptr (MlgVcard) card =
      read_card ("2.1",
                 "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=E9tropole;=\r\nLille=\r\n\r\n"
                 "NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:a=0D=0A=C3=A9=3D=zz=00\r\n"
                 "TITLE:March\xE9s\r\n"
                 "ORG;CHARSET=ISO-8859-15;ENCODING=QUOTED-PRINTABLE:=A4\r\n"
                 "X-A;CHARSET=KOI8-R:\xE9\r\n"
                 "X-B;ENCODING=BASE64:w6k=\r\n\r\n",
                 1);

  assert_parts (card, 0, ';', "Métropole|Lille");
  assert_text (card, 1, "a\né==zz");
  assert_text (card, 2, "Marchés");
  assert_text (card, 3, "€");
  assert_text (card, 4, "é");
  assert_text (card, 5, "é");
}

static void
test_pictures (void)
{
  g_autoptr (MlgVcard) old =
      read_card ("2.1", "PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\nSkZJRgAB\r\n\r\nFN:A\r\n", 0);
  g_autoptr (GString) line = g_string_new ("PHOTO;ENCODING=b:");
  g_autoptr (MlgVcard) large = NULL;

  assert_text (old, 0, "");
  assert_text (old, 1, "A");
  for (guint i = 0; i < 20000; i++)
    g_string_append (line, "QUFB\r\n QUFB");
  g_string_append (line, "\r\nFN:A\r\n");
  large = read_card ("3.0", line->str, 0);
  assert_text (large, 1, "A");
}

static void
test_charsets (void)
{
  static const char utf8[] = "\xEF\xBB\xBF"
                             "BEGIN:VCARD\nVERSION:3.0\nFN:É\nEND:VCARD\n";
  gsize size;
  g_autofree char *utf16 = g_convert (utf8 + 3, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
  g_autofree char *marked = g_malloc (size + 2);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) first = read_cards (utf8, issues);
  g_autoptr (GPtrArray) second = NULL;

  memcpy (marked, "\xFF\xFE", 2);
  memcpy (marked + 2, utf16, size);
  second = read_cards_within (marked, (gssize) size + 2, &mlg_vcard_default_limits, issues);
  assert_text (first->pdata[0], 0, "É");
  assert_text (second->pdata[0], 0, "É");
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
}

static void
assert_issue (MlgIssueList *issues, guint i, int line, const char *words)
{
  g_assert_cmpuint (mlg_issue_list_get_n (issues), >, i);
  g_assert_cmpint (mlg_issue_list_get (issues, i)->line, ==, line);
  g_assert_nonnull (strstr (mlg_issue_list_get (issues, i)->message, words));
}

static void
test_damaged (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) cards = read_cards ("hello\n\nworld\n"
                                            "BEGIN:VCARD\nVERSION:5.0\nFN:A\nno line\nTEL;x\n"
                                            "BEGIN:VCARD\nVERSION:2.1\nFN:B\nAGENT:\n"
                                            "BEGIN:VCARD\nFN:C\nEND:VCARD\nTITLE:D\nEND:VCARD\n"
                                            "BEGIN:VCARD\nFN:E\n",
                                            issues);

  g_assert_cmpuint (cards->len, ==, 3);
  assert_text (cards->pdata[1], 0, "B");
  assert_text (cards->pdata[1], 2, "D");
  assert_text (cards->pdata[2], 0, "E");
  assert_issue (issues, 0, 1, "outside");
  assert_issue (issues, 1, 4, "“5.0”");
  assert_issue (issues, 2, 7, "no line of a card");
  assert_issue (issues, 3, 8, "colon");
  assert_issue (issues, 4, 4, "no end");
  assert_issue (issues, 5, 13, "within a card");
  assert_issue (issues, 6, 18, "cut");
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 7);
}

static void
test_limits (void)
{
  const MlgVcardLimits limits = { .bytes = 1000, .cards = 2, .properties = 2, .line = 20 };
  const char *card =
      "BEGIN:VCARD\nFN:A\nNOTE:long, long, long\n ger\nTEL:1\nTEL:2\nTEL:3\nEND:VCARD\n";
  g_autofree char *three = g_strconcat (card, card, card, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (three, strlen (three));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GPtrArray) one = read_cards_within (card, -1, &limits, issues);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (one->len, ==, 1);
  assert_issue (issues, 0, 3, "longer than 20 bytes");
  assert_issue (issues, 1, 6, "more than 2 lines");
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 2);
  g_assert_null (mlg_vcard_read_bytes (bytes, "x.vcf", &limits, issues, &error));
  g_assert_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    gsize size;
    int code;
  } cases[] = { { "", 0, MLG_EXCHANGE_ERROR_EMPTY },
                { "Nom;Prénom\n", 12, MLG_EXCHANGE_ERROR_FORMAT },
                { "BEGIN:VCALENDAR\nEND:VCALENDAR\n", 30, MLG_EXCHANGE_ERROR_FORMAT },
                { "BEGIN:VCARD\0\nEND:VCARD\n", 23, MLG_EXCHANGE_ERROR_FORMAT },
                { "\xFF\xFE\x00\xD8\x41", 5, MLG_EXCHANGE_ERROR_FORMAT } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, cases[i].size);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;

      g_assert_null (
          mlg_vcard_read_bytes (bytes, "x.vcf", &mlg_vcard_default_limits, issues, &error));
      g_assert_error (error, MLG_EXCHANGE_ERROR, cases[i].code);
    }
}

/* Any text comes back as it was, but for the white space around it; no line is too long. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = { "a",   "É", "’",  ";", ",",  "\\", "\n", " ",
                                        "\\n", ":", "\"", "=", "^n", "𝔸",  "\t", "BEGIN:VCARD" };

  for (guint n = 0; n < 500; n++)
    {
      MlgVcardVersion version = n % 2 == 0 ? MLG_VCARD_3_0 : MLG_VCARD_4_0;
      g_autoptr (MlgVcardWriter) writer = mlg_vcard_writer_new (version);
      g_autoptr (GString) text = g_string_new ("x");
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GPtrArray) cards = NULL;
      const char *parts[2];

      for (int i = g_test_rand_int_range (0, 120); i > 0; i--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_string_append (text, "x");
      parts[0] = text->str;
      parts[1] = text->str;
      mlg_vcard_writer_begin (writer);
      mlg_vcard_writer_add (writer, "NOTE", text->str);
      mlg_vcard_writer_add_parts (writer, "ORG;TYPE=work", ';', parts, 2);
      mlg_vcard_writer_end (writer);
      bytes = mlg_vcard_writer_finish (writer);
      {
        g_auto (GStrv) lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\r\n", -1);

        for (GStrv line = lines; *line != NULL; line++)
          g_assert_cmpuint (strlen (*line), <=, 75);
      }
      cards = mlg_vcard_read_bytes (bytes, "x.vcf", &mlg_vcard_default_limits, issues, NULL);
      g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 0);
      g_assert_cmpuint (cards->len, ==, 1);
      assert_text (cards->pdata[0], 0, text->str);
      {
        g_auto (GStrv) read = mlg_vcard_property_split (get (cards->pdata[0], 1), ';');

        g_assert_cmpuint (g_strv_length (read), ==, 2);
        g_assert_cmpstr (read[1], ==, text->str);
      }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/vcard/folding", test_folding);
  g_test_add_func ("/exchange/vcard/escapes", test_escapes);
  g_test_add_func ("/exchange/vcard/parameters", test_parameters);
  g_test_add_func ("/exchange/vcard/encodings", test_encodings);
  g_test_add_func ("/exchange/vcard/pictures", test_pictures);
  g_test_add_func ("/exchange/vcard/charsets", test_charsets);
  g_test_add_func ("/exchange/vcard/damaged", test_damaged);
  g_test_add_func ("/exchange/vcard/limits", test_limits);
  g_test_add_func ("/exchange/vcard/refused", test_refused);
  g_test_add_func ("/exchange/vcard/round-trip", test_round_trip);
  return g_test_run ();
}
