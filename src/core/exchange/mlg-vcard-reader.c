/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-charset.h"
#include "mlg-table-reader.h"
#include "mlg-vcard-line.h"

const MlgVcardLimits mlg_vcard_default_limits = {
  .bytes = 64 * 1000 * 1000,
  .cards = 100 * 1000,
  .properties = 1000,
  .line = 100 * 1000,
};

typedef struct
{
  const char *file;
  const MlgVcardLimits *limits;
  MlgIssueList *issues;
  MlgVcardLines lines;
  GPtrArray *cards; /* (unowned) */
  MlgVcard *card;   /* (owned) (nullable) being read */
  guint inner;      /* how deep in cards within it, which are left aside */
  gboolean outside; /* lines outside of a card were reported */
  gboolean full;    /* that the card has too many lines was reported */
} Reading;

static void complain (Reading *r, MlgSeverity severity, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);

static void
complain (Reading *r, MlgSeverity severity, int line, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  mlg_issue_list_add (r->issues, severity, r->file, line, 0, "%s", message);
}

static void
finish_card (Reading *r)
{
  if (r->card != NULL)
    g_ptr_array_add (r->cards, g_steal_pointer (&r->card));
  r->inner = 0;
  r->outside = FALSE;
  r->full = FALSE;
}

static MlgVcardVersion
find_version (Reading *r)
{
  g_autofree char *unknown = NULL;
  MlgVcardVersion version = mlg_vcard_lines_find_version (&r->lines, &unknown);

  if (unknown != NULL)
    complain (r, MLG_SEVERITY_WARNING, r->lines.start,
              _ ("the version “%s” is not known: the card is read as 3.0"), unknown);
  return version;
}

/* Version 2.1 puts the card of an agent inside that of whom it acts for. */
static gboolean
is_inner_card (Reading *r)
{
  const MlgVcardProperty *last = NULL;

  if (r->card == NULL || r->inner > 0)
    return r->card != NULL;
  if (r->card->properties->len > 0)
    last = r->card->properties->pdata[r->card->properties->len - 1];
  return last != NULL && g_str_equal (last->name, "AGENT") && *last->value == '\0';
}

static void
begin_card (Reading *r)
{
  if (is_inner_card (r))
    {
      if (r->inner++ == 0)
        complain (r, MLG_SEVERITY_WARNING, r->lines.start,
                  _ ("a card within a card: it is left aside"));
      return;
    }
  if (r->card != NULL)
    complain (r, MLG_SEVERITY_WARNING, r->card->line,
              _ ("the card has no end: it ends where the next one begins"));
  finish_card (r);
  r->card = g_new0 (MlgVcard, 1);
  r->card->properties = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_vcard_property_free);
  r->card->line = r->lines.start;
  r->card->version = find_version (r);
}

static void
end_card (Reading *r)
{
  if (r->inner > 0)
    r->inner--;
  else
    finish_card (r);
}

static gboolean
is_line (const Reading *r, const char *text)
{
  g_autofree char *line = g_strstrip (g_strndup (r->lines.text->str, strlen (text) + 8));

  return g_ascii_strcasecmp (line, text) == 0;
}

static void
decode (Reading *r, MlgVcardProperty *property)
{
  g_autofree char *odd = NULL;
  char *value = mlg_vcard_property_decode (property, &odd);

  g_free (property->value);
  property->value = value;
  if (odd != NULL)
    complain (r, MLG_SEVERITY_WARNING, property->line, "%s", odd);
}

static void
add_property (Reading *r, MlgVcardProperty *property)
{
  GPtrArray *properties = r->card->properties;

  if (g_str_equal (property->name, "VERSION"))
    mlg_vcard_property_free (property);
  else if (properties->len < r->limits->properties)
    g_ptr_array_add (properties, property);
  else
    {
      if (!r->full)
        complain (r, MLG_SEVERITY_ERROR, property->line,
                  _ ("the card has more than %u lines: the others are left aside"),
                  r->limits->properties);
      r->full = TRUE;
      mlg_vcard_property_free (property);
    }
}

static void
read_property (Reading *r)
{
  g_autofree char *wrong = NULL;
  g_autoptr (MlgVcardProperty) property =
      mlg_vcard_property_parse (r->lines.text->str, r->card->version, r->lines.start, &wrong);

  if (property == NULL)
    complain (r, MLG_SEVERITY_WARNING, r->lines.start, "%s", wrong);
  else if (r->lines.n_bytes > r->limits->line && !mlg_vcard_property_is_binary (property))
    complain (r, MLG_SEVERITY_ERROR, r->lines.start,
              _ ("%s: the line is longer than %u bytes: it is left aside"), property->name,
              (guint) r->limits->line);
  else
    {
      decode (r, property);
      add_property (r, g_steal_pointer (&property));
    }
}

