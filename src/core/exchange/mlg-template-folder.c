/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "library/mlg-compose.h"
#include "mlg-new-file.h"
#include "store/mlg-fold.h"

/* "Nettoyage des locaux" as "nettoyage-des-locaux", for the name of a file. */
static char *
make_name (const char *title)
{
  g_autofree char *folded = mlg_fold (title);
  GString *name = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, *p);
    else if (name->len > 0 && name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  if (name->len > 0 && name->str[name->len - 1] == '-')
    g_string_truncate (name, name->len - 1);
  if (name->len == 0)
    g_string_append (name, "template");
  return g_string_free (name, FALSE);
}

/**
 * mlg_template_folder_choose_name:
 * @title: of a template
 * @taken: (element-type utf8): gets the name; two templates of one title get two
 *
 * Returns: (transfer full): the name of a file for it
 */
char *
mlg_template_folder_choose_name (const char *title, GHashTable *taken)
{
  g_autofree char *name = make_name (title);
  char *file = g_strconcat (name, ".xml", NULL);

  for (guint n = 2; g_hash_table_contains (taken, file); n++)
    {
      g_free (file);
      file = g_strdup_printf ("%s-%u.xml", name, n);
    }
  g_hash_table_add (taken, g_strdup (file));
  return file;
}

static char *
choose_path (const char *folder, const char *title, GHashTable *taken)
{
  g_autofree char *file = mlg_template_folder_choose_name (title, taken);

  return g_build_filename (folder, file, NULL);
}

static char *
write_one (MlgConnection *db,
           gint64 id,
           const char *folder,
           GHashTable *taken,
           MlgIssueList *issues,
           GError **error)
{
  g_autoptr (MlgTemplate) template = mlg_compose_template (db, id, issues, error);
  g_autofree char *title = template != NULL ? mlg_template_get_title (template) : NULL;
  g_autofree char *path = template != NULL ? choose_path (folder, title, taken) : NULL;
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GBytes) bytes = template != NULL ? mlg_template_to_xml (template) : NULL;

  return bytes != NULL && mlg_new_file_write (file, bytes, NULL, error) ? g_steal_pointer (&path)
                                                                        : NULL;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int code;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", folder,
               g_strerror (code));
  return FALSE;
}

/**
 * mlg_template_folder_write:
 * @ids: (element-type gint64): of templates of the library
 * @folder: is made where it is not there; files of the same names are replaced
 * @issues: gets what had to be left aside
 *
 * Writes each template to an XML file of its own, called by its title.
 *
 * Returns: (transfer full) (element-type filename): the files; %NULL with @error set, where some may be there
 */
GPtrArray *
mlg_template_folder_write (
    MlgConnection *db, GArray *ids, const char *folder, MlgIssueList *issues, GError **error)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (!make_folder (folder, error))
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      char *path = write_one (db, id, folder, taken, issues, error);

      if (path == NULL || !mlg_connection_report (db, (double) (i + 1) / ids->len, NULL, error))
        {
          g_free (path);
          return NULL;
        }
      g_ptr_array_add (paths, path);
    }
  return g_steal_pointer (&paths);
}
