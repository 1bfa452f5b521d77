/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-room-list.h"

/* The rooms: icon, name, count. The person chooses with a click, with Return or by moving. */
struct _MlgRoomList
{
  GtkWidget parent_instance;
  GListModel *pages; /* (owned) (nullable) of MlgPage */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgRoomList, mlg_room_list, GTK_TYPE_WIDGET)

static guint chosen_signal;

static MlgPage *
get_page (MlgRoomList *self, GtkListBoxRow *row)
{
  return g_list_model_get_item (self->pages, (guint) gtk_list_box_row_get_index (row));
}

static void
on_row_activated (MlgRoomList *self, GtkListBoxRow *row)
{
  g_autoptr (MlgPage) page = get_page (self, row);

  g_signal_emit (self, chosen_signal, 0, page);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  gtk_builder_expose_object (builder, "page", item);
  if (!gtk_builder_add_from_resource (builder, "/org/maillage/shell/mlg-room-row.ui", &error))
    g_error ("%s", error->message); /* our own file, in the program */
  return g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "row")));
}

static void
mlg_room_list_dispose (GObject *object)
{
  MlgRoomList *self = MLG_ROOM_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (mlg_room_list_parent_class)->dispose (object);
}

static void
mlg_room_list_class_init (MlgRoomListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_room_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-room-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRoomList, list);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);

  /**
   * MlgRoomList::chosen:
   * @page: the room
   *
   * The person has chosen a room.
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_ROOM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__OBJECT, G_TYPE_NONE, 1, MLG_TYPE_PAGE);
}

static void
mlg_room_list_init (MlgRoomList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_room_list_set_pages:
 * @pages: (transfer none): the rooms, of #MlgPage
 */
void
mlg_room_list_set_pages (MlgRoomList *self, GListModel *pages)
{
  g_return_if_fail (MLG_IS_ROOM_LIST (self));

  g_set_object (&self->pages, pages);
  gtk_list_box_bind_model (self->list, pages, make_row, NULL, NULL);
}

/**
 * mlg_room_list_choose:
 * @page: what is shown
 *
 * Marks the room that is shown; none, when it is no room of the list.
 */
void
mlg_room_list_choose (MlgRoomList *self, MlgPage *page)
{
  GtkListBoxRow *row = NULL;
  guint n;

  g_return_if_fail (MLG_IS_ROOM_LIST (self));

  n = g_list_model_get_n_items (self->pages);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgPage) other = g_list_model_get_item (self->pages, i);

      if (other == page)
        row = gtk_list_box_get_row_at_index (self->list, (int) i);
    }
  gtk_list_box_select_row (self->list, row);
}
