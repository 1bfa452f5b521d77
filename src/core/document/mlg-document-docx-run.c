/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-docx-private.h"

/* A run of a Word document: words that look the same, and what stands among them. */

void
mlg_docx_read_words (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  for (const xmlNode *t = node->children; t != NULL; t = t->next)
    if (t->content != NULL)
      mlg_document_builder_add_text (self->reading.builder, (const char *) t->content, -1, marks);
}

/* What a note refers to, while it is read. */
static GHashTable *
targets_of (const MlgDocx *self, const GHashTable *notes)
{
  g_autofree char *start = g_strdup_printf ("%p/", (const void *) notes);
  GHashTable *targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer key = NULL, target = NULL;

  g_hash_table_iter_init (&iter, self->note_targets);
  while (g_hash_table_iter_next (&iter, &key, &target))
    if (g_str_has_prefix (key, start))
      g_hash_table_insert (targets, g_strdup ((char *) key + strlen (start)), g_strdup (target));
  return targets;
}

static void
read_note_blocks (MlgDocx *self, xmlNode *note, const GHashTable *notes)
{
  GHashTable *targets = self->targets;
  guint depth = self->depth;

  self->targets = targets_of (self, notes);
  self->depth = 0;
  mlg_docx_read_blocks (self, note);
  self->depth = depth;
  g_hash_table_unref (self->targets);
  self->targets = targets;
}

static void
read_note (MlgDocx *self, const xmlNode *call, GHashTable *notes, const char *name)
{
  MlgDocumentBuilder *builder = self->reading.builder;
  const char *id = mlg_docx_get (call, "id");
  xmlNode *note = id != NULL ? g_hash_table_lookup (notes, id) : NULL;
  const char *author = mlg_docx_get (note, "author");
  const char *date = mlg_docx_get (note, "date");

  if (note == NULL)
    return;
  mlg_document_builder_open (builder, name);
  if (notes == self->endnotes)
    mlg_document_builder_set (builder, "end", "true");
  if (notes == self->comments && author != NULL && *author != '\0')
    mlg_document_builder_set (builder, "author", author);
  if (notes == self->comments && date != NULL && mlg_reading_is_date (date))
    mlg_document_builder_set (builder, "date", date);
  g_hash_table_remove (notes, id); /* a note that calls itself is read once */
  read_note_blocks (self, note, notes);
  mlg_document_builder_close (builder, name);
}

static MlgMarks
marks_of (const xmlNode *run)
{
  const xmlNode *look = mlg_docx_find (run, "rPr");
  const char *place = mlg_docx_value (look, "vertAlign");
  MlgMarks marks = MLG_MARK_NONE;

  if (mlg_docx_is_on (look, "b"))
    marks |= MLG_MARK_BOLD;
  if (mlg_docx_is_on (look, "i"))
    marks |= MLG_MARK_ITALIC;
  if (g_strcmp0 (place, "superscript") == 0)
    marks |= MLG_MARK_SUPERSCRIPT;
  if (g_strcmp0 (place, "subscript") == 0)
    marks |= MLG_MARK_SUBSCRIPT;
  return marks;
}

/* The signs of forms and lists, by their place in the fonts that have them (nullable). */
static const char *
symbol_of (const xmlNode *node)
{
  static const struct
  {
    const char *font;
    guint place;
    const char *sign;
  } signs[] = {
    { "Symbol", 0xb7, "•" },      { "Wingdings", 0x6f, "☐" },   { "Wingdings", 0x71, "☐" },
    { "Wingdings", 0x78, "☒" },   { "Wingdings", 0xa7, "▪" },   { "Wingdings", 0xa8, "☐" },
    { "Wingdings", 0xd8, "➢" },   { "Wingdings", 0xe0, "→" },   { "Wingdings", 0xf0, "⇨" },
    { "Wingdings", 0xfb, "✗" },   { "Wingdings", 0xfc, "✓" },   { "Wingdings", 0xfd, "☒" },
    { "Wingdings", 0xfe, "☑" },   { "Wingdings 2", 0x52, "☑" }, { "Wingdings 2", 0x54, "☒" },
    { "Wingdings 2", 0xa3, "☐" },
  };
  const char *font = mlg_docx_get (node, "font"), *place = mlg_docx_get (node, "char");
  guint at = place != NULL ? (guint) g_ascii_strtoull (place, NULL, 16) & 0xff : 0;

  for (gsize i = 0; font != NULL && i < G_N_ELEMENTS (signs); i++)
    if (signs[i].place == at && g_ascii_strcasecmp (signs[i].font, font) == 0)
      return signs[i].sign;
  return NULL;
}

