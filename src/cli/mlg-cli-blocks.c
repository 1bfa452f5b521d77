/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-cli-blocks.h"

#include <libxml/xmlmemory.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* The small blocks of which libxml2 makes trees. Those of one size stand together in a slab, so that nothing
 * is kept about a single block, and each thread has the blocks of its own slabs: to give one or to take it
 * back is a few instructions, where the C library needs a hundred. Slabs are for good: this is for a program
 * that reads a long document, writes it and ends. */

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEES_BLOCKS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SEES_BLOCKS 1
#endif

#define ROOM    ((gsize) 8 << 30) /* addresses; memory comes when it is written to */
#define SLAB    ((gsize) 64 << 10)
#define STEP    16  /* how sizes differ */
#define LARGEST 256 /* others are the C library's */
#define N_SIZES (LARGEST / STEP)

typedef struct _Block Block;
struct _Block
{
  Block *next;
};

typedef struct
{
  Block *given_back;
  char *next; /* the rest of the slab that is being cut */
  char *end;
} Blocks;

static char *room = NULL; /* where the slabs are */
static atomic_size_t n_slabs = 0;
static guint8 size_of_slab[ROOM / SLAB]; /* index of the size of their blocks */
static _Thread_local Blocks blocks_of_size[N_SIZES];

static gboolean
is_ours (const void *block)
{
  return (gsize) ((const char *) block - room) < ROOM;
}

static guint
size_index_of (const void *block)
{
  return size_of_slab[(gsize) ((const char *) block - room) / SLAB];
}

/* Returns: whether there is another one. */
static gboolean
cut_slab (Blocks *blocks, guint size_index)
{
  gsize slab = atomic_fetch_add (&n_slabs, 1);

  if (slab >= ROOM / SLAB)
    return FALSE;
  size_of_slab[slab] = (guint8) size_index;
  blocks->next = room + slab * SLAB;
  blocks->end = blocks->next + SLAB;
  return TRUE;
}

static void *
new_block (gsize size)
{
  guint size_index = size > 0 ? (guint) ((size - 1) / STEP) : 0;
  gsize whole = (size_index + 1) * STEP;
  Blocks *blocks = &blocks_of_size[MIN (size_index, N_SIZES - 1)];
  Block *block = blocks->given_back;

  if (size > LARGEST)
    return malloc (size);
  if (block != NULL)
    {
      blocks->given_back = block->next;
      return block;
    }
  if ((gsize) (blocks->end - blocks->next) < whole && !cut_slab (blocks, size_index))
    return malloc (size);
  block = (Block *) (void *) blocks->next;
  blocks->next += whole;
  return block;
}

static void
free_block (void *block)
{
  Blocks *blocks = NULL;

  if (block == NULL || !is_ours (block))
    {
      free (block);
      return;
    }
  blocks = &blocks_of_size[size_index_of (block)];
  ((Block *) block)->next = blocks->given_back;
  blocks->given_back = block;
}

static void *
resize_block (void *block, gsize size)
{
  gsize before = 0;
  void *other = NULL;

  if (block == NULL)
    return new_block (size);
  if (!is_ours (block))
    return realloc (block, size);
  before = (size_index_of (block) + 1) * STEP;
  if (size <= before)
    return block;
  other = new_block (size);
  if (other == NULL)
    return NULL;
  memcpy (other, block, before);
  free_block (block);
  return other;
}

static char *
copy_string (const char *string)
{
  gsize size = strlen (string) + 1;
  char *copy = new_block (size);

  return copy != NULL ? memcpy (copy, string, size) : NULL;
}

/**
 * mlg_cli_blocks_use:
 *
 * Gives libxml2 its memory from here on. What it has from before stays good. Where there are not enough
 * addresses, all stays as it was. A sanitizer, which looks for faults of memory, goes on to see each block by itself.
 */
void
mlg_cli_blocks_use (void)
{
#ifndef SEES_BLOCKS
  char *all =
      mmap (NULL, ROOM, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  if (all == MAP_FAILED)
    return;
  madvise (all, ROOM, MADV_HUGEPAGE); /* where that is not known, all goes on */
  room = all;
  xmlMemSetup (free_block, new_block, resize_block, copy_string);
#endif
}
