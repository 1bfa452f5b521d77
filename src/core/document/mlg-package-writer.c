/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-package-writer.h"

#include <string.h>

/* ZIP archives as office files want them (APPNOTE 6.3.3, sections 4.3.7 to 4.3.16). libarchive
 * reads ours but does not write them: it puts extra fields into every header, which OpenDocument
 * 1.3 part 2 section 3.3 forbids before the media type, and the owner and the hour, which would
 * make two files of the same document differ. */

#define LOCAL_HEADER   0x04034b50
#define CENTRAL_HEADER 0x02014b50
#define CENTRAL_END    0x06054b50
#define VERSION        20
#define NAMES_ARE_UTF8 (1 << 11)
/* Twice as fast as the usual level, and a sixth larger on texts of offices. */
#define LEVEL     3
#define STORED    0
#define DEFLATED  8
#define FIRST_DAY ((1 << 5) | 1) /* 1 January 1980 */

/* Parts are packed and written in a thread, in their order, while the next ones are made. */
struct _MlgPackageWriter
{
  GAsyncQueue *queue;    /* (owned) (element-type Part) */
  GThread *thread;       /* (owned) (nullable) until it has written all; what follows is its own */
  GOutputStream *stream; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GByteArray *directory;     /* (owned) the entries so far, as the end of the file lists them */
  GError *error;             /* (owned) (nullable) the first one: nothing is written after it */
  guint n_parts;
  guint32 offset; /* bytes written */
  guint16 day;    /* as MS-DOS counts */
};

typedef struct
{
  char *name;   /* (owned) (nullable) without a name there are no more parts */
  GBytes *data; /* (owned) (nullable) */
  guint method;
  guint16 day;
} Part;

static void
put16 (GByteArray *out, guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  g_byte_array_append (out, (const guint8 *) &little, 2);
}

static void
put32 (GByteArray *out, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *) &little, 4);
}

#define CRC_BYTES 8

/* What eight bytes do to a checksum (CRC-32 of ISO 3309), each according to its place. */
static const guint32 (*get_crc_tables (void))[256]
{
  static guint32 tables[CRC_BYTES][256];
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint32 i = 0; i < 256; i++)
        {
          tables[0][i] = i;
          for (int bit = 0; bit < 8; bit++)
            tables[0][i] = (tables[0][i] >> 1) ^ ((tables[0][i] & 1) != 0 ? 0xedb88320 : 0);
        }
      for (guint32 i = 0; i < 256; i++)
        for (int place = 1; place < CRC_BYTES; place++)
          tables[place][i] = (tables[place - 1][i] >> 8) ^ tables[0][tables[place - 1][i] & 0xff];
      g_once_init_leave (&done, 1);
    }
  return (const guint32 (*)[256]) tables;
}

static guint32
get32 (const guint8 *data)
{
  guint32 little = 0;

  memcpy (&little, data, sizeof little);
  return GUINT32_FROM_LE (little);
}

static guint32
checksum (GBytes *bytes)
{
  const guint32 (*t)[256] = get_crc_tables ();
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 crc = G_MAXUINT32;

  for (; size >= CRC_BYTES; size -= CRC_BYTES, data += CRC_BYTES)
    {
      guint32 one = crc ^ get32 (data), two = get32 (data + 4);

      crc = t[7][one & 0xff] ^ t[6][(one >> 8) & 0xff] ^ t[5][(one >> 16) & 0xff] ^ t[4][one >> 24]
            ^ t[3][two & 0xff] ^ t[2][(two >> 8) & 0xff] ^ t[1][(two >> 16) & 0xff]
            ^ t[0][two >> 24];
    }
  for (; size > 0; size--, data++)
    crc = t[0][(crc ^ *data) & 0xff] ^ (crc >> 8);
  return ~crc;
}

/* A quarter holds most texts at once. */
static GBytes *
deflate (GBytes *bytes, GError **error)
{
  g_autoptr (GConverter) compressor =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL));
  gsize size = 0, done = 0, used = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize room = size / 4 + 1024;
  g_autofree guint8 *packed = g_malloc (room);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      if (used == room)
        packed = g_realloc (packed, room *= 2);
      result =
          g_converter_convert (compressor, data + done, size - done, packed + used, room - used,
                               G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      done += n_read;
      used += n_written;
    }
  return g_bytes_new_take (g_steal_pointer (&packed), used);
}

static gboolean
write_out (MlgPackageWriter *self, const void *data, gsize size, GError **error)
{
  if (size > G_MAXUINT32 - self->offset)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "a package holds at most 4 GiB");
      return FALSE;
    }
  self->offset += (guint32) size;
  return g_output_stream_write_all (self->stream, data, size, NULL, self->cancellable, error);
}

/* What the header of a part and its line in the directory have in common. */
static void
put_description (GByteArray *out, const Part *part, guint32 sum, GBytes *packed)
{
  put16 (out, VERSION);
  put16 (out, NAMES_ARE_UTF8);
  put16 (out, part->method);
  put16 (out, 0); /* midnight */
  put16 (out, part->day);
  put32 (out, sum);
  put32 (out, (guint32) g_bytes_get_size (packed));
  put32 (out, (guint32) g_bytes_get_size (part->data));
  put16 (out, (guint) strlen (part->name));
  put16 (out, 0); /* no extra field */
}

