/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-pages-view.h"

#include <glib/gi18n-lib.h>

#include "mlg-host.h"
#include "mlg-page-sheet.h"

#define MARGIN    24 /* px beside a page that fits */
#define MOST_FIT  2.0
#define STEP      1.25
#define SMALLEST  0.25
#define LARGEST   5.0
#define ONE_POINT (96.0 / 72.0) /* px, at 100 % */

/* The pages of a document as they are printed, one below the other: as wide as there is room, or as large
 * as the person wants; and the printing of the same pages. */
struct _MlgPagesView
{
  GtkWidget parent_instance;
  MlgPagePictures *pictures; /* (owned) (nullable) */
  char *name;                /* (owned) (nullable) of what is printed */
  double scale;              /* px a point */
  gboolean fits;             /* the width decides of the scale */
  guint fitting;             /* source that fits; 0 for none */

  GtkScrolledWindow *scroller;
  GtkBox *sheets;
  GtkLabel *count_label;
};

G_DEFINE_FINAL_TYPE (MlgPagesView, mlg_pages_view, GTK_TYPE_WIDGET)

static void
apply_scale (MlgPagesView *self, double scale)
{
  self->scale = CLAMP (scale, SMALLEST, LARGEST);
  for (GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets)); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    mlg_page_sheet_set_scale (MLG_PAGE_SHEET (sheet), self->scale);
}

/* Some pages may lie where others stand. */
static double
find_widest (MlgPagesView *self)
{
  double widest = 0;

  for (guint i = 0; self->pictures != NULL && i < mlg_page_pictures_get_n (self->pictures); i++)
    {
      double width, height;

      mlg_page_pictures_get_size (self->pictures, i, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

static void
fit (MlgPagesView *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self->scroller)) - 2 * MARGIN;
  double widest = find_widest (self);

  if (widest > 0 && room > 0)
    apply_scale (self, MIN (room / widest, MOST_FIT));
}

static gboolean
on_fitting (gpointer data)
{
  MlgPagesView *self = data;

  self->fitting = 0;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* What is inside changes its size in turn: not while sizes are given out. */
static void
on_width_changed (MlgPagesView *self)
{
  if (self->fits && self->fitting == 0)
    self->fitting = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_fitting, self, NULL);
}

static void
activate_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPagesView *self = MLG_PAGES_VIEW (widget);

  self->fits = g_str_equal (name, "pages.fit");
  if (self->fits)
    fit (self);
  else if (g_str_equal (name, "pages.zoom-in"))
    apply_scale (self, self->scale * STEP);
  else
    apply_scale (self, self->scale / STEP);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, MlgPagesView *self)
{
  mlg_page_pictures_draw (self->pictures, (guint) page,
                          gtk_print_context_get_cairo_context (context));
}

/* Each page says for itself whether it lies or stands. */
static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       MlgPagesView *self)
{
  double width, height;

  mlg_page_pictures_get_size (self->pictures, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static GtkPrintOperation *
make_operation (MlgPagesView *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) mlg_page_pictures_get_n (self->pictures));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The margins are in the pages. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, self->name != NULL ? self->name : "Maillage");
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw_page), self, 0);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (on_request_page_setup),
                           self, 0);
  return operation;
}

static void
activate_print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPagesView *self = MLG_PAGES_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (self->pictures == NULL)
    return;
  operation = make_operation (self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    mlg_host_fail (mlg_host_find (widget), _ ("The pages could not be printed"), error);
}

static void
mlg_pages_view_dispose (GObject *object)
{
  MlgPagesView *self = MLG_PAGES_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->fitting, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (mlg_pages_view_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = { { GDK_KEY_plus, "pages.zoom-in" },   { GDK_KEY_KP_Add, "pages.zoom-in" },
               { GDK_KEY_minus, "pages.zoom-out" }, { GDK_KEY_KP_Subtract, "pages.zoom-out" },
               { GDK_KEY_0, "pages.fit" },          { GDK_KEY_KP_0, "pages.fit" },
               { GDK_KEY_p, "pages.print" } };

  gtk_widget_class_install_action (widget_class, "pages.zoom-in", NULL, activate_zoom);
  gtk_widget_class_install_action (widget_class, "pages.zoom-out", NULL, activate_zoom);
  gtk_widget_class_install_action (widget_class, "pages.fit", NULL, activate_zoom);
  gtk_widget_class_install_action (widget_class, "pages.print", NULL, activate_print);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK,
                                         keys[i].action, NULL);
}

static void
mlg_pages_view_class_init (MlgPagesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_pages_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-pages-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPagesView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesView, sheets);
  gtk_widget_class_bind_template_child (widget_class, MlgPagesView, count_label);
  install_actions (widget_class);
}

static void
mlg_pages_view_init (MlgPagesView *self)
{
  self->scale = ONE_POINT;
  self->fits = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller),
                           "notify::page-size", G_CALLBACK (on_width_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_pages_view_set_pictures:
 * @pictures: (nullable) (transfer none): what is shown
 * @name: (nullable): what it is called for a printer
 */
void
mlg_pages_view_set_pictures (MlgPagesView *self, MlgPagePictures *pictures, const char *name)
{
  guint n = pictures != NULL ? mlg_page_pictures_get_n (pictures) : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%'u page", "%'u pages", n), n);
  GtkWidget *sheet;

  g_return_if_fail (MLG_IS_PAGES_VIEW (self));

  g_set_object (&self->pictures, pictures);
  g_free (self->name);
  self->name = g_strdup (name);
  while ((sheet = gtk_widget_get_first_child (GTK_WIDGET (self->sheets))) != NULL)
    gtk_box_remove (self->sheets, sheet);
  for (guint i = 0; i < n; i++)
    {
      sheet = mlg_page_sheet_new (pictures, i);
      gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
      gtk_box_append (self->sheets, sheet);
    }
  gtk_label_set_text (self->count_label, count);
  apply_scale (self, self->scale);
  on_width_changed (self);
}

/**
 * mlg_pages_view_get_scale:
 *
 * Returns: how many pixels a point has
 */
double
mlg_pages_view_get_scale (MlgPagesView *self)
{
  g_return_val_if_fail (MLG_IS_PAGES_VIEW (self), 0);
  return self->scale;
}

/**
 * mlg_pages_view_print_to:
 * @path: a PDF file
 *
 * Prints the pages into a file, as they would be on paper.
 */
gboolean
mlg_pages_view_print_to (MlgPagesView *self, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_val_if_fail (MLG_IS_PAGES_VIEW (self), FALSE);
  g_return_val_if_fail (self->pictures != NULL, FALSE);

  operation = make_operation (self);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error)
         != GTK_PRINT_OPERATION_RESULT_ERROR;
}
