/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-thresholds-window.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-own-thresholds.h"
#include "library/mlg-threshold.h"
#include "mlg-library-commit.h"
#include "widgets/mlg-code-model.h"
#include "widgets/mlg-field-row.h"
#include "widgets/mlg-live-read.h"

/* The amounts that the check compares a purchase with: those that the network says itself, which go first
 * and can be changed, and those that the program ships. */
struct _MlgThresholdsWindow
{
  AdwWindow parent_instance;
  MlgStore *store;   /* (owned) */
  MlgLiveRead *read; /* (owned) of Thresholds */
  GPtrArray *rows;   /* (owned) what is shown (owned by the widget tree) of the network's own */
  gboolean listed;   /* the shipped ones, which do not change */
  gint64 open;       /* the one that is unfolded; 0 for none */

  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *shipped_group;
  AdwExpanderRow *new_row;
  AdwComboRow *name_row;
  GtkEditable *amount_row;
  GtkEditable *from_row;
  AdwComboRow *nature_row;
  AdwComboRow *buyer_row;
  GtkEditable *source_row;
  GtkEditable *notes_row;
  GtkLabel *refused_label;
};

G_DEFINE_FINAL_TYPE (MlgThresholdsWindow, mlg_thresholds_window, ADW_TYPE_WINDOW)

typedef struct
{
  GPtrArray *own;     /* (owned) (element-type MlgRecord) */
  GPtrArray *shipped; /* (owned) (element-type MlgShippedThreshold) */
} Thresholds;

static void
thresholds_free (gpointer data)
{
  Thresholds *all = data;

  g_clear_pointer (&all->own, g_ptr_array_unref);
  g_clear_pointer (&all->shipped, g_ptr_array_unref);
  g_free (all);
}

static gpointer
read_thresholds (MlgConnection *db, gpointer data, GError **error)
{
  Thresholds *all = g_new0 (Thresholds, 1);

  all->own = mlg_record_load_where (db, &mlg_threshold_kind, error, "ORDER BY name,from_on,id", "");
  if (all->own != NULL && (all->shipped = mlg_shipped_thresholds_list (error)) != NULL)
    return all;
  thresholds_free (all);
  return NULL;
}

static void
on_remove (GtkButton *button, gpointer record)
{
  mlg_library_commit_removal (GTK_WIDGET (button), record, _ ("Threshold removed"));
}

static GtkWidget *
make_remove_button (MlgRecord *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Remove the Threshold"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the Threshold"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_remove), g_object_ref (record),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

static void
add_fields (MlgThresholdsWindow *self, AdwExpanderRow *row, MlgRecord *record)
{
  for (guint i = 0; i < mlg_threshold_kind.n_fields; i++)
    {
      GtkWidget *field =
          g_object_new (MLG_TYPE_FIELD_ROW, "field", mlg_threshold_kind.fields[i].name, NULL);

      mlg_field_row_set_store (MLG_FIELD_ROW (field), self->store);
      mlg_field_row_set_commit (MLG_FIELD_ROW (field), mlg_library_commit);
      mlg_field_row_set_record (MLG_FIELD_ROW (field), record);
      adw_expander_row_add_row (row, field);
    }
}

static void
on_unfolded (AdwExpanderRow *row, GParamSpec *pspec, MlgThresholdsWindow *self)
{
  Thresholds *all = mlg_live_read_get_result (self->read);
  guint i;

  if (all != NULL && g_ptr_array_find (self->rows, row, &i) && i < all->own->len)
    self->open = adw_expander_row_get_expanded (row) ? mlg_record_get_id (all->own->pdata[i]) : 0;
}

static void
add_own (MlgThresholdsWindow *self, MlgRecord *record)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *amount = mlg_record_dup_display (record, MLG_THRESHOLD_AMOUNT);
  g_autofree char *from = mlg_record_dup_display (record, MLG_THRESHOLD_FROM_ON);
  /* Translators: an amount, a day and a source. */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s € from %s on · %s"), amount, from,
                                               mlg_record_get_text (record, MLG_THRESHOLD_SOURCE));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (
      ADW_PREFERENCES_ROW (row),
      mlg_code_list_get_title (&mlg_threshold_names,
                               mlg_record_get_text (record, MLG_THRESHOLD_NAME)));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_remove_button (record));
  add_fields (self, ADW_EXPANDER_ROW (row), record);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), mlg_record_get_id (record) == self->open);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_unfolded), self, 0);
  adw_preferences_group_add (self->own_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_shipped (MlgThresholdsWindow *self, const MlgShippedThreshold *threshold)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: the name of a threshold and an amount. */
  g_autofree char *title = g_strdup_printf (
      _ ("%s: %s €"), mlg_code_list_get_title (&mlg_threshold_names, threshold->name),
      threshold->amount);
  g_autofree char *subtitle = g_strjoin (
      "\n", threshold->period, *threshold->scope != '\0' ? threshold->scope : threshold->source,
      *threshold->scope != '\0' ? threshold->source : NULL, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->shipped_group, row);
}

static void
on_read (MlgThresholdsWindow *self)
{
  Thresholds *all = mlg_live_read_get_result (self->read);
  const GError *error = mlg_live_read_get_error (self->read);

  if (error != NULL)
    adw_preferences_group_set_description (self->shipped_group, error->message);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->own_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; all != NULL && i < all->own->len; i++)
    add_own (self, all->own->pdata[i]);
  for (guint i = 0; all != NULL && !self->listed && i < all->shipped->len; i++)
    add_shipped (self, all->shipped->pdata[i]);
  self->listed = self->listed || all != NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thresholds.reset", self->rows->len > 0);
}

