/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outline-section.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-piece.h"
#include "mlg-outline-item.h"
#include "mlg-words-markup.h"
#include "store/mlg-markup.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-live-record.h"

/* One section of a document that is about to come into the library: what becomes of it, what is proposed for
 * it, the clause of the library that it is like, and its text, where it can be split. */
struct _MlgOutlineSection
{
  GtkWidget parent_instance;
  MlgOutlinePlan *plan; /* (unowned) (nullable) the window's */
  guint item;
  gboolean showing;     /* the widgets are being given what they show */
  MlgLiveRecord *known; /* (owned) (nullable) the clause that it is like */

  GtkStack *states;
  AdwEntryRow *title_row;
  GtkToggleButton *piece_button;
  GtkToggleButton *section_button;
  GtkToggleButton *clause_button;
  GtkToggleButton *part_button;
  AdwComboRow *role_row;
  AdwComboRow *phase_row;
  AdwExpanderRow *dimensions_row;
  GtkCheckButton **dimensions; /* (owned) one for each code of mlg_dimensions */
  AdwPreferencesGroup *known_group;
  GtkCheckButton *known_button;
  GtkCheckButton *new_button;
  GtkLabel *known_label;
  GtkListBox *blocks;
};

G_DEFINE_FINAL_TYPE (MlgOutlineSection, mlg_outline_section, GTK_TYPE_WIDGET)

static guint changed_signal;

static const MlgPlanItem *
get_planned (MlgOutlineSection *self)
{
  return mlg_outline_plan_get_items (self->plan)->pdata[self->item];
}

static void
tell_changed (MlgOutlineSection *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
on_title_changed (MlgOutlineSection *self)
{
  if (self->plan == NULL || self->showing)
    return;
  mlg_outline_plan_tell (self->plan, self->item, MLG_PLAN_TOLD_TITLE,
                         gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  tell_changed (self);
}

static void
set_cut (MlgOutlineSection *self, MlgCut cut)
{
  if (mlg_outline_plan_can_part (self->plan, self->item))
    mlg_outline_plan_part (self->plan, self->item);
  mlg_outline_plan_set_cut (self->plan, self->item, cut);
}

static void
on_cut_toggled (MlgOutlineSection *self, GtkToggleButton *button)
{
  if (self->plan == NULL || self->showing || !gtk_toggle_button_get_active (button))
    return;
  if (button == self->part_button)
    mlg_outline_plan_join (self->plan, self->item);
  else
    set_cut (self, button == self->piece_button     ? MLG_CUT_PIECE
                   : button == self->section_button ? MLG_CUT_SECTION
                                                    : MLG_CUT_CLAUSE);
  tell_changed (self);
}

static const char *
get_chosen (AdwComboRow *row)
{
  return mlg_code_item_get_code (adw_combo_row_get_selected_item (row));
}

static void
on_code_chosen (MlgOutlineSection *self, GParamSpec *pspec, AdwComboRow *row)
{
  if (self->plan == NULL || self->showing)
    return;
  mlg_outline_plan_tell (self->plan, self->item,
                         row == self->role_row ? MLG_PLAN_TOLD_ROLE : MLG_PLAN_TOLD_PHASE,
                         get_chosen (row));
  tell_changed (self);
}

static void
on_dimension_toggled (MlgOutlineSection *self)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  if (self->plan == NULL || self->showing)
    return;
  for (guint i = 0; mlg_dimensions.codes[i].code != NULL; i++)
    if (gtk_check_button_get_active (self->dimensions[i]))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                              mlg_dimensions.codes[i].code);
  mlg_outline_plan_tell (self->plan, self->item, MLG_PLAN_TOLD_DIMENSION,
                         codes->len > 0 ? codes->str : NULL);
  tell_changed (self);
}

static void
on_known_toggled (MlgOutlineSection *self)
{
  if (self->plan == NULL || self->showing)
    return;
  mlg_outline_plan_take_known (self->plan, self->item,
                               gtk_check_button_get_active (self->known_button));
  tell_changed (self);
}

