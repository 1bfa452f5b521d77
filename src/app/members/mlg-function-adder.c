/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-function-adder.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-person.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-host.h"
#include "widgets/mlg-record-entry.h"

/* A button that gives somebody a function in a body: a new person or one who is known, in the body that
 * is shown or in one that is chosen; a new person may have none yet. */
struct _MlgFunctionAdder
{
  GtkWidget parent_instance;
  MlgStore *store; /* (unowned) (nullable) it outlives the page */
  gint64 body;     /* where; 0 for the one that is chosen */
  gint64 person;   /* who; 0 for the one that is written */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkWidget *person_box;
  GtkBox *person_slot;
  MlgRecordEntry *person_entry; /* (owned by the widget tree) (nullable) */
  GtkEditable *given_entry;
  GtkEditable *email_entry;
  GtkWidget *body_box;
  GtkBox *body_slot;
  MlgRecordEntry *body_entry; /* (owned by the widget tree) (nullable) */
  GtkDropDown *role_list;
  GtkEditable *title_entry;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (MlgFunctionAdder, mlg_function_adder, GTK_TYPE_WIDGET)

/* What is done in the writer's thread. */
typedef struct
{
  MlgRecord *person;   /* (owned) new when its id is 0 */
  MlgRecord *function; /* (owned) */
  gint64 body;         /* 0 for none */
} Deed;

static void
deed_free (gpointer data)
{
  Deed *deed = data;

  g_object_unref (deed->person);
  g_object_unref (deed->function);
  g_free (deed);
}

static gboolean
write_deed (MlgConnection *db, gpointer data, GError **error)
{
  Deed *deed = data;

  if (deed->body == 0)
    return mlg_record_insert (db, deed->person, error);
  return mlg_body_add_person (db, deed->body, deed->person, deed->function, error);
}

static gint64
get_person (MlgFunctionAdder *self)
{
  return self->person != 0 ? self->person : mlg_record_entry_get_id (self->person_entry);
}

static gint64
get_body (MlgFunctionAdder *self)
{
  return self->body != 0 ? self->body : mlg_record_entry_get_id (self->body_entry);
}

static gboolean
parse_person (MlgFunctionAdder *self, MlgRecord *person, GError **error)
{
  mlg_record_set_id (person, get_person (self));
  if (mlg_record_get_id (person) != 0)
    return TRUE;
  return mlg_record_parse (person, MLG_PERSON_FAMILY_NAME,
                           mlg_record_entry_get_text (self->person_entry), error)
         && mlg_record_parse (person, MLG_PERSON_GIVEN_NAME,
                              gtk_editable_get_text (self->given_entry), error)
         && mlg_record_parse (person, MLG_PERSON_EMAIL, gtk_editable_get_text (self->email_entry),
                              error)
         && mlg_record_validate (person, NULL, error);
}

static gboolean
parse_function (MlgFunctionAdder *self, MlgRecord *function, GError **error)
{
  const char *wanted = self->body == 0 ? mlg_record_entry_get_text (self->body_entry) : "";

  if (get_body (self) == 0 && (*wanted != '\0' || self->person != 0))
    {
      g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID, "%s",
                   _ ("Choose a body among those that are proposed"));
      return FALSE;
    }
  mlg_record_set_text (function, MLG_FUNCTION_ROLE,
                       mlg_code_item_get_code (gtk_drop_down_get_selected_item (self->role_list)));
  return mlg_record_parse (function, MLG_FUNCTION_TITLE, gtk_editable_get_text (self->title_entry),
                           error);
}

static void
act (MlgFunctionAdder *self, Deed *deed)
{
  g_autofree char *name =
      mlg_record_get_id (deed->person) == 0 ? mlg_record_dup_name (deed->person) : g_strdup (NULL);
  g_autofree char *action = NULL;
  g_autofree char *done = NULL;

  action = name != NULL ? g_strdup_printf (_ ("Add %s"), name) : g_strdup (_ ("Add a function"));
  done = name != NULL ? g_strdup_printf (_ ("Added: %s"), name) : g_strdup (_ ("Function added"));
  mlg_host_act (mlg_host_find (GTK_WIDGET (self)), action, write_deed, deed, deed_free, done);
}

