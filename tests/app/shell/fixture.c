/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fixture.h"

#include <glib/gstdio.h>

#include "meetings/mlg-meetings-page.h"
#include "members/mlg-members-page.h"
#include "network/mlg-network-page.h"
#include "overview/mlg-overview-page.h"
#include "mlg-kinds.h"
#include "network/mlg-network.h"
#include "widgets/mlg-host.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static void
make_network (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgConnection) db = mlg_connection_open (path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_autoptr (MlgRecord) network = mlg_record_new (&mlg_network_kind);

  g_assert_no_error (error);
  mlg_record_set_text (network, MLG_NETWORK_NAME, "A network of tests");
  mlg_network_create (db, network, &error);
  g_assert_no_error (error);
}

/* One for all the tests of a program: it is exported on the bus under one name. */
static MlgApplication *
get_application (void)
{
  static MlgApplication *application;
  static GType pages[5];
  g_autoptr (GError) error = NULL;

  if (application != NULL)
    return application;
  pages[0] = MLG_TYPE_OVERVIEW_PAGE;
  pages[1] = MLG_TYPE_NETWORK_PAGE;
  pages[2] = MLG_TYPE_MEMBERS_PAGE;
  pages[3] = MLG_TYPE_MEETINGS_PAGE;
  pages[4] = G_TYPE_INVALID;
  application = mlg_application_new (pages);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "test.maillage", NULL);
  make_network (f->path);
  f->application = get_application ();
}

static void
remove_file (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  g_unlink (name);
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  remove_file (f->path, "");
  remove_file (f->path, "-wal");
  remove_file (f->path, "-shm");
  remove_file (f->path, "-lock");
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

/* Lets everything that is ready happen. */
void
fixture_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A window that shows the file. */
MlgWindow *
fixture_open_window (Fixture *f)
{
  MlgWindow *window = mlg_window_new (f->application, mlg_application_get_pages (f->application));
  gint64 end = g_get_monotonic_time () + PATIENCE;

  gtk_window_present (GTK_WINDOW (window));
  mlg_window_open (window, f->path);
  while (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (window)), "A network of tests") != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  fixture_settle ();
  return window;
}

/* Waits until a weak pointer has lost what it pointed at. */
void
fixture_wait_gone (gpointer *object)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (*object != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static gpointer
read_nothing (MlgConnection *db, gpointer data, GError **error)
{
  return g_strdup ("");
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_free (mlg_store_read_finish (MLG_STORE (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* Waits until all that the window asked to read is read and shown. */
void
fixture_wait_read (MlgWindow *window)
{
  gboolean done = FALSE;

  fixture_settle ();
  mlg_store_read_async (mlg_host_get_store (MLG_HOST (window)), read_nothing, NULL, NULL, g_free,
                        NULL, on_read, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
}

/* Closes a window and waits until it has gone. */
void
fixture_close_window (MlgWindow *window)
{
  gpointer gone = window;

  g_object_add_weak_pointer (gone, &gone);
  gtk_window_close (GTK_WINDOW (window));
  fixture_wait_gone (&gone);
}
