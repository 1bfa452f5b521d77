/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rules-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-grammar.h"
#include "document/mlg-xml.h"

#define GRAMMAR "/org/maillage/formats/rules.rng"
#define SUFFIX  ".xml"

/* The patterns, compiled when they are first looked for, and then for all threads. */
typedef struct
{
  GPtrArray *compiled; /* (owned) (nullable) see mlg_check_words_compile() */
} Words;

/* The nodes point into the files. */
struct _MlgRules
{
  gatomicrefcount references;
  MlgRules *base;        /* (owned) (nullable) the rules that these are but for their thresholds */
  xmlDoc *own;           /* (unowned) (nullable) of the files, the one of a network's thresholds */
  GPtrArray *files;      /* (owned) (element-type xmlDoc) */
  GPtrArray *rules;      /* (owned) (element-type xmlNode) */
  GPtrArray *thresholds; /* (owned) (element-type xmlNode) */
  GPtrArray *facts;      /* (owned) (element-type xmlNode) */
  GPtrArray *wordings;   /* (owned) (element-type xmlNode) */
  GPtrArray *labels;     /* (owned) (element-type xmlNode) */
  Words *words;          /* (owned) */
};

static MlgRules *
new_rules (void)
{
  MlgRules *self = g_new0 (MlgRules, 1);

  g_atomic_ref_count_init (&self->references);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  self->rules = g_ptr_array_new ();
  self->thresholds = g_ptr_array_new ();
  self->facts = g_ptr_array_new ();
  self->wordings = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
  self->words = g_new0 (Words, 1);
  return self;
}

/**
 * mlg_rules_ref:
 *
 * Returns: (transfer full): the same rules
 */
MlgRules *
mlg_rules_ref (MlgRules *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * mlg_rules_unref:
 * @self: (transfer full): rules
 *
 * Gives a reference back; the last one frees the rules with their thresholds and wordings.
 */
void
mlg_rules_unref (MlgRules *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->thresholds);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->wordings);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->words->compiled, g_ptr_array_unref);
  g_free (self->words);
  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->base, mlg_rules_unref);
  g_free (self);
}

/**
 * mlg_rules_node_is:
 *
 * Returns: whether @node is this element of a file of rules
 */
gboolean
mlg_rules_node_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && xmlStrEqual (node->name, (const xmlChar *) name)
         && xmlStrEqual (node->ns->href, (const xmlChar *) MLG_RULES_NAMESPACE);
}

/* The narrow and the other no-break spaces of French stay. */
static char *
join_spaces (const char *text)
{
  GString *joined = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    if (strchr (" \t\r\n", *p) != NULL)
      pending = joined->len > 0;
    else
      {
        if (pending)
          g_string_append_c (joined, ' ');
        pending = FALSE;
        g_string_append_c (joined, *p);
      }
  return g_string_free (joined, FALSE);
}

/**
 * mlg_rules_get_text:
 * @child: the name of a child, or %NULL for @parent itself
 *
 * Returns: (transfer full) (nullable): its words, with one space between them; %NULL when there is
 *   no such child
 */
char *
mlg_rules_get_text (const xmlNode *parent, const char *child)
{
  const xmlNode *node = child == NULL ? parent : parent->children;
  g_autoptr (xmlChar) text = NULL;

  while (child != NULL && node != NULL && !mlg_rules_node_is (node, child))
    node = node->next;
  if (node == NULL)
    return NULL;
  text = xmlNodeGetContent (node);
  return join_spaces ((const char *) text);
}

/**
 * mlg_rules_holds_on:
 * @node: a rule or a threshold
 * @day: YYYY-MM-DD
 *
 * Returns: whether it is in force on that day
 */
gboolean
mlg_rules_holds_on (const xmlNode *node, const char *day)
{
  const char *from = mlg_xml_get (node, "from");
  const char *until = mlg_xml_get (node, "until");

  return (from == NULL || strcmp (from, day) <= 0) && (until == NULL || strcmp (day, until) <= 0);
}

static void
collect_children (const xmlNode *parent, const char *name, GPtrArray *into)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_rules_node_is (child, name))
      g_ptr_array_add (into, child);
}

static void
collect (MlgRules *self, const xmlNode *root)
{
  collect_children (root, "rule", self->rules);
  for (const xmlNode *child = root->children; child != NULL; child = child->next)
    {
      collect_children (child, "threshold", self->thresholds);
      collect_children (child, "fact", self->facts);
      collect_children (child, "wording", self->wordings);
      collect_children (child, "label", self->labels);
    }
}

static gboolean
read_file (MlgRules *self,
           const char *path,
           MlgIssueList *issues,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, cancellable, error);
  xmlDoc *doc = bytes != NULL ? mlg_xml_read_bytes (bytes, name, NULL, cancellable, error) : NULL;

  if (doc == NULL)
    return FALSE;
  g_ptr_array_add (self->files, doc);
  if (mlg_grammar_validate (mlg_grammar_get (GRAMMAR), doc, name, issues))
    {
      collect (self, xmlDocGetRootElement (doc));
      return TRUE;
    }
  g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID,
               _ ("%s: this is not a valid file of rules"), name);
  return FALSE;
}

/**
 * mlg_rules_read:
 * @paths: files, those of the program and those that a network adds
 * @issues: gets an error for each fault, with its place
 * @cancellable: (nullable): gives up
 *
 * Reads files of rules as one set: a rule of one file may use the facts, wordings and thresholds of
 * another. Any thread.
 *
 * Errors: those of reading a file, and %MLG_TEMPLATE_ERROR_INVALID.
 *
 * Returns: (transfer full): the rules
 */
