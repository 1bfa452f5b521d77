/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-head-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-tender-store.h"
#include "mlg-head-order.h"
#include "mlg-head-row-editor.h"

/* The questions, award criteria and lots of a template or draft, with what the weights add up to; saved as one
 * action. */
struct _MlgHeadWindow
{
  AdwWindow parent_instance;
  MlgHost *host;       /* (owned) the window in front */
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  GPtrArray *rows[MLG_HEAD_N_PARTS]; /* (owned) of MlgHeadRowEditor (owned by the widget tree) */
  gboolean changed[MLG_HEAD_N_PARTS];
  guint scrolling; /* source that brings a new row into sight; 0 for none */

  AdwViewStack *views;
  GtkStack *states;
  AdwStatusPage *failed_page;
  AdwPreferencesGroup *fields_group;
  AdwPreferencesGroup *criteria_group;
  AdwPreferencesGroup *lots_group;
  GtkLabel *sum_label;
  GtkLabel *inside_label;
};

/* A row has its height once it has unfolded. */
#define UNFOLDING 300

G_DEFINE_FINAL_TYPE (MlgHeadWindow, mlg_head_window, ADW_TYPE_WINDOW)

/* The lists as they are read, or as they are written. */
typedef struct
{
  const MlgKind *kind; /* (unowned) static */
  gint64 id;
  GPtrArray *rows[MLG_HEAD_N_PARTS]; /* (owned) (nullable) of MlgHeadRow */
} Head;

static void
head_free (gpointer data)
{
  Head *head = data;

  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    g_clear_pointer (&head->rows[i], g_ptr_array_unref);
  g_free (head);
}

static gpointer
read_head (MlgConnection *db, gpointer data, GError **error)
{
  const Head *asked = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, asked->kind, asked->id, error);
  Head *head;

  if (text == NULL)
    return NULL;
  head = g_new0 (Head, 1);
  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    head->rows[i] = mlg_tender_head_list (text, (MlgHeadPart) i);
  return head;
}

static gboolean
write_head (MlgConnection *db, gpointer data, GError **error)
{
  const Head *head = data;
  g_autoptr (MlgTemplate) text = mlg_tender_read (db, head->kind, head->id, error);

  for (guint i = 0; text != NULL && i < MLG_HEAD_N_PARTS; i++)
    if (head->rows[i] != NULL)
      {
        g_autoptr (MlgTemplate) before = g_steal_pointer (&text);

        text = mlg_tender_head_write (before, (MlgHeadPart) i, head->rows[i], error);
      }
  return mlg_tender_store (db, head->kind, head->id, text, _ ("Questions, criteria and lots"),
                           error);
}

static AdwPreferencesGroup *
get_group (MlgHeadWindow *self, guint part)
{
  AdwPreferencesGroup *const groups[] = { self->fields_group, self->criteria_group,
                                          self->lots_group };

  return groups[part];
}

static GPtrArray *
list_rows (MlgHeadWindow *self, guint part)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_head_row_free);

  for (guint i = 0; i < self->rows[part]->len; i++)
    g_ptr_array_add (rows,
                     mlg_head_row_copy (mlg_head_row_editor_get (self->rows[part]->pdata[i])));
  return rows;
}

static void
show_inside (MlgHeadWindow *self, GPtrArray *criteria)
{
  g_autofree char *text = mlg_tender_head_tell_weights (criteria);

  gtk_label_set_text (self->inside_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->inside_label), text != NULL);
}

static void
show_sum (MlgHeadWindow *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self, MLG_HEAD_CRITERIA);
  double sum = mlg_tender_head_sum (rows);
  gboolean whole = sum > 99.99 && sum < 100.01;
  /* Translators: what weights add up to, in hundredths. */
  g_autofree char *text =
      whole ? g_strdup_printf (_ ("The weights add up to %g %%"), sum)
            : g_strdup_printf (_ ("The weights add up to %g %%: 100 %% are expected"), sum);

  gtk_label_set_text (self->sum_label, text);
  show_inside (self, rows);
  gtk_widget_set_visible (GTK_WIDGET (self->sum_label), rows->len > 0);
  if (whole)
    gtk_widget_remove_css_class (GTK_WIDGET (self->sum_label), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->sum_label), "error");
}

