/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-passage-more.h"

#include <glib/gi18n-lib.h>

#include "library/mlg-clause.h"

static void
append_part (GString *text, const char *title, const char *words)
{
  g_autofree char *escaped = NULL;

  if (words == NULL || *words == '\0')
    return;
  escaped = g_markup_escape_text (words, -1);
  g_string_append_printf (text, "%s<b>%s</b>\n%s", text->len > 0 ? "\n\n" : "", title, escaped);
}

static char *
write_sources (const MlgReadingItem *item)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; item->sources != NULL && i < item->sources->len; i++)
    {
      const MlgReadingSource *source = item->sources->pdata[i];

      /* Translators: a text of law, and how far it is sure. */
      g_string_append_printf (text, "%s• ", i > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("%s (%s)"), source->text,
                              mlg_reading_confidence_get_title (source->confidence));
    }
  return g_string_free (text, FALSE);
}

/**
 * mlg_passage_write_more:
 * @item: a clause
 *
 * Returns: (transfer full): all that is for the drafter, and not part of the text that goes out, as Pango's markup
 */
char *
mlg_passage_write_more (const MlgReadingItem *item)
{
  g_autofree char *sources = write_sources (item);
  GString *text = g_string_new (NULL);

  append_part (text, _ ("Why"), item->why);
  append_part (text, _ ("Link with the subject-matter"), item->link);
  append_part (text, _ ("Proof asked"), item->proof);
  append_part (text, _ ("Sanction"), item->sanction);
  append_part (text, _ ("Points of vigilance"), item->vigilance);
  append_part (text, _ ("Sources"), sources);
  append_part (text, _ ("To read with it"), item->related);
  if (item->reliability != NULL)
    append_part (text, _ ("Reliability"),
                 mlg_code_list_get_title (&mlg_reliabilities, item->reliability));
  append_part (text, _ ("Last legal check"), item->checked);
  return g_string_free (text, FALSE);
}
