/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-document-odt-private.h"

/* Frames: images, boxes with text, formulas and other objects; and the words that are told because
 * they have no place in our documents. */

/* A length with its unit, such as "2.5cm", in millimetres; 0 for any other text (nullable). */
double
mlg_odt_millimetres (const char *text)
{
  char *unit = NULL;
  double value = text != NULL ? g_ascii_strtod (text, &unit) : 0;

  if (text == NULL)
    return 0;
  if (strcmp (unit, "cm") == 0)
    return value * 10;
  if (strcmp (unit, "in") == 0)
    return value * 25.4;
  if (strcmp (unit, "pt") == 0)
    return value * 25.4 / 72;
  return strcmp (unit, "mm") == 0 ? value : 0;
}

/* Tells the words of @node, which has no place in the document. */
void
mlg_odt_report_words (MlgOdt *self, const xmlNode *node)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (node);

  mlg_reading_report_left (&self->reading, (const char *) node->name, (char *) text);
}

/* Tells the title and the description that @node has. */
void
mlg_odt_report_said (MlgOdt *self, const xmlNode *node, const char *ns)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (mlg_odt_is (child, ns, "title") || mlg_odt_is (child, ns, "desc"))
      mlg_odt_report_words (self, child);
}

/* Tells what the fields of a form are called and hold: there are none in our documents. */
void
mlg_odt_report_form (MlgOdt *self, const xmlNode *form)
{
  static const char *const said[] = { "label", "title", "value", "current-value", NULL };

  for (const xmlNode *field = form->children; field != NULL; field = field->next)
    {
      const char *last = NULL;

      if (field->type == XML_TEXT_NODE)
        mlg_reading_report_left (&self->reading, "form", (const char *) field->content);
      if (field->type != XML_ELEMENT_NODE)
        continue;
      for (guint i = 0; said[i] != NULL; i++)
        {
          const char *words = mlg_xml_get_ns (field, FORM, said[i]);

          if (g_strcmp0 (words, last) != 0)
            mlg_reading_report_left (&self->reading, (const char *) field->name, words);
          last = words;
        }
      mlg_odt_report_form (self, field);
    }
}

/* The signs of a formula in their order, with spaces between them; not its source in another notation. */
static void
collect_formula (const xmlNode *parent, GString *words)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_TEXT_NODE)
      g_string_append_printf (words, "%s ", (const char *) node->content);
    else if (node->type == XML_ELEMENT_NODE
             && !g_str_has_prefix ((const char *) node->name, "annotation"))
      collect_formula (node, words);
}

static gboolean
read_formula (MlgOdt *self, const xmlNode *math)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (math == NULL || strcmp ((const char *) math->name, "math") != 0)
    return FALSE;
  collect_formula (math, words);
  mlg_reading_count (&self->reading, "math");
  mlg_document_builder_add_text (self->reading.builder, g_strchomp (words->str), -1, MLG_MARK_NONE);
  return TRUE;
}

/* A part of the package, such as "./Object 1" (nullable). */
static xmlDoc *
open_object (MlgOdt *self, const char *href)
{
  g_autofree char *part = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (href == NULL || self->package == NULL)
    return NULL;
  part = g_strconcat (g_str_has_prefix (href, "./") ? href + 2 : href, "/content.xml", NULL);
  if (mlg_package_has_part (self->package, part))
    bytes = mlg_package_read_part (self->package, part, NULL, NULL);
  return bytes != NULL ? mlg_xml_read_bytes (bytes, part, NULL, NULL, NULL) : NULL;
}

/* Whether it is a formula, which is read; the words of other objects are told. */
static gboolean
read_object (MlgOdt *self, xmlNode *object)
{
  g_autoptr (xmlDoc) part = open_object (self, mlg_xml_get_ns (object, XLINK, "href"));
  const xmlNode *root = part != NULL ? xmlDocGetRootElement (part) : xmlFirstElementChild (object);

  if (read_formula (self, root))
    return TRUE;
  mlg_reading_count (&self->reading, (const char *) object->name);
  if (root != NULL)
    {
      g_autoptr (xmlChar) text = xmlNodeGetContent (root);

      mlg_reading_report_left (&self->reading, (const char *) object->name, (char *) text);
    }
  return FALSE;
}

static void
read_image (MlgOdt *self, xmlNode *frame, xmlNode *image, const char *alt)
{
  const xmlNode *data = mlg_odt_find (image, OFFICE, "binary-data");
  const char *href = mlg_xml_get_ns (image, XLINK, "href");
  double width = mlg_odt_millimetres (mlg_xml_get_ns (frame, SVG, "width"));
  double height = mlg_odt_millimetres (mlg_xml_get_ns (frame, SVG, "height"));

  if (data != NULL)
    mlg_reading_add_image_data (&self->reading, data, alt, width, height);
  else
    mlg_reading_add_image (&self->reading, href != NULL ? href : "draw:image", alt, width, height);
}

/* What is said of an image stands with it; what is said of anything else is told. */
void
mlg_odt_read_frame (MlgOdt *self, xmlNode *frame)
{
  const xmlNode *title = mlg_odt_find (frame, SVG, "title");
  const xmlNode *description = mlg_odt_find (frame, SVG, "desc");
  g_autoptr (xmlChar) alt = NULL;
  gboolean read = FALSE;

  if (description != NULL || title != NULL)
    alt = xmlNodeGetContent (description != NULL ? description : title);
  for (xmlNode *child = frame->children; child != NULL && !read; child = child->next)
    if (child->type != XML_ELEMENT_NODE)
      continue;
    else if (strcmp ((const char *) child->name, "text-box") == 0)
      mlg_odt_read_blocks (self, child);
    else if (strcmp ((const char *) child->name, "image") == 0)
      {
        read_image (self, frame, child, (char *) alt);
        if (description != NULL && title != NULL)
          mlg_odt_report_words (self, title);
        return; /* those that follow are the same image in other formats */
      }
    else if (mlg_odt_is (child, DRAW, "object") || mlg_odt_is (child, DRAW, "object-ole"))
      read = read_object (self, child); /* an image of a formula is not needed */
    else if (mlg_odt_is_in (child, DRAW))
      mlg_reading_count (&self->reading, (const char *) child->name);
  mlg_odt_report_said (self, frame, SVG);
}
