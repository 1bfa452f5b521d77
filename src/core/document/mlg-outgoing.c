/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-outgoing-private.h"

#include <string.h>

#include "mlg-image-size.h"

/* A4 with margins of 20 mm. */
#define PORTRAIT_WIDTH   170.0
#define LANDSCAPE_WIDTH  257.0
#define PORTRAIT_HEIGHT  240.0
#define LANDSCAPE_HEIGHT 150.0

/* How much further each list goes to the right, in millimetres. */
#define LIST_INDENT 7.5

static void add_to_children (MlgOutgoing *self, xmlNode *parent, const MlgPlace *place);

static const char *
get_id (const xmlNode *node)
{
  return node->properties != NULL ? mlg_xml_get_ns (node, (const char *) XML_XML_NAMESPACE, "id")
                                  : NULL;
}

static void
collect_anchor (MlgOutgoing *self, const xmlNode *node)
{
  if (get_id (node) != NULL)
    g_ptr_array_add (self->anchors, g_strdup (get_id (node)));
}

/* What is pointed to is the line that begins there. */
static void
put_anchors (MlgOutgoing *self, xmlNode *line)
{
  for (guint i = self->anchors->len; i > 0; i--)
    {
      xmlNode *anchor = mlg_outgoing_new_node (self, "anchor");

      mlg_outgoing_set_number (self, anchor, "index", ++self->n_bookmarks);
      mlg_outgoing_set (self, anchor, "name", self->anchors->pdata[i - 1]);
      mlg_outgoing_insert_first (line, anchor);
    }
  g_ptr_array_set_size (self->anchors, 0);
}

/* A heading needs a name for the table of contents to point to. */
static void
name_heading (MlgOutgoing *self, xmlNode *heading)
{
  const char *id = get_id (heading);
  g_autofree char *made = NULL;

  if (id == NULL && self->has_toc)
    {
      do
        {
          g_free (made);
          made = g_strdup_printf ("h%u", ++self->n_anchors);
        }
      while (mlg_numbering_find (self->numbering, made) != NULL);
      g_ptr_array_add (self->anchors, g_strdup (made));
      id = made;
    }
  mlg_outgoing_set (self, heading, "id", id);
}

static void
add_to_heading (MlgOutgoing *self, xmlNode *heading, const MlgPlace *place)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, heading);

  if (number == NULL)
    return;
  mlg_outgoing_set_number (self, heading, "level", number->level);
  mlg_outgoing_set_number (self, heading, "rank", MIN (place->rank, MLG_DOCUMENT_MAX_LEVEL));
  mlg_outgoing_set (self, heading, "label", number->label);
  mlg_outgoing_set_number (self, heading, "scope", number->scope);
  mlg_outgoing_set_number (self, heading, "depth", number->depth);
  if (number->depth > 0
      && mlg_outgoing_see (self, "scope",
                           mlg_xml_get_ns (heading, MLG_OUTGOING_NAMESPACE, "scope")))
    mlg_outgoing_set (self, heading, "first", "true");
  name_heading (self, heading);
}

static void
add_to_line (MlgOutgoing *self, xmlNode *line, const MlgPlace *place)
{
  mlg_outgoing_turn_page (self, line, place);
  if (self->table_breaks)
    mlg_outgoing_set (self, line, "table-break", "true");
  self->table_breaks = FALSE;
  if (mlg_document_node_is (line, "heading"))
    add_to_heading (self, line, place);
  mlg_outgoing_set_look (self, line, place);
  collect_anchor (self, line);
  put_anchors (self, line);
  add_to_children (self, line, place);
  if (!place->aside)
    self->last_line = line;
}

/* Nested lists number on from those before them in the same item unless they are told not to. */
static gboolean
follows_list (const xmlNode *list)
{
  for (const xmlNode *node = list->prev; node != NULL; node = node->prev)
    if (mlg_document_node_is (node, "list"))
      return TRUE;
  return FALSE;
}

static void
add_to_list (MlgOutgoing *self, xmlNode *list, const MlgPlace *around)
{
  MlgPlace place = *around;

  place.depth++;
  place.width = MAX (around->width - LIST_INDENT, LIST_INDENT);
  if (strcmp (place.flow, "body") == 0)
    place.flow = "list";
  if (place.depth == 1)
    mlg_outgoing_find_families (self, list);
  collect_anchor (self, list);
  mlg_outgoing_set_number (self, list, "index", ++self->n_lists);
  mlg_outgoing_set_number (self, list, "depth", place.depth);
  if (follows_list (list))
    mlg_outgoing_set (self, list, "follows", "true");
  mlg_outgoing_begin_list (self, list, &place);
  add_to_children (self, list, &place);
}

