/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-page-words.h"

#include <hb.h>
#include <string.h>

/* Letters whose being in a font is remembered. */
#define N_LETTERS 0x250

/* Of the width of a space, what it may take more in a justified line. */
#define MOST_STRETCH 5.0

/* Bytes of a word: a longer one is not looked up. */
#define MAX_WORD 120

/* A word, shaped. */
typedef struct
{
  guint n_glyphs;
  float width;
  MlgPageGlyph glyphs[];
} Word;

typedef struct
{
  PangoFont *font;           /* (owned) */
  hb_font_t *shaper;         /* (unowned) */
  GHashTable *words;         /* (owned) (element-type utf8 Word) */
  guint8 letters[N_LETTERS]; /* 0: not asked yet; 1: in the font; 2: not */
  float space;
  guint32 space_glyph;
} Face;

struct _MlgPageWords
{
  PangoContext *context; /* (owned) */
  hb_language_t language;
  hb_buffer_t *buffer; /* (owned) */
  GHashTable *faces;   /* (owned) (element-type PangoFontDescription Face) */
  GString *key;        /* (owned) the word that is looked up */
};

/* What no line break comes between: letters up to a space or a hyphen. */
typedef struct
{
  const Word *word; /* (unowned) */
  guint start;      /* bytes of the text */
  guint end;
  gboolean spaced; /* a space comes before it */
  gboolean stuck;  /* no line begins with it */
} Token;

static void
free_face (gpointer data)
{
  Face *self = data;

  g_object_unref (self->font);
  g_hash_table_unref (self->words);
  g_free (self);
}

/**
 * mlg_page_words_new:
 * @context: gives the fonts
 *
 * Makes what cuts text into words and remembers how each was shaped. For one thread.
 *
 * Returns: (transfer full): what was made
 */
MlgPageWords *
mlg_page_words_new (PangoContext *context)
{
  MlgPageWords *self = g_new0 (MlgPageWords, 1);
  const char *language = pango_language_to_string (pango_context_get_language (context));

  self->context = g_object_ref (context);
  self->language = hb_language_from_string (language, -1);
  self->buffer = hb_buffer_create ();
  self->key = g_string_new (NULL);
  self->faces = g_hash_table_new_full ((GHashFunc) pango_font_description_hash,
                                       (GEqualFunc) pango_font_description_equal,
                                       (GDestroyNotify) pango_font_description_free, free_face);
  return self;
}

/**
 * mlg_page_words_free:
 * @self: (transfer full): a memory of words
 *
 * Frees the words with their shapes; lines that were made of them live on.
 */
void
mlg_page_words_free (MlgPageWords *self)
{
  g_object_unref (self->context);
  hb_buffer_destroy (self->buffer);
  g_string_free (self->key, TRUE);
  g_hash_table_unref (self->faces);
  g_free (self);
}

