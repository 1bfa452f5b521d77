/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-head-order.h"

/**
 * mlg_head_order_find_end:
 * @rows: each followed by those inside it
 *
 * Returns: the first row after those inside the row @i
 */
guint
mlg_head_order_find_end (GPtrArray *rows, guint i, MlgHeadGetLevel get)
{
  guint level = get (rows->pdata[i]), end = i + 1;

  while (end < rows->len && get (rows->pdata[end]) > level)
    end++;
  return end;
}

/* Two neighbours, [a, b[ and [b, end[, change places. */
static void
swap (GPtrArray *rows, guint a, guint b, guint end)
{
  for (guint i = b; i < end; i++)
    {
      gpointer row = rows->pdata[i];

      g_ptr_array_remove_index (rows, i);
      g_ptr_array_insert (rows, (int) (a + i - b), row);
    }
}

/* The row of the same level before the row @i, inside the same one. */
static gboolean
find_before (GPtrArray *rows, guint i, MlgHeadGetLevel get, guint *before)
{
  guint level = get (rows->pdata[i]);

  for (guint j = i; j > 0; j--)
    {
      guint at = get (rows->pdata[j - 1]);

      *before = j - 1;
      if (at <= level)
        return at == level;
    }
  return FALSE;
}

/**
 * mlg_head_order_move:
 * @down: whether it goes down, else up
 *
 * Returns: whether the row changed places with its neighbour, which it may not have
 */
gboolean
mlg_head_order_move (GPtrArray *rows, guint i, MlgHeadGetLevel get, gboolean down)
{
  guint end = mlg_head_order_find_end (rows, i, get), before = 0;

  if (down)
    {
      if (end == rows->len || get (rows->pdata[end]) < get (rows->pdata[i]))
        return FALSE;
      swap (rows, i, end, mlg_head_order_find_end (rows, end, get));
      return TRUE;
    }
  if (!find_before (rows, i, get, &before))
    return FALSE;
  swap (rows, before, i, end);
  return TRUE;
}

static void
shift (GPtrArray *rows, guint i, guint end, MlgHeadGetLevel get, MlgHeadSetLevel set, int by)
{
  for (; i < end; i++)
    set (rows->pdata[i], (guint) ((int) get (rows->pdata[i]) + by));
}

/**
 * mlg_head_order_go_in:
 *
 * Returns: whether the row is now the last one inside that before it, which it may not have
 */
gboolean
mlg_head_order_go_in (GPtrArray *rows, guint i, MlgHeadGetLevel get, MlgHeadSetLevel set)
{
  guint before;

  if (!find_before (rows, i, get, &before))
    return FALSE;
  shift (rows, i, mlg_head_order_find_end (rows, i, get), get, set, 1);
  return TRUE;
}

/**
 * mlg_head_order_go_out:
 *
 * Returns: whether the row now stands after the one that it was inside of
 */
gboolean
mlg_head_order_go_out (GPtrArray *rows, guint i, MlgHeadGetLevel get, MlgHeadSetLevel set)
{
  guint level = get (rows->pdata[i]), end = mlg_head_order_find_end (rows, i, get), last = end;

  if (level == 0)
    return FALSE;
  while (last < rows->len && get (rows->pdata[last]) >= level)
    last++;
  shift (rows, i, end, get, set, -1);
  swap (rows, i, end, last);
  return TRUE;
}
