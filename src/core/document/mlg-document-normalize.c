/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-private.h"

/* The white space of one line of words, while its text nodes are read in order. */
typedef struct
{
  gboolean at_space;   /* a space here would be one too many */
  xmlNode *last_space; /* (unowned) (nullable) text node whose last character is a space */
} Line;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Most words need nothing: they are only looked at. */
static gboolean
is_collapsed (const char *text, Line *line)
{
  gsize length = strlen (text);

  if (length == 0 || (line->at_space && text[0] == ' ') || strpbrk (text, "\n\t\r") != NULL
      || strstr (text, "  ") != NULL)
    return FALSE;
  line->at_space = text[length - 1] == ' ';
  return TRUE;
}

/* Returns whether @text changed; the result is never longer, so it is made in place. */
static gboolean
collapse (char *text, Line *line)
{
  char *to = text;
  gboolean changed = FALSE;

  for (const char *from = text; *from != '\0'; from++)
    {
      gboolean space = is_space (*from);

      changed |= space && (line->at_space || *from != ' ');
      if (!space || !line->at_space)
        *to++ = space ? ' ' : *from;
      line->at_space = space;
    }
  *to = '\0';
  return changed;
}

static void
remove_node (xmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}

static void
end_line (Line *line)
{
  g_autofree char *text = NULL;

  if (line->last_space != NULL)
    {
      text = g_strdup ((const char *) line->last_space->content);
      text[strlen (text) - 1] = '\0';
      if (text[0] == '\0')
        remove_node (line->last_space);
      else
        xmlNodeSetContent (line->last_space, (const xmlChar *) text);
    }
  line->last_space = NULL;
  line->at_space = TRUE;
}

static void
normalize_text (xmlNode *node, Line *line)
{
  g_autofree char *text = NULL;

  if (node->content == NULL)
    return;
  if (is_collapsed ((const char *) node->content, line))
    {
      line->last_space = line->at_space ? node : NULL;
      return;
    }
  text = g_strdup ((const char *) node->content);
  if (collapse (text, line) && text[0] != '\0')
    xmlNodeSetContent (node, (const xmlChar *) text);
  if (text[0] == '\0')
    remove_node (node);
  else
    line->last_space = line->at_space ? node : NULL;
}

static void
normalize_words (xmlNode *parent, Line *line)
{
  for (xmlNode *child = parent->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_TEXT_NODE)
        normalize_text (child, line);
      else if (child->type != XML_ELEMENT_NODE)
        continue;
      else if (mlg_document_node_is (child, "br") || mlg_document_node_is (child, "tab"))
        end_line (line);
      else if (mlg_document_content (child) == MLG_CONTENT_INLINE && child->children != NULL)
        normalize_words (child, line);
      else
        {
          mlg_document_normalize_space (child);
          line->at_space = FALSE;
          line->last_space = NULL;
        }
    }
}

static void
normalize_blocks (xmlNode *parent)
{
  for (xmlNode *child = parent->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->type == XML_TEXT_NODE && xmlIsBlankNode (child) == 1)
        remove_node (child);
      else if (child->type == XML_ELEMENT_NODE)
        mlg_document_normalize_space (child);
    }
}

static void
normalize_data (xmlNode *element)
{
  g_autoptr (xmlChar) data = xmlNodeGetContent (element);
  char *to = (char *) data;

  if (data == NULL || xmlFirstElementChild (element) != NULL)
    return;
  for (const char *from = (const char *) data; *from != '\0'; from++)
    if (!is_space (*from))
      *to++ = *from;
  *to = '\0';
  xmlNodeSetContent (element, NULL);
  if (*data != '\0')
    xmlNodeAddContent (element, data);
}

/* Makes the white space of @element and of what is inside it the one that document.rng describes.
 * Elements of other namespaces are left alone. */
void
mlg_document_normalize_space (xmlNode *element)
{
  Line line = { TRUE, NULL };

  switch (mlg_document_content (element))
    {
    case MLG_CONTENT_ELEMENTS:
      normalize_blocks (element);
      break;
    case MLG_CONTENT_WORDS:
    case MLG_CONTENT_INLINE:
      normalize_words (element, &line);
      end_line (&line);
      break;
    case MLG_CONTENT_DATA:
      normalize_data (element);
      break;
    case MLG_CONTENT_FOREIGN:
    default:
      break;
    }
}
