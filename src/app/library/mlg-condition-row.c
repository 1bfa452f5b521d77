/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-condition-row.h"

#include <glib/gi18n-lib.h>

/* One comparison: a question of the template, how it compares, and a value: one of its choices, or written. */
struct _MlgConditionRow
{
  GtkWidget parent_instance;
  MlgTemplate *template; /* (owned) */
  GArray *comparisons;   /* (owned) of MlgComparison: those that the question takes */
  gboolean filling;

  GtkDropDown *field_list;
  GtkDropDown *comparison_list;
  GtkDropDown *choice_list;
  GtkEditable *value_entry;
};

G_DEFINE_FINAL_TYPE (MlgConditionRow, mlg_condition_row, GTK_TYPE_WIDGET)

static guint changed_signal;
static guint removed_signal;

static const MlgTemplateField *
get_field (MlgConditionRow *self)
{
  GPtrArray *fields = mlg_template_get_fields (self->template);
  guint i = gtk_drop_down_get_selected (self->field_list);

  return i < fields->len ? fields->pdata[i] : NULL;
}

static MlgComparison
get_comparison (MlgConditionRow *self)
{
  guint i = gtk_drop_down_get_selected (self->comparison_list);

  return i < self->comparisons->len ? g_array_index (self->comparisons, MlgComparison, i)
                                    : MLG_COMPARE_ANSWERED;
}

static gboolean
has_choices (const MlgTemplateField *field)
{
  return field != NULL
         && (field->type == MLG_TEMPLATE_CHOICE || field->type == MLG_TEMPLATE_YES_NO);
}

static void
fit_value (MlgConditionRow *self)
{
  gboolean valued = mlg_comparison_has_value (get_comparison (self));
  gboolean choices = has_choices (get_field (self));

  gtk_widget_set_visible (GTK_WIDGET (self->choice_list), valued && choices);
  gtk_widget_set_visible (GTK_WIDGET (self->value_entry), valued && !choices);
}

static void
tell (MlgConditionRow *self)
{
  if (self->filling)
    return;
  fit_value (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
fill_comparisons (MlgConditionRow *self, const MlgTemplateField *field, MlgComparison wanted)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->comparisons, 0);
  /* What one means most often comes first. */
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < MLG_N_COMPARISONS; i++)
      {
        MlgComparison comparison = (MlgComparison) i;

        if (mlg_comparison_has_value (comparison) != (turn == 0)
            || !mlg_conditions_take (field, comparison))
          continue;
        if (comparison == wanted)
          selected = self->comparisons->len;
        g_array_append_val (self->comparisons, comparison);
        gtk_string_list_append (titles, mlg_comparison_get_title (comparison));
      }
  gtk_drop_down_set_model (self->comparison_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->comparison_list, selected);
}

static void
fill_choices (MlgConditionRow *self, const MlgTemplateField *field, const char *value)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  if (field->type == MLG_TEMPLATE_YES_NO)
    {
      gtk_string_list_append (titles, C_ ("answer", "Yes"));
      gtk_string_list_append (titles, C_ ("answer", "No"));
      selected = g_strcmp0 (value, "false") == 0;
    }
  for (guint i = 0; field->type == MLG_TEMPLATE_CHOICE && i < field->choices->len; i++)
    {
      const MlgTemplateChoice *choice = field->choices->pdata[i];

      gtk_string_list_append (titles, choice->label);
      if (g_strcmp0 (choice->value, value) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->choice_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice_list, selected);
}

static void
show (MlgConditionRow *self, MlgComparison comparison, const char *value)
{
  const MlgTemplateField *field = get_field (self);
  g_autofree char *printed = NULL;

  self->filling = TRUE;
  if (field != NULL)
    {
      fill_comparisons (self, field, comparison);
      fill_choices (self, field, value);
      if (value != NULL && !has_choices (field) && field->type != MLG_TEMPLATE_ROWS)
        printed = mlg_template_field_print (field, value);
      gtk_editable_set_text (self->value_entry, printed != NULL ? printed
                                                : value != NULL ? value
                                                                : "");
    }
  self->filling = FALSE;
  fit_value (self);
}

static void
on_field_changed (MlgConditionRow *self)
{
  if (self->filling)
    return;
  show (self, MLG_COMPARE_IS, NULL);
  tell (self);
}

static void
on_remove (MlgConditionRow *self)
{
  g_signal_emit (self, removed_signal, 0);
}

static void
mlg_condition_row_dispose (GObject *object)
{
  MlgConditionRow *self = MLG_CONDITION_ROW (object);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->template);
  G_OBJECT_CLASS (mlg_condition_row_parent_class)->dispose (object);
}

static void
mlg_condition_row_finalize (GObject *object)
{
  g_array_unref (MLG_CONDITION_ROW (object)->comparisons);
  G_OBJECT_CLASS (mlg_condition_row_parent_class)->finalize (object);
}

static void
mlg_condition_row_class_init (MlgConditionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_condition_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_condition_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-condition-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgConditionRow, field_list);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionRow, comparison_list);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionRow, choice_list);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionRow, value_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_field_changed);
  gtk_widget_class_bind_template_callback (widget_class, tell);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);

  /**
   * MlgConditionRow::changed:
   *
   * The person chose something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_CONDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
  /**
   * MlgConditionRow::removed:
   *
   * The person wants this comparison no more.
   */
  removed_signal = g_signal_new ("removed", MLG_TYPE_CONDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_condition_row_init (MlgConditionRow *self)
{
  self->comparisons = g_array_new (FALSE, FALSE, sizeof (MlgComparison));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_condition_row_new:
 * @template: (transfer none): whose questions are compared
 * @condition: (nullable): a comparison, as answers keep its value
 *
 * Returns: (transfer floating):
 */
GtkWidget *
mlg_condition_row_new (MlgTemplate *template, const MlgCondition *condition)
{
  MlgConditionRow *self = g_object_new (MLG_TYPE_CONDITION_ROW, NULL);
  GPtrArray *fields = mlg_template_get_fields (template);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  self->template = g_object_ref (template);
  for (guint i = 0; i < fields->len; i++)
    {
      const MlgTemplateField *field = fields->pdata[i];

      gtk_string_list_append (titles, field->label);
      if (condition != NULL && g_str_equal (field->name, condition->field))
        selected = i;
    }
  gtk_drop_down_set_model (self->field_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->field_list, selected);
  show (self, condition != NULL ? condition->comparison : MLG_COMPARE_IS,
        condition != NULL ? condition->value : NULL);
  return GTK_WIDGET (self);
}

static const char *
get_value (MlgConditionRow *self, const MlgTemplateField *field)
{
  guint i = gtk_drop_down_get_selected (self->choice_list);

  if (field->type == MLG_TEMPLATE_YES_NO)
    return i == 0 ? "true" : "false";
  if (field->type == MLG_TEMPLATE_CHOICE)
    return i < field->choices->len ? ((MlgTemplateChoice *) field->choices->pdata[i])->value : "";
  return gtk_editable_get_text (self->value_entry);
}

/**
 * mlg_condition_row_add_to:
 * @conditions: (element-type MlgCondition): gets the comparison, with the value as the person wrote it
 */
void
mlg_condition_row_add_to (MlgConditionRow *self, GPtrArray *conditions)
{
  const MlgTemplateField *field;

  g_return_if_fail (MLG_IS_CONDITION_ROW (self));

  field = get_field (self);
  if (field != NULL)
    mlg_conditions_add (conditions, field->name, get_comparison (self),
                        mlg_comparison_has_value (get_comparison (self)) ? get_value (self, field)
                                                                         : NULL);
}
