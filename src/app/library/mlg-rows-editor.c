/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-rows-editor.h"

#include <glib/gi18n-lib.h>

#include "template/mlg-answers-rows.h"

/* The rows of an answer: an entry for each value, under the titles of their columns. */
struct _MlgRowsEditor
{
  GtkWidget parent_instance;
  const MlgTemplateField *field; /* (unowned) its template outlives the editor */
  GPtrArray *rows;               /* (owned) of GPtrArray of GtkWidget (owned by the widget tree) */
  GtkWidget *grid;               /* (owned by the widget tree) */
  GtkWidget *add_button;         /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgRowsEditor, mlg_rows_editor, GTK_TYPE_WIDGET)

static guint changed_signal;

static const MlgTemplateField *
get_column (MlgRowsEditor *self, guint i)
{
  return self->field->columns->pdata[i];
}

/* Marks an entry whose text is not right for its column. */
static gboolean
check (MlgRowsEditor *self, GtkWidget *entry, guint column)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = *text != '\0'
                              ? mlg_template_field_parse (get_column (self, column), text, &error)
                              : g_strdup ("");

  gtk_widget_set_tooltip_text (entry, kept == NULL ? error->message : NULL);
  if (kept == NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  return kept != NULL;
}

static gboolean
check_all (MlgRowsEditor *self)
{
  gboolean right = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    for (guint j = 0; j < self->field->columns->len; j++)
      right = check (self, g_ptr_array_index ((GPtrArray *) self->rows->pdata[i], j), j) && right;
  return right;
}

static void
commit (MlgRowsEditor *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && check_all (self))
    g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_entry (MlgRowsEditor *self, guint column, const char *kept)
{
  const MlgTemplateField *field = get_column (self, column);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *text = mlg_template_field_print_plain (field, kept);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), field->type == MLG_TEMPLATE_TEXT ? 18 : 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  field->label, -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  return entry;
}

static void on_remove (GtkWidget *button, MlgRowsEditor *self);

static GtkWidget *
make_remove_button (MlgRowsEditor *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the Row"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Row"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  return button;
}

/* The row's entries and, last, the button that removes it. */
static void
add_row (MlgRowsEditor *self, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  guint n = g_strv_length (cells);
  GPtrArray *row = g_ptr_array_new ();
  int top = (int) self->rows->len + 1;

  for (guint i = 0; i < self->field->columns->len; i++)
    {
      g_ptr_array_add (row, make_entry (self, i, i < n ? cells[i] : ""));
      gtk_grid_attach (GTK_GRID (self->grid), row->pdata[i], (int) i, top, 1, 1);
    }
  g_ptr_array_add (row, make_remove_button (self));
  gtk_grid_attach (GTK_GRID (self->grid), row->pdata[row->len - 1], (int) row->len - 1, top, 1, 1);
  g_ptr_array_add (self->rows, row);
}

static void
clear (MlgRowsEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    gtk_grid_remove_row (GTK_GRID (self->grid), 1);
  g_ptr_array_set_size (self->rows, 0);
}

static void
on_remove (GtkWidget *button, MlgRowsEditor *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_ptr_array_find (self->rows->pdata[i], button, NULL))
      {
        gtk_grid_remove_row (GTK_GRID (self->grid), (int) i + 1);
        g_ptr_array_remove_index (self->rows, i);
        break;
      }
  commit (self);
}

static void
on_add (MlgRowsEditor *self)
{
  GPtrArray *row;

  add_row (self, "");
  row = self->rows->pdata[self->rows->len - 1];
  gtk_widget_grab_focus (row->pdata[0]);
}

static void
mlg_rows_editor_dispose (GObject *object)
{
  MlgRowsEditor *self = MLG_ROWS_EDITOR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_rows_editor_parent_class)->dispose (object);
}

static void
mlg_rows_editor_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_ROWS_EDITOR (object)->rows);
  G_OBJECT_CLASS (mlg_rows_editor_parent_class)->finalize (object);
}

static void
mlg_rows_editor_class_init (MlgRowsEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_rows_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_rows_editor_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  /**
   * MlgRowsEditor::changed:
   *
   * The person has left a value, or removed a row, and all values are right.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_ROWS_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_rows_editor_init (MlgRowsEditor *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->grid);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  self->add_button = gtk_button_new_with_mnemonic (_ ("_Add a Row"));
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->add_button, 6);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (on_add), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
}

static void
add_heading (MlgRowsEditor *self, guint column)
{
  GtkWidget *label = gtk_label_new (get_column (self, column)->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) column, 0, 1, 1);
}

/**
 * mlg_rows_editor_new:
 * @field: of type rows; it must outlive the editor
 *
 * Returns: (transfer floating): an editor without rows
 */
GtkWidget *
mlg_rows_editor_new (const MlgTemplateField *field)
{
  MlgRowsEditor *self = g_object_new (MLG_TYPE_ROWS_EDITOR, NULL);

  self->field = field;
  for (guint i = 0; i < field->columns->len; i++)
    add_heading (self, i);
  return GTK_WIDGET (self);
}

/**
 * mlg_rows_editor_set_text:
 * @text: what mlg_answers_dup_rows() gave
 *
 * Shows other rows.
 */
void
mlg_rows_editor_set_text (MlgRowsEditor *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *now = mlg_rows_editor_dup_text (self);

  /* What one has just written comes back; the cursor stays where it is. */
  if (g_strcmp0 (now, text) == 0)
    return;
  clear (self);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      add_row (self, *line);
}

static void
append_row (MlgRowsEditor *self, GPtrArray *row, GString *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint j = 0; j < self->field->columns->len; j++)
    {
      const char *written = gtk_editable_get_text (GTK_EDITABLE (row->pdata[j]));
      g_autofree char *kept =
          *written != '\0' ? mlg_template_field_parse (get_column (self, j), written, NULL) : NULL;

      any = any || *written != '\0';
      g_string_append_printf (line, "%s%s", j > 0 ? "\t" : "", kept != NULL ? kept : written);
    }
  if (any)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line->str);
}

/**
 * mlg_rows_editor_dup_text:
 *
 * Returns: (transfer full): the rows, for mlg_answers_set_rows(); empty ones are left out
 */
char *
mlg_rows_editor_dup_text (MlgRowsEditor *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, self->rows->pdata[i], text);
  return g_string_free (text, FALSE);
}
