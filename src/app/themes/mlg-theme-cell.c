/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-cell.h"

#include "meetings/mlg-meeting.h"
#include "themes/mlg-answer-line.h"
#include "themes/mlg-answer.h"
#include "themes/mlg-hand-count.h"
#include "themes/mlg-question-option.h"
#include "themes/mlg-theme-step.h"
#include "themes/mlg-theme-votes.h"
#include "themes/mlg-theme-work.h"
#include "widgets/mlg-live-read.h"

/* A figure on a theme or a questionnaire, in a cell of their lists. */
struct _MlgThemeCell
{
  GtkWidget parent_instance;
  MlgLiveRead *reading; /* (owned) (nullable) of text */
  GtkLabel *label;      /* (owned by the widget tree) (nullable) */
};

G_DEFINE_FINAL_TYPE (MlgThemeCell, mlg_theme_cell, GTK_TYPE_WIDGET)

static char *
write_count (gint64 n)
{
  return n > 0 ? g_strdup_printf ("%'u", (guint) n) : g_strdup ("");
}

static gpointer
read_votes (MlgConnection *db, gpointer id, GError **error)
{
  gint64 n = mlg_theme_count_votes (db, *(gint64 *) id, error);

  return n >= 0 ? write_count (n) : NULL;
}

static gpointer
read_answers (MlgConnection *db, gpointer id, GError **error)
{
  gint64 n = mlg_questionnaire_count_answers (db, *(gint64 *) id, error);

  return n >= 0 ? write_count (n) : NULL;
}

static gpointer
read_progress (MlgConnection *db, gpointer id, GError **error)
{
  MlgThemeProgress progress;
  char *text;

  if (!mlg_theme_get_progress (db, *(gint64 *) id, &progress, error))
    return NULL;
  text = progress.n_steps > 0 ? g_strdup_printf ("%u/%u", progress.n_done, progress.n_steps)
                              : g_strdup ("");
  mlg_theme_progress_clear (&progress);
  return text;
}

static void
on_read (MlgThemeCell *self)
{
  const char *text = mlg_live_read_get_result (self->reading);

  if (self->label != NULL)
    gtk_label_set_text (self->label, text != NULL ? text : "");
}

static void
mlg_theme_cell_dispose (GObject *object)
{
  MlgThemeCell *self = MLG_THEME_CELL (object);

  g_clear_object (&self->reading);
  if (self->label != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->label));
  self->label = NULL;
  G_OBJECT_CLASS (mlg_theme_cell_parent_class)->dispose (object);
}

static void
mlg_theme_cell_class_init (MlgThemeCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_theme_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
mlg_theme_cell_init (MlgThemeCell *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

static GtkWidget *
make (MlgStore *store, const MlgKind *const *kinds, MlgReadFunc read)
{
  MlgThemeCell *self = g_object_new (MLG_TYPE_THEME_CELL, NULL);

  self->reading = mlg_live_read_new (store, kinds, read, g_free);
  g_signal_connect_object (self->reading, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * mlg_theme_cell_new_votes:
 * @store: (transfer none): where the answers are
 *
 * Returns: (transfer floating): a cell for how many want a theme
 */
GtkWidget *
mlg_theme_cell_new_votes (MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_answer_line_kind, &mlg_question_option_kind,
                                          &mlg_hand_count_kind, NULL };

  return make (store, kinds, read_votes);
}

/**
 * mlg_theme_cell_new_progress:
 * @store: (transfer none): where the steps are
 *
 * Returns: (transfer floating): a cell for how far the group of a theme is
 */
GtkWidget *
mlg_theme_cell_new_progress (MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_theme_step_kind, &mlg_meeting_kind, NULL };

  return make (store, kinds, read_progress);
}

/**
 * mlg_theme_cell_new_answers:
 * @store: (transfer none): where the answers are
 *
 * Returns: (transfer floating): a cell for how many answered a questionnaire
 */
GtkWidget *
mlg_theme_cell_new_answers (MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_answer_kind, NULL };

  return make (store, kinds, read_answers);
}

/**
 * mlg_theme_cell_set_record:
 * @cell: a #MlgThemeCell
 * @record: (nullable): what the figure is about
 */
void
mlg_theme_cell_set_record (GtkWidget *cell, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_THEME_CELL (cell));
  mlg_live_read_ask_id (MLG_THEME_CELL (cell)->reading,
                        record != NULL ? mlg_record_get_id (record) : 0);
}
