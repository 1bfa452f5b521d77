/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library/mlg-head-order.h"

/* Criteria put elsewhere with those inside them: a row is a letter and how deep it is. */
typedef struct
{
  char letter;
  guint level;
} Row;

static guint
get_level (gpointer row)
{
  return ((Row *) row)->level;
}

static void
set_level (gpointer row, guint level)
{
  ((Row *) row)->level = level;
}

/* "A b c D": those inside another one follow it, in small letters. */
static GPtrArray *
make (const char *text)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (; *text != '\0'; text++)
    {
      Row *row = g_new0 (Row, 1);

      row->letter = g_ascii_toupper (*text);
      row->level = g_ascii_islower (*text);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
assert_rows (GPtrArray *rows, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      g_string_append_c (text, row->level > 0 ? g_ascii_tolower (row->letter) : row->letter);
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_ptr_array_set_free_func (rows, g_free);
  g_ptr_array_unref (rows);
}

static void
test_move (void)
{
  GPtrArray *rows = make ("AbcDe");

  g_assert_true (mlg_head_order_move (rows, 0, get_level, TRUE));
  assert_rows (rows, "DeAbc");
  rows = make ("AbcDe");
  g_assert_true (mlg_head_order_move (rows, 3, get_level, FALSE));
  assert_rows (rows, "DeAbc");
  rows = make ("AbcDe");
  g_assert_true (mlg_head_order_move (rows, 2, get_level, FALSE));
  g_assert_false (mlg_head_order_move (rows, 1, get_level, FALSE));
  g_assert_false (mlg_head_order_move (rows, 2, get_level, TRUE));
  g_assert_false (mlg_head_order_move (rows, 0, get_level, FALSE));
  g_assert_false (mlg_head_order_move (rows, 3, get_level, TRUE));
  assert_rows (rows, "AcbDe");
}

static void
test_levels (void)
{
  GPtrArray *rows = make ("AbCD");

  g_assert_false (mlg_head_order_go_in (rows, 0, get_level, set_level));
  g_assert_true (mlg_head_order_go_in (rows, 2, get_level, set_level));
  assert_rows (rows, "AbcD");
  rows = make ("AbcD");
  g_assert_false (mlg_head_order_go_out (rows, 0, get_level, set_level));
  g_assert_true (mlg_head_order_go_out (rows, 1, get_level, set_level));
  assert_rows (rows, "AcBD");
  rows = make ("AbcD");
  g_assert_cmpuint (mlg_head_order_find_end (rows, 0, get_level), ==, 3);
  g_assert_cmpuint (mlg_head_order_find_end (rows, 3, get_level), ==, 4);
  assert_rows (rows, "AbcD");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/library/head-order/move", test_move);
  g_test_add_func ("/app/library/head-order/levels", test_levels);
  return g_test_run ();
}
