/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-shipped-template.h"

#include <string.h>

#include "document/mlg-document-file.h"

/* The templates that come with the program: files beside its other data, which a network may copy
 * and adapt. */
#define SUFFIX ".xml"

static char *
get_folder (void)
{
  const char *folder = g_getenv ("MLG_DATA_DIR");

  return g_build_filename (folder != NULL ? folder : MLG_DATA_DIR, "templates", NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_shipped_template_list:
 *
 * Lists the templates that come with the program. They are in the folder that the environment
 * variable MLG_DATA_DIR names, else where they were installed.
 *
 * Errors: those of g_dir_open().
 *
 * Returns: (transfer full): their names, such as "convocation", in alphabetical order
 */
GStrv
mlg_shipped_template_list (GError **error)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GDir) entries = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (entries == NULL)
    return NULL;
  while ((entry = g_dir_read_name (entries)) != NULL)
    if (g_str_has_suffix (entry, SUFFIX))
      g_ptr_array_add (names, g_strndup (entry, strlen (entry) - strlen (SUFFIX)));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * mlg_shipped_template_get_path:
 * @name: "convocation"
 *
 * Returns: (transfer full) (nullable): the file of this template, %NULL when none has this name
 */
char *
mlg_shipped_template_get_path (const char *name)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *entry = g_strconcat (name, SUFFIX, NULL);
  g_autofree char *path = g_build_filename (folder, entry, NULL);

  if (*name == '\0' || strchr (name, G_DIR_SEPARATOR) != NULL
      || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  return g_steal_pointer (&path);
}

/**
 * mlg_shipped_template_read:
 * @name: one that mlg_shipped_template_list() gave
 * @issues: see mlg_template_read_xml()
 *
 * Errors: those of reading the file and of mlg_template_read_xml(); %G_FILE_ERROR_NOENT when there
 * is none of this name.
 *
 * Returns: (transfer full): the template
 */
MlgTemplate *
mlg_shipped_template_read (const char *name,
                           MlgIssueList *issues,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *path = mlg_shipped_template_get_path (name);
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, name);
      return NULL;
    }
  bytes = mlg_document_load_file (path, cancellable, error);
  return bytes != NULL ? mlg_template_read_xml (bytes, name, issues, cancellable, error) : NULL;
}

/* Its element is the first one of the file: only its start is looked at. */
static gboolean
is_of (const char *name, const char *attribute)
{
  g_autofree char *path = mlg_shipped_template_get_path (name);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GFileInputStream) stream = file != NULL ? g_file_read (file, NULL, NULL) : NULL;
  char start[4096];
  gsize n = 0;

  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), start, sizeof start, &n, NULL, NULL)
         && g_strstr_len (start, (gssize) n, attribute) != NULL;
}

/**
 * mlg_shipped_template_find:
 * @uri: an identifier
 * @name: (out) (transfer full) (nullable): the template that has it; %NULL for none
 *
 * Errors: those of mlg_shipped_template_list().
 */
gboolean
mlg_shipped_template_find (const char *uri, char **name, GError **error)
{
  g_auto (GStrv) names = mlg_shipped_template_list (error);
  g_autofree char *attribute = g_strdup_printf (" uri=\"%s\"", uri);

  *name = NULL;
  for (guint i = 0; names != NULL && names[i] != NULL && *name == NULL; i++)
    if (is_of (names[i], attribute))
      *name = g_strdup (names[i]);
  return names != NULL;
}
