/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_FIELD (-1)

struct _MlgMapping
{
  const MlgKind *kind; /* (unowned) static */
  GArray *fields;      /* (owned) of int: the field of each column, or NO_FIELD */
};

/* What people write above a column, as simplify() leaves it, and the field that they mean. Only the
 * fields that the kind has count. */
static const struct
{
  const char *heading;
  const char *field;
} synonyms[] = {
  { "nom", "name" },
  { "nom", "family_name" },
  { "raison sociale", "name" },
  { "denomination", "name" },
  { "libelle", "name" },
  { "organisme", "name" },
  { "structure", "name" },
  { "collectivite", "name" },
  { "commune", "name" },
  { "nom commune", "name" },
  { "nom de la commune", "name" },
  { "organisation", "name" },
  { "sigle", "short_name" },
  { "nom court", "short_name" },
  { "kind", "category" },
  { "type", "category" },
  { "nature", "category" },
  { "categorie", "category" },
  { "categorie juridique", "category" },
  { "forme juridique", "category" },
  { "statut", "status" },
  { "n siren", "siren" },
  { "numero siren", "siren" },
  { "n siret", "siret" },
  { "numero siret", "siret" },
  { "code insee", "insee" },
  { "code commune", "insee" },
  { "insee code", "insee" },
  { "nuts code", "nuts" },
  { "habitants", "population" },
  { "population totale", "population" },
  { "nombre d habitants", "population" },
  { "dep", "departement" },
  { "dept", "departement" },
  { "code departement", "departement" },
  { "department", "departement" },
  { "code region", "region" },
  { "epci siren", "epci" },
  { "siren epci", "epci" },
  { "adresse", "address" },
  { "adresse postale", "address" },
  { "rue", "address" },
  { "postcodes", "postcode" },
  { "code postal", "postcode" },
  { "codes postaux", "postcode" },
  { "cp", "postcode" },
  { "zip", "postcode" },
  { "ville", "city" },
  { "city", "city" },
  { "mail", "email" },
  { "e mail", "email" },
  { "courriel", "email" },
  { "adresse mail", "email" },
  { "adresse e mail", "email" },
  { "telephone", "phone" },
  { "tel", "phone" },
  { "portable", "mobile" },
  { "site", "website" },
  { "site web", "website" },
  { "site internet", "website" },
  { "url", "website" },
  { "attentes", "expectations" },
  { "remarques", "notes" },
  { "commentaire", "notes" },
  { "commentaires", "notes" },
  { "observations", "notes" },
  { "civilite", "civility" },
  { "prenom", "given_name" },
  { "first name", "given_name" },
  { "last name", "family_name" },
  { "nom de famille", "family_name" },
};

/* Letters and digits in small letters without accents, one space between words. */
static char *
simplify (const char *heading)
{
  g_autofree char *ascii = g_str_to_ascii (heading, "fr");
  GString *words = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (words, g_ascii_tolower (*p));
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  while (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static gboolean
is_called (const char *simple, const char *name)
{
  g_autofree char *other = simplify (name);

  return g_str_equal (simple, other);
}

static int
find_field (const MlgKind *kind, const char *heading)
{
  g_autofree char *simple = simplify (heading);

  if (*simple == '\0')
    return NO_FIELD;
  for (guint i = 0; i < kind->n_fields; i++)
    if (is_called (simple, kind->fields[i].name) || is_called (simple, kind->fields[i].title)
        || is_called (simple, _ (kind->fields[i].title)))
      return (int) i;
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (simple, synonyms[i].heading))
      {
        int field = mlg_kind_find_field (kind, synonyms[i].field);

        if (field != NO_FIELD)
          return field;
      }
  return NO_FIELD;
}

/* The number of another record means nothing outside the file that it comes from. */
static gboolean
can_be_read (const MlgField *field)
{
  return field->type != MLG_FIELD_REFERENCE && (field->flags & MLG_FIELD_INTERNAL) == 0;
}

/**
 * mlg_mapping_guess:
 * @kind: the kind of record that the rows are
 *
 * Finds the field of each column by its heading: the field's name, its title in English or in the
 * person's language, or another usual word. The first of several columns for one field gets it.
 *
 * Returns: (transfer full): the mapping
 */
MlgMapping *
mlg_mapping_guess (MlgTable *table, const MlgKind *kind)
{
  MlgMapping *self = g_new0 (MlgMapping, 1);

  self->kind = kind;
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < mlg_table_get_n_columns (table); i++)
    {
      int field = find_field (kind, mlg_table_get_heading (table, i));

      if (field != NO_FIELD
          && (!can_be_read (&kind->fields[field])
              || mlg_mapping_find_column (self, (guint) field) >= 0))
        field = NO_FIELD;
      g_array_append_val (self->fields, field);
    }
  return self;
}

