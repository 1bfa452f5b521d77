/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-window.h"

#include <glib/gstdio.h>

#include "members/mlg-members-page.h"
#include "mlg-kinds.h"
#include "widgets/mlg-field-label.h"

#define SOON  (10 * G_TIME_SPAN_SECOND)
#define A_BIT (150 * G_TIME_SPAN_MILLISECOND)

static GType pages[] = { G_TYPE_INVALID, G_TYPE_INVALID };

static gboolean
wake (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Lets the program work until something is so. */
void
app_window_wait (AppCondition condition, gpointer data)
{
  gint64 end = g_get_monotonic_time () + SOON;
  guint source = g_timeout_add (10, wake, NULL);

  while (!condition (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  g_assert_true (condition (data));
}

/* Lets the program do what it has begun: sizes, rows, what was asked of the file. */
void
app_window_settle (void)
{
  gint64 end = g_get_monotonic_time () + A_BIT;
  guint source = g_timeout_add (10, wake, NULL);

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}

static gboolean
has_page (gpointer data)
{
  AppWindow *f = data;

  f->page = app_window_find (GTK_WIDGET (f->window), MLG_TYPE_MEMBERS_PAGE);
  return f->page != NULL;
}

static void
make_file (AppWindow *f, MlgActionFunc fill, gpointer data)
{
  g_autoptr (GError) error = NULL;
  MlgConnection *db;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
  if (fill != NULL)
    mlg_connection_act (db, "Fill", fill, data, NULL, &error);
  g_assert_no_error (error);
  mlg_connection_close (db);
}

/* A program has one application: the tests of one share it. */
static MlgApplication *
get_application (void)
{
  static MlgApplication *application;
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  pages[0] = MLG_TYPE_MEMBERS_PAGE;
  application = mlg_application_new (pages);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/* @fill writes the records that the window finds. */
void
app_window_set_up (AppWindow *f, MlgActionFunc fill, gpointer data)
{
  make_file (f, fill, data);
  f->application = get_application ();
  f->window = mlg_window_new (f->application, pages);
  gtk_window_present (GTK_WINDOW (f->window));
  mlg_window_open (f->window, f->path);
  app_window_wait (has_page, f);
  app_window_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return gtk_application_get_windows (data) == NULL;
}

void
app_window_tear_down (AppWindow *f)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  gtk_window_close (GTK_WINDOW (f->window));
  app_window_wait (is_gone, f->application);
  folder = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* The first widget of a class below another. */
GtkWidget *
app_window_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_window_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  GtkWidget *widget;
  GType type;
} Sought;

static gboolean
is_found (gpointer data)
{
  Sought *sought = data;

  return app_window_find (sought->widget, sought->type) != NULL;
}

/* The same, of what is made when somebody comes to it. */
GtkWidget *
app_window_await (GtkWidget *widget, GType type)
{
  Sought sought = { widget, type };

  app_window_wait (is_found, &sought);
  return app_window_find (widget, type);
}

guint
app_window_count (GtkWidget *root, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += app_window_count (child, type);
  return n;
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    return TRUE;
  if (MLG_IS_FIELD_LABEL (widget) && *mlg_field_label_get_text (MLG_FIELD_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_text (child))
      return TRUE;
  return FALSE;
}

/* By a label of its own, by another widget, or by the text within it. What is a part of a control of
 * GTK (the text of an entry, the button of a menu button) is named through it. */
static gboolean
is_named (GtkWidget *widget)
{
  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    if (gtk_test_accessible_has_property (GTK_ACCESSIBLE (each), GTK_ACCESSIBLE_PROPERTY_LABEL)
        || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (each),
                                             GTK_ACCESSIBLE_RELATION_LABELLED_BY))
      return TRUE;
    else if (!GTK_IS_TEXT (each) && !GTK_IS_BUTTON (each) && !GTK_IS_TEXT_VIEW (each))
      break;
  return has_text (widget);
}

/* Everything below a widget that can have the focus says what it is. */
void
app_window_assert_named (GtkWidget *root)
{
  if (gtk_widget_get_mapped (root) && gtk_widget_get_focusable (root)
      && gtk_widget_is_sensitive (root) && !is_named (root))
    g_error ("%s in %s has no name", G_OBJECT_TYPE_NAME (root),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    app_window_assert_named (child);
}

/* A record as another program would read it from the file. */
MlgRecord *
app_window_load (AppWindow *f, const MlgKind *kind, gint64 id)
{
  g_autoptr (GError) error = NULL;
  MlgConnection *db = mlg_connection_open (f->path, MLG_OPEN_READ_ONLY, mlg_kinds, &error);
  MlgRecord *record;

  g_assert_no_error (error);
  record = mlg_record_load (db, kind, id, &error);
  g_assert_no_error (error);
  mlg_connection_close (db);
  return record;
}
