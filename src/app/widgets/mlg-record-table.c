/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-record-table-private.h"

#include <glib/gi18n-lib.h>

#include "mlg-host.h"
#include "mlg-spinner.h"

/* The records of a kind: searched, narrowed down, sorted, chosen; in columns, or in rows where there is
 * little room; and what to say when there is nothing to show. What is asked of the list and what comes
 * of it is in mlg-record-table-list.c. */

G_DEFINE_FINAL_TYPE (MlgRecordTable, mlg_record_table, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_EMPTY = 1,
  PROP_EMPTY_PAGE,
  PROP_SELECTION_ACTIONS,
  PROP_SUMMARY,
} MlgRecordTableProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];
static guint chosen_signal, opened_signal, asked_signal;

static void
on_asked (MlgRecordTable *self)
{
  if (self->list != NULL)
    mlg_record_table_update_query (self);
}

static void
on_selection_changed (MlgRecordTable *self)
{
  guint n = mlg_record_selection_get_n (self->selection);
  g_autofree char *text = NULL;

  if (n > 1)
    {
      text = g_strdup_printf (ngettext ("%'u selected", "%'u selected", n), n);
      gtk_label_set_text (self->selected_label, text);
    }
  gtk_stack_set_visible_child_name (self->footer, n > 1 ? "selection" : "summary");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.unselect", n > 0);
  g_signal_emit (self, chosen_signal, 0, mlg_record_selection_get_only (self->selection));
}

static void
on_activated (MlgRecordTable *self, guint position)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  g_signal_emit (self, opened_signal, 0);
}

static gboolean
open_only (gpointer data)
{
  g_autoptr (MlgRecordTable) self = data;

  if (self->selection != NULL && mlg_record_selection_get_only (self->selection) != 0
      && mlg_narrow_bin_is_narrow (self->narrow_bin))
    g_signal_emit (self, opened_signal, 0);
  return G_SOURCE_REMOVE;
}

/* Where there is room for one pane only, a click opens; the row is chosen first. */
static void
on_row_clicked (GtkGestureClick *gesture, int n_press, double x, double y, MlgRecordTable *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_idle_add (open_only, g_object_ref (self));
}

/* Only the form that is shown holds rows, and none does before somebody looks. */
static void
on_narrow_changed (MlgRecordTable *self)
{
  gboolean narrow = mlg_narrow_bin_is_narrow (self->narrow_bin);
  GtkSelectionModel *model = self->seen ? GTK_SELECTION_MODEL (self->selection) : NULL;

  gtk_column_view_set_model (self->column_view, narrow ? NULL : model);
  gtk_list_view_set_model (self->row_view, narrow ? model : NULL);
  gtk_stack_set_visible_child_name (self->forms, narrow ? "rows" : "columns");
}

static void
activate_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_record_table_clear (MLG_RECORD_TABLE (widget));
}

static void
activate_unselect (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_record_table_unselect (MLG_RECORD_TABLE (widget));
}

static void
mlg_record_table_root (GtkWidget *widget)
{
  MlgRecordTable *self = MLG_RECORD_TABLE (widget);
  MlgHost *host;

  GTK_WIDGET_CLASS (mlg_record_table_parent_class)->root (widget);
  host = mlg_host_find (widget);
  if (host == NULL || self->remembered || self->kind == NULL)
    return;
  self->remembered = TRUE;
  mlg_column_set_remember (self->columns, mlg_host_get_settings (host), self->kind->settings_key);
}

static void
mlg_record_table_map (GtkWidget *widget)
{
  MlgRecordTable *self = MLG_RECORD_TABLE (widget);

  GTK_WIDGET_CLASS (mlg_record_table_parent_class)->map (widget);
  if (self->seen)
    return;
  self->seen = TRUE;
  on_narrow_changed (self);
}

static gboolean
focus_list (MlgRecordTable *self)
{
  return gtk_widget_child_focus (GTK_WIDGET (self->states), GTK_DIR_TAB_FORWARD);
}

static void
on_search_activated (MlgRecordTable *self)
{
  focus_list (self);
}

