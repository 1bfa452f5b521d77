/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-xml.h"

#include <string.h>

#include "library/mlg-fragment.h"
#include "template/mlg-template.h"

/* An element of a clause with words only, and its field, in the order in which they are written. */
typedef struct
{
  const char *name;
  guint field;
} Part;

static const Part attributes[] = {
  { "phase", MLG_CLAUSE_PHASE },
  { "dimension", MLG_CLAUSE_DIMENSION },
  { "ambition", MLG_CLAUSE_AMBITION },
};

static const Part parts[] = {
  { "link", MLG_CLAUSE_LINK },           { "proof", MLG_CLAUSE_PROOF },
  { "sanction", MLG_CLAUSE_SANCTION },   { "why", MLG_CLAUSE_WHY },
  { "vigilance", MLG_CLAUSE_VIGILANCE },
};

/* An element that may be repeated: a line each, with an attribute before a colon. */
typedef struct
{
  const char *name;
  const char *attribute;
  guint field;
} Lines;

static const Lines lines[] = {
  { "source", "confidence", MLG_CLAUSE_SOURCES },
  { "label", "code", MLG_CLAUSE_LABELS },
};

static void
take_child (MlgRecord *clause, guint field, const xmlNode *element, const char *name)
{
  g_autofree char *text = mlg_fragment_get_text (mlg_template_find_child (element, name));

  mlg_record_set_text (clause, field, text);
}

static char *
join_lines (const xmlNode *element, const Lines *of)
{
  GString *joined = g_string_new (NULL);

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    {
      g_autofree char *text =
          mlg_template_node_is (child, of->name) ? mlg_fragment_get_text (child) : NULL;
      const char *before = text != NULL ? mlg_xml_get (child, of->attribute) : NULL;

      if (text != NULL || before != NULL)
        g_string_append_printf (joined, "%s%s: %s", joined->len > 0 ? "\n" : "",
                                before != NULL ? before : "", text != NULL ? text : "");
    }
  return g_string_free (joined, FALSE);
}

static char *
join_related (const xmlNode *element)
{
  GString *joined = g_string_new (NULL);

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (mlg_template_node_is (child, "related"))
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "",
                              mlg_xml_get (child, "to"));
  return g_string_free (joined, FALSE);
}

static void
set_or_empty (MlgRecord *clause, guint field, char *text)
{
  mlg_record_set_text (clause, field, *text != '\0' ? text : NULL);
  g_free (text);
}

/**
 * mlg_clause_take_xml:
 * @clause: gets what the element says; its identifier and revision only if the element has them
 * @element: a clause, of a tree that was adopted (see mlg_fragment_adopt())
 */
