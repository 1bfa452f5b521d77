/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-issue.h"

#include <glib/gi18n-lib.h>

/* A plain value shared by the rooms that read foreign files. Not thread-safe: a list belongs to
 * one reading, and is handed over when the reading is done. */
struct _MlgIssueList
{
  gatomicrefcount ref_count;
  GArray *issues;                       /* (owned) (element-type MlgIssue) */
  guint counts[MLG_SEVERITY_ERROR + 1]; /* kept and dropped together */
};

G_DEFINE_BOXED_TYPE (MlgIssueList, mlg_issue_list, mlg_issue_list_ref, mlg_issue_list_unref)

static void
issue_clear (gpointer data)
{
  MlgIssue *issue = data;

  g_free (issue->file);
  g_free (issue->message);
}

/**
 * mlg_issue_list_new:
 *
 * Returns: (transfer full): an empty list
 */
MlgIssueList *
mlg_issue_list_new (void)
{
  MlgIssueList *self = g_new0 (MlgIssueList, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->issues = g_array_new (FALSE, FALSE, sizeof (MlgIssue));
  g_array_set_clear_func (self->issues, issue_clear);
  return self;
}

/**
 * mlg_issue_list_ref:
 *
 * Takes another reference, from any thread; the list itself is for one thread at a time.
 *
 * Returns: (transfer full): @self
 */
MlgIssueList *
mlg_issue_list_ref (MlgIssueList *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * mlg_issue_list_unref:
 * @self: (transfer full): a list
 *
 * Gives a reference back; the last one frees the list with its issues.
 */
void
mlg_issue_list_unref (MlgIssueList *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->issues);
  g_free (self);
}

/**
 * mlg_issue_list_add:
 * @self: the list
 * @severity: how bad it is
 * @file: (nullable): the file the issue is about, as people know it
 * @line: line from 1, or 0 when unknown
 * @column: column from 1, or 0 when unknown
 * @format: what happened and what to do, translated, as a printf format
 *
 * Appends an issue. Past %MLG_ISSUE_LIST_MAX_KEPT issues only the counts grow, so that a hostile
 * file cannot fill the memory with complaints.
 */
void
mlg_issue_list_add (MlgIssueList *self,
                    MlgSeverity severity,
                    const char *file,
                    int line,
                    int column,
                    const char *format,
                    ...)
{
  MlgIssue issue = { severity, NULL, line, column, NULL };
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (severity <= MLG_SEVERITY_ERROR);

  self->counts[severity]++;
  if (self->issues->len >= MLG_ISSUE_LIST_MAX_KEPT)
    return;

  va_start (args, format);
  issue.message = g_strdup_vprintf (format, args);
  va_end (args);
  issue.file = g_strdup (file);
  g_array_append_val (self->issues, issue);
}

/**
 * mlg_issue_list_get_n:
 *
 * Returns: how many issues are kept and can be asked for
 */
guint
mlg_issue_list_get_n (const MlgIssueList *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->issues->len;
}

/**
 * mlg_issue_list_get:
 * @self: the list
 * @i: from 0 to mlg_issue_list_get_n() - 1
 *
 * Returns: (transfer none): the issue, valid until the next one is added
 */
const MlgIssue *
mlg_issue_list_get (const MlgIssueList *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->issues->len, NULL);

  return &g_array_index (self->issues, MlgIssue, i);
}

/**
 * mlg_issue_list_count:
 * @self: the list
 * @severity: which issues to count
 *
 * Returns: how many issues of this severity were added, including those that were not kept
 */
guint
mlg_issue_list_count (const MlgIssueList *self, MlgSeverity severity)
{
  g_return_val_if_fail (self != NULL && severity <= MLG_SEVERITY_ERROR, 0);

  return self->counts[severity];
}

/**
 * mlg_issue_list_get_n_dropped:
 *
 * Returns: how many issues were only counted because the list was full
 */
guint
mlg_issue_list_get_n_dropped (const MlgIssueList *self)
{
  guint total = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    total += self->counts[i];
  return total - self->issues->len;
}

/**
 * mlg_severity_to_nick:
 *
 * Returns: (transfer none): "note", "warning" or "error", as written in JSON
 */
const char *
mlg_severity_to_nick (MlgSeverity severity)
{
  static const char *const nicks[] = { "note", "warning", "error" };

  g_return_val_if_fail (severity < G_N_ELEMENTS (nicks), NULL);

  return nicks[severity];
}

static const char *
severity_to_word (MlgSeverity severity)
{
  switch (severity)
    {
    case MLG_SEVERITY_NOTE:
      return C_ ("severity of an issue", "note");
    case MLG_SEVERITY_WARNING:
      return C_ ("severity of an issue", "warning");
    case MLG_SEVERITY_ERROR:
    default:
      return C_ ("severity of an issue", "error");
    }
}

/**
 * mlg_issue_to_text:
 * @issue: an issue
 *
 * One line in the form that editors and people know: `members.csv:128:4: error: …`. What is
 * unknown is left out.
 *
 * Returns: (transfer full): the line, without a newline
 */
char *
mlg_issue_to_text (const MlgIssue *issue)
{
  GString *text = NULL;

  g_return_val_if_fail (issue != NULL, NULL);

  text = g_string_new (NULL);
  if (issue->file != NULL)
    g_string_append_printf (text, "%s:", issue->file);
  if (issue->line > 0)
    g_string_append_printf (text, "%d:", issue->line);
  if (issue->line > 0 && issue->column > 0)
    g_string_append_printf (text, "%d:", issue->column);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append_printf (text, "%s: %s", severity_to_word (issue->severity), issue->message);
  return g_string_free (text, FALSE);
}
