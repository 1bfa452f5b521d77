/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-check-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-draft.h"
#include "library/mlg-template-record.h"
#include "library/mlg-threshold.h"
#include "mlg-check-row.h"
#include "template/mlg-check-codes.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-live-read.h"

/* Between two keys nothing is computed. */
#define PAUSE 150

/* What the check says of a template or a draft: what it must know of the purchase, and every rule, the
 * worst first. It is computed again, in the reader's thread, whenever something of it changes. */
struct _MlgCheckPane
{
  GtkWidget parent_instance;
  MlgLiveRead *checking; /* (owned) (nullable) of MlgChecked */
  const MlgKind *kind;   /* (unowned) (nullable) static */
  gint64 id;
  char *field;      /* (owned) (nullable) a question whose answer is being written */
  char *answer;     /* (owned) (nullable) */
  MlgRules *rules;  /* (owned) (nullable) once they were read */
  GHashTable *rows; /* (owned) id of a rule → MlgCheckRow (owned by the widget tree) */
  guint waiting;    /* source; 0 for none */

  GtkEditable *date_entry;
  GtkEditable *value_entry;
  GtkEditable *months_entry;
  GtkEditable *lots_entry;
  GtkEditable *cpv_entry;
  GtkDropDown *procedure_list;
  GtkDropDown *buyer_list;
  GtkDropDown *nature_list;
  GtkDropDown *kind_list;
  GtkLabel *refused_label;
  GtkLabel *summary_label;
  GtkCheckButton *all_check;
  GtkListBox *list;
  GtkStack *states;
  AdwStatusPage *failed_page;
  GtkWidget *codes_expander;
  GtkLabel *codes_label;
  GtkExpander *news_expander;
  GtkLabel *news_label;
};

G_DEFINE_FINAL_TYPE (MlgCheckPane, mlg_check_pane, GTK_TYPE_WIDGET)

static guint done_signal;

static char *
dup_code (GtkDropDown *list)
{
  MlgCodeItem *item = gtk_drop_down_get_selected_item (list);

  return item != NULL ? g_strdup (mlg_code_item_get_code (item)) : NULL;
}

/**
 * mlg_check_pane_dup_work:
 *
 * Returns: (transfer full) (nullable): the check that is shown, to be done again for a sheet of paper
 */
MlgCheckWork *
mlg_check_pane_dup_work (MlgCheckPane *self)
{
  MlgCheckWork *work;

  g_return_val_if_fail (MLG_IS_CHECK_PANE (self), NULL);

  if (self->id == 0)
    return NULL;
  work = g_new0 (MlgCheckWork, 1);
  work->kind = self->kind;
  work->id = self->id;
  work->inputs[MLG_CHECK_DATE] = g_strdup (gtk_editable_get_text (self->date_entry));
  work->inputs[MLG_CHECK_VALUE] = g_strdup (gtk_editable_get_text (self->value_entry));
  work->inputs[MLG_CHECK_MONTHS] = g_strdup (gtk_editable_get_text (self->months_entry));
  work->inputs[MLG_CHECK_LOTS] = g_strdup (gtk_editable_get_text (self->lots_entry));
  work->inputs[MLG_CHECK_CPV] = g_strdup (gtk_editable_get_text (self->cpv_entry));
  work->inputs[MLG_CHECK_PROCEDURE] = dup_code (self->procedure_list);
  work->inputs[MLG_CHECK_BUYER] = dup_code (self->buyer_list);
  work->inputs[MLG_CHECK_NATURE] = dup_code (self->nature_list);
  work->inputs[MLG_CHECK_KIND] = dup_code (self->kind_list);
  work->field = g_strdup (self->field);
  work->answer = g_strdup (self->answer);
  work->rules = self->rules != NULL ? mlg_rules_ref (self->rules) : NULL;
  return work;
}

static void
ask (MlgCheckPane *self)
{
  MlgCheckWork *work = mlg_check_pane_dup_work (self);

  if (self->checking == NULL)
    return;
  mlg_live_read_ask (self->checking, work, (GBoxedCopyFunc) mlg_check_work_copy,
                     (GDestroyNotify) mlg_check_work_free);
  if (work != NULL)
    mlg_check_work_free (work);
}

