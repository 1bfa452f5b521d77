/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-group-menu.h"

#include "members/mlg-group.h"
#include "widgets/mlg-live-read.h"

/* Keeps a menu of the groups as the groups are; each entry is the action "selection.join-group" with
 * the group. */
struct _MlgGroupMenu
{
  GObject parent_instance;
  GMenu *menu;          /* (owned) */
  MlgLiveRead *reading; /* (owned) */
};

G_DEFINE_FINAL_TYPE (MlgGroupMenu, mlg_group_menu, G_TYPE_OBJECT)

static gpointer
read_groups (MlgConnection *db, gpointer query, GError **error)
{
  return mlg_query_load (query, db, G_MAXINT, 0, error);
}

static void
on_read (MlgGroupMenu *self)
{
  GPtrArray *groups = mlg_live_read_get_result (self->reading);

  g_menu_remove_all (self->menu);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      g_autofree char *name = mlg_record_dup_name (groups->pdata[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "selection.join-group", "x",
                                         mlg_record_get_id (groups->pdata[i]));
      g_menu_append_item (self->menu, item);
    }
}

static void
mlg_group_menu_finalize (GObject *object)
{
  MlgGroupMenu *self = MLG_GROUP_MENU (object);

  g_object_unref (self->menu);
  g_object_unref (self->reading);
  G_OBJECT_CLASS (mlg_group_menu_parent_class)->finalize (object);
}

static void
mlg_group_menu_class_init (MlgGroupMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_group_menu_finalize;
}

static void
mlg_group_menu_init (MlgGroupMenu *self)
{
}

/**
 * mlg_group_menu_new:
 * @menu: (transfer none): the menu to fill
 * @store: (transfer none): where the groups are
 *
 * Returns: (transfer full): keeps the menu until it is let go of
 */
MlgGroupMenu *
mlg_group_menu_new (GMenu *menu, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_group_kind, NULL };
  g_autoptr (MlgQuery) query = mlg_query_new (&mlg_group_kind);
  MlgGroupMenu *self = g_object_new (MLG_TYPE_GROUP_MENU, NULL);

  self->menu = g_object_ref (menu);
  self->reading = mlg_live_read_new (store, kinds, read_groups, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_query (self->reading, query);
  return self;
}
