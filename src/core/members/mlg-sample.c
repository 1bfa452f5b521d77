/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-sample.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "members/mlg-function.h"
#include "members/mlg-group-member.h"
#include "members/mlg-group.h"
#include "members/mlg-person.h"
#include "mlg-directory.h"
#include "store/mlg-action.h"
#include "store/mlg-record-sql.h"

#define PERIMETER "FRE1 FRE2" /* NUTS 2: Nord-Pas-de-Calais and Picardie */
#define RESOURCE  "/org/maillage/sample/hauts-de-france.tsv"

/* A network to look at: real public bodies of one region, and functions in the place of people. What
 * is in it stands in a table, a line for each record; bodies are found in the directory. */
typedef struct
{
  MlgConnection *db;  /* (unowned) */
  GHashTable *groups; /* (owned) (element-type utf8 gint64): name → id */
  GArray *bodies;     /* (owned) (element-type gint64) */
} Sample;

static gboolean
add_group (Sample *sample, GStrv cells, GError **error)
{
  g_autoptr (MlgRecord) group = mlg_record_new (&mlg_group_kind);
  gint64 id;

  mlg_record_set_text (group, MLG_GROUP_NAME, cells[1]);
  if (!mlg_record_insert (sample->db, group, error))
    return FALSE;
  id = mlg_record_get_id (group);
  g_hash_table_insert (sample->groups, g_strdup (cells[1]), g_memdup2 (&id, sizeof id));
  return TRUE;
}

static gboolean
join_group (Sample *sample, MlgRecord *body, const char *name, GError **error)
{
  g_autoptr (MlgRecord) membership = mlg_record_new (&mlg_group_member_kind);
  const gint64 *group = g_hash_table_lookup (sample->groups, name);

  if (group == NULL)
    return TRUE;
  mlg_record_set_integer (membership, MLG_GROUP_MEMBER_GROUP, *group);
  mlg_record_set_integer (membership, MLG_GROUP_MEMBER_BODY, mlg_record_get_id (body));
  return mlg_record_insert (sample->db, membership, error);
}

/* The date is that since which the body has its status. */
static void
set_status (MlgRecord *body, const char *status, const char *date)
{
  static const struct
  {
    const char *status;
    guint field;
  } dates[] = { { "prospect", MLG_BODY_PROSPECT_ON },
                { "interested", MLG_BODY_INTERESTED_ON },
                { "member", MLG_BODY_JOINED_ON },
                { "associate", MLG_BODY_ASSOCIATED_ON },
                { "former", MLG_BODY_LEFT_ON } };

  mlg_record_set_text (body, MLG_BODY_STATUS, status);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    if (g_str_equal (dates[i].status, status))
      mlg_record_set_text (body, dates[i].field, date);
}

static gboolean
keep (Sample *sample, MlgRecord *body, const char *group, GError **error)
{
  gint64 id;

  if (!mlg_record_insert (sample->db, body, error))
    return FALSE;
  id = mlg_record_get_id (body);
  g_array_append_val (sample->bodies, id);
  return join_group (sample, body, group, error);
}

/* "body NUMBER STATUS DATE GROUP EXPECTATIONS", or "place KIND CODE STATUS DATE GROUP EXPECTATIONS" */
static gboolean
add_body (Sample *sample, GStrv cells, GError **error)
{
  gboolean place = g_str_equal (cells[0], "place");
  GStrv rest = cells + (place ? 3 : 2);
  g_autoptr (MlgDirectoryEntry) entry =
      place ? mlg_directory_find_place (sample->db, cells[1], cells[2], error)
            : mlg_directory_find (sample->db, cells[1], error);
  g_autoptr (MlgRecord) body = entry != NULL ? mlg_directory_entry_to_body (entry) : NULL;

  if (body == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_MISSING,
                     _ ("The directory has no body %s"), cells[place ? 2 : 1]);
      return FALSE;
    }
  set_status (body, rest[0], rest[1]);
  mlg_record_set_text (body, MLG_BODY_EXPECTATIONS, rest[3]);
  return keep (sample, body, rest[2], error);
}

/* "service NAME CATEGORY DEPARTEMENT CITY STATUS DATE GROUP" */
static gboolean
add_service (Sample *sample, GStrv cells, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, cells[1]);
  mlg_record_set_text (body, MLG_BODY_CATEGORY, cells[2]);
  mlg_record_set_text (body, MLG_BODY_DEPARTEMENT, cells[3]);
  mlg_record_set_text (body, MLG_BODY_REGION, mlg_departement_get_region (cells[3]));
  mlg_record_set_text (body, MLG_BODY_NUTS, mlg_departement_get_nuts (cells[3]));
  mlg_record_set_text (body, MLG_BODY_CITY, cells[4]);
  set_status (body, cells[5], cells[6]);
  return keep (sample, body, cells[7], error);
}