static gboolean
on_pause_over (gpointer data)
{
  MlgCheckPane *self = data;

  self->waiting = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
on_input_changed (MlgCheckPane *self)
{
  if (self->waiting != 0)
    g_source_remove (self->waiting);
  self->waiting = g_timeout_add (PAUSE, on_pause_over, self);
}

static MlgCheckRow *
ensure_row (MlgCheckPane *self, const char *id)
{
  MlgCheckRow *row = g_hash_table_lookup (self->rows, id);

  if (row != NULL)
    return row;
  row = MLG_CHECK_ROW (mlg_check_row_new ());
  g_hash_table_insert (self->rows, g_strdup (id), row);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
  return row;
}

static gboolean
is_shown (MlgCheckPane *self, const MlgCheckResult *result)
{
  return result->outcome == MLG_OUTCOME_NOT_MET || result->outcome == MLG_OUTCOME_TO_CHECK
         || gtk_check_button_get_active (self->all_check);
}

/* Rows in the order of the results by outcome: obligations come first among equals. */
static int
rank (const MlgCheckResult *result)
{
  return (int) result->outcome * 2 + (g_strcmp0 (result->severity, "obligation") != 0);
}

static void
show_results (MlgCheckPane *self, MlgChecked *checked)
{
  int position = 0;

  for (int wanted = 0; wanted <= (int) MLG_OUTCOME_LAST * 2 + 1; wanted++)
    for (guint i = 0; i < checked->results->len; i++)
      {
        const MlgCheckResult *result = checked->results->pdata[i];
        MlgCheckRow *row;

        if (rank (result) != wanted)
          continue;
        row = ensure_row (self, result->id);
        mlg_check_row_set_result (row, result, checked->fitting->pdata[i]);
        gtk_widget_set_visible (GTK_WIDGET (row), is_shown (self, result));
        if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != position)
          {
            g_object_ref (row);
            gtk_list_box_remove (self->list, GTK_WIDGET (row));
            gtk_list_box_insert (self->list, GTK_WIDGET (row), position);
            g_object_unref (row);
          }
        position++;
      }
}

static char *
write_summary (MlgChecked *checked)
{
  guint n[MLG_OUTCOME_LAST + 1] = { 0 };

  for (guint i = 0; i < checked->results->len; i++)
    n[((MlgCheckResult *) checked->results->pdata[i])->outcome]++;
  /* Translators: how many rules have which outcome. */
  return g_strdup_printf (_ ("Not met: %u · To check: %u · Met: %u"), n[MLG_OUTCOME_NOT_MET],
                          n[MLG_OUTCOME_TO_CHECK], n[MLG_OUTCOME_MET]);
}

static void
show_refused (MlgCheckPane *self, MlgChecked *checked)
{
  const char *first = NULL;

  for (guint i = 0; first == NULL && i < MLG_CHECK_N_INPUTS; i++)
    first = checked->refused[i];
  gtk_label_set_text (self->refused_label, first != NULL ? first : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused_label), first != NULL);
}

/* The members of the French open data and the terms of eForms are called as the publications call them. */
static void
show_codes (MlgCheckPane *self, MlgChecked *checked)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < checked->codes->len; i++)
    {
      const MlgProposedCodes *proposed = checked->codes->pdata[i];

      if (proposed->codes->len == 0)
        continue;
      g_string_append_printf (text, "%s%s: ", text->len > 0 ? "\n" : "", proposed->field);
      for (guint j = 0; j < proposed->codes->len; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? ", " : "",
                                (char *) proposed->codes->pdata[j]);
    }
  gtk_label_set_text (self->codes_label, text->str);
  gtk_widget_set_visible (self->codes_expander, text->len > 0);
}

static void
show_news (MlgCheckPane *self, MlgChecked *checked)
{
  guint n = checked->news != NULL ? g_strv_length (checked->news) : 0;
  g_autofree char *text = n > 0 ? g_strjoinv ("\n", checked->news) : g_strdup ("");
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u Rule Since the Last Legal Check", "%u Rules Since the Last Legal Check", n), n);

  gtk_expander_set_label (self->news_expander, title);
  gtk_label_set_text (self->news_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->news_expander), n > 0);
}

static void
on_checked (MlgCheckPane *self)
{
  MlgChecked *checked = mlg_live_read_get_result (self->checking);
  const GError *error = mlg_live_read_get_error (self->checking);
  g_autofree char *summary = checked != NULL ? write_summary (checked) : NULL;

  gtk_stack_set_visible_child_name (self->states, error != NULL     ? "failed"
                                                  : checked != NULL ? "results"
                                                                    : "loading");
  if (error != NULL)
    adw_status_page_set_description (self->failed_page, error->message);
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "");
  if (checked != NULL)
    {
      if (self->rules == NULL)
        self->rules = mlg_rules_ref (checked->rules);
      show_refused (self, checked);
      show_results (self, checked);
      show_codes (self, checked);
      show_news (self, checked);
    }
  g_signal_emit (self, done_signal, 0);
}

static void
on_all_toggled (MlgCheckPane *self)
{
  MlgChecked *checked = self->checking != NULL ? mlg_live_read_get_result (self->checking) : NULL;

  if (checked != NULL)
    show_results (self, checked);
}

static void
mlg_check_pane_dispose (GObject *object)
{
  MlgCheckPane *self = MLG_CHECK_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->waiting, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->checking);
  g_clear_pointer (&self->rules, mlg_rules_unref);
  G_OBJECT_CLASS (mlg_check_pane_parent_class)->dispose (object);
}