void
mlg_clause_take_xml (MlgRecord *clause, const xmlNode *element)
{
  const char *revision = mlg_xml_get (element, "revision");
  const xmlNode *checked = mlg_template_find_child (element, "checked");

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    mlg_record_set_text (clause, attributes[i].field, mlg_xml_get (element, attributes[i].name));
  if (mlg_xml_get (element, "uri") != NULL)
    mlg_record_set_text (clause, MLG_CLAUSE_URI, mlg_xml_get (element, "uri"));
  if (revision != NULL)
    mlg_record_set_integer (clause, MLG_CLAUSE_REVISION, g_ascii_strtoll (revision, NULL, 10));
  mlg_record_set_text (clause, MLG_CLAUSE_LANGUAGE,
                       mlg_xml_get_ns (element, (const char *) XML_XML_NAMESPACE, "lang"));
  take_child (clause, MLG_CLAUSE_TITLE, element, "title");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    take_child (clause, parts[i].field, element, parts[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    set_or_empty (clause, lines[i].field, join_lines (element, &lines[i]));
  set_or_empty (clause, MLG_CLAUSE_RELATED, join_related (element));
  take_child (clause, MLG_CLAUSE_RELIABILITY, element, "reliability");
  take_child (clause, MLG_CLAUSE_CHECKED, element, "checked");
  mlg_record_set_text (clause, MLG_CLAUSE_CHECKED_ON,
                       checked != NULL ? mlg_xml_get (checked, "on") : NULL);
  set_or_empty (clause, MLG_CLAUSE_TEXT,
                mlg_fragment_write_children (mlg_template_find_child (element, "text")));
}

static gboolean
is_confidence (const char *text, gsize length)
{
  static const char *const confidences[] = { "", "text", "secondary", "to-check" };

  for (guint i = 0; i < G_N_ELEMENTS (confidences); i++)
    if (strlen (confidences[i]) == length && strncmp (text, confidences[i], length) == 0)
      return TRUE;
  return FALSE;
}

/* What stands before the first colon is an attribute if it looks like one. */
static void
append_line (GString *fragment, const Lines *of, const char *line)
{
  gsize n = strspn (line, "abcdefghijklmnopqrstuvwxyz0123456789-");
  gboolean named = line[n] == ':' && (of->field != MLG_CLAUSE_SOURCES || is_confidence (line, n));
  g_autofree char *before = g_strndup (line, named ? n : 0);
  g_autofree char *text = g_strstrip (g_strdup (named ? line + n + 1 : line));
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (fragment, "<%s", of->name);
  mlg_fragment_append_attribute (fragment, of->attribute, before);
  g_string_append_printf (fragment, ">%s</%s>\n", escaped, of->name);
}

static void
append_lines (GString *fragment, const Lines *of, const char *text)
{
  g_auto (GStrv) each = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (char **line = each; *line != NULL; line++)
    if (**line != '\0')
      append_line (fragment, of, *line);
}

static void
append_related (GString *fragment, const char *text)
{
  g_auto (GStrv) each = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **to = each; *to != NULL; to++)
    if (**to != '\0')
      g_string_append_printf (fragment, "<related to=\"%s\"/>\n", *to);
}

static void
append_checked (GString *fragment, const char *day, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  if (day != NULL)
    g_string_append_printf (fragment, "<checked on=\"%s\">%s</checked>\n", day, escaped);
}

static void
append_start (MlgRecord *clause, GString *fragment)
{
  mlg_fragment_append_attribute (fragment, "xml:lang",
                                 mlg_record_get_text (clause, MLG_CLAUSE_LANGUAGE));
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    mlg_fragment_append_attribute (fragment, attributes[i].name,
                                   mlg_record_get_text (clause, attributes[i].field));
  g_string_append (fragment, ">\n");
}

static void
append_rest (MlgRecord *clause, GString *fragment)
{
  mlg_fragment_append (fragment, "title", mlg_record_get_text (clause, MLG_CLAUSE_TITLE));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    mlg_fragment_append (fragment, parts[i].name, mlg_record_get_text (clause, parts[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    append_lines (fragment, &lines[i], mlg_record_get_text (clause, lines[i].field));
  append_related (fragment, mlg_record_get_text (clause, MLG_CLAUSE_RELATED));
  mlg_fragment_append (fragment, "reliability",
                       mlg_record_get_text (clause, MLG_CLAUSE_RELIABILITY));
  append_checked (fragment, mlg_record_get_text (clause, MLG_CLAUSE_CHECKED_ON),
                  mlg_record_get_text (clause, MLG_CLAUSE_CHECKED));
  g_string_append (fragment, "<text>\n");
  g_string_append (fragment, mlg_record_get_text (clause, MLG_CLAUSE_TEXT));
  g_string_append (fragment, "\n</text>\n</clause>\n");
}

/**
 * mlg_clause_append_xml:
 * @place: (nullable): the xml:id of the element where it stands
 *
 * Appends the clause to a fragment, as an element.
 */
void
mlg_clause_append_xml (MlgRecord *clause, const char *place, GString *fragment)
{
  g_string_append (fragment, "<clause");
  mlg_fragment_append_attribute (fragment, "xml:id", place);
  mlg_fragment_append_attribute (fragment, "uri", mlg_record_get_text (clause, MLG_CLAUSE_URI));
  g_string_append_printf (fragment, " revision=\"%" G_GINT64_FORMAT "\"",
                          mlg_record_get_integer (clause, MLG_CLAUSE_REVISION));
  append_start (clause, fragment);
  append_rest (clause, fragment);
}

/**
 * mlg_clause_dup_content:
 *
 * Returns: (transfer full): the clause as an element without identifier, revision and place: two wordings
 *   are the same when these are
 */
char *
mlg_clause_dup_content (MlgRecord *clause)
{
  GString *fragment = g_string_new ("<clause");

  append_start (clause, fragment);
  append_rest (clause, fragment);
  return g_string_free (fragment, FALSE);
}

/**
 * mlg_clause_take_content:
 * @content: what mlg_clause_dup_content() made
 *
 * Gives a clause the wording of another time.
 */
gboolean
mlg_clause_take_content (MlgRecord *clause, const char *content, GError **error)
{
  g_autoptr (xmlDoc) doc = mlg_fragment_read (content, error);

  if (doc == NULL)
    return FALSE;
  mlg_fragment_adopt (xmlDocGetRootElement (doc));
  mlg_clause_take_xml (clause, xmlDocGetRootElement (doc)->children);
  return TRUE;
}
