/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-document.h"
#include "mlg-image-size.h"
#include "mlg-page-style.h"

/* Cairo reads PNG, and hands JPEG to a PDF as it is; it reads nothing else. */

/* Pixels of one image: a page scanned at 600 dots per inch. Its 36 million take 144 MB while it is
 * drawn. */
#define MAX_PIXELS (36 * 1000 * 1000)

/* Pixels of one side, for cairo. */
#define MAX_SIDE 32767

/* Pixels of an image that is kept once decoded: a logo at the top of every page. */
#define MAX_KEPT_PIXELS (512 * 1024)

typedef struct
{
  const guint8 *data;
  gsize length;
  gsize at;
} Reading;

/* PNG, 5.2 and 11.2.2: the header comes first. JPEG begins with the marker SOI. */
static gboolean
is_png (const guint8 *data, gsize length)
{
  return length > 33 && memcmp (data, "\x89PNG\r\n\x1a\n", 8) == 0;
}

static gboolean
is_jpeg (const guint8 *data, gsize length)
{
  return length > 4 && data[0] == 0xff && data[1] == 0xd8;
}

/* A frame of four inks in a file with the segment of Adobe: what every such file means by them is the
 * reverse of what a PDF does (Adobe technical note 5116, 18). */
static gboolean
is_inverted (const guint8 *data, gsize length)
{
  gboolean adobe = FALSE;
  gboolean four = FALSE;

  for (gsize at = 2; at + 12 < length && data[at] == 0xff && data[at + 1] != 0xda;)
    {
      guint8 marker = data[at + 1];
      gsize size = (gsize) data[at + 2] << 8 | data[at + 3];

      adobe |= marker == 0xee && memcmp (data + at + 4, "Adobe", 5) == 0;
      four |= marker >= 0xc0 && marker <= 0xc3 && data[at + 9] == 4;
      at += 2 + size;
    }
  return adobe && four;
}

/* Why it cannot be drawn, or %NULL. */
static const char *
read_header (MlgPageImage *self)
{
  g_autoptr (GBytes) bytes = mlg_image_get_data (self->node);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  double width = 0;
  double height = 0;

  self->jpeg = is_jpeg (data, length);
  if (!self->jpeg && !is_png (data, length))
    return _ ("only PNG and JPEG images are printed: its description stands in its place");
  if (!mlg_image_measure (bytes, &width, &height))
    return _ ("the image does not say its size: its description stands in its place");
  if (width * height > MAX_PIXELS || width > MAX_SIDE || height > MAX_SIDE)
    return _ ("the image is too large to be printed: its description stands in its place");
  self->inverted = self->jpeg && is_inverted (data, length);
  self->pixel_width = (guint) width;
  self->pixel_height = (guint) height;
  return NULL;
}

/*
 * @node: an image of the document, which must outlive it
 * @fault: (out): (nullable): why its description has to stand for it, for people
 */
MlgPageImage *
mlg_page_image_new (const xmlNode *node, const char **fault)
{
  MlgPageImage *self = g_new0 (MlgPageImage, 1);
  const char *alt = mlg_xml_get (node, "alt");

  self->node = node;
  self->alt = alt != NULL ? alt : "";
  *fault = read_header (self);
  mlg_image_fit (node, G_MAXDOUBLE, G_MAXDOUBLE, &self->width, &self->height);
  self->width = MAX (self->width * MLG_PAGE_MM, 1);
  self->height = MAX (self->height * MLG_PAGE_MM, 1);
  return self;
}

/**
 * mlg_page_image_free:
 * @self: (transfer full): an image
 *
 * Frees a decoded image; surfaces that were drawn with it keep what they need.
 */
void
mlg_page_image_free (MlgPageImage *self)
{
  g_clear_pointer (&self->drawn, cairo_surface_destroy);
  g_free (self);
}

/* Its printed size, made smaller in proportion until it is inside both limits. */
void
mlg_page_image_fit (
    const MlgPageImage *self, double max_width, double max_height, double *width, double *height)
{
  double scale = MIN (1, MIN (max_width / self->width, max_height / self->height));

  *width = MAX (self->width * scale, 1);
  *height = MAX (self->height * scale, 1);
}

static cairo_status_t
on_png_wanted (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;

  if (reading->length - reading->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reading->data + reading->at, length);
  reading->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

/* The pixels of the surface are never touched, so that they take no memory. */
static cairo_surface_t *
wrap_jpeg (const MlgPageImage *self, GBytes *bytes)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) self->pixel_width, (int) self->pixel_height);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), unref_bytes, g_bytes_ref (bytes))
      != CAIRO_STATUS_SUCCESS)
    g_bytes_unref (bytes);
  return surface;
}

static cairo_surface_t *
load (const MlgPageImage *self)
{
  g_autoptr (GBytes) bytes = mlg_image_get_data (self->node);
  Reading reading = { 0 };

  if (self->jpeg)
    return wrap_jpeg (self, bytes);
  reading.data = g_bytes_get_data (bytes, &reading.length);
  return cairo_image_surface_create_from_png_stream (on_png_wanted, &reading);
}

/* The same image is stored once in a PDF, however many pages show it. */
static void
name_image (const MlgPageImage *self, cairo_surface_t *surface)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (self->node);
  char *name = g_compute_checksum_for_string (G_CHECKSUM_SHA256, (const char *) text, -1);

  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_UNIQUE_ID, (guchar *) name,
                                   strlen (name), g_free, name)
      != CAIRO_STATUS_SUCCESS)
    g_free (name);
}

/* A screen cannot show the JPEG that a PDF or a printer takes as it is. */
static gboolean
is_drawable (const MlgPageImage *self, cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return self->pixel_width > 0
         && (!self->jpeg || type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_PS);
}

/*
 * Draws the image from the current point (0, 0), in this size in points.
 *
 * Returns: %FALSE when it could not be: the caller draws its description
 */
gboolean
mlg_page_image_draw (MlgPageImage *self, cairo_t *cr, double width, double height)
{
  cairo_surface_t *surface = NULL;

  if (!is_drawable (self, cr))
    return FALSE;
  surface = self->drawn != NULL ? cairo_surface_reference (self->drawn) : load (self);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_destroy (surface);
      return FALSE;
    }
  if (self->drawn == NULL)
    name_image (self, surface);
  if (self->drawn == NULL && (guint64) self->pixel_width * self->pixel_height <= MAX_KEPT_PIXELS)
    self->drawn = cairo_surface_reference (surface);

  cairo_save (cr);
  cairo_scale (cr, width / self->pixel_width, height / self->pixel_height);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_rectangle (cr, 0, 0, self->pixel_width, self->pixel_height);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}
