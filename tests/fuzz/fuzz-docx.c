/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "document/mlg-document-file.h"
#include "package.h"

/* Any bytes as the parts of a DOCX: the reader may not crash, and what it makes is valid. */

#define OFFICE    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE   "http://schemas.openxmlformats.org/package/2006/"
#define RELATIONS "<Relationships xmlns='" PACKAGE "relationships'>"
#define RELATION(id, kind, target)                                                                 \
  "<Relationship Id='" id "' Type='" OFFICE "/" kind "' Target='" target "'/>"

static const FuzzPart others[] = {
  { "[Content_Types].xml", "<Types xmlns='" PACKAGE "content-types'>"
                           "<Default Extension='xml' ContentType='application/xml'/></Types>" },
  { "_rels/.rels",
    RELATIONS RELATION ("r1", "officeDocument", "word/document.xml") "</Relationships>" },
  { "word/_rels/document.xml.rels",
    RELATIONS RELATION ("r1", "styles", "styles.xml") RELATION ("r2", "numbering", "numbering.xml")
        RELATION ("r3", "footnotes", "footnotes.xml") RELATION ("r4", "endnotes", "endnotes.xml")
            RELATION ("r5", "comments", "comments.xml") RELATION ("r6", "header", "header1.xml")
                RELATION ("r7", "image", "media/image1.gif") "</Relationships>" },
  { "word/media/image1.gif", "GIF89a\1" },
};

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes =
      fuzz_pack (data, size, "word/document.xml", others, G_N_ELEMENTS (others));
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (MlgIssueList) faults = mlg_issue_list_new ();
  g_autoptr (MlgDocument) document = mlg_document_read_bytes (bytes, "fuzz", issues, NULL, NULL);

  if (document != NULL && !mlg_document_validate (document, faults))
    g_error ("%s", mlg_issue_list_get (faults, 0)->message);
  return 0;
}
