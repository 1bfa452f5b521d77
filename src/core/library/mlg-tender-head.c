/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-head.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-compose-private.h"
#include "library/mlg-fragment.h"
#include "store/mlg-clean-text.h"

static const MlgCode field_codes[] = {
  { "text", N_ ("Line of text") },
  { "long-text", N_ ("Paragraphs") },
  { "date", N_ ("Date") },
  { "time", N_ ("Time of day") },
  { "duration", N_ ("Duration") },
  { "amount", N_ ("Amount (EUR excl. tax)") },
  { "percentage", N_ ("Percentage") },
  { "number", N_ ("Number") },
  { "choice", N_ ("Choice") },
  { "yes-no", N_ ("Yes or no") },
  { "body", N_ ("Body") },
  { "person", N_ ("Person") },
  { "rows", N_ ("List of rows") },
  { NULL },
};

const MlgCodeList mlg_field_types = { "field-types", field_codes };

/* eForms, award-criterion-type. */
static const MlgCode criterion_codes[] = {
  { "price", N_ ("Price") }, { "cost", N_ ("Cost") }, { "quality", N_ ("Quality") }, { NULL }
};

const MlgCodeList mlg_criterion_types = { "criterion-types", criterion_codes };

static const struct
{
  const char *container;
  const char *element;
} parts[] = {
  [MLG_HEAD_FIELDS] = { "fields", "field" },
  [MLG_HEAD_CRITERIA] = { "criteria", "criterion" },
  [MLG_HEAD_LOTS] = { "purchase", "lot" },
};

/**
 * mlg_head_row_new:
 *
 * Makes an empty row of the head of a tender.
 *
 * Returns: (transfer full): what was made
 */
MlgHeadRow *
mlg_head_row_new (void)
{
  return g_new0 (MlgHeadRow, 1);
}

/**
 * mlg_head_row_copy:
 * @row: a row
 *
 * Copies a row with its values; the copy is the caller's.
 */
MlgHeadRow *
mlg_head_row_copy (const MlgHeadRow *row)
{
  MlgHeadRow *copy = g_memdup2 (row, sizeof *row);

  for (guint i = 0; i < MLG_HEAD_N_VALUES; i++)
    copy->values[i] = g_strdup (row->values[i]);
  return copy;
}

/**
 * mlg_head_row_free:
 * @row: (transfer full): a row
 *
 * Frees a row with its values.
 */
void
mlg_head_row_free (MlgHeadRow *row)
{
  for (guint i = 0; i < MLG_HEAD_N_VALUES; i++)
    g_free (row->values[i]);
  g_free (row);
}

static char *
get_child (const xmlNode *element, const char *name)
{
  return mlg_fragment_get_text (mlg_template_find_child (element, name));
}

static char *
list_choices (const xmlNode *field)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = field->children; child != NULL; child = child->next)
    {
      g_autofree char *label =
          mlg_template_node_is (child, "choice") ? mlg_fragment_get_text (child) : NULL;

      if (label != NULL)
        g_string_append_printf (text, "%s%s = %s", text->len > 0 ? "; " : "",
                                mlg_xml_get (child, "value"), label);
    }
  return g_string_free (text, FALSE);
}

