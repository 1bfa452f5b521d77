/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-adder.h"

#include <glib/gi18n-lib.h>

#include "mlg-theme-commit.h"
#include "themes/mlg-questionnaire.h"
#include "themes/mlg-theme-edit.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-code-model.h"

/* A button that makes a theme or a questionnaire: its title, and its family or its purpose. */
struct _MlgThemeAdder
{
  GtkWidget parent_instance;
  const MlgKind *kind; /* (unowned) static */

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkEditable *title_entry;
  GtkLabel *code_label;
  GtkDropDown *code_list;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (MlgThemeAdder, mlg_theme_adder, GTK_TYPE_WIDGET)

static guint
get_code_field (MlgThemeAdder *self)
{
  return self->kind == &mlg_theme_kind ? MLG_THEME_FAMILY : MLG_QUESTIONNAIRE_PURPOSE;
}

static guint
get_title_field (MlgThemeAdder *self)
{
  return self->kind == &mlg_theme_kind ? MLG_THEME_TITLE : MLG_QUESTIONNAIRE_TITLE;
}

static gint64
store_new (MlgConnection *db, gpointer record, GError **error)
{
  return mlg_theme_store (db, record, error) ? mlg_record_get_id (record) : 0;
}

static gboolean
parse (MlgThemeAdder *self, MlgRecord *record, GError **error)
{
  MlgCodeItem *item = gtk_drop_down_get_selected_item (self->code_list);

  if (item != NULL)
    mlg_record_set_text (record, get_code_field (self), mlg_code_item_get_code (item));
  return mlg_record_parse (record, get_title_field (self),
                           gtk_editable_get_text (self->title_entry), error)
         && mlg_record_validate (record, NULL, error);
}

static void
on_add (MlgThemeAdder *self)
{
  g_autoptr (MlgRecord) record = mlg_record_new (self->kind);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *action = NULL;

  if (!parse (self, record, &error))
    {
      gtk_label_set_text (self->message_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), TRUE);
      return;
    }
  name = mlg_record_dup_name (record);
  action = g_strdup_printf (_ ("Add %s"), name);
  gtk_popover_popdown (self->popover);
  mlg_theme_commit_making (GTK_WIDGET (self), action, self->kind, store_new,
                           g_steal_pointer (&record), g_object_unref, NULL);
}

static void
on_popover_shown (MlgThemeAdder *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), FALSE);
  gtk_editable_set_text (self->title_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}

static void
mlg_theme_adder_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_theme_adder_parent_class)->dispose (object);
}

static void
mlg_theme_adder_class_init (MlgThemeAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_theme_adder_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-theme-adder.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, button);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, title_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, code_label);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, code_list);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeAdder, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
mlg_theme_adder_init (MlgThemeAdder *self)
{
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->code_list, title);
}

/**
 * mlg_theme_adder_set_store:
 * @store: (transfer none): where it is made
 */
void
mlg_theme_adder_set_store (MlgThemeAdder *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_THEME_ADDER (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), mlg_store_is_writable (store));
}

/**
 * mlg_theme_adder_set_kind:
 * @kind: (transfer none): static: themes or questionnaires
 */
void
mlg_theme_adder_set_kind (MlgThemeAdder *self, const MlgKind *kind)
{
  g_autoptr (GListModel) codes = NULL;
  const char *label;

  g_return_if_fail (MLG_IS_THEME_ADDER (self));

  self->kind = kind;
  label = kind == &mlg_theme_kind ? _ ("New Theme") : _ ("New Questionnaire");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_label_set_text (self->code_label, _ (kind->fields[get_code_field (self)].title));
  codes = mlg_code_model_new (kind->fields[get_code_field (self)].codes, FALSE);
  gtk_drop_down_set_model (self->code_list, codes);
  /* Themes are what most questionnaires are about. */
  if (kind == &mlg_questionnaire_kind)
    gtk_drop_down_set_selected (self->code_list, 1);
}

/**
 * mlg_theme_adder_open:
 *
 * Lets the person write.
 */
void
mlg_theme_adder_open (MlgThemeAdder *self)
{
  g_return_if_fail (MLG_IS_THEME_ADDER (self));
  gtk_menu_button_popup (self->button);
}
