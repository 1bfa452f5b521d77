/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-meeting-attendees.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-invitation.h"
#include "mlg-meeting-who.h"

/**
 * mlg_attending_free:
 * @attending: (transfer full): somebody who is invited
 *
 * Frees what is told of somebody who is invited, or came.
 */
void
mlg_attending_free (MlgAttending *attending)
{
  g_clear_object (&attending->invitation);
  g_free (attending->name);
  g_free (attending->function);
  g_free (attending->body);
  g_free (attending);
}

/* What they are called is told once. */
static void
drop_repeated (MlgAttending *attending)
{
  if (attending->name == NULL)
    attending->name = attending->body != NULL       ? g_steal_pointer (&attending->body)
                      : attending->function != NULL ? g_steal_pointer (&attending->function)
                                                    : g_strdup (_ ("Not known any more"));
  if (g_strcmp0 (attending->function, attending->name) == 0)
    g_clear_pointer (&attending->function, g_free);
}

static gboolean
find_names (MlgConnection *db, MlgAttending *attending, GError **error)
{
  MlgRecord *invitation = attending->invitation;
  MlgWho who = { .words = mlg_record_get_text (invitation, MLG_INVITATION_VISITOR_NAME),
                 .function = mlg_record_get_integer (invitation, MLG_INVITATION_FUNCTION),
                 .person = mlg_record_get_integer (invitation, MLG_INVITATION_PERSON),
                 .body = mlg_record_get_integer (invitation, MLG_INVITATION_BODY) };
  g_autoptr (GError) failure = NULL;

  attending->name = mlg_who_dup_person (db, &who, &failure);
  if (failure == NULL)
    attending->function = mlg_who_dup_function (db, &who, &failure);
  if (failure == NULL)
    attending->body = mlg_who_dup_body (db, &who, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (attending->body == NULL)
    attending->body = g_strdup (mlg_record_get_text (invitation, MLG_INVITATION_VISITOR_BODY));
  drop_repeated (attending);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const MlgAttending *first = *(MlgAttending *const *) a, *second = *(MlgAttending *const *) b;
  int by_body = g_utf8_collate (first->body != NULL ? first->body : first->name,
                                second->body != NULL ? second->body : second->name);

  return by_body != 0 ? by_body : g_utf8_collate (first->name, second->name);
}

/**
 * mlg_meeting_list_attending:
 *
 * Returns: (transfer full) (element-type MlgAttending): all who are invited to a meeting and the visitors,
 *   by their bodies; %NULL with @error set
 */
GPtrArray *
mlg_meeting_list_attending (MlgConnection *db, gint64 meeting, GError **error)
{
  g_autoptr (GPtrArray) invitations =
      mlg_record_load_where (db, &mlg_invitation_kind, error, "WHERE meeting=?1", "i", meeting);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_attending_free);

  for (guint i = 0; invitations != NULL && i < invitations->len; i++)
    {
      MlgAttending *attending = g_new0 (MlgAttending, 1);

      attending->invitation = g_object_ref (invitations->pdata[i]);
      g_ptr_array_add (all, attending);
      if (!find_names (db, attending, error))
        return NULL;
    }
  if (invitations == NULL)
    return NULL;
  g_ptr_array_sort (all, compare_names);
  return g_steal_pointer (&all);
}
