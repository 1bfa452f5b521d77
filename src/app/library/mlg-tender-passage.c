/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tender-passage.h"

#include <string.h>

#include "library/mlg-clause.h"
#include "store/mlg-fold.h"

struct _MlgTenderPassage
{
  GObject parent_instance;
  GPtrArray *reading; /* (owned) of MlgReadingItem */
  guint i;
  char *words;   /* (owned) (nullable) what is looked for in it, folded, once somebody looks */
  gboolean open; /* what is for the drafter is shown too */
};

G_DEFINE_FINAL_TYPE (MlgTenderPassage, mlg_tender_passage, G_TYPE_OBJECT)

static void
mlg_tender_passage_finalize (GObject *object)
{
  MlgTenderPassage *self = MLG_TENDER_PASSAGE (object);

  g_ptr_array_unref (self->reading);
  g_free (self->words);
  G_OBJECT_CLASS (mlg_tender_passage_parent_class)->finalize (object);
}

static void
mlg_tender_passage_class_init (MlgTenderPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_tender_passage_finalize;
}

static void
mlg_tender_passage_init (MlgTenderPassage *self)
{
}

/**
 * mlg_tender_passage_new:
 * @reading: (transfer none): what mlg_reading_new() gave
 * @i: which passage of it
 *
 * Returns: (transfer full):
 */
MlgTenderPassage *
mlg_tender_passage_new (GPtrArray *reading, guint i)
{
  MlgTenderPassage *self = g_object_new (MLG_TYPE_TENDER_PASSAGE, NULL);

  self->reading = g_ptr_array_ref (reading);
  self->i = i;
  return self;
}

/**
 * mlg_tender_passage_get:
 *
 * Returns: (transfer none): what it says
 */
const MlgReadingItem *
mlg_tender_passage_get (MlgTenderPassage *self)
{
  return self->reading->pdata[self->i];
}

/**
 * mlg_tender_passage_is_heading:
 *
 * Returns: whether it belongs in an outline
 */
gboolean
mlg_tender_passage_is_heading (MlgTenderPassage *self)
{
  return mlg_tender_passage_get (self)->kind != MLG_READING_TEXT
         && mlg_tender_passage_get (self)->title != NULL;
}

/**
 * mlg_tender_passage_equal:
 *
 * Returns: whether both look the same, wherever they stand
 */
gboolean
mlg_tender_passage_equal (MlgTenderPassage *self, MlgTenderPassage *other)
{
  const MlgReadingItem *a = mlg_tender_passage_get (self);
  const MlgReadingItem *b = mlg_tender_passage_get (other);

  return a->kind == b->kind && a->level == b->level && a->left_out == b->left_out
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->markup, b->markup) == 0
         && g_strcmp0 (a->condition, b->condition) == 0 && g_strcmp0 (a->uri, b->uri) == 0
         && g_strcmp0 (a->ambition, b->ambition) == 0 && g_strcmp0 (a->phase, b->phase) == 0
         && g_strcmp0 (a->dimension, b->dimension) == 0 && g_strcmp0 (a->why, b->why) == 0
         && g_strcmp0 (a->proof, b->proof) == 0 && g_strcmp0 (a->vigilance, b->vigilance) == 0
         && g_strcmp0 (a->related, b->related) == 0 && g_strcmp0 (a->sanction, b->sanction) == 0;
}

/**
 * mlg_tender_passage_take_place:
 * @before: one that looks the same, of a reading before
 *
 * It stays the same object on screen, and knows from now on where it stands in the new reading.
 */
void
mlg_tender_passage_take_place (MlgTenderPassage *self, MlgTenderPassage *before)
{
  g_ptr_array_ref (self->reading);
  g_ptr_array_unref (before->reading);
  before->reading = self->reading;
  before->i = self->i;
}

/**
 * mlg_tender_passage_write_tags:
 *
 * Returns: (transfer full): phase, ambition and dimensions in a line
 */
char *
mlg_tender_passage_write_tags (MlgTenderPassage *self)
{
  const MlgReadingItem *item = mlg_tender_passage_get (self);
  g_auto (GStrv) codes = g_strsplit (item->dimension != NULL ? item->dimension : "", " ", -1);
  GString *tags = g_string_new (NULL);

  if (item->phase != NULL)
    g_string_append (tags, mlg_code_list_get_title (&mlg_clause_phases, item->phase));
  if (item->ambition != NULL)
    g_string_append_printf (tags, " · %s",
                            mlg_code_list_get_title (&mlg_ambitions, item->ambition));
  for (char **code = codes; *code != NULL; code++)
    if (**code != '\0')
      g_string_append_printf (tags, "%s%s", tags->len > 0 ? " · " : "",
                              mlg_code_list_get_title (&mlg_dimensions, *code));
  return g_string_free (tags, FALSE);
}

/**
 * mlg_tender_passage_matches:
 * @words: ended by %NULL, folded: see mlg_fold()
 *
 * Returns: whether all of these words are in it
 */
gboolean
mlg_tender_passage_matches (MlgTenderPassage *self, const char *const *words)
{
  const MlgReadingItem *item = mlg_tender_passage_get (self);

  if (self->words == NULL)
    {
      g_autofree char *tags = mlg_tender_passage_write_tags (self);
      g_autofree char *all = g_strjoin ("\n", item->title != NULL ? item->title : "",
                                        item->markup != NULL ? item->markup : "", tags, NULL);

      self->words = mlg_fold (all);
    }
  for (; *words != NULL; words++)
    if (strstr (self->words, *words) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * mlg_tender_passage_is_open:
 *
 * Returns: whether what is for the drafter is shown too
 */
gboolean
mlg_tender_passage_is_open (MlgTenderPassage *self)
{
  return self->open;
}

/**
 * mlg_tender_passage_set_open:
 */
void
mlg_tender_passage_set_open (MlgTenderPassage *self, gboolean open)
{
  self->open = open;
}
