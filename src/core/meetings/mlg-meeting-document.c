/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-document.h"

#include <glib/gi18n-lib.h>

struct _MlgMeetingDocument
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgMeetingDocument, mlg_meeting_document, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_MEETING_DOCUMENT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_meeting_document_kind = {
  .name = "meeting-document",
  .plural = "meeting-documents",
  .title = N_ ("Attached document"),
  .title_plural = N_ ("Attached Documents"),
  .table = "meeting_document",
  .fields = fields,
  .n_fields = MLG_MEETING_DOCUMENT_N_FIELDS,
  .get_type = mlg_meeting_document_get_type,
};

static void
mlg_meeting_document_class_init (MlgMeetingDocumentClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_meeting_document_kind);
}

static void
mlg_meeting_document_init (MlgMeetingDocument *self)
{
}
