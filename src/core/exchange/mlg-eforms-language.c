/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-eforms-private.h"
#include "mlg-eforms.h"

/* The official languages of the Union: notices name them by three letters (ISO 639-3), documents by
 * two (ISO 639-1). */
static const struct
{
  char three[4];
  char two[4];
  const char *title;
} languages[] = {
  { "BUL", "bg", NC_ ("language", "Bulgarian") },  { "CES", "cs", NC_ ("language", "Czech") },
  { "DAN", "da", NC_ ("language", "Danish") },     { "DEU", "de", NC_ ("language", "German") },
  { "ELL", "el", NC_ ("language", "Greek") },      { "ENG", "en", NC_ ("language", "English") },
  { "EST", "et", NC_ ("language", "Estonian") },   { "FIN", "fi", NC_ ("language", "Finnish") },
  { "FRA", "fr", NC_ ("language", "French") },     { "GLE", "ga", NC_ ("language", "Irish") },
  { "HRV", "hr", NC_ ("language", "Croatian") },   { "HUN", "hu", NC_ ("language", "Hungarian") },
  { "ITA", "it", NC_ ("language", "Italian") },    { "LAV", "lv", NC_ ("language", "Latvian") },
  { "LIT", "lt", NC_ ("language", "Lithuanian") }, { "MLT", "mt", NC_ ("language", "Maltese") },
  { "NLD", "nl", NC_ ("language", "Dutch") },      { "POL", "pl", NC_ ("language", "Polish") },
  { "POR", "pt", NC_ ("language", "Portuguese") }, { "RON", "ro", NC_ ("language", "Romanian") },
  { "SLK", "sk", NC_ ("language", "Slovak") },     { "SLV", "sl", NC_ ("language", "Slovenian") },
  { "SPA", "es", NC_ ("language", "Spanish") },    { "SWE", "sv", NC_ ("language", "Swedish") },
};

/**
 * mlg_eforms_language_parse:
 * @code: (nullable): "FRA" or "fr"
 *
 * Returns: (transfer full) (nullable): "fr"; three letters when the language has no two; %NULL when
 *   it is no code
 */
char *
mlg_eforms_language_parse (const char *code)
{
  g_autofree char *word = code != NULL ? g_strstrip (g_strdup (code)) : g_strdup ("");
  gsize length = strlen (word);

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_ascii_strcasecmp (word, languages[i].three) == 0
        || g_ascii_strcasecmp (word, languages[i].two) == 0)
      return g_strdup (languages[i].two);
  if (length < 2 || length > 3)
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalpha (word[i]))
      return NULL;
  return g_ascii_strdown (word, -1);
}

/**
 * mlg_eforms_language_get_title:
 * @code: "fr"
 *
 * Returns: (transfer none): the name of the language for people; the code itself when it is none of the Union
 */
const char *
mlg_eforms_language_get_title (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (code, languages[i].two))
      return g_dpgettext2 (NULL, "language", languages[i].title);
  return code;
}

/**
 * mlg_eforms_speaks:
 *
 * Returns: whether the words of @node are in @language
 */
gboolean
mlg_eforms_speaks (const xmlNode *node, const char *language)
{
  g_autofree char *own = mlg_eforms_language_parse (mlg_xml_get (node, "languageID"));

  return own != NULL && g_str_equal (own, language);
}

static void
add_language (GPtrArray *found, const char *code)
{
  g_autofree char *language = mlg_eforms_language_parse (code);
  int place = g_strcmp0 (language, "fr") == 0 ? 0 : -1;

  if (language != NULL && !g_ptr_array_find_with_equal_func (found, language, g_str_equal, NULL))
    g_ptr_array_insert (found, place, g_steal_pointer (&language));
}

static void
collect (const xmlNode *node, GPtrArray *found)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        add_language (found, mlg_xml_get (child, "languageID"));
        collect (child, found);
      }
}

/**
 * mlg_eforms_find_languages:
 * @root: the root of a notice
 *
 * French first, then the official languages of the notice (BT-702), then others that its texts have.
 *
 * Returns: (transfer full) (element-type utf8): at least one
 */
GPtrArray *
mlg_eforms_find_languages (const xmlNode *root)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *official = mlg_eforms_get (root, "cbc:NoticeLanguageCode");
  g_autoptr (GPtrArray) more = mlg_eforms_find_all (root, "cac:AdditionalNoticeLanguage/cbc:ID");

  add_language (found, official);
  for (guint i = 0; i < more->len; i++)
    {
      g_autofree char *code = mlg_eforms_dup_words (more->pdata[i]);

      add_language (found, code);
    }
  collect (root, found);
  if (found->len == 0)
    add_language (found, "fr");
  return found;
}
