/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "app-window.h"
#include "members/mlg-body.h"
#include "members/mlg-function.h"
#include "members/mlg-group.h"
#include "members/mlg-member-edit.h"
#include "members/mlg-body-details.h"
#include "members/mlg-link-row.h"
#include "members/mlg-person.h"
#include "widgets/mlg-field-row.h"
#include "widgets/mlg-page.h"

static gint64 lille, procurement;

static gboolean
fill (MlgConnection *db, gpointer data, GError **error)
{
  g_autoptr (MlgRecord) body = mlg_record_new (&mlg_body_kind);
  g_autoptr (MlgRecord) person = mlg_record_new (&mlg_person_kind);
  g_autoptr (MlgRecord) function = mlg_record_new (&mlg_function_kind);
  g_autoptr (MlgRecord) group = mlg_record_new (&mlg_group_kind);

  mlg_record_set_text (body, MLG_BODY_NAME, "Lille");
  mlg_record_set_text (body, MLG_BODY_STATUS, "prospect");
  mlg_record_set_text (body, MLG_BODY_CATEGORY, "7210");
  mlg_record_set_text (body, MLG_BODY_SIREN, "215903501");
  mlg_record_set_text (person, MLG_PERSON_FAMILY_NAME, "Head of procurement");
  mlg_record_set_text (function, MLG_FUNCTION_ROLE, "procurement-head");
  mlg_record_set_text (group, MLG_GROUP_NAME, "Cities");
  if (!mlg_record_insert (db, body, error) || !mlg_record_insert (db, group, error)
      || !mlg_body_add_person (db, mlg_record_get_id (body), person, function, error)
      || !mlg_group_add (db, mlg_record_get_id (group), &mlg_body_kind, mlg_record_get_id (body),
                         NULL, error))
    return FALSE;
  lille = mlg_record_get_id (body);
  procurement = mlg_record_get_id (function);
  return TRUE;
}

static gboolean
shows_lille (gpointer data)
{
  MlgRecord *body = mlg_record_details_get_record (data);

  return body != NULL && mlg_record_get_id (body) == lille && mlg_record_is_loaded (body);
}

static GtkWidget *
open_lille (AppWindow *f)
{
  GtkWidget *details;

  app_window_set_up (f, fill, NULL);
  g_assert_true (mlg_page_show_record (MLG_PAGE (f->page), &mlg_body_kind, lille));
  details = app_window_find (f->page, MLG_TYPE_BODY_DETAILS);
  app_window_wait (shows_lille, details);
  app_window_settle ();
  return details;
}

