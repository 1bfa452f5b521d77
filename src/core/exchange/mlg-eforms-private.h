/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/mlg-xml.h"
#include "mlg-code-list.h"
#include "mlg-issue.h"

G_BEGIN_DECLS

/** A notice while it becomes a template. */
typedef struct
{
  const xmlNode *root;  /* (unowned) of the notice */
  const char *file;     /* (unowned) the file as people know it */
  MlgIssueList *issues; /* (unowned) */
  GPtrArray
      *languages; /* (owned) (element-type utf8) "fr", in the order in which they are offered */
  const char *language; /* (unowned) the one that is read, among languages */
  GHashTable *seen;     /* (owned) (element-type xmlNode) whose words are in the template */
  guint n_foreign;      /* texts that the notice does not have in this language */
  GPtrArray *lots;      /* (owned) (element-type MlgEformsLot) in the order of the notice */
  char *buyer;          /* (owned) "" when the notice names none */
  xmlNs *template_ns;   /* (unowned) of the tree that is made */
  xmlNs *document_ns;   /* (unowned) */
} MlgEforms;

/** What BT-137 says that a ProcurementProjectLot is. */
typedef enum
{
  MLG_EFORMS_LOT,
  MLG_EFORMS_GROUP,
  MLG_EFORMS_PART
} MlgEformsLotKind;

/** A lot, a group of lots, or a part of a notice that plans. */
typedef struct
{
  const xmlNode *node; /* (unowned) */
  MlgEformsLotKind kind;
  char *id;            /* (owned) "LOT-0001" */
  char *title;         /* (owned) */
  guint number;        /* from 1; in its kind */
  GPtrArray *criteria; /* (owned) (element-type MlgEformsCriterion) */
} MlgEformsLot;

/** An award criterion: BT-539, 540, 541, 734, 5421, 5422 and 5423. */
typedef struct
{
  const xmlNode *node; /* (unowned) */
  char *type;          /* (owned) price, cost or quality */
  char *name;          /* (owned) "" when it has none */
  char *description;   /* (owned) */
  char *kind;          /* (owned) (nullable) the code of number-weight */
  double number;       /* as the notice gives it */
  double weight;       /* in hundredths; negative when it has none */
  char *limits;        /* (owned) thresholds and fixed values, for people; "" when there is none */
} MlgEformsCriterion;

/* mlg-eforms-tree.c */
xmlNode *mlg_eforms_find (const xmlNode *from, const char *path);
GPtrArray *mlg_eforms_find_all (const xmlNode *from, const char *path);
char *mlg_eforms_get (const xmlNode *from, const char *path);
char *mlg_eforms_get_text (MlgEforms *self, const xmlNode *from, const char *path);
GStrv mlg_eforms_get_codes (const xmlNode *from, const char *path, const char *list);
char *mlg_eforms_dup_words (const xmlNode *node);
void
mlg_eforms_say (MlgEforms *self, MlgSeverity severity, const xmlNode *node, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

/* mlg-eforms-language.c */
char *mlg_eforms_language_parse (const char *code);
GPtrArray *mlg_eforms_find_languages (const xmlNode *root);
gboolean mlg_eforms_speaks (const xmlNode *node, const char *language);

/* mlg-eforms-codes.c */
extern const MlgCodeList mlg_eforms_notice_types;
extern const MlgCodeList mlg_eforms_procedures;
extern const MlgCodeList mlg_eforms_natures;
extern const MlgCodeList mlg_eforms_frameworks;
extern const MlgCodeList mlg_eforms_reserved;
extern const MlgCodeList mlg_eforms_criterion_types;
extern const MlgCodeList mlg_eforms_limits;
extern const MlgCodeList mlg_eforms_strategies;
const char *mlg_eforms_get_title (const MlgCodeList *list, const char *code);

/* mlg-eforms-lot.c */
GPtrArray *mlg_eforms_read_lots (MlgEforms *self);
const char *mlg_eforms_lot_find_article (MlgEforms *self, const MlgEformsLot *lot);

/* mlg-eforms-criteria.c */
GPtrArray *mlg_eforms_read_criteria (MlgEforms *self, const xmlNode *lot, const char *id);
char *mlg_eforms_format_number (double number);
void mlg_eforms_add_criteria (MlgEforms *self, xmlNode *template);
void mlg_eforms_add_criteria_table (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot);

/* mlg-eforms-purchase.c */
void mlg_eforms_add_purchase (MlgEforms *self, xmlNode *template);

/* mlg-eforms-strategy.c */
void mlg_eforms_add_clauses (MlgEforms *self, xmlNode *flow, const MlgEformsLot *lot);

/* mlg-eforms-text.c */
xmlNode *mlg_eforms_add (MlgEforms *self, xmlNode *parent, const char *name, const char *text);
xmlNode *mlg_eforms_add_flow (MlgEforms *self, xmlNode *parent, const char *name, const char *text);
void mlg_eforms_add_paragraphs (MlgEforms *self, xmlNode *flow, const char *text);
void mlg_eforms_add_piece (MlgEforms *self, xmlNode *template);

G_END_DECLS
