/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-attendee.h"

#include <string.h>

#include "meetings/mlg-invitation.h"

/* Somebody in the list of those who are there or not; the same object as long as they are listed. */
struct _MlgAttendee
{
  GObject parent_instance;
  gint64 id;        /* of the invitation */
  char *name;       /* (owned) */
  char *line;       /* (owned) what they do and where */
  char *attendance; /* (owned) one of mlg_attendances; "" for not known */
  char *folded;     /* (owned) what one finds them by */
};

G_DEFINE_FINAL_TYPE (MlgAttendee, mlg_attendee, G_TYPE_OBJECT)

typedef enum
{
  PROP_NAME = 1,
  PROP_LINE,
  PROP_ATTENDANCE,
} MlgAttendeeProperty;

static GParamSpec *properties[PROP_ATTENDANCE + 1];

static void
mlg_attendee_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  MlgAttendee *self = MLG_ATTENDEE (object);

  switch ((MlgAttendeeProperty) id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_LINE:
      g_value_set_string (value, self->line);
      break;
    case PROP_ATTENDANCE:
      g_value_set_string (value, self->attendance);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
mlg_attendee_finalize (GObject *object)
{
  MlgAttendee *self = MLG_ATTENDEE (object);

  g_free (self->name);
  g_free (self->line);
  g_free (self->attendance);
  g_free (self->folded);
  G_OBJECT_CLASS (mlg_attendee_parent_class)->finalize (object);
}

static GParamSpec *
describe (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, "",
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
mlg_attendee_class_init (MlgAttendeeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mlg_attendee_get_property;
  object_class->finalize = mlg_attendee_finalize;
  properties[PROP_NAME] = describe ("name");
  properties[PROP_LINE] = describe ("line");
  properties[PROP_ATTENDANCE] = describe ("attendance");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mlg_attendee_init (MlgAttendee *self)
{
}

static void
take_text (MlgAttendee *self, char **place, char *text, MlgAttendeeProperty property)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return;
    }
  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static char *
write_line (const MlgAttending *attending)
{
  if (attending->function != NULL && attending->body != NULL)
    return g_strdup_printf ("%s · %s", attending->function, attending->body);
  if (attending->function != NULL)
    return g_strdup (attending->function);
  return g_strdup (attending->body != NULL ? attending->body : "");
}

/* "Élu" is found by "elu". */
static char *
fold (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, NULL);

  return g_utf8_casefold (plain, -1);
}

/**
 * mlg_attendee_new:
 *
 * Returns: (transfer full): an item of the list
 */
MlgAttendee *
mlg_attendee_new (const MlgAttending *attending)
{
  MlgAttendee *self = g_object_new (MLG_TYPE_ATTENDEE, NULL);

  mlg_attendee_take (self, attending);
  return self;
}

/**
 * mlg_attendee_take:
 * @attending: the same invitation, as it is now
 */
void
mlg_attendee_take (MlgAttendee *self, const MlgAttending *attending)
{
  const char *attendance;
  g_autofree char *all = NULL;

  g_return_if_fail (MLG_IS_ATTENDEE (self));

  attendance = mlg_record_get_text (attending->invitation, MLG_INVITATION_ATTENDANCE);
  self->id = mlg_record_get_id (attending->invitation);
  take_text (self, &self->name, g_strdup (attending->name), PROP_NAME);
  take_text (self, &self->line, write_line (attending), PROP_LINE);
  take_text (self, &self->attendance, g_strdup (attendance != NULL ? attendance : ""),
             PROP_ATTENDANCE);
  all = g_strdup_printf ("%s %s", self->name, self->line);
  g_free (self->folded);
  self->folded = fold (all);
}

/**
 * mlg_attendee_get_id:
 *
 * Returns: the id of the invitation
 */
gint64
mlg_attendee_get_id (MlgAttendee *self)
{
  g_return_val_if_fail (MLG_IS_ATTENDEE (self), 0);
  return self->id;
}

/**
 * mlg_attendee_get_name:
 *
 * Returns: (transfer none): who it is
 */
const char *
mlg_attendee_get_name (MlgAttendee *self)
{
  g_return_val_if_fail (MLG_IS_ATTENDEE (self), NULL);
  return self->name;
}

/**
 * mlg_attendee_dup_label:
 *
 * Returns: (transfer full): who it is and where: several have the same function for a name
 */
char *
mlg_attendee_dup_label (MlgAttendee *self)
{
  g_return_val_if_fail (MLG_IS_ATTENDEE (self), NULL);
  return *self->line != '\0' ? g_strdup_printf ("%s (%s)", self->name, self->line)
                             : g_strdup (self->name);
}

/**
 * mlg_attendee_get_attendance:
 *
 * Returns: (transfer none): one of mlg_attendances; "" for not known
 */
const char *
mlg_attendee_get_attendance (MlgAttendee *self)
{
  g_return_val_if_fail (MLG_IS_ATTENDEE (self), NULL);
  return self->attendance;
}

static gboolean
has_word (const char *text, const char *word)
{
  for (const char *found = text; (found = strstr (found, word)) != NULL; found++)
    if (found == text || !g_ascii_isalnum (found[-1]))
      return TRUE;
  return FALSE;
}

/**
 * mlg_attendee_matches:
 * @words: what is looked for, each word the beginning of one of theirs
 *
 * Returns: whether all are found in their name, function and body, whatever their accents
 */
gboolean
mlg_attendee_matches (MlgAttendee *self, const char *const *words)
{
  g_return_val_if_fail (MLG_IS_ATTENDEE (self), FALSE);

  for (; *words != NULL; words++)
    {
      g_autofree char *word = fold (*words);

      if (!has_word (self->folded, word))
        return FALSE;
    }
  return TRUE;
}
