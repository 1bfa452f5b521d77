/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-body-text.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-member-edit.h"

/* Bodies as lists and headings tell of them. */

/**
 * mlg_body_text_code:
 *
 * Returns: (transfer full) (nullable): a code itself, where its title would be too long
 */
char *
mlg_body_text_code (MlgRecord *body, guint field)
{
  return g_strdup (mlg_record_get_text (body, field));
}

/**
 * mlg_body_text_kind:
 *
 * Returns: (transfer full) (nullable): a legal category, as short as it is said
 */
char *
mlg_body_text_kind (MlgRecord *body, guint field)
{
  /* Translators: the legal category, as short as it is said: it stands in a narrow column. */
  if (g_strcmp0 (mlg_record_get_text (body, field), "7348") == 0)
    return g_strdup (C_ ("kind in a list", "Agglomeration"));
  return mlg_record_dup_display (body, field);
}

/**
 * mlg_body_text_identifier:
 *
 * Returns: (transfer full) (nullable): a SIREN or a SIRET in groups of digits
 */
char *
mlg_body_text_identifier (MlgRecord *body, guint field)
{
  return mlg_identifier_display (mlg_record_get_text (body, field));
}

/**
 * mlg_body_text_since:
 *
 * Returns: (transfer full) (nullable): since when a body has its status
 */
char *
mlg_body_text_since (MlgRecord *body, guint field)
{
  int date = mlg_body_get_status_date_field (mlg_record_get_text (body, MLG_BODY_STATUS));

  return date >= 0 ? mlg_record_dup_display (body, (guint) date) : NULL;
}

/**
 * mlg_body_text_place:
 *
 * Returns: (transfer full): postcode and town
 */
char *
mlg_body_text_place (MlgRecord *body, guint field)
{
  const char *postcode = mlg_record_get_text (body, MLG_BODY_POSTCODE);
  const char *city = mlg_record_get_text (body, MLG_BODY_CITY);

  return g_strstrip (
      g_strdup_printf ("%s %s", postcode != NULL ? postcode : "", city != NULL ? city : ""));
}

static void
append (GString *line, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/**
 * mlg_body_text_line:
 *
 * Returns: (transfer full): what matters of a body in one line: "Commune · 59 · Prospect"
 */
char *
mlg_body_text_line (MlgRecord *body)
{
  g_autofree char *category = mlg_record_dup_display (body, MLG_BODY_CATEGORY);
  g_autofree char *status = mlg_record_dup_display (body, MLG_BODY_STATUS);
  GString *line = g_string_new (NULL);

  append (line, category);
  append (line, mlg_record_get_text (body, MLG_BODY_DEPARTEMENT));
  append (line, status);
  return g_string_free (line, FALSE);
}

/**
 * mlg_body_text_population:
 * @population: people
 *
 * Returns: (transfer full): "238 246 inhabitants", "2.1 M inhabitants"
 */
char *
mlg_body_text_population (gint64 population)
{
  if (population >= 1000000)
    /* Translators: a number of millions, such as “2.1 M inhabitants”. */
    return g_strdup_printf (_ ("%.1f M inhabitants"), (double) population / 1e6);
  return g_strdup_printf (ngettext ("%'d inhabitant", "%'d inhabitants", (gulong) population),
                          (int) population);
}
