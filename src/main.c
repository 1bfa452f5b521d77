/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/library/mlg-library-page.h"
#include "app/meetings/mlg-meetings-page.h"
#include "app/members/mlg-members-page.h"
#include "app/network/mlg-network-page.h"
#include "app/overview/mlg-overview-page.h"
#include "app/shell/mlg-application.h"
#include "app/themes/mlg-themes-page.h"

/* The one place that knows all rooms; the shell knows them by their abstract class. */
int
main (int argc, char **argv)
{
  const GType pages[] = { MLG_TYPE_OVERVIEW_PAGE, MLG_TYPE_NETWORK_PAGE,  MLG_TYPE_MEMBERS_PAGE,
                          MLG_TYPE_THEMES_PAGE,   MLG_TYPE_MEETINGS_PAGE, MLG_TYPE_LIBRARY_PAGE,
                          G_TYPE_INVALID };
  const char *locale_dir = g_getenv ("MLG_LOCALE_DIR");
  g_autoptr (MlgApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : MLG_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Maillage");

  application = mlg_application_new (pages);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