static void
add_to_item (MlgOutgoing *self, xmlNode *item, const MlgPlace *around)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, item);
  MlgPlace place = *around;

  collect_anchor (self, item);
  place.run = mlg_outgoing_begin_item (self, item, around);
  if (number != NULL)
    mlg_outgoing_set (self, item, "label", number->label);
  if (number != NULL && number->number != NULL)
    mlg_outgoing_set_number (self, item, "value", number->value);
  add_to_children (self, item, &place);
}

static double
cell_width (const xmlNode *cell, GArray *widths)
{
  const char *first = mlg_xml_get_ns (cell, MLG_OUTGOING_NAMESPACE, "column");
  const char *n = mlg_xml_get_ns (cell, MLG_OUTGOING_NAMESPACE, "columns");
  guint column = (guint) g_ascii_strtoull (first, NULL, 10);
  guint end = column + (guint) g_ascii_strtoull (n, NULL, 10);
  double width = 0;

  for (guint i = column; i < end && i < widths->len; i++)
    width += g_array_index (widths, double, i);
  return MAX (width - 4, 4);
}

static void
add_to_rows (MlgOutgoing *self, xmlNode *table, const MlgPlace *around, GArray *widths)
{
  MlgPlace place = *around;

  place.aside = TRUE;
  place.depth = 0;
  for (xmlNode *row = table->children; row != NULL; row = row->next)
    {
      gboolean header = mlg_document_node_is (row, "row") && mlg_xml_is_true (row, "header");

      if (mlg_document_node_is (row, "caption"))
        add_to_line (self, row, &place);
      if (!mlg_document_node_is (row, "row"))
        continue;
      collect_anchor (self, row);
      for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        if (mlg_document_node_is (cell, "cell"))
          {
            collect_anchor (self, cell);
            place.flow = header || mlg_xml_is_true (cell, "header") ? "head" : "cell";
            place.align = mlg_xml_get (cell, "align");
            place.width = cell_width (cell, widths);
            add_to_children (self, cell, &place);
          }
      mlg_outgoing_see_whole (self, row);
    }
}

static void
add_to_table (MlgOutgoing *self, xmlNode *table, const MlgPlace *place)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));

  mlg_outgoing_turn_page (self, table, place);
  self->table_breaks |= mlg_xml_get_ns (table, MLG_OUTGOING_NAMESPACE, "break") != NULL
                        && mlg_xml_get_ns (table, MLG_OUTGOING_NAMESPACE, "page") == NULL;
  collect_anchor (self, table);
  mlg_outgoing_set_number (self, table, "index", ++self->n_tables);
  mlg_outgoing_set_number (self, table, "depth", place->depth);
  mlg_outgoing_set_length (self, table, "width", place->width);
  mlg_outgoing_lay_table (self, table, place->width, widths);
  for (guint i = widths->len; i > 0; i--)
    {
      xmlNode *column = mlg_outgoing_new_node (self, "column");

      mlg_outgoing_set_length (self, column, "width", g_array_index (widths, double, i - 1));
      mlg_outgoing_insert_first (table, column);
    }
  add_to_rows (self, table, place, widths);
  if (!place->aside)
    self->last_line = NULL;
}

static const char *
image_suffix (const char *type)
{
  const char *name = strchr (type, '/') + 1;

  return strcmp (name, "svg+xml") == 0 ? "svg" : name;
}

static void
add_to_image (MlgOutgoing *self, xmlNode *image, const MlgPlace *place)
{
  gboolean landscape = strcmp (place->page, "landscape") == 0;
  g_autofree char *file = NULL;
  double width = 0, height = 0;

  if (mlg_document_content (image->parent) == MLG_CONTENT_ELEMENTS)
    {
      mlg_outgoing_turn_page (self, image, place);
      mlg_outgoing_set_look (self, image, place);
      if (!place->aside)
        self->last_line = NULL;
    }
  mlg_image_fit (image, place->width, landscape ? LANDSCAPE_HEIGHT : PORTRAIT_HEIGHT, &width,
                 &height);
  file =
      g_strdup_printf ("image%u.%s", ++self->n_images, image_suffix (mlg_xml_get (image, "type")));
  mlg_outgoing_set_number (self, image, "index", self->n_images);
  mlg_outgoing_set (self, image, "file", file);
  mlg_outgoing_add_relation (self, "image", self->n_images, file);
  mlg_outgoing_set_length (self, image, "width", width);
  mlg_outgoing_set_length (self, image, "height", height);
}

