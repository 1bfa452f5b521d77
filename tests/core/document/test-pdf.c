/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "everything.h"

/* What stands in a PDF as it is: everything but the words on the pages and the pictures. */
static char *
get_plain (GBytes *pdf)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (pdf, &length);
  char *plain = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    plain[i] = data[i] != '\0' ? data[i] : ' ';
  plain[length] = '\0';
  return plain;
}

static char *
write_plain (MlgDocument *document, guint n_issues)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) pdf = test_write (document, ".pdf", issues);

  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, n_issues);
  return get_plain (pdf);
}

static char *
write_body (const char *body, guint n_issues)
{
  g_autofree char *xml = g_strdup_printf (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>%s</body></document>", body);
  g_autoptr (MlgDocument) document = test_read_document (xml);

  return write_plain (document, n_issues);
}

static guint
count (const char *text, const char *word)
{
  guint n = 0;

  for (const char *p = strstr (text, word); p != NULL; p = strstr (p + 1, word))
    n++;
  return n;
}

/* UTF-16 in hexadecimal, as PDF has it. */
static char *
hexadecimal (const char *words)
{
  GString *text = g_string_new ("<FEFF");
  g_autofree gunichar2 *letters = g_utf8_to_utf16 (words, -1, NULL, NULL, NULL);

  for (guint i = 0; letters[i] != 0; i++)
    g_string_append_printf (text, "%04X", letters[i]);
  g_string_append_c (text, '>');
  return g_string_free (text, FALSE);
}

static void
assert_has (const char *plain, const char *key, const char *words)
{
  g_autofree char *text = hexadecimal (words);
  g_autofree char *expected = g_strdup_printf ("%s %s", key, text);

  g_assert_nonnull (strstr (plain, expected));
}

static void
test_everything (void)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autofree char *plain = write_plain (document, 0);

  g_assert_true (g_str_has_prefix (plain, "%PDF-1.5"));
  g_assert_true (g_str_has_suffix (plain, "%%EOF\n"));
  g_assert_nonnull (strstr (plain, "/MarkInfo << /Marked true >>"));
  g_assert_nonnull (strstr (plain, "/DisplayDocTitle true"));
  assert_has (plain, "/Lang", "fr");
  assert_has (plain, "/Title", "Cahier des clauses particulières");
  assert_has (plain, "/Author", "Commune d’Exemple, Communauté d’Exemple");
  assert_has (plain, "/Subject", "Prestations de nettoyage des bâtiments");
  g_assert_nonnull (strstr (plain, "/Keywords (nettoyage, achat durable)"));
  g_assert_nonnull (strstr (plain, "/CreationDate (20261123"));
}

static void
test_outline (void)
{
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autofree char *plain = write_plain (document, 0);

  assert_has (plain, "/Title", "Article 1 – Objet du marché");
  g_assert_nonnull (strstr (plain, "/Title (1.1 Lots)"));
  assert_has (plain, "/Title", "Sans numéro");
  g_assert_nonnull (strstr (plain, "/Outlines"));
}

static void
test_structure (void)
{
  static const struct
  {
    const char *name;
    guint n;
  } tags[] = {
    { "Document", 1 }, { "H1", 4 },      { "Table", 4 }, { "TR", 8 },  { "TH", 8 },
    { "TOC", 1 },      { "Caption", 1 }, { "L", 10 },    { "LI", 17 }, { "Figure", 1 },
  };
  g_autoptr (MlgDocument) document = test_read_everything ();
  g_autofree char *plain = write_plain (document, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *element = g_strdup_printf ("/S /%s\n", tags[i].name);
      guint n = count (plain, element);

      /* A figure is written a second time, with what it shows. */
      g_test_message ("%s: %u", tags[i].name, n);
      g_assert_cmpuint (n, ==, tags[i].n + (g_str_equal (tags[i].name, "Figure") ? 1 : 0));
    }
  assert_has (plain, "/Alt", "Un dégradé");
}

static void
test_links (void)
{
  g_autofree char *plain =
      write_body ("<p xml:id='a'><link href='https://example.org/l&apos;été'>dehors</link>, "
                  "<ref to='b'>dedans</ref></p><page-break/><p xml:id='b'>là</p>",
                  0);

  g_assert_nonnull (strstr (plain, "/URI (https://example.org/l%27%C3%A9t%C3%A9)"));
  g_assert_cmpuint (count (plain, "/Subtype /Link"), ==, 2);
  g_assert_cmpuint (count (plain, "/Dest (d1)"), ==, 1);
  g_assert_cmpuint (count (plain, "(d1) ["), ==, 1);
}

/* Without a date in the document there is none in the file: it would change every day. */
static void
test_no_date (void)
{
  g_autofree char *plain = write_body ("<p>a</p>", 0);

  g_assert_null (strstr (plain, "/CreationDate"));
  g_assert_null (strstr (plain, "/ModDate"));
}

static char *
make_image (const char *type, const guint8 *data, gsize length)
{
  g_autofree char *base64 = g_base64_encode (data, length);

  return g_strdup_printf ("<image alt='Une image' type='%s' width='20mm' height='10mm'>%s</image>",
                          type, base64);
}

