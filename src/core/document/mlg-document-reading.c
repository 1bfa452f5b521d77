/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * mlg_reading_init:
 * @name: the name of the file, for issues; must outlive the reading
 * @issues: gets what is not understood; must outlive the reading
 *
 * Begins to read a foreign document: the builder that gets its text, and the account of what could
 * not be taken over, told by mlg_reading_report().
 */
void
mlg_reading_init (MlgReading *self, const char *name, MlgIssueList *issues)
{
  self->builder = mlg_document_builder_new (NULL);
  self->name = name;
  self->issues = issues;
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->images =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->page_parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_left_images = 0;
  self->n_changes = 0;
}

/**
 * mlg_reading_clear:
 *
 * Drops what a reading holds, the builder too when the document was not taken from it. May be
 * called twice.
 */
void
mlg_reading_clear (MlgReading *self)
{
  g_clear_pointer (&self->builder, mlg_document_builder_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->images, g_hash_table_unref);
  g_clear_pointer (&self->page_parts, g_hash_table_unref);
}

/* Remembers one more thing that was not understood; its words were kept. */
void
mlg_reading_count (MlgReading *self, const char *what)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, what));

  if (n > 0 || g_hash_table_size (self->counts) < 1000)
    g_hash_table_insert (self->counts, g_strdup (what), GUINT_TO_POINTER (n + 1));
}

static void
note (MlgReading *self, guint n, const char *format)
{
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf ("%u", n);
  mlg_issue_list_add (self->issues, MLG_SEVERITY_NOTE, self->name, 0, 0, "%s: %s", format, text);
}

/* Says in the issue list, once for each kind, what was not taken over as it was. */
void
mlg_reading_report (MlgReading *self)
{
  const MlgBuildReport *report = mlg_document_builder_get_report (self->builder);
  g_autoptr (GList) names =
      g_list_sort (g_hash_table_get_keys (self->counts), (GCompareFunc) strcmp);

  for (GList *l = names; l != NULL; l = l->next)
    mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, self->name, 0, 0,
                        _ ("not understood, only its words were kept: %s (%u)"),
                        (const char *) l->data,
                        GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, l->data)));
  note (self, self->n_changes, _ ("tracked changes read as accepted"));
  note (self, self->n_left_images, _ ("images of headers or footers of some pages only, left out"));
  note (self, report->empty_paragraphs, _ ("empty paragraphs left out"));
  note (self, report->empty_headings, _ ("empty headings"));
  note (self, report->flattened, _ ("too deep, only the words were kept"));
  note (self, report->dead_references, _ ("references that point nowhere"));
}

static const char *
image_type (const char *part)
{
  static const char *const types[][2] = {
    { ".png", "image/png" }, { ".jpg", "image/jpeg" },    { ".jpeg", "image/jpeg" },
    { ".gif", "image/gif" }, { ".svg", "image/svg+xml" }, { ".webp", "image/webp" },
  };
  g_autofree char *lower = g_ascii_strdown (part, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (lower, types[i][0]))
      return types[i][1];
  return NULL;
}

/* Puts an image here; its data comes when all images are known. Lengths in millimetres. */
void
mlg_reading_add_image (
    MlgReading *self, const char *part, const char *alt, double width, double height)
{
  const char *type = image_type (part);
  xmlNode *image = NULL;
  GPtrArray *images = g_hash_table_lookup (self->images, part);

  if (type != NULL)
    image = mlg_document_builder_add_image (self->builder, type, alt);
  if (image == NULL)
    {
      mlg_reading_count (self, part);
      if (alt != NULL)
        mlg_document_builder_add_text (self->builder, alt, -1, MLG_MARK_NONE);
      return;
    }
  mlg_document_image_set_length (image, "width", width);
  mlg_document_image_set_length (image, "height", height);
  if (images == NULL)
    {
      images = g_ptr_array_new ();
      g_hash_table_insert (self->images, g_strdup (part), images);
    }
  g_ptr_array_add (images, image);
}

