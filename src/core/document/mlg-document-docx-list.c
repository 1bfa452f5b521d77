/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* How paragraphs of Word documents are numbered. Word has no lists, only paragraphs with a level: we
 * count as it does (ECMA-376 part 1, 17.9), and open lists around them. */

#define UNUSED G_MAXUINT

void
mlg_docx_level_free (gpointer data)
{
  MlgDocxLevel *level = data;

  g_free (level->before);
  g_free (level->after);
  g_free (level);
}

static const char *
numbering_of (const char *format)
{
  static const char *const names[][2] = {
    { "decimal", "decimal" },          { "decimalZero", "decimal" },
    { "lowerLetter", "lower-letter" }, { "upperLetter", "upper-letter" },
    { "lowerRoman", "lower-roman" },   { "upperRoman", "upper-roman" },
    { "ordinal", "decimal" },          { "ordinalText", "decimal" },
    { "cardinalText", "decimal" },     { "decimalFullWidth", "decimal" },
    { "numberInDash", "decimal" },     { "decimalEnclosedCircle", "decimal" }
  };

  for (gsize i = 0; format != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (format, names[i][0]) == 0)
      return names[i][1];
  return NULL;
}

static guint
number (const char *text, guint otherwise)
{
  guint64 value = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, 1000000, &value, NULL)
             ? (guint) value
             : otherwise;
}

/* "(%1.%2)": what stands before, how many levels, what stands after. */
static void
read_label (MlgDocxLevel *level, const char *text)
{
  const char *first = strchr (text, '%');
  const char *last = strrchr (text, '%');

  level->levels = 0;
  for (const char *p = first; p != NULL; p = strchr (p + 1, '%'))
    level->levels++;
  level->levels = CLAMP (level->levels, 1, 10);
  level->before = g_strndup (text, first != NULL ? (gsize) (first - text) : 0);
  level->after = g_strdup (last != NULL && last[1] != '\0' ? last + 2 : "");
  if (g_utf8_strlen (level->before, -1) > 50)
    *level->before = '\0';
  if (g_utf8_strlen (level->after, -1) > 50)
    *level->after = '\0';
}

static MlgDocxLevel *
read_level (const xmlNode *lvl, const char *kind)
{
  MlgDocxLevel *level = g_new0 (MlgDocxLevel, 1);
  const char *text = mlg_docx_value (lvl, "lvlText");

  level->kind = kind;
  level->numbering = numbering_of (mlg_docx_value (lvl, "numFmt"));
  level->start = number (mlg_docx_value (lvl, "start"), 1);
  read_label (level, text != NULL ? text : "");
  return level;
}

static void
collect_levels (MlgDocx *self, const xmlNode *parent, const char *id, const char *kind)
{
  for (xmlNode *lvl = parent->children; lvl != NULL; lvl = lvl->next)
    if (mlg_docx_is (lvl, "lvl") && mlg_docx_get (lvl, "ilvl") != NULL)
      g_hash_table_insert (self->formats, g_strdup_printf ("%s/%s", id, mlg_docx_get (lvl, "ilvl")),
                           read_level (lvl, kind));
}

static void
apply_overrides (MlgDocx *self, const xmlNode *num, const char *id, const char *kind)
{
  for (const xmlNode *node = num->children; node != NULL; node = node->next)
    {
      const char *start = mlg_docx_value (node, "startOverride");
      g_autofree char *key = NULL;
      MlgDocxLevel *level = NULL;

      if (!mlg_docx_is (node, "lvlOverride"))
        continue;
      collect_levels (self, node, id, kind);
      key = g_strdup_printf ("%s/%s", id, mlg_docx_get (node, "ilvl"));
      level = g_hash_table_lookup (self->formats, key);
      if (level == NULL || start == NULL)
        continue;
      level->start = number (start, 1);
      level->restarts = TRUE;
    }
}

