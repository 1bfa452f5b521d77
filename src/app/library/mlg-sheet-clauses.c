/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sheet-clauses.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"
#include "library/mlg-sheet-clause.h"
#include "mlg-library-commit.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-field-row.h"
#include "widgets/mlg-live-read.h"
#include "widgets/mlg-record-entry.h"

/* The clauses that a feedback sheet tells of: at which ambition each was asked for, with which proof, and what
 * came of it. From them comes where to set the bar. */
struct _MlgSheetClauses
{
  GtkWidget parent_instance;
  MlgStore *store;   /* (unowned) (nullable) it outlives the page */
  gint64 sheet;      /* 0 for none */
  MlgLiveRead *read; /* (owned) (nullable) of Told, one for each clause */
  GPtrArray *rows;   /* (owned) the rows that are shown */
  gint64 open;       /* the one that is unfolded; 0 for none */

  AdwPreferencesGroup *group;
  GtkBox *clause_slot;
  MlgRecordEntry *clause_entry; /* (owned by the widget tree) */
  GtkDropDown *ambition_list;
};

G_DEFINE_FINAL_TYPE (MlgSheetClauses, mlg_sheet_clauses, GTK_TYPE_WIDGET)

/* What a sheet tells of one clause. */
typedef struct
{
  MlgRecord *record; /* (owned) */
  char *title;       /* (owned) of the clause, or as only the sheet calls it */
} Told;

static void
told_free (gpointer data)
{
  Told *told = data;

  g_object_unref (told->record);
  g_free (told->title);
  g_free (told);
}

static char *
load_title (MlgConnection *db, MlgRecord *record, GError **error)
{
  const char *own = mlg_record_get_text (record, MLG_SHEET_CLAUSE_TITLE);

  if (mlg_record_is_null (record, MLG_SHEET_CLAUSE_CLAUSE))
    return g_strdup (own != NULL ? own : _ ("Without a title"));
  return mlg_record_load_name (db, &mlg_clause_kind,
                               mlg_record_get_integer (record, MLG_SHEET_CLAUSE_CLAUSE), error);
}

static gpointer
read_clauses (MlgConnection *db, gpointer data, GError **error)
{
  gint64 sheet = *(gint64 *) data;
  g_autoptr (GPtrArray) records = mlg_record_load_where (
      db, &mlg_sheet_clause_kind, error, "WHERE sheet=?1 ORDER BY position, id", "i", sheet);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (told_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      Told *told = g_new0 (Told, 1);

      told->record = g_object_ref (records->pdata[i]);
      g_ptr_array_add (all, told);
      told->title = load_title (db, told->record, error);
      if (told->title == NULL)
        return NULL;
    }
  return records != NULL ? g_steal_pointer (&all) : NULL;
}

static void
on_remove (GtkButton *button, gpointer record)
{
  mlg_library_commit_removal (GTK_WIDGET (button), record, _ ("Clause taken off the sheet"));
}

static GtkWidget *
make_remove_button (MlgRecord *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Take Off the Sheet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Take Off the Sheet"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove), g_object_ref (record),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

static void
add_field (MlgSheetClauses *self, AdwExpanderRow *row, MlgRecord *record, const char *name)
{
  GtkWidget *field = g_object_new (MLG_TYPE_FIELD_ROW, "field", name, NULL);

  mlg_field_row_set_store (MLG_FIELD_ROW (field), self->store);
  mlg_field_row_set_commit (MLG_FIELD_ROW (field), mlg_library_commit);
  mlg_field_row_set_record (MLG_FIELD_ROW (field), record);
  adw_expander_row_add_row (row, field);
}

static void
on_unfolded (AdwExpanderRow *row, GParamSpec *pspec, MlgSheetClauses *self)
{
  GPtrArray *all = mlg_live_read_get_result (self->read);
  guint i;

  if (all != NULL && g_ptr_array_find (self->rows, row, &i) && i < all->len)
    self->open = adw_expander_row_get_expanded (row)
                     ? mlg_record_get_id (((Told *) all->pdata[i])->record)
                     : 0;
}

static void
add_told (MlgSheetClauses *self, const Told *told)
{
  static const char *const fields[] = { "clause", "title", "ambition", "proof", "outcome" };
  GtkWidget *row = adw_expander_row_new ();
  const char *ambition = mlg_record_get_text (told->record, MLG_SHEET_CLAUSE_AMBITION);
  g_autofree char *escaped = g_markup_escape_text (told->title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_expander_row_set_subtitle (
      ADW_EXPANDER_ROW (row), ambition != NULL ? mlg_code_list_get_title (&mlg_ambitions, ambition)
                                               : _ ("Ambition not told"));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_remove_button (told->record));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    add_field (self, ADW_EXPANDER_ROW (row), told->record, fields[i]);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row),
                                 mlg_record_get_id (told->record) == self->open);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_unfolded), self, 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
