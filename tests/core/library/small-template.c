/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "small-template.h"

#include <string.h>

char *
small_template_write_as (const char *uri,
                         const char *revision,
                         const char *clause_revision,
                         const char *words)
{
  return g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<template xmlns=\"urn:maillage:template:1\" xmlns:d=\"urn:maillage:document:1\""
      " xml:lang=\"fr\" revision=\"%s\" uri=\"%s\">\n"
      "  <identity>\n"
      "    <title>Produits</title>\n"
      "    <origin>Ville</origin>\n"
      "    <keyword>sobriété</keyword>\n"
      "  </identity>\n"
      "  <purchase months=\"12\" nature=\"supplies\" value=\"50000\">\n"
      "    <cpv code=\"39830000-9\">Produits de nettoyage</cpv>\n"
      "  </purchase>\n"
      "  <fields>\n"
      "    <field name=\"site\" type=\"text\">\n"
      "      <label>Site</label>\n"
      "    </field>\n"
      "  </fields>\n"
      "  <piece role=\"cctp\">\n"
      "    <title>CCTP</title>\n"
      "    <text>\n"
      "      <d:section>\n"
      "        <d:heading>Produits</d:heading>\n"
      "        <clause xml:id=\"products\" ambition=\"good\" dimension=\"circ-econ\""
      " phase=\"specification\" revision=\"%s\""
      " uri=\"urn:uuid:33333333-3333-4333-8333-333333333333\">\n"
      "          <title>Produits</title>\n"
      "          <proof>Fiche &lt;technique&gt; &amp; attestation</proof>\n"
      "          <source confidence=\"secondary\">Code, article L. 2111-1</source>\n"
      "          <label code=\"eu-ecolabel\">Écolabel</label>\n"
      "          <text>\n"
      "            <d:p>%s Pour <d:field name=\"site\"/>.</d:p>\n"
      "          </text>\n"
      "        </clause>\n"
      "      </d:section>\n"
      "    </text>\n"
      "  </piece>\n"
      "</template>\n",
      revision, uri, clause_revision, words);
}

char *
small_template_write (const char *revision, const char *clause_revision, const char *words)
{
  return small_template_write_as (SMALL_TEMPLATE, revision, clause_revision, words);
}

MlgTemplate *
small_template_read (const char *xml)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  MlgTemplate *template = mlg_template_read_xml (bytes, "test.xml", issues, NULL, &error);

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    g_test_message ("%s", mlg_issue_list_get (issues, i)->message);
  g_assert_no_error (error);
  return template;
}
