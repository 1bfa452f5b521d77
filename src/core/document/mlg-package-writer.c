/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-package-writer.h"

#include <string.h>

#include "mlg-checksum.h"

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

/* What the thread is told. */
typedef enum
{
  MESSAGE_BEGIN, /* a part, by its name */
  MESSAGE_DATA,  /* the next bytes of it */
  MESSAGE_END,   /* of the part */
  MESSAGE_STOP   /* there are no more parts */
} MessageKind;

typedef struct
{
  MessageKind kind;
  guint method;
  guint16 day;
  char *name;   /* (owned) (nullable) */
  GBytes *data; /* (owned) (nullable) */
} Message;

/* A part as it is packed. */
typedef struct
{
  char *name;             /* (owned) */
  GConverter *compressor; /* (owned) (nullable) */
  GByteArray *packed;     /* (owned) */
  guint method;
  guint16 day;
  guint32 sum;
  gsize size; /* before it is packed */
} Part;

/* Parts are packed and written in a thread, in their order, while what follows is made. */
struct _MlgPackageWriter
{
  GAsyncQueue *queue;    /* (owned) (element-type Message) */
  GThread *thread;       /* (owned) (nullable) until it has written all; what follows is its own */
  GOutputStream *stream; /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  Part *part;                /* (owned) (nullable) the one that is being packed */
  GByteArray *directory;     /* (owned) the entries so far, as the end of the file lists them */
  GError *error;             /* (owned) (nullable) the first one: nothing is written after it */
  guint n_parts;
  guint32 offset; /* bytes written */
  guint16 day;    /* as MS-DOS counts */
};

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

#define ROOM (64 * 1024)

/* Packs some bytes of a part, or with %G_CONVERTER_INPUT_AT_END the last ones. */
static gboolean
deflate (Part *part, const guint8 *data, gsize size, GConverterFlags flags, GError **error)
{
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (size > 0 || (flags != G_CONVERTER_NO_FLAGS && result != G_CONVERTER_FINISHED))
    {
      guint used = part->packed->len;
      gsize n_read = 0, n_written = 0;

      g_byte_array_set_size (part->packed, used + ROOM);
      result = g_converter_convert (part->compressor, data, size, part->packed->data + used, ROOM,
                                    flags, &n_read, &n_written, error);
      g_byte_array_set_size (part->packed, used + (guint) n_written);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      data += n_read;
      size -= n_read;
    }
  return TRUE;
}

static gboolean
pack (Part *part, GBytes *bytes, GError **error)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size > G_MAXUINT32 - part->size)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "a package holds at most 4 GiB");
      return FALSE;
    }
  part->sum = mlg_checksum (part->sum, data, size);
  part->size += size;
  if (part->method == DEFLATED)
    return deflate (part, data, size, G_CONVERTER_NO_FLAGS, error);
  g_byte_array_append (part->packed, data, (guint) size);
  return TRUE;
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
put_description (GByteArray *out, const Part *part)
{
  put16 (out, VERSION);
  put16 (out, NAMES_ARE_UTF8);
  put16 (out, part->method);
  put16 (out, 0); /* midnight */
  put16 (out, part->day);
  put32 (out, part->sum);
  put32 (out, part->packed->len);
  put32 (out, (guint32) part->size);
  put16 (out, (guint) strlen (part->name));
  put16 (out, 0); /* no extra field */
}

static void
list_part (MlgPackageWriter *self, const Part *part)
{
  put32 (self->directory, CENTRAL_HEADER);
  put16 (self->directory, VERSION);
  put_description (self->directory, part);
  put16 (self->directory, 0); /* no comment */
  put16 (self->directory, 0); /* first disk */
  put16 (self->directory, 0);
  put32 (self->directory, 0);
  put32 (self->directory, self->offset);
  g_byte_array_append (self->directory, (const guint8 *) part->name, (guint) strlen (part->name));
  self->n_parts++;
}

