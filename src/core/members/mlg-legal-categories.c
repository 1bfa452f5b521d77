/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-legal-categories.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The legal categories of INSEE (niveau III) that the bodies of a network have, in readable groups.
 * The French wording, INSEE's own, is in the French translation. */
static const MlgCode codes[] = {
  { "7210", N_ ("Commune"), N_ ("Communes") },
  { "7312", N_ ("Associated or delegated commune"), N_ ("Communes") },
  { "7313", N_ ("Section of a commune"), N_ ("Communes") },
  { "7341", N_ ("Sector of a commune"), N_ ("Communes") },
  { "7314", N_ ("Urban ensemble"), N_ ("Communes") },
  { "7343", N_ ("Urban community"), N_ ("Intercommunal Bodies") },
  { "7344", N_ ("Metropolis"), N_ ("Intercommunal Bodies") },
  { "7346", N_ ("Community of communes"), N_ ("Intercommunal Bodies") },
  { "7348", N_ ("Agglomeration community"), N_ ("Intercommunal Bodies") },
  { "7342", N_ ("Urban district"), N_ ("Intercommunal Bodies") },
  { "7347", N_ ("Community of towns"), N_ ("Intercommunal Bodies") },
  { "7345", N_ ("Multi-purpose intercommunal syndicate (SIVOM)"), N_ ("Intercommunal Syndicates") },
  { "7353", N_ ("Single-purpose intercommunal syndicate (SIVU)"), N_ ("Intercommunal Syndicates") },
  { "7354", N_ ("Closed mixed syndicate"), N_ ("Intercommunal Syndicates") },
  { "7355", N_ ("Open mixed syndicate"), N_ ("Intercommunal Syndicates") },
  { "7357", N_ ("Territorial and rural balance centre (PETR)"), N_ ("Intercommunal Syndicates") },
  { "7340", N_ ("Metropolitan centre"), N_ ("Intercommunal Syndicates") },
  { "7349", N_ ("Other non-specialised local cooperation body"), N_ ("Intercommunal Syndicates") },
  { "7351", N_ ("Interdepartmental institution"), N_ ("Intercommunal Syndicates") },
  { "7352", N_ ("Interregional institution"), N_ ("Intercommunal Syndicates") },
  { "7356", N_ ("Syndicate for the common property of communes"), N_ ("Intercommunal Syndicates") },
  { "7220", N_ ("Département"), N_ ("Départements") },
  { "7230", N_ ("Region"), N_ ("Regions") },
  { "7225", N_ ("Overseas collectivity or territory"), N_ ("Other Territorial Authorities") },
  { "7229", N_ ("Other territorial authority"), N_ ("Other Territorial Authorities") },
  { "7171", N_ ("State service, (inter)regional"), N_ ("State Services") },
  { "7172", N_ ("State service, (inter)departmental"), N_ ("State Services") },
  { "7179", N_ ("Other territorial State service"), N_ ("State Services") },
  { "7111", N_ ("Constitutional authority"), N_ ("State Services") },
  { "7112", N_ ("Independent public authority"), N_ ("State Services") },
  { "7113", N_ ("Ministry"), N_ ("State Services") },
  { "7120", N_ ("Central department of a ministry"), N_ ("State Services") },
  { "7150", N_ ("Service of the Ministry of Defence"), N_ ("State Services") },
  { "7160", N_ ("Service of a ministry with national competence"), N_ ("State Services") },
  { "7190", N_ ("National school without legal personality"), N_ ("State Services") },
  { "7331", N_ ("Local public teaching establishment"), N_ ("Local Public Establishments") },
  { "7361", N_ ("Communal social action centre"), N_ ("Local Public Establishments") },
  { "7367", N_ ("Intercommunal social action centre (CIAS)"), N_ ("Local Public Establishments") },
  { "7362", N_ ("School fund"), N_ ("Local Public Establishments") },
  { "7363", N_ ("Municipal credit fund"), N_ ("Local Public Establishments") },
  { "7364", N_ ("Hospital establishment"), N_ ("Local Public Establishments") },
  { "7365", N_ ("Interhospital syndicate"), N_ ("Local Public Establishments") },
  { "7366", N_ ("Local social and medico-social establishment"),
    N_ ("Local Public Establishments") },
  { "7371", N_ ("Public office for low-rent housing"), N_ ("Local Public Establishments") },
  { "7372", N_ ("Departmental fire and rescue service (SDIS)"),
    N_ ("Local Public Establishments") },
  { "7373", N_ ("Local cultural establishment"), N_ ("Local Public Establishments") },
  { "7378", N_ ("Administrative board of a local authority"), N_ ("Local Public Establishments") },
  { "7379", N_ ("Other local administrative establishment"), N_ ("Local Public Establishments") },
  { "4140", N_ ("Local industrial and commercial establishment"),
    N_ ("Local Public Establishments") },
  { "4150", N_ ("Industrial and commercial board of a local authority"),
    N_ ("Local Public Establishments") },
  { "7321", N_ ("Authorised landowners’ association"), N_ ("Local Public Establishments") },
  { "7322", N_ ("Urban land association"), N_ ("Local Public Establishments") },
  { "7323", N_ ("Land consolidation association"), N_ ("Local Public Establishments") },
  { "7381", N_ ("Consular body"), N_ ("National Public Establishments") },
  { "7382", N_ ("National establishment acting as a central administration"),
    N_ ("National Public Establishments") },
  { "7383", N_ ("National scientific, cultural and professional establishment"),
    N_ ("National Public Establishments") },
  { "7384", N_ ("Other national teaching establishment"), N_ ("National Public Establishments") },
  { "7385", N_ ("National administrative establishment with limited territory"),
    N_ ("National Public Establishments") },
  { "7389", N_ ("National administrative establishment"), N_ ("National Public Establishments") },
  { "4110", N_ ("National industrial and commercial establishment with a public accountant"),
    N_ ("National Public Establishments") },
  { "4120", N_ ("National industrial and commercial establishment without a public accountant"),
    N_ ("National Public Establishments") },
  { "4130", N_ ("Public operator"), N_ ("National Public Establishments") },
  { "4160", N_ ("Bank of France"), N_ ("National Public Establishments") },
  { "7410", N_ ("Public interest grouping (GIP)"), N_ ("Other Public Bodies") },
  { "7430", N_ ("Religious establishment of Alsace-Lorraine"), N_ ("Other Public Bodies") },
  { "7450", N_ ("Military administrative establishment"), N_ ("Other Public Bodies") },
  { "7470", N_ ("Public health cooperation grouping"), N_ ("Other Public Bodies") },
  { "7490", N_ ("Other legal person of administrative law"), N_ ("Other Public Bodies") },
  { "8110", N_ ("General social security scheme"), N_ ("Social Security") },
  { "8120", N_ ("Special social security scheme"), N_ ("Social Security") },
  { "8140", N_ ("Agricultural social mutual fund"), N_ ("Social Security") },
  { "9220", N_ ("Declared association"), N_ ("Associations and Foundations") },
  { "9230", N_ ("Association of public benefit"), N_ ("Associations and Foundations") },
  { "9300", N_ ("Foundation"), N_ ("Associations and Foundations") },
  { "5415", N_ ("Mixed-economy limited liability company"), N_ ("Companies") },
  { "5515", N_ ("Mixed-economy public limited company with a board"), N_ ("Companies") },
  { "5615", N_ ("Mixed-economy public limited company with a directorate"), N_ ("Companies") },
  { "5499", N_ ("Limited liability company"), N_ ("Companies") },
  { "5599", N_ ("Public limited company"), N_ ("Companies") },
  { "5710", N_ ("Simplified joint-stock company"), N_ ("Companies") },
  { "1000", N_ ("Sole trader"), N_ ("Companies") },
  { NULL },
};

const MlgCodeList mlg_legal_categories = { "legal-categories", codes };

/**
 * mlg_legal_category_clean:
 *
 * A #MlgFieldClean: the code alone, where the label follows it: "7210 - Commune".
 */
char *
mlg_legal_category_clean (const char *text)
{
  if (strlen (text) > 4 && strspn (text, "0123456789") == 4 && strchr (" -:", text[4]) != NULL)
    return g_strndup (text, 4);
  return g_strdup (text);
}
