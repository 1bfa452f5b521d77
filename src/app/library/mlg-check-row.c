/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-row.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause-place.h"
#include "library/mlg-reading.h"

/* One rule and what became of it: why, where in the text, what would satisfy it, and the clauses of the
 * library that would. */
struct _MlgCheckRow
{
  AdwExpanderRow parent_instance;
  GtkImage *icon;   /* (owned by the widget tree) */
  GPtrArray *parts; /* (owned) of GtkWidget (owned by the widget tree) */
  char *said;       /* (owned) (nullable) all that is shown, to leave alone what says the same */
};

G_DEFINE_FINAL_TYPE (MlgCheckRow, mlg_check_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *icon;
  const char *style;
} looks[] = {
  [MLG_OUTCOME_NOT_MET] = { "dialog-error-symbolic", "error" },
  [MLG_OUTCOME_TO_CHECK] = { "dialog-question-symbolic", "warning" },
  [MLG_OUTCOME_MET] = { "emblem-ok-symbolic", "success" },
  [MLG_OUTCOME_NOT_APPLICABLE] = { "action-unavailable-symbolic", "dim-label" },
};

static void
add_part (MlgCheckRow *self, GtkWidget *row)
{
  g_ptr_array_add (self->parts, row);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
clear (MlgCheckRow *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->parts->pdata[i]);
  g_ptr_array_set_size (self->parts, 0);
}

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
add_words (MlgCheckRow *self, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  add_part (self, row);
}

static void
add_places (MlgCheckRow *self, GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const MlgCheckPlace *place = places->pdata[i];
      GtkWidget *row = make_row (place->text, NULL);

      if (place->line > 0)
        {
          gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "i", place->line);
          gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "tender.go-to-line");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                     gtk_image_new_from_icon_name ("go-next-symbolic"));
        }
      add_part (self, row);
    }
}

static void
add_missing (MlgCheckRow *self, GPtrArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const MlgCheckMissing *one = missing->pdata[i];
      /* Translators: %s is what must be known before a rule can be judged. */
      g_autofree char *text = g_strdup_printf (_ ("Not known: %s"), one->text);

      add_words (self, text);
    }
}

static void
add_own (MlgCheckRow *self, GPtrArray *own)
{
  for (guint i = 0; i < own->len; i++)
    {
      g_autofree char *text = mlg_check_tell_threshold (own->pdata[i]);

      add_words (self, text);
    }
}

static void
add_fitting (MlgCheckRow *self, GPtrArray *fitting)
{
  for (guint i = 0; fitting != NULL && i < fitting->len; i++)
    {
      const MlgFittingClause *clause = fitting->pdata[i];
      GtkWidget *row =
          make_row (clause->title, clause->ambition != NULL
                                       ? mlg_code_list_get_title (&mlg_ambitions, clause->ambition)
                                       : NULL);
      GtkWidget *button = gtk_button_new_with_label (_ ("Add"));
      /* Translators: %s is the title of a clause. */
      g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), clause->title);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", clause->id);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tender.add-clause");
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
      add_part (self, row);
    }
}

static void
add_sources (MlgCheckRow *self, GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const MlgCheckSource *source = sources->pdata[i];

      add_part (self,
                make_row (source->text, mlg_reading_confidence_get_title (source->confidence)));
    }
}

static char *
write_subtitle (const MlgCheckResult *result)
{
  /* Translators: the severity of a rule, its identifier and what became of it. */
  return g_strdup_printf (_ ("%s %s: %s"), mlg_check_severity_get_title (result->severity),
                          result->id, mlg_outcome_get_title (result->outcome));
}

/* All that the row would say, to compare. */
static char *
write_all (const MlgCheckResult *result, GPtrArray *fitting)
{
  GString *text = g_string_new (result->title);

  g_string_append_printf (text, "\n%d\n%s", (int) result->outcome, result->message);
  for (guint i = 0; i < result->missing->len; i++)
    g_string_append_printf (text, "\n%s", ((MlgCheckMissing *) result->missing->pdata[i])->text);
  for (guint i = 0; i < result->remarks->len; i++)
    g_string_append_printf (text, "\n%s", (char *) result->remarks->pdata[i]);
  for (guint i = 0; i < result->places->len; i++)
    g_string_append_printf (text, "\n%d %s", ((MlgCheckPlace *) result->places->pdata[i])->line,
                            ((MlgCheckPlace *) result->places->pdata[i])->text);
  for (guint i = 0; i < result->own->len; i++)
    {
      g_autofree char *own = mlg_check_tell_threshold (result->own->pdata[i]);

      g_string_append_printf (text, "\n%s", own);
    }
  for (guint i = 0; fitting != NULL && i < fitting->len; i++)
    g_string_append_printf (text, "\n%" G_GINT64_FORMAT,
                            ((MlgFittingClause *) fitting->pdata[i])->id);
  return g_string_free (text, FALSE);
}

static void
fill (MlgCheckRow *self, const MlgCheckResult *result, GPtrArray *fitting)
{
  clear (self);
  add_words (self, result->message);
  add_missing (self, result->missing);
  add_own (self, result->own);
  for (guint i = 0; i < result->remarks->len; i++)
    add_words (self, result->remarks->pdata[i]);
  add_places (self, result->places);
  for (guint i = 0; i < result->fixes->len; i++)
    add_words (self, ((MlgCheckFix *) result->fixes->pdata[i])->text);
  add_fitting (self, fitting);
  add_sources (self, result->sources);
}

static void
show_outcome (MlgCheckRow *self, const MlgCheckResult *result)
{
  g_autofree char *subtitle = write_subtitle (result);

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->icon), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), looks[result->outcome].style);
  gtk_image_set_from_icon_name (self->icon, looks[result->outcome].icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mlg_outcome_get_title (result->outcome), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), result->title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
mlg_check_row_finalize (GObject *object)
{
  MlgCheckRow *self = MLG_CHECK_ROW (object);

  g_ptr_array_unref (self->parts);
  g_free (self->said);
  G_OBJECT_CLASS (mlg_check_row_parent_class)->finalize (object);
}

static void
mlg_check_row_class_init (MlgCheckRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_check_row_finalize;
}

static void
mlg_check_row_init (MlgCheckRow *self)
{
  self->parts = g_ptr_array_new ();
  self->icon = GTK_IMAGE (gtk_image_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->icon));
}

/**
 * mlg_check_row_new:
 *
 * Returns: (transfer floating): a row that says nothing yet
 */
GtkWidget *
mlg_check_row_new (void)
{
  return g_object_new (MLG_TYPE_CHECK_ROW, NULL);
}

/**
 * mlg_check_row_set_result:
 * @result: what became of a rule
 * @fitting: (nullable) (element-type MlgFittingClause): clauses that would satisfy it
 */
void
mlg_check_row_set_result (MlgCheckRow *self, const MlgCheckResult *result, GPtrArray *fitting)
{
  g_autofree char *all = write_all (result, fitting);

  g_return_if_fail (MLG_IS_CHECK_ROW (self));

  if (g_strcmp0 (all, self->said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&all);
  show_outcome (self, result);
  fill (self, result, fitting);
}
