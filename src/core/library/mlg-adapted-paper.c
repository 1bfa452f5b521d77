/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-adapted-paper.h"

#include "library/mlg-compose.h"
#include "template/mlg-shipped-template.h"

/* A network adapts a paper that comes with the program by having a template of the same identifier in its
 * library, and has ours again when it archives or removes it. */

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

  if (shipped == NULL
      || !mlg_connection_get_integer (db, &own, error,
                                      "SELECT max(id) FROM template"
                                      " WHERE uri=?1 AND coalesce(archived,0)=0",
                                      "t", mlg_template_get_uri (shipped)))
    return NULL;
  return own != 0 ? mlg_compose_template (db, own, issues, error) : g_steal_pointer (&shipped);
}
