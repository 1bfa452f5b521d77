/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-library-import.h"

static const struct
{
  const char *nick;
  const char *title;
} fates[MLG_LIBRARY_N_FATES] = {
  [MLG_LIBRARY_ADDED] = { "added", N_ ("Added") },
  [MLG_LIBRARY_MERGED] = { "merged", N_ ("Brought up to date") },
  [MLG_LIBRARY_REPLACED] = { "replaced", N_ ("Replaced") },
  [MLG_LIBRARY_UNCHANGED] = { "unchanged", N_ ("Unchanged") },
  [MLG_LIBRARY_SKIPPED] = { "skipped", N_ ("Left as it is") },
};

/**
 * mlg_library_fate_get_title:
 * @fate: what becomes of a record
 *
 * Returns: what becomes of a record, for people, translated; static
 */
const char *
mlg_library_fate_get_title (MlgLibraryFate fate)
{
  return _ (fates[fate].title);
}

/**
 * mlg_library_fate_to_nick:
 * @fate: what becomes of a record
 *
 * Returns: what becomes of a record, for machines: "added", "merged"…; static
 */
const char *
mlg_library_fate_to_nick (MlgLibraryFate fate)
{
  return fates[fate].nick;
}
