/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "members/mlg-body.h"
#include "members/mlg-function.h"

/* Values of closed lists, as people and files write them. */

static void
test_read_back (void)
{
  static const struct
  {
    const char *text;
    const char *code; /* NULL for none */
  } cases[] = {
    { "member", "member" }, { "Member", "member" },  { "membre", "member" },
    { "MEMBRE", "member" }, { "former", "former" },  { "Former member", "former" },
    { "friend", NULL },     { "member, but", NULL }, { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MlgCode *found = mlg_code_list_find_by_title (&mlg_body_statuses, cases[i].text);

      g_assert_cmpstr (found != NULL ? found->code : NULL, ==, cases[i].code);
    }
  g_assert_null (mlg_code_list_find (&mlg_body_statuses, NULL));
  g_assert_null (mlg_code_list_find (&mlg_body_statuses, "Member"));
}

/* Every title of a list leads back to its code. */
static void
test_every_title (void)
{
  static const MlgCodeList *const lists[] = { &mlg_body_statuses, &mlg_function_roles };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint n = 0;

      for (const MlgCode *code = lists[i]->codes; code->code != NULL; code++, n++)
        {
          const char *title = mlg_code_list_get_title (lists[i], code->code);

          g_assert_cmpstr (mlg_code_list_find_by_title (lists[i], title)->code, ==, code->code);
        }
      g_assert_cmpuint (mlg_code_list_get_n (lists[i]), ==, n);
    }
}

static void
test_unknown (void)
{
  g_assert_cmpstr (mlg_code_list_get_title (&mlg_body_statuses, "friend"), ==, "friend");
  g_assert_cmpstr (mlg_code_list_get_title (&mlg_body_statuses, NULL), ==, "");
  g_assert_null (mlg_code_list_get_group (&mlg_body_statuses, "member"));
  g_assert_null (mlg_code_list_get_group (&mlg_body_statuses, NULL));
}

/* The codes of a family are those that say so, and each belongs to one family only. */
static void
test_families (void)
{
  const MlgCodeList *list = mlg_body_kind.fields[MLG_BODY_CATEGORY].codes;
  g_autofree const char **groups = mlg_code_list_get_groups (list);
  guint n = 0, grouped = 0;

  g_assert_nonnull (groups[0]);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autofree const char **codes = mlg_code_list_get_group_codes (list, groups[i]);

      g_assert_nonnull (codes[0]);
      g_assert_cmpstr (mlg_code_list_find_group (list, groups[i]), ==, groups[i]);
      for (guint j = 0; codes[j] != NULL; j++, n++)
        g_assert_cmpstr (mlg_code_list_get_group (list, codes[j]), ==, groups[i]);
    }
  for (const MlgCode *code = list->codes; code->code != NULL; code++)
    grouped += code->group != NULL;
  g_assert_cmpuint (n, ==, grouped);
  g_assert_nonnull (mlg_code_list_find_group (list, "EPCI"));
  g_assert_null (mlg_code_list_find_group (list, "friends"));
}

static void
test_no_family (void)
{
  const MlgCodeList *list = mlg_body_kind.fields[MLG_BODY_CATEGORY].codes;
  g_autofree const char **codes = mlg_code_list_get_group_codes (list, "friends");

  g_assert_null (codes[0]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/code-list/read-back", test_read_back);
  g_test_add_func ("/code-list/every-title", test_every_title);
  g_test_add_func ("/code-list/unknown", test_unknown);
  g_test_add_func ("/code-list/families", test_families);
  g_test_add_func ("/code-list/no-family", test_no_family);
  return g_test_run ();
}