static void
read_row (MlgHeadRow *row, MlgHeadPart part, const xmlNode *element)
{
  char **values = row->values;

  switch (part)
    {
    case MLG_HEAD_FIELDS:
      values[MLG_HEAD_TITLE] = get_child (element, "label");
      values[MLG_HEAD_FIELD_TYPE] = g_strdup (mlg_xml_get (element, "type"));
      values[MLG_HEAD_FIELD_REQUIRED] =
          mlg_xml_is_true (element, "required") ? g_strdup ("true") : NULL;
      values[MLG_HEAD_FIELD_DEFAULT] = g_strdup (mlg_xml_get (element, "default"));
      values[MLG_HEAD_FIELD_HELP] = get_child (element, "help");
      values[MLG_HEAD_FIELD_CHOICES] = list_choices (element);
      break;
    case MLG_HEAD_CRITERIA:
      values[MLG_HEAD_TITLE] = get_child (element, "title");
      values[MLG_HEAD_CRITERION_WEIGHT] = g_strdup (mlg_xml_get (element, "weight"));
      values[MLG_HEAD_CRITERION_TYPE] = g_strdup (mlg_xml_get (element, "type"));
      values[MLG_HEAD_CRITERION_ELEMENTS] = get_child (element, "elements");
      values[MLG_HEAD_CRITERION_METHOD] = get_child (element, "method");
      break;
    case MLG_HEAD_LOTS:
    case MLG_HEAD_N_PARTS:
    default:
      values[MLG_HEAD_TITLE] = mlg_fragment_get_text (element);
      values[MLG_HEAD_LOT_VALUE] = g_strdup (mlg_xml_get (element, "value"));
    }
}

static void
list_rows (const xmlNode *container, MlgHeadPart part, guint level, GPtrArray *rows)
{
  for (const xmlNode *child = container->children; child != NULL; child = child->next)
    {
      MlgHeadRow *row;

      if (!mlg_template_node_is (child, parts[part].element))
        continue;
      row = mlg_head_row_new ();
      row->position = (int) rows->len + 1;
      row->level = level;
      read_row (row, part, child);
      g_ptr_array_add (rows, row);
      if (part == MLG_HEAD_CRITERIA)
        list_rows (child, part, level + 1, rows);
    }
}

/**
 * mlg_tender_head_list:
 *
 * Returns: (transfer full) (element-type MlgHeadRow): the questions, the criteria, each followed by those inside it,
 *   or the lots
 */
GPtrArray *
mlg_tender_head_list (MlgTemplate *template, MlgHeadPart part)
{
  const xmlNode *root = xmlDocGetRootElement (mlg_template_get_tree (template));
  const xmlNode *container = mlg_template_find_child (root, parts[part].container);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_head_row_free);

  if (container != NULL)
    list_rows (container, part, 0, rows);
  return rows;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static void
set_attribute (xmlNode *element, const char *name, const char *value)
{
  if (is_empty (value))
    xmlUnsetProp (element, (const xmlChar *) name);
  else
    mlg_xml_set (element, name, value);
}

static void
drop_children (xmlNode *element, const char *name)
{
  for (xmlNode *child; (child = mlg_template_find_child (element, name)) != NULL;)
    {
      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
}

/* Puts a child with words after @after, or first; nothing for no words. Returns: the last one there. */
static xmlNode *
put_child (xmlNode *element, xmlNode *after, const char *name, const char *words)
{
  g_autofree char *clean = g_strdup (words);
  xmlNode *child;

  if (is_empty (words))
    return after;
  mlg_clean_text (clean);
  child = xmlNewDocNode (element->doc, element->ns, (const xmlChar *) name, NULL);
  xmlAddChild (child, xmlNewDocText (element->doc, (const xmlChar *) clean));
  if (after != NULL)
    return xmlAddNextSibling (after, child);
  if (element->children != NULL)
    return xmlAddPrevSibling (element->children, child);
  return xmlAddChild (element, child);
}

static gboolean
put_choices (xmlNode *field, xmlNode *after, const char *choices, GError **error)
{
  g_auto (GStrv) each = g_strsplit (choices != NULL ? choices : "", ";", -1);

  for (char **choice = each; *choice != NULL; choice++)
    {
      g_auto (GStrv) sides = g_strsplit (g_strstrip (*choice), "=", 2);

      if (**choice == '\0')
        continue;
      if (g_strv_length (sides) != 2)
        {
          g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
                       _ ("“%s” is not a choice: “value = label” is expected"), *choice);
          return FALSE;
        }
      after = put_child (field, after, "choice", g_strstrip (sides[1]));
      mlg_xml_set (after, "value", g_strstrip (sides[0]));
    }
  return TRUE;
}

