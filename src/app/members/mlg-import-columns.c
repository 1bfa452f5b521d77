/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-import-columns.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "store/mlg-query.h"

/* The columns of a spreadsheet: what each is headed, what it holds, where it goes. */
struct _MlgImportColumns
{
  GtkWidget parent_instance;
  MlgImportPlan *plan;   /* (owned) (nullable) */
  GArray *targets;       /* (owned) of MlgTarget, nowhere first */
  GtkStringList *titles; /* (owned) of the targets */
  gboolean filling;      /* the choices are being made by us */
  GtkWidget *status_group;
  AdwComboRow *status_row;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (MlgImportColumns, mlg_import_columns, GTK_TYPE_WIDGET)

#define SAMPLES 3 /* cells that show what a column holds */

static guint changed_signal;

/* What a table of people says of their functions and bodies. */
static const guint function_fields[] = {
  MLG_FUNCTION_TITLE, MLG_FUNCTION_ROLE,  MLG_FUNCTION_EMAIL,
  MLG_FUNCTION_PHONE, MLG_FUNCTION_SINCE, MLG_FUNCTION_UNTIL
};
static const guint body_fields[] = { MLG_BODY_NAME, MLG_BODY_SIREN, MLG_BODY_SIRET,
                                     MLG_BODY_INSEE };

static void
add_target (MlgImportColumns *self, MlgTarget target, const char *title)
{
  g_array_append_val (self->targets, target);
  gtk_string_list_append (self->titles, title);
}

static void
add_related (MlgImportColumns *self, const MlgKind *kind, const guint *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      /* Translators: a field of a person's function or body: “Body: SIREN”. */
      g_autofree char *title =
          g_strdup_printf (_ ("%s: %s"), _ (kind->title), _ (kind->fields[fields[i]].title));

      add_target (self, (MlgTarget){ kind, fields[i], 0 }, title);
    }
}

static void
list_targets (MlgImportColumns *self, const MlgKind *kind, GPtrArray *custom)
{
  g_array_set_size (self->targets, 0);
  g_clear_object (&self->titles);
  self->titles = gtk_string_list_new (NULL);
  add_target (self, MLG_TARGET_NOWHERE, _ ("Not imported"));
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & MLG_FIELD_INTERNAL) == 0)
      add_target (self, (MlgTarget){ kind, i, 0 }, _ (kind->fields[i].title));
  if (kind == &mlg_person_kind)
    {
      add_related (self, &mlg_function_kind, function_fields, G_N_ELEMENTS (function_fields));
      add_related (self, &mlg_body_kind, body_fields, G_N_ELEMENTS (body_fields));
    }
  add_target (self, (MlgTarget){ &mlg_group_kind, MLG_GROUP_NAME, 0 }, _ (mlg_group_kind.title));
  for (guint i = 0; i < custom->len; i++)
    {
      g_autofree char *name = mlg_record_dup_name (custom->pdata[i]);

      add_target (self,
                  (MlgTarget){ &mlg_custom_field_kind, 0, mlg_record_get_id (custom->pdata[i]) },
                  name);
    }
}

static guint
find_target (MlgImportColumns *self, const MlgTarget *target)
{
  for (guint i = 0; i < self->targets->len; i++)
    if (mlg_target_equal (&g_array_index (self->targets, MlgTarget, i), target))
      return i;
  return 0;
}

/* What the first rows hold there. */
static char *
write_samples (MlgTable *table, guint column)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint found = 0;

  for (guint row = 0; row < mlg_table_get_n_rows (table) && found < SAMPLES; row++)
    {
      const char *cell = mlg_table_get_cell (table, row, column);

      if (cell == NULL || *cell == '\0')
        continue;
      g_string_append_printf (text, "%s%s", found > 0 ? " · " : "", cell);
      found++;
    }
  return g_strdelimit (g_string_free (g_steal_pointer (&text), FALSE), "\r\n", ' ');
}

static void
on_target_chosen (GtkDropDown *choice, GParamSpec *pspec, MlgImportColumns *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (choice), GTK_TYPE_LIST_BOX_ROW);
  guint column = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  guint chosen = gtk_drop_down_get_selected (choice);

  if (self->filling || chosen == GTK_INVALID_LIST_POSITION)
    return;
  mlg_mapping_set_target (mlg_import_plan_get_mapping (self->plan, 0), column,
                          &g_array_index (self->targets, MlgTarget, chosen));
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
make_choice (MlgImportColumns *self, const char *heading, const MlgTarget *target)
{
  GtkExpression *title = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->titles)), title);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), find_target (self, target));
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_target_chosen), self, 0);
  return choice;
}

