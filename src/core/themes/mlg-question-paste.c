/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-question-option.h"
#include "mlg-question.h"
#include "mlg-questionnaire-edit.h"
#include "mlg-theme-edit.h"
#include "mlg-theme.h"
#include "store/mlg-action.h"

/* Options made of what is there already: a list that somebody pastes, or themes. */

/* "3. Papier", "– Papier", "• Papier": what stands before an item of a list. */
static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "-", "–", "—", "•", "*", "·", "▪", "☐", "□" };
  const char *digits = line + strspn (line, "0123456789");

  if (digits > line && (*digits == '.' || *digits == ')') && g_ascii_isspace (digits[1]))
    return digits + 1;
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      return line + strlen (bullets[i]);
  return line;
}

/* A cell of a table, tabs between cells, is the label; the next one its details. */
static void
split_line (const char *line, char **label, char **details)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 2);

  g_strstrip (cells[0]);
  *label = g_strdup (skip_bullet (cells[0]));
  g_strstrip (*label);
  *details = cells[1] != NULL ? g_strdup (g_strstrip (cells[1])) : NULL;
}

static gboolean
has_option (MlgConnection *db, gint64 question, const char *label, gboolean *has, GError **error)
{
  gint64 n = 0;

  if (!mlg_connection_get_integer (
          db, &n, error,
          "SELECT count(*) FROM question_option WHERE question=?1 AND label=?2 COLLATE NOCASE",
          "it", question, label))
    return FALSE;
  *has = n > 0;
  return TRUE;
}

static gboolean
add_option (MlgConnection *db,
            gint64 question,
            const char *label,
            const char *details,
            gint64 theme,
            GError **error)
{
  g_autoptr (MlgRecord) option = mlg_record_new (&mlg_question_option_kind);

  mlg_record_set_integer (option, MLG_QUESTION_OPTION_QUESTION, question);
  if (theme != 0)
    mlg_record_set_integer (option, MLG_QUESTION_OPTION_THEME, theme);
  return mlg_record_parse (option, MLG_QUESTION_OPTION_LABEL, label, error)
         && mlg_record_parse (option, MLG_QUESTION_OPTION_DETAILS, details, error)
         && mlg_theme_store (db, option, error);
}

static gboolean
paste_line (MlgConnection *db, gint64 question, const char *line, guint *n, GError **error)
{
  g_autofree char *label = NULL;
  g_autofree char *details = NULL;
  gboolean has = FALSE;
  gint64 theme = 0;

  if (*line == '\0')
    return TRUE;
  split_line (line, &label, &details);
  if (*label == '\0')
    return TRUE;
  if (!has_option (db, question, label, &has, error)
      || !mlg_connection_get_integer (
          db, &theme, error, "SELECT min(id) FROM theme WHERE title=?1 COLLATE NOCASE", "t", label))
    return FALSE;
  if (has)
    return TRUE;
  (*n)++;
  return add_option (db, question, label, details, theme, error);
}

/**
 * mlg_question_paste_options:
 * @list: lines, one for each option, with or without bullets or numbers before them; from a table, the
 *   first cell is the label and the second its details
 * @n_added: (out) (optional): how many options were added
 *
 * Makes options of a list. What is there already is not added twice; an option that is called as a theme
 * stands for it. In an action only.
 */
gboolean
mlg_question_paste_options (
    MlgConnection *db, gint64 question, const char *list, guint *n_added, GError **error)
{
  g_auto (GStrv) lines = g_strsplit_set (list, "\r\n", -1);
  guint n = 0;

  g_return_val_if_fail (mlg_connection_in_action (db), FALSE);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!paste_line (db, question, lines[i], &n, error))
      return FALSE;
  if (n_added != NULL)
    *n_added = n;
  return TRUE;
}

/**
 * mlg_question_add_theme_options:
 * @themes: (array length=n_themes): themes
 *
 * Makes options of themes, but of those that are options already. In an action only.
 */
gboolean
mlg_question_add_theme_options (
    MlgConnection *db, gint64 question, const gint64 *themes, guint n_themes, GError **error)
{
  for (guint i = 0; i < n_themes; i++)
    {
      g_autoptr (MlgRecord) theme = mlg_record_load (db, &mlg_theme_kind, themes[i], error);
      gint64 n = 0;

      if (theme == NULL
          || !mlg_connection_get_integer (
              db, &n, error, "SELECT count(*) FROM question_option WHERE question=?1 AND theme=?2",
              "ii", question, themes[i]))
        return FALSE;
      if (n == 0
          && !add_option (db, question, mlg_record_get_text (theme, MLG_THEME_TITLE),
                          mlg_record_get_text (theme, MLG_THEME_DESCRIPTION), themes[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * mlg_question_move:
 * @position: its new place, from 1
 *
 * Moves a question among those of its questionnaire, which are numbered again. In an action only.
 */
gboolean
mlg_question_move (MlgConnection *db, gint64 question, guint position, GError **error)
{
  g_autoptr (MlgRecord) moved = mlg_record_load (db, &mlg_question_kind, question, error);
  g_autoptr (GPtrArray) others = NULL;

  if (moved == NULL)
    return FALSE;
  others = mlg_record_load_where (
      db, &mlg_question_kind, error, "WHERE questionnaire=?1 AND id<>?2 ORDER BY position, id",
      "ii", mlg_record_get_integer (moved, MLG_QUESTION_QUESTIONNAIRE), question);
  if (others == NULL)
    return FALSE;
  g_ptr_array_insert (others, (int) MIN (MAX (position, 1) - 1, others->len), g_object_ref (moved));
  for (guint i = 0; i < others->len; i++)
    {
      mlg_record_set_integer (others->pdata[i], MLG_QUESTION_POSITION, i + 1);
      if (!mlg_theme_store (db, others->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}
