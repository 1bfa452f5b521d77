/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-field-row-private.h"

#include <glib/gi18n-lib.h>

#include "mlg-field-edit.h"
#include "mlg-host.h"
#include "platform/mlg-link.h"
#include "store/mlg-record-sql.h"

/* One field of a record: read first, changed in place. Return or a click begins; Return or leaving it
 * changes the record, by an action; Escape gives up. What is not right is said below, and what was
 * written stays. The writing is in mlg-field-row-edit.c. */

G_DEFINE_FINAL_TYPE (MlgFieldRow, mlg_field_row, ADW_TYPE_PREFERENCES_ROW)

typedef enum
{
  PROP_FIELD = 1,
  PROP_ESSENTIAL,
} MlgFieldRowProperty;

static GParamSpec *properties[PROP_ESSENTIAL + 1];

/* The field as it is described. */
const MlgField *
mlg_field_row_describe (MlgFieldRow *self)
{
  return &mlg_record_get_kind (self->record)->fields[self->field];
}

gboolean
mlg_field_row_is_reference (MlgFieldRow *self)
{
  return mlg_field_row_describe (self)->type == MLG_FIELD_REFERENCE;
}

/* The value as people read it. */
char *
mlg_field_row_dup_display (MlgFieldRow *self)
{
  if (mlg_field_row_is_reference (self))
    return g_strdup (self->name != NULL ? mlg_live_read_get_result (self->name) : NULL);
  if (self->format != NULL)
    return self->format (self->record, self->field);
  return mlg_record_dup_display (self->record, self->field);
}

/* Says something below the value: what is wrong ("error"), what is odd ("warning"). */
void
mlg_field_row_say (MlgFieldRow *self, const char *message, const char *style)
{
  gtk_label_set_text (self->message_label, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), message != NULL);
  gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->message_label), style);
}

/* Where it leads: a message to write, a page to look at, a number to call, another record. */
static char *
dup_uri (MlgFieldRow *self)
{
  const char *text =
      mlg_field_row_is_reference (self) ? NULL : mlg_record_get_text (self->record, self->field);

  if (text == NULL)
    return NULL;
  if (g_str_equal (self->field_name, "email"))
    return g_strconcat ("mailto:", text, NULL);
  if (g_str_equal (self->field_name, "website"))
    return strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  return NULL;
}

static void
update_link (MlgFieldRow *self)
{
  g_autofree char *uri = dup_uri (self);
  gboolean leads =
      uri != NULL || (mlg_field_row_is_reference (self) && !mlg_field_row_is_empty (self));
  const char *label = _ ("Show");

  if (uri != NULL)
    label = g_str_has_prefix (uri, "mailto:") ? _ ("Write a Message") : _ ("Open the Page");
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), leads);
  gtk_button_set_icon_name (self->open_button, uri != NULL && g_str_has_prefix (uri, "mailto:")
                                                   ? "mail-unread-symbolic"
                                                   : "go-next-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->open_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
warn_of_value (MlgFieldRow *self)
{
  const MlgField *field = mlg_field_row_describe (self);
  const char *text = field->warn != NULL && !mlg_record_is_null (self->record, self->field)
                         ? mlg_record_get_text (self->record, self->field)
                         : NULL;
  g_autofree char *odd = text != NULL ? field->warn (text) : NULL;

  mlg_field_row_say (self, odd, "warning");
}

static void
update_name (MlgFieldRow *self, const char *value)
{
  g_autofree char *name =
      g_strdup_printf ("%s %s", _ (mlg_field_row_describe (self)->title), value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  g_strchomp (name), -1);
}

/* Shows the value as it is now. */
void
mlg_field_row_update (MlgFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->record == NULL || mlg_field_row_is_editing (self))
    return;
  text = mlg_field_row_dup_display (self);
  gtk_label_set_text (self->value_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stack), text != NULL && *text != '\0');
  update_name (self, text != NULL ? text : "");
  update_link (self);
  warn_of_value (self);
}

/* The name of what a reference refers to is another record's. */
static gpointer
read_name (MlgConnection *db, gpointer data, GError **error)
{
  struct
  {
    const MlgKind *kind;
    gint64 id;
  } *reference = data;

  return mlg_record_load_name (db, reference->kind, reference->id, error);
}

static gpointer
copy_reference (gpointer data)
{
  return g_memdup2 (data, sizeof (const MlgKind *) + sizeof (gint64));
}

static void
on_changed (MlgFieldRow *self)
{
  struct
  {
    const MlgKind *kind;
    gint64 id;
  } reference;

  if (mlg_field_row_is_reference (self) && self->name != NULL)
    {
      reference.kind =
          mlg_kind_find (mlg_store_get_kinds (self->store), mlg_field_row_describe (self)->refers);
      reference.id = mlg_record_get_integer (self->record, self->field);
      mlg_live_read_ask (self->name,
                         mlg_record_is_null (self->record, self->field) ? NULL : &reference,
                         copy_reference, g_free);
    }
  mlg_field_row_update (self);
}

