/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-document.h"

#include "document/mlg-numbering.h"
#include "everything.h"

/* Documents made by chance, the same for the same seed, and what must outlive a change of format. */

typedef struct
{
  GRand *rand;  /* (owned) */
  GString *xml; /* (owned) */
  guint budget; /* blocks that may still be made */
} Random;

static void make_blocks (Random *self, guint depth, gboolean in_list);

static guint
dice (Random *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) n);
}

static void
make_words (Random *self, guint n)
{
  static const char *const words[] = { "marché", "lot",  "l’acheteur", "1 234,56 €", "été",
                                       "clause", "n°",   "«",          "titulaire",  "A&amp;B",
                                       "a&lt;b", "prix", "100 %",      "à",          "œuvre" };

  for (guint i = 0; i < n; i++)
    g_string_append_printf (self->xml, "%s%s%u", i > 0 ? " " : "",
                            words[dice (self, G_N_ELEMENTS (words))], dice (self, 1000));
}

static void
make_run (Random *self)
{
  static const char *const marks[][2] = {
    { "<b>", "</b>" },
    { "<i>", "</i>" },
    { "<sup>", "</sup>" },
    { "<b><i>", "</i></b>" },
    { "<link href='https://example.org/a'>", "</link>" },
    { "<span xml:lang='en'>", "</span>" },
    { "<field name='f'>", "</field>" },
  };
  const char *const *mark = marks[dice (self, G_N_ELEMENTS (marks))];

  g_string_append (self->xml, mark[0]);
  make_words (self, 1 + dice (self, 3));
  g_string_append (self->xml, mark[1]);
}

static void
make_line (Random *self, gboolean may_call)
{
  make_words (self, 1 + dice (self, 8));
  if (dice (self, 3) == 0)
    {
      g_string_append_c (self->xml, ' ');
      make_run (self);
    }
  if (may_call && dice (self, 8) == 0)
    {
      g_string_append (self->xml,
                       dice (self, 2) == 0 ? "<footnote><p>" : "<footnote end='true'><p>");
      make_line (self, FALSE);
      g_string_append (self->xml, "</p></footnote>");
    }
  if (may_call && dice (self, 12) == 0)
    {
      g_string_append (self->xml, "<note author='Service'><p>");
      make_line (self, FALSE);
      g_string_append (self->xml, "</p></note>");
    }
  if (dice (self, 6) == 0)
    {
      g_string_append (self->xml, dice (self, 2) == 0 ? "<br/>" : "<tab/>");
      make_words (self, 2);
    }
}

static void
make_paragraph (Random *self)
{
  static const char *const kinds[] = {
    "<p>", "<p>", "<p>", "<p align='center'>", "<p role='quote'>", "<p role='small'>"
  };

  g_string_append (self->xml, kinds[dice (self, G_N_ELEMENTS (kinds))]);
  make_line (self, TRUE);
  g_string_append (self->xml, "</p>");
}

static void
make_list (Random *self, guint depth)
{
  static const char *const kinds[] = {
    "<list>",
    "<list numbering='decimal'>",
    "<list numbering='lower-letter' after=')'>",
    "<list numbering='upper-roman' before='(' after=')'>",
    "<list numbering='decimal' start='4' after='°'>",
    "<list numbering='decimal' levels='2'>",
  };
  guint n = 1 + dice (self, 4);

  g_string_append (self->xml, kinds[dice (self, G_N_ELEMENTS (kinds))]);
  for (guint i = 0; i < n; i++)
    {
      g_string_append (self->xml, "<item><p>");
      make_line (self, TRUE);
      g_string_append (self->xml, "</p>");
      if (dice (self, 4) == 0)
        {
          g_string_append (self->xml, "<p>");
          make_line (self, FALSE);
          g_string_append (self->xml, "</p>");
        }
      if (depth < 4 && dice (self, 3) == 0)
        make_list (self, depth + 1);
      g_string_append (self->xml, "</item>");
    }
  g_string_append (self->xml, "</list>");
}

static void
make_cell (Random *self, guint columns, guint rows, guint depth)
{
  g_string_append_printf (self->xml, "<cell colspan='%u' rowspan='%u'>", columns, rows);
  if (dice (self, 6) > 0)
    {
      g_string_append (self->xml, "<p>");
      make_line (self, TRUE);
      g_string_append (self->xml, "</p>");
      if (dice (self, 8) == 0)
        make_list (self, 3);
      else if (dice (self, 10) == 0 && depth < 2)
        make_blocks (self, depth + 1, TRUE);
    }
  g_string_append (self->xml, "</cell>");
}

