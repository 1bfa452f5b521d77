/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-code-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-code-french.h"

/* How many titles say what a list holds. */
#define MOST_TOLD 6

/* Lists are looked up thousands of times by an import: each gets an index at the first look-up, which
 * stays. Lists are few and static, so that a chain which only grows at its head serves all threads
 * without a lock. */
typedef struct _Index Index;

struct _Index
{
  const MlgCodeList *list; /* (unowned) static */
  GHashTable *codes;       /* (owned) code → MlgCode */
  GHashTable *titles;      /* (owned) a title in English or French, simplified → MlgCode */
  Index *next;             /* (owned) (nullable) */
};

static Index *indexes; /* (owned) (nullable) */

static void
add_title (Index *index, const char *title, const MlgCode *entry)
{
  char *simple = title != NULL ? mlg_code_french_simplify (title) : NULL;

  if (simple == NULL || *simple == '\0' || g_hash_table_contains (index->titles, simple))
    g_free (simple);
  else
    g_hash_table_insert (index->titles, simple, (gpointer) entry);
}

static Index *
make_index (const MlgCodeList *list)
{
  Index *index = g_new0 (Index, 1);

  index->list = list;
  index->codes = g_hash_table_new (g_str_hash, g_str_equal);
  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (!g_hash_table_contains (index->codes, entry->code))
      g_hash_table_insert (index->codes, (gpointer) entry->code, (gpointer) entry);
  index->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    {
      add_title (index, entry->title, entry);
      add_title (index, mlg_code_french_find (entry->title), entry);
    }
  do
    index->next = g_atomic_pointer_get (&indexes);
  while (!g_atomic_pointer_compare_and_exchange (&indexes, index->next, index));
  return index;
}

static const Index *
get_index (const MlgCodeList *list)
{
  for (Index *index = g_atomic_pointer_get (&indexes); index != NULL; index = index->next)
    if (index->list == list)
      return index;
  return make_index (list);
}

/**
 * mlg_code_list_find:
 * @code: (nullable): a code
 *
 * Returns: (nullable): the entry, owned by the list
 */
const MlgCode *
mlg_code_list_find (const MlgCodeList *list, const char *code)
{
  g_return_val_if_fail (list != NULL, NULL);

  if (code == NULL)
    return NULL;
  return g_hash_table_lookup (get_index (list)->codes, code);
}

/* Letter case is no difference between two titles: spreadsheets are typed by hand. */
static gboolean
same_title (const char *a, const char *b)
{
  g_autofree char *folded_a = g_utf8_casefold (a, -1);
  g_autofree char *folded_b = g_utf8_casefold (b, -1);

  return g_utf8_collate (folded_a, folded_b) == 0;
}

/* Who writes "member?" is not sure: that is told, not taken for an answer. */
static const MlgCode *
find_simplified (const MlgCodeList *list, const char *title)
{
  g_autofree char *simple = NULL;
  const MlgCode *entry;

  if (strchr (title, '?') != NULL)
    return NULL;
  simple = mlg_code_french_simplify (title);
  entry = g_hash_table_lookup (get_index (list)->titles, simple);
  return entry != NULL
             ? entry
             : mlg_code_list_find (list, mlg_code_french_find_synonym (list->name, simple));
}

/**
 * mlg_code_list_find_by_title:
 * @title: a code, or its title in English, in French or in the person's language, whatever the case, or
 *   the usual French words for it
 *
 * Reads back what an export wrote, or what somebody typed in a spreadsheet.
 *
 * Returns: (nullable): the entry, owned by the list
 */
const MlgCode *
mlg_code_list_find_by_title (const MlgCodeList *list, const char *title)
{
  const MlgCode *exact = mlg_code_list_find (list, title);

  if (exact != NULL || title == NULL)
    return exact;
  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (same_title (entry->title, title) || same_title (_ (entry->title), title))
      return entry;
  return find_simplified (list, title);
}

/**
 * mlg_code_list_get_title:
 * @code: (nullable): a code
 *
 * Returns: the translated title; the code itself where the list does not know it; "" for %NULL
 */