void
mlg_docx_collect_formats (MlgDocx *self, xmlDoc *numbering)
{
  xmlNode *root = numbering != NULL ? xmlDocGetRootElement (numbering) : NULL;
  g_autoptr (GHashTable) kinds = g_hash_table_new (g_str_hash, g_str_equal);

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (mlg_docx_is (node, "abstractNum") && mlg_docx_get (node, "abstractNumId") != NULL)
      g_hash_table_insert (kinds, (gpointer) mlg_docx_get (node, "abstractNumId"), node);
  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    {
      const char *id = mlg_docx_is (node, "num") ? mlg_docx_get (node, "numId") : NULL;
      const char *kind = id != NULL ? mlg_docx_value (node, "abstractNumId") : NULL;
      const xmlNode *levels = kind != NULL ? g_hash_table_lookup (kinds, kind) : NULL;

      if (levels == NULL)
        continue;
      collect_levels (self, levels, id, kind);
      apply_overrides (self, node, id, kind);
    }
}

/* What numbers a paragraph: said by itself, or by its style or one that this one is based on. */
const char *
mlg_docx_find_number (const MlgDocx *self, const xmlNode *look, guint *level)
{
  const xmlNode *numbered = mlg_docx_find (look, "numPr");
  const char *style = mlg_docx_value (look, "pStyle");
  const char *id = mlg_docx_value (numbered, "numId");
  const char *text = mlg_docx_value (numbered, "ilvl");

  for (guint i = 0; i < 10 && id == NULL && style != NULL; i++)
    {
      const xmlNode *node = g_hash_table_lookup (self->styles, style);
      const xmlNode *said = mlg_docx_find (mlg_docx_find (node, "pPr"), "numPr");

      id = mlg_docx_value (said, "numId");
      if (text == NULL)
        text = mlg_docx_value (said, "ilvl");
      style = mlg_docx_value (node, "basedOn");
    }
  *level = MIN (number (text, 0), MLG_DOCX_LEVELS - 1);
  return g_strcmp0 (id, "0") != 0 ? id : NULL;
}

static const MlgDocxLevel *
find_level (const MlgDocx *self, const char *id, guint level)
{
  g_autofree char *key = g_strdup_printf ("%s/%u", id, level);

  return g_hash_table_lookup (self->formats, key);
}

/* Headings are numbered by themselves when the style of the first level says so. */
void
mlg_docx_read_outline (MlgDocx *self)
{
  GHashTableIter iter;
  gpointer style = NULL, level = NULL;

  g_hash_table_iter_init (&iter, self->levels);
  while (g_hash_table_iter_next (&iter, &style, &level))
    {
      const xmlNode *node = g_hash_table_lookup (self->styles, style);
      const char *name = mlg_docx_value (node, "name");
      const char *id =
          mlg_docx_value (mlg_docx_find (mlg_docx_find (node, "pPr"), "numPr"), "numId");
      const MlgDocxLevel *first = id != NULL ? find_level (self, id, 0) : NULL;

      if (name == NULL || g_ascii_strcasecmp (name, "heading 1") != 0 || first == NULL
          || first->numbering == NULL)
        continue;
      self->outline = id;
      mlg_document_builder_set_numbering (self->reading.builder, first->numbering, first->before,
                                          first->after);
    }
}

/* Whether the headings of this list count as those of documents do: below the first level the number is decimal
 * and shows all levels. */
static gboolean
read_heading_number (const MlgDocx *self, const char *id, guint level, MlgHeadingNumber *number)
{
  const MlgDocxLevel *first = find_level (self, id, 0), *own = find_level (self, id, level);

  if (first == NULL || own == NULL || first->numbering == NULL || first->start != 1)
    return FALSE;
  number->key = id;
  number->numbering = first->numbering;
  number->before = first->before;
  number->after = first->after;
  number->depth = level + 1;
  return own->levels == number->depth && (level == 0 || g_strcmp0 (own->numbering, "decimal") == 0);
}