static gboolean
write_part (MlgPackageWriter *self, const Part *part, GError **error)
{
  g_autoptr (GBytes) packed =
      part->method == DEFLATED ? deflate (part->data, error) : g_bytes_ref (part->data);
  g_autoptr (GByteArray) header = g_byte_array_new ();
  guint32 sum = checksum (part->data);
  guint length = (guint) strlen (part->name);

  if (packed == NULL)
    return FALSE;
  put32 (self->directory, CENTRAL_HEADER);
  put16 (self->directory, VERSION);
  put_description (self->directory, part, sum, packed);
  put16 (self->directory, 0); /* no comment */
  put16 (self->directory, 0); /* first disk */
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, self->offset);
  g_byte_array_append (self->directory, (const guint8 *) part->name, length);
  self->n_parts++;

  put32 (header, LOCAL_HEADER);
  put_description (header, part, sum, packed);
  g_byte_array_append (header, (const guint8 *) part->name, length);
  return write_out (self, header->data, header->len, error)
         && write_out (self, g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), error);
}

static void
part_free (Part *part)
{
  g_free (part->name);
  g_clear_pointer (&part->data, g_bytes_unref);
  g_free (part);
}

static gpointer
write_parts (gpointer data)
{
  MlgPackageWriter *self = data;
  gboolean more = TRUE;

  while (more)
    {
      Part *part = g_async_queue_pop (self->queue);

      more = part->name != NULL;
      if (more && self->error == NULL)
        write_part (self, part, &self->error);
      part_free (part);
    }
  return NULL;
}

static void
push (MlgPackageWriter *self, const char *name, guint method, GBytes *data)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_strdup (name);
  part->method = method;
  part->data = data != NULL ? g_bytes_ref (data) : NULL;
  part->day = self->day;
  g_async_queue_push (self->queue, part);
}

static void
wait_for_parts (MlgPackageWriter *self)
{
  push (self, NULL, STORED, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * mlg_package_writer_new:
 * @stream: where to write, from another thread until the writer has finished or is freed; it is
 *   not closed
 * @cancellable: (nullable): to stop from another thread
 *
 * Returns: (transfer full): a writer; nothing is a package until mlg_package_writer_finish()
 */
MlgPackageWriter *
mlg_package_writer_new (GOutputStream *stream, GCancellable *cancellable)
{
  MlgPackageWriter *self = g_new0 (MlgPackageWriter, 1);

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->directory = g_byte_array_new ();
  self->day = FIRST_DAY;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("package", write_parts, self);
  return self;
}

void
mlg_package_writer_free (MlgPackageWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->thread != NULL)
    wait_for_parts (self);
  g_async_queue_unref (self->queue);
  g_clear_error (&self->error);
  g_object_unref (self->stream);
  g_clear_object (&self->cancellable);
  g_byte_array_unref (self->directory);
  g_free (self);
}

/**
 * mlg_package_writer_set_date:
 * @self: a writer
 * @date: (nullable): the date of all parts, YYYY-MM-DD; without it, or before 1980, it is the first
 *   day that the format knows
 */
void
mlg_package_writer_set_date (MlgPackageWriter *self, const char *date)
{
  g_auto (GStrv) parts = g_strsplit (date != NULL ? date : "", "-", 3);
  guint64 year = 0, month = 0, day = 0;

  g_return_if_fail (self != NULL);

  self->day = FIRST_DAY;
  if (g_strv_length (parts) == 3
      && g_ascii_string_to_unsigned (parts[0], 10, 1980, 2107, &year, NULL)
      && g_ascii_string_to_unsigned (parts[1], 10, 1, 12, &month, NULL)
      && g_ascii_string_to_unsigned (parts[2], 10, 1, 31, &day, NULL))
    self->day = (guint16) (((year - 1980) << 9) | (month << 5) | day);
}

/**
 * mlg_package_writer_add_stored:
 * @self: a writer
 * @name: the part
 * @data: what it holds, which is written as it is
 *
 * What goes wrong is told by mlg_package_writer_finish().
 */
void
mlg_package_writer_add_stored (MlgPackageWriter *self, const char *name, GBytes *data)
{
  g_return_if_fail (self != NULL && name != NULL && data != NULL);

  push (self, name, STORED, data);
}

/**
 * mlg_package_writer_add:
 * @self: a writer
 * @name: the part
 * @data: what it holds, which is packed
 *
 * What goes wrong is told by mlg_package_writer_finish().
 */
void
mlg_package_writer_add (MlgPackageWriter *self, const char *name, GBytes *data)
{
  g_return_if_fail (self != NULL && name != NULL && data != NULL);

  push (self, name, DEFLATED, data);
}

/**
 * mlg_package_writer_finish:
 * @self: a writer, to which nothing can be added afterwards
 * @error: #GIOErrorEnum
 *
 * Waits for the parts, and writes their directory.
 *
 * Returns: whether all of the package was written
 */
gboolean
mlg_package_writer_finish (MlgPackageWriter *self, GError **error)
{
  guint32 start = 0;
  guint size = 0;

  g_return_val_if_fail (self != NULL && self->thread != NULL, FALSE);

  wait_for_parts (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  start = self->offset;
  size = self->directory->len;
  put32 (self->directory, CENTRAL_END);
  put16 (self->directory, 0); /* one disk */
  put16 (self->directory, 0);
  put16 (self->directory, self->n_parts);
  put16 (self->directory, self->n_parts);
  put32 (self->directory, size);
  put32 (self->directory, start);
  put16 (self->directory, 0); /* no comment */
  return write_out (self, self->directory->data, self->directory->len, error);
}
