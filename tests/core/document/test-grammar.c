/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/relaxng.h>
#include <libxml/xmlsave.h>
#include <string.h>

#include "document/mlg-grammar-repeats.h"
#include "document/mlg-grammar.h"
#include "document/mlg-xml.h"
#include "everything.h"
#include "random-document.h"

/* What repeats is not validated again, and yet nothing that is wrong gets through. */

#define SCHEMA "/org/maillage/formats/document.rng"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlRelaxNG, xmlRelaxNGFree)

static void
ignore (void *data G_GNUC_UNUSED, const xmlError *error G_GNUC_UNUSED)
{
}

static xmlRelaxNG *
read_grammar (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "..", "data", "formats",
                                                 "document.rng", NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *grammar = xmlRelaxNGParse (parser);

  xmlRelaxNGFreeParserCtxt (parser);
  g_assert_nonnull (grammar);
  return grammar;
}

/* What libxml2 says of all of the tree. */
static gboolean
is_valid (xmlRelaxNG *grammar, xmlDoc *doc)
{
  xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (grammar);
  int result = 0;

  xmlRelaxNGSetValidStructuredErrors (context, (xmlStructuredErrorFunc) ignore, NULL);
  result = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);
  return result == 0;
}

static char *
print (xmlDoc *doc)
{
  xmlChar *text = NULL;
  char *copy = NULL;
  int size = 0;

  xmlDocDumpMemory (doc, &text, &size);
  copy = g_strdup ((char *) text);
  xmlFree (text);
  return copy;
}

static void
collect (xmlNode *node, GPtrArray *elements)
{
  g_ptr_array_add (elements, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect (child, elements);
}

/* Changes an element in a way that is wrong, or may be. */
static void
change (GRand *chance, xmlNode *node)
{
  static const char *const names[] = { "p", "row", "cell", "item", "b", "br", "caption", "wrong" };
  const char *name = names[g_rand_int_range (chance, 0, G_N_ELEMENTS (names))];

  switch (g_rand_int_range (chance, 0, 6))
    {
    case 0:
      xmlNewProp (node, (const xmlChar *) "wrong", (const xmlChar *) "1");
      return;
    case 1:
      xmlNewChild (node, node->ns, (const xmlChar *) name, (const xmlChar *) "words");
      return;
    case 2:
      xmlNodeSetName (node, (const xmlChar *) name);
      return;
    case 3:
      xmlAddChild (node, xmlNewText ((const xmlChar *) "words"));
      return;
    case 4:
      xmlAddNextSibling (node, xmlDocCopyNode (node, node->doc, 1));
      return;
    default:
      xmlNewChild (node, node->ns, (const xmlChar *) name, NULL);
    }
}

/* A random document has no long runs: some elements are there several times. */
static void
repeat (GRand *chance, xmlDoc *doc)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  collect (xmlDocGetRootElement (doc), elements);
  for (guint i = 1; i < elements->len; i++)
    {
      xmlNode *node = elements->pdata[i];

      if (strcmp ((const char *) node->name, "p") == 0
          || strcmp ((const char *) node->name, "row") == 0
          || strcmp ((const char *) node->name, "item") == 0)
        for (int n = g_rand_int_range (chance, 0, 4); n > 0; n--)
          xmlAddNextSibling (node, xmlDocCopyNode (node, doc, 1));
    }
}

static void
change_somewhere (GRand *chance, xmlDoc *doc)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();

  collect (xmlDocGetRootElement (doc), elements);
  if (elements->len > 1)
    change (chance, elements->pdata[g_rand_int_range (chance, 1, (gint32) elements->len)]);
}

static void
test_same_answer (void)
{
  g_autoptr (xmlRelaxNG) grammar = read_grammar ();
  guint n_valid = 0, n_hidden = 0;

  for (guint32 seed = 0; seed < 400; seed++)
    {
      g_autoptr (MlgDocument) document = test_random_document (seed % 40);
      g_autoptr (xmlDoc) doc = xmlCopyDoc (mlg_document_get_tree (document), 1);
      g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      gboolean valid = FALSE;
      GPtrArray *hidden = NULL;

      repeat (chance, doc);
      if (seed % 4 != 0)
        change_somewhere (chance, doc);
      before = print (doc);
      valid = is_valid (grammar, doc);
      if (mlg_grammar_validate (mlg_grammar_get (SCHEMA), doc, NULL, issues) != valid)
        g_error ("document %u: %s", seed, before);
      g_assert_true (valid == (mlg_issue_list_get_n (issues) == 0));
      hidden = mlg_grammar_hide_repeats (doc);
      n_hidden += hidden->len;
      mlg_grammar_show_repeats (hidden);
      after = print (doc);
      g_assert_cmpstr (before, ==, after);
      n_valid += valid;
    }
  g_assert_cmpuint (n_valid, >, 100);
  g_assert_cmpuint (n_valid, <, 350);
  g_assert_cmpuint (n_hidden, >, 400);
}

static gboolean
read_and_validate (const char *body)
{
  g_autofree char *text = g_strdup_printf (
      "<document xmlns='urn:maillage:document:1' xml:lang='fr'><body>%s</body></document>", body);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (xmlDoc) doc = mlg_xml_read_bytes (bytes, "a.xml", NULL, NULL, NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();

  g_assert_nonnull (doc);
  return mlg_grammar_validate (mlg_grammar_get (SCHEMA), doc, NULL, issues);
}

/* The last of a run is wrong, and nothing before it is. */
static void
test_last_of_a_run (void)
{
  static const char *const wrong[] = {
    "<p>a</p><p>b</p><p c='d'>e</p>",
    "<p>a</p><p>b</p><p><c/></p>",
    "<p>a</p><p>b</p><p><b c='d'>e</b></p>",
    "<p>a</p><p>b</p><p><b><row/></b></p>",
    "<p>a</p>b<p>c</p>",
    "<p>a</p><p xmlns=''>b</p>",
    "<list><item><p>a</p></item><item><p>b</p></item><item>c</item></list>",
    "<list><item><p>a</p></item><item><p>b</p>c</item></list>",
    "<list><item><p>a</p></item><item><cell/></item></list>",
    "<table><row><cell><p>a</p></cell></row><row><cell>b</cell></row></table>",
    "<table><row><cell><p>a</p></cell></row><row><p>b</p></row></table>",
    "<table><row><cell><p>a</p></cell></row><row>b</row></table>",
    "<row><cell><p>a</p></cell></row><row><cell><p>b</p></cell></row>",
  };

  g_assert_true (read_and_validate ("<p>a</p><p>b</p><p><b>c</b></p><p/><p><i/></p>"));
  g_assert_true (read_and_validate (
      "<table><row><cell><p>a</p></cell><cell/></row><row><cell/></row><row/><row/></table>"));
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (read_and_validate (wrong[i]))
      g_error ("this is not valid: %s", wrong[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grammar/same-answer", test_same_answer);
  g_test_add_func ("/grammar/last-of-a-run", test_last_of_a_run);
  return g_test_run ();
}