static void
add_column (MlgImportColumns *self, MlgTable *table, MlgMapping *mapping, guint column)
{
  GtkWidget *row = adw_action_row_new ();
  const char *heading = mlg_table_get_heading (table, column);
  MlgTarget target = mlg_mapping_get_target (mapping, column);
  g_autofree char *number = g_strdup_printf (_ ("Column %u"), column + 1);
  const char *title = heading != NULL && *heading != '\0' ? heading : number;
  g_autofree char *samples = write_samples (table, column);
  g_autofree char *plain = g_markup_escape_text (samples, -1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), plain);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_choice (self, title, &target));
  gtk_list_box_append (self->list, row);
}

/* None, then those of the list, in its order. */
static void
list_statuses (MlgImportColumns *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_string_list_append (titles, C_ ("status", "None"));
  for (const MlgCode *code = mlg_body_statuses.codes; code->code != NULL; code++)
    gtk_string_list_append (titles, _ (code->title));
  adw_combo_row_set_model (self->status_row, G_LIST_MODEL (titles));
}

static void
on_status_chosen (MlgImportColumns *self)
{
  guint chosen = adw_combo_row_get_selected (self->status_row);

  if (self->filling || self->plan == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  mlg_import_plan_set_status (self->plan,
                              chosen > 0 ? mlg_body_statuses.codes[chosen - 1].code : NULL);
  g_signal_emit (self, changed_signal, 0);
}

static void
mlg_import_columns_dispose (GObject *object)
{
  MlgImportColumns *self = MLG_IMPORT_COLUMNS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  g_clear_object (&self->titles);
  G_OBJECT_CLASS (mlg_import_columns_parent_class)->dispose (object);
}

static void
mlg_import_columns_finalize (GObject *object)
{
  g_array_unref (MLG_IMPORT_COLUMNS (object)->targets);
  G_OBJECT_CLASS (mlg_import_columns_parent_class)->finalize (object);
}

static void
mlg_import_columns_class_init (MlgImportColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mlg_import_columns_dispose;
  object_class->finalize = mlg_import_columns_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/members/mlg-import-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgImportColumns, status_group);
  gtk_widget_class_bind_template_child (widget_class, MlgImportColumns, status_row);
  gtk_widget_class_bind_template_child (widget_class, MlgImportColumns, list);
  gtk_widget_class_bind_template_callback (widget_class, on_status_chosen);

  /**
   * MlgImportColumns::changed:
   *
   * The person sent a column somewhere else: the plan is to be refreshed.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_IMPORT_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_import_columns_init (MlgImportColumns *self)
{
  self->targets = g_array_new (FALSE, FALSE, sizeof (MlgTarget));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  list_statuses (self);
  self->filling = FALSE;
}

/**
 * mlg_import_columns_list_custom:
 *
 * Returns: (transfer full) (element-type MlgCustomField): the fields that the network adds to the records
 *   of a kind. In a thread of the store
 */
GPtrArray *
mlg_import_columns_list_custom (MlgConnection *db, const MlgKind *kind, GError **error)
{
  const char *const values[] = { kind->name, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_custom_field_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_values (all, MLG_CUSTOM_FIELD_KIND, values);

  return mlg_query_load (query, db, G_MAXUINT, 0, error);
}

/**
 * mlg_import_columns_show:
 * @plan: (transfer none): of one spreadsheet; not being refreshed
 * @kind: what its rows are
 * @custom: (element-type MlgCustomField): from mlg_import_columns_list_custom()
 */
void
mlg_import_columns_show (MlgImportColumns *self,
                         MlgImportPlan *plan,
                         const MlgKind *kind,
                         GPtrArray *custom)
{
  MlgMapping *mapping = mlg_import_plan_get_mapping (plan, 0);
  MlgTable *table = mlg_import_plan_get_table (plan, 0);
  GtkWidget *row;

  g_return_if_fail (MLG_IS_IMPORT_COLUMNS (self));

  mlg_import_plan_ref (plan);
  g_clear_pointer (&self->plan, mlg_import_plan_unref);
  self->plan = plan;
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (self->status_group, kind == &mlg_body_kind);
  list_targets (self, kind, custom);
  for (guint i = 0; i < mlg_mapping_get_n_columns (mapping); i++)
    add_column (self, table, mapping, i);
  self->filling = FALSE;
}
