/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-general-preferences.h"

/* How the program looks, and how much it remembers. */
struct _MlgGeneralPreferences
{
  AdwPreferencesPage parent_instance;
  AdwComboRow *scheme_row;
  GtkAdjustment *history_size;
};

G_DEFINE_FINAL_TYPE (MlgGeneralPreferences, mlg_general_preferences, ADW_TYPE_PREFERENCES_PAGE)

/* In the order of the list in the .ui file. */
static const char *const schemes[] = { "system", "light", "dark", NULL };

static gboolean
scheme_to_position (GValue *value, GVariant *variant, gpointer data)
{
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
position_to_scheme (const GValue *value, const GVariantType *type, gpointer data)
{
  guint position = g_value_get_uint (value);

  return position < G_N_ELEMENTS (schemes) - 1 ? g_variant_new_string (schemes[position]) : NULL;
}

static void
mlg_general_preferences_class_init (MlgGeneralPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/shell/mlg-general-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgGeneralPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, MlgGeneralPreferences, history_size);
}

static void
mlg_general_preferences_init (MlgGeneralPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_general_preferences_new:
 * @settings: the settings of the application, changed as the person chooses
 */
AdwPreferencesPage *
mlg_general_preferences_new (GSettings *settings)
{
  MlgGeneralPreferences *self = g_object_new (MLG_TYPE_GENERAL_PREFERENCES, NULL);

  g_settings_bind_with_mapping (settings, "color-scheme", self->scheme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, scheme_to_position, position_to_scheme,
                                NULL, NULL);
  g_settings_bind (settings, "history-size", self->history_size, "value", G_SETTINGS_BIND_DEFAULT);
  return ADW_PREFERENCES_PAGE (self);
}
