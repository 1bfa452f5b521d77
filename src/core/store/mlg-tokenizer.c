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

typedef struct
{
  fts5_tokenizer base;        /* unicode61 */
  Fts5Tokenizer *instance;    /* (owned) of base */
  struct sb_stemmer *stemmer; /* (owned) */
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
  *tokenizer = (Fts5Tokenizer *) self;
  return SQLITE_OK;
}

static int
on_word (void *data, int flags, const char *word, int n, int start, int end)
{
  Tokenizing *t = data;
  const sb_symbol *stem;
  int length, code;

  if (n > LONGEST_STEMMED || (t->flags & FTS5_TOKENIZE_PREFIX) != 0)
    return t->emit (t->context, flags, word, n, start, end);
  stem = sb_stemmer_stem (t->self->stemmer, (const sb_symbol *) word, n);
  if (stem == NULL)
    return SQLITE_NOMEM;
  length = sb_stemmer_length (t->self->stemmer);
  code = t->emit (t->context, flags, (const char *) stem, length, start, end);
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
