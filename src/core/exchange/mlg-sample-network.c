/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sample-network.h"

#include "library/mlg-library-sample.h"
#include "meetings/mlg-meeting-sample.h"
#include "members/mlg-sample.h"
#include "themes/mlg-theme-sample.h"

static gboolean
add_more (MlgConnection *db, gpointer data, GError **error)
{
  return mlg_meeting_sample_add (db, data, error) && mlg_library_sample_add (db, data, error)
         && mlg_theme_sample_add (db, data, error);
}

/**
 * mlg_sample_network_add:
 *
 * Adds the sample network with what all rooms have of it, in one action.
 *
 * Errors: those of mlg_sample_add().
 */
gboolean
mlg_sample_network_add (MlgConnection *db, GError **error)
{
  return mlg_sample_add (db, add_more, error);
}
