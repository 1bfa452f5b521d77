/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mlg-cli-blocks.h"

/* The tree of a long document is millions of small blocks, made once and freed once. As programs are started,
 * memory comes to them in pages of 4 KiB, each of which stops them; and the C library sorts all small blocks
 * that are free whenever a large one is freed. Both are a quarter of the time of a conversion. */

#define LARGE     (1 << 20)
#define STEP      (64 << 20)
#define BLOCK     (64 << 10)
#define HUGE_PAGE ((guintptr) 2 << 20)

/* Has the memory that comes next grow by a step; where it begins. */
static guintptr
grow (void)
{
  guintptr end = (guintptr) sbrk (0);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func (g_free);

  while ((guintptr) sbrk (0) == end && blocks->len < STEP / BLOCK)
    g_ptr_array_add (blocks, g_malloc (BLOCK));
  return end;
}

/**
 * mlg_cli_memory_expect:
 * @size: bytes of what is to be read
 *
 * Prepares for a long document. For a short one this would cost more than it gives. It changes no result.
 */
void
mlg_cli_memory_expect (gsize size)
{
  guintptr begin = 0, end = 0;

  if (size < LARGE)
    return;
  mlg_cli_blocks_use ();
  mallopt (M_MXFAST, 0);
  mallopt (M_TRIM_THRESHOLD, STEP);
  mallopt (M_TOP_PAD, STEP);
  begin = (grow () + HUGE_PAGE - 1) & ~(HUGE_PAGE - 1);
  end = (guintptr) sbrk (0);
  if (begin < end)
    madvise ((void *) begin, end - begin, MADV_HUGEPAGE); /* where that is not known, all goes on */
}