/* A grid of @columns by @rows, in which some cells cover others. */
static void
make_rows (Random *self, guint n_columns, guint n_rows, guint depth)
{
  g_autofree gboolean *taken = g_new0 (gboolean, (n_columns + 1) * (n_rows + 1));

  for (guint row = 0; row < n_rows; row++)
    {
      g_string_append (self->xml, row == 0 ? "<row header='true'>" : "<row>");
      for (guint column = 0; column < n_columns; column++)
        {
          guint columns = 1, rows = 1;

          if (taken[row * n_columns + column])
            continue;
          if (column + 1 < n_columns && !taken[row * n_columns + column + 1] && dice (self, 6) == 0)
            columns = 2;
          if (row > 0 && row + 1 < n_rows && dice (self, 6) == 0)
            rows = 2;
          for (guint r = row; r < row + rows; r++)
            for (guint c = column; c < column + columns; c++)
              taken[r * n_columns + c] = TRUE;
          make_cell (self, columns, rows, depth);
        }
      g_string_append (self->xml, "</row>");
    }
}

static void
make_table (Random *self, guint depth)
{
  g_string_append (self->xml, dice (self, 4) == 0 ? "<table borders='false'>" : "<table>");
  if (dice (self, 2) == 0)
    {
      g_string_append (self->xml, "<caption>");
      make_words (self, 3);
      g_string_append (self->xml, "</caption>");
    }
  make_rows (self, 1 + dice (self, 4), 1 + dice (self, 5), depth);
  g_string_append (self->xml, "</table>");
}

static void
make_block (Random *self, guint depth, gboolean in_list)
{
  switch (dice (self, in_list ? 4 : 8))
    {
    case 0:
      make_list (self, 1);
      make_paragraph (self); /* two lists in a row may become one */
      break;
    case 1:
      make_table (self, depth);
      break;
    case 7:
      if (depth == 0)
        g_string_append (self->xml, "<page-break/>");
      G_GNUC_FALLTHROUGH;
    default:
      make_paragraph (self);
    }
}

static void
make_blocks (Random *self, guint depth, gboolean in_list)
{
  for (guint n = dice (self, 5); n > 0 && self->budget > 0; n--, self->budget--)
    make_block (self, depth, in_list);
}

static void
make_section (Random *self, guint level)
{
  static const char *const kinds[] = {
    "<section>",
    "<section>",
    "<section numbered='false'>",
    "<section orientation='landscape'>",
    "<section numbering='upper-letter' after='.'>",
    "<section numbering='decimal' before='Article ' after=' –'>"
  };

  g_string_append (self->xml, kinds[dice (self, G_N_ELEMENTS (kinds))]);
  g_string_append (self->xml, "<heading>");
  make_line (self, TRUE);
  g_string_append (self->xml, "</heading>");
  make_blocks (self, 0, FALSE);
  for (guint n = dice (self, 3); n > 0 && level < 6 && self->budget > 0; n--)
    make_section (self, level + 1);
  g_string_append (self->xml, "</section>");
}

/* A valid document (transfer full). */
MlgDocument *
test_random_document (guint32 seed)
{
  static const char *const numberings[] = {
    "",
    " numbering='decimal' before='Article ' after=' –'",
    " numbering='upper-roman' after='.'",
  };
  Random self = { g_rand_new_with_seed (seed), g_string_new (NULL), 60 };
  MlgDocument *document = NULL;

  g_string_append (self.xml, "<document xmlns='urn:maillage:document:1' xml:lang='fr'");
  g_string_append (self.xml, numberings[dice (&self, G_N_ELEMENTS (numberings))]);
  g_string_append (self.xml, "><head><title>Essai</title><date>2026-11-23</date></head><body>");
  if (dice (&self, 2) == 0)
    g_string_append (self.xml, "<p role='title'>Essai</p>");
  if (dice (&self, 2) == 0)
    g_string_append_printf (self.xml, "<toc depth='%u'/>", 1 + dice (&self, 6));
  make_blocks (&self, 0, FALSE);
  for (guint n = 1 + dice (&self, 4); n > 0; n--)
    make_section (&self, 1);
  g_string_append (self.xml, "</body></document>");
  document = test_read_document (self.xml->str);
  g_rand_free (self.rand);
  g_string_free (self.xml, TRUE);
  return document;
}

