/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-people.h"

#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "store/mlg-fold.h"
#include "store/mlg-record-sql.h"

/* Two people are one when they have the same address; else when they have the same name in the same
 * body, or the same name and nothing tells them apart. */
struct _MlgImportPeople
{
  GHashTable *addresses; /* (owned) folded e-mail → MlgRecord (unowned), the first one */
  GHashTable *names;     /* (owned) folded name → GPtrArray of MlgRecord (unowned) */
  GHashTable *functions; /* (owned) id of a person → GPtrArray of MlgRecord */
  GPtrArray *people;     /* (owned) of MlgRecord */
};

static void
unref_list (gpointer list)
{
  g_ptr_array_unref (list);
}

static gboolean
load (MlgImportPeople *self, MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) people =
      mlg_record_load_where (db, &mlg_person_kind, error, "ORDER BY id", "");
  g_autoptr (GPtrArray) functions =
      people != NULL ? mlg_record_load_where (db, &mlg_function_kind, error, "ORDER BY id", "")
                     : NULL;

  if (functions == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    mlg_import_people_add (self, people->pdata[i]);
  for (guint i = 0; i < functions->len; i++)
    mlg_import_people_add_function (self, functions->pdata[i]);
  return TRUE;
}

/**
 * mlg_import_people_new:
 *
 * Returns: (transfer full): a finder that knows the people of the file, or %NULL with a store error
 */
MlgImportPeople *
mlg_import_people_new (MlgConnection *db, GError **error)
{
  g_autoptr (MlgImportPeople) self = g_new (MlgImportPeople, 1);

  self->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_list);
  self->functions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, unref_list);
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  return load (self, db, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * mlg_import_people_free:
 * @self: (transfer full): the people of an import
 *
 * Frees what an import knows of the people that are there; the records live on with their
 * references.
 */
void
mlg_import_people_free (MlgImportPeople *self)
{
  g_hash_table_unref (self->addresses);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->functions);
  g_ptr_array_unref (self->people);
  g_free (self);
}

static char *
fold_name (MlgRecord *person)
{
  g_autofree char *name = mlg_record_dup_name (person);

  return mlg_fold (name);
}

/**
 * mlg_import_people_add:
 * @person: one of the file, or one that an earlier row adds, with its id
 */
void
mlg_import_people_add (MlgImportPeople *self, MlgRecord *person)
{
  const char *email = mlg_record_get_text (person, MLG_PERSON_EMAIL);
  g_autofree char *address = email != NULL ? g_utf8_casefold (email, -1) : NULL;
  g_autofree char *name = fold_name (person);
  GPtrArray *list = g_hash_table_lookup (self->names, name);

  g_ptr_array_add (self->people, g_object_ref (person));
  if (address != NULL && !g_hash_table_contains (self->addresses, address))
    g_hash_table_insert (self->addresses, g_steal_pointer (&address), person);
  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (self->names, g_steal_pointer (&name), list);
    }
  g_ptr_array_add (list, person);
}

/**
 * mlg_import_people_add_function:
 * @function: one of the file, or one that an earlier row adds
 */
void
mlg_import_people_add_function (MlgImportPeople *self, MlgRecord *function)
{
  gint64 person = mlg_record_get_integer (function, MLG_FUNCTION_PERSON);
  GPtrArray *list = g_hash_table_lookup (self->functions, &person);

  if (list == NULL)
    {
      list = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->functions, g_memdup2 (&person, sizeof person), list);
    }
  g_ptr_array_add (list, g_object_ref (function));
}

/**
 * mlg_import_people_get_functions:
 * @person: an id
 *
 * Returns: (transfer none) (nullable) (element-type MlgRecord): the functions of a person
 */
GPtrArray *
mlg_import_people_get_functions (MlgImportPeople *self, gint64 person)
{
  return g_hash_table_lookup (self->functions, &person);
}

/**
 * mlg_import_people_get:
 *
 * Returns: (transfer none) (nullable): a person by their id
 */
MlgRecord *
mlg_import_people_get (MlgImportPeople *self, gint64 id)
{
  for (guint i = 0; i < self->people->len; i++)
    if (mlg_record_get_id (self->people->pdata[i]) == id)
      return self->people->pdata[i];
  return NULL;
}

static gboolean
contains (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* Returns: how sure it is that both are one: 2 in the same body, 1 when nothing tells them apart. */
static guint
compare (MlgImportPeople *self, MlgRecord *known, MlgRecord *person, GArray *bodies)
{
  GPtrArray *functions = mlg_import_people_get_functions (self, mlg_record_get_id (known));
  const char *first = mlg_record_get_text (known, MLG_PERSON_EMAIL);
  const char *second = mlg_record_get_text (person, MLG_PERSON_EMAIL);

  for (guint i = 0; functions != NULL && i < functions->len; i++)
    if (contains (bodies, mlg_record_get_integer (functions->pdata[i], MLG_FUNCTION_BODY)))
      return 2;
  if (first != NULL && second != NULL)
    return 0;
  return bodies->len == 0 || functions == NULL ? 1 : 0;
}

/**
 * mlg_import_people_find:
 * @bodies: (element-type gint64): the bodies in which the row says that the person works
 * @field: (out): the field that both share; -1 for the name and the body
 *
 * Returns: (transfer none) (nullable): the known person who is the same as @person
 */
MlgRecord *
mlg_import_people_find (MlgImportPeople *self, MlgRecord *person, GArray *bodies, int *field)
{
  const char *email = mlg_record_get_text (person, MLG_PERSON_EMAIL);
  g_autofree char *address = email != NULL ? g_utf8_casefold (email, -1) : NULL;
  g_autofree char *name = fold_name (person);
  GPtrArray *list = g_hash_table_lookup (self->names, name);
  MlgRecord *found = address != NULL ? g_hash_table_lookup (self->addresses, address) : NULL;
  guint best = 0;

  *field = found != NULL ? MLG_PERSON_EMAIL : -1;
  for (guint i = 0; *field < 0 && list != NULL && i < list->len; i++)
    {
      guint sure = compare (self, list->pdata[i], person, bodies);

      if (sure > best)
        {
          best = sure;
          found = list->pdata[i];
        }
    }
  return found;
}
