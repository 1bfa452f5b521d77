/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/mlg-document-names.h"
#include "library/mlg-fragment.h"
#include "library/mlg-reading.h"

/* Texts of templates as Pango's markup: questions stand as chips with their label, or with their answer. */
typedef struct
{
  MlgTemplate *template; /* (unowned) */
  MlgAnswers *answers;   /* (unowned) (nullable) */
  GString *markup;       /* (unowned) */
  guint indent;
} Writing;

#define CHIP_START      "<span background=\"#9a9996\" background_alpha=\"25%\">\302\240"
#define CHIP_END        "\302\240</span>"
#define CONDITION_START "<span size=\"smaller\" style=\"italic\" alpha=\"75%\">"
#define CONDITION_END   "</span>"

static void write_inline (Writing *self, const xmlNode *parent);
static void write_flow (Writing *self, const xmlNode *parent, const char *without);

static void
append_escaped (Writing *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (self->markup, escaped);
}

/* White space of the file is one space, and none at the start of a line. */
static void
append_words (Writing *self, const char *text)
{
  g_autoptr (GString) words = g_string_new (NULL);
  char last = self->markup->len > 0 ? self->markup->str[self->markup->len - 1] : '\n';

  for (const char *p = text; *p != '\0'; p++)
    {
      char c = g_ascii_isspace (*p) ? ' ' : *p;

      if (c != ' ' || (last != ' ' && last != '\n'))
        g_string_append_c (words, c);
      last = c;
    }
  append_escaped (self, words->str);
}

static void
append_chip (Writing *self, const char *text)
{
  g_string_append (self->markup, CHIP_START);
  append_escaped (self, text);
  g_string_append (self->markup, CHIP_END);
}

static char *
print_answer (Writing *self, const MlgTemplateField *field)
{
  g_autofree char *kept =
      self->answers != NULL ? mlg_answers_get (self->answers, field->name) : NULL;

  return kept != NULL && *kept != '\0' ? mlg_template_field_print (field, kept) : NULL;
}

static void
write_field (Writing *self, const xmlNode *node)
{
  const char *name = mlg_xml_get (node, "name");
  const MlgTemplateField *field =
      self->template != NULL
          ? mlg_template_field_find (mlg_template_get_fields (self->template), name)
          : NULL;
  g_autofree char *answer = field != NULL ? print_answer (self, field) : NULL;

  if (answer != NULL)
    append_escaped (self, answer);
  else
    append_chip (self, field != NULL ? field->label : name);
}

static const MlgTemplateField *
find_column (MlgTemplate *template, const char *name)
{
  GPtrArray *fields = template != NULL ? mlg_template_get_fields (template) : NULL;
  const MlgTemplateField *found = fields != NULL ? mlg_template_field_find (fields, name) : NULL;

  for (guint i = 0; found == NULL && fields != NULL && i < fields->len; i++)
    found = mlg_template_field_find (((MlgTemplateField *) fields->pdata[i])->columns, name);
  return found;
}

/* What a value is, for people: how many rows there are, what a row has, or that it is computed. */
static char *
write_select (Writing *self, const char *select)
{
  gboolean counts = g_str_has_prefix (select, "count(") && g_str_has_suffix (select, "/row)");
  g_autofree char *list =
      counts ? g_strndup (select + strlen ("count("), strlen (select) - strlen ("count(/row)"))
             : NULL;
  const char *step = strrchr (select, '/');
  const MlgTemplateField *field = find_column (self->template, list != NULL   ? list
                                                               : step != NULL ? step + 1
                                                                              : select);

  if (field == NULL)
    return g_strdup (strpbrk (select, "([") != NULL ? _ ("computed") : select);
  /* Translators: %s is the name of a list of a template. */
  return counts ? g_strdup_printf (_ ("number of “%s”"), field->label) : g_strdup (field->label);
}

static void
write_value (Writing *self, const xmlNode *node)
{
  const char *missing = mlg_xml_get (node, "missing");
  g_autofree char *words = write_select (self, mlg_xml_get (node, "select"));

  append_chip (self, missing != NULL ? missing : words);
}

