/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-duplicate-private.h"

#include <string.h>

#include "mlg-body.h"
#include "mlg-name-distance.h"
#include "mlg-person.h"
#include "store/mlg-statement.h"

/* Bodies and people, reduced to what is compared. */

void
mlg_duplicate_item_free (MlgDuplicateItem *item)
{
  g_free (item->name);
  g_free (item->key);
  for (guint i = 0; i < ITEM_N_NUMBERS; i++)
    g_free (item->numbers[i]);
  g_free (item->category);
  g_strfreev (item->places);
  g_free (item);
}

/* The département, or what its code is the beginning of. */
static GStrv
find_place (const char *departement, const char *insee, const char *postcode)
{
  const char *code = departement != NULL ? departement : insee != NULL ? insee : postcode;
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();

  if (code != NULL && *code != '\0')
    {
      gboolean overseas = g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98");
      g_autofree char *place = g_strndup (code, overseas ? 3 : 2);

      /* A postcode does not tell the two départements of Corsica apart. */
      if (place[0] == '2' && (place[1] == 'A' || place[1] == 'B'))
        place[1] = '0';
      g_strv_builder_add (places, place);
    }
  return g_strv_builder_end (places);
}

/* Communes have codes of five characters; those of départements and regions are the same. */
static char *
dup_commune (const char *insee)
{
  return insee != NULL && strlen (insee) == 5 ? g_strdup (insee) : NULL;
}

static MlgDuplicateItem *
read_body (MlgStatement *row)
{
  MlgDuplicateItem *item = g_new0 (MlgDuplicateItem, 1);

  item->id = mlg_statement_get_integer (row, 0);
  item->name = g_strdup (mlg_statement_get_text (row, 1));
  item->key = mlg_name_make_key (item->name);
  item->numbers[ITEM_SIREN] = g_strdup (mlg_statement_get_text (row, 2));
  item->numbers[ITEM_SIRET] = g_strdup (mlg_statement_get_text (row, 3));
  item->numbers[ITEM_INSEE] = dup_commune (mlg_statement_get_text (row, 4));
  item->category = g_strdup (mlg_statement_get_text (row, 5));
  item->places = find_place (mlg_statement_get_text (row, 6), mlg_statement_get_text (row, 4),
                             mlg_statement_get_text (row, 7));
  return item;
}

static MlgDuplicateItem *
read_person (MlgStatement *row)
{
  MlgDuplicateItem *item = g_new0 (MlgDuplicateItem, 1);
  const char *email = mlg_statement_get_text (row, 2);
  const char *bodies = mlg_statement_get_text (row, 3);

  item->id = mlg_statement_get_integer (row, 0);
  item->name = g_strdup (mlg_statement_get_text (row, 1));
  item->key = mlg_name_make_sorted_key (item->name);
  item->numbers[ITEM_EMAIL] = email != NULL ? g_utf8_casefold (email, -1) : NULL;
  item->places = g_strsplit (bodies != NULL ? bodies : "", ",", -1);
  return item;
}

GPtrArray *
mlg_duplicate_load_items (MlgConnection *db, const MlgKind *kind, GError **error)
{
  gboolean bodies = kind == &mlg_body_kind;
  g_autofree char *name = mlg_kind_get_name_sql (&mlg_person_kind, "p");
  g_autofree char *people =
      g_strdup_printf ("SELECT p.id, %s, p.email,"
                       " (SELECT group_concat(DISTINCT f.body) FROM function AS f"
                       " WHERE f.person=p.id) FROM person AS p ORDER BY p.id",
                       name);
  g_autoptr (MlgStatement) row = mlg_connection_prepare (
      db,
      bodies ? "SELECT id, name, siren, siret, insee, category, departement, postcode FROM body"
               " ORDER BY id"
             : people,
      error);
  g_autoptr (GPtrArray) items =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_duplicate_item_free);
  MlgStep step;

  if (row == NULL)
    return NULL;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    g_ptr_array_add (items, bodies ? read_body (row) : read_person (row));
  return step == MLG_STEP_DONE ? g_steal_pointer (&items) : NULL;
}
