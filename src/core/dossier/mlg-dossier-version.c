/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-dossier-version.h"

#include <glib/gi18n-lib.h>

#include "document/mlg-document-file.h"
#include "document/mlg-xml.h"
#include "meetings/mlg-meeting-xml.h"
#include "store/mlg-id.h"
#include "template/mlg-template-error.h"

/* A dossier that is made again into its folder is a new version of it when a paper says something else, or
 * another document is attached:
 *
 *   <dossier meeting="4711" version="2">
 *     <paper name="agenda" digest="…">Ordre du jour</paper>
 *     <paper name="annex-4712" digest="…">Plan d’accès.pdf</paper>
 *     <file>pdf/02-ordre-du-jour.pdf</file>
 *   </dossier>
 */

/* How the documents attached are named among the papers. */
#define ANNEX "annex-"

static gboolean
is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && xmlStrEqual (node->name, (const xmlChar *) name);
}

/**
 * mlg_dossier_version_free:
 * @version: (transfer full): a version of a dossier
 *
 * Frees what is told of an earlier version; its folder stays.
 */
void
mlg_dossier_version_free (MlgDossierVersion *self)
{
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_free (self);
}

/* What is no description of a dossier, of this meeting, is somebody else's. */
static gboolean
take (MlgDossierVersion *self, gint64 meeting, const char *folder, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (self->tree);
  const char *id = mlg_xml_get (root, "meeting");
  const char *number = mlg_xml_get (root, "version");
  gint64 owner = 0;

  if (!is (root, "dossier") || id == NULL || number == NULL || !mlg_id_parse (id, &owner)
      || owner != meeting)
    {
      g_set_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID,
                   _ ("%s holds the dossier of another meeting: choose another folder"), folder);
      return FALSE;
    }
  self->number = (guint) CLAMP (g_ascii_strtoll (number, NULL, 10), 1, G_MAXINT);
  return TRUE;
}

/**
 * mlg_dossier_version_read:
 * @folder: where a dossier may have been written before
 * @meeting: the meeting that it is of
 *
 * Errors: %MLG_TEMPLATE_ERROR_INVALID when @folder has the dossier of another meeting; those of reading
 * a file.
 *
 * Returns: (transfer full): what was written, of number 0 when nothing was
 */
MlgDossierVersion *
mlg_dossier_version_read (const char *folder,
                          gint64 meeting,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (MlgDossierVersion) self = g_new0 (MlgDossierVersion, 1);
  g_autofree char *path = g_build_filename (folder, MLG_DOSSIER_VERSION_FILE, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&self);
  bytes = mlg_document_load_file (path, cancellable, error);
  self->tree = bytes != NULL ? mlg_xml_read_bytes (bytes, path, NULL, cancellable, error) : NULL;
  if (self->tree == NULL || !take (self, meeting, folder, error))
    return NULL;
  return g_steal_pointer (&self);
}

static char *
make_digest (const MlgDossierSheet *sheet)
{
  g_autoptr (GBytes) bytes =
      mlg_document_to_xml (sheet->letters != NULL ? sheet->letters : sheet->document);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* What a dossier is compared by: a paper, or a document attached. */
typedef struct
{
  char *name;        /* (owned) the same from version to version */
  const char *title; /* (unowned) of the dossier */
  char *digest;      /* (owned) */
} Piece;

static void
piece_free (gpointer data)
{
  Piece *piece = data;

  g_free (piece->name);
  g_free (piece->digest);
  g_free (piece);
}

/* Takes the name and the digest. */
static void
add_piece (GPtrArray *pieces, char *name, const char *title, char *digest)
{
  Piece *piece = g_new0 (Piece, 1);

  *piece = (Piece){ name, title, digest };
  g_ptr_array_add (pieces, piece);
}

static GPtrArray *
list_pieces (const MlgDossier *dossier)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (piece_free);

  for (guint i = 0; i < dossier->sheets->len; i++)
    {
      const MlgDossierSheet *sheet = dossier->sheets->pdata[i];

      add_piece (pieces, g_strdup (sheet->paper->name), sheet->title, make_digest (sheet));
    }
  for (guint i = 0; i < dossier->annexes->len; i++)
    {
      const MlgDossierAnnex *annex = dossier->annexes->pdata[i];

      add_piece (pieces, g_strdup_printf (ANNEX "%" G_GINT64_FORMAT, annex->id), annex->title,
                 g_strdup (annex->digest));
    }
  return pieces;
}

