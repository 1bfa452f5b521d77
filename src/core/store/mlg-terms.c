/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "mlg-fold.h"
#include "mlg-mention.h"

/* What is looked for in texts to find out whether they speak of somebody. */

/* How many digits of a number count, from its end: 03 20 … and +33 3 20 … are one number. */
#define DIGITS_COMPARED 9
/* Fewer would be found in any date. */
#define DIGITS_NEEDED 6

typedef enum
{
  TERM_SURE,
  TERM_NUMBER,
  TERM_VAGUE,
} TermType;

typedef struct
{
  TermType type;
  char *text;   /* (owned) as it was given */
  char *sought; /* (owned) folded; of a number the digits that count */
} Term;

struct _MlgTerms
{
  GPtrArray *list; /* (owned) (element-type Term) */
};

static void
term_free (gpointer data)
{
  Term *term = data;

  g_free (term->text);
  g_free (term->sought);
  g_free (term);
}

/**
 * mlg_terms_new:
 *
 * Makes a set of what names somebody, to be looked for in texts. It belongs to no thread, and is for one
 * at a time.
 *
 * Returns: (transfer full): the set, without terms
 */
MlgTerms *
mlg_terms_new (void)
{
  MlgTerms *self = g_new0 (MlgTerms, 1);

  self->list = g_ptr_array_new_with_free_func (term_free);
  return self;
}

/**
 * mlg_terms_free:
 * @self: (transfer full): a set of terms
 *
 * Frees the set with its terms.
 */
void
mlg_terms_free (MlgTerms *self)
{
  g_ptr_array_unref (self->list);
  g_free (self);
}

static void
add (MlgTerms *self, TermType type, const char *text, char *sought)
{
  Term *term = g_new0 (Term, 1);

  term->type = type;
  term->text = g_strdup (text);
  term->sought = sought;
  g_ptr_array_add (self->list, term);
}

static void
add_words (MlgTerms *self, TermType type, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  /* An initial says nothing, and stands in many words. */
  if (g_utf8_strlen (stripped, -1) > 1)
    add (self, type, stripped, mlg_fold (stripped));
}

/**
 * mlg_terms_add:
 * @text: (nullable): words that name nobody else but by chance: a family name, an e-mail address;
 *   nothing is added of less than two letters
 *
 * Looks for these words too, whatever their case and accents, where they stand as whole words.
 */
void
mlg_terms_add (MlgTerms *self, const char *text)
{
  add_words (self, TERM_SURE, text);
}

/**
 * mlg_terms_add_vague:
 * @text: (nullable): words that others have too: a given name
 *
 * Looks for these words too; where nothing else is found they are told as a mere possibility.
 */
void
mlg_terms_add_vague (MlgTerms *self, const char *text)
{
  add_words (self, TERM_VAGUE, text);
}

/* The digits of a text: those with nothing between them but what people write in numbers stay
 * together. */
static char *
keep_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (!g_unichar_isspace (c) && strchr (".-/()", *p) == NULL)
        g_string_append_c (digits, ',');
    }
  return g_string_free (digits, FALSE);
}

/**
 * mlg_terms_add_number:
 * @text: (nullable): a phone number, with or without its prefix; one of less than six digits is not
 *   added
 *
 * Looks for this number too, however it is spaced; its last nine digits count.
 */
void
mlg_terms_add_number (MlgTerms *self, const char *text)
{
  g_autofree char *digits = keep_digits (text != NULL ? text : "");
  const char *last = strrchr (digits, ',');
  gsize length;

  last = last != NULL ? last + 1 : digits;
  length = strlen (last);
  if (length >= DIGITS_NEEDED)
    add (self, TERM_NUMBER, text, g_strdup (last + MAX ((gssize) length - DIGITS_COMPARED, 0)));
}

static gboolean
is_word_character (const char *text, const char *at)
{
  const char *before = g_utf8_find_prev_char (text, at);

  return before != NULL && g_unichar_isalnum (g_utf8_get_char (before));
}

static gboolean
holds_words (const char *folded, const char *sought)
{
  gsize length = strlen (sought);

  for (const char *p = folded; (p = strstr (p, sought)) != NULL; p = g_utf8_next_char (p))
    if (!is_word_character (folded, p)
        && (p[length] == '\0' || !g_unichar_isalnum (g_utf8_get_char (p + length))))
      return TRUE;
  return FALSE;
}

/**
 * mlg_terms_find:
 * @text: UTF-8
 * @vague: (out): whether it may well be somebody else who is named
 *
 * Returns: (nullable): the term that a text holds, as it was given, the surest one first; it belongs to
 *   @self
 */
const char *
mlg_terms_find (MlgTerms *self, const char *text, gboolean *vague)
{
  g_autofree char *folded = mlg_fold (text);
  g_autofree char *digits = keep_digits (text);

  for (int type = TERM_SURE; type <= TERM_VAGUE; type++)
    for (guint i = 0; i < self->list->len; i++)
      {
        const Term *term = self->list->pdata[i];

        if ((int) term->type != type
            || (type == TERM_NUMBER ? strstr (digits, term->sought) == NULL
                                    : !holds_words (folded, term->sought)))
          continue;
        *vague = type == TERM_VAGUE;
        return term->text;
      }
  return NULL;
}
