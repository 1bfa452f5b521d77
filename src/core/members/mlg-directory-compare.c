/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-directory-work.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-name-distance.h"
#include "store/mlg-statement.h"

/* What became of the network's bodies in a newer directory. Only what both say is compared: what the
 * directory does not know has not changed, and a body that it does not have any more was merged, split,
 * dissolved or renumbered: nothing in it tells which, so nothing is guessed. */

/**
 * mlg_directory_finding_free:
 * @finding: (transfer full): a difference from the directory
 *
 * Frees what was found of a member that changed.
 */
void
mlg_directory_finding_free (MlgDirectoryFinding *finding)
{
  g_free (finding->name);
  g_free (finding->ours);
  g_free (finding->theirs);
  g_free (finding->our_name);
  g_free (finding->their_name);
  g_free (finding);
}

/* A body is the one that has its SIREN, else the one that has its INSEE code: for communes, and for the
 * départements and regions, whose codes are others. What has a SIRET of its own beside a commune's SIREN
 * may be one of its services: it is compared by nothing but its SIREN, so never by its name. */
static const char comparing[] =
    "SELECT b.id, b.name, b.category, b.siren, b.insee, b.epci, b.population,"
    " e.kind, e.name, e.siren, e.insee, e.epci, e.population, b.siret IS NOT NULL,"
    " (SELECT n.name FROM directory.entry AS n WHERE n.siren=b.epci),"
    " (SELECT n.name FROM directory.entry AS n WHERE n.siren=e.epci) FROM body AS b"
    " LEFT JOIN directory.entry AS e ON e.id=coalesce("
    "(SELECT s.id FROM directory.entry AS s WHERE s.siren=b.siren),"
    "CASE WHEN b.category='7220' THEN"
    " (SELECT i.id FROM directory.entry AS i WHERE i.insee=b.insee AND i.kind='departement')"
    " WHEN b.category='7230' THEN"
    " (SELECT i.id FROM directory.entry AS i WHERE i.insee=b.insee AND i.kind='region')"
    " WHEN b.category='7210' OR b.category IS NULL THEN"
    " (SELECT i.id FROM directory.entry AS i WHERE i.insee=b.insee AND i.kind='commune') END)"
    " WHERE b.siren IS NOT NULL OR b.insee IS NOT NULL ORDER BY fold(b.name), b.id";

enum
{
  BODY_ID,
  BODY_NAME,
  BODY_CATEGORY,
  BODY_SIREN,
  BODY_INSEE,
  BODY_EPCI,
  BODY_POPULATION,
  ENTRY_KIND,
  ENTRY_NAME,
  ENTRY_SIREN,
  ENTRY_INSEE,
  ENTRY_EPCI,
  ENTRY_POPULATION,
  BODY_HAS_SIRET,
  BODY_EPCI_NAME,
  ENTRY_EPCI_NAME,
};

/* The categories that the directory has all bodies of: communes, and EPCI à fiscalité propre. Those of
 * départements and regions have no number there that could be missed. */
static gboolean
is_covered (const char *category)
{
  static const char *const covered[] = { "7210", "7343", "7344", "7346", "7348", NULL };

  return category != NULL && g_strv_contains (covered, category);
}

static void
add_finding (
    GPtrArray *findings, MlgStatement *row, int field, const char *ours, const char *theirs)
{
  MlgDirectoryFinding *finding = g_new0 (MlgDirectoryFinding, 1);

  finding->body = mlg_statement_get_integer (row, BODY_ID);
  finding->name = g_strdup (mlg_statement_get_text (row, BODY_NAME));
  finding->gone = field < 0;
  finding->field = field < 0 ? 0 : (guint) field;
  finding->ours = g_strdup (ours);
  finding->theirs = g_strdup (theirs);
  if (field == MLG_BODY_EPCI)
    {
      finding->our_name = g_strdup (mlg_statement_get_text (row, BODY_EPCI_NAME));
      finding->their_name = g_strdup (mlg_statement_get_text (row, ENTRY_EPCI_NAME));
    }
  g_ptr_array_add (findings, finding);
}

static void
compare_text (GPtrArray *findings, MlgStatement *row, guint field, int ours, int theirs)
{
  const char *known = mlg_statement_get_text (row, ours);
  const char *found = mlg_statement_get_text (row, theirs);

  if (found != NULL && g_strcmp0 (known, found) != 0)
    add_finding (findings, row, (int) field, known, found);
}

/* "Ville de Lille" and "Lille" are one name; "Lens" and "Lans" are not. */
static gboolean
is_same_name (const char *ours, const char *theirs)
{
  g_autofree char *first = mlg_name_make_key (ours);
  g_autofree char *second = mlg_name_make_key (theirs);

  return g_str_equal (first, second);
}

