/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "mlg-new-file.h"

/* Files are written in a folder beside, of the same file system, and renamed into place. */
struct _MlgDossierFolder
{
  char *path;       /* (owned) where it will be */
  char *aside;      /* (owned) (nullable) where it is being made */
  GPtrArray *names; /* (owned) (element-type utf8) files, from the folder */
};

/* Readable as other folders are: those of g_mkdtemp() are one's own only. */
#define MODE 0755

static gboolean
fail (GError **error, const char *path)
{
  int code = errno;

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/**
 * mlg_dossier_folder_new:
 * @path: the folder to make, or to add to when it is there
 *
 * Errors: #GFileError, when a folder cannot be made beside @path, or @path is a file.
 *
 * Returns: (transfer full): a folder, of which nothing is at @path yet
 */
MlgDossierFolder *
mlg_dossier_folder_new (const char *path, GError **error)
{
  g_autoptr (MlgDossierFolder) self = g_new0 (MlgDossierFolder, 1);
  g_autofree char *parent = NULL;
  g_autofree char *name = NULL;
  g_autofree char *aside = NULL;

  self->path = g_canonicalize_filename (path, NULL);
  self->names = g_ptr_array_new_with_free_func (g_free);
  parent = g_path_get_dirname (self->path);
  name = g_path_get_basename (self->path);
  aside = g_strdup_printf ("%s/.%s.XXXXXX", parent, name);
  if (g_file_test (self->path, G_FILE_TEST_EXISTS) && !g_file_test (self->path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR, _ ("%s: this is a file, not a folder"),
                   path);
      return NULL;
    }
  if (g_mkdir_with_parents (parent, MODE) != 0 || g_mkdtemp_full (aside, MODE) == NULL)
    {
      fail (error, parent);
      return NULL;
    }
  self->aside = g_steal_pointer (&aside);
  return g_steal_pointer (&self);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) entries = g_dir_open (path, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, entry, NULL);

      /* A link is removed, not what it leads to. */
      if (g_file_test (inside, G_FILE_TEST_IS_DIR) && !g_file_test (inside, G_FILE_TEST_IS_SYMLINK))
        remove_all (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

/**
 * mlg_dossier_folder_free:
 *
 * Removes what was made aside and not published.
 */
void
mlg_dossier_folder_free (MlgDossierFolder *self)
{
  if (self->aside != NULL)
    remove_all (self->aside);
  g_free (self->path);
  g_free (self->aside);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

/**
 * mlg_dossier_folder_add:
 * @name: of a file, maybe in a folder: "pdf/01-agenda.pdf"
 *
 * Returns: (transfer full): where to write it; %NULL with @error set
 */
char *
mlg_dossier_folder_add (MlgDossierFolder *self, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (self->aside, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  if (g_mkdir_with_parents (parent, MODE) != 0)
    {
      fail (error, parent);
      return NULL;
    }
  g_ptr_array_add (self->names, g_strdup (name));
  return g_steal_pointer (&path);
}

/**
 * mlg_dossier_folder_write:
 * @name: of a file, maybe in a folder
 * @bytes: the whole content
 *
 * Returns: whether it was written
 */
gboolean
mlg_dossier_folder_write (MlgDossierFolder *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = mlg_dossier_folder_add (self, name, error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  return file != NULL && mlg_new_file_write (file, bytes, NULL, error);
}

static gboolean
move (MlgDossierFolder *self, const char *name, GError **error)
{
  g_autofree char *from = g_build_filename (self->aside, name, NULL);
  g_autofree char *to = g_build_filename (self->path, name, NULL);
  g_autofree char *parent = g_path_get_dirname (to);

  if (g_mkdir_with_parents (parent, MODE) != 0)
    return fail (error, parent);
  return g_rename (from, to) == 0 || fail (error, to);
}

/**
 * mlg_dossier_folder_publish:
 *
 * Puts what was made in its place. A folder that is not there yet comes with all its files at once; in one
 * that is there, each file takes the place of its former version, and the others stay.
 */
gboolean
mlg_dossier_folder_publish (MlgDossierFolder *self, GError **error)
{
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      if (g_rename (self->aside, self->path) != 0)
        return fail (error, self->path);
      g_clear_pointer (&self->aside, g_free);
      return TRUE;
    }
  for (guint i = 0; i < self->names->len; i++)
    if (!move (self, self->names->pdata[i], error))
      return FALSE;
  return TRUE;
}

/**
 * mlg_dossier_folder_list:
 *
 * Returns: (transfer full): the files, in the order in which they were added
 */
GStrv
mlg_dossier_folder_list (const MlgDossierFolder *self)
{
  GStrv names = g_new0 (char *, self->names->len + 1);

  for (guint i = 0; i < self->names->len; i++)
    names[i] = g_strdup (self->names->pdata[i]);
  return names;
}