typedef void (*ReadFunc) (MlgDocx *self, xmlNode *node, MlgMarks marks);

static void read_run_part (MlgDocx *self, xmlNode *node, MlgMarks marks);

static void
read_tab (MlgDocx *self, xmlNode *node G_GNUC_UNUSED, MlgMarks marks G_GNUC_UNUSED)
{
  mlg_document_builder_add (self->reading.builder, "tab");
}

static void
read_break (MlgDocx *self, xmlNode *node, MlgMarks marks G_GNUC_UNUSED)
{
  if (mlg_docx_is (node, "br") && g_strcmp0 (mlg_docx_get (node, "type"), "page") == 0)
    mlg_document_builder_add_page_break (self->reading.builder);
  else
    mlg_document_builder_add (self->reading.builder, "br");
}

static void
read_hyphen (MlgDocx *self, xmlNode *node G_GNUC_UNUSED, MlgMarks marks)
{
  mlg_document_builder_add_text (self->reading.builder, "\xe2\x80\x91", -1, marks);
}

static void
read_footnote (MlgDocx *self, xmlNode *node, MlgMarks marks G_GNUC_UNUSED)
{
  read_note (self, node, self->footnotes, "footnote");
}

static void
read_endnote (MlgDocx *self, xmlNode *node, MlgMarks marks G_GNUC_UNUSED)
{
  read_note (self, node, self->endnotes, "footnote");
}

static void
read_comment (MlgDocx *self, xmlNode *node, MlgMarks marks G_GNUC_UNUSED)
{
  read_note (self, node, self->comments, "note");
}

static void
read_drawing (MlgDocx *self, xmlNode *node, MlgMarks marks G_GNUC_UNUSED)
{
  mlg_docx_read_drawing (self, node);
}

/* What is not known is told, and the words in it are kept. */
static void
read_unknown (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  mlg_reading_count (&self->reading, (const char *) node->name);
  mlg_docx_read_inline (self, node, marks);
}

static void
read_object (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  if (mlg_docx_find_below (node, "imagedata") != NULL)
    mlg_docx_read_drawing (self, node);
  else
    read_unknown (self, node, marks);
}

static void
read_alternatives (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  xmlNode *chosen = mlg_docx_choose (self, node);

  for (xmlNode *part = chosen != NULL ? chosen->children : NULL; part != NULL; part = part->next)
    if (part->type == XML_ELEMENT_NODE)
      read_run_part (self, part, marks);
}

static void
read_symbol (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  const char *sign = symbol_of (node);

  if (sign != NULL)
    mlg_document_builder_add_text (self->reading.builder, sign, -1, marks);
  else
    read_unknown (self, node, marks);
}

/* What a run holds. What is not here says no words, or is not known. */
static const struct
{
  const char *name;
  ReadFunc read;
} run_parts[] = {
  { "t", mlg_docx_read_words },
  { "tab", read_tab },
  { "ptab", read_tab },
  { "br", read_break },
  { "cr", read_break },
  { "noBreakHyphen", read_hyphen },
  { "footnoteReference", read_footnote },
  { "endnoteReference", read_endnote },
  { "commentReference", read_comment },
  { "drawing", read_drawing },
  { "pict", read_drawing },
  { "object", read_object },
  { "AlternateContent", read_alternatives },
  { "sym", read_symbol },
  { "ruby", mlg_docx_read_ruby },
};

static ReadFunc
find_reader (const xmlNode *part)
{
  static const char *const nothing[] = {
    "rPr",         "lastRenderedPageBreak",
    "softHyphen",  "annotationRef",
    "footnoteRef", "endnoteRef",
    "separator",   "continuationSeparator",
    "delText",     "delInstrText",
    "dayShort",    "monthShort",
    "yearShort",   "dayLong",
    "monthLong",   "yearLong",
    "pgNum",       NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (run_parts); i++)
    if (mlg_docx_is (part, run_parts[i].name))
      return run_parts[i].read;
  return mlg_docx_is_one_of (part, nothing) ? NULL : read_unknown;
}

static void
read_run_part (MlgDocx *self, xmlNode *node, MlgMarks marks)
{
  ReadFunc read = NULL;

  if (mlg_docx_read_field_part (self, node))
    return;
  read = find_reader (node);
  if (read != NULL)
    read (self, node, marks);
}

void
mlg_docx_read_run (MlgDocx *self, xmlNode *run)
{
  MlgMarks marks = marks_of (run);

  for (xmlNode *part = run->children; part != NULL; part = part->next)
    read_run_part (self, part, marks);
}