static void
add_to_note (MlgOutgoing *self, xmlNode *note, const MlgPlace *around)
{
  const MlgNumber *number = mlg_numbering_get (self->numbering, note);
  const char *part = self->part;
  MlgPlace place = *around;

  place.aside = TRUE;
  place.depth = 0;
  place.align = NULL;
  if (mlg_document_node_is (note, "note"))
    self->part = place.flow = "comments";
  else
    self->part = place.flow = mlg_xml_is_true (note, "end") ? "endnotes" : "footnotes";
  if (mlg_outgoing_see (self, "part", self->part))
    mlg_outgoing_set (self, xmlDocGetRootElement (self->tree), self->part, "true");
  mlg_outgoing_set_number (self, note, "index", ++self->n_notes);
  if (get_id (note) != NULL)
    mlg_outgoing_set_number (self, note, "anchor", ++self->n_bookmarks);
  if (number != NULL)
    mlg_outgoing_set (self, note, "number", number->number);
  add_to_children (self, note, &place);
  self->part = part;
}

static void
add_to_reference (MlgOutgoing *self, xmlNode *reference)
{
  const xmlNode *target = mlg_numbering_find_target (self->numbering, reference);
  const MlgNumber *number = target != NULL ? mlg_numbering_get (self->numbering, target) : NULL;
  g_autofree char *words = mlg_numbering_get_reference (self->numbering, reference);

  mlg_outgoing_set (self, reference, "words", words);
  /* What office programs print for a number is the whole label. */
  if (mlg_document_node_is (target != NULL ? target : reference, "heading")
      && number->number != NULL && strcmp (number->number, number->label) == 0)
    mlg_outgoing_set (self, reference, "target", "numbered");
}

static void
add_to_toc (MlgOutgoing *self, xmlNode *toc, const MlgPlace *place)
{
  const char *text = mlg_xml_get (toc, "depth");
  guint depth = text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 3;

  mlg_outgoing_turn_page (self, toc, place);
  mlg_outgoing_set_look (self, toc, place);
  mlg_outgoing_set_number (self, toc, "index", ++self->n_tocs);
  mlg_outgoing_set_number (self, toc, "depth", depth);
  if (!place->aside)
    self->last_line = NULL;
}

static void
add_to_section (MlgOutgoing *self, xmlNode *section, const MlgPlace *around)
{
  const char *orientation = mlg_xml_get (section, "orientation");
  MlgPlace place = *around;

  if (orientation != NULL && !place.aside)
    {
      place.page = strcmp (orientation, "landscape") == 0 ? "landscape" : "portrait";
      place.width = strcmp (orientation, "landscape") == 0 ? LANDSCAPE_WIDTH : PORTRAIT_WIDTH;
      place.width = MAX (place.width - place.depth * LIST_INDENT, LIST_INDENT);
    }
  place.rank += mlg_document_section_heading (section) != NULL;
  collect_anchor (self, section);
  add_to_children (self, section, &place);
}

