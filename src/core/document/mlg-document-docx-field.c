/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* Fields: what Word is told to print, and what it printed last. Their results are kept as words, but
 * for those that we know too: numbers of pages, links, references. */

void
mlg_docx_clear_field (gpointer data)
{
  MlgDocxField *field = data;

  g_string_free (field->code, TRUE);
}

static gboolean
has_switch (GStrv words, const char *letters)
{
  for (guint i = 1; words[i] != NULL; i++)
    if (words[i][0] == '\\' && words[i][1] != '\0' && strchr (letters, words[i][1]) != NULL)
      return TRUE;
  return FALSE;
}

/* HYPERLINK "address" or HYPERLINK \l "place". */
static const char *
open_link (MlgDocx *self, GStrv words)
{
  gboolean inside = has_switch (words, "l");
  const char *to = NULL;
  g_autofree char *bare = NULL;

  for (guint i = 1; words[i] != NULL && to == NULL; i++)
    if (words[i][0] != '\\' && words[i][0] != '\0')
      to = words[i];
  if (to == NULL)
    return NULL;
  bare = g_strdup (to);
  g_strdelimit (bare, "\"", ' ');
  g_strstrip (bare);
  if (inside)
    {
      mlg_document_builder_open_reference (self->reading.builder, bare, "words");
      return "ref";
    }
  return mlg_document_builder_open_link (self->reading.builder, bare) ? "link" : NULL;
}

static const char *
open_reference (MlgDocx *self, GStrv words, gboolean page)
{
  const char *show = page ? "page" : has_switch (words, "rnw") ? "number" : "words";

  if (words[1] == NULL || words[1][0] == '\\')
    return NULL;
  mlg_document_builder_open_reference (self->reading.builder, words[1], show);
  return "ref";
}

/* Words of the code, without those that are empty. */
static GStrv
split_code (const char *code)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (code, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

static void
collect_code (const xmlNode *parent, GString *code)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (mlg_docx_is (node, "instrText") && node->children != NULL)
      g_string_append (code, (const char *) node->children->content);
    else if (node->type == XML_ELEMENT_NODE)
      collect_code (node, code);
}

/* The last level of headings that a table of contents lists, which begins in this paragraph: TOC \o "1-3".
 * 0 when it does not say. */
guint
mlg_docx_toc_depth (const xmlNode *paragraph)
{
  g_autoptr (GString) code = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  collect_code (paragraph, code);
  words = split_code (code->str);
  if (words[0] == NULL || g_ascii_strcasecmp (words[0], "TOC") != 0)
    return 0;
  for (guint i = 1; words[i] != NULL; i++)
    {
      const char *to =
          strcmp (words[i], "\\o") == 0 && words[i + 1] != NULL ? strchr (words[i + 1], '-') : NULL;

      if (to != NULL)
        return (guint) MIN (g_ascii_strtoull (to + 1, NULL, 10), MLG_DOCUMENT_MAX_LEVEL);
    }
  return 0;
}

/* A box of a form, ticked or not. */
static void
read_box (MlgDocx *self, const MlgDocxField *field)
{
  const xmlNode *box = mlg_docx_find (field->data, "checkBox");
  const char *state = mlg_docx_find (box, "checked") != NULL ? "checked" : "default";

  mlg_document_builder_add_text (self->reading.builder,
                                 mlg_docx_is_on (box, state) ? "\xe2\x98\x92" : "\xe2\x98\x90", -1,
                                 MLG_MARK_NONE);
}

/* What was chosen in a list of a form; the rest is told. */
static void
read_choice (MlgDocx *self, const MlgDocxField *field)
{
  const xmlNode *list = mlg_docx_find (field->data, "ddList");
  const char *text = mlg_docx_value (list, "result");
  g_autoptr (GString) left = g_string_new (NULL);
  guint64 chosen = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  for (const xmlNode *entry = list != NULL ? list->children : NULL; entry != NULL;
       entry = entry->next)
    {
      const char *words = mlg_docx_is (entry, "listEntry") ? mlg_docx_get (entry, "val") : NULL;

      if (words == NULL)
        continue;
      if (chosen-- == 0)
        mlg_document_builder_add_text (self->reading.builder, words, -1, MLG_MARK_NONE);
      else
        g_string_append_printf (left, "%s%s", left->len > 0 ? " ; " : "", words);
    }
  mlg_reading_report_left (&self->reading, "w:listEntry", left->str);
}

