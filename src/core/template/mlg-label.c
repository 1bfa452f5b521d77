/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-label.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-xml.h"

static const MlgCode kinds_codes[] = {
  { "ecolabel", N_ ("Official ecolabel") },
  { "declaration", N_ ("Environmental declaration") },
  { "certification", N_ ("Certification") },
  { "quality", N_ ("Official sign of quality") },
  { "index", N_ ("Regulated index") },
  { "management", N_ ("Management system") },
  { "guidance", N_ ("Guidance, not certifiable") },
  { "organisation", N_ ("Says something of a company") },
  { "origin", N_ ("Says where something comes from") },
  { NULL },
};

const MlgCodeList mlg_label_kinds = { "label-kinds", kinds_codes };

/* The code of public procurement, art. R2111-13 to R2111-17: what a label must be to be required, what is done
 * when it cannot, and that its equivalents are accepted. */
static const MlgCode answers_codes[] = {
  { "yes", N_ ("May be required, “or equivalent” being accepted (art. R2111-13 to R2111-16)") },
  { "to-check",
    N_ ("To check before it is required (art. R2111-14 and R2111-15); “or equivalent”") },
  { "no", N_ ("Cannot be required: ask for what it would prove (art. R2111-14 and R2111-15)") },
  { NULL },
};

const MlgCodeList mlg_label_answers = { "label-answers", answers_codes };

/**
 * mlg_label_free:
 * @label: (transfer full): a label
 *
 * Frees what is told of a label.
 */
void
mlg_label_free (MlgLabel *label)
{
  g_free (label->id);
  g_free (label->title);
  g_free (label->kind);
  g_free (label->requirable);
  g_free (label->domain);
  g_free (label->remark);
  g_free (label->source);
  g_free (label->confidence);
  g_free (label->checked);
  g_free (label);
}

static const xmlNode *
find_child (const xmlNode *parent, const char *name)
{
  const xmlNode *child = parent->children;

  while (child != NULL && !mlg_rules_node_is (child, name))
    child = child->next;
  return child;
}

static MlgLabel *
read_label (const xmlNode *node)
{
  const xmlNode *source = find_child (node, "source");
  MlgLabel *label = g_new0 (MlgLabel, 1);

  label->id = g_strdup (mlg_xml_get (node, "id"));
  label->kind = g_strdup (mlg_xml_get (node, "kind"));
  label->requirable = g_strdup (mlg_xml_get (node, "requirable"));
  label->title = mlg_rules_get_text (node, "title");
  label->domain = mlg_rules_get_text (node, "domain");
  label->remark = mlg_rules_get_text (node, "remark");
  label->source = mlg_rules_get_text (node, "source");
  label->confidence = g_strdup (source != NULL ? mlg_xml_get (source, "confidence") : NULL);
  label->checked = g_strdup (source != NULL ? mlg_xml_get (source, "checked") : NULL);
  return label;
}

static int
compare_titles (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate ((*(MlgLabel *const *) a)->title, (*(MlgLabel *const *) b)->title);
}

/**
 * mlg_label_list:
 *
 * Any thread.
 *
 * Returns: (transfer full) (element-type MlgLabel): the labels that the rules know, by title
 */
GPtrArray *
mlg_label_list (const MlgRules *rules)
{
  GPtrArray *nodes = mlg_rules_get_labels (rules);
  GPtrArray *labels = g_ptr_array_new_full (nodes->len, (GDestroyNotify) mlg_label_free);

  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (labels, read_label (nodes->pdata[i]));
  g_ptr_array_sort (labels, compare_titles);
  return labels;
}

/**
 * mlg_label_list_shipped:
 *
 * Reads files. Any thread.
 *
 * Returns: (transfer full) (element-type MlgLabel): the labels that come with the program; %NULL with @error set
 */
GPtrArray *
mlg_label_list_shipped (GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_auto (GStrv) paths = mlg_rules_list_shipped (error);
  g_autoptr (MlgRules) rules =
      paths != NULL ? mlg_rules_read ((const char *const *) paths, issues, NULL, error) : NULL;

  return rules != NULL ? mlg_label_list (rules) : NULL;
}

/**
 * mlg_label_matches:
 * @words: (nullable): beginnings of words, in any case, with accents or without
 *
 * Returns: whether all of them stand in what the label is called, is given to, and is
 */
gboolean
mlg_label_matches (const MlgLabel *label, const char *words)
{
  g_autofree char *text = g_strjoin (" ", label->id, label->title, label->domain,
                                     mlg_code_list_get_title (&mlg_label_kinds, label->kind), NULL);

  return words == NULL || *words == '\0' || g_str_match_string (words, text, TRUE);
}
