/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory.h"

#include <string.h>

#include "../mlg-nuts.h"
#include "store/mlg-fold.h"
#include "store/mlg-statement.h"

/* The public bodies of France, to look up while typing. Rows are numbered by descending population:
 * the first that match are the most likely, and are found without sorting. */
#define COLUMNS                                                                                    \
  "e.kind, e.siren, e.insee, e.name, e.population, e.departement, e.region, e.epci, e.postcodes"
#define FROM " FROM directory.entry AS e "

/**
 * mlg_directory_entry_free:
 * @entry: (transfer full): an entry of the directory
 *
 * Frees a copy of an entry of the reference directory.
 */
void
mlg_directory_entry_free (MlgDirectoryEntry *entry)
{
  g_free (entry->kind);
  g_free (entry->siren);
  g_free (entry->insee);
  g_free (entry->name);
  g_free (entry->departement);
  g_free (entry->region);
  g_free (entry->epci);
  g_free (entry->postcode);
  g_free (entry);
}

/**
 * mlg_directory_attach:
 *
 * Makes the directory readable through a connection; no error if it is already. It is looked for in
 * the folder that the environment variable MLG_DATA_DIR names, else where it was installed.
 */
gboolean
mlg_directory_attach (MlgConnection *db, GError **error)
{
  const char *folder = g_getenv ("MLG_DATA_DIR");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : MLG_DATA_DIR, "reference",
                                            "directory.sqlite", NULL);

  return mlg_connection_attach (db, path, "directory", error);
}

static char *
dup_first_word (const char *text)
{
  return text != NULL ? g_strndup (text, strcspn (text, " ")) : NULL;
}

static MlgDirectoryEntry *
read_entry (MlgStatement *row)
{
  MlgDirectoryEntry *entry = g_new0 (MlgDirectoryEntry, 1);

  entry->kind = g_strdup (mlg_statement_get_text (row, 0));
  entry->siren = g_strdup (mlg_statement_get_text (row, 1));
  entry->insee = g_strdup (mlg_statement_get_text (row, 2));
  entry->name = g_strdup (mlg_statement_get_text (row, 3));
  entry->population = mlg_statement_get_integer (row, 4);
  entry->departement = g_strdup (mlg_statement_get_text (row, 5));
  entry->region = g_strdup (mlg_statement_get_text (row, 6));
  entry->epci = g_strdup (mlg_statement_get_text (row, 7));
  entry->postcode = dup_first_word (mlg_statement_get_text (row, 8));
  return entry;
}

/* A place may be emptied when its entry is handed on. */
static void
free_entry (gpointer entry)
{
  if (entry != NULL)
    mlg_directory_entry_free (entry);
}

static GPtrArray *
list (MlgConnection *db, const char *tail, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autofree char *sql = g_strconcat ("SELECT " COLUMNS FROM, tail, " LIMIT ?2", NULL);
  g_autoptr (MlgStatement) statement =
      mlg_directory_attach (db, error) ? mlg_connection_prepare (db, sql, error) : NULL;
  MlgStep step;

  if (statement == NULL)
    return NULL;
  mlg_statement_bind_text (statement, 1, text);
  mlg_statement_bind_integer (statement, 2, limit);
  while ((step = mlg_statement_step (statement, error)) == MLG_STEP_ROW)
    g_ptr_array_add (entries, read_entry (statement));
  return step == MLG_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}

static gboolean
is_number (const char *text)
{
  return *text != '\0' && strspn (text, "0123456789 ") == strlen (text);
}

/* Every word typed begins a word of the name. */
static char *
write_match (const char *words)
{
  g_autofree char *folded = mlg_fold (words);
  GString *match = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          if (!inside)
            g_string_append (match, "\"");
          g_string_append_unichar (match, c);
        }
      else if (inside)
        g_string_append (match, "\"* ");
      inside = g_unichar_isalnum (c);
    }
  if (inside)
    g_string_append (match, "\"*");
  return g_string_free (match, FALSE);
}

/* Those whose name begins so, then the others; each by population, as they were. Those of the very name
 * were found before. */
static void
add_others (GPtrArray *chosen, GPtrArray *entries, const char *folded, guint limit)
{
  for (guint others = 0; others <= 1; others++)
    for (guint i = 0; i < entries->len && chosen->len < limit; i++)
      {
        const MlgDirectoryEntry *entry = entries->pdata[i];
        g_autofree char *name = entry != NULL ? mlg_fold (entry->name) : NULL;

        if (name != NULL && !g_str_equal (name, folded)
            && g_str_has_prefix (name, folded) == (others == 0))
          g_ptr_array_add (chosen, g_steal_pointer (&entries->pdata[i]));
      }
}

static GPtrArray *
list_matching (MlgConnection *db, const char *match, guint limit, GError **error)
{
  return list (db,
               "WHERE e.id IN (SELECT rowid FROM directory.entry_words"
               " WHERE entry_words MATCH ?1 ORDER BY rowid LIMIT ?2) ORDER BY e.id",
               match, limit, error);
}

/* The beginning of a SIREN, an INSEE code or a postcode, however its digits are grouped. */
static GPtrArray *
list_numbered (MlgConnection *db, const char *number, guint limit, GError **error)
{
  g_autoptr (GString) match = g_string_new (number);

  g_string_replace (match, " ", "", 0);
  g_string_prepend_c (match, '"');
  g_string_append (match, "\"*");
  return list_matching (db, match->str, limit, error);
}

