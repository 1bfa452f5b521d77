/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-table-private.h"

/* What a table asks of its list, and what it shows of the answer. */

static const char *
find_state (MlgRecordTable *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (mlg_record_list_get_error (self->list) != NULL)
    return "error";
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    return "list";
  if (mlg_record_list_is_loading (self->list))
    return self->ran ? NULL : "loading";
  return *words != '\0' || mlg_facet_bar_is_active (self->facet_bar) ? "nothing" : "empty";
}

void
mlg_record_table_update_state (MlgRecordTable *self)
{
  const char *state = find_state (self);
  const GError *error = mlg_record_list_get_error (self->list);

  if (error != NULL)
    adw_status_page_set_description (ADW_STATUS_PAGE (mlg_lazy_bin_get (self->error_bin)),
                                     error->message);
  if (state == NULL)
    return;
  if (g_strcmp0 (state, mlg_record_table_get_state (self)) != 0)
    {
      gtk_stack_set_visible_child_name (self->states, state);
      g_object_notify (G_OBJECT (self), "empty");
    }
  gtk_widget_set_visible (GTK_WIDGET (self->facet_bar),
                          self->leaves_out || !g_str_equal (state, "empty"));
  gtk_widget_set_visible (GTK_WIDGET (self->footer), g_str_equal (state, "list"));
}

static void
scroll_to (MlgRecordTable *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  GtkWidget *rows = gtk_widget_get_last_child (GTK_WIDGET (self->column_view));

  if (position >= n)
    return;
  gtk_widget_activate_action (rows, "list.scroll-to-item", "u", position);
  gtk_widget_activate_action (GTK_WIDGET (self->row_view), "list.scroll-to-item", "u", position);
}

static void
choose_awaited (MlgRecordTable *self)
{
  guint position;

  if (self->awaited == 0
      || !mlg_record_selection_choose (self->selection, self->awaited, &position))
    return;
  self->awaited = 0;
  scroll_to (self, position);
}

/* Some more or less rows move those in sight a little. After thousands, GTK holds on to a row that is
 * far away now, and shows nothing until one scrolls. */
#define MANY 500

static gboolean
has_grown_or_shrunk (MlgRecordTable *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint before = self->n_listed;

  self->n_listed = n;
  return (n > before ? n - before : before - n) > MANY;
}

static void
on_loading_changed (MlgRecordTable *self)
{
  if (!mlg_record_list_is_loading (self->list))
    {
      self->ran = TRUE;
      if ((has_grown_or_shrunk (self) || self->asked_anew) && self->awaited == 0)
        scroll_to (self, 0);
      self->asked_anew = FALSE;
      choose_awaited (self);
      self->awaited = 0;
    }
  mlg_record_table_update_state (self);
}

/* All that the table may list. */
MlgQuery *
mlg_record_table_make_base (MlgRecordTable *self)
{
  g_autoptr (MlgQuery) all = mlg_query_new (self->kind->kind);

  return self->kind->base != NULL ? self->kind->base (all) : g_steal_pointer (&all);
}

/* What the person typed, ticked and clicked, as one query. */
void
mlg_record_table_update_query (MlgRecordTable *self)
{
  g_autoptr (MlgQuery) all = mlg_record_table_make_base (self);
  g_autoptr (MlgQuery) words =
      mlg_query_with_words (all, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autoptr (MlgQuery) narrowed = mlg_facet_bar_apply (self->facet_bar, words);
  gboolean descending;
  const MlgColumn *column = mlg_column_set_get_sort (self->columns, &descending);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (narrowed, column->sort, descending);

  self->asked_anew = TRUE;
  mlg_record_list_set_query (self->list, sorted);
  mlg_facet_bar_set_query (self->facet_bar, sorted);
  g_signal_emit_by_name (self, "asked");
}

/* Lets go of words and filters. */
void
mlg_record_table_clear (MlgRecordTable *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  mlg_facet_bar_clear (self->facet_bar);
}

/* Follows the list: its state, and a record that is awaited. */
void
mlg_record_table_watch_list (MlgRecordTable *self)
{
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (on_loading_changed), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_record_table_narrow:
 * @facet: the name of a facet
 * @value: one of its values, "" for none
 * @title: (nullable): what people read of it
 *
 * Lists what has this value, and lets go of words and of other filters.
 */
void
mlg_record_table_narrow (MlgRecordTable *self,
                         const char *facet,
                         const char *value,
                         const char *title)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  mlg_facet_bar_narrow (self->facet_bar, facet, value, title);
}

/**
 * mlg_record_table_choose:
 * @id: a record
 *
 * Chooses a record, now or as soon as the list has it; what hides it is let go of.
 */
void
mlg_record_table_choose (MlgRecordTable *self, gint64 id)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));

  self->awaited = id;
  choose_awaited (self);
  if (self->awaited == 0)
    return;
  if (mlg_facet_bar_is_active (self->facet_bar)
      || *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    mlg_record_table_clear (self);
  else if (!mlg_record_list_is_loading (self->list))
    mlg_record_table_update_query (self);
}