/* From what one looks for to what was found, and not to the facets in between. */
static gboolean
on_search_key (MlgRecordTable *self, guint key)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && focus_list (self);
}

static void
mlg_record_table_dispose (GObject *object)
{
  MlgRecordTable *self = MLG_RECORD_TABLE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->columns);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  G_OBJECT_CLASS (mlg_record_table_parent_class)->dispose (object);
}

static void
mlg_record_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgRecordTable *self = MLG_RECORD_TABLE (object);

  switch ((MlgRecordTableProperty) id)
    {
    case PROP_EMPTY:
      g_value_set_boolean (value, mlg_record_table_is_empty (self));
      break;
    case PROP_EMPTY_PAGE:
      g_value_set_object (value, adw_bin_get_child (self->empty_bin));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, gtk_label_get_text (self->summary_label));
      break;
    case PROP_SELECTION_ACTIONS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_record_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgRecordTable *self = MLG_RECORD_TABLE (object);

  switch ((MlgRecordTableProperty) id)
    {
    case PROP_EMPTY_PAGE:
      adw_bin_set_child (self->empty_bin, g_value_get_object (value));
      break;
    case PROP_SELECTION_ACTIONS:
      gtk_action_bar_pack_end (self->selection_bar, g_value_get_object (value));
      break;
    case PROP_SUMMARY:
      mlg_record_table_set_summary (self, g_value_get_string (value));
      break;
    case PROP_EMPTY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags write = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = write | G_PARAM_READABLE;
  GParamFlags read = both & ~G_PARAM_WRITABLE;

  object_class->get_property = mlg_record_table_get_property;
  object_class->set_property = mlg_record_table_set_property;
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, read);
  properties[PROP_EMPTY_PAGE] =
      g_param_spec_object ("empty-page", NULL, NULL, GTK_TYPE_WIDGET, both);
  properties[PROP_SELECTION_ACTIONS] =
      g_param_spec_object ("selection-actions", NULL, NULL, GTK_TYPE_WIDGET, write);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, both);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-record-table.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, facet_bar);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, states);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, forms);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, column_view);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, row_view);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, error_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, footer);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, selected_label);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgRecordTable, selection_bar);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_changed);
}