static void
note_change (MlgHeadWindow *self, guint part)
{
  self->changed[part] = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "head.save", TRUE);
  show_sum (self);
}

static guint
find_part (MlgHeadWindow *self, gpointer row)
{
  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    if (g_ptr_array_find (self->rows[i], row, NULL))
      return i;
  return MLG_HEAD_N_PARTS;
}

static void
on_row_changed (MlgHeadWindow *self, GtkWidget *row)
{
  guint part = find_part (self, row);

  if (part < MLG_HEAD_N_PARTS)
    note_change (self, part);
}

/* Rows of a group stand in the order in which they were added: they are put there again. */
static void
reorder (MlgHeadWindow *self, guint part)
{
  for (guint i = 0; i < self->rows[part]->len; i++)
    {
      GtkWidget *row = g_object_ref (self->rows[part]->pdata[i]);

      adw_preferences_group_remove (get_group (self, part), row);
      adw_preferences_group_add (get_group (self, part), row);
      g_object_unref (row);
    }
}

static guint
get_level (gpointer row)
{
  return mlg_head_row_editor_get (row)->level;
}

static void
set_level (gpointer row, guint level)
{
  mlg_head_row_editor_set_level (row, level);
}

/* With all that is inside it. */
static void
remove_row (MlgHeadWindow *self, guint part, guint i)
{
  GPtrArray *rows = self->rows[part];
  guint end = mlg_head_order_find_end (rows, i, get_level);

  for (guint j = i; j < end; j++)
    adw_preferences_group_remove (get_group (self, part), rows->pdata[j]);
  g_ptr_array_remove_range (rows, i, end - i);
}

static void
on_row_asked (MlgHeadWindow *self, const char *what, GtkWidget *row)
{
  guint part = find_part (self, row);
  GPtrArray *rows = part < MLG_HEAD_N_PARTS ? self->rows[part] : NULL;
  guint i = 0;

  if (rows == NULL || !g_ptr_array_find (rows, row, &i))
    return;
  if (g_str_equal (what, "remove"))
    remove_row (self, part, i);
  else if (g_str_equal (what, "in") ? mlg_head_order_go_in (rows, i, get_level, set_level)
           : g_str_equal (what, "out")
               ? mlg_head_order_go_out (rows, i, get_level, set_level)
               : mlg_head_order_move (rows, i, get_level, g_str_equal (what, "down")))
    {
      reorder (self, part);
      gtk_widget_grab_focus (row);
    }
  note_change (self, part);
}

static void
on_up_or_down (MlgHeadRowEditor *row, const char *what, MlgHeadWindow *self)
{
  on_row_asked (self, what, GTK_WIDGET (row));
}

