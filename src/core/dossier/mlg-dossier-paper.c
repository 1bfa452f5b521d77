/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-paper.h"

/* Meetings where people who do not know one another yet decide whether to work together. */
#define BEGINNING "kick-off information"

/* States in which a meeting is still to come, and those in which it has taken place. */
#define TO_COME "draft convened cancelled"
#define HELD    "held approved locked"

/* Which paper is made for which meeting, in the order in which it is bound. The five briefings are those
 * of the usual agenda of a kick-off. */
static const MlgDossierPaper papers[] = {
  { "convocation", "convocation", MLG_DOSSIER_SENT, NULL, NULL },
  { "agenda", "agenda", MLG_DOSSIER_SENT, NULL, NULL },
  { "script", "script", MLG_DOSSIER_FACILITATOR, NULL, TO_COME },
  { "invited", "invited", MLG_DOSSIER_FACILITATOR, NULL, NULL },
  { "slides", "slides", MLG_DOSSIER_FACILITATOR, BEGINNING " plenary restitution national",
    TO_COME },
  { "briefing-examples", "briefing-examples", MLG_DOSSIER_FACILITATOR, BEGINNING " working-group",
    NULL },
  { "briefing-networks", "briefing-networks", MLG_DOSSIER_FACILITATOR, BEGINNING, NULL },
  { "briefing-debate", "briefing-debate", MLG_DOSSIER_FACILITATOR, BEGINNING, NULL },
  { "hearing-grid", "hearing-grid", MLG_DOSSIER_FACILITATOR, "hearing", NULL },
  { "attendance", "attendance", MLG_DOSSIER_FACILITATOR, NULL, TO_COME },
  { "briefing-stakes", "briefing-stakes", MLG_DOSSIER_HANDED_OUT, BEGINNING, NULL },
  { "briefing-law", "briefing-law", MLG_DOSSIER_HANDED_OUT, BEGINNING " plenary training", NULL },
  { "facilitation", "facilitation", MLG_DOSSIER_HANDED_OUT, BEGINNING, NULL },
  { "objectives", "objectives", MLG_DOSSIER_HANDED_OUT, BEGINNING, NULL },
  { "expectations", "expectations", MLG_DOSSIER_HANDED_OUT, BEGINNING " training", NULL },
  { "questionnaire", "questionnaire", MLG_DOSSIER_HANDED_OUT, BEGINNING " plenary", NULL },
  { "minutes-form", "minutes-form", MLG_DOSSIER_AFTERWARDS, NULL, TO_COME },
  { "minutes", "minutes", MLG_DOSSIER_AFTERWARDS, NULL, HELD },
  { "certificate", "certificate", MLG_DOSSIER_AFTERWARDS, "training", HELD },
};

/**
 * mlg_dossier_paper_find:
 *
 * Returns: (transfer none) (nullable): the paper of this name
 */
const MlgDossierPaper *
mlg_dossier_paper_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name))
      return &papers[i];
  return NULL;
}

static gboolean
is_among (const char *codes, const char *code)
{
  g_auto (GStrv) list = codes != NULL ? g_strsplit (codes, " ", -1) : NULL;

  return list == NULL || g_strv_contains ((const char *const *) list, code);
}

/**
 * mlg_dossier_list_papers:
 * @kind: a code of mlg_meeting_types
 * @state: (nullable): a code of mlg_meeting_states; a draft when there is none
 *
 * Returns: (transfer container) (element-type MlgDossierPaper): the papers of such a meeting, in the order
 *   in which they are bound
 */
GPtrArray *
mlg_dossier_list_papers (const char *kind, const char *state)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (is_among (papers[i].kinds, kind)
        && is_among (papers[i].states, state != NULL ? state : "draft"))
      g_ptr_array_add (list, (gpointer) &papers[i]);
  return list;
}
