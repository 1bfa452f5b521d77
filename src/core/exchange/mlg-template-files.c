/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-template-files.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-file.h"
#include "exchange/mlg-eforms.h"
#include "exchange/mlg-template-bundle.h"
#include "library/mlg-outline-plan.h"
#include "store/mlg-action.h"

#define MOST_REASONS 3 /* remarks of a file that are told with its refusal */

struct _MlgTemplateFiles
{
  GPtrArray *files; /* (owned) of MlgTemplateFile */
  MlgLibraryMode mode;
  MlgLibraryImport *import; /* (owned) (nullable) the last one */
};

static void
file_free (gpointer data)
{
  MlgTemplateFile *file = data;

  g_free (file->path);
  g_free (file->name);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_strfreev (file->languages);
  g_free (file->language);
  g_free (file->refusal);
  mlg_issue_list_unref (file->issues);
  g_free (file);
}

static MlgTemplateFile *
file_new (const char *path, char *name)
{
  MlgTemplateFile *file = g_new0 (MlgTemplateFile, 1);

  file->path = g_strdup (path);
  file->name = name;
  file->issues = mlg_issue_list_new ();
  return file;
}

/**
 * mlg_template_files_new:
 *
 * Returns: (transfer full): no files yet, and what is in the library gives way to later revisions. One thread
 *   at a time may look at it.
 */
MlgTemplateFiles *
mlg_template_files_new (void)
{
  MlgTemplateFiles *self = g_atomic_rc_box_new0 (MlgTemplateFiles);

  self->files = g_ptr_array_new_with_free_func (file_free);
  self->mode = MLG_LIBRARY_MERGE;
  return self;
}

/**
 * mlg_template_files_ref:
 *
 * Takes another reference, from any thread; the files are for one thread at a time.
 *
 * Returns: (transfer full): @self
 */
MlgTemplateFiles *
mlg_template_files_ref (MlgTemplateFiles *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  MlgTemplateFiles *self = data;

  g_ptr_array_unref (self->files);
  g_clear_pointer (&self->import, mlg_library_import_free);
}

/**
 * mlg_template_files_unref:
 * @self: (transfer full): files on their way into the library
 *
 * Gives a reference back; the last one frees what was read of the files.
 */
