/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-paper.h"

#include <string.h>

/* The language of the translations that are in use, as documents name it: "fr". */
static char *
find_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, "_.@"));

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    return g_strdup ("en");
  return g_steal_pointer (&language);
}

static void
add_words (MlgDocumentBuilder *paper, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        mlg_document_builder_add (paper, "br");
      mlg_document_builder_add_text (paper, lines[i], -1, MLG_MARK_NONE);
    }
}

/**
 * mlg_paper_new:
 * @title: what it is, translated
 *
 * Returns: (transfer full): a document that is being made, with its title
 */
MlgDocumentBuilder *
mlg_paper_new (const char *title)
{
  g_autofree char *language = find_language ();
  MlgDocumentBuilder *paper = mlg_document_builder_new (language);

  mlg_document_builder_add_head (paper, "title", title);
  mlg_document_builder_open (paper, "p");
  mlg_document_builder_set (paper, "role", "title");
  add_words (paper, title);
  mlg_document_builder_close (paper, "p");
  return paper;
}

/**
 * mlg_paper_add_heading:
 * @text: translated
 */
void
mlg_paper_add_heading (MlgDocumentBuilder *paper, const char *text)
{
  mlg_document_builder_open_heading (paper, 1);
  add_words (paper, text);
  mlg_document_builder_close (paper, "heading");
}

/**
 * mlg_paper_add_paragraph:
 * @text: line ends are kept
 */
void
mlg_paper_add_paragraph (MlgDocumentBuilder *paper, const char *text)
{
  mlg_document_builder_open (paper, "p");
  add_words (paper, text);
  mlg_document_builder_close (paper, "p");
}

static void
add_cells (MlgDocumentBuilder *paper, gboolean header, const char *cell, va_list rest)
{
  mlg_document_builder_open (paper, "row");
  if (header)
    mlg_document_builder_set (paper, "header", "true");
  for (; cell != NULL; cell = va_arg (rest, const char *))
    {
      mlg_document_builder_open (paper, "cell");
      mlg_paper_add_paragraph (paper, cell);
      mlg_document_builder_close (paper, "cell");
    }
  mlg_document_builder_close (paper, "row");
}

/**
 * mlg_paper_open_table:
 * @heading: the heading of the first column; the others follow, then %NULL
 */
void
mlg_paper_open_table (MlgDocumentBuilder *paper, const char *heading, ...)
{
  va_list rest;

  mlg_document_builder_open (paper, "table");
  va_start (rest, heading);
  add_cells (paper, TRUE, heading, rest);
  va_end (rest);
}

/**
 * mlg_paper_add_row:
 * @cell: the first cell; the others follow, then %NULL; "" leaves one empty
 */
void
mlg_paper_add_row (MlgDocumentBuilder *paper, const char *cell, ...)
{
  va_list rest;

  va_start (rest, cell);
  add_cells (paper, FALSE, cell, rest);
  va_end (rest);
}

/**
 * mlg_paper_close_table:
 * @paper: a paper with a table that is open
 *
 * Closes a table that mlg_paper_open_table() opened.
 */
void
mlg_paper_close_table (MlgDocumentBuilder *paper)
{
  mlg_document_builder_close (paper, "table");
}
