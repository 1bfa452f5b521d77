/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-card-id.h"

#include <string.h>

#include "members/mlg-body.h"

/* The UID of a card must stay the same from one export to the next, or address books keep both. It is
 * made of the record's number, which no two machines give, as a UUID of version 8 (RFC 9562, 5.8):
 * 48 bits of ours, the version, the kind of record, the variant, and the 63 bits of the number. */
#define PREFIX "4d61696c-6c61"

static guint
get_letter (const MlgKind *kind)
{
  return kind == &mlg_body_kind ? 0xb : 0xa;
}

/**
 * mlg_card_id_write:
 *
 * Returns: (transfer full): "urn:uuid:4d61696c-6c61-8…"
 */
char *
mlg_card_id_write (const MlgKind *kind, gint64 id)
{
  guint64 number = (guint64) id;

  return g_strdup_printf ("urn:uuid:" PREFIX "-8%x%02x-%04x-%04x%08x", get_letter (kind),
                          (guint) (number >> 62), (guint) (0x8000 | ((number >> 48) & 0x3fff)),
                          (guint) ((number >> 32) & 0xffff), (guint) (number & 0xffffffff));
}

/**
 * mlg_card_id_read:
 * @uid: any UID of a card
 *
 * Returns: the number of the record that it was made for; 0 when it is no such UID
 */
gint64
mlg_card_id_read (const char *uid, const MlgKind *kind)
{
  const char *hex = g_str_has_prefix (uid, "urn:uuid:") ? uid + strlen ("urn:uuid:") : uid;
  g_autofree char *start = g_strdup_printf (PREFIX "-8%x", get_letter (kind));
  guint64 top = 0, middle = 0, low = 0;

  if (strlen (hex) != 36 || g_ascii_strncasecmp (hex, start, strlen (start)) != 0)
    return 0;
  {
    g_auto (GStrv) parts = g_strsplit (hex + strlen (start), "-", -1);

    if (g_strv_length (parts) != 3 || !g_ascii_string_to_unsigned (parts[0], 16, 0, 1, &top, NULL)
        || !g_ascii_string_to_unsigned (parts[1], 16, 0x8000, 0xbfff, &middle, NULL)
        || !g_ascii_string_to_unsigned (parts[2], 16, 0, G_GUINT64_CONSTANT (0xffffffffffff), &low,
                                        NULL))
      return 0;
  }
  return (gint64) (top << 62 | (middle & 0x3fff) << 48 | low);
}
