/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-condition-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-tender-store.h"
#include "mlg-condition-row.h"
#include "mlg-outline-deed.h"

/* When a section or clause is in the text, and for each of what it is written: comparisons that must all hold, and
 * a list of the template. The expression behind them is shown to who wants it, and may be written too. */
struct _MlgConditionWindow
{
  AdwWindow parent_instance;
  MlgHost *host;         /* (owned) the window in front */
  MlgOutlineDeed *place; /* (owned) which part it is */
  MlgTemplate *template; /* (owned) (nullable) once it is read */
  GPtrArray *rows;       /* (owned) of MlgConditionRow (owned by the widget tree) */
  GPtrArray *lists;      /* (owned) of MlgTemplateField (unowned): those that repeat */
  gboolean filling;

  AdwWindowTitle *title;
  GtkStack *states;
  AdwStatusPage *failed_page;
  GtkBox *comparisons;
  GtkWidget *add_button;
  GtkLabel *involved_label;
  GtkDropDown *repeat_list;
  GtkExpander *expression_expander;
  GtkEditable *test_entry;
  GtkEditable *select_entry;
  GtkLabel *wrong_label;
};

G_DEFINE_FINAL_TYPE (MlgConditionWindow, mlg_condition_window, ADW_TYPE_WINDOW)

/* What is read in the reader's thread. */
typedef struct
{
  MlgTemplate *template; /* (owned) */
  char *test;            /* (owned) */
  char *select;          /* (owned) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->template);
  g_free (reading->test);
  g_free (reading->select);
  g_free (reading);
}

static gpointer
read_part (MlgConnection *db, gpointer data, GError **error)
{
  const MlgOutlineDeed *part = data;
  MlgOutlinePlace place = { part->line, part->title };
  Reading *reading;
  MlgTemplate *template = mlg_tender_read (db, part->kind, part->id, error);

  if (template == NULL)
    return NULL;
  reading = g_new0 (Reading, 1);
  reading->template = template;
  reading->test = mlg_outline_get_condition (template, &place);
  reading->select = mlg_outline_get_repeat (template, &place);
  return reading;
}

static void
say_wrong (MlgConditionWindow *self, const char *message)
{
  gtk_label_set_text (self->wrong_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->wrong_label), message != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "condition.save", message == NULL);
}

/* The expression follows what is chosen above it. */
static void
on_rows_changed (MlgConditionWindow *self)
{
  g_autoptr (GPtrArray) conditions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_condition_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *test = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    mlg_condition_row_add_to (self->rows->pdata[i], conditions);
  test = mlg_conditions_write (self->template, conditions, &error);
  say_wrong (self, error != NULL ? error->message : NULL);
  if (test == NULL)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (self->test_entry, test);
  self->filling = FALSE;
}

static void
on_row_removed (MlgConditionWindow *self, GtkWidget *row)
{
  g_ptr_array_remove (self->rows, row);
  gtk_box_remove (self->comparisons, row);
  gtk_widget_grab_focus (self->add_button);
  on_rows_changed (self);
}

static GtkWidget *
add_row (MlgConditionWindow *self, const MlgCondition *condition)
{
  GtkWidget *row = mlg_condition_row_new (self->template, condition);

  g_ptr_array_add (self->rows, row);
  gtk_box_append (self->comparisons, row);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_row_removed), self, G_CONNECT_SWAPPED);
  return row;
}

