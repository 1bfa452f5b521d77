/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-bundle.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-package-writer.h"
#include "document/mlg-package.h"
#include "exchange/mlg-template-folder.h"
#include "library/mlg-compose.h"
#include "mlg-new-file.h"
#include "template/mlg-template.h"

/* What travels between networks in one file: a ZIP of templates as XML, each with its clauses. Nothing else of
 * the network is in it. */

/**
 * mlg_template_bundle_is_name:
 * @name: of a file
 *
 * Returns: whether it is called as a bundle
 */
gboolean
mlg_template_bundle_is_name (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, MLG_TEMPLATE_BUNDLE_SUFFIX);
}

static gboolean
add_template (MlgConnection *db,
              gint64 id,
              MlgPackageWriter *writer,
              GHashTable *taken,
              MlgIssueList *issues,
              GError **error)
{
  g_autoptr (MlgTemplate) template = mlg_compose_template (db, id, issues, error);
  g_autofree char *title = template != NULL ? mlg_template_get_title (template) : NULL;
  g_autofree char *part = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (template == NULL)
    return FALSE;
  part = mlg_template_folder_choose_name (title, taken);
  bytes = mlg_template_to_xml (template);
  mlg_package_writer_add (writer, part, bytes);
  return TRUE;
}

static gboolean
add_all (
    MlgConnection *db, GArray *ids, MlgPackageWriter *writer, MlgIssueList *issues, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < ids->len; i++)
    if (!add_template (db, g_array_index (ids, gint64, i), writer, taken, issues, error)
        || !mlg_connection_report (db, (double) (i + 1) / ids->len, NULL, error))
      return FALSE;
  return mlg_package_writer_finish (writer, error);
}

/**
 * mlg_template_bundle_write:
 * @ids: (element-type gint64): of templates of the library
 * @path: of the file, which is replaced once the new one is whole
 * @issues: gets what had to be left aside
 *
 * Writes templates, each with its clauses, to one file. The same templates give the same bytes.
 */
gboolean
mlg_template_bundle_write (
    MlgConnection *db, GArray *ids, const char *path, MlgIssueList *issues, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MlgNewFile) new_file = mlg_new_file_open (file, NULL, error);
  g_autoptr (MlgPackageWriter) writer = NULL;

  if (new_file == NULL)
    return FALSE;
  writer = mlg_package_writer_new (mlg_new_file_get_stream (new_file), NULL);
  return add_all (db, ids, writer, issues, error) && mlg_new_file_finish (new_file, NULL, error);
}

static void
part_free (gpointer data)
{
  MlgBundlePart *part = data;

  g_free (part->name);
  g_clear_pointer (&part->bytes, g_bytes_unref);
  g_free (part);
}

static void
on_part (const char *name, GBytes *data, gpointer parts)
{
  MlgBundlePart *part = g_hash_table_lookup (parts, name);

  part->bytes = g_bytes_ref (data);
}

static GPtrArray *
make_parts (GPtrArray *names, GHashTable *by_name)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (guint i = 0; i < names->len; i++)
    {
      MlgBundlePart *part = g_new0 (MlgBundlePart, 1);

      part->name = g_strdup (names->pdata[i]);
      g_ptr_array_add (parts, part);
      g_hash_table_insert (by_name, part->name, part);
    }
  return parts;
}

/**
 * mlg_template_bundle_read:
 * @bytes: a bundle
 * @name: of its file, for messages
 *
 * Reads what is XML in a bundle, with the limits of any package; what else is in it is left aside.
 *
 * Errors: those of mlg_package_new() and mlg_package_read_parts(); %MLG_DOCUMENT_ERROR_UNSUPPORTED when there is no
 * XML in it.
 *
 * Returns: (transfer full) (element-type MlgBundlePart): in the order of their names
 */
GPtrArray *
mlg_template_bundle_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (MlgPackage) package = mlg_package_new (bytes, name, NULL, error);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);

  if (package == NULL)
    return NULL;
  names = mlg_package_list_parts (package, ".xml");
  if (names->len == 0)
    {
      g_set_error (error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_UNSUPPORTED,
                   _ ("%s: there is no template (XML) in this bundle"), name);
      return NULL;
    }
  parts = make_parts (names, by_name);
  return mlg_package_read_parts (package, by_name, on_part, by_name, NULL, error)
             ? g_steal_pointer (&parts)
             : NULL;
}