static void
read_line (Reading *r)
{
  if (is_line (r, "BEGIN:VCARD"))
    begin_card (r);
  else if (r->card != NULL && is_line (r, "END:VCARD"))
    end_card (r);
  else if (r->card == NULL)
    {
      if (!r->outside)
        complain (r, MLG_SEVERITY_WARNING, r->lines.start,
                  _ ("this is outside of a card: it is left aside"));
      r->outside = TRUE;
    }
  else if (r->inner == 0)
    read_property (r);
}

static gboolean
refuse (GError **error, const char *file, int code, const char *why)
{
  g_set_error (error, MLG_EXCHANGE_ERROR, code, "%s: %s", file, why);
  return FALSE;
}

static gboolean
read_lines (Reading *r, GError **error)
{
  while (mlg_vcard_lines_next (&r->lines, r->card != NULL ? r->card->version : MLG_VCARD_3_0))
    {
      read_line (r);
      if (r->cards->len <= r->limits->cards)
        continue;
      g_set_error (error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("%s: there are more than %u cards: cut the file in several ones"), r->file,
                   r->limits->cards);
      return FALSE;
    }
  if (r->card != NULL)
    complain (r, MLG_SEVERITY_WARNING, r->card->line,
              _ ("the card has no end: the file may have been cut"));
  finish_card (r);
  return r->cards->len > 0
         || refuse (error, r->file, MLG_EXCHANGE_ERROR_FORMAT,
                    _ ("there is no contact card in it (BEGIN:VCARD)"));
}

/* UTF-16 has a byte order mark; in the other sets the lines are read as bytes, because each may say
 * its own. */
static char *
decode_file (GBytes *bytes, const char *file, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  MlgCharset charset = mlg_charset_detect (data, MIN (size, 4));
  gsize mark = charset == MLG_CHARSET_UTF_8_BOM ? 3 : 0;
  guint n_replaced;
  char *text;

  if (charset == MLG_CHARSET_UTF_16_LE || charset == MLG_CHARSET_UTF_16_BE)
    text = mlg_charset_decode (charset, data, size, length, &n_replaced);
  else
    {
      *length = size - mark;
      text = g_malloc (*length + 1);
      memcpy (text, data + mark, *length);
      text[*length] = '\0';
    }
  if (text == NULL)
    refuse (error, file, MLG_EXCHANGE_ERROR_FORMAT, _ ("the UTF-16 text is damaged"));
  else if (memchr (text, '\0', *length) != NULL)
    {
      g_clear_pointer (&text, g_free);
      refuse (error, file, MLG_EXCHANGE_ERROR_FORMAT,
              _ ("there is a NUL character: this is not a text file"));
    }
  return text;
}

/**
 * mlg_vcard_read_bytes:
 * @bytes: the file's content
 * @file: its name, for messages
 * @limits: usually &mlg_vcard_default_limits
 * @issues: gets what is odd or was left aside
 *
 * Reads the contact cards of a file, each of version 2.1, 3.0 or 4.0, as telephones and mail programs
 * write them. Pictures and sounds are not kept.
 *
 * Errors: %MLG_EXCHANGE_ERROR_FORMAT, %MLG_EXCHANGE_ERROR_TOO_LARGE, %MLG_EXCHANGE_ERROR_EMPTY.
 *
 * Returns: (transfer full) (element-type MlgVcard): the cards, or %NULL with @error set
 */
GPtrArray *
mlg_vcard_read_bytes (GBytes *bytes,
                      const char *file,
                      const MlgVcardLimits *limits,
                      MlgIssueList *issues,
                      GError **error)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) mlg_vcard_free);
  Reading r = { .file = file, .limits = limits, .issues = issues, .cards = cards };
  g_autofree char *text = NULL;
  gsize length = 0;
  gboolean done;

  if (g_bytes_get_size (bytes) == 0)
    {
      refuse (error, file, MLG_EXCHANGE_ERROR_EMPTY, _ ("the file is empty"));
      return NULL;
    }
  text = decode_file (bytes, file, &length, error);
  if (text == NULL)
    return NULL;
  mlg_vcard_lines_init (&r.lines, text, length, limits->line);
  done = read_lines (&r, error);
  mlg_vcard_lines_clear (&r.lines);
  g_clear_pointer (&r.card, mlg_vcard_free);
  return done ? g_steal_pointer (&cards) : NULL;
}

/**
 * mlg_vcard_read:
 * @file: a file of cards, usually named in .vcf
 *
 * As mlg_vcard_read_bytes(), from a file.
 *
 * Returns: (transfer full) (element-type MlgVcard): the cards, or %NULL with @error set
 */
GPtrArray *
mlg_vcard_read (GFile *file,
                const MlgVcardLimits *limits,
                MlgIssueList *issues,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GBytes) bytes = mlg_exchange_load (file, limits->bytes, cancellable, error);
  g_autofree char *name = g_file_get_basename (file);

  return bytes != NULL ? mlg_vcard_read_bytes (bytes, name, limits, issues, error) : NULL;
}
