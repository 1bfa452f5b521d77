/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tally-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "mlg-tally-picture.h"
#include "themes/mlg-tally-group-chart.h"

/* What a count comes to, part by part: sentences, the places by every method, bars, pairs, groups. */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_group (const char *title, const char *description, GtkWidget *child)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  if (description != NULL)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), child);
  return group;
}

/* What only scrolls sideways would keep the wheel from the page around it. */
static gboolean
on_wheel (GtkEventControllerScroll *controller, double dx, double dy, GtkWidget *window)
{
  GtkWidget *page =
      gtk_widget_get_ancestor (gtk_widget_get_parent (window), GTK_TYPE_SCROLLED_WINDOW);
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GtkAdjustment *adjustment;
  double step = 1;

  if (page == NULL || ABS (dx) > ABS (dy) || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page));
  /* As far as the page itself goes for one notch. */
  if (gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * step);
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_scrolled (GtkWidget *child)
{
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkEventController *wheel =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (on_wheel), window, 0);
  gtk_widget_add_controller (window, wheel);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), child);
  return window;
}

static void
add_sentence (GtkWidget *box, const char *text, const char *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), make_label (text, css_class));
}

static void
add_hands (GtkWidget *box, const MlgTally *tally)
{
  guint n = (guint) tally->hands;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u raised hand counted as an approval",
                                                     "%'u raised hands counted as approvals", n),
                                           n);

  if (n > 0)
    add_sentence (box, text, "dim-label");
}

/**
 * mlg_tally_make_sentences:
 * @reading: a count
 *
 * Returns: (transfer floating): how many answered, and whether the result depends on the method or on a
 *   group
 */
GtkWidget *
mlg_tally_make_sentences (const MlgTallyReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint n = (guint) reading->tally->ballots;
  g_autofree char *counted =
      g_strdup_printf (ngettext ("%'u answer counted", "%'u answers counted", n), n);
  g_autofree char *methods = mlg_tally_explain_methods (reading->tally);

  add_sentence (box, counted, "dim-label");
  add_hands (box, reading->tally);
  add_sentence (box, methods, NULL);
  for (guint split = 0; split < MLG_N_SPLITS; split++)
    {
      g_autoptr (GPtrArray) groups = mlg_tally_pick_split (reading->groups, split);
      g_autofree char *text = groups->len > 0 ? mlg_tally_explain_groups (reading->tally, groups,
                                                                          MLG_TALLY_SCHULZE_WINNING)
                                              : NULL;

      add_sentence (box, text, NULL);
    }
  for (guint i = 0; i < mlg_issue_list_get_n (reading->issues); i++)
    add_sentence (box, mlg_issue_list_get (reading->issues, i)->message, "warning");
  return box;
}

static void
attach (GtkWidget *grid, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 0.5F);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 16 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 30 : 12);
  if (column > 0 && row == 0)
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static void
attach_option (GtkWidget *grid, const MlgTally *tally, guint option, int row)
{
  attach (grid, tally->options[option], 0, row, NULL);
  for (guint method = 0; method < MLG_N_TALLY_METHODS; method++)
    {
      const guint *places = tally->results[method].places;
      g_autofree char *place =
          places != NULL ? g_strdup_printf ("%u", places[option]) : g_strdup ("–");

      attach (grid, place, (int) method + 1, row,
              places != NULL && places[option] == 1 ? "heading" : "numeric");
    }
}

/**
 * mlg_tally_make_rankings:
 * @tally: (transfer none): a count
 *
 * Returns: (transfer floating): the place of each option by each method, those that tie with the same
 */