on_read (MlgSheetClauses *self)
{
  GPtrArray *all = mlg_live_read_get_result (self->read);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; all != NULL && i < all->len; i++)
    add_told (self, all->pdata[i]);
}

static void
on_add (MlgSheetClauses *self)
{
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_sheet_clause_kind);
  gint64 clause = mlg_record_entry_get_id (self->clause_entry);
  const char *words = mlg_record_entry_get_text (self->clause_entry);

  if (self->sheet == 0 || (clause == 0 && (words == NULL || *words == '\0')))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->clause_entry));
      return;
    }
  mlg_record_set_integer (record, MLG_SHEET_CLAUSE_SHEET, self->sheet);
  mlg_record_set_integer (record, MLG_SHEET_CLAUSE_POSITION, self->rows->len + 1);
  if (clause != 0)
    mlg_record_set_integer (record, MLG_SHEET_CLAUSE_CLAUSE, clause);
  else
    mlg_record_set_text (record, MLG_SHEET_CLAUSE_TITLE, words);
  mlg_record_set_text (
      record, MLG_SHEET_CLAUSE_AMBITION,
      mlg_code_item_get_code (gtk_drop_down_get_selected_item (self->ambition_list)));
  mlg_library_commit_new (GTK_WIDGET (self), record, _ ("Clause added to the sheet"));
  mlg_record_entry_set_record (self->clause_entry, 0, NULL);
}

static void
mlg_sheet_clauses_dispose (GObject *object)
{
  MlgSheetClauses *self = MLG_SHEET_CLAUSES (object);
  GtkWidget *child;

  g_clear_object (&self->read);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_sheet_clauses_parent_class)->dispose (object);
}

static void
mlg_sheet_clauses_class_init (MlgSheetClausesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_sheet_clauses_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-sheet-clauses.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgSheetClauses, group);
  gtk_widget_class_bind_template_child (widget_class, MlgSheetClauses, clause_slot);
  gtk_widget_class_bind_template_child (widget_class, MlgSheetClauses, ambition_list);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
mlg_sheet_clauses_init (MlgSheetClauses *self)
{
  g_autoptr (GListModel) ambitions = mlg_code_model_new (&mlg_ambitions, TRUE);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_expression (self->ambition_list, title);
  gtk_drop_down_set_model (self->ambition_list, ambitions);
}

/**
 * mlg_sheet_clauses_set_store:
 * @store: (transfer none): where the records are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_sheet_clauses_set_store (MlgSheetClauses *self, MlgStore *store)
{
  static const MlgKind *const kinds[] = { &mlg_sheet_clause_kind, &mlg_clause_kind, NULL };

  g_return_if_fail (MLG_IS_SHEET_CLAUSES (self));

  self->store = store;
  self->clause_entry = MLG_RECORD_ENTRY (mlg_record_entry_new (store, &mlg_clause_kind));
  mlg_record_entry_set_name (self->clause_entry, _ ("Clause to add"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->clause_entry), TRUE);
  gtk_box_prepend (self->clause_slot, GTK_WIDGET (self->clause_entry));
  self->read = mlg_live_read_new (store, kinds, read_clauses, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
}

/**
 * mlg_sheet_clauses_set_id:
 * @sheet: a feedback sheet; 0 for none
 */
void
mlg_sheet_clauses_set_id (MlgSheetClauses *self, gint64 sheet)
{
  g_return_if_fail (MLG_IS_SHEET_CLAUSES (self));

  if (self->sheet != sheet)
    self->open = 0;
  self->sheet = sheet;
  mlg_live_read_ask_id (self->read, sheet);
}
