/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pages.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "mlg-page-edges.h"
#include "mlg-page-image.h"
#include "mlg-pages-private.h"

/* A number of a page inside the text may move the text, and so the pages. What an earlier pass found
 * is right for the next one, unless they never agree: then the last word is kept. */
#define MAX_PASSES 3

G_DEFINE_FINAL_TYPE (MlgPages, mlg_pages, G_TYPE_OBJECT)

static void
clear_page (gpointer data)
{
  MlgPage *page = data;

  g_array_unref (page->placements);
  g_array_unref (page->notes);
  g_array_unref (page->edges);
}

static void
drop_pages (MlgPages *self)
{
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->pool, mlg_page_pool_free);
}

static void
mlg_pages_finalize (GObject *object)
{
  MlgPages *self = MLG_PAGES (object);

  drop_pages (self);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->targets, g_hash_table_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->outline, g_array_unref);
  g_clear_pointer (&self->numbering, mlg_numbering_free);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_object (&self->context);
  g_clear_object (&self->fonts);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (mlg_pages_parent_class)->finalize (object);
}

static void
mlg_pages_class_init (MlgPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_pages_finalize;
}

/* Points are the unit, and letters stand where they should rather than on the dots of a screen. */
static void
mlg_pages_init (MlgPages *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  self->fonts = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->fonts), 72);
  self->context = pango_font_map_create_context (self->fonts);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  self->font = pango_font_description_from_string (MLG_PAGE_FONT);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
  self->targets = g_hash_table_new (NULL, NULL);
  self->images = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) mlg_page_image_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (MlgOutlineEntry));
}

static gboolean
is_landscape (MlgDocument *document)
{
  xmlNode *root = xmlDocGetRootElement (mlg_document_get_tree (document));

  return g_strcmp0 (mlg_xml_get (root, "orientation"), "landscape") == 0;
}

static MlgPageFrame
body_frame (const MlgPageFlow *flow)
{
  MlgPageFrame frame = { .width = flow->page_width, .scale = 1, .tag = flow->root };

  return frame;
}

static void
add_body (MlgPages *self, MlgPageFlow *flow)
{
  const xmlNode *body = mlg_document_get_part (self->document, "body");
  MlgPageFrame frame = body_frame (flow);

  if (body != NULL)
    mlg_page_flow_add_blocks (flow, &frame, body);
  mlg_page_flow_add_ending (flow, &frame);
}

static void
break_pages (MlgPages *self, MlgPageFlow *flow, const MlgPageArea *areas, GHashTable *places)
{
  MlgPageBreaker breaker;

  mlg_page_breaker_init (&breaker);
  breaker.pool = self->pool;
  breaker.areas = areas;
  breaker.pages = self->pages;
  breaker.places = places;
  for (guint i = 0; i < flow->out->len; i++)
    mlg_page_breaker_feed (&breaker, flow->out->pdata[i]);
  mlg_page_breaker_finish (&breaker);
  self->n_steps += breaker.n_steps;
  mlg_page_breaker_clear (&breaker);
}

static void
prepare_flow (MlgPages *self, MlgPageFlow *flow, const MlgPageEdges *edges)
{
  flow->pool = self->pool;
  flow->root = mlg_page_pool_add_tag (self->pool, NULL, "Document");
  flow->landscape = is_landscape (self->document);
  flow->page_width = mlg_page_width (flow->landscape);
  for (guint i = 0; i < 2; i++)
    flow->page_heights[i] = edges->areas[i].bottom - edges->areas[i].top;
  flow->page_height = flow->page_heights[flow->landscape];
  flow->places = self->places;
  flow->page_count = self->pages != NULL ? self->pages->len : 0;
}

/* Whether another pass would find the same numbers of pages. */
static gboolean
agrees (GHashTable *before, GHashTable *after)
{
  GHashTableIter iter;
  gpointer node = NULL;
  gpointer place = NULL;

  if (before == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &node, &place))
    {
      const MlgPagePlace *old = g_hash_table_lookup (before, node);

      if (old == NULL || old->page != ((MlgPagePlace *) place)->page)
        return FALSE;
    }
  return TRUE;
}

