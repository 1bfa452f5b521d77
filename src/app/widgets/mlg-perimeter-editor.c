/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-perimeter-editor.h"

#include <glib/gi18n-lib.h>

#include "mlg-nuts.h"
#include "mlg-perimeter-place.h"
#include "mlg-wrap-layout.h"

/* The territories of a network, a chip for each, and a list to choose others from. */
struct _MlgPerimeterEditor
{
  GtkWidget parent_instance;
  char *codes; /* (owned) NUTS codes separated by spaces, or "" */
  GtkBox *chips;
  GtkMenuButton *add_button;
  GtkPopover *popover;
  GtkSearchEntry *entry;
  GtkStack *found;
  GtkListView *list;
  GtkFilterListModel *matches;
  GtkCustomFilter *filter;
};

G_DEFINE_FINAL_TYPE (MlgPerimeterEditor, mlg_perimeter_editor, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CODES = 1,
} MlgPerimeterEditorProperty;

static GParamSpec *properties[PROP_CODES + 1];

static gboolean
has_code (MlgPerimeterEditor *self, const char *code)
{
  g_auto (GStrv) codes = g_strsplit (self->codes, " ", -1);

  return g_strv_contains ((const char *const *) codes, code);
}

static gboolean
is_offered (gpointer item, gpointer data)
{
  MlgPerimeterEditor *self = data;

  return !has_code (self, mlg_perimeter_place_get_code (item))
         && mlg_perimeter_place_matches (item, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
activate_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MlgPerimeterEditor *self = MLG_PERIMETER_EDITOR (widget);
  g_auto (GStrv) codes = g_strsplit (self->codes, " ", -1);
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++)
    if (!g_str_equal (codes[i], g_variant_get_string (parameter, NULL)))
      g_string_append_printf (left, "%s%s", left->len > 0 ? " " : "", codes[i]);
  mlg_perimeter_editor_set_codes (self, left->str);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
}

static GtkWidget *
make_chip (const char *code)
{
  const char *title = mlg_code_list_get_title (&mlg_nuts_codes, code);
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), title != NULL ? title : code);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_box_append (GTK_BOX (box), gtk_label_new (title != NULL ? title : code));
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "chip");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "perimeter.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  return box;
}

static void
show_chips (MlgPerimeterEditor *self)
{
  g_auto (GStrv) codes = g_strsplit (self->codes, " ", -1);
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, chip);
  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0')
      gtk_box_append (self->chips, make_chip (codes[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), *self->codes != '\0');
}

static void
refilter (MlgPerimeterEditor *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_stack_set_visible_child_name (
      self->found, g_list_model_get_n_items (G_LIST_MODEL (self->matches)) > 0 ? "list" : "none");
}

static void
choose (MlgPerimeterEditor *self, guint position)
{
  g_autoptr (MlgPerimeterPlace) territory =
      g_list_model_get_item (G_LIST_MODEL (self->matches), position);
  g_autofree char *codes = NULL;

  if (territory == NULL)
    return;
  codes = g_strconcat (self->codes, " ", mlg_perimeter_place_get_code (territory), NULL);
  gtk_popover_popdown (self->popover);
  mlg_perimeter_editor_set_codes (self, codes);
}

static void
on_activated (MlgPerimeterEditor *self, guint position)
{
  choose (self, position);
}

/* Return in the entry takes the first one, of what is written now. */
static void
on_entry_activated (MlgPerimeterEditor *self)
{
  refilter (self);
  choose (self, 0);
}

/* The list is made when it is first looked at. */
static void
on_popover_shown (MlgPerimeterEditor *self)
{
  g_autoptr (GListModel) territories = NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (gtk_filter_list_model_get_model (self->matches) == NULL)
    {
      territories = mlg_perimeter_place_list ();
      gtk_filter_list_model_set_model (self->matches, territories);
    }
  refilter (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
mlg_perimeter_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((MlgPerimeterEditorProperty) id)
    {
    case PROP_CODES:
      g_value_set_string (value, MLG_PERIMETER_EDITOR (object)->codes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_perimeter_editor_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  switch ((MlgPerimeterEditorProperty) id)
    {
    case PROP_CODES:
      mlg_perimeter_editor_set_codes (MLG_PERIMETER_EDITOR (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_perimeter_editor_dispose (GObject *object)
{
  MlgPerimeterEditor *self = MLG_PERIMETER_EDITOR (object);
  GtkWidget *child;

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  self->filter = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (mlg_perimeter_editor_parent_class)->dispose (object);
}

static void
mlg_perimeter_editor_finalize (GObject *object)
{
  g_free (MLG_PERIMETER_EDITOR (object)->codes);
  G_OBJECT_CLASS (mlg_perimeter_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (MLG_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/widgets/mlg-perimeter-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, chips);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, popover);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, entry);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, found);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, list);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, matches);
  gtk_widget_class_bind_template_child (widget_class, MlgPerimeterEditor, filter);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
}

static void
mlg_perimeter_editor_class_init (MlgPerimeterEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = mlg_perimeter_editor_get_property;
  object_class->set_property = mlg_perimeter_editor_set_property;
  object_class->dispose = mlg_perimeter_editor_dispose;
  object_class->finalize = mlg_perimeter_editor_finalize;
  properties[PROP_CODES] =
      g_param_spec_string ("codes", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_action (widget_class, "perimeter.remove", "s", activate_remove);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
mlg_perimeter_editor_init (MlgPerimeterEditor *self)
{
  self->codes = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_custom_filter_set_filter_func (self->filter, is_offered, self, NULL);
}

/**
 * mlg_perimeter_editor_get_codes:
 *
 * Returns: NUTS codes separated by spaces, or ""
 */
const char *
mlg_perimeter_editor_get_codes (MlgPerimeterEditor *self)
{
  g_return_val_if_fail (MLG_IS_PERIMETER_EDITOR (self), NULL);
  return self->codes;
}

/**
 * mlg_perimeter_editor_set_codes:
 * @codes: (nullable): NUTS codes in any order
 *
 * Shows a perimeter. "notify::codes" tells of it and of what the person changes.
 */
void
mlg_perimeter_editor_set_codes (MlgPerimeterEditor *self, const char *codes)
{
  g_autofree char *clean = NULL;

  g_return_if_fail (MLG_IS_PERIMETER_EDITOR (self));

  clean = mlg_perimeter_clean (codes != NULL ? codes : "");
  if (g_str_equal (clean, self->codes))
    return;
  g_free (self->codes);
  self->codes = g_steal_pointer (&clean);
  show_chips (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODES]);
}