/* "at ADDRESS POSTCODE CITY": where the body before is */
static gboolean
place_body (Sample *sample, GStrv cells, GError **error)
{
  gint64 id = g_array_index (sample->bodies, gint64, sample->bodies->len - 1);
  g_autoptr (MlgRecord) body = mlg_record_load (sample->db, &mlg_body_kind, id, error);

  if (body == NULL)
    return FALSE;
  mlg_record_set_text (body, MLG_BODY_ADDRESS, cells[1]);
  mlg_record_set_text (body, MLG_BODY_POSTCODE, cells[2]);
  mlg_record_set_text (body, MLG_BODY_CITY, cells[3]);
  return mlg_record_update (sample->db, body, error);
}

/* "network CONTROLLER CONTACT": who answers for the network, unless it says so itself */
static gboolean
set_controller (Sample *sample, GStrv cells, GError **error)
{
  return mlg_connection_execute (sample->db, error,
                                 "UPDATE network SET controller=coalesce(controller, ?1),"
                                 " controller_contact=coalesce(controller_contact, ?2)",
                                 "tt", cells[1], cells[2]);
}

static gboolean
hold_function (Sample *sample, gint64 body, guint i, GStrv cells, GError **error)
{
  g_autoptr (MlgRecord) person = mlg_record_new (&mlg_person_kind);
  g_autoptr (MlgRecord) function = mlg_record_new (&mlg_function_kind);
  g_autofree char *email = g_strdup_printf ("%s.%u@example.org", cells[3], i + 1);

  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, cells[2]);
  mlg_record_set_text (person, MLG_PERSON_EMAIL, email);
  if (!mlg_record_insert (sample->db, person, error))
    return FALSE;
  mlg_record_set_integer (function, MLG_FUNCTION_PERSON, mlg_record_get_id (person));
  mlg_record_set_integer (function, MLG_FUNCTION_BODY, body);
  mlg_record_set_text (function, MLG_FUNCTION_ROLE, cells[1]);
  mlg_record_set_text (function, MLG_FUNCTION_TITLE, cells[2]);
  return mlg_record_insert (sample->db, function, error);
}

/* "function ROLE NAME MAILBOX": bodies hold the functions by turns, the first one all of them. */
static gboolean
add_functions (Sample *sample, GStrv cells, guint turn, guint n_turns, GError **error)
{
  for (guint i = 0; i < sample->bodies->len; i++)
    if ((i == 0 || i % n_turns == turn)
        && !hold_function (sample, g_array_index (sample->bodies, gint64, i), i, cells, error))
      return FALSE;
  return TRUE;
}

static gboolean
add_line (Sample *sample, const char *line, guint *turn, GError **error)
{
  enum
  {
    N_FUNCTIONS = 5
  };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  if (g_str_equal (cells[0], "network"))
    return set_controller (sample, cells, error);
  if (g_str_equal (cells[0], "group"))
    return add_group (sample, cells, error);
  if (g_str_equal (cells[0], "at"))
    return place_body (sample, cells, error);
  if (g_str_equal (cells[0], "service"))
    return add_service (sample, cells, error);
  if (g_str_equal (cells[0], "function"))
    return add_functions (sample, cells, (*turn)++, N_FUNCTIONS, error);
  return add_body (sample, cells, error);
}

/* Where the sample is, unless the network says where it is itself. */
static gboolean
set_perimeter (MlgConnection *db, GError **error)
{
  return mlg_connection_execute (
      db, error, "UPDATE network SET perimeter = ?1 WHERE perimeter IS NULL", "t", PERIMETER);
}

/* What an action adds: the members, and what other rooms have. */
typedef struct
{
  const char *lines;
  MlgActionFunc more; /* (nullable) */
} Whole;

static gboolean
add_lines (MlgConnection *db, gpointer data, GError **error)
{
  const Whole *whole = data;
  g_auto (GStrv) lines = g_strsplit (whole->lines, "\n", -1);
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) bodies = g_array_new (FALSE, FALSE, sizeof (gint64));
  Sample sample = { db, groups, bodies };
  guint turn = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#' && !add_line (&sample, lines[i], &turn, error))
      return FALSE;
  return set_perimeter (db, error) && (whole->more == NULL || whole->more (db, NULL, error));
}

/**
 * mlg_sample_add:
 * @more: (nullable): adds what other rooms have of the sample network, in the same action; its data is
 *   %NULL
 *
 * Adds the members of the sample network, in the Hauts-de-France, in one action.
 *
 * Errors: those of the directory, which must be installed.
 */
gboolean
mlg_sample_add (MlgConnection *db, MlgActionFunc more, GError **error)
{
  g_autoptr (GBytes) lines =
      g_resources_lookup_data (RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  Whole whole = { lines != NULL ? g_bytes_get_data (lines, NULL) : NULL, more };

  return lines != NULL && mlg_directory_attach (db, error)
         && mlg_connection_act (db, _ ("Sample network"), add_lines, &whole, NULL, error);
}
