/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-record.h"

#include <glib/gi18n.h>
#include <string.h>

#include "mlg-cli-meeting.h"
#include "mlg-kinds.h"
#include "store/mlg-id.h"
#include "store/mlg-query.h"
#include "store/mlg-record-sql.h"
#include "store/mlg-search.h"

/* Records and fields as people name them on a command line. */
#define MOST_CANDIDATES 10

/**
 * mlg_cli_find_kind:
 * @name: "body", "bodies", …; "members" are bodies, "actions" and "decisions" outcomes of meetings
 *
 * Returns: (nullable): the kind; %NULL when there is none, which was said then
 */
const MlgKind *
mlg_cli_find_kind (MlgCli *cli, const char *name)
{
  gboolean members = g_str_equal (name, "member") || g_str_equal (name, "members");
  gboolean outcome = mlg_cli_find_outcome_type (name) != NULL;
  const MlgKind *kind = mlg_kind_find (mlg_kinds, members ? "body" : outcome ? "outcome" : name);
  g_autoptr (GString) known = NULL;

  if (kind != NULL)
    return kind;
  known = g_string_new ("members, actions, decisions");
  for (const MlgKind *const *each = mlg_kinds; *each != NULL; each++)
    g_string_append_printf (known, ", %s", (*each)->plural);
  mlg_cli_misuse (cli, _ ("there is no kind “%s”: one of %s is expected"), name, known->str);
  return NULL;
}

/**
 * mlg_cli_find_field:
 * @name: a field's name, or its title in English or in the person's language
 *
 * Returns: the field's index, or -1
 */
int
mlg_cli_find_field (const MlgKind *kind, const char *name)
{
  int field = mlg_kind_find_field (kind, name);

  for (guint i = 0; field < 0 && i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].title, name) || g_str_equal (_ (kind->fields[i].title), name))
      field = (int) i;
  return field;
}

static void
fail_ambiguous (const char *wanted, GPtrArray *hits, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < hits->len && i < MOST_CANDIDATES; i++)
    {
      const MlgSearchHit *hit = hits->pdata[i];

      g_string_append_printf (names, "%s%s (%" G_GINT64_FORMAT ")", i > 0 ? ", " : "", hit->name,
                              hit->id);
    }
  if (hits->len > MOST_CANDIDATES)
    g_string_append (names, ", …");
  g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
               _ ("“%s” may be several records; give the number of one: %s"), wanted, names->str);
}

/* The records that have exactly this name, or else all that were found. */
static GPtrArray *
keep_exact (GPtrArray *hits, const char *wanted)
{
  GPtrArray *exact = g_ptr_array_new ();

  for (guint i = 0; i < hits->len; i++)
    if (g_str_equal (((MlgSearchHit *) hits->pdata[i])->name, wanted))
      g_ptr_array_add (exact, hits->pdata[i]);
  if (exact->len == 0)
    g_ptr_array_extend (exact, hits, NULL, NULL);
  return exact;
}

/**
 * mlg_cli_find_record:
 * @wanted: the number of a record, its name, or words that only it has
 *
 * Returns: (transfer full): the record, or %NULL with @error set
 */
MlgRecord *
mlg_cli_find_record (MlgConnection *db, const MlgKind *kind, const char *wanted, GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 id = 0;

  if (mlg_id_parse (wanted, &id))
    return mlg_record_load (db, kind, id, error);
  hits = mlg_search_find (db, wanted, kind, G_MAXINT, error);
  if (hits == NULL)
    return NULL;
  found = keep_exact (hits, wanted);
  if (found->len == 1)
    return mlg_record_load (db, kind, ((MlgSearchHit *) found->pdata[0])->id, error);
  if (found->len == 0)
    g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                 /* Translators: a kind of record ("Body") and what was looked for. */
                 _ ("%s: there is no “%s”"), _ (kind->title), wanted);
  else
    fail_ambiguous (wanted, found, error);
  return NULL;
}

static gboolean
assign_reference (
    MlgConnection *db, MlgRecord *record, guint field, const char *text, GError **error)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  const MlgKind *kind = mlg_kind_find (mlg_kinds, description->refers);
  g_autoptr (MlgRecord) referred = NULL;

  if (*text == '\0' || kind == NULL)
    return mlg_record_parse (record, field, text, error);
  referred = mlg_cli_find_record (db, kind, text, error);
  if (referred == NULL)
    return FALSE;
  mlg_record_set_integer (record, field, mlg_record_get_id (referred));
  return TRUE;
}

/**
 * mlg_cli_check_assignments:
 * @assignments: "FIELD=VALUE", …
 *
 * Returns: whether each names a field; what does not was said
 */
gboolean
mlg_cli_check_assignments (MlgCli *cli, const MlgKind *kind, char *const *assignments)
{
  for (; *assignments != NULL; assignments++)
    {
      const char *equal = strchr (*assignments, '=');
      g_autofree char *name = equal != NULL ? g_strndup (*assignments, equal - *assignments) : NULL;
      g_autoptr (GString) known = NULL;

      if (!g_utf8_validate (*assignments, -1, NULL) || name == NULL)
        {
          mlg_cli_misuse (cli, _ ("FIELD=VALUE is expected, not “%s”"), *assignments);
          return FALSE;
        }
      if (mlg_cli_find_field (kind, name) >= 0)
        continue;
      known = g_string_new (NULL);
      for (guint i = 0; i < kind->n_fields; i++)
        g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", kind->fields[i].name);
      mlg_cli_misuse (cli, _ ("there is no field “%s”: one of %s is expected"), name, known->str);
      return FALSE;
    }
  return TRUE;
}

/**
 * mlg_cli_assign:
 * @assignments: "FIELD=VALUE", …, which mlg_cli_check_assignments() accepted
 *
 * Sets fields of a record from what was typed; a reference also by the name of what it refers to.
 */
gboolean
mlg_cli_assign (MlgConnection *db, MlgRecord *record, char *const *assignments, GError **error)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (; *assignments != NULL; assignments++)
    {
      const char *equal = strchr (*assignments, '=');
      g_autofree char *name = g_strndup (*assignments, equal - *assignments);
      guint field = (guint) mlg_cli_find_field (kind, name);
      gboolean reference = kind->fields[field].type == MLG_FIELD_REFERENCE;

      if (reference ? !assign_reference (db, record, field, equal + 1, error)
                    : !mlg_record_parse (record, field, equal + 1, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_cli_display:
 *
 * Returns: (transfer full): a value as people read it; a reference by the name of what it refers to
 */
char *
mlg_cli_display (MlgConnection *db, MlgRecord *record, guint field)
{
  const MlgField *description = &mlg_record_get_kind (record)->fields[field];
  const MlgKind *kind =
      description->refers != NULL ? mlg_kind_find (mlg_kinds, description->refers) : NULL;
  char *name = NULL;

  if (kind == NULL || mlg_record_is_null (record, field))
    return mlg_record_dup_display (record, field);
  name = mlg_record_load_name (db, kind, mlg_record_get_integer (record, field), NULL);
  return name != NULL ? name : mlg_record_dup_plain (record, field);
}
