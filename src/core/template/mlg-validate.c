/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "mlg-validate.h"

#include <stdio.h>
#include <string.h>

#include "document/mlg-document-file.h"
#include "document/mlg-grammar.h"
#include "mlg-answers.h"

#define ANSWERS_GRAMMAR "/org/maillage/formats/answers.rng"

/* Where the beginning of a file says what it is. */
#define HEAD 8192

static gboolean
says (GBytes *bytes, const char *namespace)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, MIN (size, HEAD), namespace, strlen (namespace)) != NULL;
}

static gboolean
check_template (GBytes *bytes,
                const char *name,
                MlgIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MlgTemplate) template =
      mlg_template_read_xml (bytes, name, issues, cancellable, error);

  return template != NULL;
}

/* Without the template only the form of answers can be checked. */
static gboolean
check_answers (GBytes *bytes,
               const char *name,
               MlgIssueList *issues,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (xmlDoc) tree = mlg_xml_read_bytes (bytes, name, NULL, cancellable, error);

  return tree != NULL
         && mlg_grammar_validate (mlg_grammar_get (ANSWERS_GRAMMAR), tree, name, issues);
}

static gboolean
check_document (GBytes *bytes,
                const char *name,
                MlgIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (MlgDocument) document =
      mlg_document_read_bytes (bytes, name, issues, cancellable, error);

  return document != NULL;
}

static gboolean
check (GBytes *bytes,
       const char *name,
       MlgIssueList *issues,
       GCancellable *cancellable,
       GError **error)
{
  if (says (bytes, MLG_TEMPLATE_NAMESPACE))
    return check_template (bytes, name, issues, cancellable, error);
  if (says (bytes, MLG_ANSWERS_NAMESPACE))
    return check_answers (bytes, name, issues, cancellable, error);
  return check_document (bytes, name, issues, cancellable, error);
}

/* A file that cannot be read as XML has one fault, whose message begins with its place. */
static void
add_fault (MlgIssueList *issues, const char *name, const char *message)
{
  int line = 0, column = 0, length = 0;
  const char *rest = message;

  if (g_str_has_prefix (message, name))
    {
      rest = message + strlen (name);
      if (sscanf (rest, ":%d:%d: %n", &line, &column, &length) < 2 || length == 0)
        {
          line = column = length = 0;
          if (sscanf (rest, ":%d: %n", &line, &length) < 1 || length == 0)
            sscanf (rest, ": %n", &length);
        }
      rest = length > 0 ? rest + length : message;
    }
  mlg_issue_list_add (issues, MLG_SEVERITY_ERROR, name, line, column, "%s", rest);
}

/**
 * mlg_validate_bytes:
 * @bytes: a document, a template or answers in XML, or a document of a format that is read
 * @name: the file as people know it
 * @issues: receives an error for each fault, with its place
 * @valid: (out): whether it follows its schema
 * @cancellable: (nullable): to stop from another thread
 * @error: %G_IO_ERROR_CANCELLED
 *
 * Says whether a file is what it says it is. May be called from any thread.
 *
 * Returns: whether there is an answer
 */
gboolean
mlg_validate_bytes (GBytes *bytes,
                    const char *name,
                    MlgIssueList *issues,
                    gboolean *valid,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && issues != NULL && valid != NULL, FALSE);

  *valid = check (bytes, name, issues, cancellable, &fault);
  if (fault == NULL)
    return TRUE;
  if (fault->domain == G_IO_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (mlg_issue_list_count (issues, MLG_SEVERITY_ERROR) == 0)
    add_fault (issues, name, fault->message);
  return TRUE;
}
