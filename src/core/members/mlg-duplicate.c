/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-duplicate-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-body.h"
#include "mlg-distinction.h"
#include "mlg-name-distance.h"
#include "mlg-person.h"

/* Records that may be there twice. */

/**
 * mlg_duplicate_free:
 * @duplicate: (transfer full): two records that look alike
 *
 * Frees what is told of a pair; the records stay.
 */
void
mlg_duplicate_free (MlgDuplicate *duplicate)
{
  g_free (duplicate->first_name);
  g_free (duplicate->second_name);
  g_free (duplicate);
}

static gboolean
is_same (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_str_equal (a, b);
}

static gboolean
is_different (const char *a, const char *b)
{
  return a != NULL && b != NULL && !g_str_equal (a, b);
}

static gboolean
share_place (const MlgDuplicateItem *a, const MlgDuplicateItem *b)
{
  for (guint i = 0; a->places[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) b->places, a->places[i]))
      return TRUE;
  return FALSE;
}

/* Two establishments of one legal person, a commune and its intercommunal body, two communes. */
static gboolean
are_told_apart (const MlgDuplicateItem *a, const MlgDuplicateItem *b)
{
  return is_different (a->numbers[ITEM_SIRET], b->numbers[ITEM_SIRET])
         || is_different (a->numbers[ITEM_SIREN], b->numbers[ITEM_SIREN])
         || is_different (a->numbers[ITEM_INSEE], b->numbers[ITEM_INSEE]);
}

typedef struct
{
  MlgDuplicateReason reason;
  double score;
} Verdict;

/* The scores are an order of confidence, not frequencies: what people see first. */
static gboolean
judge_numbers (const MlgDuplicateItem *a, const MlgDuplicateItem *b, gboolean alike, Verdict *v)
{
  gboolean same_form = !is_different (a->category, b->category);

  if (is_same (a->numbers[ITEM_SIRET], b->numbers[ITEM_SIRET]))
    *v = (Verdict){ MLG_DUPLICATE_SIRET, alike ? 1.0 : 0.9 };
  else if (is_same (a->numbers[ITEM_SIREN], b->numbers[ITEM_SIREN]))
    *v = (Verdict){ MLG_DUPLICATE_SIREN, alike ? 0.98 : same_form ? 0.8 : 0.5 };
  else if (is_same (a->numbers[ITEM_INSEE], b->numbers[ITEM_INSEE]) && same_form)
    *v = (Verdict){ MLG_DUPLICATE_INSEE, alike ? 0.95 : 0.6 };
  else if (is_same (a->numbers[ITEM_EMAIL], b->numbers[ITEM_EMAIL]))
    *v = (Verdict){ MLG_DUPLICATE_EMAIL, alike ? 0.98 : 0.6 };
  else
    return FALSE;
  return TRUE;
}

static gboolean
judge_names (const MlgDuplicateItem *a, const MlgDuplicateItem *b, guint distance, Verdict *v)
{
  gboolean unknown = a->places[0] == NULL || b->places[0] == NULL;
  double doubt = is_different (a->numbers[ITEM_EMAIL], b->numbers[ITEM_EMAIL]) ? 0.2 : 0;

  if (is_different (a->category, b->category))
    return FALSE;
  if (share_place (a, b))
    *v = (Verdict){ distance == 0 ? MLG_DUPLICATE_NAME_PLACE : MLG_DUPLICATE_NEAR_NAME,
                    0.9 - 0.1 * distance - doubt };
  else if (unknown && distance == 0)
    *v = (Verdict){ MLG_DUPLICATE_NAME, 0.6 - doubt };
  else
    return FALSE;
  return TRUE;
}

static gboolean
judge (const MlgDuplicateItem *a, const MlgDuplicateItem *b, Verdict *verdict)
{
  guint tolerance, distance;
  gboolean alike;

  if (are_told_apart (a, b))
    return FALSE;
  tolerance = mlg_name_get_tolerance (a->key, b->key);
  distance = mlg_name_get_distance (a->key, b->key, tolerance);
  alike = distance <= tolerance && *a->key != '\0';
  return judge_numbers (a, b, alike, verdict) || (alike && judge_names (a, b, distance, verdict));
}

static MlgDuplicate *
make_duplicate (const MlgKind *kind,
                const MlgDuplicateItem *a,
                const MlgDuplicateItem *b,
                const Verdict *verdict)
{
  MlgDuplicate *duplicate = g_new0 (MlgDuplicate, 1);

  duplicate->kind = kind;
  duplicate->first = a->id;
  duplicate->second = b->id;
  duplicate->first_name = g_strdup (a->name);
  duplicate->second_name = g_strdup (b->name);
  duplicate->reason = verdict->reason;
  duplicate->score = verdict->score;
  return duplicate;
}

