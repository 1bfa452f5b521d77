/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-window.h"
#include "members/mlg-body.h"
#include "members/mlg-body-details.h"
#include "members/mlg-function.h"
#include "members/mlg-functions-cell.h"
#include "members/mlg-group-details.h"
#include "members/mlg-group.h"
#include "members/mlg-groups-view.h"
#include "members/mlg-link-row.h"
#include "members/mlg-member-adder.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-member-offer.h"
#include "members/mlg-people-view.h"
#include "members/mlg-person-details.h"
#include "members/mlg-person.h"
#include "widgets/mlg-page.h"
#include "widgets/mlg-record-row.h"

static gint64 lille, manager, city_group, big_group, buying;

static gboolean
add_group (MlgConnection *db, const char *name, gint64 parent, gint64 *id, GError **error)
{
  g_autoptr (MlgRecord) group = mlg_record_new (&mlg_group_kind);

  mlg_record_set_text (group, MLG_GROUP_NAME, name);
  if (parent != 0)
    mlg_record_set_integer (group, MLG_GROUP_PARENT, parent);
  if (!mlg_record_insert (db, group, error))
    return FALSE;
  *id = mlg_record_get_id (group);
  return TRUE;
}

static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);
  g_autoptr (MlgRecord) person = mlg_record_new (&mlg_person_kind);
  g_autoptr (MlgRecord) function = mlg_record_new (&mlg_function_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, "Lille");
  mlg_record_set_text (body, MLG_BODY_SIREN, "215903501");
  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, "Procurement manager");
  mlg_record_set_text (function, MLG_FUNCTION_TITLE, "Buyer");
  if (!mlg_record_insert (db, body, error)
      || !mlg_body_add_person (db, mlg_record_get_id (body), person, function, error)
      || !add_group (db, "Cities", 0, &city_group, error)
      || !add_group (db, "Big cities", city_group, &big_group, error)
      || !mlg_group_add (db, big_group, &mlg_body_kind, mlg_record_get_id (body), NULL, error))
    return FALSE;
  lille = mlg_record_get_id (body);
  manager = mlg_record_get_id (person);
  buying = mlg_record_get_id (function);
  return TRUE;
}

static gboolean
shows_manager (gpointer data)
{
  MlgRecord *person = mlg_record_details_get_record (data);

  return person != NULL && mlg_record_get_id (person) == manager;
}

static gboolean
shows_big_group (gpointer data)
{
  MlgRecord *group = mlg_record_details_get_record (data);

  return group != NULL && mlg_record_get_id (group) == big_group;
}

/* What nobody has looked at is not there; what somebody has looked at stays. */
static void
test_made_when_seen (void)
{
  AppWindow f = { NULL };
  GtkWidget *people;

  app_window_set_up (&f, fill, NULL);
  g_assert_null (app_window_find (f.page, MLG_TYPE_PEOPLE_VIEW));
  g_assert_null (app_window_find (f.page, MLG_TYPE_BODY_DETAILS));
  g_assert_null (app_window_find (f.page, MLG_TYPE_PERSON_DETAILS));
  g_assert_true (gtk_widget_activate_action (f.page, "members.show", "s", "people"));
  people = app_window_find (f.page, MLG_TYPE_PEOPLE_VIEW);
  g_assert_true (gtk_widget_get_mapped (people));
  g_assert_null (app_window_find (f.page, MLG_TYPE_PERSON_DETAILS));
  g_assert_true (gtk_widget_activate_action (f.page, "members.show", "s", "bodies"));
  g_assert_true (gtk_widget_activate_action (f.page, "members.show", "s", "people"));
  g_assert_true (app_window_find (f.page, MLG_TYPE_PEOPLE_VIEW) == people);
  app_window_tear_down (&f);
}

static gboolean
names_the_body (gpointer cell)
{
  return g_strcmp0 (gtk_widget_get_tooltip_text (cell), "Lille, Buyer") == 0;
}

/* Where there is no room for columns, people of one name are told apart by where they work. */
static void
test_people_in_rows (void)
{
  AppWindow f = { NULL };
  GtkWidget *people, *row;

  app_window_set_up (&f, fill, NULL);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 400, 700);
  g_assert_true (gtk_widget_activate_action (f.page, "members.show", "s", "people"));
  people = app_window_find (f.page, MLG_TYPE_PEOPLE_VIEW);
  row = app_window_await (people, MLG_TYPE_RECORD_ROW);
  app_window_wait (names_the_body, app_window_find (row, MLG_TYPE_FUNCTIONS_CELL));
  app_window_tear_down (&f);
}

