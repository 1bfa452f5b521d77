/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-match.h"

#include <string.h>

/* Two records are one when they share an identifier; without one, when they have the same name in the
 * same place and nothing tells them apart. */
static const char *const identifiers[] = { "siren", "siret", "insee", "email" };
static const char *const places[] = { "departement", "postcode", "city", "region" };
static const char *const distinctions[] = { "siren", "siret", "insee", "category", "email" };

enum
{
  N_IDENTIFIERS = G_N_ELEMENTS (identifiers)
};

struct _MlgImportMatch
{
  const MlgKind *kind; /* (unowned) static */
  GHashTable *known;   /* (owned) key → MlgRecord, the first one that has it */
};

/**
 * mlg_import_match_new:
 */
MlgImportMatch *
mlg_import_match_new (const MlgKind *kind)
{
  MlgImportMatch *self = g_new0 (MlgImportMatch, 1);

  self->kind = kind;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

/**
 * mlg_import_match_free:
 */
void
mlg_import_match_free (MlgImportMatch *self)
{
  g_hash_table_unref (self->known);
  g_free (self);
}

static const char *
get_text (MlgRecord *record, const char *name)
{
  int field = mlg_kind_find_field (mlg_record_get_kind (record), name);

  return field >= 0 ? mlg_record_get_text (record, (guint) field) : NULL;
}

/* A body's address is often that of the body which hosts it, and the codes of départements and regions
 * are the same: neither identifies. */
static char *
make_key (MlgImportMatch *self, MlgRecord *record, guint i)
{
  const char *value = get_text (record, identifiers[i]);
  gboolean is_body = mlg_kind_find_field (self->kind, "siren") >= 0;

  if (value == NULL || (g_str_equal (identifiers[i], "insee") && strlen (value) < 5)
      || (g_str_equal (identifiers[i], "email") && is_body))
    return NULL;
  return g_strdup_printf ("%u\n%s", i, value);
}

static char *
make_name_key (MlgRecord *record)
{
  g_autofree char *name = mlg_record_dup_name (record);
  const char *place = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; place == NULL && i < G_N_ELEMENTS (places); i++)
    place = get_text (record, places[i]);
  whole = g_strdup_printf ("name\n%s\n%s", name, place != NULL ? place : "");
  return g_utf8_casefold (whole, -1);
}

static void
add_key (MlgImportMatch *self, char *key, MlgRecord *record)
{
  if (key == NULL || g_hash_table_contains (self->known, key))
    g_free (key);
  else
    g_hash_table_insert (self->known, key, g_object_ref (record));
}

/**
 * mlg_import_match_add:
 *
 * Makes a record known: one of the file, or one that an earlier row adds.
 */
void
mlg_import_match_add (MlgImportMatch *self, MlgRecord *record)
{
  for (guint i = 0; i < N_IDENTIFIERS; i++)
    add_key (self, make_key (self, record, i), record);
  add_key (self, make_name_key (record), record);
}

static gboolean
are_told_apart (MlgRecord *a, MlgRecord *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (distinctions); i++)
    {
      const char *first = get_text (a, distinctions[i]), *second = get_text (b, distinctions[i]);

      if (first != NULL && second != NULL && !g_str_equal (first, second))
        return TRUE;
    }
  return FALSE;
}

/**
 * mlg_import_match_find:
 * @field: (out): the field that both share; -1 for the name and the place
 *
 * Returns: (transfer none) (nullable): the known record which is the same as @record
 */
MlgRecord *
mlg_import_match_find (MlgImportMatch *self, MlgRecord *record, int *field)
{
  g_autofree char *name_key = make_name_key (record);
  MlgRecord *found;

  for (guint i = 0; i < N_IDENTIFIERS; i++)
    {
      g_autofree char *key = make_key (self, record, i);

      found = key != NULL ? g_hash_table_lookup (self->known, key) : NULL;
      *field = mlg_kind_find_field (self->kind, identifiers[i]);
      if (found != NULL)
        return found;
    }
  *field = -1;
  found = g_hash_table_lookup (self->known, name_key);
  return found != NULL && !are_told_apart (found, record) ? found : NULL;
}
