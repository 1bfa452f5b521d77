/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-compared-passage.h"

#include <glib/gi18n-lib.h>

struct _MlgComparedPassage
{
  GObject parent_instance;
  GPtrArray *passages; /* (owned) of MlgPassage */
  guint i;
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

/* Words that went are struck through and words that came underlined: colour alone would not say it. */
static char *
write_side (const MlgPassage *passage, MlgWordsFate own, const char *whole, const char *style)
{
  GString *markup = g_string_new (NULL);

  if (passage->runs == NULL)
    return whole != NULL ? g_markup_escape_text (whole, -1) : g_strdup ("");
  for (guint i = 0; i < passage->runs->len; i++)
    {
      const MlgWordRun *run = passage->runs->pdata[i];
      g_autofree char *escaped = g_markup_escape_text (run->text, -1);

      if (run->fate == MLG_WORDS_KEPT)
        g_string_append (markup, escaped);
      else if (run->fate == own)
        g_string_append_printf (markup, "<span %s>%s</span>", style, escaped);
    }
  return g_string_free (markup, FALSE);
}

/**
 * mlg_compared_passage_write_before:
 *
 * Returns: (transfer full): the words before, as markup, with those that went
 */
char *
mlg_compared_passage_write_before (MlgComparedPassage *self)
{
  const MlgPassage *passage = mlg_compared_passage_get (self);

  return write_side (passage, MLG_WORDS_REMOVED, passage->before,
                     "strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"25%\"");
}

/**
 * mlg_compared_passage_write_after:
 *
 * Returns: (transfer full): the words after, as markup, with those that came
 */
char *
mlg_compared_passage_write_after (MlgComparedPassage *self)
{
  const MlgPassage *passage = mlg_compared_passage_get (self);

  return write_side (passage, MLG_WORDS_ADDED, passage->after,
                     "underline=\"single\" background=\"#2ec27e\" background_alpha=\"25%\"");
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