static MlgFieldRow *
find_row (GtkWidget *root, const char *field)
{
  if (MLG_IS_FIELD_ROW (root))
    return g_str_equal (mlg_field_row_get_field (MLG_FIELD_ROW (root)), field)
               ? MLG_FIELD_ROW (root)
               : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      MlgFieldRow *found = find_row (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  MlgFieldRow *row;
  const char *text;
} Expected;

static gboolean
says (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (mlg_field_row_get_text (expected->row), expected->text);
}

static void
wait_for (MlgFieldRow *row, const char *text)
{
  Expected expected = { row, text };

  app_window_wait (says, &expected);
}

static void
write_text (MlgFieldRow *row, const char *text)
{
  mlg_field_row_edit (row);
  g_assert_true (mlg_field_row_is_editing (row));
  mlg_field_row_set_editor_text (row, text);
  mlg_field_row_apply (row);
}

/* What is not right is said and stays; what is right is one action, which is undone on screen too. */
static void
test_edited (void)
{
  AppWindow f = { NULL };
  MlgFieldRow *row = find_row (open_lille (&f), "email");
  g_autoptr (MlgRecord) changed = NULL;
  g_autoptr (MlgRecord) undone = NULL;

  g_assert_cmpstr (mlg_field_row_get_text (row), ==, "");
  write_text (row, "lille");
  g_assert_true (mlg_field_row_is_editing (row));
  g_assert_cmpstr (mlg_field_row_get_message (row), !=, "");
  mlg_field_row_set_editor_text (row, "contact@lille.example");
  mlg_field_row_apply (row);
  g_assert_false (mlg_field_row_is_editing (row));
  wait_for (row, "contact@lille.example");
  g_assert_cmpstr (mlg_field_row_get_message (row), ==, "");
  changed = app_window_load (&f, &mlg_body_kind, lille);
  g_assert_cmpstr (mlg_record_get_text (changed, MLG_BODY_EMAIL), ==, "contact@lille.example");
  g_assert_cmpstr (mlg_store_get_undo_name (mlg_page_get_store (MLG_PAGE (f.page))), ==,
                   "Change “E-mail” of Lille");
  gtk_widget_activate_action (f.page, "win.undo", NULL);
  wait_for (row, "");
  undone = app_window_load (&f, &mlg_body_kind, lille);
  g_assert_true (mlg_record_is_null (undone, MLG_BODY_EMAIL));
  app_window_tear_down (&f);
}

static void
test_given_up (void)
{
  AppWindow f = { NULL };
  MlgFieldRow *row = find_row (open_lille (&f), "name");

  mlg_field_row_edit (row);
  app_window_settle ();
  mlg_field_row_set_editor_text (row, "Paris");
  mlg_field_row_give_up (row);
  app_window_settle ();
  g_assert_cmpstr (mlg_field_row_get_text (row), ==, "Lille");
  g_assert_false (mlg_field_row_is_editing (row));
  app_window_tear_down (&f);
}

/* A status has a date; a list of codes changes it at once. */
static void
test_status (void)
{
  AppWindow f = { NULL };
  MlgFieldRow *row = find_row (open_lille (&f), "status");
  g_autoptr (MlgRecord) changed = NULL;

  write_text (row, "member");
  wait_for (row, "Member");
  changed = app_window_load (&f, &mlg_body_kind, lille);
  g_assert_false (mlg_record_is_null (changed, MLG_BODY_JOINED_ON));
  app_window_tear_down (&f);
}

static void
test_shown (void)
{
  AppWindow f = { NULL };
  GtkWidget *details = open_lille (&f);

  g_assert_cmpstr (mlg_field_row_get_text (find_row (details, "siren")), ==,
                   "215\u202f903\u202f501");
  g_assert_cmpstr (mlg_field_row_get_text (find_row (details, "status")), ==, "Prospect");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_row (details, "email"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_row (details, "siret"))));
  g_assert_cmpuint (app_window_count (details, MLG_TYPE_LINK_ROW), ==, 2);
  app_window_assert_named (details);
  gtk_widget_activate_action (f.page, "members.show-empty", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_row (details, "siret"))));
  app_window_assert_named (details);
  app_window_tear_down (&f);
}

/* A function that ends stays known. */
static void
test_links (void)
{
  AppWindow f = { NULL };
  GtkWidget *details = open_lille (&f);
  GtkWidget *row = app_window_find (details, MLG_TYPE_LINK_ROW);
  g_autoptr (MlgRecord) function = NULL;

  g_assert_cmpstr (mlg_link_row_get_link (row)->name, ==, "Head of procurement");
  g_assert_true (gtk_widget_activate_action (row, "link.end", NULL));
  app_window_settle ();
  function = app_window_load (&f, &mlg_function_kind, procurement);
  g_assert_false (mlg_record_is_null (function, MLG_FUNCTION_UNTIL));
  g_assert_cmpuint (app_window_count (details, MLG_TYPE_LINK_ROW), ==, 2);
  app_window_tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/app/members-details/edited", test_edited);
  g_test_add_func ("/app/members-details/given-up", test_given_up);
  g_test_add_func ("/app/members-details/status", test_status);
  g_test_add_func ("/app/members-details/shown", test_shown);
  g_test_add_func ("/app/members-details/links", test_links);
  return g_test_run ();
}
