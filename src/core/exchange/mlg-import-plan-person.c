/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "members/mlg-body.h"
#include "members/mlg-directory.h"
#include "members/mlg-function.h"
#include "members/mlg-person.h"
#include "mlg-import-name.h"
#include "mlg-import-private.h"
#include "store/mlg-fold.h"
#include "store/mlg-id.h"

/* What becomes of a row or a card that speaks of a person: the person, the bodies where they work, and
 * what they do there. */

/* How alike the names of two people with one address must be to say nothing. */
#define SAME_PERSON 0.5

static gboolean
says_nothing (MlgRecord *record)
{
  for (guint i = 0; i < mlg_record_get_kind (record)->n_fields; i++)
    if (!mlg_record_is_null (record, i))
      return FALSE;
  return TRUE;
}

static void
warn_body (
    MlgImportPlan *self, MlgImportRow *row, MlgRecord *mention, MlgRecord *found, double score)
{
  g_autofree char *name = mlg_record_dup_name (found);
  const char *said = mlg_record_get_text (mention, MLG_BODY_NAME);

  if (score >= MLG_IMPORT_SAME_NAME)
    mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, 0,
                              _ ("“%s” is taken for “%s”: check that it is right"), said, name);
  else
    mlg_import_plan_complain (
        self, MLG_SEVERITY_WARNING, row, 0,
        _ ("“%s” looks like “%s”, which is known: it is added; merge them if they are the same"),
        said, name);
}

/* Returns: (transfer none) (nullable): the body that is known as the row says. */
static MlgRecord *
find_body (MlgImportPlan *self, MlgImportRow *row, MlgRecord *mention)
{
  double score = 0;
  MlgRecord *found =
      mlg_import_bodies_find (mlg_import_lookup_get_bodies (&self->lookup), mention, &score);

  if (found != NULL && score < 1)
    warn_body (self, row, mention, found, score);
  return found != NULL && score >= MLG_IMPORT_SAME_NAME ? found : NULL;
}

/* What the directory of public bodies says of the number, if it knows it. */
static MlgRecord *
look_up (MlgImportPlan *self, MlgRecord *mention)
{
  const char *number = mlg_record_get_text (mention, MLG_BODY_SIREN);
  g_autoptr (MlgDirectoryEntry) entry = NULL;

  if (number == NULL)
    number = mlg_record_get_text (mention, MLG_BODY_INSEE);
  if (number != NULL && mlg_directory_attach (self->lookup.db, NULL))
    entry = mlg_directory_find (self->lookup.db, number, NULL);
  return entry != NULL ? mlg_directory_entry_to_body (entry) : NULL;
}

/* As the row says it, completed by what the directory knows. */
static MlgRecord *
complete (MlgImportPlan *self, MlgRecord *mention)
{
  g_autoptr (MlgRecord) official = look_up (self, mention);
  MlgRecord *body = mlg_record_copy (mention);

  for (guint i = 0; official != NULL && i < MLG_BODY_N_FIELDS; i++)
    if (mlg_record_is_null (body, i) && !mlg_record_is_null (official, i))
      mlg_record_copy_value (body, official, i);
  if (mlg_record_is_null (body, MLG_BODY_STATUS))
    mlg_record_set_text (body, MLG_BODY_STATUS, "prospect");
  mlg_record_set_id (body, mlg_id_new ());
  return body;
}

/* A body that is not known yet becomes a prospect: that somebody works there is no membership. */
static MlgRecord *
make_body (MlgImportPlan *self, MlgImportRow *row, MlgRecord *mention)
{
  g_autoptr (MlgRecord) body = complete (self, mention);

  if (mlg_record_is_null (body, MLG_BODY_NAME))
    {
      mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, 0,
                                _ ("no body has this number, and the row does not name it: the "
                                   "function is left aside"));
      return NULL;
    }
  mlg_import_plan_write (self, body, TRUE);
  mlg_import_lookup_add_body (&self->lookup, body);
  self->result.bodies++;
  mlg_import_plan_complain (self, MLG_SEVERITY_NOTE, row, 0,
                            _ ("“%s” is not known yet: it is added as a prospect"),
                            mlg_record_get_text (body, MLG_BODY_NAME));
  return body;
}

/* Returns: a body that a function before in the same row made. */
static MlgRecord *
find_again (MlgImportPlan *self, MlgRecord *mention)
{
  double score = 0;
  MlgRecord *found =
      mlg_import_bodies_find (mlg_import_lookup_get_bodies (&self->lookup), mention, &score);

  return score >= 1 ? found : NULL;
}

/* Returns: (element-type MlgRecord): for each function the body that is known, or %NULL. */
static GPtrArray *
find_bodies (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry)
{
  GPtrArray *bodies = g_ptr_array_new ();

  for (guint i = 0; entry->functions != NULL && i < entry->functions->len; i++)
    {
      const MlgImportFunction *function = entry->functions->pdata[i];

      g_ptr_array_add (
          bodies, says_nothing (function->body) ? NULL : find_body (self, row, function->body));
    }
  return bodies;
}

static MlgRecord *
find_person (MlgImportPlan *self, MlgImportRow *row, GPtrArray *bodies, int *key)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < bodies->len; i++)
    {
      gint64 id = bodies->pdata[i] != NULL ? mlg_record_get_id (bodies->pdata[i]) : 0;

      /* A body that nobody knows yet has nobody in it. */
      g_array_append_val (ids, id);
    }
  return mlg_import_people_find (self->lookup.people, row->record, ids, key);
}