/* The same key for a pair in either order. */
static char *
make_pair_key (gint64 one, gint64 other)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, MIN (one, other),
                          MAX (one, other));
}

/* Returns: (transfer full): the pairs that a person has told apart */
static GHashTable *
load_distinctions (MlgConnection *db, const MlgKind *kind, GError **error)
{
  gboolean bodies = kind == &mlg_body_kind;
  guint one = bodies ? MLG_DISTINCTION_BODY : MLG_DISTINCTION_PERSON;
  guint other = bodies ? MLG_DISTINCTION_OTHER_BODY : MLG_DISTINCTION_OTHER_PERSON;
  g_autoptr (GPtrArray) records =
      mlg_record_load_where (db, &mlg_distinction_kind, error,
                             bodies ? "WHERE body IS NOT NULL" : "WHERE person IS NOT NULL", "");
  GHashTable *pairs;

  if (records == NULL)
    return NULL;
  pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (pairs, make_pair_key (mlg_record_get_integer (records->pdata[i], one),
                                            mlg_record_get_integer (records->pdata[i], other)));
  return pairs;
}

static gboolean
is_distinct (GHashTable *distinctions, const MlgDuplicateItem *a, const MlgDuplicateItem *b)
{
  g_autofree char *key = make_pair_key (a->id, b->id);

  return g_hash_table_contains (distinctions, key);
}

static int
compare_duplicates (gconstpointer a, gconstpointer b)
{
  const MlgDuplicate *first = *(MlgDuplicate *const *) a, *second = *(MlgDuplicate *const *) b;

  if (first->score < second->score || first->score > second->score)
    return first->score > second->score ? -1 : 1;
  return g_utf8_collate (first->first_name, second->first_name);
}

/**
 * mlg_duplicate_find:
 * @kind: bodies or people
 *
 * Looks for records that may be there twice: bodies with the same SIRET, SIREN or INSEE code, or with
 * nearly the same name in the same département; people with the same e-mail address, or with nearly the
 * same name in the same body. Records that a number tells apart are never found, nor those that a person
 * told apart: see mlg_distinction_add().
 *
 * Returns: (transfer full) (element-type MlgDuplicate): the likeliest first
 */
GPtrArray *
mlg_duplicate_find (MlgConnection *db, const MlgKind *kind, GError **error)
{
  g_autoptr (GHashTable) distinctions = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GArray) pairs = NULL;
  GPtrArray *found;

  g_return_val_if_fail (kind == &mlg_body_kind || kind == &mlg_person_kind, NULL);

  distinctions = load_distinctions (db, kind, error);
  items = distinctions != NULL ? mlg_duplicate_load_items (db, kind, error) : NULL;
  if (items == NULL)
    return NULL;
  pairs = mlg_duplicate_find_candidates (items);
  found = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_duplicate_free);
  for (guint i = 0; i < pairs->len; i++)
    {
      MlgDuplicatePair pair = g_array_index (pairs, MlgDuplicatePair, i);
      const MlgDuplicateItem *first = items->pdata[pair.first];
      const MlgDuplicateItem *second = items->pdata[pair.second];
      Verdict verdict;

      if (judge (first, second, &verdict) && !is_distinct (distinctions, first, second))
        g_ptr_array_add (found, make_duplicate (kind, first, second, &verdict));
    }
  g_ptr_array_sort (found, compare_duplicates);
  return found;
}

/**
 * mlg_duplicate_get_reason_title:
 *
 * Returns: why, in a few words, translated
 */
const char *
mlg_duplicate_get_reason_title (const MlgDuplicate *duplicate)
{
  gboolean people = duplicate->kind == &mlg_person_kind;

  switch (duplicate->reason)
    {
    case MLG_DUPLICATE_SIRET:
      return _ ("Same SIRET");
    case MLG_DUPLICATE_SIREN:
      return _ ("Same SIREN");
    case MLG_DUPLICATE_INSEE:
      return _ ("Same INSEE code");
    case MLG_DUPLICATE_EMAIL:
      return _ ("Same e-mail address");
    case MLG_DUPLICATE_NAME_PLACE:
      return people ? _ ("Same name in the same body") : _ ("Same name in the same département");
    case MLG_DUPLICATE_NEAR_NAME:
      return people ? _ ("Similar name in the same body")
                    : _ ("Similar name in the same département");
    case MLG_DUPLICATE_NAME:
    default:
      return _ ("Same name");
    }
}
