/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/mlg-action.h"
#include "store/mlg-connection-private.h"
#include "store/mlg-history.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-statement.h"
#include "thing.h"

/* Whatever is done in whatever order, undoing all of it gives the first state, and doing all of it again
 * the last; and what cannot be undone alone leaves all as it is. */
typedef struct
{
  char *folder;
  MlgConnection *db;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = mlg_thing_make_folder ();
  f->db = mlg_thing_create (f->folder, "test.maillage");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  mlg_thing_remove_folder (f->folder);
}

/* The rows alone: the history differs between before and after undoing. */
static char *
dump_things (MlgConnection *db)
{
  g_autofree char *dump = mlg_thing_dump (db);
  char **lines = g_strsplit (dump, "\n", -1);
  GString *things = g_string_new (NULL);

  /* A thing has nine columns, an action three. */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      guint n = 0;

      for (const char *c = lines[i]; *c != '\0'; c++)
        n += *c == '|';
      if (n == 9)
        g_string_append_printf (things, "%s\n", lines[i]);
    }
  g_strfreev (lines);
  return g_string_free (things, FALSE);
}

static gint64
pick (MlgConnection *db)
{
  gint64 n = 0, id = 0;

  mlg_connection_get_integer (db, &n, NULL, "SELECT count(*) FROM thing", "");
  if (n > 0)
    mlg_connection_get_integer (db, &id, NULL, "SELECT id FROM thing ORDER BY id LIMIT 1 OFFSET ?1",
                                "i", (gint64) g_test_rand_int_range (0, (gint32) n));
  return id;
}

static void
fill_in (MlgRecord *thing)
{
  static const char *const words[] = { "école", "marché", "l'eau", "papier", "", "Noël \"vert\"" };
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];
  g_autofree char *name = g_strdup_printf ("thing %d %s", g_test_rand_int (), word);

  mlg_record_set_text (thing, MLG_THING_NAME, name);
  mlg_record_set_text (thing, MLG_THING_NOTES, g_test_rand_bit () ? word : NULL);
  if (g_test_rand_bit ())
    mlg_record_set_integer (thing, MLG_THING_SIZE, g_test_rand_int ());
  if (g_test_rand_bit ())
    mlg_record_set_real (thing, MLG_THING_WEIGHT, g_test_rand_double ());
}

static gboolean
insert (MlgConnection *db, GError **error)
{
  g_autoptr (MlgRecord) thing = mlg_record_new (&mlg_thing_kind);
  gint64 whole = pick (db), alike = pick (db);

  fill_in (thing);
  if (whole != 0 && g_test_rand_bit ())
    mlg_record_set_integer (thing, MLG_THING_WHOLE, whole);
  if (alike != 0 && g_test_rand_bit ())
    mlg_record_set_integer (thing, MLG_THING_LIKE, alike);
  return mlg_record_insert (db, thing, error);
}

static gboolean
update (MlgConnection *db, GError **error)
{
  gint64 id = pick (db);
  g_autoptr (MlgRecord) thing = id != 0 ? mlg_record_load (db, &mlg_thing_kind, id, error) : NULL;

  if (thing == NULL)
    return id == 0;
  fill_in (thing);
  return mlg_record_update (db, thing, error);
}

static gboolean
remove_one (MlgConnection *db, GError **error)
{
  gint64 id = pick (db);

  return id == 0 || mlg_record_remove (db, &mlg_thing_kind, id, error);
}

/* Two become one, as duplicates do: what refers to the second refers to the first, which takes its
 * notes, and the second goes. */
