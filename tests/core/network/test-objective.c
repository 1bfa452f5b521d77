/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network-file.h"
#include "network/mlg-objective.h"

/* The objectives of a network: their order within their kind, and what becomes of themes that served one. */

static gint64
add (NetworkFile *f, const char *type, const char *title)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  network_file_begin (f);
  id = mlg_objective_add (f->db, type, title, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  return id;
}

static void
move (NetworkFile *f, gint64 id, int step)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_objective_move (f->db, id, step, &error);
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
assert_order (NetworkFile *f, const char *type, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = mlg_objective_list (f->db, type, &error);
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    g_string_append (titles, mlg_record_get_text (all->pdata[i], MLG_OBJECTIVE_TITLE));
  g_assert_cmpstr (titles->str, ==, wanted);
}

static void
test_order (NetworkFile *f, gconstpointer data)
{
  gint64 a = add (f, "common", "A"), c;

  add (f, "side", "S");
  add (f, "common", "B");
  c = add (f, "common", "C");
  /* One from elsewhere has no place: it comes last until it is moved. */
  network_file_add (f, "objective", "title", "D", "type", "common", NULL);
  assert_order (f, "common", "ABCD");
  assert_order (f, "side", "S");

  move (f, c, -1);
  assert_order (f, "common", "ACBD");
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM objective WHERE position IS NULL"),
                   ==, 0);
  move (f, a, -1);
  assert_order (f, "common", "ACBD");
  move (f, a, 9);
  assert_order (f, "common", "CBDA");
  assert_order (f, "side", "S");
  network_file_undo (f);
  assert_order (f, "common", "ACBD");
}

static void
test_missing (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  g_assert_false (mlg_objective_move (f->db, 12, 1, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING);
  mlg_connection_rollback (f->db);
}

/* A kind that is none is refused, and so is a place before the first. */
static void
test_refused (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) objective = mlg_record_new (&mlg_objective_kind);

  g_assert_false (mlg_record_parse (objective, MLG_OBJECTIVE_POSITION, "-1", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  network_file_begin (f);
  g_assert_cmpint (mlg_objective_add (f->db, "other", "A", &error), ==, 0);
  g_assert_nonnull (error);
  mlg_connection_rollback (f->db);
  assert_order (f, "common", "");
}

/* A theme stays when what it served goes. */
static void
test_removal (NetworkFile *f, gconstpointer data)
{
  gint64 objective = add (f, "side", "Essaimer");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, objective);
  gint64 theme = network_file_add (f, "theme", "title", "Papier", "objective", id, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *served = NULL;

  network_file_begin (f);
  mlg_record_remove (f->db, &mlg_objective_kind, objective, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM theme WHERE objective IS NULL"), ==,
                   1);
  network_file_undo (f);
  served = network_file_get (f, "theme", theme, "objective");
  g_assert_cmpstr (served, ==, id);
}

static void
test_sample (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_objective_sample_add (f->db, &error);
  g_assert_no_error (error);
  network_file_commit (f);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM objective WHERE type='common'"), ==,
                   5);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM objective WHERE type='side'"), ==,
                   3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/network/objective/order", test_order);
  ADD_TEST ("/network/objective/missing", test_missing);
  ADD_TEST ("/network/objective/refused", test_refused);
  ADD_TEST ("/network/objective/removal", test_removal);
  ADD_TEST ("/network/objective/sample", test_sample);
  return g_test_run ();
}