/* SOI, a frame header of 16 × 8 grey pixels, EOI. */
static const guint8 jpeg[] = { 0xff, 0xd8, 0xff, 0xc0, 0,    11, 8,    0,   8,
                               0,    16,   1,    1,    0x11, 0,  0xff, 0xd9 };

static void
test_jpeg_goes_as_it_is (void)
{
  g_autofree char *image = make_image ("image/jpeg", jpeg, sizeof jpeg);
  g_autofree char *plain = write_body (image, 0);

  g_assert_nonnull (strstr (plain, "/Filter /DCTDecode"));
  g_assert_nonnull (strstr (plain, "/Width 16"));
  g_assert_nonnull (strstr (plain, "/Height 8"));
}

/* SOI, the segment of Adobe, a frame header of four inks, EOI. */
static const guint8 inks[] = { 0xff, 0xd8, 0xff, 0xee, 0,  14,   'A', 'd',  'o',  'b', 'e',
                               0,    100,  0,    0,    0,  0,    2,   0xff, 0xc0, 0,   20,
                               8,    0,    8,    0,    16, 4,    1,   0x11, 0,    2,   0x11,
                               0,    3,    0x11, 0,    4,  0x11, 0,   0xff, 0xd9 };

static void
test_inks_are_the_right_way_round (void)
{
  g_autofree char *image = make_image ("image/jpeg", inks, sizeof inks);
  g_autofree char *plain = write_body (image, 0);

  g_assert_nonnull (strstr (plain, "/DeviceCMYK"));
  g_assert_nonnull (strstr (plain, "/Decode[1 0 1 0 1 0 1 0]"));
}

/* The header of a PNG is enough to know what it would cost. */
static char *
make_png (guint32 width, guint32 height)
{
  guint8 data[40] = "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR";

  width = GUINT32_TO_BE (width);
  height = GUINT32_TO_BE (height);
  memcpy (data + 16, &width, 4);
  memcpy (data + 20, &height, 4);
  return make_image ("image/png", data, sizeof data);
}

static void
test_images_that_cannot_be_drawn (void)
{
  static const guint8 svg[] = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
  g_autofree char *vector = make_image ("image/svg+xml", svg, sizeof svg - 1);
  g_autofree char *bomb = make_png (30000, 30000);
  g_autofree char *long_bomb = make_png (4000000000u, 1);
  g_autofree char *cut = make_png (10, 10);
  const char *images[] = { vector, bomb, long_bomb };

  for (gsize i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_autofree char *plain = write_body (images[i], 1);

      g_assert_null (strstr (plain, "/Subtype /Image"));
      assert_has (plain, "/Alt", "Une image");
    }
  /* What is wrong further on is only seen when it is drawn. */
  g_free (write_body (cut, 0));
}

/* On each side of what is still drawn: 36 million points, and 32,767 on a side. */
static void
test_largest_images (void)
{
  static const struct
  {
    guint16 width, height;
    guint n_issues;
  } cases[] = { { 6000, 6000, 0 }, { 6001, 6000, 1 }, { 32767, 1, 0 },
                { 32768, 1, 1 },   { 1, 32767, 0 },   { 1, 32768, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint8 data[sizeof jpeg];
      guint16 height = GUINT16_TO_BE (cases[i].height), width = GUINT16_TO_BE (cases[i].width);
      g_autofree char *image = NULL;
      g_autofree char *plain = NULL;

      memcpy (data, jpeg, sizeof jpeg);
      memcpy (data + 7, &height, 2);
      memcpy (data + 9, &width, 2);
      image = make_image ("image/jpeg", data, sizeof data);
      plain = write_body (image, cases[i].n_issues);
      g_assert_true ((strstr (plain, "/Subtype /Image") != NULL) == (cases[i].n_issues == 0));
    }
}

/* What no font has shows as a box with a number: who made the page is told. The boxes to tick are had. */
static void
test_letters_without_a_font (void)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document =
      test_read_document ("<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>"
                          "<p>\xe2\x98\x90 oui &#x10FFFD;&#xF0000;</p>"
                          "<list><item><p>&#x10FFFD;</p></item></list></body></document>");
  g_autoptr (GBytes) pdf = test_write (document, ".pdf", issues);
  const MlgIssue *issue = NULL;

  g_assert_nonnull (pdf);
  g_assert_cmpuint (mlg_issue_list_get_n (issues), ==, 1);
  issue = mlg_issue_list_get (issues, 0);
  g_assert_cmpint (issue->severity, ==, MLG_SEVERITY_WARNING);
  g_assert_nonnull (strstr (issue->message, "U+F0000, U+10FFFD;"));
  g_assert_null (strstr (issue->message, "U+2610"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/everything", test_everything);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/structure", test_structure);
  g_test_add_func ("/pdf/links", test_links);
  g_test_add_func ("/pdf/no-date", test_no_date);
  g_test_add_func ("/pdf/jpeg-goes-as-it-is", test_jpeg_goes_as_it_is);
  g_test_add_func ("/pdf/inks-are-the-right-way-round", test_inks_are_the_right_way_round);
  g_test_add_func ("/pdf/images-that-cannot-be-drawn", test_images_that_cannot_be_drawn);
  g_test_add_func ("/pdf/largest-images", test_largest_images);
  g_test_add_func ("/pdf/letters-without-a-font", test_letters_without_a_font);
  return g_test_run ();
}
