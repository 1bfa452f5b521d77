/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-keeping.h"

#include <glib/gi18n-lib.h>

#include "mlg-difference-view.h"

/* The choice that a template has where a clause stands: the wording of now, or an older one; with what differs
 * between them. */
struct _MlgClauseKeeping
{
  GtkWidget parent_instance;
  gint64 use;          /* where the clause stands */
  guint kept;          /* 0 for the wording of now */
  GPtrArray *wordings; /* (owned) of MlgClauseWording, that of now first */

  GtkDropDown *choice;           /* (owned by the widget tree) of the older ones */
  MlgDifferenceView *difference; /* (owned by the widget tree) */
  GtkWidget *keep_button;        /* (owned by the widget tree) */
  GtkWidget *follow_button;      /* (owned by the widget tree) */
};

G_DEFINE_FINAL_TYPE (MlgClauseKeeping, mlg_clause_keeping, GTK_TYPE_WIDGET)

static const MlgClauseWording *
get_chosen (MlgClauseKeeping *self)
{
  return self->wordings->pdata[gtk_drop_down_get_selected (self->choice) + 1];
}

static void
on_choice_changed (MlgClauseKeeping *self)
{
  const MlgClauseWording *now = self->wordings->pdata[0];
  const MlgClauseWording *chosen = get_chosen (self);
  g_autoptr (GPtrArray) runs = mlg_word_difference (chosen->text, now->text);

  mlg_difference_view_set_texts (self->difference, chosen->text, now->text, runs);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->keep_button), "(xu)", self->use,
                                    chosen->revision);
  gtk_widget_set_visible (self->keep_button, chosen->revision != self->kept);
}

static void
mlg_clause_keeping_dispose (GObject *object)
{
  MlgClauseKeeping *self = MLG_CLAUSE_KEEPING (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->wordings, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_clause_keeping_parent_class)->dispose (object);
}

static void
mlg_clause_keeping_class_init (MlgClauseKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_clause_keeping_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_button (GtkWidget *popover, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "clause.keep");
  g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_difference (MlgClauseKeeping *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->difference = MLG_DIFFERENCE_VIEW (mlg_difference_view_new ());
  g_object_set (self->difference, "stacked", TRUE, NULL);
  g_object_set (scrolled, "hscrollbar-policy", GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                "max-content-height", 320, "width-request", 300, "focusable", FALSE, "child",
                self->difference, NULL);
  return scrolled;
}

static void
mlg_clause_keeping_init (MlgClauseKeeping *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->keep_button = make_button (popover, _ ("Keep the Older Wording Here"));
  self->follow_button = make_button (popover, _ ("Take the Wording of Now"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Older wording"), -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), make_difference (self));
  gtk_box_append (GTK_BOX (box), self->keep_button);
  gtk_box_append (GTK_BOX (box), self->follow_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Wording"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("What Changed since the Older Wording"));
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static char *
write_title (const MlgClauseWording *wording)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *time = g_strdup_printf ("%sT00:00:00", wording->until);
  g_autoptr (GDateTime) until = g_date_time_new_from_iso8601 (time, zone);
  /* Translators: a day in numbers, in the format of strftime */
  g_autofree char *day = until != NULL ? g_date_time_format (until, _ ("%Y-%m-%d")) : NULL;

  /* Translators: the number of a wording and the day until which it was in use. */
  return g_strdup_printf (_ ("Wording %u, until %s"), wording->revision,
                          day != NULL ? day : wording->until);
}

static void
fill_choice (MlgClauseKeeping *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 1; i < self->wordings->len; i++)
    {
      const MlgClauseWording *wording = self->wordings->pdata[i];
      g_autofree char *title = write_title (wording);

      gtk_string_list_append (titles, title);
      if (wording->revision == self->kept)
        selected = i - 1;
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->choice, selected);
}

/**
 * mlg_clause_keeping_new:
 * @usage: where a clause stands
 * @wordings: (element-type MlgClauseWording): that of now first
 *
 * Returns: (transfer floating) (nullable): a button that shows what differs between the wording of now and an
 *   older one, and leads to the other one; %NULL when there is but one
 */
GtkWidget *
mlg_clause_keeping_new (const MlgClauseUsage *usage, GPtrArray *wordings)
{
  MlgClauseKeeping *self;

  if (wordings->len < 2)
    return NULL;
  self = g_object_new (MLG_TYPE_CLAUSE_KEEPING, NULL);
  self->use = usage->use;
  self->kept = usage->kept;
  self->wordings = g_ptr_array_ref (wordings);
  fill_choice (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->follow_button), "(xu)", self->use, 0);
  gtk_widget_set_visible (self->follow_button, self->kept != 0);
  on_choice_changed (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