static void
mlg_record_table_class_init (MlgRecordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_record_table_dispose;
  widget_class->root = mlg_record_table_root;
  widget_class->map = mlg_record_table_map;
  g_type_ensure (MLG_TYPE_FACET_BAR);
  g_type_ensure (MLG_TYPE_LAZY_BIN);
  g_type_ensure (MLG_TYPE_SPINNER);
  g_type_ensure (MLG_TYPE_NARROW_BIN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "table.clear", NULL, activate_clear);
  gtk_widget_class_install_action (widget_class, "table.unselect", NULL, activate_unselect);
  install_properties (G_OBJECT_CLASS (klass));

  /**
   * MlgRecordTable::asked:
   *
   * Something else is listed: other words, another filter or order.
   */
  asked_signal = g_signal_new ("asked", MLG_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);

  /**
   * MlgRecordTable::chosen:
   * @id: the record that is chosen; 0 when there is none, or several
   */
  chosen_signal = g_signal_new ("chosen", MLG_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * MlgRecordTable::opened:
   *
   * The person wants to see the details of the record that is chosen.
   */
  opened_signal = g_signal_new ("opened", MLG_TYPE_RECORD_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_record_table_init (MlgRecordTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.unselect", FALSE);
}

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static const MlgColumn *
find_column (const MlgTableKind *kind)
{
  const MlgColumn *column = kind->columns;

  while (column->name != NULL && !g_str_equal (column->name, kind->line_column))
    column++;
  g_assert (column->make_cell != NULL);
  return column;
}

static void
fit_kind (MlgRecordTable *self, const MlgTableKind *kind, MlgStore *store)
{
  g_autoptr (GtkListItemFactory) factory =
      kind->line_column != NULL ? mlg_record_row_make_cell_factory (find_column (kind), store)
                                : mlg_record_row_make_factory (kind->line);

  set_label (GTK_WIDGET (self->column_view), _ (kind->title));
  set_label (GTK_WIDGET (self->row_view), _ (kind->title));
  set_label (GTK_WIDGET (self->search_entry), _ (kind->search));
  g_object_set (self->search_entry, "placeholder-text", _ (kind->search), NULL);
  gtk_list_view_set_factory (self->row_view, factory);
  mlg_facet_bar_set_kinds (self->facet_bar, store, kind->facets);
  self->columns = mlg_column_set_new (self->column_view, kind->columns, store);
  g_signal_connect_object (self->columns, "sorted", G_CALLBACK (on_asked), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_record_table_set_kind:
 * @kind: static: what is listed and how
 * @store: (transfer none): where the records are
 *
 * To be called once, before the table is in a window.
 */
void
mlg_record_table_set_kind (MlgRecordTable *self, const MlgTableKind *kind, MlgStore *store)
{
  g_autoptr (MlgQuery) query = NULL;

  g_return_if_fail (MLG_IS_RECORD_TABLE (self));
  g_return_if_fail (self->kind == NULL);

  self->kind = kind;
  fit_kind (self, kind, store);
  query = mlg_record_table_make_base (self);
  self->list = mlg_record_list_new (store, query);
  self->selection = mlg_record_selection_new (self->list);
  mlg_record_table_watch_list (self);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  on_narrow_changed (self);
  mlg_record_table_update_query (self);
}

/**
 * mlg_record_table_get_list:
 *
 * Returns: (transfer none): what is listed, as narrowed down and sorted
 */
MlgRecordList *
mlg_record_table_get_list (MlgRecordTable *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_TABLE (self), NULL);
  return self->list;
}

/**
 * mlg_record_table_get_selection:
 *
 * Returns: (transfer none): which records are chosen
 */
MlgRecordSelection *
mlg_record_table_get_selection (MlgRecordTable *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_TABLE (self), NULL);
  return self->selection;
}

/**
 * mlg_record_table_get_state:
 *
 * Returns: "loading", "list", "empty", "nothing" (found) or "error"
 */
const char *
mlg_record_table_get_state (MlgRecordTable *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_TABLE (self), NULL);
  return gtk_stack_get_visible_child_name (self->states);
}

/**
 * mlg_record_table_is_empty:
 *
 * Returns: whether there are no records at all, whatever is looked for; "notify::empty" tells of it
 */
gboolean
mlg_record_table_is_empty (MlgRecordTable *self)
{
  return g_strcmp0 (mlg_record_table_get_state (self), "empty") == 0;
}

/**
 * mlg_record_table_set_summary:
 * @summary: (nullable): what the list adds up to, in words
 */
void
mlg_record_table_set_summary (MlgRecordTable *self, const char *summary)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));
  gtk_label_set_text (self->summary_label, summary != NULL ? summary : "");
}

/**
 * mlg_record_table_set_leaves_out:
 * @leaves_out: whether there are more records than the list shows at first
 *
 * Where some are left out until a facet asks for them, the facets stay in reach when nothing is listed.
 */
void
mlg_record_table_set_leaves_out (MlgRecordTable *self, gboolean leaves_out)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));

  self->leaves_out = leaves_out;
  mlg_record_table_update_state (self);
}

/**
 * mlg_record_table_search:
 *
 * Puts the cursor where one searches.
 */
void
mlg_record_table_search (MlgRecordTable *self)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * mlg_record_table_get_search_bar:
 *
 * Returns: (transfer none): what a button shows and hides
 */
GtkSearchBar *
mlg_record_table_get_search_bar (MlgRecordTable *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_TABLE (self), NULL);
  return self->search_bar;
}

/**
 * mlg_record_table_unselect:
 */
void
mlg_record_table_unselect (MlgRecordTable *self)
{
  g_return_if_fail (MLG_IS_RECORD_TABLE (self));
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/**
 * mlg_record_table_get_columns:
 *
 * Returns: (transfer none): the choice of columns
 */
MlgColumnSet *
mlg_record_table_get_columns (MlgRecordTable *self)
{
  g_return_val_if_fail (MLG_IS_RECORD_TABLE (self), NULL);
  return self->columns;
}