const char *
mlg_code_list_get_title (const MlgCodeList *list, const char *code)
{
  const MlgCode *entry = mlg_code_list_find (list, code);

  if (entry != NULL)
    return _ (entry->title);
  return code != NULL ? code : "";
}

/**
 * mlg_code_list_get_group:
 * @code: (nullable): a code
 *
 * Returns: (transfer none) (nullable): the broader family that the code belongs to, to be translated
 *   for people; %NULL for a code without one, or that the list does not know
 */
const char *
mlg_code_list_get_group (const MlgCodeList *list, const char *code)
{
  const MlgCode *entry = mlg_code_list_find (list, code);

  return entry != NULL ? entry->group : NULL;
}

static gboolean
contains (GPtrArray *texts, const char *text)
{
  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (texts->pdata[i], text))
      return TRUE;
  return FALSE;
}

/**
 * mlg_code_list_get_groups:
 *
 * Returns: (transfer container) (array zero-terminated=1): the families, in the order of the list
 */
const char **
mlg_code_list_get_groups (const MlgCodeList *list)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (entry->group != NULL && !contains (groups, entry->group))
      g_ptr_array_add (groups, (gpointer) entry->group);
  g_ptr_array_add (groups, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&groups), FALSE);
}

/**
 * mlg_code_list_get_group_codes:
 * @group: a family, not translated
 *
 * Returns: (transfer container) (array zero-terminated=1): its codes, none for what is no family
 */
const char **
mlg_code_list_get_group_codes (const MlgCodeList *list, const char *group)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (g_strcmp0 (entry->group, group) == 0)
      g_ptr_array_add (codes, (gpointer) entry->code);
  g_ptr_array_add (codes, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* A group by its title in any of the languages, or by the short name that people have for it. */
static gboolean
is_named (const char *group, const char *simple)
{
  static const char *const epci[] = { "epci", "intercommunalite", "interco" };
  const char *french = mlg_code_french_find (group);
  g_autofree char *simple_english = mlg_code_french_simplify (group);
  g_autofree char *simple_french = mlg_code_french_simplify (french != NULL ? french : group);

  if (g_str_equal (group, "Intercommunal Bodies"))
    for (guint i = 0; i < G_N_ELEMENTS (epci); i++)
      if (g_str_equal (epci[i], simple))
        return TRUE;
  return g_str_equal (simple_english, simple) || g_str_equal (simple_french, simple);
}

/**
 * mlg_code_list_find_group:
 * @name: the title of a family of codes, in English or in French, whatever the case; "EPCI"
 *
 * Returns: (transfer none) (nullable): the family, not translated
 */
const char *
mlg_code_list_find_group (const MlgCodeList *list, const char *name)
{
  g_autofree char *simple = mlg_code_french_simplify (name);

  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    if (entry->group != NULL && is_named (entry->group, simple))
      return entry->group;
  return NULL;
}

/**
 * mlg_code_list_tell:
 * @group: (nullable): a family of codes, not translated; %NULL for all
 *
 * Returns: (transfer full): some of the titles, to say what is expected: "Commune, Region, …"
 */
char *
mlg_code_list_tell (const MlgCodeList *list, const char *group)
{
  g_autoptr (GString) told = g_string_new (NULL);
  guint n = 0;

  for (const MlgCode *entry = list->codes; entry->code != NULL; entry++)
    {
      if (group != NULL && g_strcmp0 (group, entry->group) != 0)
        continue;
      if (n++ == MOST_TOLD)
        {
          g_string_append (told, ", …");
          break;
        }
      g_string_append_printf (told, "%s%s", n > 1 ? ", " : "", _ (entry->title));
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

/**
 * mlg_code_list_get_n:
 *
 * Returns: how many codes the list has
 */
guint
mlg_code_list_get_n (const MlgCodeList *list)
{
  guint n = 0;

  while (list->codes[n].code != NULL)
    n++;
  return n;
}
