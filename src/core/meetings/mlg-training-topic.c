/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-training-topic.h"

#include <glib/gi18n-lib.h>

struct _MlgTrainingTopic
{
  MlgRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (MlgTrainingTopic, mlg_training_topic, MLG_TYPE_RECORD)

static const MlgCode training_topic_types_codes[] = {
  { "label", N_ ("Label") },       { "standard", N_ ("Standard") },   { "legal", N_ ("Law") },
  { "practice", N_ ("Practice") }, { "other", N_ ("Other subject") }, { NULL },
};

const MlgCodeList mlg_training_topic_types = { "training-topic-types", training_topic_types_codes };

static const MlgField fields[] = { MLG_TRAINING_TOPIC_FIELDS (MLG_FIELD_DESCRIPTION) };

const MlgKind mlg_training_topic_kind = {
  .name = "training-topic",
  .plural = "training-topics",
  .title = N_ ("Training topic"),
  .title_plural = N_ ("Training Topics"),
  .table = "training_topic",
  .fields = fields,
  .n_fields = MLG_TRAINING_TOPIC_N_FIELDS,
  .get_type = mlg_training_topic_get_type,
};

static void
mlg_training_topic_class_init (MlgTrainingTopicClass *klass)
{
  mlg_record_class_describe (MLG_RECORD_CLASS (klass), &mlg_training_topic_kind);
}

static void
mlg_training_topic_init (MlgTrainingTopic *self)
{
}
