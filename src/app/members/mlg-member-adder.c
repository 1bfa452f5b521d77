/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-member-adder.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "mlg-member-offer.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-live-read.h"

/* A button to add a member: one types the beginning of a name and Return adds what is marked, with all
 * that the directory of French public bodies knows of it. */
struct _MlgMemberAdder
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) what may be added */
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *entry;
  GtkStack *states;
  GtkListBox *list;
  GtkLabel *error_label;
  GtkDropDown *status_list;
};

G_DEFINE_FINAL_TYPE (MlgMemberAdder, mlg_member_adder, GTK_TYPE_WIDGET)

static void
on_typed (MlgMemberAdder *self)
{
  const char *words = gtk_editable_get_text (self->entry);

  if (self->reading == NULL)
    return;
  mlg_live_read_ask (self->reading, *words != '\0' ? (gpointer) words : NULL,
                     (GBoxedCopyFunc) g_strdup, g_free);
  if (*words == '\0')
    gtk_stack_set_visible_child_name (self->states, "hint");
}

static GtkLabel *
make_label (const char *text, const char *style)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (label, 40);
  if (style != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), style);
  return label;
}

static GtkWidget *
make_row (const MlgMemberOffer *offer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *second = make_label (offer->subtitle, "caption");

  gtk_box_append (GTK_BOX (box),
                  GTK_WIDGET (make_label (offer->title, offer->body != 0 ? "dim-label" : NULL)));
  gtk_widget_add_css_class (GTK_WIDGET (second), "dim-label");
  /* Its end says what is in the network already. */
  gtk_label_set_ellipsize (second, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (second, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (second));
  return box;
}

static void
on_read (MlgMemberAdder *self)
{
  GPtrArray *offers = mlg_live_read_get_result (self->reading);
  const GError *error = mlg_live_read_get_error (self->reading);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; offers != NULL && i < offers->len; i++)
    gtk_list_box_append (self->list, make_row (offers->pdata[i]));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  if (error != NULL)
    gtk_label_set_text (self->error_label, error->message);
  gtk_stack_set_visible_child_name (self->states,
                                    error != NULL ? "error" : (offers != NULL ? "list" : "hint"));
}

static void
on_row_activated (MlgMemberAdder *self, GtkListBoxRow *row)
{
  GPtrArray *offers = mlg_live_read_get_result (self->reading);
  guint position = (guint) gtk_list_box_row_get_index (row);
  const char *status = mlg_code_item_get_code (gtk_drop_down_get_selected_item (self->status_list));

  if (offers == NULL || position >= offers->len)
    return;
  mlg_member_offer_add (GTK_WIDGET (self), offers->pdata[position], status);
  gtk_popover_popdown (self->popover);
}

static void
on_entry_activated (MlgMemberAdder *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  /* What is listed is for other words while the answer to these is on its way. */
  if (row != NULL && !mlg_live_read_is_loading (self->reading))
    on_row_activated (self, row);
}

/* The cursor stays in the entry while up and down move through the list. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                MlgMemberAdder *self)
{
  int step = key == GDK_KEY_Down ? 1 : (key == GDK_KEY_Up ? -1 : 0);
  GtkListBoxRow *marked = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *row = NULL;

  if (step == 0 || marked == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (marked) + step);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  return GDK_EVENT_STOP;
}

static void
on_popover_shown (MlgMemberAdder *self)
{
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
mlg_member_adder_dispose (GObject *object)
{
  MlgMemberAdder *self = MLG_MEMBER_ADDER (object);
  GtkWidget *child;

  g_clear_object (&self->reading);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_member_adder_parent_class)->dispose (object);
}

static void
mlg_member_adder_class_init (MlgMemberAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_member_adder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-member-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, button);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, entry);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, states);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, list);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, error_label);
  gtk_widget_class_bind_template_child (widget_class, MlgMemberAdder, status_list);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
mlg_member_adder_init (MlgMemberAdder *self)
{
  g_autoptr (GListModel) statuses = mlg_code_model_new (&mlg_body_statuses, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->status_list, title);
  gtk_drop_down_set_model (self->status_list, statuses);
}

/**
 * mlg_member_adder_set_store:
 * @store: (transfer none): where members are added; it must outlive the button
 */
void
mlg_member_adder_set_store (MlgMemberAdder *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_MEMBER_ADDER (self));

  self->reading =
      mlg_live_read_new (store, NULL, mlg_member_offer_read, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), mlg_store_is_writable (store));
}

/**
 * mlg_member_adder_open:
 *
 * Lets the person type a name.
 */
void
mlg_member_adder_open (MlgMemberAdder *self)
{
  g_return_if_fail (MLG_IS_MEMBER_ADDER (self));
  gtk_menu_button_popup (self->button);
}
