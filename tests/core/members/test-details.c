/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "members/mlg-body.h"
#include "members/mlg-custom-field.h"
#include "members/mlg-custom-value.h"
#include "members/mlg-custom.h"
#include "members/mlg-day.h"
#include "members/mlg-field-audience.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-member-link.h"
#include "members/mlg-person.h"
#include "members/mlg-removal.h"
#include "network-file.h"

static char *
number (gint64 id)
{
  static char buffers[8][24];
  static guint next;
  char *buffer = buffers[next++ % G_N_ELEMENTS (buffers)];

  g_snprintf (buffer, sizeof buffers[0], "%" G_GINT64_FORMAT, id);
  return buffer;
}

static void
assert_link (GPtrArray *links, guint i, const char *name, gboolean current)
{
  const MlgMemberLink *link;

  g_assert_cmpuint (i, <, links->len);
  link = links->pdata[i];
  g_assert_cmpstr (link->name, ==, name);
  g_assert_true (link->current == current);
}

static void
test_days (NetworkFile *f, gconstpointer data)
{
  static const struct
  {
    const char *day;
    gint64 months;
    const char *later;
  } cases[] = {
    { "2023-01-31", 1, "2023-02-28" },
    { "2023-11-24", 36, "2026-11-24" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-30", 1, NULL },
    { "x", 1, NULL },
    { "9999-12-01", 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *later = mlg_day_add_months (cases[i].day, cases[i].months);

      g_assert_cmpstr (later, ==, cases[i].later);
    }
  g_assert_true (mlg_day_is_over ("2026-01-01", "2026-01-02"));
  g_assert_false (mlg_day_is_over ("2026-01-02", "2026-01-02"));
  g_assert_false (mlg_day_is_over (NULL, "2026-01-02"));
}

static void
test_people (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 lille = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 nord = network_file_add (f, "body", "name", "Nord", NULL);
  gint64 b = network_file_add (f, "person", "family_name", "Responsable B", NULL);
  gint64 a = network_file_add (f, "person", "family_name", "Responsable A", NULL);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) functions = NULL;

  network_file_add (f, "function", "person", number (a), "body", number (lille), "until",
                    "2020-01-01", NULL);
  network_file_add (f, "function", "person", number (a), "body", number (lille), NULL);
  network_file_add (f, "function", "person", number (b), "body", number (lille), "main", "1", NULL);
  network_file_add (f, "function", "person", number (a), "body", number (nord), NULL);

  people = mlg_body_list_people (f->db, lille, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3);
  assert_link (people, 0, "Responsable B", TRUE);
  assert_link (people, 1, "Responsable A", TRUE);
  assert_link (people, 2, "Responsable A", FALSE);

  functions = mlg_person_list_functions (f->db, a, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (functions->len, ==, 3);
  assert_link (functions, 0, "Lille", TRUE);
  assert_link (functions, 1, "Nord", TRUE);
  assert_link (functions, 2, "Lille", FALSE);
}

static void
test_groups (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 lille = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 person = network_file_add (f, "person", "family_name", "Responsable", NULL);
  gint64 large = network_file_add (f, "group", "name", "Restauration", NULL);
  gint64 small = network_file_add (f, "group", "name", "Écoles", "parent", number (large), NULL);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) top = mlg_group_list_children (f->db, 0, &error);
  g_autoptr (GPtrArray) children = mlg_group_list_children (f->db, large, &error);

  g_assert_cmpuint (top->len, ==, 1);
  g_assert_cmpuint (children->len, ==, 1);

  network_file_begin (f);
  for (guint twice = 0; twice < 2; twice++)
    g_assert_true (mlg_group_add (f->db, large, &mlg_body_kind, lille, "01/02/2024", &error));
  g_assert_true (mlg_group_add (f->db, small, &mlg_person_kind, person, "2024-02-01", &error));
  network_file_commit (f);

  own = mlg_group_list_members (f->db, large, FALSE, &error);
  g_assert_cmpuint (own->len, ==, 1);
  assert_link (own, 0, "Lille", TRUE);
  all = mlg_group_list_members (f->db, large, TRUE, &error);
  g_assert_cmpuint (all->len, ==, 2);

  network_file_begin (f);
  g_assert_false (mlg_group_leave (f->db, large, &mlg_body_kind, lille, "2023-01-01", &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mlg_group_leave (f->db, large, &mlg_body_kind, lille, "2024-06-30", &error));
  g_assert_true (mlg_group_add (f->db, large, &mlg_body_kind, lille, NULL, &error));
  network_file_commit (f);
  groups = mlg_member_list_groups (f->db, &mlg_body_kind, lille, &error);
  g_assert_cmpuint (groups->len, ==, 2);
  assert_link (groups, 0, "Restauration", TRUE);
  assert_link (groups, 1, "Restauration", FALSE);
}

/* Two groups that are each a part of the other are listed all the same. */
static void
test_group_circle (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 lille = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 one = network_file_add (f, "group", "name", "Un", NULL);
  gint64 two = network_file_add (f, "group", "name", "Deux", "parent", number (one), NULL);
  g_autoptr (GPtrArray) all = NULL;

  network_file_begin (f);
  mlg_connection_execute (f->db, &error, "UPDATE member_group SET parent=?1 WHERE id=?2", "ii", two,
                          one);
  g_assert_no_error (error);
  g_assert_true (mlg_group_add (f->db, two, &mlg_body_kind, lille, NULL, &error));
  network_file_commit (f);
  all = mlg_group_list_members (f->db, one, TRUE, &error);
  g_assert_cmpuint (all->len, ==, 1);
}

static void
assert_field (NetworkFile *f, gint64 body, const char *field, const char *expected)
{
  g_autofree char *value = network_file_get (f, "body", body, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
set_status (NetworkFile *f, gint64 body, const char *status, const char *day)
{
  g_autoptr (GError) error = NULL;

  network_file_begin (f);
  mlg_body_set_status (f->db, body, status, day, &error);
  g_assert_no_error (error);
  network_file_commit (f);
}

static void
test_status (NetworkFile *f, gconstpointer data)
{
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  g_autofree char *today = mlg_day_today ();
  g_autoptr (GError) error = NULL;

  set_status (f, body, "prospect", "03/03/2024");
  set_status (f, body, "member", NULL);
  assert_field (f, body, "prospect_on", "2024-03-03");
  assert_field (f, body, "joined_on", today);
  set_status (f, body, "member", "2024-05-01");
  set_status (f, body, "member", NULL);
  assert_field (f, body, "joined_on", "2024-05-01");
  set_status (f, body, "former", "2025-01-01");
  assert_field (f, body, "left_on", "2025-01-01");
  set_status (f, body, "associate", NULL);
  assert_field (f, body, "left_on", NULL);
  set_status (f, body, NULL, NULL);
  assert_field (f, body, "status", NULL);

  network_file_begin (f);
  g_assert_false (mlg_body_set_status (f->db, body, "king", NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  mlg_connection_rollback (f->db);
  for (const MlgCode *code = mlg_body_statuses.codes; code->code != NULL; code++)
    g_assert_cmpint (mlg_body_get_status_date_field (code->code), >=, 0);
}

/* An editor of the whole record notes the day too, but not over what was typed. */
static void
test_edited_status (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = mlg_day_today ();
  g_autoptr (MlgRecord) before = mlg_record_new (&mlg_body_kind);
  g_autoptr (MlgRecord) body = NULL;

  mlg_record_set_text (before, MLG_BODY_STATUS, "former");
  mlg_record_set_text (before, MLG_BODY_LEFT_ON, "2024-01-01");
  body = mlg_record_copy (before);
  g_assert_true (mlg_body_note_status_day (body, before, &error));
  g_assert_true (mlg_record_equal (body, before));
  mlg_record_set_text (body, MLG_BODY_STATUS, "member");
  g_assert_true (mlg_body_note_status_day (body, before, &error));
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_JOINED_ON), ==, today);
  g_assert_true (mlg_record_is_null (body, MLG_BODY_LEFT_ON));

  mlg_record_assign (body, before);
  mlg_record_set_text (body, MLG_BODY_STATUS, "member");
  mlg_record_set_text (body, MLG_BODY_JOINED_ON, "2025-05-05");
  g_assert_true (mlg_body_note_status_day (body, before, &error));
  g_assert_cmpstr (mlg_record_get_text (body, MLG_BODY_JOINED_ON), ==, "2025-05-05");
}

static void
test_functions (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  g_autoptr (MlgRecord) person = mlg_record_new (&mlg_person_kind);
  g_autoptr (MlgRecord) function = mlg_record_new (&mlg_function_kind);
  g_autoptr (GPtrArray) people = NULL;

  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, "Responsable");
  mlg_record_set_text (function, MLG_FUNCTION_SINCE, "2024-01-01");
  mlg_record_set_boolean (function, MLG_FUNCTION_MAIN, TRUE);
  network_file_begin (f);
  g_assert_true (mlg_body_add_person (f->db, body, person, function, &error));
  g_assert_false (mlg_function_end (f->db, mlg_record_get_id (function), "2023-12-31", &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (mlg_function_end (f->db, mlg_record_get_id (function), "2024-12-31", &error));
  network_file_commit (f);
  people = mlg_body_list_people (f->db, body, &error);
  assert_link (people, 0, "Responsable", FALSE);
  g_assert_false (
      mlg_record_get_boolean (((MlgMemberLink *) people->pdata[0])->link, MLG_FUNCTION_MAIN));
}

static void
test_custom_types (NetworkFile *f, gconstpointer data)
{
  static const struct
  {
    const char *type, *text, *kept;
  } cases[] = {
    { "integer", "1 234", "1234" },
    { "integer", "12,5", NULL },
    { "real", "12,5", "12.5" },
    { "real", "douze", NULL },
    { "boolean", "Oui", "1" },
    { "boolean", "peut-être", NULL },
    { "date", "31/12/2026", "2026-12-31" },
    { "date", "31/13/2026", NULL },
    { "choice", " petit ", "Petit" },
    { "choice", "moyen", NULL },
    { "text", " mot ", "mot" },
    { "long-text", "deux\nlignes", "deux\nlignes" },
  };
  g_autoptr (MlgRecord) field = mlg_record_new (&mlg_custom_field_kind);
  g_autofree char *shown = NULL;

  mlg_record_set_text (field, MLG_CUSTOM_FIELD_NAME, "Essai");
  mlg_record_set_text (field, MLG_CUSTOM_FIELD_CHOICES, "Petit\n\n Grand \n");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;

      mlg_record_set_text (field, MLG_CUSTOM_FIELD_TYPE, cases[i].type);
      kept = mlg_custom_parse (field, cases[i].text, &error);
      g_assert_cmpstr (kept, ==, cases[i].kept);
      if (cases[i].kept == NULL)
        g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
      else
        g_assert_no_error (error);
    }
  mlg_record_set_text (field, MLG_CUSTOM_FIELD_TYPE, "integer");
  shown = mlg_custom_display (field, "douze");
  g_assert_cmpstr (shown, ==, "douze");
}

static const MlgCustom *
get_custom (GPtrArray *list, guint i)
{
  g_assert_cmpuint (i, <, list->len);
  return list->pdata[i];
}

static void
test_custom_values (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 agents = network_file_add (f, "custom-field", "name", "Agents", "kind", "body", "type",
                                    "integer", "position", "2", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) later = NULL;

  network_file_add (f, "custom-field", "name", "Devise", "kind", "body", "type", "text", "position",
                    "1", NULL);
  network_file_begin (f);
  g_assert_true (mlg_custom_set (f->db, agents, &mlg_body_kind, body, "11", NULL, &error));
  g_assert_true (mlg_custom_set (f->db, agents, &mlg_body_kind, body, "12", NULL, &error));
  g_assert_true (mlg_custom_set (f->db, agents, &mlg_body_kind, body, "20", "2025-03-01", &error));
  g_assert_false (mlg_custom_set (f->db, agents, &mlg_body_kind, body, "x", NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (mlg_custom_set (f->db, agents, &mlg_person_kind, body, "1", NULL, &error));
  g_assert_error (error, MLG_STORE_ERROR, MLG_STORE_ERROR_INVALID);
  g_clear_error (&error);
  network_file_commit (f);

  list = mlg_custom_list (f->db, &mlg_body_kind, body, &error);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_null (get_custom (list, 0)->value);
  g_assert_cmpstr (get_custom (list, 0)->display, ==, "");
  g_assert_cmpstr (get_custom (list, 1)->display, ==, "20");
  g_assert_cmpuint (get_custom (list, 1)->past->len, ==, 1);
  g_assert_cmpstr (
      mlg_record_get_text (get_custom (list, 1)->past->pdata[0], MLG_CUSTOM_VALUE_UNTIL), ==,
      "2025-02-28");

  network_file_begin (f);
  g_assert_true (mlg_custom_set (f->db, agents, &mlg_body_kind, body, "", NULL, &error));
  network_file_commit (f);
  later = mlg_custom_list (f->db, &mlg_body_kind, body, &error);
  g_assert_null (get_custom (later, 1)->value);
}

static void
test_removal (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 body = network_file_add (f, "body", "name", "Lille", NULL);
  gint64 person = network_file_add (f, "person", "family_name", "Responsable", NULL);
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) none = NULL;
  gint64 child;

  network_file_add (f, "function", "person", number (person), "body", number (body), NULL);
  network_file_add (f, "function", "person", number (person), "body", number (body), NULL);
  child = network_file_add (f, "body", "name", "CCAS", "parent", number (body), "sponsor",
                            number (body), NULL);
  parts = mlg_removal_foresee (f->db, &mlg_body_kind, body, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (parts->len, ==, 2);
  for (guint i = 0; i < parts->len; i++)
    {
      const MlgRemovalPart *part = parts->pdata[i];
      gboolean bodies = part->kind == &mlg_body_kind;

      g_assert_cmpuint (part->n_removed, ==, bodies ? 0 : 2);
      g_assert_cmpuint (part->n_released, ==, bodies ? 1 : 0);
    }
  none = mlg_removal_foresee (f->db, &mlg_body_kind, child, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_audiences (NetworkFile *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 person = network_file_add (f, "person", "family_name", "Responsable", NULL);
  g_autofree MlgAudience *before = NULL;
  g_autofree MlgAudience *after = NULL;

  for (const MlgCode *code = mlg_audiences.codes; code->code != NULL; code++)
    {
      network_file_begin (f);
      mlg_audience_set (f->db, &mlg_person_kind, person, MLG_PERSON_EMAIL,
                        (MlgAudience) (code - mlg_audiences.codes), &error);
      g_assert_no_error (error);
      network_file_commit (f);
    }
  after = mlg_audiences_load (f->db, &mlg_person_kind, person, &error);
  g_assert_cmpint (after[MLG_PERSON_EMAIL], ==, MLG_AUDIENCE_PUBLIC);
  g_assert_cmpint (after[MLG_PERSON_PHONE], ==, MLG_AUDIENCE_NETWORK);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM field_audience"), ==, 1);

  network_file_begin (f);
  g_assert_true (mlg_audience_set (f->db, &mlg_person_kind, person, MLG_PERSON_EMAIL,
                                   MLG_AUDIENCE_NETWORK, &error));
  network_file_commit (f);
  before = mlg_audiences_load (f->db, &mlg_person_kind, person, &error);
  g_assert_cmpint (before[MLG_PERSON_EMAIL], ==, MLG_AUDIENCE_NETWORK);
  g_assert_cmpint (network_file_count (f, "SELECT count(*) FROM field_audience"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TEST ("/members/details/days", test_days);
  ADD_TEST ("/members/details/people", test_people);
  ADD_TEST ("/members/details/groups", test_groups);
  ADD_TEST ("/members/details/group-circle", test_group_circle);
  ADD_TEST ("/members/details/status", test_status);
  ADD_TEST ("/members/details/edited-status", test_edited_status);
  ADD_TEST ("/members/details/functions", test_functions);
  ADD_TEST ("/members/details/custom-types", test_custom_types);
  ADD_TEST ("/members/details/custom-values", test_custom_values);
  ADD_TEST ("/members/details/removal", test_removal);
  ADD_TEST ("/members/details/audiences", test_audiences);
  return g_test_run ();
}
