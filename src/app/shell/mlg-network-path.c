/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-network-path.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".maillage"

/* Where network files are put, and how they are called. */

/**
 * mlg_network_path_get_documents:
 *
 * Returns: (transfer full): the person's folder of documents, or their home
 */
char *
mlg_network_path_get_documents (void)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);

  if (documents == NULL || !g_file_test (documents, G_FILE_TEST_IS_DIR))
    documents = g_get_home_dir ();
  return g_strdup (documents);
}

/* The name as one of a file on any system, also on a shared drive: "Lille / Roubaix" is "Lille - Roubaix". */
static char *
clean_name (const char *name)
{
  char *clean = g_strstrip (g_strdup (name));

  g_strdelimit (clean, "/\\:*?\"<>|\n\r\t", '-');
  if (*clean == '.')
    *clean = '-';
  if (*clean == '\0')
    {
      g_free (clean);
      clean = g_strdup (_ ("Network"));
    }
  return clean;
}

/**
 * mlg_network_path_propose:
 * @folder: where to put it
 * @name: the network's name, as a person wrote it
 *
 * Returns: (transfer full): the path of a file that does not exist yet
 */
char *
mlg_network_path_propose (const char *folder, const char *name)
{
  g_autofree char *clean = clean_name (name);
  g_autofree char *file = g_strconcat (clean, SUFFIX, NULL);
  char *path = g_build_filename (folder, file, NULL);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u" SUFFIX, clean, i);

      g_free (path);
      path = g_build_filename (folder, numbered, NULL);
    }
  return path;
}

/**
 * mlg_network_path_complete:
 * @path: what a person chose
 *
 * Returns: (transfer full): @path with the suffix of network files
 */
char *
mlg_network_path_complete (const char *path)
{
  return g_str_has_suffix (path, SUFFIX) ? g_strdup (path) : g_strconcat (path, SUFFIX, NULL);
}

/**
 * mlg_network_path_dup_title:
 * @path: a network file
 *
 * Returns: (transfer full): its name without folder and suffix
 */
char *
mlg_network_path_dup_title (const char *path)
{
  char *name = g_path_get_basename (path);

  if (g_str_has_suffix (name, SUFFIX) && strlen (name) > strlen (SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  return name;
}