static Word *
shape (MlgPageWords *self, const Face *face, const char *text, guint length)
{
  hb_glyph_info_t *infos = NULL;
  hb_glyph_position_t *positions = NULL;
  Word *word = NULL;
  guint n = 0;
  int x = 0;

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_add_utf8 (self->buffer, text, (int) length, 0, (int) length);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (self->buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (self->buffer, self->language);
  hb_shape (face->shaper, self->buffer, NULL, 0);
  infos = hb_buffer_get_glyph_infos (self->buffer, &n);
  positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  word = g_malloc0 (sizeof *word + n * sizeof (MlgPageGlyph));
  word->n_glyphs = n;
  for (guint i = 0; i < n; i++)
    {
      guint next = i + 1;
      guint end = length;

      while (next < n && infos[next].cluster == infos[i].cluster)
        next++;
      if (next < n)
        end = infos[next].cluster;
      word->glyphs[i].index = infos[i].codepoint & 0xffffff;
      if (i == 0 || infos[i].cluster != infos[i - 1].cluster)
        word->glyphs[i].n_bytes = (end - infos[i].cluster) & 0xff;
      word->glyphs[i].x = (float) (x + positions[i].x_offset) / PANGO_SCALE;
      word->glyphs[i].y = (float) -positions[i].y_offset / PANGO_SCALE;
      x += positions[i].x_advance;
    }
  word->width = (float) x / PANGO_SCALE;
  return word;
}

static const Word *
find_word (MlgPageWords *self, Face *face, const char *text, guint length)
{
  Word *word = NULL;

  g_string_truncate (self->key, 0);
  g_string_append_len (self->key, text, length);
  word = g_hash_table_lookup (face->words, self->key->str);
  if (word != NULL)
    return word;
  word = shape (self, face, text, length);
  g_hash_table_insert (face->words, g_strdup (self->key->str), word);
  return word;
}

/* The font that Pango takes for Latin letters. */
static Face *
load_face (MlgPageWords *self, const PangoFontDescription *description)
{
  PangoFontMap *map = pango_context_get_font_map (self->context);
  PangoLanguage *language = pango_context_get_language (self->context);
  PangoFontset *fonts = pango_font_map_load_fontset (map, self->context, description, language);
  Face *face = g_new0 (Face, 1);
  hb_codepoint_t glyph = 0;

  face->font = pango_fontset_get_font (fonts, 'a');
  g_object_unref (fonts);
  face->shaper = pango_font_get_hb_font (face->font);
  face->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (hb_font_get_nominal_glyph (face->shaper, ' ', &glyph))
    {
      face->space_glyph = glyph & 0xffffff;
      face->space = (float) hb_font_get_glyph_h_advance (face->shaper, glyph) / PANGO_SCALE;
    }
  return face;
}

static Face *
find_face (MlgPageWords *self, const PangoFontDescription *description)
{
  Face *face = g_hash_table_lookup (self->faces, description);

  if (face != NULL)
    return face;
  face = load_face (self, description);
  g_hash_table_insert (self->faces, pango_font_description_copy (description), face);
  return face;
}

static gboolean
has_letter (Face *face, gunichar letter)
{
  hb_codepoint_t glyph = 0;

  if (letter >= N_LETTERS)
    return hb_font_get_nominal_glyph (face->shaper, letter, &glyph);
  if (face->letters[letter] == 0)
    face->letters[letter] = hb_font_get_nominal_glyph (face->shaper, letter, &glyph) ? 1 : 2;
  return face->letters[letter] == 1;
}

/* Letters, digits and marks around which lines are only cut at spaces and hyphens. No tabulation, no
 * soft hyphen, no stroke, no other script. */
static gboolean
is_plain_letter (gunichar letter)
{
  static const char marks[] = " !\"#$&'()*+,-.:;<=>?@[]_%";

  if (letter < 0x80)
    return g_ascii_isalnum ((char) letter) || strchr (marks, (int) letter) != NULL;
  if (letter < N_LETTERS)
    return letter >= 0xa0 && letter != 0xad && letter != 0xb4;
  switch (letter)
    {
    case 0x2013: /* – */
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x2026: /* … */
    case 0x202f: /* narrow no-break space */
    case 0x20ac: /* € */
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_plain (Face *face, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!is_plain_letter (letter) || !has_letter (face, letter))
        return FALSE;
    }
  return TRUE;
}

/* French puts a space before these marks, which no line begins with. */
static gboolean
is_stuck (const char *text)
{
  gunichar letter = g_utf8_get_char (text);

  return letter < 0x80 ? strchr (":;!?)],.%", (int) letter) != NULL
                       : letter == 0xbb || letter == 0x20ac || letter == 0x2026;
}

/* Where the token that starts at @p ends: at a space, or after a hyphen between two letters. */
static const char *
find_end (const char *start)
{
  const char *p = start;

  for (; *p != '\0' && *p != ' '; p = g_utf8_next_char (p))
    if (*p == '-' && p > start && g_unichar_isalpha (g_utf8_get_char (p + 1))
        && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (p))))
      return p + 1;
  return p;
}

/* An opening mark with a space after it, as in French, stays with what it opens. */
static gboolean
opens (const char *start, const char *end)
{
  gunichar letter = g_utf8_get_char (g_utf8_prev_char (end));

  return end > start && (letter == 0xab || letter == '(' || letter == '[');
}

/* Returns %FALSE for a word that is too long. */
static gboolean
read_tokens (MlgPageWords *self, Face *face, const char *text, GArray *tokens)
{
  const char *p = text;
  gboolean stuck = FALSE;

  while (*p != '\0')
    {
      Token token = { 0 };
      const char *end = NULL;

      for (; *p == ' '; p++)
        token.spaced = TRUE;
      if (*p == '\0')
        break;
      end = find_end (p);
      if (end - p > MAX_WORD)
        return FALSE;
      token.stuck = stuck || is_stuck (p);
      token.start = (guint) (p - text);
      token.end = (guint) (end - text);
      token.word = find_word (self, face, p, (guint) (end - p));
      stuck = opens (p, end);
      g_array_append_val (tokens, token);
      p = end;
    }
  return TRUE;
}

static const Token *
get_token (const GArray *tokens, guint i)
{
  return &g_array_index (tokens, Token, i);
}

