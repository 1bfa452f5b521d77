/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-error.h"
#include "document/mlg-xml.h"

static xmlDoc *
read_text (const char *text, const MlgXmlLimits *limits, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return mlg_xml_read_bytes (bytes, "a.xml", limits, NULL, error);
}

static void
assert_refused (const char *text, MlgDocumentError code, const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = read_text (text, NULL, &error);

  g_assert_null (doc);
  g_assert_error (error, MLG_DOCUMENT_ERROR, (int) code);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("\"%s\" does not look like \"%s\"", error->message, pattern);
}

static void
test_position (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = read_text ("<a>\n  <b x='1'\n     y='2'/><c/>\n</a>", NULL, &error);
  xmlNode *root = NULL, *b = NULL, *c = NULL;

  g_assert_no_error (error);
  root = xmlDocGetRootElement (doc);
  b = xmlFirstElementChild (root);
  c = xmlNextElementSibling (b);
  g_assert_cmpint (mlg_xml_get_line (root), ==, 1);
  g_assert_cmpint (mlg_xml_get_column (root), ==, 1);
  g_assert_cmpint (mlg_xml_get_line (b), ==, 2);
  g_assert_cmpint (mlg_xml_get_column (b), ==, 3);
  g_assert_cmpint (mlg_xml_get_line (c), ==, 3);
  g_assert_cmpint (mlg_xml_get_column (c), ==, 13);
  g_assert_cmpint (mlg_xml_get_line (root->children), ==, 1); /* a text: that of its element */
}

static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (xmlDoc) doc = NULL;

  for (guint i = 0; i < 70000; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, "  <b/></a>");
  doc = read_text (text->str, NULL, NULL);
  g_assert_cmpint (mlg_xml_get_line (xmlFirstElementChild (xmlDocGetRootElement (doc))), ==, 70001);
  g_assert_cmpint (mlg_xml_get_column (xmlFirstElementChild (xmlDocGetRootElement (doc))), ==, 3);
}

static void
test_attributes (void)
{
  g_autoptr (xmlDoc) doc =
      read_text ("<a xmlns:n='urn:n' x='1 &amp; &#233;' n:x='2' e='' t='true'/>", NULL, NULL);
  xmlNode *root = xmlDocGetRootElement (doc);

  g_assert_cmpstr (mlg_xml_get (root, "x"), ==, "1 & é");
  g_assert_cmpstr (mlg_xml_get_ns (root, "urn:n", "x"), ==, "2");
  g_assert_cmpstr (mlg_xml_get (root, "e"), ==, "");
  g_assert_null (mlg_xml_get (root, "y"));
  g_assert_null (mlg_xml_get_ns (root, "urn:m", "x"));
  g_assert_true (mlg_xml_is_true (root, "t"));
  g_assert_false (mlg_xml_is_true (root, "x"));
  g_assert_false (mlg_xml_is_true (root, "y"));
  mlg_xml_set (root, "x", "3");
  g_assert_cmpstr (mlg_xml_get (root, "x"), ==, "3");
  g_assert_cmpstr (mlg_xml_get_ns (root, "urn:n", "x"), ==, "2");
  mlg_xml_set (root, "x", NULL);
  g_assert_null (mlg_xml_get (root, "x"));
}

static void
test_malformed (void)
{
  assert_refused ("", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml is empty");
  assert_refused ("hello", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<a>\n<b></a>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:2:*");
  assert_refused ("<a>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<a/><b/>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<a x='1' x='2'/>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<a>\x01</a>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<a>\xff\xfe</a>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
  assert_refused ("<?xml version='1.0' encoding='x-none'?><a/>", MLG_DOCUMENT_ERROR_DAMAGED,
                  "a.xml:1:*");
}

static void
test_hostile (void)
{
  assert_refused ("<!DOCTYPE a><a/>", MLG_DOCUMENT_ERROR_REFUSED, "a.xml:1: *DOCTYPE*");
  assert_refused ("<!DOCTYPE a [<!ENTITY e 'x'>]>\n<a>&e;</a>", MLG_DOCUMENT_ERROR_REFUSED,
                  "*DOCTYPE*");
  assert_refused ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", MLG_DOCUMENT_ERROR_REFUSED,
                  "*DOCTYPE*");
  assert_refused ("<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost/x'> %p;]><a/>",
                  MLG_DOCUMENT_ERROR_REFUSED, "*DOCTYPE*");
  assert_refused ("<a>&e;</a>", MLG_DOCUMENT_ERROR_DAMAGED, "a.xml:1:*");
}

static char *
nested (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nested (mlg_xml_default_limits.max_depth);
  g_autofree char *too_deep = nested (mlg_xml_default_limits.max_depth + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = read_text (deepest, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (doc);
  assert_refused (too_deep, MLG_DOCUMENT_ERROR_REFUSED, "a.xml:1: more than 200 *");
}

static void
test_nodes (void)
{
  MlgXmlLimits limits = { 1000, 10, 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = read_text ("<a x='1'><b/><c/></a>", &limits, &error);
  g_autoptr (xmlDoc) other = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (doc);
  other = read_text ("<a x='1' y='2'><b/><c/></a>", &limits, &error);
  g_assert_null (other);
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED);
}

static void
test_size (void)
{
  MlgXmlLimits limits = { 7, 10, 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = read_text ("<a></a>", &limits, &error);
  g_autoptr (xmlDoc) other = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (doc);
  other = read_text ("<ab></a>", &limits, &error);
  g_assert_null (other);
  g_assert_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED);
}

static void
test_cancelled (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) doc = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "<b/>");
  g_string_append (text, "</a>");
  bytes = g_bytes_new (text->str, text->len);
  g_cancellable_cancel (cancellable);
  doc = mlg_xml_read_bytes (bytes, "a.xml", NULL, cancellable, &error);
  g_assert_null (doc);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_encodings (void)
{
  static const char latin1[] = "<?xml version='1.0' encoding='ISO-8859-1'?><a>\xe9</a>";
  static const char utf16[] = "\xff\xfe<\0a\0>\0\xe9\0<\0/\0a\0>\0";
  g_autoptr (GBytes) one = g_bytes_new_static (latin1, sizeof latin1 - 1);
  g_autoptr (GBytes) two = g_bytes_new_static (utf16, sizeof utf16 - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (xmlDoc) first = mlg_xml_read_bytes (one, "a.xml", NULL, NULL, &error);
  g_autoptr (xmlDoc) second = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr ((char *) xmlDocGetRootElement (first)->children->content, ==, "é");
  second = mlg_xml_read_bytes (two, "a.xml", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr ((char *) xmlDocGetRootElement (second)->children->content, ==, "é");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/position", test_position);
  g_test_add_func ("/xml/many-lines", test_many_lines);
  g_test_add_func ("/xml/attributes", test_attributes);
  g_test_add_func ("/xml/malformed", test_malformed);
  g_test_add_func ("/xml/hostile", test_hostile);
  g_test_add_func ("/xml/depth", test_depth);
  g_test_add_func ("/xml/nodes", test_nodes);
  g_test_add_func ("/xml/size", test_size);
  g_test_add_func ("/xml/cancelled", test_cancelled);
  g_test_add_func ("/xml/encodings", test_encodings);
  return g_test_run ();
}
