/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause.h"

#include <glib/gi18n-lib.h>

struct _MlgClause
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgClause, mlg_clause, MLG_TYPE_RECORD)

static const MlgCode clause_phases_codes[] = {
  { "need", N_ ("Definition of the need") },
  { "specification", N_ ("Technical specification") },
  { "selection", N_ ("Selection of candidates") },
  { "award", N_ ("Award") },
  { "performance", N_ ("Performance") },
  { NULL },
};

const MlgCodeList mlg_clause_phases = { "clause-phases", clause_phases_codes };

static const MlgCode ambitions_codes[] = {
  { "base", N_ ("Base") },
  { "good", N_ ("Good practice") },
  { "exemplary", N_ ("Exemplary") },
  { NULL },
};

const MlgCodeList mlg_ambitions = { "ambitions", ambitions_codes };

static const MlgCode reliabilities_codes[] = {
  { "draft", N_ ("One drafter") },
  { "body", N_ ("One body") },
  { "network", N_ ("The network") },
  { "national", N_ ("A national body") },
  { NULL },
};

const MlgCodeList mlg_reliabilities = { "reliabilities", reliabilities_codes };

static const MlgCode purchase_natures_codes[] = {
  { "works", N_ ("Works") },
  { "supplies", N_ ("Supplies") },
  { "services", N_ ("Services") },
  { NULL },
};

const MlgCodeList mlg_purchase_natures = { "purchase-natures", purchase_natures_codes };

static const MlgCode dimensions_codes[] = {
  { "environment", N_ ("Environment"), N_ ("Environment") },
  { "social", N_ ("Social"), N_ ("Social") },
  { "innovation", N_ ("Innovation"), N_ ("Innovation") },
  { "economy", N_ ("Economy"), N_ ("Economy") },
  { "biodiv-eco", N_ ("Biodiversity and ecosystems"), N_ ("Environment") },
  { "circ-econ", N_ ("Circular economy"), N_ ("Environment") },
  { "clim-adapt", N_ ("Adaptation to climate change"), N_ ("Environment") },
  { "clim-mitig", N_ ("Mitigation of climate change"), N_ ("Environment") },
  { "pollu-prev", N_ ("Prevention of pollution"), N_ ("Environment") },
  { "water-mar", N_ ("Water and marine resources"), N_ ("Environment") },
  { "acc-all", N_ ("Accessibility for all"), N_ ("Social") },
  { "et-eq", N_ ("Ethnic equality"), N_ ("Social") },
  { "gen-eq", N_ ("Gender equality"), N_ ("Social") },
  { "hum-right", N_ ("Human rights in supply chains"), N_ ("Social") },
  { "opp", N_ ("Jobs for people far from employment"), N_ ("Social") },
  { "work-cond", N_ ("Working conditions"), N_ ("Social") },
  { NULL },
};

const MlgCodeList mlg_dimensions = { "dimensions", dimensions_codes };

static const MlgField fields[] = { MLG_CLAUSE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_clause_kind = {
  .name = "clause",
  .plural = "clauses",
  .title = N_ ("Clause"),
  .title_plural = N_ ("Clauses"),
  .table = "clause",
  .fields = fields,
  .n_fields = MLG_CLAUSE_N_FIELDS,
  .get_type = mlg_clause_get_type,
};

static void
mlg_clause_class_init (MlgClauseClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_clause_kind);
}

static void
mlg_clause_init (MlgClause *self)
{
}
