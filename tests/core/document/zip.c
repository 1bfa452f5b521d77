/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define ROOM (32 * 1024 * 1024)

struct _TestZip
{
  struct archive *archive; /* (owned) */
  char *buffer;            /* (owned) */
  size_t used;
  gboolean open;
};

TestZip *
test_zip_new (void)
{
  TestZip *self = g_new0 (TestZip, 1);

  self->buffer = g_malloc (ROOM);
  self->archive = archive_write_new ();
  archive_write_set_format_zip (self->archive);
  archive_write_set_bytes_in_last_block (self->archive, 1);
  return self;
}

/* Options must be set before the archive is open, so it is opened with the first part. */
static void
ensure_open (TestZip *self)
{
  if (self->open)
    return;
  self->open = TRUE;
  g_assert_cmpint (archive_write_open_memory (self->archive, self->buffer, ROOM, &self->used), ==,
                   ARCHIVE_OK);
}

static void
add_entry (TestZip *self, struct archive_entry *entry, const void *data, gsize size)
{
  ensure_open (self);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  if (size > 0)
    g_assert_cmpint (archive_write_data (self->archive, data, size), ==, (gssize) size);
  archive_entry_free (entry);
}

static struct archive_entry *
new_entry (const char *name, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname_utf8 (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) size);
  return entry;
}

void
test_zip_add_data (TestZip *self, const char *name, const void *data, gsize size)
{
  archive_write_zip_set_compression_deflate (self->archive);
  add_entry (self, new_entry (name, size), data, size);
}

void
test_zip_add (TestZip *self, const char *name, const char *text)
{
  test_zip_add_data (self, name, text, strlen (text));
}

void
test_zip_add_stored (TestZip *self, const char *name, const char *text)
{
  archive_write_zip_set_compression_store (self->archive);
  add_entry (self, new_entry (name, strlen (text)), text, strlen (text));
}

void
test_zip_add_link (TestZip *self, const char *name, const char *target)
{
  struct archive_entry *entry = new_entry (name, 0);

  archive_entry_set_filetype (entry, AE_IFLNK);
  archive_entry_set_symlink (entry, target);
  add_entry (self, entry, NULL, 0);
}

void
test_zip_set_password (TestZip *self, const char *password)
{
  g_assert_cmpint (archive_write_set_options (self->archive, "zip:encryption=zipcrypt"), ==,
                   ARCHIVE_OK);
  g_assert_cmpint (archive_write_set_passphrase (self->archive, password), ==, ARCHIVE_OK);
}

GBytes *
test_zip_finish (TestZip *self)
{
  GBytes *bytes = NULL;

  ensure_open (self);
  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  bytes = g_bytes_new (self->buffer, self->used);
  archive_write_free (self->archive);
  g_free (self->buffer);
  g_free (self);
  return bytes;
}