static gboolean
merge (MlgConnection *db, GError **error)
{
  gint64 kept = pick (db), gone = pick (db);

  if (kept == gone)
    return TRUE;
  return mlg_connection_execute (db, error, "UPDATE thing SET whole=?1 WHERE whole=?2 AND id<>?1",
                                 "ii", kept, gone)
         && mlg_connection_execute (db, error, "UPDATE thing SET alike=?1 WHERE alike=?2", "ii",
                                    kept, gone)
         && mlg_connection_execute (
             db, error,
             "UPDATE thing SET whole=nullif(whole,?2),"
             " notes=coalesce(notes,(SELECT notes FROM thing WHERE id=?2)) WHERE id=?1",
             "ii", kept, gone)
         && mlg_record_remove (db, &mlg_thing_kind, gone, error);
}

static gboolean
act_at_random (MlgConnection *db, gpointer data, GError **error)
{
  static gboolean (*const steps[]) (
      MlgConnection *, GError **) = { insert, insert, insert, update, update, remove_one, merge };
  gint32 n = g_test_rand_int_range (1, 6);

  for (gint32 i = 0; i < n; i++)
    if (!steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))](db, error))
      return FALSE;
  return TRUE;
}

static void
reopen (Fixture *f)
{
  g_clear_pointer (&f->db, mlg_connection_close);
  f->db = mlg_thing_open (f->folder, "test.maillage");
}

static void
reopen_at_times (Fixture *f)
{
  if (g_test_rand_int_range (0, 8) == 0)
    reopen (f);
}

/* Goes to one end of the history, passing by the states that were met on the way here. */
static void
go_through (Fixture *f, gboolean undo, GPtrArray *states)
{
  guint at = undo ? states->len - 1 : 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = NULL;
      g_autofree char *state = dump_things (f->db);

      g_assert_cmpstr (state, ==, states->pdata[at]);
      if (undo)
        g_assert_true (mlg_history_undo (f->db, &name, NULL, &error));
      else
        g_assert_true (mlg_history_redo (f->db, &name, NULL, &error));
      g_assert_no_error (error);
      if (name == NULL)
        break;
      at = undo ? at - 1 : at + 1;
      reopen_at_times (f);
    }
  g_assert_cmpuint (at, ==, undo ? 0 : states->len - 1);
  mlg_thing_verify (f->db);
}

static void
act_many (Fixture *f, guint n, GPtrArray *states)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MlgChanges) changes = NULL;
      g_autofree char *before = dump_things (f->db);
      g_autofree char *after = NULL;

      /* Merging may close a ring, which is refused: nothing of such an action is left. */
      if (!mlg_connection_act (f->db, "Act", act_at_random, NULL, &changes, &error))
        {
          g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
          after = dump_things (f->db);
          g_assert_cmpstr (after, ==, before);
          continue;
        }
      /* An action that changed nothing in the end has no entry. */
      if (mlg_changes_get_n (changes) > 0)
        g_ptr_array_add (states, dump_things (f->db));
      reopen_at_times (f);
    }
}

static void
test_random_actions (Fixture *f, gconstpointer data)
{
  enum
  {
    ROUNDS = 4,
    ACTIONS = 40
  };

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      g_clear_pointer (&f->db, mlg_connection_close);
      mlg_thing_remove_folder (f->folder);
      f->folder = mlg_thing_make_folder ();
      f->db = mlg_thing_create (f->folder, "test.maillage");
      g_ptr_array_add (states, dump_things (f->db));
      act_many (f, ACTIONS, states);
      mlg_thing_verify (f->db);
      go_through (f, TRUE, states);
      go_through (f, FALSE, states);
      go_through (f, TRUE, states);
    }
}

/* Undoing an action in the middle: either it is undone alone, and that can be undone and done again; or
 * it is told which record has changed since, and all is as it was. */
