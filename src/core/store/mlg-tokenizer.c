/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tokenizer.h"

#include <libstemmer.h>
#include <string.h>

#include "mlg-store-error.h"

/* The words of the search index. unicode61 cuts the text and drops case and diacritics; each word
 * then goes in as its French stem (Snowball) and, when that differs, also as it is written, at the
 * same position: the stem makes "nettoyages" find "nettoyage", the whole word lets a prefix match
 * while it is being typed. Asking for a word asks for its stem; asking for a prefix asks for the
 * letters. */
#define LONGEST_STEMMED 64

/* Making a stem takes longer than anything else that is done with a word, and the words of a list come
 * again and again: the last ones are remembered, each in the place that its letters give it. */
#define LONGEST_REMEMBERED 20
#define N_REMEMBERED       2048

typedef struct
{
  guint8 length; /* 0 for an empty place */
  guint8 stem_length;
  char word[LONGEST_REMEMBERED];
  char stem[LONGEST_REMEMBERED];
} Remembered;

typedef struct
{
  fts5_tokenizer base;        /* unicode61 */
  Fts5Tokenizer *instance;    /* (owned) of base */
  struct sb_stemmer *stemmer; /* (owned) */
  Remembered *remembered;     /* (owned) N_REMEMBERED of them */
} FrenchTokenizer;

typedef struct
{
  FrenchTokenizer *self;
  void *context;
  int flags;
  int (*emit) (void *, int, const char *, int, int, int);
} Tokenizing;

static void
delete_tokenizer (Fts5Tokenizer *tokenizer)
{
  FrenchTokenizer *self = (FrenchTokenizer *) tokenizer;

  if (self->instance != NULL)
    self->base.xDelete (self->instance);
  if (self->stemmer != NULL)
    sb_stemmer_delete (self->stemmer);
  g_free (self->remembered);
  g_free (self);
}

static int
create_tokenizer (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static const char *base_arguments[] = { "remove_diacritics", "2" };
  fts5_api *api = data;
  FrenchTokenizer *self = g_new0 (FrenchTokenizer, 1);
  void *base_data = NULL;
  int code = api->xFindTokenizer (api, "unicode61", &base_data, &self->base);

  if (code == SQLITE_OK)
    code = self->base.xCreate (base_data, base_arguments, 2, &self->instance);
  if (code == SQLITE_OK && (self->stemmer = sb_stemmer_new ("french", NULL)) == NULL)
    code = SQLITE_NOMEM;
  if (code != SQLITE_OK)
    {
      delete_tokenizer ((Fts5Tokenizer *) self);
      return code;
    }
  self->remembered = g_new0 (Remembered, N_REMEMBERED);
  *tokenizer = (Fts5Tokenizer *) self;
  return SQLITE_OK;
}

static Remembered *
find_place (FrenchTokenizer *self, const char *word, int n)
{
  guint hash = 5381;

  for (int i = 0; i < n; i++)
    hash = hash * 33 + (guint8) word[i];
  return &self->remembered[hash % N_REMEMBERED];
}

static const char *
make_stem (FrenchTokenizer *self, const char *word, int n, int *length)
{
  const sb_symbol *stem = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, n);

  *length = sb_stemmer_length (self->stemmer);
  return (const char *) stem;
}

/* Returns: (nullable): the stem, valid until the next call; %NULL for want of memory. */
static const char *
find_stem (FrenchTokenizer *self, const char *word, int n, int *length)
{
  Remembered *place;
  const char *stem;

  if (n > LONGEST_REMEMBERED)
    return make_stem (self, word, n, length);
  place = find_place (self, word, n);
  if (place->length == n && memcmp (place->word, word, (size_t) n) == 0)
    {
      *length = place->stem_length;
      return place->stem;
    }
  stem = make_stem (self, word, n, length);
  if (stem == NULL || *length > LONGEST_REMEMBERED)
    return stem;
  place->length = (guint8) n;
  place->stem_length = (guint8) *length;
  memcpy (place->word, word, (size_t) n);
  memcpy (place->stem, stem, (size_t) *length);
  return place->stem;
}

/* A number has no other form. */
static gboolean
is_number (const char *word, int n)
{
  for (int i = 0; i < n; i++)
    if (!g_ascii_isdigit (word[i]))
      return FALSE;
  return TRUE;
}

static int
on_word (void *data, int flags, const char *word, int n, int start, int end)
{
  Tokenizing *t = data;
  const char *stem;
  int length = 0, code;

  if (n > LONGEST_STEMMED || (t->flags & FTS5_TOKENIZE_PREFIX) != 0 || is_number (word, n))
    return t->emit (t->context, flags, word, n, start, end);
  stem = find_stem (t->self, word, n, &length);
  if (stem == NULL)
    return SQLITE_NOMEM;
  code = t->emit (t->context, flags, stem, length, start, end);
  if (code != SQLITE_OK || (t->flags & FTS5_TOKENIZE_QUERY) != 0
      || (length == n && memcmp (stem, word, (size_t) n) == 0))
    return code;
  return t->emit (t->context, flags | FTS5_TOKEN_COLOCATED, word, n, start, end);
}

static int
tokenize (Fts5Tokenizer *tokenizer,
          void *context,
          int flags,
          const char *text,
          int n,
          int (*emit) (void *, int, const char *, int, int, int))
{
  FrenchTokenizer *self = (FrenchTokenizer *) tokenizer;
  Tokenizing t = { .self = self, .context = context, .flags = flags, .emit = emit };

  return self->base.xTokenize (self->instance, &t, flags, text, n, on_word);
}

static fts5_api *
find_api (sqlite3 *handle)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, "SELECT fts5(?1)", -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
  return api;
}

/**
 * mlg_tokenizer_register:
 * @handle: a connection
 *
 * Makes the tokenizer "maillage_french" known to the connection.
 */
gboolean
mlg_tokenizer_register (sqlite3 *handle, GError **error)
{
  static fts5_tokenizer tokenizer = { .xCreate = create_tokenizer,
                                      .xDelete = delete_tokenizer,
                                      .xTokenize = tokenize };
  fts5_api *api = find_api (handle);

  if (api != NULL
      && api->xCreateTokenizer (api, "maillage_french", api, &tokenizer, NULL) == SQLITE_OK)
    return TRUE;
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
                       "This SQLite lacks full-text search (FTS5)");
  return FALSE;
}