MlgRules *
mlg_rules_read (const char *const *paths,
                MlgIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MlgRules) self = new_rules ();
  gboolean valid = TRUE;

  for (guint i = 0; paths[i] != NULL; i++)
    if (!read_file (self, paths[i], issues, cancellable, error))
      return NULL;
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (paths[i]);

      valid = mlg_rules_check (self, name, self->files->pdata[i], issues) && valid;
    }
  if (valid)
    return g_steal_pointer (&self);
  g_set_error_literal (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID,
                       _ ("The rules contradict themselves"));
  return NULL;
}

static void
share (GPtrArray **array, GPtrArray *of_base)
{
  g_ptr_array_unref (*array);
  *array = g_ptr_array_ref (of_base);
}

/**
 * mlg_rules_with_thresholds:
 * @own: (transfer full): a document whose root has the thresholds of a network, each with its source
 *
 * Makes rules of which the thresholds of a network go before those of the files, where both hold. Those of
 * another network, or of the same one earlier, are not kept. Any thread.
 *
 * Returns: (transfer full): the rules; @self is left alone
 */
MlgRules *
mlg_rules_with_thresholds (MlgRules *self, xmlDoc *own)
{
  MlgRules *base = self->base != NULL ? self->base : self;
  MlgRules *rules = new_rules ();

  rules->base = mlg_rules_ref (base);
  rules->own = own;
  g_ptr_array_add (rules->files, own);
  share (&rules->rules, base->rules);
  share (&rules->facts, base->facts);
  share (&rules->wordings, base->wordings);
  share (&rules->labels, base->labels);
  g_ptr_array_extend (rules->thresholds, base->thresholds, NULL, NULL);
  collect_children (xmlDocGetRootElement (own), "threshold", rules->thresholds);
  return rules;
}

/**
 * mlg_rules_is_own:
 *
 * Returns: whether a threshold is one that mlg_rules_with_thresholds() gave, rather than one of the files
 */
gboolean
mlg_rules_is_own (const MlgRules *self, const xmlNode *threshold)
{
  return self->own != NULL && threshold->doc == self->own;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_rules_list_shipped:
 *
 * Errors: those of g_dir_open().
 *
 * Returns: (transfer full): the files of rules that come with the program
 */
GStrv
mlg_rules_list_shipped (GError **error)
{
  const char *data = g_getenv ("MLG_DATA_DIR");
  g_autofree char *folder = g_build_filename (data != NULL ? data : MLG_DATA_DIR, "rules", NULL);
  g_autoptr (GDir) entries = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (entries == NULL)
    return NULL;
  while ((entry = g_dir_read_name (entries)) != NULL)
    if (g_str_has_suffix (entry, SUFFIX))
      g_ptr_array_add (paths, g_build_filename (folder, entry, NULL));
  g_ptr_array_sort (paths, compare);
  g_ptr_array_add (paths, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&paths), FALSE);
}

/**
 * mlg_rules_get_rules:
 *
 * Returns: (transfer none) (element-type xmlNode): the rules, in the order of their files
 */
GPtrArray *
mlg_rules_get_rules (const MlgRules *self)
{
  return self->rules;
}

/**
 * mlg_rules_get_thresholds:
 *
 * Returns: (transfer none) (element-type xmlNode): the amounts, of all times
 */
GPtrArray *
mlg_rules_get_thresholds (const MlgRules *self)
{
  return self->thresholds;
}

/**
 * mlg_rules_get_facts:
 *
 * Returns: (transfer none) (element-type xmlNode): the questions that only a person can answer
 */
GPtrArray *
mlg_rules_get_facts (const MlgRules *self)
{
  return self->facts;
}

/**
 * mlg_rules_get_wordings:
 *
 * Returns: (transfer none) (element-type xmlNode): the words that are looked for
 */
GPtrArray *
mlg_rules_get_wordings (const MlgRules *self)
{
  return self->wordings;
}

/**
 * mlg_rules_get_labels:
 *
 * Returns: (transfer none) (element-type xmlNode): the labels that are recognised
 */
GPtrArray *
mlg_rules_get_labels (const MlgRules *self)
{
  return self->labels;
}

/**
 * mlg_rules_get_words:
 *
 * Any thread.
 *
 * Returns: (transfer none): what mlg_check_words_compile() made of the wordings and the labels
 */
GPtrArray *
mlg_rules_get_words (const MlgRules *self)
{
  if (self->base != NULL)
    return mlg_rules_get_words (self->base);
  if (g_once_init_enter (&self->words->compiled))
    g_once_init_leave (&self->words->compiled, mlg_check_words_compile (self));
  return self->words->compiled;
}

static const xmlNode *
find_named (GPtrArray *nodes, const char *name)
{
  for (guint i = 0; i < nodes->len; i++)
    if (g_strcmp0 (mlg_xml_get (nodes->pdata[i], "name"), name) == 0)
      return nodes->pdata[i];
  return NULL;
}

/**
 * mlg_rules_find_fact:
 *
 * Returns: (nullable): the question of this name
 */
const xmlNode *
mlg_rules_find_fact (const MlgRules *self, const char *name)
{
  return find_named (self->facts, name);
}

/**
 * mlg_rules_knows_threshold:
 *
 * Returns: whether there is, at some time, a threshold of this name
 */
gboolean
mlg_rules_knows_threshold (const MlgRules *self, const char *name)
{
  return find_named (self->thresholds, name) != NULL;
}