static void
add_to_node (MlgOutgoing *self, xmlNode *node, const MlgPlace *place)
{
  static const struct
  {
    const char *name;
    void (*add) (MlgOutgoing *self, xmlNode *node, const MlgPlace *place);
  } kinds[] = {
    { "p", add_to_line },      { "heading", add_to_line },  { "section", add_to_section },
    { "list", add_to_list },   { "item", add_to_item },     { "table", add_to_table },
    { "image", add_to_image }, { "footnote", add_to_note }, { "note", add_to_note },
    { "toc", add_to_toc },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (mlg_document_node_is (node, kinds[i].name))
      {
        kinds[i].add (self, node, place);
        return;
      }
  if (mlg_document_node_is (node, "page-break"))
    self->break_pending = TRUE;
  else if (mlg_document_node_is (node, "ref"))
    add_to_reference (self, node);
  else if (mlg_document_node_is (node, "link"))
    {
      mlg_outgoing_set_number (self, node, "index", ++self->n_links);
      if (*mlg_xml_get (node, "href") != '#')
        mlg_outgoing_add_relation (self, "link", self->n_links, mlg_xml_get (node, "href"));
    }
  if (mlg_document_content (node) == MLG_CONTENT_INLINE && get_id (node) != NULL)
    mlg_outgoing_set_number (self, node, "anchor", ++self->n_bookmarks);
  add_to_children (self, node, place);
}

static void
add_to_children (MlgOutgoing *self, xmlNode *parent, const MlgPlace *place)
{
  for (xmlNode *child = parent->children, *next = NULL; child != NULL; child = next)
    {
      next = child->next;
      if (child->type != XML_ELEMENT_NODE || child->ns == self->ns)
        continue;
      mlg_outgoing_see_language (self, child);
      add_to_node (self, child, place);
    }
}

static void
add_to_parts (MlgOutgoing *self, xmlNode *root)
{
  const char *orientation = mlg_xml_get (root, "orientation");
  MlgPlace place = { .page = "portrait", .width = PORTRAIT_WIDTH };

  if (g_strcmp0 (orientation, "landscape") == 0)
    {
      place.page = "landscape";
      place.width = LANDSCAPE_WIDTH;
    }
  for (xmlNode *part = root->children; part != NULL; part = part->next)
    {
      place.aside = !mlg_document_node_is (part, "body");
      self->part = place.flow = (const char *) part->name;
      if (part->type == XML_ELEMENT_NODE && part->ns != self->ns
          && !mlg_document_node_is (part, "head"))
        add_to_children (self, part, &place);
    }
  if (self->has_toc)
    mlg_outgoing_set (self, root, "toc", "true");
  mlg_outgoing_set (self, root, "last", self->page != NULL ? self->page : place.page);
}

/**
 * mlg_outgoing_new:
 * @document: a valid document, which does not change
 *
 * Makes a copy of the tree in which is said what a stylesheet cannot work out, in attributes and
 * elements of %MLG_OUTGOING_NAMESPACE (prefix m here):
 *
 * - document: m:first and m:last, how its first and last pages lie; m:toc, m:footnotes, m:endnotes
 *   and m:comments="true" where there are such; an m:language with m:tag for each language of a
 *   passage; an m:relation with m:part, m:kind ("image" or "link"), m:index and m:target for each
 *   image and each link to the outside; one m:scope with m:index, m:numbering, m:before, m:after and
 *   m:base for each #MlgNumberingScope;
 * - heading: m:level, m:rank (how many headings are around it, itself included), m:label, m:scope,
 *   m:depth, m:first="true" on the first one that its scope numbers, and m:id, the name to point to;
 * - list: m:index, m:depth from 1, m:follows="true" after another list of the same item, m:family;
 *   item: m:label, m:value and m:run; document: the m:family and m:run elements that these count,
 *   see mlg-outgoing-lists.c;
 * - lines, and images and tables of contents that are blocks: m:style, the role or the place that
 *   decides how they look, m:align, and m:look, the same number for all that share these and begin
 *   a page in the same way; document: an m:look with m:index and the same for each of these;
 * - table: m:index, m:depth (lists around), m:width and one m:column with its m:width for each
 *   column (millimetres); cell: m:column, m:columns, and m:rows if several; row: m:whole="true" when it is low
 *   enough for any page, an m:covered with m:colspan where a cell of a row above comes down, an
 *   m:filler with m:columns where it ends early;
 * - image: m:index, m:file, m:width and m:height (millimetres); link: m:index;
 * - footnote and note: m:index, footnote: m:number; these and inline elements with an xml:id:
 *   m:anchor, a number that no m:anchor has as its m:index;
 * - ref: m:words when others than its own are printed, m:target="numbered" when they are all of the
 *   label of a heading;
 * - toc: m:index, m:depth, and an m:entry with m:level, m:label, m:to and its words for each heading;
 * - the blocks that begin a page: m:break="true", or m:page="portrait|landscape" when pages lie
 *   differently from there on (not on a first block in portrait); m:end on the last line before that, or
 *   on an m:turn after a block that is no line;
 * - the first line of a table that begins a page: m:table-break="true";
 * - lines: an m:anchor with m:index and m:name for every identifier that begins there.
 *
 * Notes to the drafter all stand inside lines of the body, and there is no note in a note.
 *
 * Returns: (transfer full): the copy
 */
xmlDoc *
mlg_outgoing_new (MlgDocument *document)
{
  xmlDoc *tree = mlg_outgoing_copy (mlg_document_get_tree (document));
  xmlNode *root = xmlDocGetRootElement (tree);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (MlgNumbering) numbering = NULL;
  g_autoptr (GHashTable) looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) families = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MlgOutgoing self = {
    .tree = tree, .anchors = anchors, .looks = looks, .families = families, .seen = seen
  };

  mlg_outgoing_tidy (tree);
  self.ns = xmlNewNs (root, (const xmlChar *) MLG_OUTGOING_NAMESPACE, (const xmlChar *) "m");
  self.numbering = numbering = mlg_numbering_new_for_tree (tree);
  self.has_toc = mlg_outgoing_has_toc (root);
  add_to_parts (&self, root);
  if (self.has_toc)
    mlg_outgoing_fill_tocs (&self, root);
  mlg_outgoing_add_scopes (&self, root);
  return tree;
}
