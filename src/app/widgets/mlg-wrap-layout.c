/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-wrap-layout.h"

/* Children one after the other at their natural width, as the words of a text, and on the next line where
 * there is no room: chips stay together, which the columns of a GtkFlowBox would spread out. */
#define SPACING 6 /* px, between children and between lines */

struct _MlgWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgWrapLayout, mlg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Where the next child goes. */
typedef struct
{
  int room; /* the width of a line */
  int x, y;
  int line; /* the height of the line so far */
} Pen;

/* The place of a child, which is never wider than a line. */
static GtkAllocation
place (Pen *pen, GtkWidget *child)
{
  GtkAllocation at = { 0 };
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &at.width, NULL, NULL);
  at.width = MAX (minimum, MIN (at.width, pen->room));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, at.width, NULL, &at.height, NULL, NULL);
  if (pen->x > 0 && pen->x + at.width > pen->room)
    {
      pen->y += pen->line + SPACING;
      pen->x = pen->line = 0;
    }
  at.x = pen->x;
  at.y = pen->y;
  pen->x += at.width + SPACING;
  pen->line = MAX (pen->line, at.height);
  return at;
}

static void
measure_width (GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static int
measure_height (GtkWidget *widget, int width)
{
  Pen pen = { .room = width < 0 ? G_MAXINT / 2 : width };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      place (&pen, child);
  return pen.y + pen.line;
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Pen pen = { .room = width };

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        GtkAllocation at = place (&pen, child);

        if (right_to_left)
          at.x = width - at.x - at.width;
        gtk_widget_size_allocate (child, &at, -1);
      }
}

static void
mlg_wrap_layout_class_init (MlgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = get_request_mode;
  manager_class->measure = measure;
  manager_class->allocate = allocate;
}

static void
mlg_wrap_layout_init (MlgWrapLayout *self)
{
}
