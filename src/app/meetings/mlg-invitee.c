/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-invitee.h"

#include "meetings/mlg-invitation.h"
#include "meetings/mlg-meeting-who.h"
#include "store/mlg-query.h"

/* Somebody who is invited: the invitation, and who it is in two lines. */
struct _MlgInvitee
{
  GObject parent_instance;
  MlgRecord *invitation; /* (owned) */
  char *title;           /* (owned) the person, or else the body */
  char *subtitle;        /* (owned) what they do and where */
  char *key;             /* (owned) by which they are sorted */
};

G_DEFINE_FINAL_TYPE (MlgInvitee, mlg_invitee, G_TYPE_OBJECT)

static void
mlg_invitee_finalize (GObject *object)
{
  MlgInvitee *self = MLG_INVITEE (object);

  g_clear_object (&self->invitation);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->key);
  G_OBJECT_CLASS (mlg_invitee_parent_class)->finalize (object);
}

static void
mlg_invitee_class_init (MlgInviteeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_invitee_finalize;
}

static void
mlg_invitee_init (MlgInvitee *self)
{
}

static MlgWho
get_who (MlgRecord *invitation)
{
  return (MlgWho){ .function = mlg_record_get_integer (invitation, MLG_INVITATION_FUNCTION),
                   .person = mlg_record_get_integer (invitation, MLG_INVITATION_PERSON),
                   .body = mlg_record_get_integer (invitation, MLG_INVITATION_BODY) };
}

static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second != NULL ? second : "");
  return g_strconcat (first, " · ", second, NULL);
}

/* Who was erased, or cannot be read, has no name. */
static MlgInvitee *
load_one (MlgConnection *db, MlgRecord *invitation)
{
  MlgInvitee *self = g_object_new (MLG_TYPE_INVITEE, NULL);
  MlgWho who = get_who (invitation);
  const char *visitor = mlg_record_get_text (invitation, MLG_INVITATION_VISITOR_NAME);
  g_autofree char *person =
      visitor != NULL ? g_strdup (visitor) : mlg_who_dup_person (db, &who, NULL);
  g_autofree char *function = mlg_who_dup_function (db, &who, NULL);
  g_autofree char *body =
      visitor != NULL ? g_strdup (mlg_record_get_text (invitation, MLG_INVITATION_VISITOR_BODY))
                      : mlg_who_dup_body (db, &who, NULL);
  g_autofree char *sorted = join (body, person);

  self->invitation = g_object_ref (invitation);
  self->title = g_strdup (person != NULL ? person : body != NULL ? body : "–");
  /* People are often known by what they do. */
  self->subtitle =
      join (g_strcmp0 (function, person) != 0 ? function : NULL, person != NULL ? body : NULL);
  self->key = g_utf8_collate_key (sorted, -1);
  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(MlgInvitee *const *) a)->key, (*(MlgInvitee *const *) b)->key);
}

/**
 * mlg_invitee_load_all:
 * @id: points to the id of a meeting
 *
 * See #MlgReadFunc.
 *
 * Returns: (transfer full): a #GPtrArray of #MlgInvitee by body and name; %NULL with @error set
 */
gpointer
mlg_invitee_load_all (MlgConnection *db, gpointer id, GError **error)
{
  g_autofree char *meeting = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id);
  const char *const values[] = { meeting, NULL };
  g_autoptr (MlgQuery) all = mlg_query_new (&mlg_invitation_kind);
  g_autoptr (MlgQuery) query = mlg_query_with_values (all, MLG_INVITATION_MEETING, values);
  g_autoptr (GPtrArray) invitations = mlg_query_load (query, db, G_MAXINT, 0, error);
  GPtrArray *invitees;

  if (invitations == NULL)
    return NULL;
  invitees = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < invitations->len; i++)
    g_ptr_array_add (invitees, load_one (db, invitations->pdata[i]));
  g_ptr_array_sort (invitees, compare);
  return invitees;
}

/**
 * mlg_invitee_get_invitation:
 *
 * Returns: (transfer none): the invitation
 */
MlgRecord *
mlg_invitee_get_invitation (MlgInvitee *self)
{
  g_return_val_if_fail (MLG_IS_INVITEE (self), NULL);
  return self->invitation;
}

/**
 * mlg_invitee_get_title:
 *
 * Returns: who it is
 */
const char *
mlg_invitee_get_title (MlgInvitee *self)
{
  g_return_val_if_fail (MLG_IS_INVITEE (self), NULL);
  return self->title;
}

/**
 * mlg_invitee_get_subtitle:
 *
 * Returns: what they do and where; "" when that is not known
 */
const char *
mlg_invitee_get_subtitle (MlgInvitee *self)
{
  g_return_val_if_fail (MLG_IS_INVITEE (self), NULL);
  return self->subtitle;
}

/**
 * mlg_invitee_equal:
 *
 * Returns: whether both say the same of the same invitation
 */
gboolean
mlg_invitee_equal (MlgInvitee *self, MlgInvitee *other)
{
  g_return_val_if_fail (MLG_IS_INVITEE (self), FALSE);

  return mlg_record_get_id (self->invitation) == mlg_record_get_id (other->invitation)
         && mlg_record_equal (self->invitation, other->invitation)
         && g_str_equal (self->title, other->title)
         && g_str_equal (self->subtitle, other->subtitle);
}
