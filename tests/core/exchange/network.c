/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "network.h"

#include <glib/gstdio.h>
#include <string.h>

#include "exchange/mlg-table-reader.h"
#include "mlg-kinds.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

void
network_set_up (Network *n, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  n->folder = g_dir_make_tmp ("maillage-test-XXXXXX", &error);
  path = g_build_filename (n->folder, "test.maillage", NULL);
  n->db = mlg_connection_open (path, MLG_OPEN_CREATE, mlg_kinds, &error);
  g_assert_no_error (error);
}

static void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        {
          g_unlink (path);
          g_free (path);
        }
    }
  g_rmdir (folder);
  g_free (folder);
}

void
network_tear_down (Network *n, gconstpointer data)
{
  g_clear_pointer (&n->db, mlg_connection_close);
  remove_folder (n->folder);
}

gint64
network_count (Network *n, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64 count = -1;

  mlg_connection_get_integer (n->db, &count, NULL, sql, "");
  return count;
}

/* Returns: all that the network says of its members, to compare two states. */
char *
network_dump (Network *n)
{
  static const char *const names[] = { "body", "person", "function", "group-member",
                                       "custom-value" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const MlgKind *kind = mlg_kind_find (mlg_kinds, names[i]);
      g_autoptr (GPtrArray) records = mlg_record_load_where (n->db, kind, NULL, "ORDER BY id", "");

      for (guint j = 0; j < records->len; j++)
        {
          g_string_append_printf (text, "%s %" G_GINT64_FORMAT, names[i],
                                  mlg_record_get_id (records->pdata[j]));
          for (guint k = 0; k < kind->n_fields; k++)
            {
              g_autofree char *value = mlg_record_dup_plain (records->pdata[j], k);

              g_string_append_printf (text, "|%s", value != NULL ? value : "");
            }
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}

/* Fields and their values as text. */
gint64
network_add (Network *n, const MlgKind *kind, ...)
{
  g_autoptr (MlgRecord) record = mlg_record_new (kind);
  g_autoptr (GError) error = NULL;
  const char *name;
  va_list fields;

  va_start (fields, kind);
  while ((name = va_arg (fields, const char *)) != NULL)
    {
      int field = mlg_kind_find_field (kind, name);

      g_assert_cmpint (field, >=, 0);
      mlg_record_parse (record, (guint) field, va_arg (fields, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (fields);
  mlg_connection_begin (n->db, "Add", &error);
  mlg_record_insert (n->db, record, &error);
  mlg_connection_commit (n->db, NULL, &error);
  g_assert_no_error (error);
  return mlg_record_get_id (record);
}

/* The only record that has this value. */
MlgRecord *
network_find (Network *n, const MlgKind *kind, const char *field, const char *value)
{
  g_autofree char *tail = g_strdup_printf ("WHERE %s=?1", field);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mlg_record_load_where (n->db, kind, &error, tail, "t", value);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (found->pdata[0]);
}

MlgImportPlan *
network_plan (
    Network *n, const MlgKind *kind, MlgImportMode mode, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (n->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  MlgImportPlan *plan = mlg_import_plan_new (kind, mode);

  g_assert_true (g_file_set_contents (path, text, -1, &error));
  mlg_import_plan_add_file (plan, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

void
network_refresh (Network *n, MlgImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  mlg_import_plan_refresh (plan, n->db, &error);
  g_assert_no_error (error);
}

void
network_apply (Network *n, MlgImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  mlg_import_apply (plan, n->db, NULL, &error);
  g_assert_no_error (error);
}

MlgImportResult
network_import (
    Network *n, const MlgKind *kind, MlgImportMode mode, const char *name, const char *text)
{
  g_autoptr (MlgImportPlan) plan = network_plan (n, kind, mode, name, text);

  network_refresh (n, plan);
  network_apply (n, plan);
  return *mlg_import_plan_get_result (plan);
}

gboolean
network_says (MlgImportPlan *plan, MlgSeverity severity, const char *words)
{
  MlgIssueList *issues = mlg_import_plan_get_issues (plan);

  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    if (mlg_issue_list_get (issues, i)->severity == severity
        && strstr (mlg_issue_list_get (issues, i)->message, words) != NULL)
      return TRUE;
  return FALSE;
}
