/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-library-archive.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-archived.h"
#include "widgets/mlg-host.h"

typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  GArray *ids;         /* (owned) of gint64 */
  gboolean archived;
} Archiving;

static void
archiving_free (gpointer data)
{
  g_array_unref (((Archiving *) data)->ids);
  g_free (data);
}

static gboolean
archive (MlgConnection *db, gpointer data, GError **error)
{
  Archiving *archiving = data;

  for (guint i = 0; i < archiving->ids->len; i++)
    if (!mlg_archived_set (db, archiving->kind, g_array_index (archiving->ids, gint64, i),
                           archiving->archived, error))
      return FALSE;
  return TRUE;
}

static char *
name_action (guint n, gboolean archived)
{
  return g_strdup_printf (archived ? ngettext ("Archive %'u record of the library",
                                               "Archive %'u records of the library", n)
                                   : ngettext ("Take %'u record out of the archive",
                                               "Take %'u records out of the archive", n),
                          n);
}

static char *
describe (guint n, gboolean archived)
{
  return g_strdup_printf (archived ? ngettext ("%'u record archived", "%'u records archived", n)
                                   : ngettext ("%'u record taken out of the archive",
                                               "%'u records taken out of the archive", n),
                          n);
}

/**
 * mlg_library_archive:
 * @widget: in a window
 * @kind: a kind of the library
 * @ids: (element-type gint64) (transfer none): of records of it
 * @archived: whether to put them away, or to take them out again
 *
 * Does it to all of them, as one action.
 */
void
mlg_library_archive (GtkWidget *widget, const MlgKind *kind, GArray *ids, gboolean archived)
{
  Archiving *archiving;
  g_autofree char *name = name_action (ids->len, archived);
  g_autofree char *done = describe (ids->len, archived);

  if (ids->len == 0)
    return;
  archiving = g_new0 (Archiving, 1);
  archiving->kind = kind;
  archiving->ids = g_array_ref (ids);
  archiving->archived = archived;
  mlg_host_act (mlg_host_find (widget), name, archive, archiving, archiving_free, done);
}
