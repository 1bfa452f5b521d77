/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-pictures.h"

/* The pages of a document, drawn once: laying out text is work for a thread of its own, and what it draws
 * with may not leave that thread. What was drawn may: the main thread plays it back at any size, on
 * screen and on paper. */
typedef struct
{
  cairo_surface_t *drawing; /* (owned) */
  double width;             /* points */
  double height;            /* points */
  char *text;               /* (owned) for those who do not see it */
} Picture;

struct _MlgPagePictures
{
  GObject parent_instance;
  GPtrArray *pictures; /* (owned) of Picture */
};

G_DEFINE_FINAL_TYPE (MlgPagePictures, mlg_page_pictures, G_TYPE_OBJECT)

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  cairo_surface_destroy (picture->drawing);
  g_free (picture->text);
  g_free (picture);
}

static void
mlg_page_pictures_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_PAGE_PICTURES (object)->pictures);
  G_OBJECT_CLASS (mlg_page_pictures_parent_class)->finalize (object);
}

static void
mlg_page_pictures_class_init (MlgPagePicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_page_pictures_finalize;
}

static void
mlg_page_pictures_init (MlgPagePictures *self)
{
  self->pictures = g_ptr_array_new_with_free_func (picture_free);
}

static Picture *
draw (MlgPages *pages, guint page)
{
  Picture *picture = g_new0 (Picture, 1);
  cairo_rectangle_t extents = { 0 };
  cairo_t *cr;

  mlg_pages_get_size (pages, page, &picture->width, &picture->height);
  extents.width = picture->width;
  extents.height = picture->height;
  picture->drawing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cr = cairo_create (picture->drawing);
  mlg_pages_draw (pages, page, cr);
  cairo_destroy (cr);
  picture->text = mlg_pages_get_text (pages, page);
  return picture;
}

/**
 * mlg_page_pictures_new:
 * @document: (transfer none): what the pages say
 * @issues: gets what could not be laid out as asked
 *
 * Lays a document out and draws it. In any thread, as long as no other uses @document meanwhile.
 *
 * Returns: (transfer full): its pages, for the main thread; %NULL with @error set
 */
MlgPagePictures *
mlg_page_pictures_new (MlgDocument *document,
                       MlgPagesFlags flags,
                       MlgIssueList *issues,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (MlgPages) pages = mlg_pages_new (document, flags, issues, cancellable, error);
  g_autoptr (MlgPagePictures) self = NULL;

  if (pages == NULL)
    return NULL;
  self = g_object_new (MLG_TYPE_PAGE_PICTURES, NULL);
  for (guint i = 0; i < mlg_pages_get_n (pages); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      g_ptr_array_add (self->pictures, draw (pages, i));
    }
  return g_steal_pointer (&self);
}

/**
 * mlg_page_pictures_get_n:
 *
 * Returns: how many pages there are
 */
guint
mlg_page_pictures_get_n (MlgPagePictures *self)
{
  g_return_val_if_fail (MLG_IS_PAGE_PICTURES (self), 0);
  return self->pictures->len;
}

/**
 * mlg_page_pictures_get_size:
 * @page: from 0
 * @width: (out): in points
 * @height: (out): in points
 */
void
mlg_page_pictures_get_size (MlgPagePictures *self, guint page, double *width, double *height)
{
  const Picture *picture;

  g_return_if_fail (MLG_IS_PAGE_PICTURES (self));
  g_return_if_fail (page < self->pictures->len);

  picture = self->pictures->pdata[page];
  *width = picture->width;
  *height = picture->height;
}

/**
 * mlg_page_pictures_draw:
 * @page: from 0
 * @cr: where, in points from the upper left corner of the page
 */
void
mlg_page_pictures_draw (MlgPagePictures *self, guint page, cairo_t *cr)
{
  const Picture *picture;

  g_return_if_fail (MLG_IS_PAGE_PICTURES (self));
  g_return_if_fail (page < self->pictures->len);

  picture = self->pictures->pdata[page];
  cairo_save (cr);
  cairo_set_source_surface (cr, picture->drawing, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * mlg_page_pictures_get_text:
 * @page: from 0
 *
 * Returns: what the page says
 */
const char *
mlg_page_pictures_get_text (MlgPagePictures *self, guint page)
{
  g_return_val_if_fail (MLG_IS_PAGE_PICTURES (self), NULL);
  g_return_val_if_fail (page < self->pictures->len, NULL);
  return ((const Picture *) self->pictures->pdata[page])->text;
}
