/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

/* Runs a target where libFuzzer is missing: first over each file of the folders given, then over changed
 * ones, the same each time. Understands the options -runs=, -max_total_time=, -max_len= and -seed= of
 * libFuzzer and passes over the others. It does not see which code it reaches. */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
gsize LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size);
gsize LLVMFuzzerCustomMutator (guint8 *data, gsize size, gsize max_size, guint seed)
    __attribute__ ((weak));

typedef struct
{
  guint64 runs;
  guint64 seconds; /* 0: as many runs as said */
  guint64 longest; /* bytes */
  guint64 seed;
  GPtrArray *inputs; /* (owned) (element-type GBytes) */
} Plan;

static GRand *dice;

static guint
draw (gsize below)
{
  return below > 0 ? g_rand_int (dice) % (guint) below : 0;
}

/* A few bytes changed, left out or repeated. */
gsize
LLVMFuzzerMutate (guint8 *data, gsize size, gsize max_size)
{
  gsize at = draw (size), wanted = draw (16) + 1, length = MIN (wanted, size - at);

  switch (draw (4))
    {
    case 0:
      if (size > 0)
        data[at] ^= (guint8) (1 << draw (8));
      return size;
    case 1:
      if (size > 0)
        data[at] = (guint8) draw (256);
      return size;
    case 2:
      memmove (data + at, data + at + length, size - at - length);
      return size - length;
    default:
      if (size + length > max_size)
        return size;
      memmove (data + at + length, data + at, size - at);
      return size + length;
    }
}

static void
add_folder (Plan *plan, const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (folder == NULL)
    g_error ("%s is not a folder", path);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, names->pdata[i], NULL);
      g_autoptr (GError) error = NULL;
      char *data = NULL;
      gsize size = 0;

      if (!g_file_get_contents (file, &data, &size, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (plan->inputs, g_bytes_new_take (data, size));
    }
}

static void
read_argument (Plan *plan, const char *argument)
{
  const struct
  {
    const char *name;
    guint64 *value;
  } options[] = {
    { "-runs=", &plan->runs },
    { "-max_total_time=", &plan->seconds },
    { "-max_len=", &plan->longest },
    { "-seed=", &plan->seed },
  };

  if (argument[0] != '-')
    {
      add_folder (plan, argument);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    if (g_str_has_prefix (argument, options[i].name))
      *options[i].value = g_ascii_strtoull (argument + strlen (options[i].name), NULL, 10);
}

/* Exactly as many bytes as the input has, so that a sanitizer sees one that is read beyond them. */
static void
try (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static void
try_changed (const Plan *plan, guint8 *buffer)
{
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (plan->inputs->pdata[draw (plan->inputs->len)], &size);

  size = MIN (size, plan->longest);
  memcpy (buffer, data, size);
  for (guint n = 1 + draw (4); n > 0; n--)
    size = LLVMFuzzerCustomMutator != NULL
               ? LLVMFuzzerCustomMutator (buffer, size, plan->longest, g_rand_int (dice))
               : LLVMFuzzerMutate (buffer, size, plan->longest);
  try (buffer, size);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  Plan plan = { .longest = 4096, .seed = 1, .inputs = inputs };
  g_autofree guint8 *buffer = NULL;
  guint64 done = 0;
  gint64 end;

  for (int i = 1; i < argc; i++)
    read_argument (&plan, argv[i]);
  if (inputs->len == 0)
    g_error ("there is nothing to run over");
  for (guint i = 0; i < inputs->len; i++)
    try (g_bytes_get_data (inputs->pdata[i], NULL), g_bytes_get_size (inputs->pdata[i]));
  dice = g_rand_new_with_seed ((guint32) plan.seed);
  buffer = g_malloc (plan.longest + 1);
  end = g_get_monotonic_time () + (gint64) plan.seconds * G_USEC_PER_SEC;
  while (plan.seconds > 0 ? g_get_monotonic_time () < end : done < plan.runs)
    {
      try_changed (&plan, buffer);
      done++;
    }
  g_rand_free (dice);
  g_print ("%u files, %" G_GUINT64_FORMAT " changed ones\n", inputs->len, done);
  return 0;
}
