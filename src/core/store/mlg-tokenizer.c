/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-tokenizer.h"

#include <libstemmer.h>
#include <string.h>

#include "mlg-stems.h"
#include "mlg-store-error.h"

/* The words of the search index. unicode61 cuts the text and drops case and diacritics; each word
 * then goes in as its French stem (Snowball) and, when that differs, also as it is written, at the
 * same position: the stem makes "nettoyages" find "nettoyage", the whole word lets a prefix match
 * while it is being typed. Asking for a word asks for its stem; asking for a prefix asks for the
 * letters. */
#define LONGEST_STEMMED 64
#define NAME            "maillage_french"

/* Making a stem takes longer than anything else that is done with a word, and the words of a list come
 * again and again: the last ones are remembered, each in the place that its letters give it. */
#define LONGEST_REMEMBERED 20
#define N_REMEMBERED       2048

/* What all tokenizers of a connection share. */
typedef struct
{
  fts5_api *api;            /* (unowned) */
  MlgTokenizerAhead *ahead; /* (unowned) (nullable) what makes stems meanwhile */
} Registered;

/* A thread that makes the stems of texts which are to be indexed. */
struct _MlgTokenizerAhead
{
  Registered *registered;
  Fts5Tokenizer *tokenizer; /* (owned) the thread's */
  MlgStems *stems;          /* (owned) */
  const char *texts;        /* (unowned) */
  const char *end;
  int stopped;     /* atomic: nobody wants more */
  GThread *thread; /* (owned) */
};

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
  Registered *registered;     /* (unowned) */
  MlgStems *made;             /* (unowned) (nullable) where stems go that others will ask for */
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
  Registered *registered = data;
  fts5_api *api = registered->api;
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
  self->registered = registered;
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

/* Another thread may have made it ahead. */
static const char *
make_stem (FrenchTokenizer *self, const char *word, int n, int *length)
{
  MlgTokenizerAhead *ahead = self->registered->ahead;
  const char *stem = NULL;

  if (ahead != NULL && self->made == NULL)
    stem = mlg_stems_find (ahead->stems, word, n, length);
  if (stem != NULL)
    return stem;
  stem = (const char *) sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, n);
  *length = sb_stemmer_length (self->stemmer);
  if (stem != NULL && self->made != NULL)
    mlg_stems_add (self->made, word, n, stem, *length);
  return stem;
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

static int
ignore_word (void *data, int flags, const char *word, int n, int start, int end)
{
  return SQLITE_OK;
}

static gpointer
run_ahead (gpointer data)
{
  MlgTokenizerAhead *self = data;

  for (const char *text = self->texts; text < self->end && !g_atomic_int_get (&self->stopped);)
    {
      int n = (int) strlen (text);

      tokenize (self->tokenizer, NULL, FTS5_TOKENIZE_DOCUMENT, text, n, ignore_word);
      text += n + 1;
    }
  return NULL;
}

static const fts5_tokenizer french = { .xCreate = create_tokenizer,
                                       .xDelete = delete_tokenizer,
                                       .xTokenize = tokenize };

static Registered *
find_registered (sqlite3 *handle)
{
  fts5_api *api = find_api (handle);
  void *registered = NULL;
  fts5_tokenizer tokenizer;

  if (api == NULL || api->xFindTokenizer (api, NAME, &registered, &tokenizer) != SQLITE_OK)
    return NULL;
  return registered;
}

/**
 * mlg_tokenizer_ahead_new:
 * @handle: a connection
 * @texts: texts that will be indexed through it, about in this order, each ended by a NUL; must stay
 * @size: bytes of all of them
 *
 * Makes the stems of the words in a thread, ahead of the indexing, which takes what is there and makes
 * what is not. One at a time for a connection.
 *
 * Returns: (transfer full) (nullable): what is at work; %NULL when it is not worth it or cannot be
 */
MlgTokenizerAhead *
mlg_tokenizer_ahead_new (sqlite3 *handle, const char *texts, gsize size)
{
  enum
  {
    WORTH_A_THREAD = 64 * 1024
  };
  Registered *registered = size >= WORTH_A_THREAD ? find_registered (handle) : NULL;
  g_autoptr (MlgTokenizerAhead) self = NULL;

  if (registered == NULL)
    return NULL;
  self = g_new0 (MlgTokenizerAhead, 1);
  self->registered = registered;
  self->stems = mlg_stems_new ();
  self->texts = texts;
  self->end = texts + size;
  if (create_tokenizer (registered, NULL, 0, &self->tokenizer) != SQLITE_OK)
    return NULL;
  ((FrenchTokenizer *) self->tokenizer)->made = self->stems;
  self->thread = g_thread_try_new ("stems", run_ahead, self, NULL);
  if (self->thread == NULL)
    return NULL;
  registered->ahead = self;
  return g_steal_pointer (&self);
}

/**
 * mlg_tokenizer_ahead_free:
 * @self: (transfer full): a tokenizer that works ahead
 *
 * Stops the thread that cuts words ahead, waits for it, and frees what it made.
 */
void
mlg_tokenizer_ahead_free (MlgTokenizerAhead *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  g_clear_pointer (&self->thread, g_thread_join);
  self->registered->ahead = NULL;
  g_clear_pointer (&self->tokenizer, delete_tokenizer);
  mlg_stems_free (self->stems);
  g_free (self);
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
  fts5_tokenizer tokenizer = french;
  Registered *registered = g_new0 (Registered, 1);

  registered->api = find_api (handle);
  if (registered->api != NULL
      && registered->api->xCreateTokenizer (registered->api, NAME, registered, &tokenizer, g_free)
             == SQLITE_OK)
    return TRUE;
  g_free (registered); /* FTS5 takes it only when it succeeds */
  g_set_error_literal (error, MLG_STORE_ERROR, MLG_STORE_ERROR_FAILED,
                       "This SQLite lacks full-text search (FTS5)");
  return FALSE;
}
