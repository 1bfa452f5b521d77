/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "mlg-eforms-private.h"

/* The code lists of eForms that a template speaks of (SDK 1.15), in words of our own. */

static const MlgCode notice_types[] = {
  { "pin-buyer", N_ ("notice that a planning notice is on a buyer profile"), "pin" },
  { "pin-only", N_ ("prior information notice"), "pin" },
  { "pin-rtl", N_ ("prior information notice that shortens time limits"), "pin" },
  { "pin-tran", N_ ("prior information notice for passenger transport"), "pin" },
  { "pmc", N_ ("notice of a consultation before the procedure"), "pin" },
  { "pin-cfc-standard", N_ ("prior information notice that calls for competition"), "cn" },
  { "pin-cfc-social", N_ ("prior information notice that calls for competition (light regime)"),
    "cn" },
  { "cn-standard", N_ ("contract notice"), "cn" },
  { "cn-social", N_ ("contract notice (light regime)"), "cn" },
  { "cn-desg", N_ ("notice of a design contest"), "cn" },
  { "qu-sy", N_ ("notice of a qualification system"), "cn" },
  { "subco", N_ ("subcontracting notice"), "cn" },
  { "can-standard", N_ ("award notice"), "can" },
  { "can-social", N_ ("award notice (light regime)"), "can" },
  { "can-desg", N_ ("result of a design contest"), "can" },
  { "can-tran", N_ ("award notice for passenger transport"), "can" },
  { "can-modif", N_ ("notice of a change to a contract"), "can" },
  { "compl", N_ ("notice of the end of a contract"), "can" },
  { "veat", N_ ("notice of an intended award without competition"), "can" },
  { NULL },
};
const MlgCodeList mlg_eforms_notice_types = { "notice-type", notice_types };

/* The group is the code of procedure of a template's purchase. */
static const MlgCode procedures[] = {
  { "open", N_ ("open procedure"), "open" },
  { "restricted", N_ ("restricted procedure"), "restricted" },
  { "neg-w-call", N_ ("procedure with negotiation"), "negotiated" },
  { "comp-dial", N_ ("competitive dialogue"), "dialogue" },
  { "neg-wo-call", N_ ("negotiated procedure without a call for competition"), "none" },
  { "innovation", N_ ("innovation partnership") },
  { "oth-single", N_ ("other procedure in a single stage") },
  { "oth-mult", N_ ("other procedure in several stages") },
  { "comp-tend", N_ ("competitive tendering for passenger transport") },
  { "exp-int-rail", N_ ("call for interest for rail transport") },
  { NULL },
};
const MlgCodeList mlg_eforms_procedures = { "procurement-procedure-type", procedures };

static const MlgCode natures[] = {
  { "works", N_ ("works") },
  { "supplies", N_ ("supplies") },
  { "services", N_ ("services") },
  { NULL },
};
const MlgCodeList mlg_eforms_natures = { "contract-nature", natures };

static const MlgCode frameworks[] = {
  { "fa-w-rc", N_ ("framework agreement with reopening of competition") },
  { "fa-wo-rc", N_ ("framework agreement without reopening of competition") },
  { "fa-mix", N_ ("framework agreement, partly with reopening of competition") },
  { NULL },
};
const MlgCodeList mlg_eforms_frameworks = { "framework-agreement", frameworks };

static const MlgCode reserved[] = {
  { "res-ws", N_ ("sheltered workshops and social integration enterprises") },
  { "res-pub-ser", N_ ("organisations with a mission of public service") },
  { NULL },
};
const MlgCodeList mlg_eforms_reserved = { "reserved-procurement", reserved };

static const MlgCode criterion_types[] = {
  { "price", N_ ("Price") },
  { "cost", N_ ("Cost") },
  { "quality", N_ ("Quality") },
  { NULL },
};
const MlgCodeList mlg_eforms_criterion_types = { "award-criterion-type", criterion_types };

static const MlgCode limits[] = {
  { "min-score", N_ ("minimum score") },
  { "max-pass", N_ ("tenders that pass at most") },
  { "fix-tot", N_ ("fixed total") },
  { "fix-unit", N_ ("fixed price of a unit") },
  { NULL },
};
const MlgCodeList mlg_eforms_limits = { "number-threshold", limits };

/* Codes that a lot's ProcurementAdditionalType takes from several lists, each as list/code. The group is
 * the dimension of a template's clause. */
static const MlgCode strategies[] = {
  { "strategic-procurement/env-imp", N_ ("less impact on the environment"), "environment" },
  { "strategic-procurement/soc-obj", N_ ("social objectives"), "social" },
  { "strategic-procurement/inn-pur", N_ ("innovative purchase"), "innovation" },
  { "environmental-impact/biodiv-eco", N_ ("biodiversity and ecosystems"), "biodiv-eco" },
  { "environmental-impact/circ-econ", N_ ("circular economy"), "circ-econ" },
  { "environmental-impact/clim-adapt", N_ ("adaptation to climate change"), "clim-adapt" },
  { "environmental-impact/clim-mitig", N_ ("mitigation of climate change"), "clim-mitig" },
  { "environmental-impact/pollu-prev", N_ ("less pollution"), "pollu-prev" },
  { "environmental-impact/water-mar", N_ ("water and the sea"), "water-mar" },
  { "environmental-impact/other", N_ ("other environmental aim"), "environment" },
  { "gpp-criteria/eu", N_ ("green public procurement criteria of the Union"), "environment" },
  { "gpp-criteria/national", N_ ("national green procurement criteria"), "environment" },
  { "gpp-criteria/other", N_ ("other green procurement criteria"), "environment" },
  { "social-objective/acc-all", N_ ("accessibility for all"), "acc-all" },
  { "social-objective/et-eq", N_ ("equality of origins"), "et-eq" },
  { "social-objective/gen-eq", N_ ("equality of women and men"), "gen-eq" },
  { "social-objective/hum-right", N_ ("human rights in supply chains"), "hum-right" },
  { "social-objective/opp", N_ ("jobs for people far from employment"), "opp" },
  { "social-objective/work-cond", N_ ("fair working conditions"), "work-cond" },
  { "social-objective/other", N_ ("other social aim"), "social" },
  { "innovative-acquisition/mar-nov", N_ ("novelty on the market"), "innovation" },
  { "innovative-acquisition/proc-innov", N_ ("innovation in processes"), "innovation" },
  { "innovative-acquisition/prod-innov", N_ ("innovation in products"), "innovation" },
  { "innovative-acquisition/rd-act", N_ ("research and development"), "innovation" },
  { "accessibility/inc", N_ ("accessibility criteria for people with disabilities"), "acc-all" },
  { "accessibility/n-inc", N_ ("no accessibility criteria: not used by natural persons"), NULL },
  { "accessibility/n-inc-just", N_ ("no accessibility criteria, for a stated reason"), NULL },
  { NULL },
};
const MlgCodeList mlg_eforms_strategies = { "procurement-additional-type", strategies };

/**
 * mlg_eforms_get_title:
 * @code: (nullable): a code of @list, or not
 *
 * Returns: (nullable): its title, translated, or %NULL when @list does not have it ("none" among them)
 */
const char *
mlg_eforms_get_title (const MlgCodeList *list, const char *code)
{
  const MlgCode *known = mlg_code_list_find (list, code);

  return known != NULL ? _ (known->title) : NULL;
}
