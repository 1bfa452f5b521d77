/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-contact.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Addresses by which people are reached, as they are typed and as they are kept. */

/**
 * mlg_email_clean:
 *
 * A #MlgFieldClean: an address without "mailto:" and without the angle brackets of mail programs.
 */
char *
mlg_email_clean (const char *text)
{
  const char *open = strchr (text, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;

  if (close != NULL)
    return g_strstrip (g_strndup (open + 1, (gsize) (close - open - 1)));
  return g_strdup (g_str_has_prefix (text, "mailto:") ? text + strlen ("mailto:") : text);
}

/**
 * mlg_email_check:
 *
 * A #MlgFieldCheck: something before one @, and after it a domain with a point. No more: RFC 5321
 * allows much, and only sending proves an address.
 */
char *
mlg_email_check (const char *text)
{
  const char *at = strchr (text, '@');
  const char *point = at != NULL ? strrchr (at, '.') : NULL;

  if (at != NULL && at != text && strchr (at + 1, '@') == NULL && point != NULL && point > at + 1
      && point[1] != '\0' && strpbrk (text, " \t\n,;<>") == NULL)
    return NULL;
  return g_strdup (_ ("an e-mail address is expected, such as name@example.org"));
}

/**
 * mlg_website_clean:
 *
 * A #MlgFieldClean: an address with its scheme.
 */
char *
mlg_website_clean (const char *text)
{
  return strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
}

/**
 * mlg_website_check:
 *
 * A #MlgFieldCheck: an address of the web, which is safe to open.
 */
char *
mlg_website_check (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";

  if (host != NULL && strchr (host, '.') != NULL
      && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")))
    return NULL;
  return g_strdup (_ ("a web address is expected, such as https://www.example.org"));
}

/**
 * mlg_postcode_warn:
 *
 * A #MlgFieldCheck: French postcodes have five digits; others exist abroad.
 */
char *
mlg_postcode_warn (const char *text)
{
  if (strlen (text) == 5 && strspn (text, "0123456789") == 5)
    return NULL;
  return g_strdup (_ ("a French postcode has five digits"));
}
