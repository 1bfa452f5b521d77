/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "members/mlg-directory.h"
#include "mlg-kinds.h"

typedef struct
{
  char *folder, *path;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "x.maillage", NULL);
  f->db = mlg_connection_open (f->path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mlg_connection_close (f->db);
  g_unlink (f->path);
  g_rmdir (f->folder);
  g_free (f->path);
  g_free (f->folder);
}

static void
assert_first (Fixture *f, const char *words, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mlg_directory_suggest (f->db, words, 8, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, <=, 8);
  if (name == NULL)
    g_assert_cmpuint (found->len, ==, 0);
  else
    g_assert_cmpstr (((MlgDirectoryEntry *) found->pdata[0])->name, ==, name);
}

static void
test_suggest (Fixture *f, gconstpointer data)
{
  assert_first (f, "lil", "Lille");
  assert_first (f, "LILLE", "Lille");
  assert_first (f, "saint etienne", "Saint-Étienne");
  assert_first (f, "59350", "Lille");
  assert_first (f, "215 903 501", "Lille");
  assert_first (f, "2159035", "Lille");
  assert_first (f, "59100", "Roubaix");
  assert_first (f, "2A004", "Ajaccio");
  assert_first (f, "999999", NULL);
  assert_first (f, "europeenne lille", "Métropole Européenne de Lille");
  assert_first (f, "zzzz", NULL);
  assert_first (f, "\"*' ()", NULL);
  assert_first (f, "", NULL);
}

/* All the communes of one name come first, however small. */
static void
test_same_names (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mlg_directory_suggest (f->db, "saint martin", 12, &error);
  gint64 n = 0, population = G_MAXINT64;

  g_assert_no_error (error);
  g_assert_true (mlg_connection_get_integer (
      f->db, &n, &error, "SELECT count(*) FROM directory.entry WHERE name='Saint-Martin'", ""));
  g_assert_cmpint (n, >, 2);
  g_assert_cmpuint (found->len, ==, 12);
  for (guint i = 0; i < n; i++)
    {
      const MlgDirectoryEntry *entry = found->pdata[i];

      g_assert_cmpstr (entry->name, ==, "Saint-Martin");
      g_assert_cmpint (entry->population, <=, population);
      population = entry->population;
    }
  g_assert_cmpstr (((MlgDirectoryEntry *) found->pdata[n])->name, !=, "Saint-Martin");
}

static void
test_body (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDirectoryEntry) lille = mlg_directory_find (f->db, "59350", &error);
  g_autoptr (MlgRecord) body = NULL;

  g_assert_no_error (error);
  body = mlg_directory_entry_to_body (lille);
  g_assert_true (mlg_record_validate (body, NULL, &error));
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_CATEGORY), ==, "7210");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_NUTS), ==, "FRE11");
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_REGION), ==, "32");
  g_assert_cmpint (mlg_record_get_integer (body, MLG_BODY_POPULATION), >, 200000);
  g_assert_null (mlg_directory_find (f->db, "00000", &error));
  g_assert_no_error (error);
}

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDirectoryEntry) lille = mlg_directory_find (f->db, "59350", &error);
  g_autoptr (GPtrArray) communes = mlg_directory_list_members (f->db, lille->epci, &error);
  g_autoptr (GPtrArray) groupings = mlg_directory_list_groupings (f->db, "59", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (communes->len, >, 80);
  g_assert_cmpstr (((MlgDirectoryEntry *) communes->pdata[0])->name, ==, "Lille");
  g_assert_cmpuint (groupings->len, >, 10);
  for (guint i = 0; i < groupings->len; i++)
    g_assert_cmpstr (((MlgDirectoryEntry *) groupings->pdata[i])->kind, !=, "commune");
}

/* Every body of the directory makes a record that is right. */
/* Whatever the directory lists has a category, that lists of the administration name in any case. */
static void
test_categories (void)
{
  g_assert_cmpstr (mlg_directory_get_category ("CC"), ==, "7346");
  g_assert_cmpstr (mlg_directory_get_category ("metro"), ==, "7344");
  g_assert_cmpstr (mlg_directory_get_category ("MET69"), ==, "7229");
  g_assert_cmpstr (mlg_directory_get_category ("EPT"), ==, "7349");
  g_assert_null (mlg_directory_get_category ("SIVU"));
}

static void
test_all_are_valid (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (const MlgCode *code = mlg_departements.codes; code->code != NULL; code++)
    {
      g_autoptr (GPtrArray) groupings = mlg_directory_list_groupings (f->db, code->code, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < groupings->len; i++)
        {
          g_autoptr (MlgRecord) body = mlg_directory_entry_to_body (groupings->pdata[i]);

          g_assert_true (mlg_record_validate (body, NULL, &error));
          g_assert_false (mlg_record_is_null (body, MLG_BODY_CATEGORY));
          n++;
        }
    }
  g_assert_cmpuint (n, ==, 1266);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/members/directory/suggest", test_suggest);
  ADD ("/members/directory/same-names", test_same_names);
  ADD ("/members/directory/body", test_body);
  ADD ("/members/directory/lists", test_lists);
  g_test_add_func ("/members/directory/categories", test_categories);
  ADD ("/members/directory/all-are-valid", test_all_are_valid);
  return g_test_run ();
}
