/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-head-row-editor.h"

#include <glib/gi18n-lib.h>

#include "widgets/mlg-code-model.h"

/* A question, criterion or lot: what it is in a line, and all that one may change of it below. */
struct _MlgHeadRowEditor
{
  AdwExpanderRow parent_instance;
  MlgHeadPart part;
  MlgHeadRow *row;                      /* (owned) */
  GtkWidget *inputs[MLG_HEAD_N_VALUES]; /* (owned by the widget tree) (nullable) */
  GtkWidget *in_button;                 /* (owned by the widget tree) (nullable) */
  GtkWidget *out_button;                /* (owned by the widget tree) (nullable) */
  gboolean filling;
};

/* What is inside another one stands further in. */
#define INDENT 24

G_DEFINE_FINAL_TYPE (MlgHeadRowEditor, mlg_head_row_editor, ADW_TYPE_EXPANDER_ROW)

static guint changed_signal;
static guint asked_signal;

/* How a value is given. */
typedef struct
{
  const char *title;        /* (nullable): there is no such value */
  const MlgCodeList *codes; /* (nullable) */
  gboolean yes_no;
} Input;

static const Input inputs[MLG_HEAD_N_PARTS][MLG_HEAD_N_VALUES] = {
  [MLG_HEAD_FIELDS] = {
    [MLG_HEAD_TITLE] = { N_ ("Question") },
    [MLG_HEAD_FIELD_TYPE] = { N_ ("Sort of answer"), &mlg_field_types },
    [MLG_HEAD_FIELD_REQUIRED] = { N_ ("An answer is needed"), NULL, TRUE },
    [MLG_HEAD_FIELD_DEFAULT] = { N_ ("Until it is answered") },
    [MLG_HEAD_FIELD_HELP] = { N_ ("Help") },
    [MLG_HEAD_FIELD_CHOICES] = { N_ ("Choices (value = label; …)") },
  },
  [MLG_HEAD_CRITERIA] = {
    [MLG_HEAD_TITLE] = { N_ ("Criterion") },
    [MLG_HEAD_CRITERION_WEIGHT] = { N_ ("Weight (%)") },
    [MLG_HEAD_CRITERION_TYPE] = { N_ ("Sort"), &mlg_criterion_types },
    [MLG_HEAD_CRITERION_ELEMENTS] = { N_ ("Elements asked") },
    [MLG_HEAD_CRITERION_METHOD] = { N_ ("How it is judged") },
  },
  [MLG_HEAD_LOTS] = {
    [MLG_HEAD_TITLE] = { N_ ("Lot") },
    [MLG_HEAD_LOT_VALUE] = { N_ ("Estimated value (EUR excl. tax)") },
  },
};

static void
show_title (MlgHeadRowEditor *self)
{
  char *const *values = self->row->values;
  const char *weight = self->part == MLG_HEAD_CRITERIA ? values[MLG_HEAD_CRITERION_WEIGHT] : NULL;
  const char *type = self->part == MLG_HEAD_FIELDS ? values[MLG_HEAD_FIELD_TYPE] : NULL;
  /* Translators: a weight in hundredths. */
  g_autofree char *shown =
      weight != NULL && *weight != '\0' ? g_strdup_printf (_ ("%s %%"), weight) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 values[MLG_HEAD_TITLE] != NULL ? values[MLG_HEAD_TITLE] : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self),
                                 shown != NULL  ? shown
                                 : type != NULL ? mlg_code_list_get_title (&mlg_field_types, type)
                                                : "");
}

static char *
read_input (MlgHeadRowEditor *self, guint i)
{
  const Input *input = &inputs[self->part][i];

  if (input->yes_no)
    return gtk_switch_get_active (GTK_SWITCH (self->inputs[i])) ? g_strdup ("true") : NULL;
  if (input->codes != NULL)
    {
      MlgCodeItem *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->inputs[i]));

      return g_strdup (item != NULL ? mlg_code_item_get_code (item) : NULL);
    }
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->inputs[i]))));
}

static void
fit_choices (MlgHeadRowEditor *self)
{
  if (self->part == MLG_HEAD_FIELDS)
    gtk_widget_set_visible (self->inputs[MLG_HEAD_FIELD_CHOICES],
                            g_strcmp0 (self->row->values[MLG_HEAD_FIELD_TYPE], "choice") == 0);
}