/* What is needed to tell of a document. */
typedef struct
{
  GString *notes;          /* (owned) what notes to the drafter say */
  MlgNumbering *numbering; /* (owned) */
} Digest;

static void digest_children (
    GString *out, const Digest *digest, const xmlNode *parent, guint level, guint depth);

/* The words of a line, footnotes where they are called; notes to the drafter may move. */
static void
digest_words (GString *out, const Digest *digest, const xmlNode *line)
{
  for (const xmlNode *child = line->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      g_string_append (out, (const char *) child->content);
    else if (mlg_document_node_is (child, "note"))
      digest_children (digest->notes, digest, child, 0, 0);
    else if (mlg_document_node_is (child, "footnote"))
      {
        g_string_append (out, mlg_xml_is_true (child, "end") ? "{end " : "{");
        digest_children (out, digest, child, 0, 0);
        g_string_append_c (out, '}');
      }
    else if (mlg_document_node_is (child, "br") || mlg_document_node_is (child, "tab"))
      g_string_append_printf (out, "<%s>", (const char *) child->name);
    else if (child->type == XML_ELEMENT_NODE)
      digest_words (out, digest, child);
}

/* Its number, with what stands around it. */
static const char *
label_of (const Digest *digest, const xmlNode *node)
{
  const MlgNumber *number = mlg_numbering_get (digest->numbering, node);

  return number != NULL && number->label != NULL ? number->label : "";
}

static guint
get_span (const xmlNode *cell, const char *name)
{
  const char *text = mlg_xml_get (cell, name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 1;
}

static void
digest_node (GString *out, const Digest *digest, const xmlNode *node, guint level, guint depth)
{
  if (mlg_document_node_is (node, "heading"))
    g_string_append_printf (out, "\nH%u [%s] ", level, label_of (digest, node));
  else if (mlg_document_node_is (node, "p"))
    g_string_append_printf (out, "\nP%u ", depth);
  else if (mlg_document_node_is (node, "caption"))
    g_string_append (out, "\nP0 ");
  else if (mlg_document_node_is (node, "item"))
    g_string_append_printf (out, "\nitem%u [%s]", depth, label_of (digest, node));
  else if (mlg_document_node_is (node, "row"))
    g_string_append_printf (out, "\nrow%s", mlg_xml_is_true (node, "header") ? " header" : "");
  else if (mlg_document_node_is (node, "cell"))
    g_string_append_printf (out, "\ncell %ux%u", get_span (node, "colspan"),
                            get_span (node, "rowspan"));
  else if (mlg_document_node_is (node, "table"))
    g_string_append (out, "\ntable");
  else if (mlg_document_node_is (node, "toc"))
    g_string_append_printf (out, "\ntoc to %s",
                            mlg_xml_get (node, "depth") != NULL ? mlg_xml_get (node, "depth")
                                                                : "3");
  if (mlg_document_content (node) == MLG_CONTENT_WORDS)
    digest_words (out, digest, node);
  else if (mlg_document_node_is (node, "note"))
    digest_children (digest->notes, digest, node, 0, 0);
  else
    digest_children (out, digest, node, level, mlg_document_node_is (node, "cell") ? 0 : depth);
}

static void
digest_children (
    GString *out, const Digest *digest, const xmlNode *parent, guint level, guint depth)
{
  if (mlg_document_node_is (parent, "section") && mlg_document_section_heading (parent) != NULL)
    level = mlg_document_section_level (parent);
  if (mlg_document_node_is (parent, "list"))
    depth++;
  for (const xmlNode *child = parent->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      digest_node (out, digest, child, level, depth);
}

/* Headings with their levels and numbers, words, items with the depth of their lists and their numbers, cells with what they
 * cover, notes (transfer full). */
char *
test_digest (MlgDocument *document)
{
  g_autoptr (GString) notes = g_string_new ("\nnotes");
  g_autoptr (MlgNumbering) numbering = mlg_numbering_new (document);
  const Digest digest = { notes, numbering };
  GString *out = g_string_new (NULL);

  digest_children (out, &digest, mlg_document_get_part (document, "body"), 0, 0);
  g_string_append (out, notes->str);
  return g_string_free (out, FALSE);
}