static void
on_split (GtkButton *button, gpointer data)
{
  MlgOutlineSection *self =
      MLG_OUTLINE_SECTION (gtk_widget_get_ancestor (GTK_WIDGET (button), MLG_TYPE_OUTLINE_SECTION));

  mlg_outline_plan_split (self->plan, self->item, GPOINTER_TO_UINT (data));
  tell_changed (self);
}

static GtkWidget *
make_split_button (guint block)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-cut-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Begin a Clause Here"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Begin a Clause Here"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect (button, "clicked", G_CALLBACK (on_split), GUINT_TO_POINTER (block));
  return button;
}

static void
add_block (MlgOutlineSection *self, const char *words, guint block)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 8);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 12);
  gtk_box_append (GTK_BOX (box), label);
  if (block > 0)
    gtk_box_append (GTK_BOX (box), make_split_button (block));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->blocks, row);
}

static void
show_blocks (MlgOutlineSection *self)
{
  g_autoptr (GPtrArray) blocks = mlg_outline_plan_list_blocks (self->plan, self->item);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->blocks))) != NULL)
    gtk_list_box_remove (self->blocks, row);
  for (guint i = 0; i < blocks->len; i++)
    add_block (self, blocks->pdata[i], i);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), blocks->len > 0);
}

static void
show_cut (MlgOutlineSection *self, const MlgPlanItem *planned)
{
  GtkToggleButton *buttons[] = { self->piece_button, self->section_button, self->clause_button };
  GtkToggleButton *active = planned->inside ? self->part_button : buttons[planned->cut];

  gtk_toggle_button_set_active (active, TRUE);
  gtk_widget_set_sensitive (
      GTK_WIDGET (self->piece_button),
      active == self->piece_button
          || (!planned->inside && mlg_outline_plan_may_be_piece (self->plan, self->item)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->part_button),
                            planned->inside || mlg_outline_plan_can_join (self->plan, self->item));
}

static void
show_dimensions (MlgOutlineSection *self, const MlgPlanItem *planned)
{
  g_autofree char *titles = mlg_outline_item_write_dimensions (planned);
  g_auto (GStrv) codes = g_strsplit (planned->dimension != NULL ? planned->dimension : "", " ", -1);

  adw_expander_row_set_subtitle (self->dimensions_row,
                                 *titles != '\0' ? titles : _ ("None proposed"));
  for (guint i = 0; mlg_dimensions.codes[i].code != NULL; i++)
    gtk_check_button_set_active (
        self->dimensions[i],
        g_strv_contains ((const char *const *) codes, mlg_dimensions.codes[i].code));
}

static void
show_known (MlgOutlineSection *self, const MlgPlanItem *planned, gboolean clause)
{
  g_autofree char *text = NULL;
  gboolean known = clause && planned->known != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->known_group), known);
  if (self->known != NULL)
    mlg_live_record_set_id (self->known, known ? planned->known : 0);
  if (!known)
    return;
  text = g_strdup_printf (_ ("Like “%s” of the library: %.0f %% of the same words in a row"),
                          planned->known_title, 100 * planned->likeness);
  adw_preferences_group_set_description (self->known_group, text);
  gtk_check_button_set_active (planned->take_known ? self->known_button : self->new_button, TRUE);
}

/* What differs between the library's words and those of the file. */
static void
on_known_read (MlgOutlineSection *self)
{
  MlgRecord *clause = mlg_live_record_get (self->known);
  const char *text = clause != NULL ? mlg_record_get_text (clause, MLG_CLAUSE_TEXT) : NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *markup = NULL;

  if (text == NULL || self->plan == NULL)
    return;
  ours = mlg_markup_to_words (text, -1);
  theirs = g_strdelimit (g_strdup (get_planned (self)->text), "\n", ' ');
  markup = mlg_words_markup (ours, theirs);
  gtk_label_set_markup (self->known_label, markup);
}

