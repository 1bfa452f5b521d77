/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-text.h"

#include <glib/gi18n-lib.h>

#include "mlg-outline-label.h"
#include "mlg-passage-row.h"
#include "store/mlg-fold.h"
#include "widgets/mlg-narrow-bin.h"

/* A template to read: its outline, where there is room, and its passages, of which only those in sight have
 * widgets. Words narrow the passages down. */
struct _MlgTenderText
{
  GtkWidget parent_instance;
  GListStore *passages;        /* (owned) of MlgTenderPassage */
  GtkFilter *filter;           /* (owned) by the words */
  GtkSingleSelection *chosen;  /* (owned) of the passages that are shown */
  GtkSingleSelection *outline; /* (owned) of the headings */
  GtkSingleSelection *listed;  /* (owned) of the headings, where the outline is behind a button */
  char *wanted;                /* (owned) (nullable) the title that is chosen in the next reading */
  gboolean filling;
  guint focusing; /* source that gives the chosen row the focus; 0 for none */
  GStrv words;    /* (owned) (nullable) what is looked for, folded */

  MlgNarrowBin *narrow_bin;
  GtkWidget *outline_pane;
  GtkListView *outline_view;
  GtkListView *text_view;
  GtkListView *popover_view;
  GtkPopover *popover;
  GtkSearchEntry *find_entry;
  GtkStack *states;
};

G_DEFINE_FINAL_TYPE (MlgTenderText, mlg_tender_text, GTK_TYPE_WIDGET)

static guint chosen_signal;

/* Rows of a list that was changed have their widgets after the next drawing. */
#define FOCUS_PAUSE 60

static gboolean
is_wanted (gpointer item, gpointer data)
{
  MlgTenderText *self = data;

  return self->words == NULL || self->words[0] == NULL
         || mlg_tender_passage_matches (MLG_TENDER_PASSAGE (item),
                                        (const char *const *) self->words);
}

static gboolean
is_in_outline (gpointer item, gpointer data)
{
  return mlg_tender_passage_is_heading (MLG_TENDER_PASSAGE (item));
}

static void
update_state (MlgTenderText *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->chosen));
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->passages)) > 0;

  gtk_stack_set_visible_child_name (self->states, n > 0 ? "text" : any ? "nothing" : "loading");
}

static void
on_find_changed (MlgTenderText *self)
{
  g_autofree char *folded = mlg_fold (gtk_editable_get_text (GTK_EDITABLE (self->find_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit_set (g_strstrip (folded), " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_state (self);
}

static void
go_to (MlgTenderText *self, MlgTenderPassage *passage)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->chosen));

  if (self->words != NULL && self->words[0] != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->find_entry), "");
      on_find_changed (self);
      n = g_list_model_get_n_items (G_LIST_MODEL (self->chosen));
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgTenderPassage) at = g_list_model_get_item (G_LIST_MODEL (self->chosen), i);

      if (at != passage)
        continue;
      gtk_single_selection_set_selected (self->chosen, i);
      gtk_widget_activate_action (GTK_WIDGET (self->text_view), "list.scroll-to-item", "u", i);
      return;
    }
}

static void
on_heading_chosen (MlgTenderText *self)
{
  MlgTenderPassage *passage = gtk_single_selection_get_selected_item (self->outline);

  if (!self->filling && passage != NULL)
    go_to (self, passage);
}

static void
on_heading_activated (MlgTenderText *self, guint position)
{
  g_autoptr (MlgTenderPassage) passage =
      g_list_model_get_item (G_LIST_MODEL (self->listed), position);

  gtk_popover_popdown (self->popover);
  if (passage != NULL)
    go_to (self, passage);
}

