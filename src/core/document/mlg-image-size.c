/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-image-size.h"

#include <string.h>

#include "mlg-xml.h"

/* How large an image is printed. Only the header of the file is looked at: nothing is decoded. */

/* One dot on a screen of 96 dots per inch, in millimetres. */
#define DOT (25.4 / 96)

static guint
big16 (const guchar *data)
{
  return ((guint) data[0] << 8) | data[1];
}

static guint
big32 (const guchar *data)
{
  return (big16 (data) << 16) | big16 (data + 2);
}

static guint
little16 (const guchar *data)
{
  return ((guint) data[1] << 8) | data[0];
}

/* The frame header (ITU T.81, B.2.2) follows other segments. */
static gboolean
measure_jpeg (const guchar *data, gsize size, guint *width, guint *height)
{
  gsize at = 2;

  while (at + 9 < size && data[at] == 0xff)
    {
      guint marker = data[at + 1];

      if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
        {
          *height = big16 (data + at + 5);
          *width = big16 (data + at + 7);
          return TRUE;
        }
      at += 2 + (gsize) big16 (data + at + 2);
    }
  return FALSE;
}

/* Three kinds of WebP say their size each in its way (RFC 9649, 2.5 to 2.7). */
static gboolean
measure_webp (const guchar *data, gsize size, guint *width, guint *height)
{
  if (size < 30)
    return FALSE;
  if (memcmp (data + 12, "VP8 ", 4) == 0)
    {
      *width = little16 (data + 26) & 0x3fff;
      *height = little16 (data + 28) & 0x3fff;
    }
  else if (memcmp (data + 12, "VP8L", 4) == 0)
    {
      guint32 bits = little16 (data + 21) | ((guint32) little16 (data + 23) << 16);

      *width = (bits & 0x3fff) + 1;
      *height = ((bits >> 14) & 0x3fff) + 1;
    }
  else
    {
      *width = 1 + (little16 (data + 24) | ((guint) data[26] << 16));
      *height = 1 + (little16 (data + 27) | ((guint) data[29] << 16));
    }
  return TRUE;
}

/* The value of an attribute of the root, in dots; percentages say nothing. */
static double
svg_length (const char *tag, const char *name)
{
  g_autofree char *pattern =
      g_strdup_printf ("\\s%s\\s*=\\s*[\"']\\s*([0-9.]+)(px|mm|cm|pt|in)?\\s*[\"']", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;
  double value = 0;

  if (!g_regex_match (regex, tag, 0, &match))
    return 0;
  number = g_match_info_fetch (match, 1);
  unit = g_match_info_fetch (match, 2);
  value = g_ascii_strtod (number, NULL);
  if (g_strcmp0 (unit, "mm") == 0)
    return value / DOT;
  if (g_strcmp0 (unit, "cm") == 0)
    return value * 10 / DOT;
  if (g_strcmp0 (unit, "in") == 0)
    return value * 96;
  return g_strcmp0 (unit, "pt") == 0 ? value * 96 / 72 : value;
}

static void
svg_box (const char *tag, double *width, double *height)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("\\sviewBox\\s*=\\s*[\"']\\s*[-0-9.]+[\\s,]+[-0-9.]+[\\s,]+"
                   "([0-9.]+)[\\s,]+([0-9.]+)\\s*[\"']",
                   0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (g_regex_match (regex, tag, 0, &match))
    {
      g_autofree char *w = g_match_info_fetch (match, 1);
      g_autofree char *h = g_match_info_fetch (match, 2);

      *width = g_ascii_strtod (w, NULL);
      *height = g_ascii_strtod (h, NULL);
    }
}

static gboolean
measure_svg (const guchar *data, gsize size, double *width, double *height)
{
  g_autofree char *head = g_strndup ((const char *) data, MIN (size, 16384));
  char *tag = strstr (head, "<svg");
  char *end = tag != NULL ? strchr (tag, '>') : NULL;

  if (end == NULL || !g_utf8_validate (tag, end - tag, NULL))
    return FALSE;
  *end = '\0';
  *width = svg_length (tag, "width");
  *height = svg_length (tag, "height");
  if (!(*width > 0 && *height > 0))
    svg_box (tag, width, height);
  return *width > 0 && *height > 0;
}

/**
 * mlg_image_measure:
 * @data: the file of an image of a type that documents hold
 * @width: (out): in dots
 * @height: (out): in dots
 *
 * Returns: whether it says its size
 */
gboolean
mlg_image_measure (GBytes *data, double *width, double *height)
{
  gsize size = 0;
  const guchar *bytes = g_bytes_get_data (data, &size);
  guint w = 0, h = 0;

  g_return_val_if_fail (width != NULL && height != NULL, FALSE);

  if (size >= 24 && memcmp (bytes, "\x89PNG", 4) == 0)
    {
      w = big32 (bytes + 16);
      h = big32 (bytes + 20);
    }
  else if (size >= 10 && memcmp (bytes, "GIF8", 4) == 0)
    {
      w = little16 (bytes + 6);
      h = little16 (bytes + 8);
    }
  else if (size >= 4 && bytes[0] == 0xff && bytes[1] == 0xd8)
    measure_jpeg (bytes, size, &w, &h);
  else if (size >= 16 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    measure_webp (bytes, size, &w, &h);
  else if (size > 0)
    return measure_svg (bytes, size, width, height);
  *width = w;
  *height = h;
  return w > 0 && h > 0;
}

/**
 * mlg_image_get_data:
 * @image: an image of a valid document
 *
 * Returns: (transfer full): its file
 */
GBytes *
mlg_image_get_data (const xmlNode *image)
{
  g_autoptr (xmlChar) base64 = xmlNodeGetContent (image);
  gsize size = 0;
  guchar *data = base64 != NULL ? g_base64_decode ((const char *) base64, &size) : NULL;

  return g_bytes_new_take (data, size);
}

static double
given_length (const xmlNode *image, const char *name)
{
  const char *text = mlg_xml_get (image, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/**
 * mlg_image_fit:
 * @image: an image of a valid document
 * @most_width: what there is, in millimetres
 * @most_height: what there is, in millimetres
 * @width: (out): the width printed, in millimetres
 * @height: (out): the height printed, in millimetres
 *
 * How large an image is printed: as it says, or else at 96 dots per inch, but never larger than the
 * place that there is; its proportions are kept.
 */
void
mlg_image_fit (
    const xmlNode *image, double most_width, double most_height, double *width, double *height)
{
  double dots_wide = 0, dots_high = 0, scale = 1;

  g_return_if_fail (image != NULL && width != NULL && height != NULL);

  *width = given_length (image, "width");
  *height = given_length (image, "height");
  if (!(*width > 0 && *height > 0))
    {
      g_autoptr (GBytes) data = mlg_image_get_data (image);

      if (!mlg_image_measure (data, &dots_wide, &dots_high))
        dots_wide = dots_high = 100;
      if (*width > 0)
        *height = *width * dots_high / dots_wide;
      else if (*height > 0)
        *width = *height * dots_wide / dots_high;
      else
        {
          *width = dots_wide * DOT;
          *height = dots_high * DOT;
        }
    }
  scale = MIN (1, MIN (most_width / *width, most_height / *height));
  *width *= scale;
  *height *= scale;
}