static void
open_condition (Writing *self, const char *test)
{
  g_autofree char *words =
      self->template != NULL ? mlg_reading_write_condition (self->template, test) : g_strdup (test);

  g_string_append (self->markup, CONDITION_START);
  /* Translators: before a part of a text: %s is a condition. */
  {
    g_autofree char *text = g_strdup_printf (_ ("[if %s:"), words);

    append_escaped (self, text);
  }
  g_string_append (self->markup, CONDITION_END " ");
}

static void
append_aside (Writing *self, const char *text)
{
  g_string_append (self->markup, CONDITION_START);
  append_escaped (self, text);
  g_string_append (self->markup, CONDITION_END);
}

static void
write_inline_when (Writing *self, const xmlNode *node)
{
  open_condition (self, mlg_xml_get (node, "test"));
  write_inline (self, node);
  append_aside (self, "]");
}

static void
write_inline_repeat (Writing *self, const xmlNode *node)
{
  append_aside (self, _ ("[for each:"));
  g_string_append_c (self->markup, ' ');
  write_inline (self, node);
  append_aside (self, "]");
}

static void
write_styled (Writing *self, const xmlNode *node, const char *tag)
{
  g_string_append_printf (self->markup, "<%s>", tag);
  write_inline (self, node);
  g_string_append_printf (self->markup, "</%s>", tag);
}

static void
write_template_inline (Writing *self, const xmlNode *node)
{
  if (mlg_template_node_is (node, "value"))
    write_value (self, node);
  else if (mlg_template_node_is (node, "when"))
    write_inline_when (self, node);
  else if (mlg_template_node_is (node, "repeat"))
    write_inline_repeat (self, node);
  else if (mlg_template_node_is (node, "otherwise"))
    {
      append_aside (self, _ (" else: "));
      write_inline (self, node);
    }
  else
    write_inline (self, node);
}

static void
write_inline_element (Writing *self, const xmlNode *node)
{
  static const char *const styles[] = { "b", "i", "sup", "sub" };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (mlg_document_node_is (node, styles[i]))
      {
        write_styled (self, node, styles[i]);
        return;
      }
  if (mlg_document_node_is (node, "field"))
    write_field (self, node);
  else if (mlg_document_node_is (node, "br"))
    g_string_append_c (self->markup, '\n');
  else if (mlg_document_node_is (node, "ref") || mlg_document_node_is (node, "link"))
    write_styled (self, node, "u");
  else
    write_template_inline (self, node);
}

static void
write_inline (Writing *self, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      append_words (self, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      write_inline_element (self, child);
}

/* A new line, unless one was just begun. */
static void
start_line (Writing *self, const char *mark)
{
  if (self->markup->len > 0 && self->markup->str[self->markup->len - 1] != '\n')
    g_string_append_c (self->markup, '\n');
  for (guint i = 0; i < self->indent; i++)
    g_string_append (self->markup, "\342\200\203");
  g_string_append (self->markup, mark);
}

static void
write_items (Writing *self, const xmlNode *parent, gboolean ordered, guint *number)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "item"))
      {
        g_autofree char *mark = ordered ? g_strdup_printf ("%u. ", ++*number) : NULL;

        start_line (self, mark != NULL ? mark : "• ");
        self->indent++;
        for (const xmlNode *block = child->children; block != NULL; block = block->next)
          if (mlg_document_node_is (block, "p"))
            write_inline (self, block);
          else if (block->type == XML_ELEMENT_NODE)
            mlg_reading_write_block (self->template, self->answers, block, self->markup);
        self->indent--;
      }
    else if (mlg_template_node_is (child, "when"))
      {
        start_line (self, "");
        open_condition (self, mlg_xml_get (child, "test"));
        write_items (self, child, ordered, number);
        append_aside (self, "]");
      }
    else if (child->type == XML_ELEMENT_NODE)
      write_items (self, child, ordered, number);
}