static gboolean
is_taken (const xmlNode *container, const char *name)
{
  for (const xmlNode *child = container->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && g_strcmp0 (mlg_xml_get (child, "name"), name) == 0)
      return TRUE;
  return FALSE;
}

/* A question's name comes from its label, and stays when the label changes. */
static char *
make_name (const xmlNode *container, const char *label)
{
  g_autofree char *plain = g_str_to_ascii (label, "C");
  g_autoptr (GString) name = g_string_new (NULL);

  for (const char *p = plain; *p != '\0' && name->len < 40; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || !g_ascii_islower (name->str[0]))
    g_string_prepend (name, "q-");
  for (guint turn = 2; is_taken (container, name->str); turn++)
    g_string_append_printf (name, "-%u", turn);
  return g_strdup (name->str);
}

static gboolean
write_field (xmlNode *container, xmlNode *element, const MlgHeadRow *row, GError **error)
{
  char *const *values = row->values;
  gboolean choice = g_strcmp0 (values[MLG_HEAD_FIELD_TYPE], "choice") == 0;
  xmlNode *after;

  if (mlg_xml_get (element, "name") == NULL)
    {
      g_autofree char *name = make_name (container, values[MLG_HEAD_TITLE]);

      mlg_xml_set (element, "name", name);
    }
  mlg_xml_set (element, "type",
               is_empty (values[MLG_HEAD_FIELD_TYPE]) ? "text" : values[MLG_HEAD_FIELD_TYPE]);
  set_attribute (element, "required", values[MLG_HEAD_FIELD_REQUIRED]);
  set_attribute (element, "default", values[MLG_HEAD_FIELD_DEFAULT]);
  drop_children (element, "label");
  drop_children (element, "help");
  drop_children (element, "choice");
  after = put_child (element, NULL, "label", values[MLG_HEAD_TITLE]);
  after = put_child (element, after, "help", values[MLG_HEAD_FIELD_HELP]);
  return put_choices (element, after, choice ? values[MLG_HEAD_FIELD_CHOICES] : NULL, error);
}

static void
write_criterion (xmlNode *element, const MlgHeadRow *row)
{
  char *const *values = row->values;
  xmlNode *after;

  mlg_xml_set (element, "type",
               is_empty (values[MLG_HEAD_CRITERION_TYPE]) ? "quality"
                                                          : values[MLG_HEAD_CRITERION_TYPE]);
  set_attribute (element, "weight", values[MLG_HEAD_CRITERION_WEIGHT]);
  drop_children (element, "title");
  drop_children (element, "elements");
  drop_children (element, "method");
  after = put_child (element, NULL, "title", values[MLG_HEAD_TITLE]);
  after = put_child (element, after, "elements", values[MLG_HEAD_CRITERION_ELEMENTS]);
  put_child (element, after, "method", values[MLG_HEAD_CRITERION_METHOD]);
}

static void
write_lot (xmlNode *element, const MlgHeadRow *row, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  mlg_xml_set (element, "number", text);
  set_attribute (element, "value", row->values[MLG_HEAD_LOT_VALUE]);
  while (element->children != NULL)
    {
      xmlNode *child = element->children;

      xmlUnlinkNode (child);
      xmlFreeNode (child);
    }
  xmlAddChild (element,
               xmlNewDocText (element->doc, (const xmlChar *) row->values[MLG_HEAD_TITLE]));
}

static gboolean
write_row (xmlNode *container,
           xmlNode *element,
           MlgHeadPart part,
           const MlgHeadRow *row,
           guint number,
           GError **error)
{
  if (is_empty (row->values[MLG_HEAD_TITLE]))
    {
      g_set_error_literal (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE,
                           _ ("each question, criterion and lot needs a title"));
      return FALSE;
    }
  if (part == MLG_HEAD_FIELDS)
    return write_field (container, element, row, error);
  if (part == MLG_HEAD_CRITERIA)
    write_criterion (element, row);
  else
    write_lot (element, row, number);
  return TRUE;
}

