/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pdf.h"

#include <cairo-pdf.h>

#include "mlg-page-image.h"
#include "mlg-pages-private.h"
#include "mlg-pdf-catalog.h"

/* The same document gives the same bytes: the date in the file is that of the document, and a
 * document without date leaves it out. */

static cairo_status_t
on_bytes_written (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The children of head that have this name, separated by commas; %NULL when there is none. */
static char *
join_head (MlgDocument *document, const char *name)
{
  const xmlNode *head = mlg_document_get_part (document, "head");
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *child = head != NULL ? head->children : NULL; child != NULL;
       child = child->next)
    if (mlg_document_node_is (child, name))
      {
        g_autoptr (xmlChar) text = xmlNodeGetContent (child);

        g_ptr_array_add (words, g_strdup ((const char *) text));
      }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
set_metadata (cairo_surface_t *surface,
              cairo_pdf_metadata_t key,
              MlgDocument *document,
              const char *name)
{
  g_autofree char *words = join_head (document, name);

  if (words != NULL && words[0] != '\0')
    cairo_pdf_surface_set_metadata (surface, key, words);
}

static void
set_date (cairo_surface_t *surface, MlgDocument *document)
{
  g_autofree char *date = join_head (document, "date");
  g_autofree char *moment = date != NULL ? g_strconcat (date, "T00:00:00Z", NULL) : g_strdup ("");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, moment);
  if (date != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, moment);
}

static void
set_head (cairo_surface_t *surface, MlgDocument *document)
{
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document, "title");
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document, "author");
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document, "subject");
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, document, "keyword");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Maillage");
  set_date (surface, document);
}

static void
add_outline (cairo_surface_t *surface, MlgPages *pages)
{
  int parents[MLG_DOCUMENT_MAX_LEVEL + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < mlg_pages_get_n_outline (pages); i++)
    {
      MlgOutlineEntry entry = { 0 };
      g_autofree char *where = NULL;
      cairo_pdf_outline_flags_t flags = 0;
      int id = 0;

      mlg_pages_get_outline (pages, i, &entry);
      entry.level = CLAMP (entry.level, 1, MLG_DOCUMENT_MAX_LEVEL);
      where = g_strdup_printf ("page=%u pos=[0 %d]", entry.page + 1, MAX ((int) entry.y - 6, 0));
      flags = entry.level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0;
      id = cairo_pdf_surface_add_outline (surface, parents[entry.level - 1], entry.title, where,
                                          flags);
      /* The levels below hang on this heading, even when one is skipped. */
      for (guint level = entry.level; level <= MLG_DOCUMENT_MAX_LEVEL; level++)
        parents[level] = id;
    }
}

static gboolean
draw_pages (MlgPages *pages,
            cairo_surface_t *surface,
            MlgPageDrawing *drawing,
            GCancellable *cancellable)
{
  guint n = mlg_pages_get_n (pages);
  cairo_t *cr = cairo_create (surface);

  drawing->cr = cr;
  for (guint i = 0; i < n && !g_cancellable_is_cancelled (cancellable); i++)
    {
      double width = 0;
      double height = 0;

      mlg_pages_get_size (pages, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      mlg_pages_draw_tagged (pages, i, drawing);
      if (i + 1 == n)
        mlg_page_drawing_go_to (drawing, NULL);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return !g_cancellable_is_cancelled (cancellable);
}

static GBytes *
finish (MlgPages *pages,
        cairo_surface_t *surface,
        GByteArray *pdf,
        const MlgPageDrawing *drawing,
        GError **error)
{
  g_autofree char *language = mlg_document_get_language (mlg_pages_get_document (pages));
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", cairo_status_to_string (status));
      return NULL;
    }
  if (drawing->inverted)
    mlg_pdf_invert_inks (pdf);
  mlg_pdf_complete (pdf, language, drawing->alternatives);
  return g_byte_array_free_to_bytes (g_byte_array_ref (pdf));
}

/**
 * mlg_pages_to_pdf:
 * @pages: a document laid out
 * @cancellable: (nullable): to stop from another thread
 * @error: %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_FAILED with the reason that cairo gives
 *
 * Writes pages as a PDF with its structure, outline, links and metadata.
 *
 * Returns: (transfer full) (nullable): the file: the same document, and fonts, give the same bytes
 */
GBytes *
mlg_pages_to_pdf (MlgPages *pages, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  g_autoptr (GPtrArray) alternatives = g_ptr_array_new ();
  cairo_surface_t *surface = NULL;
  MlgPageDrawing drawing = { .alternatives = alternatives };
  GBytes *bytes = NULL;

  g_return_val_if_fail (MLG_IS_PAGES (pages), NULL);

  surface = cairo_pdf_surface_create_for_stream (on_bytes_written, pdf, MLG_PAGE_SHORT_SIDE,
                                                 MLG_PAGE_LONG_SIDE);
  set_head (surface, mlg_pages_get_document (pages));
  if (draw_pages (pages, surface, &drawing, cancellable))
    {
      add_outline (surface, pages);
      bytes = finish (pages, surface, pdf, &drawing, error);
    }
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);
  cairo_surface_destroy (surface);
  return bytes;
}

/**
 * mlg_document_write_pdf:
 * @document: a valid document, which must not change meanwhile
 * @stream: where to write; it is not closed
 * @issues: told of what could not be laid out as the document asks
 * @cancellable: (nullable): to stop from another thread
 * @error: as in mlg_pages_to_pdf(), or #GIOErrorEnum
 *
 * Lays a document out and writes it as a PDF. May be called from any thread that may use the document.
 *
 * Returns: whether all of it was written
 */
gboolean
mlg_document_write_pdf (MlgDocument *document,
                        GOutputStream *stream,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgPages) pages =
      mlg_pages_new (document, MLG_PAGES_DEFAULT, issues, cancellable, error);
  g_autoptr (GBytes) pdf = pages != NULL ? mlg_pages_to_pdf (pages, cancellable, error) : NULL;

  return pdf != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf),
                                       NULL, cancellable, error);
}
