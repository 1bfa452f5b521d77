/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "mlg-eforms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document.h"
#include "document/mlg-xml-write.h"
#include "mlg-eforms-private.h"
#include "mlg-exchange-error.h"

/**
 * SECTION: notices of public procurement
 *
 * A notice of eForms (implementing regulation (EU) 2019/1780, as XML by the standard UBL 2.3) becomes a
 * template: what is bought, its lots, criteria and conditions, as codes where a template has them and in the
 * words of the notice.
 */

/* The roots of notices. */
static const struct
{
  const char *uri;
  const char *name;
} roots[] = {
  { "urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2", "ContractNotice" },
  { "urn:oasis:names:specification:ubl:schema:xsd:PriorInformationNotice-2",
    "PriorInformationNotice" },
  { "urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2", "ContractAwardNotice" },
};

/* Where the beginning of a file says what it is. */
#define HEAD 8192

static void
eforms_clear (MlgEforms *self)
{
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->lots, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->buyer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgEforms, eforms_clear)

/**
 * mlg_eforms_is_notice:
 * @bytes: a file
 *
 * Returns: whether its beginning names what a notice is made of; reading it may still fail
 */
gboolean
mlg_eforms_is_notice (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (memmem (data, MIN (size, HEAD), roots[i].uri, strlen (roots[i].uri)) != NULL)
      return TRUE;
  return FALSE;
}

static xmlDoc *
read_notice (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (xmlDoc) notice = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);
  const xmlNode *root = notice != NULL ? xmlDocGetRootElement (notice) : NULL;

  if (notice == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (root->ns != NULL && g_str_equal (root->ns->href, roots[i].uri)
        && g_str_equal (root->name, roots[i].name))
      return g_steal_pointer (&notice);
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT,
               _ ("%s: this is not a notice of public procurement (eForms)"), name);
  return NULL;
}

/**
 * mlg_eforms_list_languages:
 * @bytes: a notice
 * @name: the file as people know it
 * @error: see #MlgDocumentError; %MLG_EXCHANGE_ERROR_FORMAT when it is no notice
 *
 * May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the languages that it can be read in, French first: "fr", "en"
 */
GStrv
mlg_eforms_list_languages (GBytes *bytes,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (xmlDoc) notice = NULL;
  g_autoptr (GPtrArray) languages = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  notice = read_notice (bytes, name, cancellable, error);
  if (notice == NULL)
    return NULL;
  languages = mlg_eforms_find_languages (xmlDocGetRootElement (notice));
  g_ptr_array_set_free_func (languages, NULL);
  g_ptr_array_add (languages, NULL);
  return (GStrv) g_ptr_array_steal (languages, NULL);
}

static char *
join_languages (const MlgEforms *self, gboolean but_this)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < self->languages->len; i++)
    if (!but_this || self->languages->pdata[i] != self->language)
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "",
                              (const char *) self->languages->pdata[i]);
  return g_string_free (all, FALSE);
}

static gboolean
choose_language (MlgEforms *self, const char *wanted, GError **error)
{
  g_autofree char *code = mlg_eforms_language_parse (wanted);
  g_autofree char *all = NULL;
  guint found = 0;

  if (wanted == NULL
      || (code != NULL
          && g_ptr_array_find_with_equal_func (self->languages, code, g_str_equal, &found)))
    {
      self->language = self->languages->pdata[found];
      return TRUE;
    }
  all = join_languages (self, FALSE);
  g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_EMPTY,
               _ ("%s: the notice is not in the language “%s”: it is in %s"), self->file, wanted,
               all);
  return FALSE;
}

