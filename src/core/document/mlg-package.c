/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

/* Parts are unpacked one after the other, never to the disk, and counted while they are: what the
 * archive says of its own sizes is not believed. */

#define CHUNK (64 * 1024)

const MlgPackageLimits mlg_package_default_limits = {
  .max_file = G_GUINT64_CONSTANT (256) * 1024 * 1024,
  .max_parts = 10000,
  .max_part = G_GUINT64_CONSTANT (128) * 1024 * 1024,
  .max_total = G_GUINT64_CONSTANT (512) * 1024 * 1024,
  .max_depth = 16,
  .max_ratio = 250,
  .ratio_from = G_GUINT64_CONSTANT (16) * 1024 * 1024,
};

struct _MlgPackage
{
  GBytes *bytes; /* (owned) */
  char *name;    /* (owned) the file as people know it */
  MlgPackageLimits limits;
  GHashTable *parts; /* (owned) (element-type utf8) the names of the files in it */
  guint64 unpacked;  /* bytes, since the package was opened */
};

typedef struct archive MlgArchive;

static void
archive_close_and_free (MlgArchive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgArchive, archive_close_and_free)

/* libarchive turns names into the character set of the locale, where "été" may not exist. While it reads
 * names, this thread has one where all do. */
typedef struct
{
  locale_t names;  /* (owned) (nullable) */
  locale_t former; /* of the thread */
} MlgNameLocale;

static MlgNameLocale
name_locale_enter (void)
{
  locale_t base = duplocale (uselocale ((locale_t) 0));
  locale_t names = newlocale (LC_CTYPE_MASK, "C.UTF-8", base);

  if (names == (locale_t) 0)
    freelocale (base);
  return (MlgNameLocale){ names, names != (locale_t) 0 ? uselocale (names) : (locale_t) 0 };
}

static void
name_locale_leave (MlgNameLocale *self)
{
  if (self->names == (locale_t) 0)
    return;
  uselocale (self->former);
  freelocale (self->names);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MlgNameLocale, name_locale_leave)

G_GNUC_PRINTF (4, 5)
static gboolean
refuse (const MlgPackage *self, MlgDocumentError code, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, MLG_DOCUMENT_ERROR, (int) code, "%s: %s", self->name, reason);
  return FALSE;
}

static gboolean
refuse_damaged (const MlgPackage *self, MlgArchive *archive, GError **error)
{
  const char *reason = archive_error_string (archive);

  if (reason != NULL && strstr (reason, "ncrypt") != NULL)
    return refuse (self, MLG_DOCUMENT_ERROR_ENCRYPTED, error,
                   _ ("the file is protected by a password: save it without one"));
  return refuse (self, MLG_DOCUMENT_ERROR_DAMAGED, error, _ ("the package is damaged: %s"),
                 reason != NULL ? reason : "");
}

static gboolean
refuse_size (const MlgPackage *self, guint64 most, GError **error)
{
  g_autofree char *text = g_format_size (most);

  return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                 _ ("unpacked, the file would take more than %s"), text);
}

static MlgArchive *
open_archive (const MlgPackage *self, GError **error)
{
  g_autoptr (MlgArchive) archive = archive_read_new ();
  gsize size = 0;
  const void *data = g_bytes_get_data (self->bytes, &size);

  archive_read_support_filter_none (archive);
  archive_read_support_format_zip_seekable (archive);
  archive_read_set_options (archive, "hdrcharset=UTF-8");
  if (archive_read_open_memory (archive, data, size) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  refuse_damaged (self, archive, error);
  return NULL;
}

/* The name of the part, or NULL for one that is not text: no document refers to such a part. */
static char *
entry_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  if (name == NULL)
    name = archive_entry_pathname (entry);
  if (name == NULL || !g_utf8_validate (name, -1, NULL))
    return NULL;
  while (g_str_has_prefix (name, "./"))
    name += 2;
  return g_strdup (name);
}

static gboolean
check_name (const MlgPackage *self, const char *name, GError **error)
{
  g_auto (GStrv) steps = g_strsplit (name, "/", -1);

  if (name[0] == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL
      || g_strv_contains ((const char *const *) steps, ".."))
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                   _ ("the part \"%s\" points outside of the package"), name);
  if (g_strv_length (steps) > self->limits.max_depth + 1)
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                   _ ("more than %u folders inside one another"), self->limits.max_depth);
  return TRUE;
}