static void
on_add (MlgConditionWindow *self)
{
  GtkWidget *row = add_row (self, NULL);

  on_rows_changed (self);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

/* What is written as an expression shows as comparisons, when it is no more than that. */
static void
show_test (MlgConditionWindow *self)
{
  const char *test = gtk_editable_get_text (self->test_entry);
  g_autoptr (GPtrArray) conditions = mlg_conditions_parse (self->template, test);
  gboolean plain = conditions != NULL;

  while (self->rows->len > 0)
    gtk_box_remove (self->comparisons, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  for (guint i = 0; plain && i < conditions->len; i++)
    add_row (self, conditions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->involved_label), !plain);
  gtk_widget_set_visible (self->add_button,
                          plain && mlg_template_get_fields (self->template)->len > 0);
  say_wrong (self, NULL);
}

static void
on_test_changed (MlgConditionWindow *self)
{
  if (!self->filling)
    show_test (self);
}

static void
on_repeat_changed (MlgConditionWindow *self)
{
  guint i = gtk_drop_down_get_selected (self->repeat_list);
  g_autofree char *select = NULL;

  if (self->filling || i > self->lists->len)
    return;
  select = i > 0
               ? g_strdup_printf ("%s/row", ((MlgTemplateField *) self->lists->pdata[i - 1])->name)
               : g_strdup ("");
  self->filling = TRUE;
  gtk_editable_set_text (self->select_entry, select);
  self->filling = FALSE;
}

static void
on_select_changed (MlgConditionWindow *self)
{
  const char *select = gtk_editable_get_text (self->select_entry);
  guint selected = *select == '\0' ? 0 : GTK_INVALID_LIST_POSITION;

  if (self->filling)
    return;
  for (guint i = 0; i < self->lists->len; i++)
    {
      g_autofree char *rows =
          g_strdup_printf ("%s/row", ((MlgTemplateField *) self->lists->pdata[i])->name);

      if (g_str_equal (rows, select))
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->repeat_list, selected);
  self->filling = FALSE;
}

static void
fill_lists (MlgConditionWindow *self)
{
  GPtrArray *fields = mlg_template_get_fields (self->template);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, _ ("Once"));
  for (guint i = 0; i < fields->len; i++)
    {
      MlgTemplateField *field = fields->pdata[i];
      /* Translators: %s is the title of a list: for each of “Lots”. */
      g_autofree char *title = g_strdup_printf (_ ("For each of “%s”"), field->label);

      if (field->type != MLG_TEMPLATE_ROWS)
        continue;
      g_ptr_array_add (self->lists, field);
      gtk_string_list_append (titles, title);
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->repeat_list, G_LIST_MODEL (titles));
  self->filling = FALSE;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgConditionWindow) self = data;
  g_autoptr (GError) error = NULL;
  Reading *reading = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (reading == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  self->template = g_object_ref (reading->template);
  fill_lists (self);
  gtk_editable_set_text (self->test_entry, reading->test);
  gtk_editable_set_text (self->select_entry, reading->select);
  show_test (self);
  on_select_changed (self);
  gtk_expander_set_expanded (self->expression_expander,
                             gtk_widget_get_visible (GTK_WIDGET (self->involved_label)));
  gtk_stack_set_visible_child_name (self->states, "text");
  reading_free (reading);
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgConditionWindow *self = MLG_CONDITION_WINDOW (widget);
  MlgOutlineDeed *deed =
      mlg_outline_deed_new (self->place->kind, self->place->id, MLG_OUTLINE_CONTROL,
                            self->place->line, self->place->title);

  deed->text = g_strstrip (g_strdup (gtk_editable_get_text (self->test_entry)));
  deed->code = g_strstrip (g_strdup (gtk_editable_get_text (self->select_entry)));
  mlg_outline_deed_act (deed, self->host);
  gtk_window_close (GTK_WINDOW (self));
}

static void
mlg_condition_window_dispose (GObject *object)
{
  MlgConditionWindow *self = MLG_CONDITION_WINDOW (object);

  self->filling = TRUE;
  g_clear_object (&self->host);
  g_clear_object (&self->template);
  G_OBJECT_CLASS (mlg_condition_window_parent_class)->dispose (object);
}

static void
mlg_condition_window_finalize (GObject *object)
{
  MlgConditionWindow *self = MLG_CONDITION_WINDOW (object);

  mlg_outline_deed_free (self->place);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lists);
  G_OBJECT_CLASS (mlg_condition_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-condition-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, comparisons);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, involved_label);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, repeat_list);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, expression_expander);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, test_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, select_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgConditionWindow, wrong_label);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_bind_template_callback (widget_class, on_test_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_repeat_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_select_changed);
}

static void
mlg_condition_window_class_init (MlgConditionWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_condition_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_condition_window_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "condition.save", NULL, activate_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "condition.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_condition_window_init (MlgConditionWindow *self)
{
  self->rows = g_ptr_array_new ();
  self->lists = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "condition.save", FALSE);
}

/**
 * mlg_condition_window_new:
 * @host: the window in front
 * @kind: of templates or of drafts
 * @line: of a section or clause, see MlgReadingItem
 * @title: of it
 *
 * Returns: (transfer none): a window in which its condition is built
 */
GtkWidget *
mlg_condition_window_new (
    MlgHost *host, const MlgKind *kind, gint64 id, int line, const char *title)
{
  MlgConditionWindow *self = g_object_new (
      MLG_TYPE_CONDITION_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (host)),
      "transient-for", host, "destroy-with-parent", TRUE, NULL);

  self->host = g_object_ref (host);
  self->place = mlg_outline_deed_new (kind, id, MLG_OUTLINE_CONTROL, line, title);
  adw_window_title_set_subtitle (self->title, title);
  mlg_store_read_async (mlg_host_get_store (host), read_part,
                        mlg_outline_deed_new (kind, id, MLG_OUTLINE_CONTROL, line, title),
                        (GDestroyNotify) mlg_outline_deed_free, reading_free, NULL, on_read,
                        g_object_ref (self));
  return GTK_WIDGET (self);
}