/* The first token that does not fit on the line that starts with the token @first; @width becomes
 * that of the line. At least one fits. */
static guint
find_line_end (const Face *face, const GArray *tokens, guint first, double room, double *width)
{
  guint end = first + 1;
  guint best = end;

  *width = (double) get_token (tokens, first)->word->width;
  for (double reached = *width; end < tokens->len; end++)
    {
      const Token *token = get_token (tokens, end);

      if (!token->stuck)
        {
          best = end;
          *width = reached;
        }
      reached += (double) token->word->width + (double) (token->spaced ? face->space : 0);
      if (reached > room)
        return best;
      if (end + 1 == tokens->len)
        *width = reached;
    }
  return tokens->len;
}

static void
add_space (const Face *face, MlgPageGlyph **glyph, double *x, double stretch)
{
  MlgPageGlyph space = { .index = face->space_glyph, .n_bytes = 1, .x = (float) *x };

  *(*glyph)++ = space;
  *x += (double) face->space + stretch;
}

/* @stretch: what each space of the line takes beside its own width */
static MlgPageRun *
make_run (
    const Face *face, const GArray *tokens, guint first, guint end, double stretch, guint n_spaces)
{
  MlgPageRun *run = NULL;
  MlgPageGlyph *glyph = NULL;
  guint n = n_spaces;
  double x = 0;

  for (guint i = first; i < end; i++)
    n += get_token (tokens, i)->word->n_glyphs;
  run = mlg_page_run_new (face->font, get_token (tokens, first)->start, n);
  glyph = run->glyphs;
  for (guint i = first; i < end; i++)
    {
      const Token *token = get_token (tokens, i);

      if (i > first && token->spaced)
        add_space (face, &glyph, &x, stretch);
      for (guint j = 0; j < token->word->n_glyphs; j++)
        {
          *glyph = token->word->glyphs[j];
          glyph->x += (float) x;
          glyph++;
        }
      x += (double) token->word->width;
    }
  run->width = (float) x;
  /* The space at the end of the line is told, and has no width. */
  if (glyph < run->glyphs + n)
    add_space (face, &glyph, &x, 0);
  return run;
}

static guint
count_spaces (const GArray *tokens, guint first, guint end)
{
  guint n = 0;

  for (guint i = first + 1; i < end; i++)
    n += get_token (tokens, i)->spaced;
  return n;
}

static void
add_line (
    const Face *face, const GArray *tokens, guint first, guint end, double spare, GArray *lines)
{
  gboolean is_last = end == tokens->len;
  guint inside = count_spaces (tokens, first, end);
  gboolean trailing = !is_last && get_token (tokens, end)->spaced;
  MlgPageWordLine line = { 0 };
  double stretch = 0;

  line.start = get_token (tokens, first)->start;
  line.end = is_last ? get_token (tokens, end - 1)->end : get_token (tokens, end)->start;
  /* A hole would look worse than a ragged line. */
  if (inside > 0 && spare / inside < MOST_STRETCH * (double) face->space)
    stretch = spare / inside;
  line.run = make_run (face, tokens, first, end, stretch, inside + trailing);
  g_array_append_val (lines, line);
}

/* Every token fits, and single spaces separate them: what is told of a run is its text. */
static gboolean
is_breakable (const char *text, const GArray *tokens, double width)
{
  if (tokens->len == 0 || text[0] == ' ' || strstr (text, "  ") != NULL
      || g_str_has_suffix (text, " "))
    return FALSE;
  for (guint i = 0; i < tokens->len; i++)
    if ((double) get_token (tokens, i)->word->width > width)
      return FALSE;
  return TRUE;
}

/*
 * @font: of all the words
 * @text: a paragraph, without attributes
 * @width: of the lines, in points
 * @lines: (element-type MlgPageWordLine): takes the lines
 *
 * Returns: %FALSE when the paragraph is more than plain words, or a word is longer than a line
 */
gboolean
mlg_page_words_break (MlgPageWords *self,
                      const PangoFontDescription *font,
                      const char *text,
                      double width,
                      gboolean justify,
                      GArray *lines)
{
  Face *face = find_face (self, font);
  g_autoptr (GArray) tokens = NULL;

  if (!is_plain (face, text))
    return FALSE;
  tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  if (!read_tokens (self, face, text, tokens) || !is_breakable (text, tokens, width))
    return FALSE;
  for (guint first = 0, end = 0; first < tokens->len; first = end)
    {
      double taken = 0;

      end = find_line_end (face, tokens, first, width, &taken);
      add_line (face, tokens, first, end, justify && end < tokens->len ? width - taken : 0, lines);
    }
  return TRUE;
}