static void
compare_row (GPtrArray *findings, MlgStatement *row)
{
  const char *name = mlg_statement_get_text (row, BODY_NAME);
  const char *found = mlg_statement_get_text (row, ENTRY_NAME);
  const char *category = mlg_directory_get_category (mlg_statement_get_text (row, ENTRY_KIND));
  const char *ours = mlg_statement_get_text (row, BODY_CATEGORY);

  if (!is_same_name (name, found))
    add_finding (findings, row, MLG_BODY_NAME, name, found);
  if (category != NULL && g_strcmp0 (ours, category) != 0)
    add_finding (findings, row, MLG_BODY_CATEGORY, ours, category);
  compare_text (findings, row, MLG_BODY_SIREN, BODY_SIREN, ENTRY_SIREN);
  compare_text (findings, row, MLG_BODY_INSEE, BODY_INSEE, ENTRY_INSEE);
  compare_text (findings, row, MLG_BODY_EPCI, BODY_EPCI, ENTRY_EPCI);
  compare_text (findings, row, MLG_BODY_POPULATION, BODY_POPULATION, ENTRY_POPULATION);
}

/* A service of a commune or of an EPCI, which has its SIREN but not its form. */
static gboolean
is_service (MlgStatement *row)
{
  const char *category = mlg_statement_get_text (row, BODY_CATEGORY);
  const char *name = mlg_statement_get_text (row, BODY_NAME);
  const char *found = mlg_statement_get_text (row, ENTRY_NAME);

  return mlg_statement_get_integer (row, BODY_HAS_SIRET) != 0 && !is_covered (category)
         && !is_same_name (name, found);
}

/**
 * mlg_directory_compare:
 *
 * Compares every body of the network that has a SIREN or an INSEE code with the directory.
 *
 * Returns: (transfer full) (element-type MlgDirectoryFinding): what differs, by the name of the body
 */
GPtrArray *
mlg_directory_compare (MlgConnection *db, GError **error)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_directory_finding_free);
  g_autoptr (MlgStatement) row =
      mlg_directory_attach (db, error) ? mlg_connection_prepare (db, comparing, error) : NULL;
  MlgStep step;

  if (row == NULL)
    return NULL;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    if (!mlg_statement_is_null (row, ENTRY_KIND))
      {
        if (!is_service (row))
          compare_row (findings, row);
      }
    else if (is_covered (mlg_statement_get_text (row, BODY_CATEGORY)))
      add_finding (findings, row, -1, NULL, NULL);
  return step == MLG_STEP_DONE ? g_steal_pointer (&findings) : NULL;
}

static char *
dup_reading (const MlgDirectoryFinding *finding, const char *value, const char *name)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

  if (name != NULL || value == NULL)
    return g_strdup (name);
  if (!mlg_record_parse (body, finding->field, value, NULL))
    return g_strdup (value); /* an unknown value is read as it is */
  return mlg_record_dup_display (body, finding->field);
}

/**
 * mlg_directory_finding_dup_ours:
 *
 * Returns: (transfer full) (nullable): what the network says, as people read it
 */
char *
mlg_directory_finding_dup_ours (const MlgDirectoryFinding *finding)
{
  return dup_reading (finding, finding->ours, finding->our_name);
}

/**
 * mlg_directory_finding_dup_theirs:
 *
 * Returns: (transfer full) (nullable): what the directory says, as people read it
 */
char *
mlg_directory_finding_dup_theirs (const MlgDirectoryFinding *finding)
{
  return dup_reading (finding, finding->theirs, finding->their_name);
}

/**
 * mlg_directory_finding_get_title:
 *
 * Returns: what happened, in a few words, translated
 */
const char *
mlg_directory_finding_get_title (const MlgDirectoryFinding *finding)
{
  if (finding->gone)
    return _ ("No longer in the directory");
  switch (finding->field)
    {
    case MLG_BODY_NAME:
      return _ ("Renamed");
    case MLG_BODY_CATEGORY:
      return _ ("Another legal form");
    case MLG_BODY_SIREN:
      return _ ("Another SIREN");
    case MLG_BODY_INSEE:
      return _ ("Another INSEE code");
    case MLG_BODY_EPCI:
      return _ ("Another intercommunal body");
    case MLG_BODY_POPULATION:
    default:
      return _ ("Population updated");
    }
}

static gboolean
apply_finding (MlgConnection *db, const MlgDirectoryFinding *finding, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_load (db, &mlg_body_kind, finding->body, error);
  g_autofree char *present = body != NULL ? mlg_record_dup_plain (body, finding->field) : NULL;

  if (body == NULL)
    return FALSE;
  if (g_strcmp0 (present, finding->ours) != 0)
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_CONFLICT,
                   _ ("%s has changed since it was compared: compare again"), finding->name);
      return FALSE;
    }
  return mlg_record_parse (body, finding->field, finding->theirs, error)
         && mlg_record_update (db, body, error);
}

/**
 * mlg_directory_apply:
 * @findings: (element-type MlgDirectoryFinding): those that were chosen; bodies that are gone stay as
 *   they are: a person decides what becomes of them
 *
 * Takes what the directory says. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_CONFLICT when a body has changed since.
 */
gboolean
mlg_directory_apply (MlgConnection *db, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const MlgDirectoryFinding *finding = findings->pdata[i];

      if (!finding->gone && !apply_finding (db, finding, error))
        return FALSE;
    }
  return TRUE;
}