static void
on_narrow_changed (MlgTenderText *self)
{
  gtk_widget_set_visible (self->outline_pane, !mlg_narrow_bin_is_narrow (self->narrow_bin));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, mlg_passage_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  mlg_passage_row_set_passage (MLG_PASSAGE_ROW (gtk_list_item_get_child (item)),
                               gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  mlg_passage_row_set_passage (MLG_PASSAGE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
mlg_tender_text_dispose (GObject *object)
{
  MlgTenderText *self = MLG_TENDER_TEXT (object);
  GtkWidget *child;

  g_clear_handle_id (&self->focusing, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->chosen);
  g_clear_object (&self->outline);
  g_clear_object (&self->listed);
  g_clear_object (&self->filter);
  g_clear_object (&self->passages);
  G_OBJECT_CLASS (mlg_tender_text_parent_class)->dispose (object);
}

static void
mlg_tender_text_finalize (GObject *object)
{
  g_strfreev (MLG_TENDER_TEXT (object)->words);
  g_free (MLG_TENDER_TEXT (object)->wanted);
  G_OBJECT_CLASS (mlg_tender_text_parent_class)->finalize (object);
}

static void
mlg_tender_text_class_init (MlgTenderTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_tender_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_tender_text_finalize;
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-tender-text.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, outline_pane);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, outline_view);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, text_view);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, popover_view);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, find_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgTenderText, states);
  gtk_widget_class_bind_template_callback (widget_class, on_find_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_heading_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);

  /**
   * MlgTenderText::chosen:
   *
   * Another passage is chosen, or none.
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_TENDER_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
on_passage_chosen (MlgTenderText *self)
{
  if (!self->filling)
    g_signal_emit (self, chosen_signal, 0);
}

static void
fill_text_view (MlgTenderText *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *found;

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->passages)),
                                     g_object_ref (self->filter));
  self->chosen = gtk_single_selection_new (G_LIST_MODEL (found));
  gtk_single_selection_set_autoselect (self->chosen, FALSE);
  gtk_single_selection_set_can_unselect (self->chosen, TRUE);
  g_signal_connect_object (self->chosen, "notify::selected", G_CALLBACK (on_passage_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->text_view, factory);
  gtk_list_view_set_model (self->text_view, GTK_SELECTION_MODEL (self->chosen));
}

static GtkSingleSelection *
fill_outline (MlgTenderText *self, GtkListView *view)
{
  g_autoptr (GtkListItemFactory) factory = mlg_outline_label_make_factory ();
  GtkFilterListModel *headings =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->passages)),
                                 GTK_FILTER (gtk_custom_filter_new (is_in_outline, NULL, NULL)));
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (headings));

  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
  return selection;
}

static void
mlg_tender_text_init (MlgTenderText *self)
{
  self->passages = g_list_store_new (MLG_TYPE_TENDER_PASSAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_text_view (self);
  self->outline = fill_outline (self, self->outline_view);
  self->listed = fill_outline (self, self->popover_view);
  g_signal_connect_object (self->outline, "notify::selected", G_CALLBACK (on_heading_chosen), self,
                           G_CONNECT_SWAPPED);
  update_state (self);
}

static guint
count_same_start (GListModel *before, GPtrArray *after)
{
  guint n = MIN (g_list_model_get_n_items (before), after->len);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgTenderPassage) old = g_list_model_get_item (before, i);

      if (!mlg_tender_passage_equal (old, after->pdata[i]))
        return i;
      mlg_tender_passage_take_place (after->pdata[i], old);
    }
  return n;
}

static guint
count_same_end (GListModel *before, GPtrArray *after, guint start)
{
  guint n_before = g_list_model_get_n_items (before);
  guint n = MIN (n_before, after->len) - start;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgTenderPassage) old = g_list_model_get_item (before, n_before - 1 - i);
      MlgTenderPassage *new = after->pdata[after->len - 1 - i];

      if (!mlg_tender_passage_equal (old, new))
        return i;
      mlg_tender_passage_take_place (new, old);
    }
  return n;
}

/* The keys go on from the row that is chosen, once it is there. */
static gboolean
focus_chosen (gpointer data)
{
  MlgTenderText *self = data;

  self->focusing = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->outline_view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if ((gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED) != 0)
      {
        gtk_widget_grab_focus (row);
        break;
      }
  return G_SOURCE_REMOVE;
}

