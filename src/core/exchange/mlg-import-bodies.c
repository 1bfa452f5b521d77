/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-bodies.h"

#include <string.h>

#include "members/mlg-body.h"
#include "mlg-import-name.h"

#define SIREN_LENGTH 9

/* By a number, else by its name, else by a name that is alike. Names are compared only among those
 * that begin with the same two letters: a slip there is rare, and 36,000 comparisons for each name
 * would be felt. */
typedef struct
{
  char *key;       /* (owned) the name's */
  MlgRecord *body; /* (owned) */
} Named;

struct _MlgImportBodies
{
  GHashTable *numbers; /* (owned) SIREN or INSEE code → MlgRecord (unowned), the first one */
  GHashTable *names;   /* (owned) key → GPtrArray of MlgRecord (unowned) */
  GHashTable *starts;  /* (owned) two letters → GPtrArray of Named */
};

static void
named_free (gpointer data)
{
  Named *named = data;

  g_free (named->key);
  g_object_unref (named->body);
  g_free (named);
}

/**
 * mlg_import_bodies_new:
 *
 * Returns: (transfer full): a finder that knows no body yet
 */
MlgImportBodies *
mlg_import_bodies_new (void)
{
  MlgImportBodies *self = g_new (MlgImportBodies, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->starts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * mlg_import_bodies_free:
 * @self: (transfer full): the bodies of an import
 *
 * Frees what an import knows of the bodies that are there; the records live on with their
 * references.
 */
void
mlg_import_bodies_free (MlgImportBodies *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->starts);
  g_free (self);
}

static GPtrArray *
get_list (GHashTable *table, char *key, GDestroyNotify free_func)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list != NULL)
    {
      g_free (key);
      return list;
    }
  list = g_ptr_array_new_with_free_func (free_func);
  g_hash_table_insert (table, key, list);
  return list;
}

static void
add_number (MlgImportBodies *self, const char *number, gsize length, MlgRecord *body)
{
  g_autofree char *key = number != NULL ? g_strndup (number, length) : NULL;

  if (key != NULL && !g_hash_table_contains (self->numbers, key))
    g_hash_table_insert (self->numbers, g_steal_pointer (&key), body);
}

/* The code of a département is that of a region too: only that of a commune tells. */
static const char *
get_insee (MlgRecord *body)
{
  const char *code = mlg_record_get_text (body, MLG_BODY_INSEE);

  return code != NULL && strlen (code) == 5 ? code : NULL;
}

static void
add_name (MlgImportBodies *self, const char *name, MlgRecord *body)
{
  g_autofree char *key = name != NULL ? mlg_import_name_key (name) : NULL;

  if (key == NULL || *key == '\0')
    return;
  g_ptr_array_add (get_list (self->names, g_strdup (key), NULL), body);
}

/**
 * mlg_import_bodies_add:
 * @body: one of the file, or one that an earlier row adds
 */
void
mlg_import_bodies_add (MlgImportBodies *self, MlgRecord *body)
{
  const char *name = mlg_record_get_text (body, MLG_BODY_NAME);
  Named *named = g_new (Named, 1);

  named->key = mlg_import_name_key (name != NULL ? name : "");
  named->body = g_object_ref (body);
  g_ptr_array_add (get_list (self->starts, g_strndup (named->key, 2), named_free), named);
  add_number (self, mlg_record_get_text (body, MLG_BODY_SIREN), SIREN_LENGTH, body);
  add_number (self, mlg_record_get_text (body, MLG_BODY_SIRET), SIREN_LENGTH, body);
  add_number (self, get_insee (body), 5, body);
  add_name (self, name, body);
  add_name (self, mlg_record_get_text (body, MLG_BODY_SHORT_NAME), body);
}

static MlgRecord *
find_number (MlgImportBodies *self, const char *number, gsize length)
{
  g_autofree char *key = number != NULL ? g_strndup (number, length) : NULL;

  return key != NULL ? g_hash_table_lookup (self->numbers, key) : NULL;
}

static gboolean
differ (MlgRecord *a, MlgRecord *b, guint field)
{
  const char *first = mlg_record_get_text (a, field), *second = mlg_record_get_text (b, field);

  return first != NULL && second != NULL && !g_str_equal (first, second);
}

/* Two communes of one name are in different places; their numbers differ too. */
static gboolean
are_told_apart (MlgRecord *a, MlgRecord *b)
{
  return differ (a, b, MLG_BODY_SIREN) || differ (a, b, MLG_BODY_INSEE)
         || differ (a, b, MLG_BODY_DEPARTEMENT) || differ (a, b, MLG_BODY_POSTCODE)
         || differ (a, b, MLG_BODY_CATEGORY);
}

/* Several bodies of the same name: which one is meant is not certain. */
static MlgRecord *
find_name (MlgImportBodies *self, MlgRecord *mention, const char *key, double *score)
{
  GPtrArray *list = g_hash_table_lookup (self->names, key);
  MlgRecord *found = NULL;
  guint n = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (list->pdata[i] != found && !are_told_apart (mention, list->pdata[i]))
      {
        found = found != NULL ? found : list->pdata[i];
        n++;
      }
  *score = n > 1 ? MLG_IMPORT_SAME_NAME : 1;
  return found;
}

static MlgRecord *
find_alike (MlgImportBodies *self, MlgRecord *mention, const char *key, double *score)
{
  g_autofree char *start = g_strndup (key, 2);
  GPtrArray *list = g_hash_table_lookup (self->starts, start);
  MlgRecord *found = NULL;

  *score = 0;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Named *named = list->pdata[i];
      double alike = mlg_import_name_compare (key, named->key);

      if (alike >= MLG_IMPORT_ALIKE && alike > *score && !are_told_apart (mention, named->body))
        {
          found = named->body;
          *score = alike;
        }
    }
  return found;
}

/**
 * mlg_import_bodies_find:
 * @mention: a body record of which only what is said is set
 * @score: (out): 1 when it is certain: the same number, or the only one of that name;
 *   less for a name that is alike
 *
 * Returns: (transfer none) (nullable): the body that is meant, if there is one that is alike at least
 */
MlgRecord *
mlg_import_bodies_find (MlgImportBodies *self, MlgRecord *mention, double *score)
{
  const char *name = mlg_record_get_text (mention, MLG_BODY_NAME);
  g_autofree char *key = name != NULL ? mlg_import_name_key (name) : g_strdup ("");
  MlgRecord *found;

  *score = 1;
  found = find_number (self, mlg_record_get_text (mention, MLG_BODY_SIREN), SIREN_LENGTH);
  if (found == NULL)
    found = find_number (self, mlg_record_get_text (mention, MLG_BODY_SIRET), SIREN_LENGTH);
  if (found == NULL)
    found = find_number (self, get_insee (mention), 5);
  if (found == NULL && *key != '\0')
    found = find_name (self, mention, key, score);
  return found != NULL || *key == '\0' ? found : find_alike (self, mention, key, score);
}

/**
 * mlg_import_bodies_find_text:
 * @text: what a cell says of a body: a number, or a name
 *
 * Returns: (transfer none) (nullable): as mlg_import_bodies_find()
 */
MlgRecord *
mlg_import_bodies_find_text (MlgImportBodies *self, const char *text, double *score)
{
  g_autoptr (MlgRecord) mention = mlg_record_new (&mlg_body_kind);
  static const guint fields[] = { MLG_BODY_SIREN, MLG_BODY_SIRET, MLG_BODY_INSEE, MLG_BODY_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (mlg_record_parse (mention, fields[i], text, NULL))
      break;
  return mlg_import_bodies_find (self, mention, score);
}
