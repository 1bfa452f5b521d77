/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-file.h"

#include <glib/gstdio.h>

#include "mlg-kinds.h"
#include "store/mlg-history.h"

void
network_file_set_up (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  f->db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_remove (path);
}

void
network_file_tear_down (NetworkFile *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  remove_tree (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

void
network_file_begin (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_begin (f->db, "Test", &error);
  g_assert_no_error (error);
}

void
network_file_commit (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;

  mlg_connection_commit (f->db, NULL, &error);
  g_assert_no_error (error);
}

void
network_file_undo (NetworkFile *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  mlg_history_undo (f->db, &name, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (name);
}

/* In the open action, or else in one of its own: a record from names of fields and their values. */
gint64
network_file_add (NetworkFile *f, const char *kind, const char *first, ...)
{
  g_autoptr (MlgRecord) record = mlg_record_new (mlg_kind_find (mlg_kinds, kind));
  g_autoptr (GError) error = NULL;
  gboolean own = !mlg_connection_in_action (f->db);
  const char *name = first;
  va_list rest;

  va_start (rest, first);
  for (; name != NULL; name = va_arg (rest, const char *))
    {
      int field = mlg_kind_find_field (mlg_record_get_kind (record), name);

      g_assert_cmpint (field, >=, 0);
      mlg_record_parse (record, (guint) field, va_arg (rest, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (rest);
  if (own)
    network_file_begin (f);
  mlg_record_insert (f->db, record, &error);
  g_assert_no_error (error);
  if (own)
    network_file_commit (f);
  return mlg_record_get_id (record);
}

gint64
network_file_count (NetworkFile *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  mlg_connection_get_integer (f->db, &n, &error, sql, "");
  g_assert_no_error (error);
  return n;
}

/* Returns: a field as files carry it, or NULL. */
char *
network_file_get (NetworkFile *f, const char *kind, gint64 id, const char *field)
{
  const MlgKind *found = mlg_kind_find (mlg_kinds, kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) record = mlg_record_load (f->db, found, id, &error);

  g_assert_no_error (error);
  return mlg_record_dup_plain (record, (guint) mlg_kind_find_field (found, field));
}