/* One address for several people is that of their service. */
static void
warn_name (MlgImportPlan *self, MlgImportRow *row)
{
  g_autofree char *said = mlg_record_dup_name (row->record);
  g_autofree char *known = mlg_record_dup_name (row->there);
  g_autofree char *a = mlg_import_name_key (said);
  g_autofree char *b = mlg_import_name_key (known);

  if (row->key == MLG_PERSON_EMAIL && mlg_import_name_compare (a, b) < SAME_PERSON)
    mlg_import_plan_complain (
        self, MLG_SEVERITY_WARNING, row, 0,
        _ ("“%s” has the address of “%s” and is taken for the same person: if they share it, add "
           "this one apart"),
        said, known);
}

static void
recognise (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry, GPtrArray *bodies)
{
  const MlgImportChoice *choice = mlg_import_plan_get_choice (self, row);
  gint64 id = choice != NULL && choice->id != 0 ? choice->id : entry->id;
  MlgRecord *found = NULL;

  if (choice != NULL && choice->deed == MLG_IMPORT_DEED_ADD)
    return;
  row->key = choice != NULL && choice->id != 0 ? MLG_IMPORT_BY_CHOICE : MLG_IMPORT_BY_ID;
  if (id != 0)
    found = mlg_import_people_get (self->lookup.people, id);
  if (found == NULL)
    found = find_person (self, row, bodies, &row->key);
  if (found == NULL)
    return;
  row->there = g_object_ref (found);
  row->score = 1;
  warn_name (self, row);
}

static gboolean
same_title (MlgRecord *a, MlgRecord *b)
{
  const char *first = mlg_record_get_text (a, MLG_FUNCTION_TITLE);
  const char *second = mlg_record_get_text (b, MLG_FUNCTION_TITLE);
  g_autofree char *x = first != NULL ? mlg_fold (first) : NULL;
  g_autofree char *y = second != NULL ? mlg_fold (second) : NULL;

  return x == NULL || y == NULL || g_str_equal (x, y);
}

/* Returns: the function of that title in that body; else the only one there, for what would replace it
 * or would leave it as it is. */
static MlgRecord *
find_function (MlgImportPlan *self, MlgImportRow *row, gint64 person, gint64 body, MlgRecord *said)
{
  GPtrArray *functions = mlg_import_people_get_functions (self->lookup.people, person);
  MlgRecord *any = NULL;
  guint n = 0;

  for (guint i = 0; functions != NULL && i < functions->len; i++)
    if (mlg_record_get_integer (functions->pdata[i], MLG_FUNCTION_BODY) == body)
      {
        if (same_title (functions->pdata[i], said))
          return functions->pdata[i];
        any = functions->pdata[i];
        n++;
      }
  if (!mlg_import_plan_may_change (self, row))
    return any;
  return n == 1 && mlg_import_plan_replaces (self, row) ? any : NULL;
}

static gboolean
plan_function (MlgImportPlan *self, MlgImportRow *row, MlgRecord *said, MlgRecord *body)
{
  MlgRecord *person = row->there != NULL ? row->there : row->record;
  MlgRecord *there =
      find_function (self, row, mlg_record_get_id (person), mlg_record_get_id (body), said);

  if (there != NULL)
    return mlg_import_plan_may_change (self, row)
           && mlg_import_plan_take_over (self, row, there, said,
                                         mlg_import_plan_replaces (self, row));
  mlg_record_set_integer (said, MLG_FUNCTION_PERSON, mlg_record_get_id (person));
  mlg_record_set_integer (said, MLG_FUNCTION_BODY, mlg_record_get_id (body));
  mlg_import_plan_write (self, said, TRUE);
  mlg_import_people_add_function (self->lookup.people, said);
  self->result.functions++;
  row->n_functions++;
  return TRUE;
}

/* A function that is not there yet is added even where what is there is left as it is: it takes
 * nothing away, and the second row of a person who has two is not lost. */
static gboolean
plan_functions (MlgImportPlan *self, MlgImportRow *row, MlgImportEntry *entry, GPtrArray *bodies)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < bodies->len; i++)
    {
      const MlgImportFunction *function = entry->functions->pdata[i];
      MlgRecord *body = bodies->pdata[i];

      if (body == NULL && says_nothing (function->body))
        {
          if (!says_nothing (function->function))
            mlg_import_plan_complain (self, MLG_SEVERITY_WARNING, row, 0,
                                      _ ("no body is named: the function is left aside"));
          continue;
        }
      if (body == NULL)
        body = find_again (self, function->body);
      if (body == NULL)
        body = make_body (self, row, function->body);
      if (body != NULL)
        changed = plan_function (self, row, function->function, body) || changed;
    }
  return changed;
}

static gboolean
load (MlgImportPlan *self, GError **error)
{
  if (!mlg_import_lookup_load_bodies (&self->lookup, error))
    return FALSE;
  if (self->lookup.people == NULL)
    self->lookup.people = mlg_import_people_new (self->lookup.db, error);
  return self->lookup.people != NULL;
}

gboolean
mlg_import_plan_person (MlgImportPlan *self,
                        MlgImportRow *row,
                        MlgImportEntry *entry,
                        GError **error)
{
  g_autoptr (GPtrArray) bodies = NULL;
  gboolean changed = FALSE;

  if (!load (self, error))
    return FALSE;
  bodies = find_bodies (self, row, entry);
  recognise (self, row, entry, bodies);
  if (row->there == NULL)
    {
      mlg_record_set_id (row->record, mlg_id_new ());
      mlg_import_plan_write (self, row->record, TRUE);
      mlg_import_people_add (self->lookup.people, row->record);
    }
  else if (mlg_import_plan_may_change (self, row))
    changed = mlg_import_plan_take_over (self, row, row->there, row->record,
                                         mlg_import_plan_replaces (self, row));
  changed = plan_functions (self, row, entry, bodies) || changed;
  return mlg_import_plan_finish (self, row, entry, changed, error);
}
