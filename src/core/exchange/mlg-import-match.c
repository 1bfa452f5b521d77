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
  N_IDENTIFIERS = G_N_ELEMENTS (identifiers),
  N_PLACES = G_N_ELEMENTS (places),
  N_DISTINCTIONS = G_N_ELEMENTS (distinctions),
  KEYS_AT_ONCE = 16 * 1024 /* bytes */
};

/* Where a kind has these fields, once for all rows: -1 for one that it has not. */
struct _MlgImportMatch
{
  const MlgKind *kind; /* (unowned) static */
  int identifiers[N_IDENTIFIERS];
  int places[N_PLACES];
  int distinctions[N_DISTINCTIONS];
  gboolean is_body;
  GPtrArray *records; /* (owned) of MlgRecord: those that are known */
  GStringChunk *keys; /* (owned) of the tables below: values may change meanwhile */
  GHashTable *identified[N_IDENTIFIERS]; /* (owned) value → MlgRecord, the first one that has it */
  GHashTable *named;                     /* (owned) name and place → MlgRecord, likewise */
  MlgRecord *last;                       /* (unowned) (nullable) the one looked for in vain */
  GString *name;                         /* (owned) its key in @named */
};

static void
find_fields (const MlgKind *kind, const char *const *names, guint n, int *fields)
{
  for (guint i = 0; i < n; i++)
    fields[i] = mlg_kind_find_field (kind, names[i]);
}

/**
 * mlg_import_match_new:
 * @kind: of the records that are looked up
 *
 * Makes an empty index by which rows find the record that is there already: by each identifier of
 * the kind, else by name and place.
 *
 * Returns: (transfer full): what was made
 */
MlgImportMatch *
mlg_import_match_new (const MlgKind *kind)
{
  MlgImportMatch *self = g_new0 (MlgImportMatch, 1);

  self->kind = kind;
  find_fields (kind, identifiers, N_IDENTIFIERS, self->identifiers);
  find_fields (kind, places, N_PLACES, self->places);
  find_fields (kind, distinctions, N_DISTINCTIONS, self->distinctions);
  self->is_body = mlg_kind_find_field (kind, "siren") >= 0;
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->keys = g_string_chunk_new (KEYS_AT_ONCE);
  for (guint i = 0; i < N_IDENTIFIERS; i++)
    self->identified[i] = g_hash_table_new (g_str_hash, g_str_equal);
  self->name = g_string_new (NULL);
  self->named = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * mlg_import_match_free:
 * @self: (transfer full): an index
 *
 * Frees an index; the records live on with their references.
 */
void
mlg_import_match_free (MlgImportMatch *self)
{
  for (guint i = 0; i < N_IDENTIFIERS; i++)
    g_hash_table_unref (self->identified[i]);
  g_hash_table_unref (self->named);
  g_string_chunk_free (self->keys);
  g_ptr_array_unref (self->records);
  g_string_free (self->name, TRUE);
  g_free (self);
}

static const char *
get_text (MlgRecord *record, int field)
{
  return field >= 0 ? mlg_record_get_text (record, (guint) field) : NULL;
}

/* A body's address is often that of the body which hosts it, and the codes of départements and regions
 * are the same: neither identifies. */
static const char *
get_identifier (MlgImportMatch *self, MlgRecord *record, guint i)
{
  const char *value = get_text (record, self->identifiers[i]);

  if (value == NULL || (g_str_equal (identifiers[i], "insee") && strlen (value) < 5)
      || (g_str_equal (identifiers[i], "email") && self->is_body))
    return NULL;
  return value;
}

static void
append_name (GString *key, MlgRecord *record)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *part =
          (kind->fields[i].flags & MLG_FIELD_NAME) != 0 ? mlg_record_get_text (record, i) : NULL;

      if (part == NULL)
        continue;
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, part);
    }
}

static void
fold_key (GString *key)
{
  g_autofree char *folded = NULL;

  if (g_str_is_ascii (key->str))
    {
      g_string_ascii_down (key);
      return;
    }
  folded = g_utf8_casefold (key->str, (gssize) key->len);
  g_string_assign (key, folded);
}

/* The key of a record in @named, for each row of an import in the same memory. */
static void
make_name (MlgImportMatch *self, MlgRecord *record)
{
  const char *place = NULL;

  g_string_truncate (self->name, 0);
  append_name (self->name, record);
  for (guint i = 0; place == NULL && i < N_PLACES; i++)
    place = get_text (record, self->places[i]);
  g_string_append_c (self->name, '\n');
  if (place != NULL)
    g_string_append (self->name, place);
  fold_key (self->name);
}

/**
 * mlg_import_match_add:
 *
 * Makes a record known: one of the file, or one that an earlier row adds.
 */
void
mlg_import_match_add (MlgImportMatch *self, MlgRecord *record)
{
  gboolean in_vain = self->last == record;

  /* What was looked for in vain and is added next has a number that nobody has, and its key is made. */
  self->last = NULL;
  if (!in_vain)
    make_name (self, record);
  g_ptr_array_add (self->records, g_object_ref (record));
  for (guint i = 0; i < N_IDENTIFIERS; i++)
    {
      const char *value = get_identifier (self, record, i);

      if (value != NULL && (in_vain || !g_hash_table_contains (self->identified[i], value)))
        g_hash_table_insert (self->identified[i], g_string_chunk_insert (self->keys, value),
                             record);
    }
  if (!g_hash_table_contains (self->named, self->name->str))
    g_hash_table_insert (
        self->named,
        g_string_chunk_insert_len (self->keys, self->name->str, (gssize) self->name->len), record);
}

static gboolean
are_told_apart (MlgImportMatch *self, MlgRecord *a, MlgRecord *b)
{
  for (guint i = 0; i < N_DISTINCTIONS; i++)
    {
      const char *first = get_text (a, self->distinctions[i]);
      const char *second = get_text (b, self->distinctions[i]);

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
  MlgRecord *found;

  self->last = NULL;
  for (guint i = 0; i < N_IDENTIFIERS; i++)
    {
      const char *value = get_identifier (self, record, i);

      *field = self->identifiers[i];
      found = value != NULL ? g_hash_table_lookup (self->identified[i], value) : NULL;
      if (found != NULL)
        return found;
    }
  *field = -1;
  make_name (self, record);
  found = g_hash_table_lookup (self->named, self->name->str);
  if (found != NULL && !are_told_apart (self, found, record))
    return found;
  self->last = record;
  return NULL;
}
