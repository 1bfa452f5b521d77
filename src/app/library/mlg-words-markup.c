/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-words-markup.h"

#include <string.h>

#include "library/mlg-word-difference.h"

#define AROUND 120   /* characters that are shown beside what changed */
#define MOST   40000 /* characters of markup that a label lays out without making anybody wait */

/* Words that went are struck through and words that came underlined: colour alone would not say it. */
static const char *const styles[] = {
  [MLG_WORDS_REMOVED] = "strikethrough=\"true\" background=\"#e01b24\" background_alpha=\"25%\"",
  [MLG_WORDS_ADDED] = "underline=\"single\" background=\"#2ec27e\" background_alpha=\"25%\"",
};

/* Some words at the end of a text, or at its beginning, up to a space. */
static char *
take_tail (const char *text, glong length)
{
  const char *start = g_utf8_offset_to_pointer (text, length - AROUND);
  const char *space = strchr (start, ' ');

  return g_strdup (space != NULL ? space + 1 : start);
}

static char *
take_head (const char *text)
{
  const char *end = g_utf8_offset_to_pointer (text, AROUND);

  while (end > text && *end != ' ')
    end--;
  return g_strndup (text, (gsize) (end - text));
}

/* What did not change is told by its two ends only where it is long. */
static char *
shorten (const char *text, gboolean first, gboolean last)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (length <= 2 * AROUND)
    return g_strdup (text);
  head = first ? g_strdup ("") : take_head (text);
  tail = last ? g_strdup ("") : take_tail (text, length);
  return g_strconcat (head, first ? "[…] " : last ? " […]" : " […] ", tail, NULL);
}

static void
append_run (GString *markup, const MlgWordRun *run, gboolean first, gboolean last)
{
  g_autofree char *text =
      run->fate == MLG_WORDS_KEPT ? shorten (run->text, first, last) : g_strdup (run->text);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (run->fate == MLG_WORDS_KEPT)
    g_string_append (markup, escaped);
  else
    g_string_append_printf (markup, "<span %s>%s</span>", styles[run->fate], escaped);
}

/**
 * mlg_words_markup:
 * @before: words
 * @after: other words
 *
 * Returns: (transfer full): one text with the words that went and those that came, as markup; long stretches
 *   that did not change are left out
 */
char *
mlg_words_markup (const char *before, const char *after)
{
  g_autoptr (GPtrArray) runs = mlg_word_difference (before, after);
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      if (markup->len > MOST)
        {
          g_string_append (markup, " […]");
          break;
        }
      append_run (markup, runs->pdata[i], i == 0, i + 1 == runs->len);
    }
  return g_string_free (markup, FALSE);
}