static void
write_row (Writing *self, const xmlNode *row)
{
  gboolean header = mlg_xml_is_true (row, "header");

  start_line (self, header ? "<b>" : "");
  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next)
    {
      if (!mlg_document_node_is (cell, "cell"))
        continue;
      for (const xmlNode *block = cell->children; block != NULL; block = block->next)
        if (block->type == XML_ELEMENT_NODE)
          write_inline (self, block);
      if (cell->next != NULL)
        g_string_append (self->markup, "  <span alpha=\"50%\">|</span>  ");
    }
  if (header)
    g_string_append (self->markup, "</b>");
}

static void
write_rows (Writing *self, const xmlNode *parent)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "row"))
      write_row (self, child);
    else if (mlg_document_node_is (child, "caption"))
      {
        start_line (self, "");
        write_styled (self, child, "i");
      }
    else if (child->type == XML_ELEMENT_NODE)
      {
        if (mlg_template_node_is (child, "repeat"))
          {
            start_line (self, "");
            append_aside (self, _ ("[for each:"));
          }
        write_rows (self, child);
        if (mlg_template_node_is (child, "repeat"))
          append_aside (self, " ]");
      }
}

static void
write_block_when (Writing *self, const xmlNode *node)
{
  start_line (self, "");
  open_condition (self, mlg_xml_get (node, "test"));
  self->indent++;
  write_flow (self, node, NULL);
  self->indent--;
  append_aside (self, " ]");
}

static void
write_section (Writing *self, const xmlNode *section, const char *without)
{
  for (const xmlNode *child = section->children; child != NULL; child = child->next)
    if (mlg_document_node_is (child, "heading"))
      {
        g_autofree char *words = mlg_fragment_get_text (child);

        if (g_strcmp0 (words, without) == 0)
          continue;
        start_line (self, "");
        write_styled (self, child, "b");
      }
    else if (child->type == XML_ELEMENT_NODE)
      mlg_reading_write_block (self->template, self->answers, child, self->markup);
}

static void
write_block (Writing *self, const xmlNode *node, const char *without)
{
  guint number = 0;

  if (mlg_document_node_is (node, "section"))
    write_section (self, node, without);
  else if (mlg_document_node_is (node, "list"))
    write_items (self, node, mlg_xml_get (node, "numbering") != NULL, &number);
  else if (mlg_document_node_is (node, "table"))
    write_rows (self, node);
  else if (mlg_template_node_is (node, "when"))
    write_block_when (self, node);
  else if (mlg_template_node_is (node, "otherwise"))
    {
      start_line (self, "");
      append_aside (self, _ ("else:"));
      write_flow (self, node, NULL);
    }
  else if (mlg_template_node_is (node, "repeat"))
    {
      start_line (self, "");
      append_aside (self, _ ("[for each:"));
      write_flow (self, node, NULL);
      append_aside (self, " ]");
    }
  else if (mlg_document_node_is (node, "note"))
    {
      start_line (self, "");
      append_aside (self, _ ("Note to the drafter: "));
      write_flow (self, node, NULL);
    }
  else
    {
      start_line (self, "");
      write_inline (self, node);
    }
}

static void
write_flow (Writing *self, const xmlNode *parent, const char *without)
{
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      write_block (self, child, without);
}

/**
 * mlg_reading_write_flow:
 * @template: (nullable): tells the labels of questions; without it they have their names
 * @answers: (nullable): stand in the place of the questions
 * @parent: what holds paragraphs, lists, tables and conditions
 * @without: (nullable): a heading that is not repeated
 * @markup: gets the text, a paragraph a line
 */
void
mlg_reading_write_flow (MlgTemplate *template,
                        MlgAnswers *answers,
                        const xmlNode *parent,
                        const char *without,
                        GString *markup)
{
  Writing writing = { template, answers, markup, 0 };

  write_flow (&writing, parent, without);
}

/**
 * mlg_reading_write_block:
 * @block: one of what mlg_reading_write_flow() writes
 */
void
mlg_reading_write_block (MlgTemplate *template,
                         MlgAnswers *answers,
                         const xmlNode *block,
                         GString *markup)
{
  Writing writing = { template, answers, markup, 0 };

  write_block (&writing, block, NULL);
}
