/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "mlg-meeting-time.h"
#include "store/mlg-record.h"

G_BEGIN_DECLS

/* What a training is about, and who teaches it. */
#define MLG_TRAINING_TOPIC_FIELDS(F)                                                               \
  F (MLG_TRAINING_TOPIC_MEETING, "meeting", N_ ("Meeting"), MLG_FIELD_REFERENCE,                   \
     .refers = "meeting", .flags = MLG_FIELD_REQUIRED | MLG_FIELD_OWNER,                           \
     .audience = MLG_AUDIENCE_BUYERS)                                                              \
  F (MLG_TRAINING_TOPIC_POSITION, "position", N_ ("Position"), MLG_FIELD_INTEGER,                  \
     .check = mlg_rank_check, .audience = MLG_AUDIENCE_BUYERS)                                     \
  F (MLG_TRAINING_TOPIC_TITLE, "title", N_ ("Title"), MLG_FIELD_TEXT,                              \
     .flags = MLG_FIELD_REQUIRED | MLG_FIELD_NAME, .audience = MLG_AUDIENCE_BUYERS)                \
  F (MLG_TRAINING_TOPIC_TYPE, "type", N_ ("Subject"), MLG_FIELD_CODE,                              \
     .codes = &mlg_training_topic_types, .audience = MLG_AUDIENCE_BUYERS)                          \
  F (MLG_TRAINING_TOPIC_MINUTES, "minutes", N_ ("Duration in minutes"), MLG_FIELD_INTEGER,         \
     .check = mlg_minutes_check, .audience = MLG_AUDIENCE_BUYERS)                                  \
  F (MLG_TRAINING_TOPIC_TRAINER, "trainer", N_ ("Trainer"), MLG_FIELD_TEXT,                        \
     .flags = MLG_FIELD_PERSONAL, .audience = MLG_AUDIENCE_BUYERS)                                 \
  F (MLG_TRAINING_TOPIC_TRAINER_PERSON, "trainer_person", N_ ("Trainer (person)"),                 \
     MLG_FIELD_REFERENCE, .refers = "person", .audience = MLG_AUDIENCE_BUYERS)

enum
{
  MLG_TRAINING_TOPIC_FIELDS (MLG_FIELD_ENUM) MLG_TRAINING_TOPIC_N_FIELDS
};

#define MLG_TYPE_TRAINING_TOPIC (mlg_training_topic_get_type ())
G_DECLARE_FINAL_TYPE (MlgTrainingTopic, mlg_training_topic, MLG, TRAINING_TOPIC, MlgRecord)

extern const MlgKind mlg_training_topic_kind;
extern const MlgCodeList mlg_training_topic_types;

G_END_DECLS