static gboolean
check_kind (const MlgPackage *self, struct archive_entry *entry, GError **error)
{
  if (archive_entry_is_encrypted (entry))
    return refuse (self, MLG_DOCUMENT_ERROR_ENCRYPTED, error,
                   _ ("the file is protected by a password: save it without one"));
  if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL
      || (archive_entry_filetype (entry) != AE_IFREG && archive_entry_filetype (entry) != AE_IFDIR))
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                   _ ("the package holds a link or a device"));
  return TRUE;
}

static gboolean
is_bomb (const MlgPackage *self, guint64 unpacked)
{
  return unpacked > self->limits.ratio_from
         && unpacked / MAX (g_bytes_get_size (self->bytes), 1) >= self->limits.max_ratio;
}

/* What one more entry promises, before anything is unpacked. */
static gboolean
check_entry (MlgPackage *self, struct archive_entry *entry, guint64 *promised, GError **error)
{
  g_autofree char *name = entry_name (entry);

  if (!check_kind (self, entry, error) || (name != NULL && !check_name (self, name, error)))
    return FALSE;
  if (archive_entry_size_is_set (entry))
    *promised += (guint64) MAX (archive_entry_size (entry), 0);
  if (*promised > self->limits.max_total)
    return refuse_size (self, self->limits.max_total, error);
  if (is_bomb (self, *promised))
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                   _ ("unpacked, the file would be more than %u times larger"),
                   self->limits.max_ratio);
  if (name == NULL || archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  if (!g_hash_table_add (self->parts, g_strdup (name)))
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error, _ ("two parts have the name \"%s\""),
                   name);
  return TRUE;
}

static gboolean
scan (MlgPackage *self, GError **error)
{
  g_auto (MlgNameLocale) locale G_GNUC_UNUSED = name_locale_enter ();
  g_autoptr (MlgArchive) archive = open_archive (self, error);
  struct archive_entry *entry = NULL;
  guint64 promised = 0;
  guint n_entries = 0;
  int result = ARCHIVE_OK;

  if (archive == NULL)
    return FALSE;
  while ((result = archive_read_next_header (archive, &entry)) >= ARCHIVE_WARN
         && result != ARCHIVE_EOF)
    {
      if (++n_entries > self->limits.max_parts)
        return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                       _ ("the package holds more than %u parts"), self->limits.max_parts);
      if (!check_entry (self, entry, &promised, error))
        return FALSE;
    }
  return result == ARCHIVE_EOF || refuse_damaged (self, archive, error);
}

/**
 * mlg_package_is_package:
 * @bytes: the beginning of a file
 *
 * Returns: whether it begins as ZIP archives do
 */
gboolean
mlg_package_is_package (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && data[0] == 'P' && data[1] == 'K'
         && ((data[2] == 3 && data[3] == 4) || (data[2] == 5 && data[3] == 6));
}

/**
 * mlg_package_new:
 * @bytes: a ZIP archive
 * @name: the file as people know it, for messages
 * @limits: (nullable): what it may cost, or %NULL for mlg_package_default_limits
 * @error: see #MlgDocumentError
 *
 * Looks at every entry before any is unpacked, and refuses the package for one that is encrypted, a
 * link, outside of it, named twice, or too large. May be called from any thread.
 *
 * Returns: (transfer full) (nullable): the package
 */
MlgPackage *
mlg_package_new (GBytes *bytes, const char *name, const MlgPackageLimits *limits, GError **error)
{
  g_autoptr (MlgPackage) self = g_new0 (MlgPackage, 1);

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  self->limits = limits != NULL ? *limits : mlg_package_default_limits;
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_bytes_get_size (bytes) > self->limits.max_file)
    {
      g_autofree char *most = g_format_size (self->limits.max_file);

      refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error, _ ("the file is larger than %s"), most);
      return NULL;
    }
  return scan (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mlg_package_free:
 * @self: (transfer full): a package
 *
 * Closes a package and frees what was unpacked of it; the bytes of parts that were given out live
 * on with their references.
 */
void
mlg_package_free (MlgPackage *self)
{
  g_return_if_fail (self != NULL);

  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->parts);
  g_free (self->name);
  g_free (self);
}

/**
 * mlg_package_has_part:
 *
 * Returns: whether the package holds a file of this name
 */
