/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting.h"

#include <glib/gi18n-lib.h>

struct _MlgMeeting
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgMeeting, mlg_meeting, MLG_TYPE_RECORD)

static const MlgCode meeting_types_codes[] = {
  { "information", N_ ("Information meeting") },
  { "kick-off", N_ ("Kick-off meeting") },
  { "plenary", N_ ("Plenary meeting") },
  { "working-group", N_ ("Working group") },
  { "training", N_ ("Training") },
  { "hearing", N_ ("Supplier hearing") },
  { "visit", N_ ("Site visit") },
  { "restitution", N_ ("Restitution") },
  { "national", N_ ("National meeting") },
  { NULL },
};

const MlgCodeList mlg_meeting_types = { "meeting-types", meeting_types_codes };

static const MlgCode meeting_states_codes[] = {
  { "draft", N_ ("Draft") },
  { "convened", N_ ("Convened") },
  { "held", N_ ("Held") },
  { "approved", N_ ("Minutes approved") },
  { "locked", N_ ("Locked") },
  { "cancelled", N_ ("Called off") },
  { NULL },
};

const MlgCodeList mlg_meeting_states = { "meeting-states", meeting_states_codes };

static const MlgField fields[] = { MLG_MEETING_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_meeting_kind = {
  .name = "meeting",
  .plural = "meetings",
  .title = N_ ("Meeting"),
  .title_plural = N_ ("Meetings"),
  .table = "meeting",
  .fields = fields,
  .n_fields = MLG_MEETING_N_FIELDS,
  .get_type = mlg_meeting_get_type,
};

static void
mlg_meeting_class_init (MlgMeetingClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_meeting_kind);
}

static void
mlg_meeting_init (MlgMeeting *self)
{
}