static const char *
get_code (AdwComboRow *row)
{
  MlgCodeItem *item = adw_combo_row_get_selected_item (row);

  return item != NULL ? mlg_code_item_get_code (item) : NULL;
}

/* Returns: (transfer full) (nullable): what the form says; %NULL with @error set when it is not right */
static MlgRecord *
make_record (MlgThresholdsWindow *self, GError **error)
{
  g_autoptr (MlgRecord) record = mlg_record_new (&mlg_threshold_kind);
  const struct
  {
    guint field;
    const char *text;
  } given[] = {
    { MLG_THRESHOLD_NAME, get_code (self->name_row) },
    { MLG_THRESHOLD_AMOUNT, gtk_editable_get_text (self->amount_row) },
    { MLG_THRESHOLD_FROM_ON, gtk_editable_get_text (self->from_row) },
    { MLG_THRESHOLD_NATURE, get_code (self->nature_row) },
    { MLG_THRESHOLD_BUYER, get_code (self->buyer_row) },
    { MLG_THRESHOLD_SOURCE, gtk_editable_get_text (self->source_row) },
    { MLG_THRESHOLD_NOTES, gtk_editable_get_text (self->notes_row) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].text != NULL && !mlg_record_parse (record, given[i].field, given[i].text, error))
      return NULL;
  return mlg_record_validate (record, NULL, error) ? g_steal_pointer (&record) : NULL;
}

static void
activate_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgThresholdsWindow *self = MLG_THRESHOLDS_WINDOW (widget);
  GtkEditable *const entries[] = { self->amount_row, self->from_row, self->source_row,
                                   self->notes_row };
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgRecord) record = make_record (self, &error);

  gtk_label_set_text (self->refused_label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refused_label), error != NULL);
  if (record == NULL)
    return;
  mlg_library_commit_new (widget, record, _ ("Threshold added"));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_editable_set_text (entries[i], "");
  adw_expander_row_set_expanded (self->new_row, FALSE);
}

static gboolean
remove_all (MlgConnection *db, gint64 id, const char *text, gint64 number, GError **error)
{
  return mlg_own_thresholds_remove (db, error);
}

static void
activate_reset (GtkWidget *widget, const char *name, GVariant *parameter)
{
  mlg_library_commit_deed (widget, _ ("Go back to the shipped thresholds"), remove_all, 0, NULL, 0,
                           _ ("The shipped thresholds hold again"));
}

static void
mlg_thresholds_window_dispose (GObject *object)
{
  MlgThresholdsWindow *self = MLG_THRESHOLDS_WINDOW (object);

  g_clear_object (&self->read);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (mlg_thresholds_window_parent_class)->dispose (object);
}

static void
mlg_thresholds_window_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_THRESHOLDS_WINDOW (object)->rows);
  G_OBJECT_CLASS (mlg_thresholds_window_parent_class)->finalize (object);
}

static void
mlg_thresholds_window_class_init (MlgThresholdsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_thresholds_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = mlg_thresholds_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/library/mlg-thresholds-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, own_group);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, shipped_group);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, new_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, amount_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, from_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, nature_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, buyer_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, notes_row);
  gtk_widget_class_bind_template_child (widget_class, MlgThresholdsWindow, refused_label);
  gtk_widget_class_install_action (widget_class, "thresholds.add", NULL, activate_add);
  gtk_widget_class_install_action (widget_class, "thresholds.reset", NULL, activate_reset);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_list (AdwComboRow *row, const MlgCodeList *codes, gboolean with_none)
{
  g_autoptr (GListModel) model = mlg_code_model_new (codes, with_none);
  g_autoptr (GtkExpression) title = gtk_property_expression_new (MLG_TYPE_CODE_ITEM, NULL, "title");

  adw_combo_row_set_expression (row, title);
  adw_combo_row_set_model (row, model);
}

static void
mlg_thresholds_window_init (MlgThresholdsWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_list (self->name_row, &mlg_threshold_names, FALSE);
  fill_list (self->nature_row, &mlg_purchase_natures, TRUE);
  fill_list (self->buyer_row, &mlg_purchase_buyers, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "thresholds.reset", FALSE);
}

/**
 * mlg_thresholds_window_new:
 * @host: the window in front
 *
 * Returns: (transfer none): a window with the thresholds of the network that is open, and the shipped ones
 */
GtkWidget *
mlg_thresholds_window_new (MlgHost *host)
{
  static const MlgKind *const kinds[] = { &mlg_threshold_kind, NULL };
  MlgThresholdsWindow *self = g_object_new (
      MLG_TYPE_THRESHOLDS_WINDOW, "application", gtk_window_get_application (GTK_WINDOW (host)),
      "transient-for", host, "destroy-with-parent", TRUE, NULL);

  self->store = g_object_ref (mlg_host_get_store (host));
  self->read = mlg_live_read_new (self->store, kinds, read_thresholds, thresholds_free);
  g_signal_connect_object (self->read, "done", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  mlg_live_read_ask_id (self->read, 1);
  return GTK_WIDGET (self);
}
