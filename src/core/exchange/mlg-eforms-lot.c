/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "mlg-eforms-private.h"

static void
lot_free (gpointer data)
{
  MlgEformsLot *lot = data;

  g_free (lot->id);
  g_free (lot->title);
  g_ptr_array_unref (lot->criteria);
  g_free (lot);
}

static MlgEformsLotKind
find_kind (const xmlNode *id)
{
  const char *scheme = id != NULL ? mlg_xml_get (id, "schemeName") : NULL;

  if (g_strcmp0 (scheme, "LotsGroup") == 0)
    return MLG_EFORMS_GROUP;
  return g_strcmp0 (scheme, "Part") == 0 ? MLG_EFORMS_PART : MLG_EFORMS_LOT;
}

/* "LOT-0012" is the twelfth; 0 is the one of a contract without lots (BT-137). */
static guint
parse_number (const char *id)
{
  const char *dash = strrchr (id, '-');
  guint64 number = 0;

  if (dash == NULL || !g_ascii_string_to_unsigned (dash + 1, 10, 0, G_MAXINT, &number, NULL))
    return 0;
  return (guint) number;
}

static gboolean
is_taken (GPtrArray *lots, const MlgEformsLot *lot)
{
  for (guint i = 0; i < lots->len; i++)
    {
      const MlgEformsLot *other = lots->pdata[i];

      if (other->kind == lot->kind && other->number == lot->number)
        return TRUE;
    }
  return FALSE;
}

static MlgEformsLot *
read_lot (MlgEforms *self, const xmlNode *node)
{
  MlgEformsLot *lot = g_new0 (MlgEformsLot, 1);
  const xmlNode *id = mlg_eforms_find (node, "cbc:ID");

  lot->node = node;
  lot->kind = find_kind (id);
  lot->id = mlg_eforms_dup_words (id);
  lot->number = parse_number (lot->id);
  lot->title = mlg_eforms_get_text (self, node, "cac:ProcurementProject/cbc:Name");
  lot->criteria = mlg_eforms_read_criteria (self, node, lot->id);
  return lot;
}

/**
 * mlg_eforms_read_lots:
 *
 * Returns: (transfer full) (element-type MlgEformsLot): the lots, groups of lots and parts, in order,
 *   each with a number of its own in its kind
 */
GPtrArray *
mlg_eforms_read_lots (MlgEforms *self)
{
  GPtrArray *lots = g_ptr_array_new_with_free_func (lot_free);
  g_autoptr (GPtrArray) nodes = mlg_eforms_find_all (self->root, "cac:ProcurementProjectLot");

  for (guint i = 0; i < nodes->len; i++)
    {
      MlgEformsLot *lot = read_lot (self, nodes->pdata[i]);

      if (lot->number > 0 && is_taken (lots, lot))
        mlg_eforms_say (self, MLG_SEVERITY_WARNING, lot->node,
                        _ ("%s is there twice: the second gets another number"), lot->id);
      while (lot->number > 0 && is_taken (lots, lot))
        lot->number++;
      g_ptr_array_add (lots, lot);
    }
  return lots;
}

static gboolean
cites (const char *words, const char *article)
{
  g_autofree char *pattern = g_strdup_printf ("\\bL[.\\s]*2113-%s(?![0-9-])", article);

  return g_regex_match_simple (pattern, words, G_REGEX_CASELESS, 0);
}

/* The notice says for whom a contract is reserved, its words say under which article of the code. Workshops
 * (L2113-12) and integration enterprises (L2113-13) together are L2113-14. */
static const char *
find_cited (const char *words)
{
  if (cites (words, "14") || (cites (words, "12") && cites (words, "13")))
    return "L2113-14";
  if (cites (words, "13-1"))
    return "L2113-13-1";
  if (cites (words, "12"))
    return "L2113-12";
  if (cites (words, "13"))
    return "L2113-13";
  return cites (words, "15") ? "L2113-15" : NULL;
}

/**
 * mlg_eforms_lot_find_article:
 *
 * Under which article of the Code de la commande publique a lot is reserved (BT-71). The code of the notice
 * does not tell workshops from integration enterprises, so that the article is only known when the words of
 * the lot cite it.
 *
 * Returns: (nullable): the article, or %NULL when the lot is not reserved or nothing says the article
 */
const char *
mlg_eforms_lot_find_article (MlgEforms *self, const MlgEformsLot *lot)
{
  g_auto (GStrv) codes = mlg_eforms_get_codes (
      lot->node,
      "cac:TenderingTerms/cac:TendererQualificationRequest/cac:SpecificTendererRequirement/"
      "cbc:TendererRequirementTypeCode",
      "reserved-procurement");
  g_autofree char *words = NULL;
  const char *article = NULL;

  if (g_strv_length (codes) == 0 || g_strv_contains ((const char *const *) codes, "none"))
    return NULL;
  words = mlg_eforms_dup_words (lot->node);
  article = find_cited (words);
  if (article == NULL && g_strv_contains ((const char *const *) codes, "res-pub-ser"))
    article = "L2113-15";
  if (article == NULL)
    mlg_eforms_say (
        self, MLG_SEVERITY_WARNING, lot->node,
        _ ("%s is reserved but cites no article: choose L2113-12, L2113-13 or L2113-14"), lot->id);
  return article;
}
