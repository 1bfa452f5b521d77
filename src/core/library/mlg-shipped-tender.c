/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-shipped-tender.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "library/mlg-compose.h"
#include "library/mlg-library-import.h"
#include "library/mlg-template-record.h"
#include "template/mlg-shipped-template.h"
#include "template/mlg-template-error.h"

/* A template of the library is a model tender that comes with the program when both have the same identifier. */

/* Without its revision, which grows with each change, and with its restoring too. */
static char *
write_content (MlgTemplate *template)
{
  g_autoptr (GBytes) bytes = mlg_template_to_xml (template);
  g_autofree char *xml = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *revision =
      g_strdup_printf (" revision=\"%u\"", mlg_template_get_revision (template));
  char *at = strstr (xml, revision);

  return at != NULL ? g_strdup_printf ("%.*s%s", (int) (at - xml), xml, at + strlen (revision))
                    : g_steal_pointer (&xml);
}

/**
 * mlg_shipped_tender_is_changed:
 * @template: an id
 * @changed: (out): whether it is a model tender that comes with the program, and says something else here
 *
 * Errors: those of mlg_compose_template() and of mlg_shipped_template_read().
 */
gboolean
mlg_shipped_tender_is_changed (MlgConnection *db,
                               gint64 template,
                               gboolean *changed,
                               GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) own = mlg_compose_template (db, template, NULL, error);
  g_autofree char *name = NULL;
  g_autoptr (MlgTemplate) shipped = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  *changed = FALSE;
  if (own == NULL || !mlg_shipped_template_find (mlg_template_get_uri (own), &name, error))
    return FALSE;
  if (name == NULL)
    return TRUE;
  shipped = mlg_shipped_template_read (name, issues, NULL, error);
  if (shipped == NULL)
    return FALSE;
  ours = write_content (own);
  theirs = write_content (shipped);
  *changed = !g_str_equal (ours, theirs);
  return TRUE;
}

/**
 * mlg_shipped_tender_restore:
 * @template: an id
 *
 * Gives a model tender that comes with the program the text that it came with. Clauses that were changed since stay
 * in the library as they are: the template holds on to the wording that it came with. In an action only.
 *
 * Errors: %MLG_TEMPLATE_ERROR_UNKNOWN when it does not come with the program.
 */
gboolean
mlg_shipped_tender_restore (MlgConnection *db, gint64 template, GError **error)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgTemplate) own = mlg_compose_template (db, template, NULL, error);
  g_autoptr (MlgLibraryImport) import = mlg_library_import_new (db, MLG_LIBRARY_REPLACE);
  g_autofree char *name = NULL;
  g_autoptr (MlgTemplate) shipped = NULL;

  if (own == NULL || !mlg_shipped_template_find (mlg_template_get_uri (own), &name, error))
    return FALSE;
  if (name == NULL)
    {
      g_autofree char *title = mlg_template_get_title (own);

      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN,
                   _ ("“%s” does not come with the program"), title);
      return FALSE;
    }
  shipped = mlg_shipped_template_read (name, issues, NULL, error);
  return shipped != NULL && mlg_library_import_template (import, shipped, name, issues, error);
}
