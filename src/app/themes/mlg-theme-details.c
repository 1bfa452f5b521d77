/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-theme-details.h"

#include "mlg-theme-commit.h"
#include "mlg-theme-programme.h"
#include "themes/mlg-theme.h"

/* One theme: what it is, changed in place, and the work on it. */
struct _MlgThemeDetails
{
  MlgRecordDetails parent_instance;

  MlgThemeProgramme *programme;
};

G_DEFINE_FINAL_TYPE (MlgThemeDetails, mlg_theme_details, MLG_TYPE_RECORD_DETAILS)

static const char *const fields[] = { "title",       "state",       "family",      "nature",
                                      "cpv",         "description", "proposed_by", "proposer",
                                      "proposed_on", "objective",   "notes",       NULL };

static void
mlg_theme_details_prepare (MlgRecordDetails *details, MlgStore *store)
{
  MlgThemeDetails *self = MLG_THEME_DETAILS (details);
  MlgFieldForm *form = mlg_record_details_get_form (details);

  mlg_theme_commit_fields (form, fields);
  mlg_theme_programme_set_store (self->programme, store);
}

static void
mlg_theme_details_describe (MlgRecordDetails *details, MlgRecord *theme)
{
  mlg_theme_programme_set_theme (MLG_THEME_DETAILS (details)->programme, theme);
}

static void
mlg_theme_details_class_init (MlgThemeDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MlgRecordDetailsClass *details_class = MLG_RECORD_DETAILS_CLASS (klass);

  details_class->prepare = mlg_theme_details_prepare;
  details_class->describe = mlg_theme_details_describe;
  g_type_ensure (MLG_TYPE_THEME_PROGRAMME);
  mlg_record_details_class_set_up (details_class, &mlg_theme_kind,
                                   "/org/maillage/themes/mlg-theme-details.ui");
  gtk_widget_class_bind_template_child (widget_class, MlgThemeDetails, programme);
}

static void
mlg_theme_details_init (MlgThemeDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