static void
report (MlgDocx *self, const char *name)
{
  g_autofree char *what = g_strdup_printf ("field %s", name);

  mlg_reading_count (&self->reading, what);
}

/* Reads what Word is told; whether what it printed is not to be read. */
gboolean
mlg_docx_open_field (MlgDocx *self, const char *code, MlgDocxField *field)
{
  g_auto (GStrv) words = split_code (code);
  g_autofree char *name = words[0] != NULL ? g_ascii_strup (words[0], -1) : NULL;

  field->decided = TRUE;
  if (name == NULL || strcmp (name, "TOC") == 0)
    return FALSE;
  if (strcmp (name, "PAGE") == 0 || strcmp (name, "NUMPAGES") == 0)
    {
      field->is_page = TRUE;
      mlg_document_builder_add (self->reading.builder,
                                strcmp (name, "PAGE") == 0 ? "page-number" : "page-count");
    }
  else if (strcmp (name, "HYPERLINK") == 0)
    field->opened = open_link (self, words);
  else if (strcmp (name, "REF") == 0 || strcmp (name, "PAGEREF") == 0)
    field->opened = open_reference (self, words, strcmp (name, "PAGEREF") == 0);
  else if (strcmp (name, "FORMCHECKBOX") == 0)
    read_box (self, field);
  else if (strcmp (name, "FORMDROPDOWN") == 0)
    read_choice (self, field);
  else if (strcmp (name, "FORMTEXT") != 0)
    report (self, name);
  return field->is_page;
}

void
mlg_docx_close_field (MlgDocx *self, MlgDocxField *field)
{
  if (field->opened != NULL)
    mlg_document_builder_close (self->reading.builder, field->opened);
}

static void
end_field (MlgDocx *self)
{
  MlgDocxField *field = NULL;

  if (self->fields->len == 0)
    return;
  field = &g_array_index (self->fields, MlgDocxField, self->fields->len - 1);
  if (!field->decided)
    mlg_docx_open_field (self, field->code->str, field);
  mlg_docx_close_field (self, field);
  g_array_set_size (self->fields, self->fields->len - 1);
}

static void
read_sign (MlgDocx *self, const xmlNode *sign)
{
  const char *type = mlg_docx_get (sign, "fldCharType");
  MlgDocxField made = { 0 };
  MlgDocxField *field = NULL;

  if (g_strcmp0 (type, "begin") == 0)
    {
      made.code = g_string_new (NULL);
      made.data = mlg_docx_find (sign, "ffData");
      g_array_append_val (self->fields, made);
    }
  else if (g_strcmp0 (type, "end") == 0)
    end_field (self);
  else if (self->fields->len > 0)
    {
      field = &g_array_index (self->fields, MlgDocxField, self->fields->len - 1);
      if (!field->decided)
        mlg_docx_open_field (self, field->code->str, field);
    }
}

/* Reads a part of a run that belongs to a field; whether there is nothing else to read in it. */
gboolean
mlg_docx_read_field_part (MlgDocx *self, const xmlNode *node)
{
  const MlgDocxField *top = self->fields->len > 0
                                ? &g_array_index (self->fields, MlgDocxField, self->fields->len - 1)
                                : NULL;

  if (mlg_docx_is (node, "fldChar"))
    read_sign (self, node);
  else if (mlg_docx_is (node, "instrText"))
    {
      if (top != NULL && !top->decided && node->children != NULL)
        g_string_append (top->code, (const char *) node->children->content);
    }
  else
    return top != NULL && top->is_page && mlg_docx_is (node, "t");
  return TRUE;
}