/**
 * mlg_mapping_free:
 */
void
mlg_mapping_free (MlgMapping *self)
{
  g_array_unref (self->fields);
  g_free (self);
}

/**
 * mlg_mapping_get_kind:
 */
const MlgKind *
mlg_mapping_get_kind (MlgMapping *self)
{
  return self->kind;
}

/**
 * mlg_mapping_get_field:
 *
 * Returns: the field that a column goes to; -1 for none
 */
int
mlg_mapping_get_field (MlgMapping *self, guint column)
{
  g_return_val_if_fail (column < self->fields->len, NO_FIELD);

  return g_array_index (self->fields, int, column);
}

/**
 * mlg_mapping_find_column:
 *
 * Returns: the column that goes to a field; -1 for none
 */
int
mlg_mapping_find_column (MlgMapping *self, guint field)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_array_index (self->fields, int, i) == (int) field)
      return (int) i;
  return -1;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;
  g_autoptr (GError) refused = NULL;

  va_start (arguments, format);
  refused = g_error_new_valist (MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_MAPPING, format, arguments);
  va_end (arguments);
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

/**
 * mlg_mapping_set:
 * @rule: "COLUMN=FIELD": a heading or a column's number, and a field's name or title; "COLUMN=" leaves
 *   the column aside
 *
 * Errors: %MLG_EXCHANGE_ERROR_MAPPING, which says what is not known; nothing is changed then.
 */
gboolean
mlg_mapping_set (MlgMapping *self, MlgTable *table, const char *rule, GError **error)
{
  const char *equals = strrchr (rule, '=');
  g_autofree char *heading = equals != NULL ? g_strndup (rule, (gsize) (equals - rule)) : NULL;
  int column = heading != NULL ? mlg_table_find_heading (table, heading) : -1;
  int field = NO_FIELD, former;

  if (equals == NULL)
    return refuse (error, _ ("“%s”: COLUMN=FIELD is expected"), rule);
  if (column < 0)
    return refuse (error, _ ("the table has no column “%s”"), heading);
  if (equals[1] != '\0')
    {
      field = find_field (self->kind, equals + 1);
      if (field == NO_FIELD || !can_be_read (&self->kind->fields[field]))
        return refuse (error, _ ("there is no field “%s” that a table can fill"), equals + 1);
      former = mlg_mapping_find_column (self, (guint) field);
      if (former >= 0)
        g_array_index (self->fields, int, former) = NO_FIELD;
    }
  g_array_index (self->fields, int, column) = field;
  return TRUE;
}

/**
 * mlg_mapping_to_string:
 *
 * Returns: (transfer full): rules that mlg_mapping_set() takes, a line for each column with a heading,
 *   to be remembered for the next table of the same headings
 */
char *
mlg_mapping_to_string (MlgMapping *self, MlgTable *table)
{
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      int field = g_array_index (self->fields, int, i);

      if (*mlg_table_get_heading (table, i) != '\0')
        g_string_append_printf (rules, "%s=%s\n", mlg_table_get_heading (table, i),
                                field != NO_FIELD ? self->kind->fields[field].name : "");
    }
  return g_string_free (rules, FALSE);
}