/* A function is read with the person who holds it. */
static void
test_people (void)
{
  AppWindow f = { NULL };
  GtkWidget *details;

  app_window_set_up (&f, fill, NULL);
  g_assert_true (mlg_page_show_record (MLG_PAGE (f.page), &mlg_function_kind, buying));
  details = app_window_await (f.page, MLG_TYPE_PERSON_DETAILS);
  app_window_wait (shows_manager, details);
  app_window_settle ();
  g_assert_true (gtk_widget_get_mapped (details));
  g_assert_cmpuint (app_window_count (details, MLG_TYPE_LINK_ROW), ==, 1);
  app_window_assert_named (f.page);
  app_window_tear_down (&f);
}

static void
test_groups (void)
{
  AppWindow f = { NULL };
  GtkWidget *details, *view;
  gint64 before;

  app_window_set_up (&f, fill, NULL);
  g_assert_true (mlg_page_show_record (MLG_PAGE (f.page), &mlg_group_kind, big_group));
  details = app_window_await (f.page, MLG_TYPE_GROUP_DETAILS);
  app_window_wait (shows_big_group, details);
  app_window_settle ();
  g_assert_cmpuint (app_window_count (details, MLG_TYPE_LINK_ROW), ==, 1);
  app_window_assert_named (f.page);
  view = app_window_find (f.page, MLG_TYPE_GROUPS_VIEW);
  before = mlg_groups_view_get_only (MLG_GROUPS_VIEW (view));
  g_assert_cmpint (before, ==, big_group);
  g_assert_true (gtk_widget_activate_action (f.page, "members.add-group", NULL));
  app_window_settle ();
  app_window_settle ();
  g_assert_cmpint (mlg_groups_view_get_only (MLG_GROUPS_VIEW (view)), !=, before);
  app_window_tear_down (&f);
}

static gboolean
is_there (gpointer data)
{
  return mlg_store_get_undo_name (data) != NULL
         && g_str_has_prefix (mlg_store_get_undo_name (data), "Add ");
}

static gpointer
read_offers (MlgConnection *db, gpointer words, GError **error)
{
  return mlg_member_offer_read (db, words, error);
}

static void
on_offers (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray **offers = data;

  *offers = mlg_store_read_finish (MLG_STORE (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static GPtrArray *
get_offers (MlgStore *store, const char *words)
{
  GPtrArray *offers = NULL;

  mlg_store_read_async (store, read_offers, g_strdup (words), g_free,
                        (GDestroyNotify) g_ptr_array_unref, NULL, on_offers, &offers);
  app_window_wait (is_set, &offers);
  return offers;
}

/* What is typed offers bodies of the directory, those that are there marked, and one by hand. */
static void
test_added (void)
{
  AppWindow f = { NULL };
  MlgStore *store;
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  MlgMemberOffer *first, *last;

  app_window_set_up (&f, fill, NULL);
  store = mlg_page_get_store (MLG_PAGE (f.page));
  here = get_offers (store, "lille");
  g_assert_cmpint (((MlgMemberOffer *) here->pdata[0])->body, ==, lille);
  offers = get_offers (store, "tourcoing");
  first = offers->pdata[0];
  last = offers->pdata[offers->len - 1];
  g_assert_cmpstr (first->title, ==, "Tourcoing");
  g_assert_cmpint (first->body, ==, 0);
  g_assert_cmpuint (last->entries->len, ==, 0);
  mlg_member_offer_add (app_window_find (f.page, MLG_TYPE_MEMBER_ADDER), first, "prospect");
  app_window_wait (is_there, store);
  g_assert_cmpstr (mlg_store_get_undo_name (store), ==, "Add Tourcoing");
  app_window_settle ();
  gtk_widget_activate_action (f.page, "win.undo", NULL);
  app_window_settle ();
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/app/members-views/made-when-seen", test_made_when_seen);
  g_test_add_func ("/app/members-views/people", test_people);
  g_test_add_func ("/app/members-views/people-in-rows", test_people_in_rows);
  g_test_add_func ("/app/members-views/groups", test_groups);
  g_test_add_func ("/app/members-views/added", test_added);
  return g_test_run ();
}