static void
mlg_check_pane_finalize (GObject *object)
{
  MlgCheckPane *self = MLG_CHECK_PANE (object);

  g_hash_table_unref (self->rows);
  g_free (self->field);
  g_free (self->answer);
  G_OBJECT_CLASS (mlg_check_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-check-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, date_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, value_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, months_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, lots_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, cpv_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, procedure_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, buyer_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, nature_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, kind_list);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, refused_label);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, all_check);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, list);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, states);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, failed_page);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, codes_expander);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, codes_label);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, news_expander);
  gtk_widget_class_bind_template_child (widget_class, MlgCheckPane, news_label);
  gtk_widget_class_bind_template_callback (widget_class, on_input_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled);
}

static void
mlg_check_pane_class_init (MlgCheckPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_check_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_check_pane_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * MlgCheckPane::done:
   *
   * The check says something, perhaps something else.
   */
  done_signal = g_signal_new ("done", MLG_TYPE_CHECK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
fill_list (GtkDropDown *list, const MlgCodeList *codes)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, TRUE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  gtk_drop_down_set_expression (list, title);
  gtk_drop_down_set_model (list, model);
}

static void
mlg_check_pane_init (MlgCheckPane *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self->procedure_list, &mlg_purchase_procedures);
  fill_list (self->buyer_list, &mlg_purchase_buyers);
  fill_list (self->nature_list, &mlg_purchase_natures);
  fill_list (self->kind_list, &mlg_purchase_kinds);
  gtk_drop_down_set_selected (
      self->buyer_list, mlg_code_model_find (gtk_drop_down_get_model (self->buyer_list), "local"));
}

/**
 * mlg_check_pane_set_store:
 * @store: (transfer none): where the records are
 *
 * To be called once.
 */
void
mlg_check_pane_set_store (MlgCheckPane *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_CHECK_PANE (self));

  /* Templates are made of many records: it follows all that changes. */
  self->checking = mlg_live_read_new (store, NULL, mlg_check_work_run, mlg_checked_free);
  g_signal_connect_object (self->checking, "done", G_CALLBACK (on_checked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_check_pane_set_record:
 * @kind: of templates or of drafts
 * @id: what is checked; 0 for nothing
 */
void
mlg_check_pane_set_record (MlgCheckPane *self, const MlgKind *kind, gint64 id)
{
  g_return_if_fail (MLG_IS_CHECK_PANE (self));

  if (self->kind == kind && self->id == id)
    return;
  self->kind = kind;
  self->id = id;
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->answer, g_free);
  gtk_editable_set_text (self->value_entry, "");
  gtk_editable_set_text (self->months_entry, "");
  gtk_editable_set_text (self->lots_entry, "");
  gtk_editable_set_text (self->cpv_entry, "");
  gtk_editable_set_text (self->date_entry, "");
  ask (self);
}

/**
 * mlg_check_pane_try_answer:
 * @field: (nullable): a question of the draft
 * @text: (nullable): what is being written
 *
 * Checks as if this were answered already.
 */
void
mlg_check_pane_try_answer (MlgCheckPane *self, const char *field, const char *text)
{
  g_return_if_fail (MLG_IS_CHECK_PANE (self));

  if (g_strcmp0 (self->field, field) == 0 && g_strcmp0 (self->answer, text) == 0)
    return;
  g_free (self->field);
  g_free (self->answer);
  self->field = g_strdup (field);
  self->answer = g_strdup (text);
  on_input_changed (self);
}

/**
 * mlg_check_pane_get_summary:
 *
 * Returns: (transfer none): how many rules have which outcome, in words
 */
const char *
mlg_check_pane_get_summary (MlgCheckPane *self)
{
  g_return_val_if_fail (MLG_IS_CHECK_PANE (self), NULL);
  return gtk_label_get_text (self->summary_label);
}

/**
 * mlg_check_pane_get_results:
 *
 * Returns: (transfer none) (nullable) (element-type MlgCheckResult): what the check says, until it says something
 *   else
 */
GPtrArray *
mlg_check_pane_get_results (MlgCheckPane *self)
{
  MlgChecked *checked;

  g_return_val_if_fail (MLG_IS_CHECK_PANE (self), NULL);

  checked = self->checking != NULL ? mlg_live_read_get_result (self->checking) : NULL;
  return checked != NULL ? checked->results : NULL;
}

/**
 * mlg_check_pane_show_rule:
 * @id: of a rule that was looked at
 *
 * Opens what is said of the rule and goes there. A rule that is not among the results is left alone.
 */
void
mlg_check_pane_show_rule (MlgCheckPane *self, const char *id)
{
  MlgCheckRow *row;

  g_return_if_fail (MLG_IS_CHECK_PANE (self));

  row = g_hash_table_lookup (self->rows, id);
  if (row == NULL)
    return;
  if (!gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_check_button_set_active (self->all_check, TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}