static void
revert_one (Fixture *f, gint64 action, guint *n_done, guint *n_refused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = mlg_thing_dump (f->db);
  g_autofree char *things = dump_things (f->db);
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;

  if (!mlg_history_revert (f->db, action, NULL, &error))
    {
      g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT);
      g_assert_nonnull (strstr (error->message, "cannot be undone"));
      after = mlg_thing_dump (f->db);
      g_assert_cmpstr (after, ==, before);
      ++*n_refused;
      return;
    }
  after = dump_things (f->db);
  mlg_thing_verify (f->db);
  g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
  again = dump_things (f->db);
  g_assert_cmpstr (again, ==, things);
  g_assert_true (mlg_history_redo (f->db, NULL, NULL, &error));
  g_free (again);
  again = dump_things (f->db);
  g_assert_cmpstr (again, ==, after);
  ++*n_done;
}

static void
test_random_reverts (Fixture *f, gconstpointer data)
{
  enum
  {
    ACTIONS = 60
  };
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n_done = 0, n_refused = 0;

  act_many (f, ACTIONS, states);
  entries = mlg_history_list (f->db, ACTIONS, 0, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    revert_one (f, mlg_history_entry_get_id (entries->pdata[entries->len - 1 - i]), &n_done,
                &n_refused);
  /* The last action can always be undone, and the first one has been built upon. */
  g_assert_cmpuint (n_done, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

static void
assert_size (MlgConnection *db)
{
  gint64 counted = -1, remembered = -2;

  mlg_connection_get_integer (db, &counted, NULL, "SELECT coalesce(sum(size),0) FROM action", "");
  mlg_connection_get_integer (db, &remembered, NULL,
                              "SELECT value FROM property WHERE name='history-size'", "");
  g_assert_cmpint (remembered, ==, counted);
}

/* The size is a running total, and keeps the history within its limit: the oldest go first, the newest
 * stays whatever its size. */
static void
test_limit (Fixture *f, gconstpointer data)
{
  enum
  {
    LIMIT = 4000,
    ACTIONS = 80
  };
  const MlgLimits limits = { .backups = 1, .history = LIMIT };
  g_autofree char *notes = NULL;
  g_autoptr (GString) long_notes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  gint64 size = 0, holes = -1;

  mlg_connection_set_limits (f->db, &limits);
  for (guint i = 0; i < ACTIONS; i++)
    {
      notes = g_strdup_printf ("notes of the thing %u", i);
      mlg_thing_add (f->db, "Thing", notes);
      g_clear_pointer (&notes, g_free);
      if (i % 7 == 0)
        g_assert_true (mlg_history_undo (f->db, NULL, NULL, &error));
      assert_size (f->db);
    }
  g_assert_true (
      mlg_connection_get_integer (f->db, &size, &error, "SELECT sum(size) FROM action", ""));
  g_assert_cmpint (size, >, 0);
  g_assert_cmpint (size, <=, LIMIT);
  g_assert_true (mlg_connection_get_integer (
      f->db, &holes, &error,
      "SELECT count(*) FROM action WHERE changeset IS NULL AND id>(SELECT min(id) FROM action"
      " WHERE changeset IS NOT NULL)",
      ""));
  g_assert_cmpint (holes, ==, 0);
  for (guint i = 0; i < LIMIT; i++)
    g_string_append_printf (long_notes, "%x ", g_test_rand_int ());
  mlg_thing_add (f->db, "Huge", long_notes->str);
  assert_size (f->db);
  g_assert_true (mlg_history_undo (f->db, &notes, NULL, &error));
  g_assert_cmpstr (notes, ==, "Add Huge");
  mlg_thing_verify (f->db);
}

/* A file from before the size was kept counts once. */
static void
test_size_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  mlg_thing_add (f->db, "One", NULL);
  g_assert_true (
      mlg_connection_execute (f->db, &error, "DELETE FROM property WHERE name='history-size'", ""));
  mlg_thing_verify (f->db);
  mlg_thing_add (f->db, "Two", NULL);
  assert_size (f->db);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/history/random-actions", test_random_actions);
  ADD ("/store/history/random-reverts", test_random_reverts);
  ADD ("/store/history/limit", test_limit);
  ADD ("/store/history/size-unknown", test_size_unknown);
  return g_test_run ();
}
