/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-adapted-paper.h"

#include "library/mlg-compose.h"
#include "library/mlg-library-import.h"
#include "library/mlg-template-edit.h"
#include "template/mlg-shipped-template.h"

/* A network adapts a paper that comes with the program by having a template of the same identifier in its
 * library, and has ours again when it archives or removes it. */

static gboolean
find (MlgConnection *db, MlgTemplate *shipped, gboolean archived, gint64 *own, GError **error)
{
  *own = 0;
  return mlg_connection_get_integer (
      db, own, error,
      archived ? "SELECT max(id) FROM template WHERE uri=?1 AND coalesce(archived,0)<>0"
               : "SELECT max(id) FROM template WHERE uri=?1 AND coalesce(archived,0)=0",
      "t", mlg_template_get_uri (shipped));
}

/**
 * mlg_adapted_paper_read:
 * @name: one that mlg_shipped_template_list() gave
 * @issues: gets what was found odd in the template
 *
 * Errors: those of mlg_shipped_template_read() and of mlg_compose_template().
 *
 * Returns: (transfer full): the network's own template of a paper, else the one that comes with the program;
 *   %NULL with @error set
 */
MlgTemplate *
mlg_adapted_paper_read (MlgConnection *db,
                        const char *name,
                        MlgIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (MlgTemplate) shipped = mlg_shipped_template_read (name, issues, cancellable, error);
  gint64 own = 0;

  if (shipped == NULL || !find (db, shipped, FALSE, &own, error))
    return NULL;
  return own != 0 ? mlg_compose_template (db, own, issues, error) : g_steal_pointer (&shipped);
}

/**
 * mlg_adapted_paper_find:
 * @name: one that mlg_shipped_template_list() gave
 * @own: (out): the network's own template of the paper; 0 when it has none
 *
 * Returns: whether it was looked for; %FALSE with @error set
 */
gboolean
mlg_adapted_paper_find (MlgConnection *db, const char *name, gint64 *own, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) shipped = mlg_shipped_template_read (name, issues, NULL, error);

  return shipped != NULL && find (db, shipped, FALSE, own, error);
}

static gint64
copy (MlgConnection *db, MlgTemplate *shipped, const char *name, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgLibraryImport) import = mlg_library_import_new (db, MLG_LIBRARY_ADD);
  gint64 own = 0;

  return mlg_library_import_template (import, shipped, name, issues, error)
                 && find (db, shipped, FALSE, &own, error)
             ? own
             : 0;
}

/**
 * mlg_adapted_paper_adapt:
 * @name: one that mlg_shipped_template_list() gave
 *
 * Has a template of the paper in the library, to be changed there: the one that it has, the one that it
 * gave up, or a copy of the one that comes with the program. In an action only.
 *
 * Returns: the template; 0 with @error set
 */
gint64
mlg_adapted_paper_adapt (MlgConnection *db, const char *name, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) shipped = mlg_shipped_template_read (name, issues, NULL, error);
  gint64 own = 0, former = 0;

  if (shipped == NULL || !find (db, shipped, FALSE, &own, error)
      || !find (db, shipped, TRUE, &former, error))
    return 0;
  if (own != 0)
    return own;
  if (former != 0)
    return mlg_template_set_archived (db, former, FALSE, error) ? former : 0;
  return copy (db, shipped, name, error);
}

/**
 * mlg_adapted_paper_give_up:
 * @name: one that mlg_shipped_template_list() gave
 *
 * Archives the network's own template of a paper, so that the one that comes with the program is used
 * again. In an action only.
 */
gboolean
mlg_adapted_paper_give_up (MlgConnection *db, const char *name, GError **error)
{
  gint64 own = 0;

  do
    if (!mlg_adapted_paper_find (db, name, &own, error)
        || (own != 0 && !mlg_template_set_archived (db, own, TRUE, error)))
      return FALSE;
  while (own != 0);
  return TRUE;
}
