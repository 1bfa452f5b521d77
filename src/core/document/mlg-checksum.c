/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-checksum.h"

#include <string.h>

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

/**
 * mlg_checksum:
 * @sum: of the bytes before, 0 at first
 * @data: bytes
 * @size: how many
 *
 * Returns: the CRC-32 of ISO 3309, which packages keep, of all bytes so far
 */
guint32
mlg_checksum (guint32 sum, const guint8 *data, gsize size)
{
  const guint32 (*t)[256] = get_crc_tables ();
  guint32 crc = ~sum;

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
