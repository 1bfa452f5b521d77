/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MlgCharset:
 * @MLG_CHARSET_UTF_8: without a byte order mark
 * @MLG_CHARSET_UTF_8_BOM: with one, as Excel writes it
 * @MLG_CHARSET_UTF_16_LE: with a byte order mark, "Unicode text" of Excel
 * @MLG_CHARSET_UTF_16_BE: with a byte order mark
 * @MLG_CHARSET_WINDOWS_1252: what Excel calls plain CSV in western Europe
 */
typedef enum
{
  MLG_CHARSET_UTF_8,
  MLG_CHARSET_UTF_8_BOM,
  MLG_CHARSET_UTF_16_LE,
  MLG_CHARSET_UTF_16_BE,
  MLG_CHARSET_WINDOWS_1252,
} MlgCharset;

gboolean mlg_charset_is_plain (const char *data, gsize size);
MlgCharset mlg_charset_detect (const char *data, gsize size);
const char *mlg_charset_get_name (MlgCharset charset);
char *mlg_charset_decode (
    MlgCharset charset, const char *data, gsize size, gsize *length, guint *n_replaced);

G_END_DECLS