/* The body or, in newer notices, its contact point that has this identifier. */
static char *
find_body (MlgEforms *self, const char *id)
{
  static const char *const kinds[] = { "efac:Company", "efac:TouchPoint" };
  g_autoptr (GPtrArray) all =
      mlg_eforms_find_all (self->root, "*/efac:Organizations/efac:Organization");

  for (guint i = 0; i < all->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
      {
        const xmlNode *body = mlg_eforms_find (all->pdata[i], kinds[j]);
        g_autofree char *own = mlg_eforms_get (body, "cac:PartyIdentification/cbc:ID");

        if (g_str_equal (own, id))
          return mlg_eforms_get_text (self, body, "cac:PartyName/cbc:Name");
      }
  return g_strdup ("");
}

/* The names of those who buy (BT-500 of OPT-300). */
static char *
find_buyer (MlgEforms *self)
{
  g_autoptr (GPtrArray) parties = mlg_eforms_find_all (
      self->root, "cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID");
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < parties->len; i++)
    {
      g_autofree char *id = mlg_eforms_dup_words (parties->pdata[i]);
      g_autofree char *name = find_body (self, id);

      if (*name != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
      else
        mlg_eforms_say (self, MLG_SEVERITY_WARNING, parties->pdata[i],
                        _ ("“%s”: the notice does not name this buyer"), id);
    }
  return g_string_free (names, FALSE);
}

static gboolean
is_uuid (const char *text)
{
  return g_regex_match_simple ("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", text, 0, 0);
}

/* The identifier of the notice (BT-701); else one that the same bytes always give. */
static char *
make_uri (const MlgEforms *self, GBytes *bytes)
{
  g_autofree char *id = mlg_eforms_get (self->root, "cbc:ID");
  g_autofree char *lower = g_ascii_strdown (id, -1);
  g_autofree char *sum = NULL;

  if (is_uuid (lower))
    return g_strconcat ("urn:uuid:", lower, NULL);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_strdup_printf ("urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", sum, sum + 8, sum + 12, sum + 15,
                          sum + 18);
}

static void
set_root (const MlgEforms *self, xmlNode *root, GBytes *bytes)
{
  g_autofree char *uri = make_uri (self, bytes);
  g_autofree char *version = mlg_eforms_get (self->root, "cbc:VersionID");
  guint64 number = 1;
  g_autofree char *revision = NULL;

  if (!g_ascii_string_to_unsigned (version, 10, 1, G_MAXINT, &number, NULL))
    number = 1;
  revision = g_strdup_printf ("%u", (guint) number);
  xmlNewNsProp (root, xmlSearchNsByHref (root->doc, root, XML_XML_NAMESPACE),
                (const xmlChar *) "lang", (const xmlChar *) self->language);
  mlg_xml_set (root, "uri", uri);
  mlg_xml_set (root, "revision", revision);
}

static void
add_identity (MlgEforms *self, xmlNode *template)
{
  const xmlNode *project = mlg_eforms_find (self->root, "cac:ProcurementProject");
  g_autofree char *title = mlg_eforms_get_text (self, project, "cbc:Name");
  g_autofree char *summary = mlg_eforms_get_text (self, project, "cbc:Description");
  xmlNode *identity = mlg_eforms_add (self, template, "identity", NULL);

  if (*title == '\0')
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, self->root, _ ("the notice has no title"));
  mlg_eforms_add (self, identity, "title", *title != '\0' ? title : _ ("Notice without a title"));
  if (*summary != '\0')
    mlg_eforms_add (self, identity, "summary", summary);
  if (*self->buyer != '\0')
    mlg_eforms_add (self, identity, "origin", self->buyer);
  mlg_eforms_add (self, identity, "reliability", "draft");
}

static void
add_fields (MlgEforms *self, xmlNode *template)
{
  xmlNode *fields = mlg_eforms_add (self, template, "fields", NULL);
  xmlNode *field = mlg_eforms_add (self, fields, "field", NULL);

  mlg_xml_set (field, "name", "buyer");
  mlg_xml_set (field, "type", "body");
  mlg_xml_set (field, "required", "true");
  if (*self->buyer != '\0')
    mlg_xml_set (field, "default", self->buyer);
  mlg_eforms_add (self, field, "label", _ ("Buyer"));
}

