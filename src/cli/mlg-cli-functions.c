/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-functions.h"

#include "members/mlg-function.h"
#include "members/mlg-member-link.h"
#include "mlg-cli-json.h"

/* What people do at present, and where, for lists of people. */

/* The job title where there is one, else the role; "" for a function of which neither is known. */
static char *
write_function (MlgRecord *function)
{
  char *title = mlg_record_dup_display (function, MLG_FUNCTION_TITLE);

  if (title != NULL && *title != '\0')
    return title;
  g_free (title);
  title = mlg_record_dup_display (function, MLG_FUNCTION_ROLE);
  return title != NULL ? title : g_strdup ("");
}

static void
append (GString *list, const char *text)
{
  if (*text == '\0')
    return;
  g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", text);
}

/**
 * mlg_cli_functions_write:
 * @functions: (out) (transfer full): the present functions of a person, the main one first
 * @bodies: (out) (transfer full): the bodies in which they are held, in the same order
 *
 * Returns: %FALSE with @error set
 */
gboolean
mlg_cli_functions_write (
    MlgConnection *db, gint64 person, char **functions, char **bodies, GError **error)
{
  g_autoptr (GPtrArray) links = mlg_person_list_functions (db, person, error);
  g_autoptr (GString) what = g_string_new (NULL);
  g_autoptr (GString) where = g_string_new (NULL);

  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];
      g_autofree char *function = write_function (link->link);

      if (!link->current)
        continue;
      append (what, function);
      append (where, link->name);
    }
  *functions = g_strdup (what->str);
  *bodies = g_strdup (where->str);
  return TRUE;
}

/**
 * mlg_cli_functions_json:
 *
 * Returns: (transfer full): the present functions of a person, the main one first; %NULL with @error
 *   set
 */
JsonArray *
mlg_cli_functions_json (MlgConnection *db, gint64 person, GError **error)
{
  g_autoptr (GPtrArray) links = mlg_person_list_functions (db, person, error);
  JsonArray *array = links != NULL ? json_array_new () : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MlgMemberLink *link = links->pdata[i];
      g_autofree char *function = write_function (link->link);
      JsonObject *item;

      if (!link->current)
        continue;
      item = json_object_new ();
      json_object_set_string_member (item, "function", function);
      json_object_set_string_member (item, "role",
                                     mlg_record_get_text (link->link, MLG_FUNCTION_ROLE));
      mlg_cli_json_set_id (item, "body", mlg_record_get_id (link->other));
      json_object_set_string_member (item, "body_name", link->name);
      json_array_add_object_element (array, item);
    }
  return array;
}
