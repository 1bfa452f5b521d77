/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-text-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Records of which one writes a line each, such as sections and questions: one entry for each, changed in place or
 * removed, and one below for the next. The row of a record is the same as long as the record is there: what is being
 * written stays. */
struct _MlgTextList
{
  GtkWidget parent_instance;
  const MlgTextListManner *manner; /* (unowned) (nullable) static */
  GPtrArray *rows;                 /* (owned) of Row (owned), in order */

  AdwPreferencesGroup *group;
  AdwPreferencesGroup *new_group;
  AdwEntryRow *new_entry;
};

G_DEFINE_FINAL_TYPE (MlgTextList, mlg_text_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_TITLE = 1,
  PROP_DESCRIPTION,
  PROP_NEW_TITLE,
  N_PROPERTIES
} Property;

static GParamSpec *properties[N_PROPERTIES];
static guint written_signal;

typedef struct
{
  AdwEntryRow *entry; /* (owned) */
  GtkWidget *button;  /* (unowned) in @entry */
  MlgRecord *record;  /* (owned) as it was last read */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->entry);
  g_object_unref (row->record);
  g_free (row);
}

/* Returns: (nullable): the row that a widget is in, or is */
static Row *
find_row_of (MlgTextList *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      if (widget == GTK_WIDGET (row->entry) || widget == row->button)
        return row;
    }
  return NULL;
}

static int
find_record (MlgTextList *self, gint64 id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (mlg_record_get_id (((Row *) self->rows->pdata[i])->record) == id)
      return (int) i;
  return -1;
}

static void
on_applied (MlgTextList *self, AdwEntryRow *entry)
{
  Row *row = find_row_of (self, GTK_WIDGET (entry));
  g_autoptr (GError) error = NULL;

  if (row == NULL)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  if (self->manner->commit (GTK_WIDGET (self), row->record, self->manner->field,
                            gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
    return;
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error->message);
}

static void
on_remove_clicked (MlgTextList *self, GtkWidget *button)
{
  Row *row = find_row_of (self, button);

  if (row != NULL)
    self->manner->remove (GTK_WIDGET (self), row->record, _ (self->manner->removed));
}

static void
on_written (MlgTextList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->new_entry));

  if (*text == '\0')
    return;
  g_signal_emit (self, written_signal, 0, text);
  gtk_editable_set_text (GTK_EDITABLE (self->new_entry), "");
}

static GtkWidget *
make_button (MlgTextList *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ (self->manner->remove_title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->manner->remove_title), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static Row *
make_row (MlgTextList *self, MlgRecord *record)
{
  Row *row = g_new0 (Row, 1);

  row->entry = g_object_ref_sink (ADW_ENTRY_ROW (adw_entry_row_new ()));
  row->button = make_button (self);
  row->record = mlg_record_copy (record);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row->entry), FALSE);
  adw_entry_row_set_show_apply_button (row->entry, TRUE);
  adw_entry_row_add_suffix (row->entry, row->button);
  gtk_editable_set_text (GTK_EDITABLE (row->entry),
                         mlg_record_get_text (record, self->manner->field));
  g_signal_connect_object (row->entry, "apply", G_CALLBACK (on_applied), self, G_CONNECT_SWAPPED);
  return row;
}

/* What is being written is not written over, unless the record has changed. */
static void
show_row (MlgTextList *self, Row *row, MlgRecord *record, guint number)
{
  g_autofree char *title = self->manner->write_title (number);
  const char *text = mlg_record_get_text (record, self->manner->field);
  gboolean changed = g_strcmp0 (text, mlg_record_get_text (row->record, self->manner->field)) != 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row->entry), title);
  mlg_record_assign (row->record, record);
  if (changed || gtk_widget_get_focus_child (GTK_WIDGET (row->entry)) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (row->entry), text != NULL ? text : "");
}

/* The rows of the records as they are now, in order: known ones again, new ones made. */
static GPtrArray *
match_rows (MlgTextList *self, GPtrArray *records)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      int known = find_record (self, mlg_record_get_id (records->pdata[i]));
      Row *row = known >= 0 ? g_ptr_array_steal_index (self->rows, (guint) known)
                            : make_row (self, records->pdata[i]);

      show_row (self, row, records->pdata[i], i + 1);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
mlg_text_list_dispose (GObject *object)
{
  MlgTextList *self = MLG_TEXT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mlg_text_list_parent_class)->dispose (object);
}

static void
mlg_text_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  MlgTextList *self = MLG_TEXT_LIST (object);
  const char *text = g_value_get_string (value);

  switch ((Property) id)
    {
    case PROP_TITLE:
      adw_preferences_group_set_title (self->group, text);
      break;
    case PROP_DESCRIPTION:
      adw_preferences_group_set_description (self->group, text);
      break;
    case PROP_NEW_TITLE:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->new_entry), text);
      break;
    case N_PROPERTIES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  properties[PROP_NEW_TITLE] = g_param_spec_string ("new-title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
mlg_text_list_class_init (MlgTextListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_text_list_dispose;
  G_OBJECT_CLASS (klass)->set_property = mlg_text_list_set_property;
  install_properties (G_OBJECT_CLASS (klass));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-text-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgTextList, group);
  gtk_widget_class_bind_template_child (widget_class, MlgTextList, new_group);
  gtk_widget_class_bind_template_child (widget_class, MlgTextList, new_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_written);

  /**
   * MlgTextList::written:
   * @text: what the person wrote for a new record
   */
  written_signal = g_signal_new ("written", MLG_TYPE_TEXT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 g_cclosure_marshal_VOID__STRING, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mlg_text_list_init (MlgTextList *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_text_list_set_manner:
 * @manner: static
 *
 * To be called once, before anything is shown.
 */
void
mlg_text_list_set_manner (MlgTextList *self, const MlgTextListManner *manner)
{
  g_return_if_fail (MLG_IS_TEXT_LIST (self));
  self->manner = manner;
}

/**
 * mlg_text_list_show:
 * @records: (nullable) (transfer none) (element-type MlgRecord): what there is, in order
 */
void
mlg_text_list_show (MlgTextList *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (MLG_IS_TEXT_LIST (self));
  g_return_if_fail (self->manner != NULL);

  g_ptr_array_extend (before, self->rows, NULL, NULL);
  rows = match_rows (self, records);
  /* Those that are left have no record any more. */
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, GTK_WIDGET (((Row *) self->rows->pdata[i])->entry));
  for (guint i = 0; i < rows->len; i++)
    if (!g_ptr_array_find (before, rows->pdata[i], NULL))
      adw_preferences_group_add (self->group, GTK_WIDGET (((Row *) rows->pdata[i])->entry));
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
}

/**
 * mlg_text_list_set_open:
 * @open: whether one may add to the list
 */
void
mlg_text_list_set_open (MlgTextList *self, gboolean open)
{
  g_return_if_fail (MLG_IS_TEXT_LIST (self));
  gtk_widget_set_visible (GTK_WIDGET (self->new_group), open);
}
