/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document.h"
#include "library/mlg-clause-xml.h"
#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"

/**
 * mlg_clause_write_plain:
 * @text: paragraphs, a line each
 *
 * Returns: (transfer full): the same as the text of a clause
 */
char *
mlg_clause_write_plain (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *markup = g_string_new (NULL);

  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *escaped = g_markup_escape_text (g_strstrip (*line), -1);

      if (*escaped != '\0')
        g_string_append_printf (markup, "%s<d:p>%s</d:p>", markup->len > 0 ? "\n" : "", escaped);
    }
  return g_string_free (markup, FALSE);
}

/* A field is described by the template where the clause stands: here by nothing but its name. */
static void
append_fields (const xmlNode *node, GHashTable *seen, GString *text)
{
  for (; node != NULL; node = node->next)
    {
      const char *name = mlg_document_node_is (node, "field") ? mlg_xml_get (node, "name") : NULL;

      if (name != NULL && g_hash_table_add (seen, g_strdup (name)))
        {
          g_string_append (text, "<field type=\"text\"");
          mlg_fragment_append_attribute (text, "name", name);
          g_string_append (text, "><label>x</label></field>");
        }
      if (node->type == XML_ELEMENT_NODE)
        append_fields (node->children, seen, text);
    }
}

static xmlDoc *
make_template (MlgRecord *clause, GError **error)
{
  g_autofree char *content = mlg_clause_dup_content (clause);
  g_autoptr (xmlDoc) fragment = mlg_fragment_read (content, error);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (fragment == NULL)
    return NULL;
  g_string_append (text, "<template " MLG_FRAGMENT_NAMESPACES " xml:lang=\"fr\" revision=\"1\""
                         " uri=\"urn:uuid:00000000-0000-0000-0000-000000000000\">"
                         "<identity><title>x</title></identity><fields>");
  append_fields (xmlDocGetRootElement (fragment)->children, seen, text);
  g_string_append_printf (text,
                          "</fields><piece role=\"annex\"><title>x</title><text>%s</text></piece>"
                          "</template>",
                          content);
  bytes = g_bytes_new (text->str, text->len);
  return mlg_xml_read_bytes (bytes, "XML", NULL, NULL, error);
}

static const char *
get_first_error (const MlgIssueList *issues)
{
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    if (mlg_issue_list_get (issues, i)->severity == MLG_SEVERITY_ERROR)
      return mlg_issue_list_get (issues, i)->message;
  return _ ("it cannot stand in a template");
}

/**
 * mlg_clause_check_text:
 * @clause: a clause with its wording
 * @issues: (nullable): gets what is wrong in it
 *
 * Checks that a clause can stand in templates: by the grammar, and that its expressions compile.
 *
 * Errors: %MLG_STORE_ERROR_INVALID, with the first fault.
 */
gboolean
mlg_clause_check_text (MlgRecord *clause, MlgIssueList *issues, GError **error)
{
  const char *title = mlg_record_get_text (clause, MLG_CLAUSE_TITLE);
  g_autoptr (MlgIssueList) found =
      issues != NULL ? mlg_issue_list_ref (issues) : mlg_issue_list_new ();
  g_autoptr (MlgIssueList) mended = mlg_issue_list_new ();
  g_autoptr (GError) reason = NULL;
  xmlDoc *tree = make_template (clause, &reason);
  g_autoptr (MlgTemplate) template = NULL;

  if (tree != NULL)
    {
      mlg_compose_mend (tree, title, mended);
      template = mlg_template_new_for_tree (tree, title, found, NULL);
    }
  if (template != NULL)
    return TRUE;
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, "%s: %s",
               title != NULL ? title : _ ("Clause"),
               reason != NULL ? reason->message : get_first_error (found));
  return FALSE;
}
