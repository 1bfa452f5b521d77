/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "document/mlg-document-builder.h"
#include "document/mlg-xml.h"
#include "mlg-tally-group-chart.h"
#include "mlg-tally-report-private.h"
#include "store/mlg-clean-text.h"
#include "template/mlg-french.h"

/* What a template cannot say of a count: its drawings, and the table that is as wide as there are options. */

static xmlNode *
find_element (xmlNode *node, const char *name, const char *id)
{
  xmlNode *found = NULL;

  for (; node != NULL && found == NULL; node = node->next)
    if (mlg_document_node_is (node, name)
        && (id == NULL
            || g_strcmp0 (mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id"), id) == 0))
      found = node;
    else
      found = find_element (node->children, name, id);
  return found;
}

static void
add_figure (xmlNode *row, const char *text, gboolean header, gboolean bold)
{
  xmlNode *cell = xmlNewChild (row, row->ns, (const xmlChar *) "cell", NULL);
  xmlNode *line = xmlNewChild (cell, row->ns, (const xmlChar *) "p", NULL);

  mlg_xml_set (cell, "align", "right");
  if (header)
    mlg_xml_set (cell, "header", "true");
  if (bold)
    line = xmlNewChild (line, row->ns, (const xmlChar *) "b", NULL);
  xmlNodeAddContent (line, (const xmlChar *) text);
}

/* What a table has of two options: how much places the one before the other, or leads from the one to the other. */
typedef double (*GetFigure) (const MlgTally *tally, guint i, guint j);

static double
get_path (const MlgTally *tally, guint i, guint j)
{
  return (double) tally->paths[i * tally->n + j] / MLG_BALLOTS_UNIT;
}

/* One row of a matrix: of the option @i, or of the numbers of all. */
static void
add_figures (xmlNode *row, const MlgTally *tally, GetFigure get, int i)
{
  for (guint j = 0; j < tally->n; j++)
    {
      double ahead = i >= 0 ? get (tally, (guint) i, j) : j + 1.0;
      gboolean more = i >= 0 && ahead > get (tally, j, (guint) i);
      g_autofree char *text = mlg_french_print_number (ahead, floor (ahead) < ahead ? 2 : 0);

      add_figure (row, i == (int) j ? "–" : text, i < 0, more);
    }
}

/* A table of the template that has a row for each option gets a column for each. */
static void
put_matrix (xmlNode *body, const char *id, const MlgTally *tally, GetFigure get)
{
  xmlNode *table = find_element (body, "table", id);
  int i = -1;

  if (table == NULL)
    return;
  for (xmlNode *row = table->children; row != NULL; row = row->next)
    if (mlg_document_node_is (row, "row"))
      add_figures (row, tally, get, i++);
}

/* The image gives way when there is nothing to draw. */
static void
put_image (xmlNode *image, GBytes *png, const char *words)
{
  if (png == NULL || !mlg_document_image_set_data (image, png))
    {
      xmlUnlinkNode (image);
      xmlFreeNode (image);
      return;
    }
  mlg_xml_set (image, "alt", words);
  mlg_xml_set (image, "type", "image/png");
}

static void
put_chart (xmlNode *image, const MlgTally *tally)
{
  MlgTallyMethod method = mlg_tally_chart_choose_method (tally);
  g_autoptr (GBytes) png = mlg_tally_chart_make_png (tally, method);
  g_autofree char *words = mlg_tally_chart_describe (tally, method);

  put_image (image, png, words);
}

static xmlNode *
add_line (xmlNode *section, const char *name, const char *text)
{
  g_autofree char *clean = g_strdup (text);

  mlg_clean_text (clean);
  return xmlNewTextChild (section, section->ns, (const xmlChar *) name, (const xmlChar *) clean);
}

/* Puts the chart of one split before @image, in a section of its own. */
static void
add_group_chart (xmlNode *image, const MlgTallyReport *report, MlgBallotSplit split)
{
  g_autoptr (GPtrArray) groups = mlg_tally_pick_split (report->groups, split);
  MlgTallyGroupChart chart = { report->tally, groups };
  g_autoptr (GBytes) png = mlg_tally_group_chart_make_png (&chart);
  g_autofree char *words = png != NULL ? mlg_tally_group_chart_describe (&chart) : NULL;
  xmlNode *section, *copy;

  if (png == NULL)
    return;
  section = xmlAddPrevSibling (
      image, xmlNewDocNode (image->doc, image->ns, (const xmlChar *) "section", NULL));
  add_line (section, "heading", mlg_ballot_split_get_title (split));
  copy = xmlAddChild (section, xmlDocCopyNode (image, image->doc, 1));
  xmlUnsetNsProp (copy, xmlSearchNsByHref (image->doc, image, XML_XML_NAMESPACE),
                  (const xmlChar *) "id");
  put_image (copy, png, words);
  mlg_xml_set (add_line (section, "p", mlg_tally_group_chart_get_unit (&chart)), "role", "small");
}

static void
put_group_charts (xmlNode *image, const MlgTallyReport *report)
{
  for (guint split = 0; report->groups != NULL && split < MLG_N_SPLITS; split++)
    add_group_chart (image, report, split);
  xmlUnlinkNode (image);
  xmlFreeNode (image);
}

/**
 * mlg_tally_report_put_figures:
 * @document: what the template makes of @report
 *
 * Draws the bars in the place of the image that the template calls "chart", and those of each split in that of
 * "group-chart"; gives the tables "matrix" and "paths" their columns.
 */
void
mlg_tally_report_put_figures (MlgDocument *document, const MlgTallyReport *report)
{
  xmlNode *body = mlg_document_get_part (document, "body")->children;
  xmlNode *chart = find_element (body, "image", "chart");
  xmlNode *groups = find_element (body, "image", "group-chart");

  if (chart != NULL)
    put_chart (chart, report->tally);
  if (groups != NULL)
    put_group_charts (groups, report);
  put_matrix (body, "matrix", report->tally, mlg_tally_get_pair);
  if (report->tally->paths != NULL)
    put_matrix (body, "paths", report->tally, get_path);
}
