/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-expression.h"
#include "mlg-fill.h"

G_BEGIN_DECLS

/* A document being made from a template. */
typedef struct
{
  MlgTemplate *template;     /* (unowned) */
  MlgEvaluator *evaluator;   /* (owned) over @context */
  xmlDoc *context;           /* (owned) the answers and records that expressions see */
  xmlDoc *out;               /* (owned) (nullable) until it is handed over */
  xmlNs *ns;                 /* (unowned) of the document */
  MlgIssueList *issues;      /* (unowned) */
  GCancellable *cancellable; /* (unowned) (nullable) */
  GHashTable *missing;       /* (owned) fields already reported */
  guint n_nodes;
  guint repetition; /* 0 outside of repeats and in their first turn: identifiers stay unique */
  GError *error;    /* (owned) (nullable) the first one ends everything */
} MlgFill;

void mlg_fill_start (MlgFill *self,
                     MlgTemplate *template,
                     MlgAnswers *answers,
                     xmlDoc *given,
                     const char *alone,
                     MlgIssueList *issues);
xmlNode *mlg_fill_start_document (MlgFill *self);
void mlg_fill_clear (MlgFill *self);
void mlg_fill_children (MlgFill *self, const xmlNode *from, xmlNode *to, xmlNode *at);
xmlNode *mlg_fill_add (MlgFill *self, xmlNode *to, const char *name);
void mlg_fill_fault (MlgFill *self, const xmlNode *where);
void mlg_fill_words (MlgFill *self, xmlNode *to, const char *text);
void mlg_fill_field (MlgFill *self, const xmlNode *field, xmlNode *to, xmlNode *at);
void mlg_fill_value (MlgFill *self, const xmlNode *value, xmlNode *to, xmlNode *at);
void mlg_fill_resolve_references (MlgFill *self, gboolean alone);
xmlDoc *mlg_fill_make_set (MlgFill *self);

G_END_DECLS
