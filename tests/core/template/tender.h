/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "template/mlg-fill.h"

G_BEGIN_DECLS

/** A model tender that comes with the program, with the answers to try it. */
typedef struct
{
  char *name; /* (owned) */
  MlgTemplate *template;
  MlgAnswers *answers;
  MlgIssueList *issues;
} Tender;

typedef void (*TenderVisit) (const xmlNode *element, gpointer data);

GPtrArray *tender_list (void);
void tender_add_test (const char *what, GTestDataFunc test);

Tender *tender_new (const char *name);
void tender_free (Tender *self);
void tender_reset (Tender *self);
void tender_set (Tender *self, const char *field, const char *text);
void tender_assert_no_issue (Tender *self);
MlgDocument *tender_fill (Tender *self, guint piece);
char *tender_fill_words (Tender *self, guint piece);
void tender_walk_tree (const xmlNode *node, TenderVisit visit, gpointer data);
void tender_walk (Tender *self, TenderVisit visit, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tender, tender_free)

G_END_DECLS
