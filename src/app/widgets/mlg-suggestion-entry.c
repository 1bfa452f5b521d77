/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-suggestion-entry.h"

#include <glib/gi18n-lib.h>

/* An entry with what is proposed below it while one types. The cursor stays in the entry; up and down
 * move through the list, Return takes what is marked, Escape closes it. */
struct _MlgSuggestionEntry
{
  GtkWidget parent_instance;
  GtkWidget *entry;   /* (owned by the widget tree) */
  GtkWidget *popover; /* (owned by the widget tree) */
  GtkListBox *list;   /* (owned by the popover) */
  gboolean setting;   /* not the person */
};

G_DEFINE_FINAL_TYPE (MlgSuggestionEntry, mlg_suggestion_entry, GTK_TYPE_WIDGET)

static guint typed_signal, chosen_signal, activated_signal;

static void
on_row_activated (MlgSuggestionEntry *self, GtkListBoxRow *row)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  mlg_suggestion_entry_hide (self);
  g_signal_emit (self, chosen_signal, 0, position);
}

static gboolean
is_open (MlgSuggestionEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
move (MlgSuggestionEntry *self, int step)
{
  GtkListBoxRow *marked = gtk_list_box_get_selected_row (self->list);
  int position = marked != NULL ? gtk_list_box_row_get_index (marked) + step : 0;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                MlgSuggestionEntry *self)
{
  GtkListBoxRow *marked;

  if (!is_open (self))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
      move (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      mlg_suggestion_entry_hide (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      marked = gtk_list_box_get_selected_row (self->list);
      if (marked == NULL)
        return GDK_EVENT_PROPAGATE;
      on_row_activated (self, marked);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_changed (MlgSuggestionEntry *self)
{
  if (!self->setting)
    g_signal_emit (self, typed_signal, 0);
}

static void
on_activated (MlgSuggestionEntry *self)
{
  g_signal_emit (self, activated_signal, 0);
}

static gboolean
mlg_suggestion_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (MLG_SUGGESTION_ENTRY (widget)->entry);
}

static void
mlg_suggestion_entry_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  gtk_widget_measure (MLG_SUGGESTION_ENTRY (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
mlg_suggestion_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  MlgSuggestionEntry *self = MLG_SUGGESTION_ENTRY (widget);

  gtk_widget_allocate (self->entry, width, height, baseline, NULL);
  gtk_widget_set_size_request (self->popover, width, -1);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
mlg_suggestion_entry_unmap (GtkWidget *widget)
{
  mlg_suggestion_entry_hide (MLG_SUGGESTION_ENTRY (widget));
  GTK_WIDGET_CLASS (mlg_suggestion_entry_parent_class)->unmap (widget);
}

static void
mlg_suggestion_entry_dispose (GObject *object)
{
  MlgSuggestionEntry *self = MLG_SUGGESTION_ENTRY (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (mlg_suggestion_entry_parent_class)->dispose (object);
}

static void
mlg_suggestion_entry_class_init (MlgSuggestionEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_suggestion_entry_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mlg_suggestion_entry_grab_focus;
  GTK_WIDGET_CLASS (klass)->measure = mlg_suggestion_entry_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = mlg_suggestion_entry_size_allocate;
  GTK_WIDGET_CLASS (klass)->unmap = mlg_suggestion_entry_unmap;

  /**
   * MlgSuggestionEntry::typed:
   *
   * The person has written something: other things are to be proposed.
   */
  typed_signal = g_signal_new ("typed", MLG_TYPE_SUGGESTION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * MlgSuggestionEntry::activated:
   *
   * The person has pressed Return where nothing is proposed.
   */
  activated_signal = g_signal_new ("activated", MLG_TYPE_SUGGESTION_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * MlgSuggestionEntry::chosen:
   * @position: of what the person chose
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_SUGGESTION_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, g_cclosure_marshal_VOID__UINT, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
make_popover (MlgSuggestionEntry *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Suggestions"), -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
}

static void
mlg_suggestion_entry_init (MlgSuggestionEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  make_popover (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_suggestion_entry_new:
 * @label: translated: what is to be typed
 *
 * Returns: (transfer floating): an empty entry
 */
GtkWidget *
mlg_suggestion_entry_new (const char *label)
{
  MlgSuggestionEntry *self = g_object_new (MLG_TYPE_SUGGESTION_ENTRY, NULL);

  mlg_suggestion_entry_set_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * mlg_suggestion_entry_set_label:
 * @label: translated: what is to be typed
 */
void
mlg_suggestion_entry_set_label (MlgSuggestionEntry *self, const char *label)
{
  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * mlg_suggestion_entry_set_name:
 * @name: translated: the label that stands beside it
 *
 * Names it for who cannot see what stands beside it.
 */
void
mlg_suggestion_entry_set_name (MlgSuggestionEntry *self, const char *name)
{
  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * mlg_suggestion_entry_get_text:
 *
 * Returns: what is written
 */
const char *
mlg_suggestion_entry_get_text (MlgSuggestionEntry *self)
{
  g_return_val_if_fail (MLG_IS_SUGGESTION_ENTRY (self), NULL);
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * mlg_suggestion_entry_set_text:
 * @text: (nullable): what is written from now on; nothing is proposed for it
 */
void
mlg_suggestion_entry_set_text (MlgSuggestionEntry *self, const char *text)
{
  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));

  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->setting = FALSE;
  mlg_suggestion_entry_hide (self);
}

/**
 * mlg_suggestion_entry_clear:
 */
void
mlg_suggestion_entry_clear (MlgSuggestionEntry *self)
{
  GtkWidget *row;

  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/**
 * mlg_suggestion_entry_add:
 * @title: what is proposed
 * @subtitle: (nullable): what tells it from others
 * @dim: whether it is there already
 */
void
mlg_suggestion_entry_add (MlgSuggestionEntry *self,
                          const char *title,
                          const char *subtitle,
                          gboolean dim)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);

  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (dim)
    gtk_widget_add_css_class (label, "dim-label");
  if (subtitle != NULL && *subtitle != '\0')
    {
      GtkWidget *second = gtk_label_new (subtitle);

      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (second, "caption");
      gtk_widget_add_css_class (second, "dim-label");
      gtk_box_append (GTK_BOX (box), second);
    }
  gtk_list_box_append (self->list, box);
}

/**
 * mlg_suggestion_entry_get_n:
 *
 * Returns: how many things are proposed
 */
guint
mlg_suggestion_entry_get_n (MlgSuggestionEntry *self)
{
  guint n = 0;

  g_return_val_if_fail (MLG_IS_SUGGESTION_ENTRY (self), 0);
  while (gtk_list_box_get_row_at_index (self->list, (int) n) != NULL)
    n++;
  return n;
}

/**
 * mlg_suggestion_entry_show:
 *
 * Shows what is proposed, the first one marked; hides the list when there is nothing.
 */
void
mlg_suggestion_entry_show (MlgSuggestionEntry *self)
{
  GtkListBoxRow *first;

  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));

  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first == NULL || !gtk_widget_get_mapped (self->entry))
    {
      mlg_suggestion_entry_hide (self);
      return;
    }
  gtk_list_box_select_row (self->list, first);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * mlg_suggestion_entry_hide:
 */
void
mlg_suggestion_entry_hide (MlgSuggestionEntry *self)
{
  g_return_if_fail (MLG_IS_SUGGESTION_ENTRY (self));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}