static GtkWidget *
add_row (MlgHeadWindow *self, guint part, const MlgHeadRow *row)
{
  GtkWidget *editor = mlg_head_row_editor_new ((MlgHeadPart) part, row);

  g_ptr_array_add (self->rows[part], editor);
  adw_preferences_group_add (get_group (self, part), editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (on_row_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "asked", G_CALLBACK (on_up_or_down), self, 0);
  return editor;
}

/* The last row, which is new, in sight and to be written in. */
static gboolean
show_new_row (gpointer data)
{
  MlgHeadWindow *self = data;
  const char *names[] = { "fields", "criteria", "lots" };
  const char *shown = adw_view_stack_get_visible_child_name (self->views);
  guint part = 0;
  GtkWidget *scrolled;
  GtkAdjustment *place;

  self->scrolling = 0;
  while (part < MLG_HEAD_LOTS && g_strcmp0 (shown, names[part]) != 0)
    part++;
  scrolled =
      gtk_widget_get_ancestor (GTK_WIDGET (get_group (self, part)), GTK_TYPE_SCROLLED_WINDOW);
  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
  return G_SOURCE_REMOVE;
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgHeadWindow *self = MLG_HEAD_WINDOW (widget);
  guint part = g_variant_get_uint32 (parameter);
  MlgHeadRow empty = { 0 };
  GtkWidget *row = add_row (self, part, &empty);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  self->scrolling = g_timeout_add (UNFOLDING, show_new_row, self);
  note_change (self, part);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHeadWindow) self = data;
  g_autoptr (GError) error = NULL;
  Head *head = mlg_store_read_finish (MLG_STORE (source), result, &error);

  if (head == NULL)
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->states, "failed");
      return;
    }
  for (guint part = 0; part < MLG_HEAD_N_PARTS; part++)
    for (guint i = 0; i < head->rows[part]->len; i++)
      add_row (self, part, head->rows[part]->pdata[i]);
  show_sum (self);
  gtk_stack_set_visible_child_name (self->states, "lists");
  head_free (head);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (MlgHeadWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!mlg_store_act_finish (MLG_STORE (source), result, &error))
    {
      /* The window stays, with what was written: it can be put right. */
      mlg_host_fail (self->host, _ ("Not Saved"), error);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "head.save", TRUE);
      return;
    }
  mlg_host_say (self->host, _ ("Questions, criteria and lots saved"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static void
activate_save (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgHeadWindow *self = MLG_HEAD_WINDOW (widget);
  Head *head = g_new0 (Head, 1);

  head->kind = self->kind;
  head->id = self->id;
  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    head->rows[i] = self->changed[i] ? list_rows (self, i) : NULL;
  gtk_widget_action_set_enabled (widget, "head.save", FALSE);
  mlg_store_act_async (mlg_host_get_store (self->host), _ ("Change questions, criteria and lots"),
                       write_head, head, head_free, NULL, NULL, on_written, g_object_ref (self));
}

static void
mlg_head_window_dispose (GObject *object)
{
  g_clear_handle_id (&MLG_HEAD_WINDOW (object)->scrolling, g_source_remove);
  g_clear_object (&MLG_HEAD_WINDOW (object)->host);
  G_OBJECT_CLASS (mlg_head_window_parent_class)->dispose (object);
}

static void
mlg_head_window_finalize (GObject *object)
{
  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    g_ptr_array_unref (MLG_HEAD_WINDOW (object)->rows[i]);
  G_OBJECT_CLASS (mlg_head_window_parent_class)->finalize (object);
}

static void
mlg_head_window_class_init (MlgHeadWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_head_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_head_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-head-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, views);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, states);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, fields_group);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, criteria_group);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, lots_group);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, sum_label);
  gtk_widget_class_bind_template_child (widget_class, MlgHeadWindow, inside_label);
  gtk_widget_class_install_action (widget_class, "head.save", NULL, activate_save);
  gtk_widget_class_install_action (widget_class, "head.add", "u", activate_add);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "head.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mlg_head_window_init (MlgHeadWindow *self)
{
  for (guint i = 0; i < MLG_HEAD_N_PARTS; i++)
    self->rows[i] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "head.save", FALSE);
}

/**
 * mlg_head_window_new:
 * @host: the window in front
 * @kind: of templates or of drafts
 * @part: "fields", "criteria" or "lots": what is shown first
 *
 * Returns: (transfer none): a window in which they are edited
 */
GtkWidget *
mlg_head_window_new (MlgHost *host, const MlgKind *kind, gint64 id, const char *part)
{
  MlgHeadWindow *self = g_object_new (MLG_TYPE_HEAD_WINDOW, "application",
                                      gtk_window_get_application (GTK_WINDOW (host)),
                                      "transient-for", host, "destroy-with-parent", TRUE, NULL);
  Head *asked = g_new0 (Head, 1);

  self->host = g_object_ref (host);
  self->kind = asked->kind = kind;
  self->id = asked->id = id;
  adw_view_stack_set_visible_child_name (self->views, part);
  mlg_store_read_async (mlg_host_get_store (host), read_head, asked, head_free, head_free, NULL,
                        on_read, g_object_ref (self));
  return GTK_WIDGET (self);
}
