/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-document.h"
#include "template/mlg-answers.h"
#include "template/mlg-purchase.h"
#include "template/mlg-rules.h"

G_BEGIN_DECLS

/**
 * MlgOutcome:
 * @MLG_OUTCOME_NOT_MET: what the rule asks for is not there
 * @MLG_OUTCOME_TO_CHECK: something is unknown, or a person must judge
 * @MLG_OUTCOME_MET: what the rule asks for is there
 * @MLG_OUTCOME_NOT_APPLICABLE: the rule is not for this purchase, or not on this day
 *
 * What became of one rule; what wants work first.
 */
typedef enum
{
  MLG_OUTCOME_NOT_MET,
  MLG_OUTCOME_TO_CHECK,
  MLG_OUTCOME_MET,
  MLG_OUTCOME_NOT_APPLICABLE,
  MLG_OUTCOME_LAST = MLG_OUTCOME_NOT_APPLICABLE,
} MlgOutcome;

/** A place of what was checked. */
typedef struct
{
  int line;   /* 0 when unknown */
  int column; /* 0 when unknown */
  char *text; /* (owned) the title of the clause or criterion, or the words found */
} MlgCheckPlace;

/** Something that must be known before a rule can be judged. */
typedef struct
{
  char *name; /* (owned) as rules call it: "value", "energy" */
  char *text; /* (owned) for people: what it is, or the question to answer */
} MlgCheckMissing;

/** What would satisfy a rule. */
typedef struct
{
  char *text;            /* (owned) */
  const char *phase;     /* (nullable) of the clauses that would do */
  const char *dimension; /* (nullable) of the clauses that would do */
} MlgCheckFix;

/** Where a rule comes from. */
typedef struct
{
  char *text;             /* (owned) */
  const char *confidence; /* text, secondary or to-check */
  const char *checked;    /* the day on which somebody looked, YYYY-MM-DD */
} MlgCheckSource;

/** A threshold that a rule looks at and that is the network's own. */
typedef struct
{
  const char *name;   /* as rules call it: "eu" */
  const char *amount; /* euros, excluding tax, with a point */
  const char *from;   /* (nullable) YYYY-MM-DD */
  char *source;       /* (owned) (nullable) */
} MlgCheckThreshold;

/** One rule, and what became of it. Its texts are in the language of the rules. */
typedef struct
{
  MlgRules *rules;      /* (owned) what the unowned texts belong to */
  const char *id;       /* "ENV-01" */
  const char *severity; /* obligation, recommendation or information */
  const char *from;     /* (nullable) in force from this day */
  const char *until;    /* (nullable) and until this one */
  MlgOutcome outcome;
  char *title;        /* (owned) */
  char *message;      /* (owned) the duty, explained */
  GPtrArray *missing; /* (owned) (element-type MlgCheckMissing) what is unknown */
  GPtrArray *remarks; /* (owned) (element-type utf8) what a person must look at */
  GPtrArray *places;  /* (owned) (element-type MlgCheckPlace) */
  GPtrArray *fixes;   /* (owned) (element-type MlgCheckFix) */
  GPtrArray *sources; /* (owned) (element-type MlgCheckSource) */
  GPtrArray *own;     /* (owned) (element-type MlgCheckThreshold) what the network says otherwise */
} MlgCheckResult;

void mlg_check_result_free (MlgCheckResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgCheckResult, mlg_check_result_free)

GPtrArray *mlg_check_template (MlgRules *rules,
                               MlgTemplate *template,
                               MlgAnswers *answers,
                               MlgPurchase *purchase,
                               GError **error);
GPtrArray *
mlg_check_document (MlgRules *rules, MlgDocument *document, MlgPurchase *purchase, GError **error);

const char *mlg_outcome_to_nick (MlgOutcome outcome);
const char *mlg_outcome_get_title (MlgOutcome outcome);
const char *mlg_check_severity_get_title (const char *severity);
char *mlg_check_tell_threshold (const MlgCheckThreshold *threshold);

G_END_DECLS