void
mlg_template_files_unref (MlgTemplateFiles *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * mlg_template_files_add:
 * @path: of a file, which is read by mlg_template_files_try() and mlg_template_files_write()
 */
void
mlg_template_files_add (MlgTemplateFiles *self, const char *path)
{
  g_ptr_array_add (self->files, file_new (path, g_path_get_basename (path)));
}

/**
 * mlg_template_files_set_mode:
 * @mode: what becomes of what is in the library already
 */
void
mlg_template_files_set_mode (MlgTemplateFiles *self, MlgLibraryMode mode)
{
  self->mode = mode;
}

/**
 * mlg_template_files_set_language:
 * @file: an index
 * @language: (nullable): of a notice: one of its languages
 */
void
mlg_template_files_set_language (MlgTemplateFiles *self, guint file, const char *language)
{
  MlgTemplateFile *changed;
  char *copy = g_strdup (language);

  g_return_if_fail (file < self->files->len);

  changed = self->files->pdata[file];
  g_free (changed->language);
  changed->language = copy;
}

/**
 * mlg_template_files_get:
 *
 * Returns: (transfer none) (element-type MlgTemplateFile): the files, in their order
 */
GPtrArray *
mlg_template_files_get (MlgTemplateFiles *self)
{
  return self->files;
}

/**
 * mlg_template_files_get_changes:
 *
 * Returns: (transfer none) (nullable) (element-type MlgLibraryChange): what became of all in the files the last
 *   time they were tried or written
 */
GPtrArray *
mlg_template_files_get_changes (MlgTemplateFiles *self)
{
  return self->import != NULL ? mlg_library_import_get_changes (self->import) : NULL;
}

/**
 * mlg_template_files_count:
 *
 * Returns: how many templates or clauses had this fate
 */
guint
mlg_template_files_count (MlgTemplateFiles *self, const MlgKind *kind, MlgLibraryFate fate)
{
  return self->import != NULL ? mlg_library_import_count (self->import, kind, fate) : 0;
}

static MlgTemplate *
read_notice (MlgTemplateFile *file, GBytes *bytes, GError **error)
{
  if (file->languages == NULL)
    file->languages = mlg_eforms_list_languages (bytes, file->name, NULL, error);
  return file->languages != NULL
             ? mlg_eforms_read (bytes, file->name, file->language, file->issues, NULL, error)
             : NULL;
}

static MlgTemplate *
read_document (MlgTemplateFile *file, MlgConnection *db, GBytes *bytes, GError **error)
{
  g_autoptr (MlgDocument) document =
      mlg_document_read_bytes (bytes, file->name, file->issues, NULL, error);
  g_autoptr (MlgOutlinePlan) plan =
      document != NULL ? mlg_outline_plan_new (db, document, error) : NULL;

  return plan != NULL ? mlg_outline_plan_make_template (plan, db, file->issues, error) : NULL;
}

/* Returns: (nullable): always %NULL: a bundle that is still there could not be unpacked, and @error says why */
static MlgTemplate *
refuse_bundle (MlgTemplateFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (GPtrArray) parts = mlg_template_bundle_read (bytes, file->name, error);

  if (parts != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _ ("%s: the file has changed meanwhile; choose it again"), file->name);
  return NULL;
}

static MlgTemplate *
read_file (MlgTemplateFile *file, MlgConnection *db, GError **error)
{
  g_autoptr (GBytes) bytes = file->bytes != NULL ? g_bytes_ref (file->bytes)
                                                 : mlg_document_load_file (file->path, NULL, error);
  g_autofree char *lower = g_ascii_strdown (file->name, -1);

  mlg_issue_list_unref (file->issues);
  file->issues = mlg_issue_list_new ();
  if (bytes == NULL)
    return NULL;
  if (mlg_template_bundle_is_name (file->name))
    return refuse_bundle (file, bytes, error);
  if (mlg_eforms_is_notice (bytes))
    return read_notice (file, bytes, error);
  if (g_str_has_suffix (lower, ".xml"))
    return mlg_template_read_xml (bytes, file->name, file->issues, NULL, error);
  return read_document (file, db, bytes, error);
}

/* Where a file is wrong its first remarks say it best. */
static void
refuse (MlgTemplateFile *file, const GError *error)
{
  GString *text = g_string_new (error->message);
  guint n = mlg_issue_list_get_n (file->issues);

  for (guint i = 0; i < MIN (n, MOST_REASONS); i++)
    {
      g_autofree char *line = mlg_issue_to_text (mlg_issue_list_get (file->issues, i));

      if (g_strcmp0 (line, error->message) != 0)
        g_string_append_printf (text, "\n%s", line);
    }
  g_free (file->refusal);
  file->refusal = g_string_free (text, FALSE);
}

/* In the place of a bundle stand the templates in it. One that cannot be read stays, to be refused with its reason.
 * Returns: how many files there are where it stood */
static guint
unpack (MlgTemplateFiles *self, guint i)
{
  MlgTemplateFile *bundle = self->files->pdata[i];
  g_autofree char *path = g_strdup (bundle->path);
  g_autofree char *name = g_strdup (bundle->name);
  g_autoptr (GBytes) bytes = mlg_document_load_file (path, NULL, NULL);
  g_autoptr (GPtrArray) parts = bytes != NULL ? mlg_template_bundle_read (bytes, name, NULL) : NULL;

  if (parts == NULL)
    return 1;
  g_ptr_array_remove_index (self->files, i);
  for (guint j = 0; j < parts->len; j++)
    {
      const MlgBundlePart *part = parts->pdata[j];
      MlgTemplateFile *file = file_new (path, g_strconcat (name, "/", part->name, NULL));

      file->bytes = g_bytes_ref (part->bytes);
      g_ptr_array_insert (self->files, (int) (i + j), file);
    }
  return parts->len;
}

static void
unpack_bundles (MlgTemplateFiles *self)
{
  for (guint i = 0; i < self->files->len;)
    {
      MlgTemplateFile *file = self->files->pdata[i];

      i += file->bytes == NULL && mlg_template_bundle_is_name (file->name) ? unpack (self, i) : 1;
    }
}

static gboolean
start (MlgTemplateFiles *self, MlgConnection *db, GError **error)
{
  unpack_bundles (self);
  g_clear_pointer (&self->import, mlg_library_import_free);
  self->import = mlg_library_import_new (db, self->mode);
  return mlg_connection_report (db, 0, NULL, error);
}

/* Returns: %FALSE when a file failed half-way: it is refused, and nothing of it must stay */
static gboolean
try_files (MlgTemplateFiles *self, MlgConnection *db, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      MlgTemplateFile *file = self->files->pdata[i];
      g_autoptr (GError) reason = NULL;
      g_autoptr (MlgTemplate) template = NULL;

      if (file->refusal != NULL)
        continue;
      template = read_file (file, db, &reason);
      if (template == NULL)
        refuse (file, reason);
      else if (!mlg_library_import_template (self->import, template, file->name, file->issues,
                                             &reason))
        {
          refuse (file, reason);
          return FALSE;
        }
      if (!mlg_connection_report (db, (double) (i + 1) / self->files->len, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_template_files_try:
 * @db: a connection that may write, outside an action: what is written is taken back
 *
 * Sees what would become of the files, of which some may be refused. What was refused before is read again.
 *
 * Returns: %FALSE with @error set when it was cancelled, or when the library cannot be read
 */
gboolean
mlg_template_files_try (MlgTemplateFiles *self, MlgConnection *db, GError **error)
{
  GError *failed = NULL;
  gboolean done = FALSE;

  for (guint i = 0; i < self->files->len; i++)
    g_clear_pointer (&((MlgTemplateFile *) self->files->pdata[i])->refusal, g_free);
  while (!done && failed == NULL)
    {
      if (!mlg_connection_begin (db, _ ("Import templates"), error))
        return FALSE;
      done = start (self, db, &failed) && try_files (self, db, &failed);
      mlg_connection_rollback (db);
    }
  if (failed != NULL)
    g_propagate_error (error, failed);
  return done;
}

/**
 * mlg_template_files_write:
 * @db: a connection, in an action
 *
 * Takes into the library all files that were not refused. It is all of them or nothing.
 */
gboolean
mlg_template_files_write (MlgTemplateFiles *self, MlgConnection *db, GError **error)
{
  if (!start (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      MlgTemplateFile *file = self->files->pdata[i];
      g_autoptr (MlgTemplate) template = NULL;

      if (file->refusal != NULL)
        continue;
      template = read_file (file, db, error);
      if (template == NULL
          || !mlg_library_import_template (self->import, template, file->name, file->issues, error)
          || !mlg_connection_report (db, (double) (i + 1) / self->files->len, NULL, error))
        return FALSE;
    }
  return TRUE;
}
