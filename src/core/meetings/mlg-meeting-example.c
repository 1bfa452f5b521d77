/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-example.h"

#include <glib/gi18n-lib.h>

struct _MlgMeetingExample
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgMeetingExample, mlg_meeting_example, MLG_TYPE_RECORD)

static const MlgField fields[] = { MLG_MEETING_EXAMPLE_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_meeting_example_kind = {
  .name = "meeting-example",
  .plural = "meeting-examples",
  .title = N_ ("Example for a meeting"),
  .title_plural = N_ ("Examples for Meetings"),
  .table = "meeting_example",
  .fields = fields,
  .n_fields = MLG_MEETING_EXAMPLE_N_FIELDS,
  .get_type = mlg_meeting_example_get_type,
};

static void
mlg_meeting_example_class_init (MlgMeetingExampleClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_meeting_example_kind);
}

static void
mlg_meeting_example_init (MlgMeetingExample *self)
{
}