/* The container, made where the grammar wants it. */
static xmlNode *
ensure_container (xmlNode *root, MlgHeadPart part)
{
  static const char *const before[] = { "fields", "purchase", "identity" };
  xmlNode *container = mlg_template_find_child (root, parts[part].container);
  guint first = part == MLG_HEAD_CRITERIA ? 0 : part == MLG_HEAD_FIELDS ? 1 : 2;

  if (container != NULL)
    return container;
  container = xmlNewDocNode (root->doc, root->ns, (const xmlChar *) parts[part].container, NULL);
  for (guint i = first; i < G_N_ELEMENTS (before); i++)
    {
      xmlNode *after = mlg_template_find_child (root, before[i]);

      if (after != NULL)
        return xmlAddNextSibling (after, container);
    }
  return xmlAddChild (root, container);
}

/* Takes the elements of a part out of the tree, in their order, and criteria out of others. */
static void
take_elements (xmlNode *container, const char *name, GPtrArray *taken)
{
  for (xmlNode *child = container->children, *next; child != NULL; child = next)
    {
      next = child->next;
      if (!mlg_template_node_is (child, name))
        continue;
      xmlUnlinkNode (child);
      g_ptr_array_add (taken, child);
      take_elements (child, name, taken);
    }
}

static xmlNode *
find_after (xmlNode *container, MlgHeadPart part)
{
  xmlNode *last = NULL;

  for (xmlNode *child = container->children; child != NULL; child = child->next)
    if (part == MLG_HEAD_LOTS ? mlg_template_node_is (child, "cpv") : TRUE)
      last = child;
  return last;
}

/* The criterion of this level that was written last, for one that is inside it. */
static xmlNode *
find_around (xmlNode *after, guint level)
{
  for (guint i = 1; i < level; i++)
    {
      xmlNode *last = after->last;

      while (last != NULL && !mlg_template_node_is (last, "criterion"))
        last = last->prev;
      if (last == NULL)
        break;
      after = last;
    }
  return after;
}

static xmlNode *
put_row (xmlNode *container, xmlNode *after, xmlNode *element)
{
  if (after != NULL)
    return xmlAddNextSibling (after, element);
  if (container->children != NULL)
    return xmlAddPrevSibling (container->children, element);
  return xmlAddChild (container, element);
}

static gboolean
write_rows (xmlNode *container, MlgHeadPart part, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeNode);
  xmlNode *after;

  take_elements (container, parts[part].element, taken);
  after = find_after (container, part);
  for (guint i = 0; i < rows->len; i++)
    {
      const MlgHeadRow *row = rows->pdata[i];
      guint at = row->position > 0 ? (guint) row->position - 1 : G_MAXUINT;
      xmlNode *element = at < taken->len
                             ? xmlDocCopyNode (taken->pdata[at], container->doc, 1)
                             : xmlNewDocNode (container->doc, container->ns,
                                              (const xmlChar *) parts[part].element, NULL);

      if (row->level > 0 && i > 0)
        xmlAddChild (find_around (after, row->level), element);
      else
        after = put_row (container, after, element);
      if (!write_row (container, element, part, row, i + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_tender_head_write:
 * @template: a template, which stays as it is
 * @rows: (element-type MlgHeadRow): all that is to be there, in their order; what else an element has stays with it
 *
 * Errors: %MLG_TEMPLATE_ERROR_VALUE, %MLG_TEMPLATE_ERROR_INVALID: a question that the text still asks is missing, a
 * weight is no number.
 *
 * Returns: (transfer full): the template with these questions, criteria or lots
 */
MlgTemplate *
mlg_tender_head_write (MlgTemplate *template, MlgHeadPart part, GPtrArray *rows, GError **error)
{
  g_autofree char *name = mlg_template_get_title (template);
  g_autoptr (xmlDoc) tree = xmlCopyDoc (mlg_template_get_tree (template), 1);
  xmlNode *root = xmlDocGetRootElement (tree);

  if (!write_rows (ensure_container (root, part), part, rows, error))
    return NULL;
  return mlg_compose_finish (g_steal_pointer (&tree), name, error);
}
