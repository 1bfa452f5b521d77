/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <stdlib.h>

#include "document/mlg-xml.h"
#include "template/mlg-template.h"

/* Usage: build-template STYLESHEET SOURCE OUT
 *
 * Run by the build: makes of the source of a template the template that is shipped. The stylesheet
 * brings in what is written once for all of them; the result is checked as any template that the
 * program reads, and written in its canonical form. What is faulty is left beside OUT. */

static _Noreturn void
give_up (const char *what, const char *why)
{
  g_printerr ("build-template: %s: %s\n", what, why);
  exit (1);
}

static xmlDoc *
read_file (const char *path)
{
  xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);

  if (doc == NULL)
    give_up (path, "this is not XML");
  return doc;
}

static GBytes *
expand (const char *stylesheet, const char *source)
{
  g_autoptr (xmlDoc) doc = read_file (source);
  xsltStylesheet *style = xsltParseStylesheetFile ((const xmlChar *) stylesheet);
  xmlChar *text = NULL;
  int length = 0;
  GBytes *bytes;

  if (style == NULL)
    give_up (stylesheet, "this is not a stylesheet");
  xsltTransformContext *context = xsltNewTransformContext (style, doc);
  g_autoptr (xmlDoc) expanded = xsltApplyStylesheetUser (style, doc, NULL, NULL, NULL, context);

  if (expanded == NULL || context->state != XSLT_STATE_OK
      || xsltSaveResultToString (&text, &length, expanded, style) != 0)
    give_up (source, "this cannot be expanded");
  bytes = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  xsltFreeTransformContext (context);
  xsltFreeStylesheet (style);
  return bytes;
}

static void
save (GBytes *bytes, const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents (path, data, (gssize) size, &error))
    give_up (path, error->message);
}

static _Noreturn void
refuse (GBytes *expanded, const char *out, MlgIssueList *issues, const GError *error)
{
  g_autofree char *kept = g_strconcat (out, ".faulty", NULL);

  save (expanded, kept);
  for (guint i = 0; i < mlg_issue_list_get_n (issues); i++)
    {
      const MlgIssue *issue = mlg_issue_list_get (issues, i);

      g_printerr ("%s:%d:%d: %s\n", kept, issue->line, issue->column, issue->message);
    }
  give_up (out, error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) expanded = NULL, canonical = NULL;
  g_autoptr (MlgTemplate) template = NULL;

  if (argc != 4)
    give_up (argv[0], "a stylesheet, a source and a file to write are needed");
  expanded = expand (argv[1], argv[2]);
  template = mlg_template_read_xml (expanded, argv[3], issues, NULL, &error);
  if (template == NULL)
    refuse (expanded, argv[3], issues, error);
  canonical = mlg_template_to_xml (template);
  save (canonical, argv[3]);
  return 0;
}
