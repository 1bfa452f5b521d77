/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "mlg-document-docx-private.h"

/* What has no place in our documents, or stands in a Word document twice: its words are kept or told. */

/* Appends the words of the text below, with a space for each paragraph. */
void
mlg_docx_collect_words (const xmlNode *parent, GString *words)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      g_autoptr (xmlChar) text = NULL;

      if (mlg_docx_is (node, "p"))
        g_string_append_c (words, ' ');
      if (mlg_docx_is (node, "t") && (text = xmlNodeGetContent (node)) != NULL)
        g_string_append (words, (const char *) text);
      else if (node->type == XML_ELEMENT_NODE && !mlg_docx_is (node, "Fallback"))
        mlg_docx_collect_words (node, words);
    }
}

static char *
words_of (const xmlNode *parent)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (parent != NULL)
    mlg_docx_collect_words (parent, words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The same thing for newer and for older programs: the newer one is read, and what the older one says
 * differently is told. */
xmlNode *
mlg_docx_choose (MlgDocx *self, const xmlNode *alternatives)
{
  xmlNode *choice = mlg_docx_find (alternatives, "Choice");
  xmlNode *fallback = mlg_docx_find (alternatives, "Fallback");
  g_autofree char *chosen = words_of (choice);
  g_autofree char *left = words_of (fallback);

  if (choice == NULL)
    return fallback;
  for (const xmlNode *other = choice->next; other != NULL; other = other->next)
    {
      g_autofree char *words = mlg_docx_is (other, "Choice") ? words_of (other) : NULL;

      if (words != NULL && strcmp (words, chosen) != 0)
        mlg_reading_report_left (&self->reading, "mc:Choice", words);
    }
  if (strcmp (left, chosen) != 0)
    mlg_reading_report_left (&self->reading, "mc:Fallback", left);
  return choice;
}

static gboolean
is_html (const char *part)
{
  g_autofree char *lower = g_ascii_strdown (part, -1);

  return g_str_has_suffix (lower, ".html") || g_str_has_suffix (lower, ".htm")
         || g_str_has_suffix (lower, ".xhtml") || g_str_has_suffix (lower, ".mht");
}

/* The words of a chart or a diagram: runs make words together, all else stands apart. */
static void
collect_part_words (const xmlNode *parent, GString *words)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      g_string_append (words, (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE)
      {
        if (!mlg_docx_is (node, "r") && !mlg_docx_is (node, "t"))
          g_string_append_c (words, ' ');
        collect_part_words (node, words);
      }
}

static char *
words_of_part (MlgDocx *self, const char *part)
{
  g_autoptr (GBytes) bytes = part != NULL && mlg_package_has_part (self->package, part)
                                 ? mlg_package_read_part (self->package, part, NULL, NULL)
                                 : NULL;
  g_autoptr (xmlDoc) doc = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (data == NULL)
    return NULL;
  if (g_str_has_suffix (part, ".txt") && g_utf8_validate (data, (gssize) size, NULL))
    return g_strndup (data, size);
  if (is_html (part))
    doc = htmlReadMemory (data, (int) size, part, NULL,
                          HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                              | HTML_PARSE_RECOVER);
  else if (g_str_has_suffix (part, ".xml"))
    doc = mlg_xml_read_bytes (bytes, part, NULL, NULL, NULL);
  if (doc == NULL || xmlDocGetRootElement (doc) == NULL)
    return NULL;
  collect_part_words (xmlDocGetRootElement (doc), words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Tells the words of a part that @node brings in, such as a page of HTML, a chart or a diagram. */
void
mlg_docx_report_part (MlgDocx *self, const xmlNode *node)
{
  const char *id = mlg_docx_get (node, mlg_docx_is (node, "relIds") ? "dm" : "id");
  const char *part = id != NULL ? g_hash_table_lookup (self->targets, id) : NULL;
  g_autofree char *words = words_of_part (self, part);

  if (words != NULL)
    mlg_reading_report_left (&self->reading, part, words);
  else
    mlg_reading_count (&self->reading, (const char *) node->name);
}

/* Tells the entries of a list to choose from but the one that was chosen, which is in the text: @properties are
 * those of a content control. */
void
mlg_docx_report_entries (MlgDocx *self, const xmlNode *properties)
{
  const xmlNode *list = mlg_docx_find (properties, "dropDownList");
  g_autofree char *chosen = words_of (mlg_docx_find (properties->parent, "sdtContent"));
  g_autoptr (GString) left = g_string_new (NULL);

  if (list == NULL)
    list = mlg_docx_find (properties, "comboBox");
  for (const xmlNode *entry = list != NULL ? list->children : NULL; entry != NULL;
       entry = entry->next)
    {
      const char *words = mlg_docx_get (entry, "displayText");

      if (words == NULL)
        words = mlg_docx_get (entry, "value");
      if (words != NULL && strcmp (words, g_strstrip (chosen)) != 0)
        g_string_append_printf (left, "%s%s", left->len > 0 ? " ; " : "", words);
    }
  mlg_reading_report_left (&self->reading, "w:listItem", left->str);
}

/* How words are pronounced: above them there, behind them in brackets here. */
void
mlg_docx_read_ruby (MlgDocx *self, xmlNode *ruby, MlgMarks marks)
{
  xmlNode *base = mlg_docx_find (ruby, "rubyBase"), *above = mlg_docx_find (ruby, "rt");

  mlg_reading_count (&self->reading, "ruby");
  if (base != NULL)
    mlg_docx_read_inline (self, base, marks);
  if (above == NULL)
    return;
  mlg_document_builder_add_text (self->reading.builder, " (", -1, marks);
  mlg_docx_read_inline (self, above, marks);
  mlg_document_builder_add_text (self->reading.builder, ")", -1, marks);
}

/* Notes that nothing calls, once those that are called have been taken out of @notes. */
void
mlg_docx_report_uncalled (MlgDocx *self, GHashTable *notes)
{
  GHashTableIter iter;
  gpointer note = NULL;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, NULL, &note))
    {
      g_autofree char *words = words_of (note);

      mlg_reading_report_left (&self->reading, (const char *) ((xmlNode *) note)->name, words);
    }
}
