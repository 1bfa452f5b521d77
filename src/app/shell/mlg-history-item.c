/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-history-item.h"

#include <glib/gi18n-lib.h>

#include "mlg-date.h"
/* An action of the history in a list: the action never changes, where it stands does. */
struct _MlgHistoryItem
{
  GObject parent_instance;
  MlgHistoryEntry *entry; /* (owned) */
  MlgHistoryMark mark;
};

G_DEFINE_FINAL_TYPE (MlgHistoryItem, mlg_history_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_MARK = 1,
} MlgHistoryItemProperty;

static GParamSpec *properties[PROP_MARK + 1];

static void
mlg_history_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgHistoryItemProperty) id)
    {
    case PROP_MARK:
      g_value_set_uint (value, MLG_HISTORY_ITEM (object)->mark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_history_item_finalize (GObject *object)
{
  g_clear_object (&MLG_HISTORY_ITEM (object)->entry);
  G_OBJECT_CLASS (mlg_history_item_parent_class)->finalize (object);
}

static void
mlg_history_item_class_init (MlgHistoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mlg_history_item_get_property;
  object_class->finalize = mlg_history_item_finalize;
  properties[PROP_MARK] = g_param_spec_uint ("mark", NULL, NULL, 0, MLG_HISTORY_UNDONE, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_history_item_init (MlgHistoryItem *self)
{
}

/**
 * mlg_history_item_new:
 * @entry: (transfer none): an action
 */
MlgHistoryItem *
mlg_history_item_new (MlgHistoryEntry *entry)
{
  MlgHistoryItem *self = g_object_new (MLG_TYPE_HISTORY_ITEM, NULL);

  self->entry = g_object_ref (entry);
  return self;
}

/**
 * mlg_history_item_get_entry:
 *
 * Returns: (transfer none):
 */
MlgHistoryEntry *
mlg_history_item_get_entry (MlgHistoryItem *self)
{
  g_return_val_if_fail (MLG_IS_HISTORY_ITEM (self), NULL);
  return self->entry;
}

/**
 * mlg_history_item_get_id:
 *
 * Returns: the id of the action
 */
gint64
mlg_history_item_get_id (MlgHistoryItem *self)
{
  g_return_val_if_fail (MLG_IS_HISTORY_ITEM (self), 0);
  return mlg_history_entry_get_id (self->entry);
}

/**
 * mlg_history_item_get_mark:
 */
MlgHistoryMark
mlg_history_item_get_mark (MlgHistoryItem *self)
{
  g_return_val_if_fail (MLG_IS_HISTORY_ITEM (self), MLG_HISTORY_DONE);
  return self->mark;
}

/**
 * mlg_history_item_set_mark:
 */
void
mlg_history_item_set_mark (MlgHistoryItem *self, MlgHistoryMark mark)
{
  g_return_if_fail (MLG_IS_HISTORY_ITEM (self));

  if (self->mark == mark)
    return;
  self->mark = mark;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

static gint64
count_days (GDateTime *time)
{
  g_autoptr (GDateTime) midnight =
      g_date_time_new_utc (g_date_time_get_year (time), g_date_time_get_month (time),
                           g_date_time_get_day_of_month (time), 0, 0, 0);

  return g_date_time_to_unix (midnight) / (24 * 60 * 60);
}

/**
 * mlg_history_item_dup_day:
 *
 * Returns: (transfer full): the day of the action as people say it
 */
char *
mlg_history_item_dup_day (MlgHistoryItem *self)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *weekday = NULL;
  g_autofree char *day = NULL;
  gint64 ago;

  g_return_val_if_fail (MLG_IS_HISTORY_ITEM (self), NULL);

  time = g_date_time_new_from_unix_local (mlg_history_entry_get_time (self->entry));
  ago = count_days (now) - count_days (time);
  if (ago == 0)
    return g_strdup (_ ("Today"));
  if (ago == 1)
    return g_strdup (_ ("Yesterday"));
  weekday = g_date_time_format (time, "%A");
  day = mlg_date_write_day (time);
  /* Translators: a day of the week and a date: “Monday 23 November 2026”. */
  return g_strdup_printf (C_ ("day", "%s %s"), weekday, day);
}

static GHashTable *
index_items (GListModel *items)
{
  GHashTable *index = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      MlgHistoryItem *item = g_list_model_get_item (items, i);
      gint64 id = mlg_history_item_get_id (item);

      g_hash_table_insert (index, g_memdup2 (&id, sizeof id), item);
    }
  return index;
}

static MlgHistoryMark
get_mark (MlgHistoryEntry *entry, gboolean *present_met)
{
  if (mlg_history_entry_is_undone (entry))
    return MLG_HISTORY_UNDONE;
  if (*present_met)
    return MLG_HISTORY_DONE;
  *present_met = TRUE;
  return MLG_HISTORY_PRESENT;
}

static guint
count_same (GListModel *items, GPtrArray *wanted)
{
  guint n = g_list_model_get_n_items (items), same = 0;

  while (same < n && same < wanted->len)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, n - same - 1);

      if (item != wanted->pdata[wanted->len - same - 1])
        break;
      same++;
    }
  return same;
}

/**
 * mlg_history_item_update_list:
 * @items: of #MlgHistoryItem
 * @entries: (element-type MlgHistoryEntry): the newest actions, newest first
 *
 * Makes the list show these actions; items of actions that were in it stay the same.
 */
void
mlg_history_item_update_list (GListStore *items, GPtrArray *entries)
{
  g_autoptr (GHashTable) index = index_items (G_LIST_MODEL (items));
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean present_met = FALSE;
  guint same;

  for (guint i = 0; i < entries->len; i++)
    {
      gint64 id = mlg_history_entry_get_id (entries->pdata[i]);
      MlgHistoryItem *item = g_hash_table_lookup (index, &id);

      item = item != NULL ? g_object_ref (item) : mlg_history_item_new (entries->pdata[i]);
      mlg_history_item_set_mark (item, get_mark (entries->pdata[i], &present_met));
      g_ptr_array_add (wanted, item);
    }
  same = count_same (G_LIST_MODEL (items), wanted);
  g_list_store_splice (items, 0, g_list_model_get_n_items (G_LIST_MODEL (items)) - same,
                       wanted->pdata, wanted->len - same);
}