static void
add_dimensions (MlgOutlineSection *self)
{
  guint n = 0;

  while (mlg_dimensions.codes[n].code != NULL)
    n++;
  self->dimensions = g_new0 (GtkCheckButton *, n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (mlg_dimensions.codes[i].title));
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
      adw_expander_row_add_row (self->dimensions_row, row);
      g_signal_connect_object (button, "toggled", G_CALLBACK (on_dimension_toggled), self,
                               G_CONNECT_SWAPPED);
      self->dimensions[i] = GTK_CHECK_BUTTON (button);
    }
}

static void
fill_codes (AdwComboRow *row, const MlgCodeList *codes)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, FALSE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  adw_combo_row_set_expression (row, title);
  adw_combo_row_set_model (row, model);
}

static void
mlg_outline_section_dispose (GObject *object)
{
  MlgOutlineSection *self = MLG_OUTLINE_SECTION (object);
  GtkWidget *child;

  self->plan = NULL;
  g_clear_object (&self->known);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_outline_section_parent_class)->dispose (object);
}

static void
mlg_outline_section_finalize (GObject *object)
{
  g_free (MLG_OUTLINE_SECTION (object)->dimensions);
  G_OBJECT_CLASS (mlg_outline_section_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-outline-section.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, states);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, title_row);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, piece_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, section_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, clause_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, part_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, role_row);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, phase_row);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, dimensions_row);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, known_group);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, known_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, new_button);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, known_label);
  gtk_widget_class_bind_template_child (widget_class, MlgOutlineSection, blocks);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cut_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_code_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_known_toggled);
}

static void
mlg_outline_section_class_init (MlgOutlineSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mlg_outline_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_outline_section_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * MlgOutlineSection::changed:
   *
   * The person said something of the plan: it is to be shown again.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_OUTLINE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_outline_section_init (MlgOutlineSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = TRUE;
  fill_codes (self->role_row, &mlg_piece_roles);
  fill_codes (self->phase_row, &mlg_clause_phases);
  add_dimensions (self);
  self->showing = FALSE;
}

/**
 * mlg_outline_section_set_store:
 * @store: (transfer none): where the known clauses are
 *
 * To be called once.
 */
void
mlg_outline_section_set_store (MlgOutlineSection *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_OUTLINE_SECTION (self));

  self->known = mlg_live_record_new (store, &mlg_clause_kind);
  g_signal_connect_object (self->known, "changed", G_CALLBACK (on_known_read), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_outline_section_show:
 * @plan: (transfer none): it must live until mlg_outline_section_clear()
 * @item: an index among its items
 */
void
mlg_outline_section_show (MlgOutlineSection *self, MlgOutlinePlan *plan, guint item)
{
  const MlgPlanItem *planned;
  gboolean clause;

  g_return_if_fail (MLG_IS_OUTLINE_SECTION (self));

  self->showing = TRUE;
  self->plan = plan;
  self->item = item;
  planned = get_planned (self);
  clause = !planned->inside && planned->cut == MLG_CUT_CLAUSE;
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->title_row)), planned->title) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->title_row), planned->title);
  show_cut (self, planned);
  gtk_widget_set_visible (GTK_WIDGET (self->role_row),
                          !planned->inside && planned->cut == MLG_CUT_PIECE);
  gtk_widget_set_visible (GTK_WIDGET (self->phase_row), clause);
  gtk_widget_set_visible (GTK_WIDGET (self->dimensions_row), clause);
  adw_combo_row_set_selected (
      self->role_row,
      mlg_code_model_find (adw_combo_row_get_model (self->role_row), planned->role));
  adw_combo_row_set_selected (
      self->phase_row,
      mlg_code_model_find (adw_combo_row_get_model (self->phase_row), planned->phase));
  show_dimensions (self, planned);
  show_known (self, planned, clause);
  show_blocks (self);
  gtk_stack_set_visible_child_name (self->states, "section");
  self->showing = FALSE;
  if (self->known != NULL && clause && planned->known != 0)
    on_known_read (self);
}

/**
 * mlg_outline_section_clear:
 *
 * Shows nothing.
 */
void
mlg_outline_section_clear (MlgOutlineSection *self)
{
  g_return_if_fail (MLG_IS_OUTLINE_SECTION (self));

  self->plan = NULL;
  gtk_stack_set_visible_child_name (self->states, "none");
}
