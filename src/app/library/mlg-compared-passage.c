/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compared-passage.h"

#include <glib/gi18n-lib.h>

struct _MlgComparedPassage
{
  GObject parent_instance;
  GPtrArray *passages; /* (owned) of MlgPassage */
  guint i;
  gboolean taken; /* the newer text takes the place of the draft's */
};

G_DEFINE_FINAL_TYPE (MlgComparedPassage, mlg_compared_passage, G_TYPE_OBJECT)

static void
mlg_compared_passage_finalize (GObject *object)
{
  g_ptr_array_unref (MLG_COMPARED_PASSAGE (object)->passages);
  G_OBJECT_CLASS (mlg_compared_passage_parent_class)->finalize (object);
}

static void
mlg_compared_passage_class_init (MlgComparedPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mlg_compared_passage_finalize;
}

static void
mlg_compared_passage_init (MlgComparedPassage *self)
{
}

/**
 * mlg_compared_passage_new:
 * @passages: (transfer none): what mlg_template_compare() gave
 * @i: which one of them
 *
 * Returns: (transfer full):
 */
MlgComparedPassage *
mlg_compared_passage_new (GPtrArray *passages, guint i)
{
  MlgComparedPassage *self = g_object_new (MLG_TYPE_COMPARED_PASSAGE, NULL);

  self->passages = g_ptr_array_ref (passages);
  self->i = i;
  self->taken = !mlg_compared_passage_get (self)->mine;
  return self;
}

/**
 * mlg_compared_passage_get:
 *
 * Returns: (transfer none): what differs
 */
const MlgPassage *
mlg_compared_passage_get (MlgComparedPassage *self)
{
  return self->passages->pdata[self->i];
}

/**
 * mlg_compared_passage_get_fate_title:
 *
 * Returns: (transfer none): what became of it, for people
 */
const char *
mlg_compared_passage_get_fate_title (MlgComparedPassage *self)
{
  switch (mlg_compared_passage_get (self)->fate)
    {
    case MLG_PASSAGE_CHANGED:
      return _ ("Changed");
    case MLG_PASSAGE_ADDED:
      return _ ("Added");
    case MLG_PASSAGE_REMOVED:
      return _ ("Removed");
    case MLG_PASSAGE_SAME:
    default:
      return _ ("Unchanged");
    }
}

/**
 * mlg_compared_passage_get_author_title:
 *
 * Returns: (transfer none): of a draft and its template: who changed it since the draft was made, for people
 */
const char *
mlg_compared_passage_get_author_title (MlgComparedPassage *self)
{
  static const char *const titles[][3] = {
    [MLG_PASSAGE_SAME] = { N_ ("Unchanged"), N_ ("Unchanged"), N_ ("Unchanged") },
    [MLG_PASSAGE_CHANGED] = { N_ ("Changed in the template"), N_ ("Changed in the draft"),
                              N_ ("Changed in the draft and in the template: choose") },
    [MLG_PASSAGE_ADDED] = { N_ ("New in the template"), N_ ("Taken out of the draft"),
                            N_ ("Taken out of the draft, changed in the template: choose") },
    [MLG_PASSAGE_REMOVED] = { N_ ("Taken out of the template"), N_ ("Only in the draft"),
                              N_ ("Changed in the draft, taken out of the template: choose") },
  };
  const MlgPassage *passage = mlg_compared_passage_get (self);

  return _ (titles[passage->fate][passage->mine && passage->theirs ? 2 : passage->mine ? 1 : 0]);
}

/**
 * mlg_compared_passage_is_taken:
 *
 * Returns: whether the newer text is to take the place of the draft's: at first it is where the draft changed
 *   nothing itself
 */
gboolean
mlg_compared_passage_is_taken (MlgComparedPassage *self)
{
  return self->taken;
}

/**
 * mlg_compared_passage_set_taken:
 */
void
mlg_compared_passage_set_taken (MlgComparedPassage *self, gboolean taken)
{
  self->taken = taken;
}