/* Lays the document out once. Returns whether the pages are final. */
static gboolean
run_pass (MlgPages *self, const MlgPageFlow *given, const MlgPageEdges *edges)
{
  MlgPageFlow flow;
  guint count = self->pages != NULL ? self->pages->len : 0;
  g_autoptr (GHashTable) places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  gboolean final = FALSE;

  mlg_page_flow_init (&flow, given);
  drop_pages (self);
  self->pool = mlg_page_pool_new ();
  prepare_flow (self, &flow, edges);
  flow.page_count = count;
  flow.out = mlg_page_pool_add_boxes (self->pool);
  self->pages = g_array_new (FALSE, FALSE, sizeof (MlgPage));
  g_array_set_clear_func (self->pages, clear_page);
  add_body (self, &flow);
  break_pages (self, &flow, edges->areas, places);
  g_ptr_array_set_size (flow.out, 0);
  self->n_steps += flow.n_steps;
  final = !flow.guessed || (agrees (self->places, places) && count == self->pages->len);
  mlg_page_flow_clear (&flow);
  g_clear_pointer (&self->places, g_hash_table_unref);
  self->places = g_steal_pointer (&places);
  return final;
}

static void
add_edges (MlgPages *self, const MlgPageFlow *given, MlgPageEdges *edges)
{
  for (guint i = 0; i < self->pages->len; i++)
    mlg_page_edges_add (edges, given, self->pool, &g_array_index (self->pages, MlgPage, i), i + 1,
                        self->pages->len);
}

static void
lay_out (MlgPages *self, MlgPageFlow *given)
{
  MlgPageEdges edges;
  gboolean final = FALSE;

  mlg_page_edges_init (&edges, self->document, given);
  for (guint i = 0; i < MAX_PASSES && !final; i++)
    {
      final = run_pass (self, given, &edges);
      given->silent = TRUE;
    }
  add_edges (self, given, &edges);
  mlg_pages_make_outline (self);
}

static int
compare_letters (gconstpointer a, gconstpointer b)
{
  return (GPOINTER_TO_UINT (a) > GPOINTER_TO_UINT (b))
         - (GPOINTER_TO_UINT (a) < GPOINTER_TO_UINT (b));
}

/* Says which letters are shown as boxes with their number, since a reader would not know what they are. */
static void
warn_of_missing (const MlgPageFlow *given)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autoptr (GList) missing = g_hash_table_get_keys (given->missing);

  if (missing == NULL)
    return;
  missing = g_list_sort (missing, compare_letters);
  for (const GList *l = missing; l != NULL; l = l->next)
    {
      gunichar letter = GPOINTER_TO_UINT (l->data);

      g_string_append (letters, letters->len > 0 ? ", " : "");
      if (g_unichar_isgraph (letter) && g_unichar_type (letter) != G_UNICODE_PRIVATE_USE)
        g_string_append_unichar (g_string_append_unichar (letters, letter), ' ');
      g_string_append_printf (letters, "U+%04X", letter);
    }
  mlg_issue_list_add (
      given->issues, MLG_SEVERITY_WARNING, given->file, 0, 0,
      _ ("no font here has these characters: %s; install one that has them, such as "
         "DejaVu Sans"),
      letters->str);
}

/**
 * mlg_pages_new:
 * @document: a valid document, which must not change any more
 * @flags: what to leave out
 * @issues: told of what could not be laid out as the document asks
 * @cancellable: (nullable): to stop from another thread
 * @error: only %G_IO_ERROR_CANCELLED
 *
 * Lays a document out on A4 pages: two lines of a paragraph at least on each side of a cut, headings
 * with what follows them, header rows on every page that a table reaches, footnotes at the foot of
 * theirs. The time grows with the size of the document. May be called from any thread that may use
 * the document.
 *
 * Returns: (transfer full) (nullable): at least one page
 */
