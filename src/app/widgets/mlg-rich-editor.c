/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rich-editor.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "mlg-rich-view.h"
#include "template/mlg-condition.h"
#include "template/mlg-expression.h"

/* The text of a clause with the tools to write it. */
struct _MlgRichEditor
{
  GtkWidget parent_instance;
  GPtrArray *names; /* (owned) of utf8: fields, in the order of both choices */

  MlgRichView *view;
  GtkSearchBar *search_bar;
  GtkEditable *find_entry;
  GtkEditable *replace_entry;
  GtkWidget *replace_box;
  GtkMenuButton *condition_button;
  GtkDropDown *insert_choice;
  GtkWidget *insert_box;
  GtkEditable *field_entry;
  GtkDropDown *comparison_choice;
  GtkWidget *value_box;
  GtkEditable *value_entry;
  GtkEditable *expression_entry;
  GtkLabel *message_label;
};

G_DEFINE_FINAL_TYPE (MlgRichEditor, mlg_rich_editor, GTK_TYPE_WIDGET)

static MlgRichBuffer *
get_buffer (MlgRichEditor *self)
{
  return mlg_rich_view_get_buffer (self->view);
}

static void
activate_style (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_rich_buffer_toggle_style (get_buffer (MLG_RICH_EDITOR (widget)),
                                g_str_equal (name, "rich.bold") ? "d:b" : "d:i");
}

static void
activate_list (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_rich_buffer_toggle_list (get_buffer (MLG_RICH_EDITOR (widget)),
                               g_str_equal (name, "rich.numbers") ? "decimal" : NULL);
}

static void
activate_level (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (!mlg_rich_buffer_change_level (get_buffer (MLG_RICH_EDITOR (widget)),
                                     g_str_equal (name, "rich.deeper") ? 1 : -1))
    gtk_widget_error_bell (widget);
}

static void
on_insert_field (MlgRichEditor *self)
{
  guint i = gtk_drop_down_get_selected (self->insert_choice);

  if (i < self->names->len)
    mlg_rich_buffer_insert_field (get_buffer (self), self->names->pdata[i]);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_search (MlgRichEditor *self, gboolean replace)
{
  gtk_widget_set_visible (self->replace_box, replace);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}

static void
activate_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_search (MLG_RICH_EDITOR (widget), g_str_equal (name, "rich.replace"));
}

/* From the end of the selection; from the start of the text when there is no more. */
static gboolean
select_next (MlgRichEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (get_buffer (self));
  const char *words = gtk_editable_get_text (self->find_entry);
  GtkTextIter from, start, end;
  gboolean found;

  if (*words == '\0')
    return FALSE;
  gtk_text_buffer_get_selection_bounds (buffer, NULL, &from);
  found = gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start,
                                        &end, NULL);
  if (!found)
    {
      gtk_text_buffer_get_start_iter (buffer, &from);
      found = gtk_text_iter_forward_search (&from, words, GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start,
                                            &end, NULL);
    }
  if (!found)
    return FALSE;
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &start, 0.1, FALSE, 0, 0);
  return TRUE;
}

static void
on_find_next (MlgRichEditor *self)
{
  if (!select_next (self))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static gboolean
is_found_selected (MlgRichEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (get_buffer (self));
  GtkTextIter start, end;
  g_autofree char *selected = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *sought = g_utf8_casefold (gtk_editable_get_text (self->find_entry), -1);

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  selected = gtk_text_iter_get_text (&start, &end);
  folded = g_utf8_casefold (selected, -1);
  return *folded != '\0' && g_str_equal (folded, sought);
}

static void
on_replace (MlgRichEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (get_buffer (self));

  if (is_found_selected (self))
    {
      gtk_text_buffer_begin_user_action (buffer);
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, gtk_editable_get_text (self->replace_entry), -1);
      gtk_text_buffer_end_user_action (buffer);
    }
  on_find_next (self);
}

static void
say (MlgRichEditor *self, const char *message)
{
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
}

/* A value that is a number is compared as one, unless the expression had it as words. */
static char *
write_condition (MlgRichEditor *self)
{
  const char *before = mlg_rich_buffer_get_test (get_buffer (self));
  g_autoptr (MlgCondition) was = before != NULL ? mlg_condition_parse (before) : NULL;
  MlgCondition condition = { (char *) gtk_editable_get_text (self->field_entry),
                             gtk_drop_down_get_selected (self->comparison_choice),
                             (char *) gtk_editable_get_text (self->value_entry), TRUE };
  char *test = was == NULL || was->number || !was->value ? mlg_condition_write (&condition) : NULL;

  condition.number = FALSE;
  return test != NULL ? test : mlg_condition_write (&condition);
}

static void
on_condition_chosen (MlgRichEditor *self)
{
  g_autofree char *test = NULL;
  MlgComparison comparison = gtk_drop_down_get_selected (self->comparison_choice);

  gtk_widget_set_visible (self->value_box, mlg_comparison_has_value (comparison));
  if (*gtk_editable_get_text (self->field_entry) == '\0')
    return;
  test = write_condition (self);
  gtk_editable_set_text (self->expression_entry, test != NULL ? test : "");
}