static void
on_input_changed (MlgHeadRowEditor *self)
{
  if (self->filling)
    return;
  for (guint i = 0; i < MLG_HEAD_N_VALUES; i++)
    if (self->inputs[i] != NULL)
      {
        g_free (self->row->values[i]);
        self->row->values[i] = read_input (self, i);
      }
  show_title (self);
  fit_choices (self);
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_switch (MlgHeadRowEditor *self, guint i, GtkWidget **input)
{
  GtkWidget *row = adw_action_row_new ();

  *input = gtk_switch_new ();
  gtk_widget_set_valign (*input, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (*input), self->row->values[i] != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*input), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (inputs[self->part][i].title), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), *input);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), *input);
  g_signal_connect_object (*input, "notify::active", G_CALLBACK (on_input_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_combo (MlgHeadRowEditor *self, guint i, const MlgCodeList *codes)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GListModel) model = mlg_code_model_new (codes, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");
  const char *fallback = self->part == MLG_HEAD_CRITERIA ? "quality" : "text";
  const char *code = self->row->values[i] != NULL ? self->row->values[i] : fallback;

  adw_combo_row_set_expression (ADW_COMBO_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), model);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), mlg_code_model_find (model, code));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (on_input_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_entry (MlgHeadRowEditor *self, guint i)
{
  GtkWidget *row = adw_entry_row_new ();

  gtk_editable_set_text (GTK_EDITABLE (row),
                         self->row->values[i] != NULL ? self->row->values[i] : "");
  g_signal_connect_object (row, "changed", G_CALLBACK (on_input_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_input (MlgHeadRowEditor *self, guint i)
{
  const Input *input = &inputs[self->part][i];
  GtkWidget *row;

  if (input->yes_no)
    row = make_switch (self, i, &self->inputs[i]);
  else
    row = self->inputs[i] =
        input->codes != NULL ? make_combo (self, i, input->codes) : make_entry (self, i);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (input->title));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
ask (MlgHeadRowEditor *self, GtkWidget *button)
{
  g_signal_emit (self, asked_signal, 0, gtk_widget_get_name (button));
}

/* Up, down and away: @what is the detail of the signal. */
static GtkWidget *
add_button (MlgHeadRowEditor *self, const char *icon, const char *title, const char *what)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_name (button, what);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
  return button;
}

static void
mlg_head_row_editor_finalize (GObject *object)
{
  mlg_head_row_free (MLG_HEAD_ROW_EDITOR (object)->row);
  G_OBJECT_CLASS (mlg_head_row_editor_parent_class)->finalize (object);
}

static void
mlg_head_row_editor_class_init (MlgHeadRowEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_head_row_editor_finalize;

  /**
   * MlgHeadRowEditor::changed:
   *
   * The person changed something of it.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_HEAD_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
  /**
   * MlgHeadRowEditor::asked:
   * @what: "up", "down", "in", "out" or "remove"
   *
   * The person wants it elsewhere, inside another one, out of it, or no more.
   */
  asked_signal = g_signal_new ("asked", MLG_TYPE_HEAD_ROW_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mlg_head_row_editor_init (MlgHeadRowEditor *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

/**
 * mlg_head_row_editor_set_level:
 * @level: how many criteria it is inside of
 */
void
mlg_head_row_editor_set_level (MlgHeadRowEditor *self, guint level)
{
  g_return_if_fail (MLG_IS_HEAD_ROW_EDITOR (self));

  self->row->level = level;
  gtk_widget_set_margin_start (GTK_WIDGET (self), (int) MIN (level, 3) * INDENT);
  if (self->in_button != NULL)
    {
      gtk_widget_set_visible (self->in_button, level == 0);
      gtk_widget_set_visible (self->out_button, level > 0);
    }
}

/**
 * mlg_head_row_editor_new_alone:
 * @part: questions, criteria or lots
 * @row: what it says at first
 *
 * Returns: (transfer floating): an editor of which nobody asks to stand elsewhere
 */
GtkWidget *
mlg_head_row_editor_new_alone (MlgHeadPart part, const MlgHeadRow *row)
{
  MlgHeadRowEditor *self = g_object_new (MLG_TYPE_HEAD_ROW_EDITOR, NULL);

  self->part = part;
  self->row = mlg_head_row_copy (row);
  self->filling = TRUE;
  for (guint i = 0; i < MLG_HEAD_N_VALUES; i++)
    if (inputs[part][i].title != NULL)
      add_input (self, i);
  self->filling = FALSE;
  show_title (self);
  fit_choices (self);
  return GTK_WIDGET (self);
}

/**
 * mlg_head_row_editor_new:
 * @part: questions, criteria or lots
 * @row: what it says at first
 *
 * Returns: (transfer floating): one of a list
 */
GtkWidget *
mlg_head_row_editor_new (MlgHeadPart part, const MlgHeadRow *row)
{
  MlgHeadRowEditor *self = MLG_HEAD_ROW_EDITOR (mlg_head_row_editor_new_alone (part, row));

  add_button (self, "list-remove-symbolic", _ ("Remove"), "remove");
  if (part == MLG_HEAD_CRITERIA)
    {
      self->in_button = add_button (self, "format-indent-more-symbolic",
                                    _ ("Make It a Sub-Criterion of the One Before"), "in");
      self->out_button = add_button (self, "format-indent-less-symbolic",
                                     _ ("Make It a Criterion of Its Own"), "out");
    }
  add_button (self, "go-down-symbolic", _ ("Move Down"), "down");
  add_button (self, "go-up-symbolic", _ ("Move Up"), "up");
  mlg_head_row_editor_set_level (self, row->level);
  return GTK_WIDGET (self);
}

/**
 * mlg_head_row_editor_get:
 *
 * Returns: (transfer none): what it says now
 */
const MlgHeadRow *
mlg_head_row_editor_get (MlgHeadRowEditor *self)
{
  g_return_val_if_fail (MLG_IS_HEAD_ROW_EDITOR (self), NULL);
  return self->row;
}