static void
on_add (MlgFunctionAdder *self)
{
  g_autoptr (GError) error = NULL;
  Deed *deed = g_new0 (Deed, 1);

  deed->person = mlg_record_new (&mlg_person_kind);
  deed->function = mlg_record_new (&mlg_function_kind);
  deed->body = get_body (self);
  if (!parse_person (self, deed->person, &error) || !parse_function (self, deed->function, &error))
    {
      gtk_label_set_text (self->message_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
      deed_free (deed);
      return;
    }
  gtk_popover_popdown (self->popover);
  act (self, deed);
}

/* Somebody who is known has a name and an address already. */
static void
on_person_chosen (MlgFunctionAdder *self)
{
  gboolean known = get_person (self) != 0;

  gtk_widget_set_sensitive (GTK_WIDGET (self->given_entry), !known);
  gtk_widget_set_sensitive (GTK_WIDGET (self->email_entry), !known);
}

static void
on_popover_shown (MlgFunctionAdder *self)
{
  mlg_record_entry_set_record (self->person_entry, 0, NULL);
  mlg_record_entry_set_record (self->body_entry, 0, NULL);
  gtk_editable_set_text (self->given_entry, "");
  gtk_editable_set_text (self->email_entry, "");
  gtk_editable_set_text (self->title_entry, "");
  gtk_drop_down_set_selected (self->role_list, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), FALSE);
  gtk_widget_set_visible (self->person_box, self->person == 0);
  gtk_widget_set_visible (self->body_box, self->body == 0);
  on_person_chosen (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->person == 0 ? self->person_entry : self->body_entry));
}

static void
mlg_function_adder_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_function_adder_parent_class)->dispose (object);
}

static void
mlg_function_adder_class_init (MlgFunctionAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_function_adder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-function-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, button);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, person_box);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, person_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, given_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, email_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, body_box);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, body_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, role_list);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgFunctionAdder, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
mlg_function_adder_init (MlgFunctionAdder *self)
{
  g_autoptr (GListModel) roles = mlg_code_model_new (&mlg_function_roles, TRUE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->role_list, title);
  gtk_drop_down_set_model (self->role_list, roles);
}

/**
 * mlg_function_adder_set_store:
 * @store: (transfer none): where people and bodies are; it must outlive the button
 *
 * To be called once.
 */
void
mlg_function_adder_set_store (MlgFunctionAdder *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_FUNCTION_ADDER (self));

  self->store = store;
  self->person_entry = MLG_RECORD_ENTRY (mlg_record_entry_new (store, &mlg_person_kind));
  self->body_entry = MLG_RECORD_ENTRY (mlg_record_entry_new (store, &mlg_body_kind));
  gtk_box_append (self->person_slot, GTK_WIDGET (self->person_entry));
  gtk_box_append (self->body_slot, GTK_WIDGET (self->body_entry));
  g_signal_connect_object (self->person_entry, "chosen", G_CALLBACK (on_person_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), mlg_store_is_writable (store));
}

/**
 * mlg_function_adder_set_body:
 * @body: where the function is held; 0 to ask
 */
void
mlg_function_adder_set_body (MlgFunctionAdder *self, gint64 body)
{
  g_return_if_fail (MLG_IS_FUNCTION_ADDER (self));
  self->body = body;
}

/**
 * mlg_function_adder_set_person:
 * @person: who holds the function; 0 to ask
 */
void
mlg_function_adder_set_person (MlgFunctionAdder *self, gint64 person)
{
  g_return_if_fail (MLG_IS_FUNCTION_ADDER (self));
  self->person = person;
}

/**
 * mlg_function_adder_open:
 *
 * Lets the person write.
 */
void
mlg_function_adder_open (MlgFunctionAdder *self)
{
  g_return_if_fail (MLG_IS_FUNCTION_ADDER (self));
  gtk_menu_button_popup (self->button);
}