/* Numbers a heading that was opened: as its paragraph says, or its style, which is that of the outline. */
void
mlg_docx_number_heading (MlgDocx *self, const xmlNode *look)
{
  MlgHeadingNumber number = { 0 };
  guint level = 0;
  const char *id = mlg_docx_find_number (self, look, &level);

  if (id == NULL)
    mlg_document_builder_leave_unnumbered (self->reading.builder);
  else if (g_strcmp0 (id, self->outline) == 0)
    mlg_document_builder_number_heading (self->reading.builder, NULL);
  else if (read_heading_number (self, id, level, &number))
    mlg_document_builder_number_heading (self->reading.builder, &number);
  else
    mlg_document_builder_leave_unnumbered (self->reading.builder);
}

/* The number of this paragraph. */
static guint
count (MlgDocx *self, const char *id, guint level, const MlgDocxLevel *format)
{
  guint *counters = g_hash_table_lookup (self->counts, format->kind);
  g_autofree char *key = g_strdup_printf ("%s/%u", id, level);

  if (counters == NULL)
    {
      counters = g_new (guint, MLG_DOCX_LEVELS);
      memset (counters, 0xff, MLG_DOCX_LEVELS * sizeof *counters);
      g_hash_table_insert (self->counts, g_strdup (format->kind), counters);
    }
  if ((format->restarts && g_hash_table_add (self->restarted, g_steal_pointer (&key)))
      || counters[level] == UNUSED)
    counters[level] = format->start;
  else if (counters[level] < 1000000)
    counters[level]++;
  for (guint i = level + 1; i < MLG_DOCX_LEVELS; i++)
    counters[i] = UNUSED;
  return counters[level];
}

void
mlg_docx_close_lists (MlgDocx *self, guint depth)
{
  for (; self->depth > depth; self->depth--)
    mlg_document_builder_close (self->reading.builder, "list");
}

/* Whether the paragraph goes on with the list that is open at its level. */
static gboolean
goes_on (const MlgDocx *self, const char *id, guint level, const MlgDocxLevel *format, guint value)
{
  const MlgDocxLevel *around = NULL;

  if (strcmp (self->open[level].id, id) == 0)
    return TRUE;
  around = find_level (self, self->open[level].id, level);
  if (format == NULL || around == NULL)
    return format == around;
  if (format->numbering == NULL && around->numbering == NULL)
    return TRUE;
  return strcmp (format->kind, around->kind) == 0
         && (value == self->open[level].value + 1 || value != 1);
}

static void
open_list (MlgDocx *self, const char *id, guint level, guint value)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const MlgDocxLevel *format = find_level (self, id, level);

  mlg_document_builder_open (builder, "list");
  self->open[level].id = id;
  self->open[level].value = value - 1;
  if (format == NULL || format->numbering == NULL)
    return;
  mlg_document_builder_set (builder, "numbering", format->numbering);
  if (*format->before != '\0')
    mlg_document_builder_set (builder, "before", format->before);
  if (strcmp (format->after, ".") != 0)
    mlg_document_builder_set (builder, "after", format->after);
  if (format->levels > 1)
    mlg_document_builder_set_number (builder, "levels", format->levels);
  if (value != 1)
    mlg_document_builder_set_number (builder, "start", value);
}

/* Opens the item, and the lists around it, for a paragraph of this level. */
void
mlg_docx_enter_item (MlgDocx *self, const char *id, guint level)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const MlgDocxLevel *format = find_level (self, id, level);
  guint value = format != NULL ? count (self, id, level, format) : 1;

  mlg_docx_close_lists (self, level + 1);
  if (self->depth == level + 1 && !goes_on (self, id, level, format, value))
    mlg_docx_close_lists (self, level);
  while (self->depth < level + 1)
    {
      if (self->depth > 0 && self->depth < level)
        mlg_document_builder_open (builder, "item");
      open_list (self, id, self->depth, self->depth == level ? value : 1);
      self->depth++;
    }
  mlg_document_builder_open (builder, "item");
  if (format != NULL && format->numbering != NULL && value != self->open[level].value + 1)
    mlg_document_builder_set_number (builder, "value", value);
  self->open[level].value = value;
}