/* Only a notice that calls for competition describes a tender to come. */
static void
tell_type (MlgEforms *self)
{
  const xmlNode *node = mlg_eforms_find (self->root, "cbc:NoticeTypeCode");
  g_autofree char *code = mlg_eforms_dup_words (node);
  const MlgCode *type = mlg_code_list_find (&mlg_eforms_notice_types, code);

  if (type == NULL)
    mlg_eforms_say (self, MLG_SEVERITY_WARNING, node != NULL ? node : self->root,
                    _ ("“%s”: this type of notice is not known"), code);
  else if (g_strcmp0 (type->group, "pin") == 0)
    mlg_eforms_say (
        self, MLG_SEVERITY_WARNING, node,
        _ ("kind of notice: %s. It announces purchases, and does not yet say how they are "
           "awarded"),
        _ (type->title));
  else if (g_strcmp0 (type->group, "can") == 0)
    mlg_eforms_say (
        self, MLG_SEVERITY_WARNING, node,
        _ ("kind of notice: %s. It tells the result; who won and at what price is not read"),
        _ (type->title));
}

static void
tell_languages (MlgEforms *self)
{
  g_autofree char *others = join_languages (self, TRUE);

  if (*others != '\0')
    mlg_eforms_say (self, MLG_SEVERITY_NOTE, self->root,
                    _ ("read in the language “%s”; the notice is also in: %s"), self->language,
                    others);
  if (self->n_foreign > 0)
    mlg_eforms_say (self, MLG_SEVERITY_NOTE, self->root,
                    ngettext ("%u text is not in the language “%s”: it is read in another",
                              "%u texts are not in the language “%s”: they are read in another",
                              self->n_foreign),
                    self->n_foreign, self->language);
}

static GBytes *
make_template (MlgEforms *self, GBytes *bytes)
{
  g_autoptr (xmlDoc) tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewNode (NULL, (const xmlChar *) "template");

  xmlDocSetRootElement (tree, root);
  self->template_ns = xmlNewNs (root, (const xmlChar *) MLG_TEMPLATE_NAMESPACE, NULL);
  self->document_ns =
      xmlNewNs (root, (const xmlChar *) MLG_DOCUMENT_NAMESPACE, (const xmlChar *) "d");
  xmlSetNs (root, self->template_ns);
  set_root (self, root, bytes);
  self->buyer = find_buyer (self);
  self->lots = mlg_eforms_read_lots (self);
  add_identity (self, root);
  mlg_eforms_add_purchase (self, root);
  add_fields (self, root);
  mlg_eforms_add_criteria (self, root);
  mlg_eforms_add_piece (self, root);
  return mlg_xml_write (tree);
}

/**
 * mlg_eforms_read:
 * @bytes: a notice
 * @name: the file as people know it
 * @language: (nullable): "fr" or "FRA"; %NULL for the first of mlg_eforms_list_languages()
 * @issues: receives what is missing, contradicts itself or has no place in a template
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError; %MLG_EXCHANGE_ERROR_FORMAT when it is no notice,
 *   %MLG_EXCHANGE_ERROR_EMPTY when it is not in @language
 *
 * Reads a notice of eForms as a template. What it plans or what it awarded is read too, with a remark that
 * says so. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the template
 */
MlgTemplate *
mlg_eforms_read (GBytes *bytes,
                 const char *name,
                 const char *language,
                 MlgIssueList *issues,
                 GCancellable *cancellable,
                 GError **error)
{
  g_auto (MlgEforms) self = { .file = name, .issues = issues };
  g_autoptr (xmlDoc) notice = NULL;
  g_autoptr (GBytes) xml = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && issues != NULL, NULL);

  notice = read_notice (bytes, name, cancellable, error);
  if (notice == NULL)
    return NULL;
  self.root = xmlDocGetRootElement (notice);
  self.languages = mlg_eforms_find_languages (self.root);
  self.seen = g_hash_table_new (NULL, NULL);
  if (!choose_language (&self, language, error))
    return NULL;
  tell_type (&self);
  xml = make_template (&self, bytes);
  tell_languages (&self);
  return mlg_template_read_xml (xml, name, issues, cancellable, error);
}
