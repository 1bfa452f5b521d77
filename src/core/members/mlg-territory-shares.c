/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-territory-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-body.h"
#include "mlg-day.h"
#include "mlg-function.h"
#include "store/mlg-statement.h"

/* The members by what they are, and their people by what they do. */

static void
share_free (gpointer data)
{
  MlgTerritoryShare *share = data;

  g_free (share->code);
  g_free (share->title);
  g_free (share);
}

static MlgTerritoryShare *
get_share (GPtrArray *shares, const char *code, const char *title)
{
  MlgTerritoryShare *share;

  for (guint i = 0; i < shares->len; i++)
    if (g_str_equal (((MlgTerritoryShare *) shares->pdata[i])->code, code))
      return shares->pdata[i];
  share = g_new0 (MlgTerritoryShare, 1);
  share->code = g_strdup (code);
  share->title = g_strdup (*code != '\0' ? title : _ ("Not known"));
  g_ptr_array_add (shares, share);
  return share;
}

/* In the order of the list, with those that nobody has. */
static GPtrArray *
start_shares (const MlgCodeList *list)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (share_free);

  for (const MlgCode *code = list != NULL ? list->codes : NULL; code != NULL && code->code != NULL;
       code++)
    get_share (shares, code->code, _ (code->title));
  return shares;
}

/* Rows of a code and a number. */
static gboolean
count_codes (MlgConnection *db,
             const char *sql,
             const char *day,
             const MlgCodeList *list,
             GPtrArray *shares,
             GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (db, sql, error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  if (day != NULL)
    mlg_statement_bind_text (row, 1, day);
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      const char *code = mlg_statement_get_text (row, 0);

      get_share (shares, code != NULL ? code : "",
                 code != NULL ? mlg_code_list_get_title (list, code) : "")
          ->n += (guint) mlg_statement_get_integer (row, 1);
    }
  return step == MLG_STEP_DONE;
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const MlgTerritoryShare *first = *(MlgTerritoryShare *const *) a;
  const MlgTerritoryShare *second = *(MlgTerritoryShare *const *) b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->code, second->code);
}

/* Families of legal categories, the largest first. */
static gboolean
count_families (MlgConnection *db, GPtrArray *shares, GError **error)
{
  g_autoptr (MlgStatement) row = mlg_connection_prepare (
      db, "SELECT category, count(*) FROM body WHERE status='member' GROUP BY category", error);
  MlgStep step;

  if (row == NULL)
    return FALSE;
  while ((step = mlg_statement_step (row, error)) == MLG_STEP_ROW)
    {
      const char *category = mlg_statement_get_text (row, 0);
      const MlgCode *code =
          category != NULL ? mlg_code_list_find (&mlg_legal_categories, category) : NULL;
      const char *family = code != NULL && code->group != NULL ? code->group : "";

      get_share (shares, family, *family != '\0' ? _ (family) : "")->n +=
          (guint) mlg_statement_get_integer (row, 1);
    }
  g_ptr_array_sort (shares, compare_shares);
  return step == MLG_STEP_DONE;
}

gboolean
mlg_territory_load_shares (MlgConnection *db, MlgTerritory *territory, GError **error)
{
  g_autofree char *today = mlg_day_today ();

  territory->families = start_shares (NULL);
  territory->statuses = start_shares (&mlg_body_statuses);
  territory->roles = start_shares (&mlg_function_roles);
  return count_families (db, territory->families, error)
         && count_codes (db, "SELECT status, count(*) FROM body GROUP BY status", NULL,
                         &mlg_body_statuses, territory->statuses, error)
         && count_codes (db,
                         "SELECT f.role, count(DISTINCT f.person) FROM function AS f"
                         " JOIN body AS b ON b.id=f.body WHERE b.status='member'"
                         " AND (f.until IS NULL OR f.until>=?1) GROUP BY f.role",
                         today, &mlg_function_roles, territory->roles, error);
}
