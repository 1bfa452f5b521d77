/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MlgSeverity:
 * @MLG_SEVERITY_NOTE: something a person may like to know; nothing was lost
 * @MLG_SEVERITY_WARNING: something was changed or left aside
 * @MLG_SEVERITY_ERROR: something could not be read
 */
typedef enum
{
  MLG_SEVERITY_NOTE,
  MLG_SEVERITY_WARNING,
  MLG_SEVERITY_ERROR
} MlgSeverity;

/** How many issues a list keeps; those that follow are only counted. */
#define MLG_ISSUE_LIST_MAX_KEPT 10000

/** One remark about one place of a foreign file. */
typedef struct
{
  MlgSeverity severity;
  char *file;    /* (owned) (nullable) base name or path, as given */
  int line;      /* from 1; 0 when unknown */
  int column;    /* from 1; 0 when unknown */
  char *message; /* (owned) for people, already translated */
} MlgIssue;

#define MLG_TYPE_ISSUE_LIST (mlg_issue_list_get_type ())

/** What a reader of foreign files has to say beside what it understood. */
typedef struct _MlgIssueList MlgIssueList;

GType mlg_issue_list_get_type (void);

MlgIssueList *mlg_issue_list_new (void);
MlgIssueList *mlg_issue_list_ref (MlgIssueList *self);
void mlg_issue_list_unref (MlgIssueList *self);

void mlg_issue_list_add (MlgIssueList *self,
                         MlgSeverity severity,
                         const char *file,
                         int line,
                         int column,
                         const char *format,
                         ...) G_GNUC_PRINTF (6, 7);

guint mlg_issue_list_get_n (const MlgIssueList *self);
const MlgIssue *mlg_issue_list_get (const MlgIssueList *self, guint i);
guint mlg_issue_list_count (const MlgIssueList *self, MlgSeverity severity);
guint mlg_issue_list_get_n_dropped (const MlgIssueList *self);

const char *mlg_severity_to_nick (MlgSeverity severity);
char *mlg_issue_to_text (const MlgIssue *issue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MlgIssueList, mlg_issue_list_unref)

G_END_DECLS