static gboolean
write_part (MlgPackageWriter *self, Part *part, GError **error)
{
  g_autoptr (GByteArray) header = g_byte_array_new ();

  if (part->method == DEFLATED && !deflate (part, NULL, 0, G_CONVERTER_INPUT_AT_END, error))
    return FALSE;
  list_part (self, part);
  put32 (header, LOCAL_HEADER);
  put_description (header, part);
  g_byte_array_append (header, (const guint8 *) part->name, (guint) strlen (part->name));
  return write_out (self, header->data, header->len, error)
         && write_out (self, part->packed->data, part->packed->len, error);
}

static Part *
part_new (Message *message)
{
  Part *part = g_new0 (Part, 1);

  part->name = g_steal_pointer (&message->name);
  part->method = message->method;
  part->day = message->day;
  part->packed = g_byte_array_new ();
  if (part->method == DEFLATED)
    part->compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW, LEVEL));
  return part;
}

static void
part_free (Part *part)
{
  g_free (part->name);
  g_clear_object (&part->compressor);
  g_byte_array_unref (part->packed);
  g_free (part);
}

static void
message_free (Message *message)
{
  g_free (message->name);
  g_clear_pointer (&message->data, g_bytes_unref);
  g_free (message);
}

static void
follow (MlgPackageWriter *self, Message *message)
{
  if (message->kind == MESSAGE_BEGIN)
    self->part = part_new (message);
  else if (message->kind == MESSAGE_DATA && self->error == NULL)
    pack (self->part, message->data, &self->error);
  else if (message->kind == MESSAGE_END && self->error == NULL)
    write_part (self, self->part, &self->error);
  if (message->kind == MESSAGE_END || message->kind == MESSAGE_STOP)
    g_clear_pointer (&self->part, part_free);
}

static gpointer
write_parts (gpointer data)
{
  MlgPackageWriter *self = data;
  gboolean more = TRUE;

  while (more)
    {
      Message *message = g_async_queue_pop (self->queue);

      more = message->kind != MESSAGE_STOP;
      follow (self, message);
      message_free (message);
    }
  return NULL;
}

static void
push (MlgPackageWriter *self, Message message)
{
  g_async_queue_push (self->queue, g_memdup2 (&message, sizeof message));
}

static void
begin (MlgPackageWriter *self, const char *name, guint method)
{
  push (self,
        (Message){
            .kind = MESSAGE_BEGIN, .method = method, .day = self->day, .name = g_strdup (name) });
}

static void
add (MlgPackageWriter *self, const char *name, guint method, GBytes *data)
{
  begin (self, name, method);
  push (self, (Message){ .kind = MESSAGE_DATA, .data = g_bytes_ref (data) });
  push (self, (Message){ .kind = MESSAGE_END });
}

static void
wait_for_parts (MlgPackageWriter *self)
{
  push (self, (Message){ .kind = MESSAGE_STOP });
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

/**
 * mlg_package_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer. A package that mlg_package_writer_finish() has not closed is given up with what
 * was put in it.
 */
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

  add (self, name, STORED, data);
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

  add (self, name, DEFLATED, data);
}

/**
 * mlg_package_writer_begin:
 * @self: a writer, without a part that has begun
 * @name: the part
 *
 * Begins a part that comes piece by piece and is packed as it comes: mlg_package_writer_append() for each
 * piece, then mlg_package_writer_end(). A part that has not ended is not written.
 */
void
mlg_package_writer_begin (MlgPackageWriter *self, const char *name)
{
  g_return_if_fail (self != NULL && name != NULL);

  begin (self, name, DEFLATED);
}

/**
 * mlg_package_writer_append:
 * @data: the next bytes of the part that is written, which are copied
 * @size: how many
 *
 * Hands bytes to the thread that packs. What goes wrong there is told by
 * mlg_package_writer_finish().
 */
void
mlg_package_writer_append (MlgPackageWriter *self, const char *data, gsize size)
{
  g_return_if_fail (self != NULL && data != NULL);

  push (self, (Message){ .kind = MESSAGE_DATA, .data = g_bytes_new (data, size) });
}

/**
 * mlg_package_writer_end:
 *
 * Ends the part that is written; another one may begin.
 */
void
mlg_package_writer_end (MlgPackageWriter *self)
{
  g_return_if_fail (self != NULL);

  push (self, (Message){ .kind = MESSAGE_END });
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