/* Chooses the part that somebody has just moved or made, where it is now. */
static void
choose_wanted (MlgTenderText *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->outline));
  g_autofree char *wanted = g_steal_pointer (&self->wanted);

  for (guint i = 0; wanted != NULL && i < n; i++)
    {
      g_autoptr (MlgTenderPassage) at = g_list_model_get_item (G_LIST_MODEL (self->outline), i);

      if (g_strcmp0 (mlg_tender_passage_get (at)->title, wanted) != 0)
        continue;
      gtk_single_selection_set_selected (self->outline, i);
      gtk_widget_activate_action (GTK_WIDGET (self->outline_view), "list.scroll-to-item", "u", i);
      if (self->focusing == 0 && gtk_widget_get_mapped (GTK_WIDGET (self->outline_view)))
        self->focusing = g_timeout_add (FOCUS_PAUSE, focus_chosen, self);
      return;
    }
}

/**
 * mlg_tender_text_set_reading:
 * @reading: (nullable) (transfer none) (element-type MlgReadingItem): see mlg_reading_new()
 * @anew: whether it is another template: one begins to read at its start
 *
 * Shows a reading; of one that differs a little only the difference is made anew, and one goes on reading
 * where one was.
 */
void
mlg_tender_text_set_reading (MlgTenderText *self, GPtrArray *reading, gboolean anew)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *before = G_LIST_MODEL (self->passages);
  guint start, end, chosen = gtk_single_selection_get_selected (self->chosen);

  g_return_if_fail (MLG_IS_TENDER_TEXT (self));

  for (guint i = 0; reading != NULL && i < reading->len; i++)
    g_ptr_array_add (after, mlg_tender_passage_new (reading, i));
  start = anew ? 0 : count_same_start (before, after);
  end = anew ? 0 : count_same_end (before, after, start);
  self->filling = TRUE;
  g_list_store_splice (self->passages, start, g_list_model_get_n_items (before) - start - end,
                       after->pdata + start, after->len - start - end);
  /* A passage that says something else now is another one, and stays the one that is chosen. */
  if (!anew && gtk_single_selection_get_selected (self->chosen) == GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->chosen, chosen);
  self->filling = FALSE;
  if (anew)
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), "");
  if (anew && after->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->text_view), "list.scroll-to-item", "u", 0);
  update_state (self);
  choose_wanted (self);
}

/**
 * mlg_tender_text_get_chosen:
 *
 * Returns: (transfer none) (nullable): the passage that is chosen in the text or in its outline
 */
const MlgReadingItem *
mlg_tender_text_get_chosen (MlgTenderText *self)
{
  MlgTenderPassage *passage;

  g_return_val_if_fail (MLG_IS_TENDER_TEXT (self), NULL);

  passage = gtk_single_selection_get_selected_item (self->chosen);
  return passage != NULL ? mlg_tender_passage_get (passage) : NULL;
}

/**
 * mlg_tender_text_follow:
 * @title: (nullable): of a part that is about to be moved or made
 *
 * Chooses it where it is in the next reading.
 */
void
mlg_tender_text_follow (MlgTenderText *self, const char *title)
{
  g_return_if_fail (MLG_IS_TENDER_TEXT (self));

  g_free (self->wanted);
  self->wanted = g_strdup (title);
}

/**
 * mlg_tender_text_go_to_line:
 * @line: of the XML of the template, as results of a check tell it
 *
 * Shows and marks the passage that is there.
 */
void
mlg_tender_text_go_to_line (MlgTenderText *self, int line)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->passages));
  g_autoptr (MlgTenderPassage) found = NULL;

  g_return_if_fail (MLG_IS_TENDER_TEXT (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MlgTenderPassage) at = g_list_model_get_item (G_LIST_MODEL (self->passages), i);

      if (mlg_tender_passage_get (at)->line > line)
        break;
      g_set_object (&found, at);
    }
  if (found != NULL)
    go_to (self, found);
}

/**
 * mlg_tender_text_find:
 *
 * Puts the cursor where one looks for words of the text.
 */
void
mlg_tender_text_find (MlgTenderText *self)
{
  g_return_if_fail (MLG_IS_TENDER_TEXT (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
}
