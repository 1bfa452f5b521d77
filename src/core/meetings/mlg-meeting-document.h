/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "../mlg-contact.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* A document that goes with a meeting: a link, or a file whose content is a MlgDocumentContent. */
#define MLG_MEETING_DOCUMENT_FIELDS(F)                                                             \
  F (MLG_MEETING_DOCUMENT_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                 \
     .refers = "meeting", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_DOCUMENT_ITEM, "item", N_ ("Agenda item"), MLG_FIELD_REFERENCE,                   \
     .refers = "agenda-item", .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_MEETING_DOCUMENT_NAME, "name", N_ ("Name"), MLG_FIELD_TEXT,                               \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_MEETING_DOCUMENT_MEDIA_TYPE, "media_type", N_ ("Media type"), MLG_FIELD_TEXT,             \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_MEETING_DOCUMENT_LINK, "link", N_ ("Link"), MLG_FIELD_TEXT, .clean = mlg_website_clean,   \
     .check = mlg_website_check, .audience = MLG_AUDIENCE_BUYERS)                                  \
  F (MLG_MEETING_DOCUMENT_SIZE, "size", N_ ("Size in bytes"), MLG_FIELD_INTEGER,                   \
     .flags = MLG_FIELD_INTERNAL)                                                                  \
  F (MLG_MEETING_DOCUMENT_ADDED_ON, "added_on", N_ ("Added on"), MLG_FIELD_DATE)

enum
{
  MLG_MEETING_DOCUMENT_FIELDS (MLG_FIELD_ENUM) MLG_MEETING_DOCUMENT_N_FIELDS
};

#define MLG_TYPE_MEETING_DOCUMENT (mlg_meeting_document_get_type ())
G_DECLARE_FINAL_TYPE (MlgMeetingDocument, mlg_meeting_document, MLG, MEETING_DOCUMENT, MlgRecord)

extern const MlgKind mlg_meeting_document_kind;

G_END_DECLS
