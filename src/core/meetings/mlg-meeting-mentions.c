/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "mlg-agenda-item.h"
#include "mlg-invitation.h"
#include "mlg-meeting-check.h"
#include "mlg-meeting.h"
#include "mlg-minutes-version.h"
#include "mlg-outcome.h"
#include "mlg-training-topic.h"
#include "store/mlg-fold.h"

/* Where free texts of meetings name somebody: no link of records leads there. */
static const MlgKind *const kinds[] = { &mlg_meeting_kind,        &mlg_agenda_item_kind,
                                        &mlg_outcome_kind,        &mlg_invitation_kind,
                                        &mlg_training_topic_kind, &mlg_minutes_version_kind };

static void
add_mention (GPtrArray *mentions, MlgRecord *record, const MlgField *field)
{
  MlgMeetingLack *mention = g_new0 (MlgMeetingLack, 1);
  const MlgKind *kind = mlg_record_get_kind (record);

  mention->severity = MLG_SEVERITY_WARNING;
  mention->kind = kind;
  mention->id = mlg_record_get_id (record);
  mention->field = field->name;
  /* Translators: a kind of record, its number and one of its fields: their text holds a name. */
  mention->message = g_strdup_printf (_ ("%s %" PRId64 ": “%s” names them"), _ (kind->title),
                                      mention->id, _ (field->title));
  g_ptr_array_add (mentions, mention);
}

static void
look_into (MlgRecord *record, const char *folded, GPtrArray *mentions)
{
  const MlgKind *kind = mlg_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      MlgFieldType type = kind->fields[i].type;
      const char *text = type == MLG_FIELD_TEXT || type == MLG_FIELD_LONG_TEXT
                             ? mlg_record_get_text (record, i)
                             : NULL;
      g_autofree char *words = text != NULL ? mlg_fold (text) : NULL;

      if (words != NULL && strstr (words, folded) != NULL)
        add_mention (mentions, record, &kind->fields[i]);
    }
}

/**
 * mlg_meeting_find_mentions:
 * @name: the name of somebody, as it is written
 *
 * Finds the texts of meetings, those of kept minutes too, that hold a name, whatever its accents and its
 * case. To be shown to who erases somebody: what is in these texts is for a person to judge.
 *
 * Returns: (transfer full) (element-type MlgMeetingLack): where; %NULL with @error set
 */
GPtrArray *
mlg_meeting_find_mentions (MlgConnection *db, const char *name, GError **error)
{
  g_autoptr (GPtrArray) mentions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_meeting_lack_free);
  g_autofree char *folded = mlg_fold (name);

  if (*folded == '\0')
    return g_steal_pointer (&mentions);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records =
          mlg_record_load_where (db, kinds[i], error, "ORDER BY id", "");

      if (records == NULL)
        return NULL;
      for (guint j = 0; j < records->len; j++)
        look_into (records->pdata[j], folded, mentions);
    }
  return g_steal_pointer (&mentions);
}
