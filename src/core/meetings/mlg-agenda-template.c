/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-agenda-template.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-agenda-item.h"
#include "mlg-meeting-edit.h"
#include "mlg-meeting.h"

#define RESOURCE "/org/maillage/agendas/agendas.tsv"

/* The usual agenda of each kind of meeting stands in a table that comes with the program, a line for
 * each item: "KIND MINUTES PURPOSE PRESENTER TITLE NOTES". */
enum
{
  COLUMN_TYPE,
  COLUMN_MINUTES,
  COLUMN_PURPOSE,
  COLUMN_PRESENTER,
  COLUMN_TITLE,
  COLUMN_NOTES,
  N_COLUMNS,
};

static MlgRecord *
make_item (GStrv cells, GError **error)
{
  static const struct
  {
    guint column;
    guint field;
  } taken[] = { { COLUMN_MINUTES, MLG_AGENDA_ITEM_MINUTES },
                { COLUMN_PURPOSE, MLG_AGENDA_ITEM_PURPOSE },
                { COLUMN_PRESENTER, MLG_AGENDA_ITEM_PRESENTER },
                { COLUMN_TITLE, MLG_AGENDA_ITEM_TITLE },
                { COLUMN_NOTES, MLG_AGENDA_ITEM_PRIVATE_NOTES } };
  g_autoptr (MlgRecord) item = mlg_record_new (&mlg_agenda_item_kind);

  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    if (!mlg_record_parse (item, taken[i].field, cells[taken[i].column], error))
      return NULL;
  return g_steal_pointer (&item);
}

static gboolean
take_line (const char *line, const char *type, GPtrArray *items, GError **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  MlgRecord *item;

  if (g_strv_length (cells) < N_COLUMNS || !g_str_equal (cells[COLUMN_TYPE], type))
    return TRUE;
  item = make_item (cells, error);
  if (item == NULL)
    return FALSE;
  g_ptr_array_add (items, item);
  return TRUE;
}

/**
 * mlg_agenda_template_make_items:
 * @type: one of mlg_meeting_types
 *
 * Returns: (transfer full) (element-type MlgRecord): new items, in order, without a meeting; empty when
 *   there is no usual agenda for this kind
 */
GPtrArray *
mlg_agenda_template_make_items (const char *type, GError **error)
{
  g_autoptr (GBytes) bytes =
      g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = NULL;

  if (bytes == NULL)
    return NULL;
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '#' && !take_line (lines[i], type, items, error))
      return NULL;
  return g_steal_pointer (&items);
}

/**
 * mlg_agenda_template_apply:
 * @meeting: a meeting
 *
 * Adds the usual agenda of its kind to a meeting, after what it has. In an action only.
 *
 * Errors: %MLG_STORE_ERROR_INVALID when the meeting's state does not allow it.
 */
gboolean
mlg_agenda_template_apply (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_load (db, &mlg_meeting_kind, meeting, error);
  g_autoptr (GPtrArray) items =
      record != NULL
          ? mlg_agenda_template_make_items (mlg_record_get_text (record, MLG_MEETING_TYPE), error)
          : NULL;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      mlg_record_set_integer (items->pdata[i], MLG_AGENDA_ITEM_MEETING, meeting);
      if (!mlg_meeting_store (db, items->pdata[i], error))
        return FALSE;
    }
  return items != NULL;
}
