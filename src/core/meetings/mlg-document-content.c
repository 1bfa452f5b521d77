/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-document-content.h"

#include <glib/gi18n-lib.h>

struct _MlgDocumentContent
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgDocumentContent, mlg_document_content, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_DOCUMENT_CONTENT_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_document_content_kind = {
  .name = "document-content",
  .plural = "document-contents",
  .title = N_ ("Content of a document"),
  .title_plural = N_ ("Contents of Documents"),
  .table = "document_content",
  .fields = fields,
  .n_fields = MLG_DOCUMENT_CONTENT_N_FIELDS,
  .get_type = mlg_document_content_get_type,
};

static void
mlg_document_content_class_init (MlgDocumentContentClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_document_content_kind);
}

static void
mlg_document_content_init (MlgDocumentContent *self)
{
}
