/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-sheet.h"

#include <glib/gi18n-lib.h>

/* One page on screen: white paper in any theme, as it comes out of the printer. */
struct _MlgPageSheet
{
  GtkWidget parent_instance;
  MlgPagePictures *pictures; /* (owned) */
  guint page;
  double scale; /* px a point */
};

G_DEFINE_FINAL_TYPE (MlgPageSheet, mlg_page_sheet, GTK_TYPE_WIDGET)

static void
mlg_page_sheet_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  MlgPageSheet *self = MLG_PAGE_SHEET (widget);
  double width, height;

  mlg_page_pictures_get_size (self->pictures, self->page, &width, &height);
  *minimum = *natural =
      (int) (self->scale * (orientation == GTK_ORIENTATION_HORIZONTAL ? width : height) + 0.5);
}

static void
mlg_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MlgPageSheet *self = MLG_PAGE_SHEET (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->scale, self->scale);
  mlg_page_pictures_draw (self->pictures, self->page, cr);
  cairo_destroy (cr);
}

static void
mlg_page_sheet_finalize (GObject *object)
{
  g_clear_object (&MLG_PAGE_SHEET (object)->pictures);
  G_OBJECT_CLASS (mlg_page_sheet_parent_class)->finalize (object);
}

static void
mlg_page_sheet_class_init (MlgPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mlg_page_sheet_finalize;
  widget_class->measure = mlg_page_sheet_measure;
  widget_class->snapshot = mlg_page_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "pagesheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mlg_page_sheet_init (MlgPageSheet *self)
{
  self->scale = 1;
}

/**
 * mlg_page_sheet_new:
 * @pictures: (transfer none): the pages of a document
 * @page: from 0
 *
 * Returns: (transfer floating): one of them
 */
GtkWidget *
mlg_page_sheet_new (MlgPagePictures *pictures, guint page)
{
  MlgPageSheet *self = g_object_new (MLG_TYPE_PAGE_SHEET, NULL);
  g_autofree char *name =
      /* Translators: which page of how many. */
      g_strdup_printf (_ ("Page %u of %u"), page + 1, mlg_page_pictures_get_n (pictures));

  self->pictures = g_object_ref (pictures);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  mlg_page_pictures_get_text (pictures, page), -1);
  return GTK_WIDGET (self);
}

/**
 * mlg_page_sheet_set_scale:
 * @scale: pixels for each point
 */
void
mlg_page_sheet_set_scale (MlgPageSheet *self, double scale)
{
  g_return_if_fail (MLG_IS_PAGE_SHEET (self));

  self->scale = scale;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