MlgPages *
mlg_pages_new (MlgDocument *document,
               MlgPagesFlags flags,
               MlgIssueList *issues,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (MlgPages) self = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (MlgPageMeasure) measure = NULL;
  g_autoptr (MlgPageWords) words = NULL;
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autofree char *language = NULL;
  MlgPageFlow given = { .flags = flags, .issues = issues, .cancellable = cancellable };

  g_return_val_if_fail (MLG_IS_DOCUMENT (document) && issues != NULL, NULL);

  self = g_object_new (MLG_TYPE_PAGES, NULL);
  self->document = g_object_ref (document);
  self->numbering = mlg_numbering_new (document);
  language = mlg_document_get_language (document);
  if (language != NULL)
    pango_context_set_language (self->context, pango_language_from_string (language));
  layout = pango_layout_new (self->context);
  measure = mlg_page_measure_new (self->context);
  words = mlg_page_words_new (self->context);
  given.numbering = self->numbering;
  given.layout = layout;
  given.measure = measure;
  given.font = self->font;
  given.words = words;
  given.images = self->images;
  given.missing = missing;
  given.targets = self->targets;
  given.file = mlg_document_get_name (document);
  lay_out (self, &given);
  warn_of_missing (&given);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * mlg_pages_get_document:
 *
 * Returns: (transfer none): what the pages show
 */
MlgDocument *
mlg_pages_get_document (MlgPages *self)
{
  g_return_val_if_fail (MLG_IS_PAGES (self), NULL);

  return self->document;
}

/**
 * mlg_pages_get_n:
 *
 * Returns: how many pages there are, at least 1
 */
guint
mlg_pages_get_n (MlgPages *self)
{
  g_return_val_if_fail (MLG_IS_PAGES (self), 0);

  return self->pages->len;
}

/**
 * mlg_pages_get_size:
 * @page: from 0
 * @width: (out): of the paper, in points
 * @height: (out): of the paper, in points
 */
void
mlg_pages_get_size (MlgPages *self, guint page, double *width, double *height)
{
  gboolean landscape = FALSE;

  g_return_if_fail (MLG_IS_PAGES (self) && page < self->pages->len);

  landscape = g_array_index (self->pages, MlgPage, page).landscape;
  *width = landscape ? MLG_PAGE_LONG_SIDE : MLG_PAGE_SHORT_SIDE;
  *height = landscape ? MLG_PAGE_SHORT_SIDE : MLG_PAGE_LONG_SIDE;
}

static void
draw (MlgPages *self, guint page, MlgPageDrawing *drawing)
{
  drawing->context = self->context;
  drawing->places = self->places;
  drawing->targets = self->targets;
  mlg_page_drawing_draw (drawing, &g_array_index (self->pages, MlgPage, page));
}

/**
 * mlg_pages_draw:
 * @page: from 0
 * @cr: where one unit is one point and the top left of the paper is (0, 0); it may be scaled
 *
 * Draws a page on a screen or a printer, without ground: paper is white already.
 */
void
mlg_pages_draw (MlgPages *self, guint page, cairo_t *cr)
{
  MlgPageDrawing drawing = { .cr = cr };

  g_return_if_fail (MLG_IS_PAGES (self) && page < self->pages->len && cr != NULL);

  cairo_save (cr);
  draw (self, page, &drawing);
  cairo_restore (cr);
}

/* The boxes of a page, for the tests of where they stand. */
const MlgPage *
mlg_pages_get_page (MlgPages *self, guint page)
{
  return &g_array_index (self->pages, MlgPage, page);
}

/* Draws a page with the structure and the links of a PDF. @drawing goes from page to page. */
void
mlg_pages_draw_tagged (MlgPages *self, guint page, MlgPageDrawing *drawing)
{
  drawing->tagged = TRUE;
  draw (self, page, drawing);
}

static void
append_text (MlgPages *self, const GArray *placements, GString *text)
{
  for (guint i = 0; i < placements->len; i++)
    {
      const MlgPagePlacement *placement = &g_array_index (placements, MlgPagePlacement, i);

      if (!placement->repeated)
        mlg_page_append_text (placement->box, self->places, text);
    }
}

/**
 * mlg_pages_get_text:
 * @page: from 0
 *
 * Returns: (transfer full): the words of a page in the order in which they are read, footnotes last,
 *   with a line end after each paragraph; neither header nor footer, nor header rows shown again
 */
char *
mlg_pages_get_text (MlgPages *self, guint page)
{
  GString *text = g_string_new (NULL);
  const MlgPage *shown = NULL;

  g_return_val_if_fail (MLG_IS_PAGES (self) && page < self->pages->len, NULL);

  shown = &g_array_index (self->pages, MlgPage, page);
  append_text (self, shown->placements, text);
  append_text (self, shown->notes, text);
  return g_string_free (text, FALSE);
}

/* The work that was done, for the tests of how it grows: boxes made, cells measured, boxes placed. */
guint64
mlg_pages_get_n_steps (MlgPages *self)
{
  return self->n_steps;
}
