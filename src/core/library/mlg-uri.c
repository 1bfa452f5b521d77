/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-uri.h"

/* Identifiers of what travels between networks: urn:uuid:… (RFC 9562). */

/**
 * mlg_uri_new:
 *
 * Returns: (transfer full): a new one, which nothing else has
 */
char *
mlg_uri_new (void)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return g_strconcat ("urn:uuid:", uuid, NULL);
}

/**
 * mlg_uri_for_text:
 * @within: (nullable): the identifier of what the text stands in
 *
 * Returns: (transfer full): the one that this text always has there. It is a UUID of version 8, whose
 *   digits are those of the SHA-256 of both.
 */
char *
mlg_uri_for_text (const char *within, const char *text)
{
  g_autofree char *both = g_strconcat (within != NULL ? within : "", "\n", text, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, both, -1);

  return g_strdup_printf ("urn:uuid:%.8s-%.4s-8%.3s-8%.3s-%.12s", digest, digest + 8, digest + 12,
                          digest + 15, digest + 18);
}