static void
on_condition_opened (MlgRichEditor *self)
{
  const char *test = mlg_rich_buffer_get_test (get_buffer (self));
  g_autoptr (MlgCondition) condition = test != NULL ? mlg_condition_parse (test) : NULL;
  g_autofree char *kept = g_strdup (test != NULL ? test : "");

  say (self, test != NULL && condition == NULL
                 ? _ ("This condition is kept as an expression: only its text says it.")
                 : NULL);
  gtk_editable_set_text (self->field_entry, condition != NULL ? condition->field : "");
  gtk_editable_set_text (self->value_entry,
                         condition != NULL && condition->value != NULL ? condition->value : "");
  gtk_drop_down_set_selected (self->comparison_choice,
                              condition != NULL ? condition->comparison : MLG_COMPARE_IS);
  gtk_editable_set_text (self->expression_entry, kept);
}

static void
on_condition_applied (MlgRichEditor *self)
{
  const char *test = gtk_editable_get_text (self->expression_entry);
  g_autoptr (GError) error = NULL;

  if (*test == '\0')
    say (self, _ ("Choose a field and a value first."));
  else if (!mlg_expression_check (test, &error))
    say (self, error->message);
  else if (!mlg_rich_buffer_set_test (get_buffer (self), test))
    say (self, _ ("A heading has no condition of its own: choose the text below it."));
  else
    gtk_menu_button_popdown (self->condition_button);
}

static void
mlg_rich_editor_dispose (GObject *object)
{
  MlgRichEditor *self = MLG_RICH_EDITOR (object);
  GtkWidget *child;

  g_clear_pointer (&self->names, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_rich_editor_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "rich.bold", NULL, activate_style);
  gtk_widget_class_install_action (widget_class, "rich.italic", NULL, activate_style);
  gtk_widget_class_install_action (widget_class, "rich.bullets", NULL, activate_list);
  gtk_widget_class_install_action (widget_class, "rich.numbers", NULL, activate_list);
  gtk_widget_class_install_action (widget_class, "rich.deeper", NULL, activate_level);
  gtk_widget_class_install_action (widget_class, "rich.shallower", NULL, activate_level);
  gtk_widget_class_install_action (widget_class, "rich.find", NULL, activate_find);
  gtk_widget_class_install_action (widget_class, "rich.replace", NULL, activate_find);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "rich.bold",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "rich.italic",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "rich.find",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "rich.replace",
                                       NULL);
}

static void
mlg_rich_editor_class_init (MlgRichEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_rich_editor_dispose;
  g_type_ensure (MLG_TYPE_RICH_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-rich-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, view);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, find_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, replace_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, replace_box);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, condition_button);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, insert_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, insert_box);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, field_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, comparison_choice);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, value_box);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, value_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, expression_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRichEditor, message_label);
  gtk_widget_class_bind_template_callback (widget_class, on_insert_field);
  gtk_widget_class_bind_template_callback (widget_class, on_find_next);
  gtk_widget_class_bind_template_callback (widget_class, on_replace);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_opened);
  gtk_widget_class_bind_template_callback (widget_class, on_condition_applied);
  install_actions (widget_class);
}

static void
mlg_rich_editor_init (MlgRichEditor *self)
{
  g_autoptr (GtkStringList) comparisons = gtk_string_list_new (NULL);

  self->names = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < MLG_N_COMPARISONS; i++)
    gtk_string_list_append (comparisons, mlg_comparison_get_title (i));
  gtk_drop_down_set_model (self->comparison_choice, G_LIST_MODEL (comparisons));
  gtk_search_bar_connect_entry (self->search_bar, self->find_entry);
}

static int
compare_labels (gconstpointer a, gconstpointer b, gpointer labels)
{
  return g_utf8_collate (g_hash_table_lookup (labels, *(char *const *) a),
                         g_hash_table_lookup (labels, *(char *const *) b));
}

static void
show_fields (MlgRichEditor *self, GHashTable *labels)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GHashTableIter each;
  gpointer name;

  g_ptr_array_set_size (self->names, 0);
  g_hash_table_iter_init (&each, labels);
  while (g_hash_table_iter_next (&each, &name, NULL))
    g_ptr_array_add (self->names, g_strdup (name));
  g_ptr_array_sort_with_data (self->names, compare_labels, labels);
  for (guint i = 0; i < self->names->len; i++)
    gtk_string_list_append (titles, g_hash_table_lookup (labels, self->names->pdata[i]));
  gtk_drop_down_set_model (self->insert_choice, G_LIST_MODEL (titles));
}

/**
 * mlg_rich_editor_set_markup:
 * @markup: the text of a clause
 * @labels: (nullable) (element-type utf8 utf8): what fields are called, by their names: those that can be
 *   put in
 *
 * Returns: %FALSE with @error set when it is not XML
 */
gboolean
mlg_rich_editor_set_markup (MlgRichEditor *self,
                            const char *markup,
                            GHashTable *labels,
                            GError **error)
{
  g_return_val_if_fail (MLG_IS_RICH_EDITOR (self), FALSE);

  gtk_widget_set_visible (self->insert_box, labels != NULL);
  if (labels != NULL)
    show_fields (self, labels);
  return mlg_rich_buffer_set_markup (get_buffer (self), markup, labels, error);
}

/**
 * mlg_rich_editor_dup_markup:
 *
 * Returns: (transfer full): the text as it is now; what was set, when nothing was changed
 */
char *
mlg_rich_editor_dup_markup (MlgRichEditor *self)
{
  g_return_val_if_fail (MLG_IS_RICH_EDITOR (self), NULL);
  return mlg_rich_buffer_dup_markup (get_buffer (self));
}

/**
 * mlg_rich_editor_get_buffer:
 *
 * Returns: (transfer none): what is written
 */
MlgRichBuffer *
mlg_rich_editor_get_buffer (MlgRichEditor *self)
{
  g_return_val_if_fail (MLG_IS_RICH_EDITOR (self), NULL);
  return get_buffer (self);
}