static const xmlNode *
find_paper (const MlgDossierVersion *self, const char *name)
{
  for (const xmlNode *node = xmlDocGetRootElement (self->tree)->children; node != NULL;
       node = node->next)
    if (is (node, "paper") && g_strcmp0 (mlg_xml_get (node, "name"), name) == 0)
      return node;
  return NULL;
}

static gboolean
has_piece (GPtrArray *pieces, const char *name)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_strcmp0 (((const Piece *) pieces->pdata[i])->name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
add_change (xmlNode *version, const char *what, const char *title)
{
  xmlNode *change = mlg_meeting_xml_add (version, "change", title);

  if (change != NULL)
    mlg_xml_set (change, "what", what);
}

static void
add_new (const MlgDossierVersion *before, const Piece *piece, xmlNode *version)
{
  const xmlNode *paper = find_paper (before, piece->name);

  if (paper == NULL)
    add_change (version, "added", piece->title);
  else if (g_strcmp0 (piece->digest, mlg_xml_get (paper, "digest")) != 0)
    add_change (version, "changed", piece->title);
}

static void
add_gone (const MlgDossierVersion *before, GPtrArray *pieces, xmlNode *version)
{
  for (const xmlNode *node = xmlDocGetRootElement (before->tree)->children; node != NULL;
       node = node->next)
    if (is (node, "paper") && !has_piece (pieces, mlg_xml_get (node, "name")))
      {
        g_autoptr (xmlChar) title = xmlNodeGetContent (node);

        add_change (version, "removed", (const char *) title);
      }
}

/**
 * mlg_dossier_version_compare:
 * @before: what was written the last time
 * @dossier: its papers and its annexes now
 * @parent: gets an element "version" with its number and a "change" for each paper or annex that is added,
 *   changed or removed
 *
 * Returns: the number of the version: a new one when something has changed
 */
guint
mlg_dossier_version_compare (const MlgDossierVersion *before,
                             const MlgDossier *dossier,
                             xmlNode *parent)
{
  xmlNode *version = xmlNewChild (parent, NULL, (const xmlChar *) "version", NULL);
  guint number = MAX (before->number, 1);
  g_autofree char *text = NULL;

  if (before->tree != NULL)
    {
      g_autoptr (GPtrArray) pieces = list_pieces (dossier);

      for (guint i = 0; i < pieces->len; i++)
        add_new (before, pieces->pdata[i], version);
      add_gone (before, pieces, version);
      if (version->children != NULL)
        number = before->number + 1;
    }
  text = g_strdup_printf ("%u", number);
  mlg_xml_set (version, "number", text);
  return number;
}

/**
 * mlg_dossier_version_write:
 * @files: what is written, from the folder
 *
 * Returns: (transfer full): what is kept in the folder to compare with
 */
GBytes *
mlg_dossier_version_write (const MlgDossier *dossier, GStrv files)
{
  g_autoptr (xmlDoc) tree = xmlNewDoc ((const xmlChar *) "1.0");
  xmlNode *root = xmlNewDocNode (tree, NULL, (const xmlChar *) "dossier", NULL);
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, dossier->meeting);
  g_autofree char *number = g_strdup_printf ("%u", dossier->version);
  g_autoptr (GPtrArray) pieces = list_pieces (dossier);
  xmlChar *bytes = NULL;
  int size = 0;

  xmlDocSetRootElement (tree, root);
  mlg_xml_set (root, "meeting", meeting);
  mlg_xml_set (root, "version", number);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = pieces->pdata[i];
      xmlNode *paper = mlg_meeting_xml_add (root, "paper", piece->title);

      mlg_xml_set (paper, "name", piece->name);
      mlg_xml_set (paper, "digest", piece->digest);
    }
  for (guint i = 0; files[i] != NULL; i++)
    mlg_meeting_xml_add (root, "file", files[i]);
  xmlDocDumpFormatMemoryEnc (tree, &bytes, &size, "UTF-8", 1);
  return g_bytes_new_with_free_func (bytes, (gsize) size, xmlFree, bytes);
}

/* A path that stays in its folder. */
static gboolean
is_inside (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  return *name != '\0' && *name != '/' && !g_strv_contains ((const char *const *) parts, "..");
}

/**
 * mlg_dossier_version_list_files:
 *
 * Returns: (transfer full): the files that were written, from the folder
 */
GStrv
mlg_dossier_version_list_files (const MlgDossierVersion *self)
{
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();
  const xmlNode *root = self->tree != NULL ? xmlDocGetRootElement (self->tree) : NULL;

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (is (node, "file"))
      {
        g_autoptr (xmlChar) name = xmlNodeGetContent (node);

        if (is_inside ((const char *) name))
          g_strv_builder_add (files, (const char *) name);
      }
  return g_strv_builder_end (files);
}
