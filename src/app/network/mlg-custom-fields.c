/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-custom-fields.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-custom-field.h"
#include "mlg-custom-field-row.h"
#include "store/mlg-record-list.h"
#include "store/mlg-record-sql.h"
#include "widgets/mlg-host.h"

/* The fields that the network adds to its bodies, or to its people, in their order. */
struct _MlgCustomFields
{
  AdwPreferencesGroup parent_instance;
  const char *kind;      /* (unowned) static: "body" or "person" */
  MlgStore *store;       /* (unowned) outlives the page */
  MlgRecordList *fields; /* (owned) (nullable) */
  GtkListBox *list;
  GtkWidget *empty_label;
};

G_DEFINE_FINAL_TYPE (MlgCustomFields, mlg_custom_fields, ADW_TYPE_PREFERENCES_GROUP)

/* What an action on the order of the fields needs. */
typedef struct
{
  const char *kind; /* (unowned) static */
  char *name;       /* (owned) (nullable) of a new field */
  gint64 id;        /* a field that is there */
  int step;         /* by how many places it moves */
} Edit;

static void
edit_free (gpointer data)
{
  g_free (((Edit *) data)->name);
  g_free (data);
}

static Edit *
edit_new (MlgCustomFields *self, gint64 id)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->kind = self->kind;
  edit->id = id;
  return edit;
}

static MlgQuery *
make_query (const char *kind)
{
  const char *const values[] = { kind, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_custom_field_kind);
  g_autoptr (MlgQuery) sorted = mlg_query_with_sort (all, MLG_CUSTOM_FIELD_POSITION, FALSE);

  return mlg_query_with_values (sorted, MLG_CUSTOM_FIELD_KIND, values);
}

static GPtrArray *
load_fields (MlgConnection *db, const char *kind, GError **error)
{
  g_autoptr (MlgQuery) query = make_query (kind);

  return mlg_query_load (query, db, G_MAXINT, 0, error);
}

static gboolean
add_field (MlgConnection *db, gpointer data, GError **error)
{
  const Edit *edit = data;
  g_autoptr (GPtrArray) others = load_fields (db, edit->kind, error);
  g_autoptr (MlgRecord) field = mlg_record_new (&mlg_custom_field_kind);

  if (others == NULL)
    return FALSE;
  mlg_record_set_text (field, MLG_CUSTOM_FIELD_NAME, edit->name);
  mlg_record_set_text (field, MLG_CUSTOM_FIELD_KIND, edit->kind);
  mlg_record_set_text (field, MLG_CUSTOM_FIELD_TYPE, "text");
  mlg_record_set_integer (field, MLG_CUSTOM_FIELD_POSITION, others->len + 1);
  return mlg_record_insert (db, field, error);
}

static gboolean
remove_field (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_record_remove (db, &mlg_custom_field_kind, ((const Edit *) data)->id, error);
}

static int
find_field (GPtrArray *fields, gint64 id)
{
  for (guint i = 0; i < fields->len; i++)
    if (mlg_record_get_id (fields->pdata[i]) == id)
      return (int) i;
  return -1;
}

/* Writes the places of all that are not yet at theirs: they may never have had any. */
static gboolean
number_fields (MlgConnection *db, GPtrArray *fields, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    {
      MlgRecord *field = fields->pdata[i];

      if (mlg_record_get_integer (field, MLG_CUSTOM_FIELD_POSITION) == i + 1)
        continue;
      mlg_record_set_integer (field, MLG_CUSTOM_FIELD_POSITION, i + 1);
      if (!mlg_record_update (db, field, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
move_field (MlgConnection *db, gpointer data, GError **error)
{
  const Edit *edit = data;
  g_autoptr (GPtrArray) fields = load_fields (db, edit->kind, error);
  int from = fields != NULL ? find_field (fields, edit->id) : -1;
  int to = fields != NULL ? CLAMP (from + edit->step, 0, (int) fields->len - 1) : 0;
  gpointer moved;

  if (fields == NULL || from < 0)
    return fields != NULL;
  moved = fields->pdata[from];
  fields->pdata[from] = fields->pdata[to];
  fields->pdata[to] = moved;
  return number_fields (db, fields, error);
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgCustomFields *self = MLG_CUSTOM_FIELDS (widget);
  Edit *edit = edit_new (self, 0);

  edit->name = g_strdup (_ ("New field"));
  mlg_host_act (mlg_host_find (widget), _ ("Add a field"), add_field, edit, edit_free, NULL);
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgCustomFields *self = MLG_CUSTOM_FIELDS (widget);

  mlg_host_act (mlg_host_find (widget), _ ("Delete a field"), remove_field,
                edit_new (self, g_variant_get_int64 (parameter)), edit_free,
                _ ("The field and what was in it are deleted"));
}

static void
move_by (GtkWidget *widget, GVariant *parameter, int step)
{
  Edit *edit = edit_new (MLG_CUSTOM_FIELDS (widget), g_variant_get_int64 (parameter));

  edit->step = step;
  mlg_host_act (mlg_host_find (widget), _ ("Reorder fields"), move_field, edit, edit_free, NULL);
}

static void
activate_move_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (widget, parameter, -1);
}

static void
activate_move_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (widget, parameter, 1);
}

static GtkWidget *
make_row (gpointer item, gpointer data)
{
  return mlg_custom_field_row_new (item, ((MlgCustomFields *) data)->store);
}

static void
on_fields_changed (MlgCustomFields *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->fields)) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->list), some);
  gtk_widget_set_visible (self->empty_label, !some);
}

static void
mlg_custom_fields_dispose (GObject *object)
{
  MlgCustomFields *self = MLG_CUSTOM_FIELDS (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->fields);
  G_OBJECT_CLASS (mlg_custom_fields_parent_class)->dispose (object);
}

static void
mlg_custom_fields_class_init (MlgCustomFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_custom_fields_dispose;
  gtk_widget_class_install_action (widget_class, "fields.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "fields.remove", "x", activate_remove);
  gtk_widget_class_install_action (widget_class, "fields.move-up", "x", activate_move_up);
  gtk_widget_class_install_action (widget_class, "fields.move-down", "x", activate_move_down);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/network/mlg-custom-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFields, list);
  gtk_widget_class_bind_template_child (widget_class, MlgCustomFields, empty_label);
}

static void
mlg_custom_fields_init (MlgCustomFields *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_custom_fields_set_kind:
 * @kind: "body" or "person"; static
 * @store: (transfer none): where the fields are; it must outlive the widget
 *
 * To be called once.
 */
void
mlg_custom_fields_set_kind (MlgCustomFields *self, const char *kind, MlgStore *store)
{
  static const char *const names[] = { "fields.add", "fields.remove", "fields.move-up",
                                       "fields.move-down" };
  g_autoptr (MlgQuery) query = make_query (kind);

  g_return_if_fail (MLG_IS_CUSTOM_FIELDS (self));

  self->kind = kind;
  self->store = store;
  self->fields = mlg_record_list_new (store, query);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->fields), make_row, self, NULL);
  g_signal_connect_object (self->fields, "items-changed", G_CALLBACK (on_fields_changed), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], mlg_store_is_writable (store));
  on_fields_changed (self);
}