static void
on_open (MlgFieldRow *self)
{
  g_autofree char *uri = self->record != NULL ? dup_uri (self) : NULL;

  if (uri != NULL)
    mlg_link_open (GTK_WIDGET (self), uri);
  else if (self->record != NULL && mlg_field_row_is_reference (self))
    mlg_host_show_record (
        mlg_host_find (GTK_WIDGET (self)),
        mlg_kind_find (mlg_store_get_kinds (self->store), mlg_field_row_describe (self)->refers),
        mlg_record_get_integer (self->record, self->field));
}

static void
mlg_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgFieldRow *self = MLG_FIELD_ROW (object);

  switch ((MlgFieldRowProperty) id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field_name);
      break;
    case PROP_ESSENTIAL:
      g_value_set_boolean (value, self->essential);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgFieldRow *self = MLG_FIELD_ROW (object);

  switch ((MlgFieldRowProperty) id)
    {
    case PROP_FIELD:
      self->field_name = g_value_dup_string (value);
      break;
    case PROP_ESSENTIAL:
      self->essential = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_field_row_dispose (GObject *object)
{
  MlgFieldRow *self = MLG_FIELD_ROW (object);

  self->editor = NULL;
  g_clear_handle_id (&self->ending, g_source_remove);
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, on_changed, self);
  g_clear_object (&self->record);
  g_clear_object (&self->name);
  G_OBJECT_CLASS (mlg_field_row_parent_class)->dispose (object);
}

static void
mlg_field_row_finalize (GObject *object)
{
  g_free (MLG_FIELD_ROW (object)->field_name);
  G_OBJECT_CLASS (mlg_field_row_parent_class)->finalize (object);
}

static void
mlg_field_row_class_init (MlgFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  object_class->get_property = mlg_field_row_get_property;
  object_class->set_property = mlg_field_row_set_property;
  object_class->dispose = mlg_field_row_dispose;
  object_class->finalize = mlg_field_row_finalize;
  properties[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  properties[PROP_ESSENTIAL] = g_param_spec_boolean ("essential", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, stack);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, value_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, editor_bin);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, message_label);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, MlgFieldRow, edit_icon);
  gtk_widget_class_bind_template_callback (widget_class, on_open);
  mlg_field_row_bind_editing (widget_class);
}

static void
mlg_field_row_init (MlgFieldRow *self)
{
  self->commit = mlg_field_edit;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "activate", G_CALLBACK (mlg_field_row_edit), NULL);
}

/**
 * mlg_field_row_get_field:
 *
 * Returns: the name of the field
 */
const char *
mlg_field_row_get_field (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), NULL);
  return self->field_name;
}

/**
 * mlg_field_row_set_store:
 * @store: (transfer none): where records are proposed and named from; it must outlive the row
 */
void
mlg_field_row_set_store (MlgFieldRow *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));

  self->store = store;
  self->name = mlg_live_read_new (store, NULL, read_name, g_free);
  g_signal_connect_object (self->name, "done", G_CALLBACK (mlg_field_row_update), self,
                           G_CONNECT_SWAPPED);
}

static void
follow (MlgFieldRow *self)
{
  g_autofree char *notify =
      g_strdelimit (g_strconcat ("notify::", self->field_name, NULL), "_", '-');

  g_signal_connect_object (self->record, notify, G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->title_label, _ (mlg_field_row_describe (self)->title));
  on_changed (self);
}

/**
 * mlg_field_row_set_record:
 * @record: (nullable) (transfer none): what is shown, and followed
 */
void
mlg_field_row_set_record (MlgFieldRow *self, MlgRecord *record)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));
  g_return_if_fail (self->store != NULL);

  if (self->record == record)
    return;
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, on_changed, self);
  mlg_field_row_give_up (self);
  g_set_object (&self->record, record);
  if (record == NULL)
    return;
  self->field = (guint) mlg_kind_find_field (mlg_record_get_kind (record), self->field_name);
  follow (self);
}

/**
 * mlg_field_row_set_format:
 * @format: how people read the value
 */
void
mlg_field_row_set_format (MlgFieldRow *self, MlgFieldFormat format)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));
  self->format = format;
}

/**
 * mlg_field_row_set_commit:
 * @commit: changes the field, where it is more than that
 */
void
mlg_field_row_set_commit (MlgFieldRow *self, MlgFieldCommit commit)
{
  g_return_if_fail (MLG_IS_FIELD_ROW (self));
  self->commit = commit;
}

/**
 * mlg_field_row_is_empty:
 *
 * Returns: whether the record says nothing in this field
 */
gboolean
mlg_field_row_is_empty (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), TRUE);
  return self->record == NULL || mlg_record_is_null (self->record, self->field);
}

/**
 * mlg_field_row_is_essential:
 *
 * Returns: whether it is to be shown even when it is empty
 */
gboolean
mlg_field_row_is_essential (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), FALSE);
  return self->essential;
}

/**
 * mlg_field_row_get_text:
 *
 * Returns: the value as it is shown
 */
const char *
mlg_field_row_get_text (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), NULL);
  return gtk_label_get_text (self->value_label);
}

/**
 * mlg_field_row_get_message:
 *
 * Returns: what is said below the value; "" for nothing
 */
const char *
mlg_field_row_get_message (MlgFieldRow *self)
{
  g_return_val_if_fail (MLG_IS_FIELD_ROW (self), NULL);
  return gtk_label_get_text (self->message_label);
}