gboolean
mlg_package_has_part (const MlgPackage *self, const char *part)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return part != NULL && g_hash_table_contains (self->parts, part);
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_package_list_parts:
 * @ending: of the names, in lower case
 *
 * Returns: (transfer full) (element-type utf8): the names of the files in it that end so, in their order
 */
GPtrArray *
mlg_package_list_parts (const MlgPackage *self, const char *ending)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL && ending != NULL, names);

  g_hash_table_iter_init (&iter, self->parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      if (g_str_has_suffix (lower, ending))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static gboolean
check_growth (MlgPackage *self, guint64 size, GError **error)
{
  if (size > self->limits.max_part)
    return refuse_size (self, self->limits.max_part, error);
  if (self->unpacked > self->limits.max_total)
    return refuse_size (self, self->limits.max_total, error);
  if (is_bomb (self, self->unpacked))
    return refuse (self, MLG_DOCUMENT_ERROR_REFUSED, error,
                   _ ("unpacked, the file would be more than %u times larger"),
                   self->limits.max_ratio);
  return TRUE;
}

static GBytes *
unpack (MlgPackage *self, MlgArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  la_ssize_t n = 0;

  for (;;)
    {
      guint length = data->len;

      g_byte_array_set_size (data, length + CHUNK);
      n = archive_read_data (archive, data->data + length, CHUNK);
      g_byte_array_set_size (data, length + (guint) MAX (n, 0));
      if (n == ARCHIVE_RETRY)
        continue;
      if (n <= 0)
        break;
      self->unpacked += (guint64) n;
      if (!check_growth (self, data->len, error)
          || g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&data));
  refuse_damaged (self, archive, error);
  return NULL;
}

/**
 * mlg_package_read_parts:
 * @self: a package
 * @parts: (element-type utf8): the names of the parts wanted
 * @func: (scope call): called with each of them that exists
 * @user_data: for @func
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError
 *
 * Unpacks several parts in one pass, in the order of the package.
 *
 * Returns: whether all went well, even if some parts do not exist
 */
gboolean
mlg_package_read_parts (MlgPackage *self,
                        GHashTable *parts,
                        MlgPackageFunc func,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (MlgNameLocale) locale G_GNUC_UNUSED = name_locale_enter ();
  g_autoptr (MlgArchive) archive = NULL;
  struct archive_entry *entry = NULL;
  guint left = 0;

  g_return_val_if_fail (self != NULL && parts != NULL && func != NULL, FALSE);

  archive = open_archive (self, error);
  if (archive == NULL)
    return FALSE;
  left = g_hash_table_size (parts);
  while (left > 0 && archive_read_next_header (archive, &entry) >= ARCHIVE_WARN && entry != NULL)
    {
      g_autofree char *name = entry_name (entry);
      g_autoptr (GBytes) data = NULL;

      if (name == NULL || !g_hash_table_contains (parts, name)
          || archive_entry_filetype (entry) == AE_IFDIR)
        continue;
      data = unpack (self, archive, cancellable, error);
      if (data == NULL)
        return FALSE;
      func (name, data, user_data);
      left--;
    }
  return TRUE;
}

static void
keep_data (const char *name G_GNUC_UNUSED, GBytes *data, gpointer user_data)
{
  GBytes **kept = user_data;

  g_clear_pointer (kept, g_bytes_unref);
  *kept = g_bytes_ref (data);
}

/**
 * mlg_package_read_part:
 * @self: a package
 * @part: the name of the part
 * @cancellable: (nullable): to stop from another thread
 * @error: see #MlgDocumentError; %MLG_DOCUMENT_ERROR_DAMAGED when there is no such part
 *
 * Returns: (transfer full) (nullable): what the part holds
 */
GBytes *
mlg_package_read_part (MlgPackage *self,
                       const char *part,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GHashTable) parts = g_hash_table_new (g_str_hash, g_str_equal);
  GBytes *data = NULL;

  g_return_val_if_fail (self != NULL && part != NULL, NULL);

  g_hash_table_add (parts, (gpointer) part);
  if (!mlg_package_read_parts (self, parts, keep_data, &data, cancellable, error))
    {
      g_clear_pointer (&data, g_bytes_unref);
      return NULL;
    }
  if (data == NULL)
    refuse (self, MLG_DOCUMENT_ERROR_DAMAGED, error, _ ("the part \"%s\" is missing"), part);
  return data;
}
