/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-details.h"

#include <adwaita.h>

#include "mlg-theme-commit.h"
#include "mlg-theme-programme.h"
#include "themes/mlg-theme.h"
#include "widgets/mlg-field-form.h"
#include "widgets/mlg-live-record.h"

/* One theme: what it is, changed in place, and the work on it. */
struct _MlgThemeDetails
{
  GtkWidget parent_instance;
  MlgLiveRecord *live; /* (owned) (nullable) */
  MlgFieldForm *form;  /* (owned) (nullable) */
  MlgRecord *followed; /* (owned) (nullable) */

  GtkWidget *sections;
  GtkLabel *name_label;
  MlgThemeProgramme *programme;
};

G_DEFINE_FINAL_TYPE (MlgThemeDetails, mlg_theme_details, GTK_TYPE_WIDGET)

static guint changed_signal;

static const char *const fields[] = { "title",       "state",       "family",      "nature",
                                      "cpv",         "description", "proposed_by", "proposer",
                                      "proposed_on", "objective",   "notes",       NULL };

static void
tell (MlgThemeDetails *self)
{
  const char *title =
      self->followed != NULL ? mlg_record_get_text (self->followed, MLG_THEME_TITLE) : NULL;

  gtk_label_set_text (self->name_label, title != NULL ? title : "");
  mlg_theme_programme_set_theme (self->programme, self->followed);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_other_record (MlgThemeDetails *self)
{
  MlgRecord *theme = mlg_live_record_get (self->live);

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_set_object (&self->followed, theme);
  mlg_field_form_set_record (self->form, theme);
  if (theme != NULL)
    g_signal_connect_object (theme, "notify", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  tell (self);
}

static void
mlg_theme_details_dispose (GObject *object)
{
  MlgThemeDetails *self = MLG_THEME_DETAILS (object);
  GtkWidget *child;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, tell, self);
  g_clear_object (&self->followed);
  g_clear_object (&self->live);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (mlg_theme_details_parent_class)->dispose (object);
}

static void
mlg_theme_details_class_init (MlgThemeDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mlg_theme_details_dispose;
  g_type_ensure (MLG_TYPE_FIELD_ROW);
  g_type_ensure (MLG_TYPE_THEME_PROGRAMME);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/maillage/themes/mlg-theme-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemeDetails, sections);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeDetails, name_label);
  gtk_widget_class_bind_template_child (widget_class, MlgThemeDetails, programme);

  /**
   * MlgThemeDetails::changed:
   *
   * It is another theme, or none any more, or it says something else.
   */
  changed_signal = g_signal_new ("changed", MLG_TYPE_THEME_DETAILS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, g_cclosure_marshal_VOID__VOID, G_TYPE_NONE, 0);
}

static void
mlg_theme_details_init (MlgThemeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mlg_theme_details_set_store:
 * @store: (transfer none): where the themes are; it must outlive the details
 *
 * To be called once.
 */
void
mlg_theme_details_set_store (MlgThemeDetails *self, MlgStore *store)
{
  g_return_if_fail (MLG_IS_THEME_DETAILS (self));

  self->form = mlg_field_form_new (self->sections, store);
  mlg_theme_commit_fields (self->form, fields);
  mlg_theme_programme_set_store (self->programme, store);
  self->live = mlg_live_record_new (store, &mlg_theme_kind);
  g_signal_connect_object (self->live, "changed", G_CALLBACK (on_other_record), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mlg_theme_details_set_id:
 * @id: a theme; 0 for none
 */
void
mlg_theme_details_set_id (MlgThemeDetails *self, gint64 id)
{
  g_return_if_fail (MLG_IS_THEME_DETAILS (self));
  mlg_live_record_set_id (self->live, id);
}

/**
 * mlg_theme_details_get_theme:
 *
 * Returns: (transfer none) (nullable): the theme that is shown
 */
MlgRecord *
mlg_theme_details_get_theme (MlgThemeDetails *self)
{
  g_return_val_if_fail (MLG_IS_THEME_DETAILS (self), NULL);
  return self->followed;
}