static const char *
sniff_type (GBytes *data)
{
  gsize size = 0;
  const guchar *bytes = g_bytes_get_data (data, &size);

  if (size > 8 && memcmp (bytes, "\x89PNG", 4) == 0)
    return "image/png";
  if (size > 8 && bytes[0] == 0xff && bytes[1] == 0xd8)
    return "image/jpeg";
  if (size > 8 && memcmp (bytes, "GIF8", 4) == 0)
    return "image/gif";
  if (size > 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    return "image/webp";
  return g_strstr_len ((const char *) bytes, (gssize) MIN (size, 4096), "<svg") != NULL
             ? "image/svg+xml"
             : NULL;
}

/* Puts an image here whose data stands in the XML. Lengths in millimetres. */
void
mlg_reading_add_image_data (
    MlgReading *self, const xmlNode *base64, const char *alt, double width, double height)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (base64);
  gsize size = 0;
  guchar *bytes = text != NULL ? g_base64_decode ((const char *) text, &size) : NULL;
  g_autoptr (GBytes) data = g_bytes_new_take (bytes, size);
  const char *type = size > 0 && size <= MLG_DOCUMENT_MAX_IMAGE ? sniff_type (data) : NULL;
  xmlNode *image = type != NULL ? mlg_document_builder_add_image (self->builder, type, alt) : NULL;

  if (image == NULL)
    {
      mlg_reading_count (self, "image");
      if (alt != NULL)
        mlg_document_builder_add_text (self->builder, alt, -1, MLG_MARK_NONE);
      return;
    }
  mlg_document_image_set_length (image, "width", width);
  mlg_document_image_set_length (image, "height", height);
  mlg_document_image_set_data (image, data);
}

/* Tells the words that a tracked change deleted: they are not in the document. */
void
mlg_reading_report_deletion (MlgReading *self, const xmlNode *deleted)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (deleted);

  if (text != NULL && *g_strstrip ((char *) text) != '\0')
    mlg_issue_list_add (self->issues, MLG_SEVERITY_NOTE, self->name, 0, 0,
                        _ ("deleted by a tracked change, left out: %s"), (char *) text);
}

/* Tells the words of a cell that another one covers: they are neither on the page nor in the document. */
void
mlg_reading_report_hidden (MlgReading *self, const xmlNode *hidden)
{
  g_autoptr (xmlChar) text = xmlNodeGetContent (hidden);

  if (text != NULL && *g_strstrip ((char *) text) != '\0')
    mlg_issue_list_add (self->issues, MLG_SEVERITY_NOTE, self->name, 0, 0,
                        _ ("hidden by merged cells, left out: %s"), (char *) text);
}

/* Tells words (nullable) that have no place in the document, and where they stand in the source. */
void
mlg_reading_report_left (MlgReading *self, const char *where, const char *words)
{
  g_auto (GStrv) split = g_strsplit_set (words != NULL ? words : "", " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", split[i]);
  if (text->len > 0)
    mlg_issue_list_add (self->issues, MLG_SEVERITY_WARNING, self->name, 0, 0,
                        _ ("left out of %s: %s"), where, text->str);
}

/* A page number alone is not worth a word. */
static gboolean
holds_letters (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Sees the words of a page header or footer. There is one of each in a document: those that are not @taken
 * and say something else, on some pages only, are told. */
void
mlg_reading_see_page_part (MlgReading *self, const char *words, guint n_images, gboolean taken)
{
  g_auto (GStrv) split = g_strsplit_set (words, " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  if (!taken)
    self->n_left_images += n_images;
  for (guint i = 0; split[i] != NULL; i++)
    if (*split[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", split[i]);
  if (!holds_letters (text->str) || !g_hash_table_add (self->page_parts, g_strdup (text->str))
      || taken)
    return;
  mlg_issue_list_add (self->issues, MLG_SEVERITY_NOTE, self->name, 0, 0,
                      _ ("header or footer of some pages only, left out: %s"), text->str);
}

/* Whether it is a date, or a date and an hour, as documents hold them. */
gboolean
mlg_reading_is_date (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
                               "(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?Z?)?$",
                               text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
on_image_read (const char *part, GBytes *data, gpointer user_data)
{
  MlgReading *self = user_data;
  GPtrArray *images = g_hash_table_lookup (self->images, part);

  for (guint i = images->len; i > 0; i--)
    if (mlg_document_image_set_data (images->pdata[i - 1], data))
      g_ptr_array_remove_index (images, i - 1);
}

/* Fills the images from the package; what it lacks leaves its alternative text. */
gboolean
mlg_reading_fill_images (MlgReading *self,
                         MlgPackage *package,
                         GCancellable *cancellable,
                         GError **error)
{
  GHashTableIter iter;
  gpointer part = NULL, images = NULL;

  if (package != NULL
      && !mlg_package_read_parts (package, self->images, on_image_read, self, cancellable, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->images);
  while (g_hash_table_iter_next (&iter, &part, &images))
    for (guint i = 0; i < ((GPtrArray *) images)->len; i++)
      {
        xmlNode *image = ((GPtrArray *) images)->pdata[i];
        const char *alt = mlg_xml_get (image, "alt");

        mlg_reading_count (self, part);
        xmlReplaceNode (image, xmlNewDocText (image->doc, (const xmlChar *) alt));
        xmlFreeNode (image);
      }
  return TRUE;
}