/**
 * mlg_directory_suggest:
 * @words: what a person typed: the beginning of words of a name, a SIREN, an INSEE code, a postcode
 * @limit: how many at the most
 *
 * Returns: (transfer full) (element-type MlgDirectoryEntry): the likeliest bodies first: those of the
 *   very name, those whose name begins so, the others; each by population
 */
GPtrArray *
mlg_directory_suggest (MlgConnection *db, const char *words, guint limit, GError **error)
{
  enum
  {
    LOOKED_AT = 60
  };
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  g_autofree char *folded = mlg_fold (stripped);
  g_autofree char *match = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  if (is_number (stripped))
    return list_numbered (db, stripped, limit, error);
  match = write_match (stripped);
  if (*match == '\0')
    return g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_directory_entry_free);
  chosen = list (db, "WHERE e.folded=?1 ORDER BY e.id", folded, limit, error);
  if (chosen == NULL)
    return NULL;
  entries = list_matching (db, match, MAX (limit, LOOKED_AT), error);
  if (entries == NULL)
    return NULL;
  add_others (chosen, entries, folded, limit);
  return g_steal_pointer (&chosen);
}

/**
 * mlg_directory_find:
 * @number: a SIREN, or the INSEE code of a commune
 *
 * Returns: (transfer full) (nullable): the body; %NULL without @error when there is none
 */
MlgDirectoryEntry *
mlg_directory_find (MlgConnection *db, const char *number, GError **error)
{
  g_autoptr (GPtrArray) found =
      list (db, "WHERE e.siren=?1 OR e.insee=?1 AND e.kind='commune'", number, 1, error);

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * mlg_directory_find_place:
 * @kind: "departement" or "region", whose codes are not those of communes
 * @code: its code of INSEE
 *
 * Returns: (transfer full) (nullable): the body; %NULL without @error when there is none
 */
MlgDirectoryEntry *
mlg_directory_find_place (MlgConnection *db, const char *kind, const char *code, GError **error)
{
  const char *tail = g_str_equal (kind, "region") ? "WHERE e.insee=?1 AND e.kind='region'"
                                                  : "WHERE e.insee=?1 AND e.kind='departement'";
  g_autoptr (GPtrArray) found = list (db, tail, code, 1, error);

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * mlg_directory_list_members:
 * @epci: the SIREN of an EPCI
 *
 * Returns: (transfer full) (element-type MlgDirectoryEntry): its communes, the largest first
 */
GPtrArray *
mlg_directory_list_members (MlgConnection *db, const char *epci, GError **error)
{
  return list (db, "WHERE e.epci=?1 ORDER BY e.id", epci, G_MAXINT, error);
}

/**
 * mlg_directory_list_groupings:
 * @departement: a département's code
 *
 * Returns: (transfer full) (element-type MlgDirectoryEntry): its EPCI, the largest first
 */
GPtrArray *
mlg_directory_list_groupings (MlgConnection *db, const char *departement, GError **error)
{
  return list (db,
               "WHERE e.departement=?1 AND e.kind NOT IN ('commune', 'departement', 'region')"
               " ORDER BY e.id",
               departement, G_MAXINT, error);
}

/**
 * mlg_directory_get_category:
 * @kind: the kind of an entry, in letters of any case
 *
 * The legal category (INSEE, niveau III). The Métropole de Lyon is a collectivité à statut
 * particulier (CGCT, L3611-1), filed with the other territorial authorities. An établissement public
 * territorial of Greater Paris (CGCT, L5219-2) is filed with the cooperation bodies of no named kind,
 * by elimination; to check: no source that was read gives its category.
 *
 * Returns: (nullable): its code
 */
const char *
mlg_directory_get_category (const char *kind)
{
  static const char *const categories[][2] = {
    { "commune", "7210" },     { "CC", "7346" },     { "CA", "7348" },
    { "CU", "7343" },          { "METRO", "7344" },  { "MET69", "7229" },
    { "departement", "7220" }, { "region", "7230" }, { "EPT", "7349" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if (g_ascii_strcasecmp (categories[i][0], kind) == 0)
      return categories[i][1];
  return NULL;
}

/**
 * mlg_directory_entry_to_body:
 *
 * Returns: (transfer full): a new body with all that the directory knows
 */
MlgRecord *
mlg_directory_entry_to_body (const MlgDirectoryEntry *entry)
{
  MlgRecord *body = mlg_record_new (&mlg_body_kind);
  gboolean commune = g_str_equal (entry->kind, "commune");

  mlg_record_set_text (body, MLG_BODY_NAME, entry->name);
  mlg_record_set_text (body, MLG_BODY_CATEGORY, mlg_directory_get_category (entry->kind));
  mlg_record_set_text (body, MLG_BODY_SIREN, entry->siren);
  mlg_record_set_text (body, MLG_BODY_INSEE, entry->insee);
  mlg_record_set_text (body, MLG_BODY_DEPARTEMENT, entry->departement);
  mlg_record_set_text (body, MLG_BODY_REGION, entry->region);
  mlg_record_set_text (body, MLG_BODY_NUTS, mlg_departement_get_nuts (entry->departement));
  mlg_record_set_text (body, MLG_BODY_EPCI, entry->epci);
  mlg_record_set_text (body, MLG_BODY_POSTCODE, entry->postcode);
  if (commune)
    mlg_record_set_text (body, MLG_BODY_CITY, entry->name);
  if (entry->population > 0)
    mlg_record_set_integer (body, MLG_BODY_POPULATION, entry->population);
  return body;
}
