/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gio/gio.h>

#include "mlg-theme-edit.h"
#include "mlg-theme-table.h"
#include "mlg-theme.h"
#include "store/mlg-action.h"

/* "FAMILY NATURE CPV TITLE DESCRIPTION" */
static const guint columns[] = { MLG_THEME_FAMILY, MLG_THEME_NATURE, MLG_THEME_CPV, MLG_THEME_TITLE,
                                 MLG_THEME_DESCRIPTION };

/**
 * mlg_theme_list_usual:
 *
 * Returns: (transfer full) (element-type MlgRecord): themes to begin with, new records in French, as
 *   networks of buyers usually work on; %NULL with @error set
 */
GPtrArray *
mlg_theme_list_usual (GError **error)
{
  g_autoptr (GPtrArray) rows = mlg_theme_table_read ("themes.tsv", G_N_ELEMENTS (columns), error);
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      GStrv cells = rows->pdata[i];
      MlgRecord *theme = mlg_record_new (&mlg_theme_kind);

      g_ptr_array_add (themes, theme);
      for (guint j = 0; j < G_N_ELEMENTS (columns); j++)
        if (!mlg_record_parse (theme, columns[j], cells[j], error))
          return NULL;
    }
  return rows != NULL ? g_steal_pointer (&themes) : NULL;
}

/**
 * mlg_theme_add_usual:
 * @n_added: (out) (optional): how many were added
 *
 * Adds the themes of mlg_theme_list_usual() whose title no theme has yet. In an action only.
 */
gboolean
mlg_theme_add_usual (MlgConnection *db, guint *n_added, GError **error)
{
  g_autoptr (GPtrArray) themes = mlg_theme_list_usual (error);
  guint n = 0;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      gint64 known = 0;

      if (!mlg_connection_get_integer (db, &known, error,
                                       "SELECT count(*) FROM theme WHERE title=?1", "t",
                                       mlg_record_get_text (themes->pdata[i], MLG_THEME_TITLE)))
        return FALSE;
      if (known > 0)
        continue;
      if (!mlg_theme_store (db, themes->pdata[i], error))
        return FALSE;
      n++;
    }
  if (n_added != NULL)
    *n_added = n;
  return themes != NULL;
}