GtkWidget *
mlg_tally_make_rankings (const MlgTally *tally)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GPtrArray) levels = mlg_tally_list_levels (tally, MLG_TALLY_SCHULZE_WINNING);
  int row = 1;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_bottom (grid, 12);
  for (guint method = 0; method < MLG_N_TALLY_METHODS; method++)
    attach (grid, mlg_tally_method_get_title (method), (int) method + 1, 0, "caption-heading");
  for (guint i = 0; i < levels->len; i++)
    {
      GArray *level = levels->pdata[i];

      for (guint j = 0; j < level->len; j++)
        attach_option (grid, tally, g_array_index (level, guint, j), row++);
    }
  return make_group (_ ("Places by Every Method"), _ ("Those that tie share a place."),
                     make_scrolled (grid));
}

/**
 * mlg_tally_make_bars:
 * @reading: (transfer none): a count
 *
 * Returns: (transfer floating): a bar for each option
 */
GtkWidget *
mlg_tally_make_bars (MlgTallyReading *reading)
{
  const MlgTally *tally = reading->tally;
  GtkWidget *picture = mlg_tally_picture_new (reading, MLG_TALLY_PICTURE_BARS);
  MlgTallyMethod method = mlg_tally_chart_choose_method (tally);
  g_autofree char *words = mlg_tally_chart_describe (tally, method);

  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  return make_group (mlg_tally_method_get_title (method), mlg_tally_method_get_explanation (method),
                     picture);
}

/**
 * mlg_tally_make_pairs:
 * @reading: (transfer none): a count
 *
 * Returns: (transfer floating): who is before whom
 */
GtkWidget *
mlg_tally_make_pairs (MlgTallyReading *reading)
{
  GtkWidget *picture = mlg_tally_picture_new (reading, MLG_TALLY_PICTURE_PAIRS);
  const char *explanation =
      _ ("In each line, how many put this option before each other one; filled where it is a "
         "majority.");

  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  explanation, -1);
  return make_group (_ ("Two by Two"), explanation, make_scrolled (picture));
}

static GtkWidget *
make_group_row (const MlgTallyGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  guint n = (guint) group->ballots;
  g_autofree char *ranking = group->tally != NULL
                                 ? mlg_tally_group_format_ranking (group, MLG_TALLY_SCHULZE_WINNING)
                                 : NULL;
  g_autofree char *title =
      group->tally != NULL
          ? g_strdup_printf (ngettext ("%s, %'u answer", "%s, %'u answers", n), group->label, n)
          : g_strdup (group->label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               ranking != NULL ? ranking
                                               : _ ("Too few anonymous answers to be told apart"));
  return row;
}

static void
add_group_picture (AdwPreferencesGroup *group,
                   MlgTallyReading *reading,
                   GPtrArray *groups,
                   MlgBallotSplit split)
{
  MlgTallyGroupChart chart = { reading->tally, groups };
  g_autofree char *words = NULL;
  GtkWidget *picture;

  if (!mlg_tally_group_chart_is_drawn (&chart))
    return;
  words = mlg_tally_group_chart_describe (&chart);
  picture = mlg_tally_picture_new_groups (reading, split);
  gtk_widget_set_margin_bottom (picture, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (picture), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  adw_preferences_group_set_description (group, mlg_tally_group_chart_get_unit (&chart));
  adw_preferences_group_add (group, picture);
}

static void
add_split (GtkWidget *box, MlgTallyReading *reading, MlgBallotSplit split)
{
  g_autoptr (GPtrArray) groups = mlg_tally_pick_split (reading->groups, split);
  GtkWidget *group;

  if (groups->len < 2)
    return;
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                   mlg_ballot_split_get_title (split));
  add_group_picture (ADW_PREFERENCES_GROUP (group), reading, groups, split);
  for (guint i = 0; i < groups->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_group_row (groups->pdata[i]));
  gtk_box_append (GTK_BOX (box), group);
}

/**
 * mlg_tally_make_groups:
 * @reading: a count
 *
 * Returns: (transfer floating): the groups beside each other and the ranking within each, split by split
 */
GtkWidget *
mlg_tally_make_groups (MlgTallyReading *reading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  for (guint split = 0; split < MLG_N_SPLITS; split++)
    add_split (box, reading, split);
  return box;
}
