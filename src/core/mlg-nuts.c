/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-nuts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The French territories. Codes and names: INSEE, code officiel géographique 2024 (Licence Ouverte
 * 2.0), and the NUTS 2021 classification (Regulation (EU) 2019/1755) as in the eForms code lists. The
 * names are proper nouns: they are not translated. */
typedef struct
{
  const char *code; /* of INSEE */
  const char *name;
  const char *region; /* (nullable) code of INSEE */
  const char *nuts;   /* (nullable) NUTS 3 */
} Departement;

static const Departement departements[] = {
  { "01", "Ain", "84", "FRK21" },
  { "02", "Aisne", "32", "FRE21" },
  { "03", "Allier", "84", "FRK11" },
  { "04", "Alpes-de-Haute-Provence", "93", "FRL01" },
  { "05", "Hautes-Alpes", "93", "FRL02" },
  { "06", "Alpes-Maritimes", "93", "FRL03" },
  { "07", "Ardèche", "84", "FRK22" },
  { "08", "Ardennes", "44", "FRF21" },
  { "09", "Ariège", "76", "FRJ21" },
  { "10", "Aube", "44", "FRF22" },
  { "11", "Aude", "76", "FRJ11" },
  { "12", "Aveyron", "76", "FRJ22" },
  { "13", "Bouches-du-Rhône", "93", "FRL04" },
  { "14", "Calvados", "28", "FRD11" },
  { "15", "Cantal", "84", "FRK12" },
  { "16", "Charente", "75", "FRI31" },
  { "17", "Charente-Maritime", "75", "FRI32" },
  { "18", "Cher", "24", "FRB01" },
  { "19", "Corrèze", "75", "FRI21" },
  { "21", "Côte-d’Or", "27", "FRC11" },
  { "22", "Côtes-d’Armor", "53", "FRH01" },
  { "23", "Creuse", "75", "FRI22" },
  { "24", "Dordogne", "75", "FRI11" },
  { "25", "Doubs", "27", "FRC21" },
  { "26", "Drôme", "84", "FRK23" },
  { "27", "Eure", "28", "FRD21" },
  { "28", "Eure-et-Loir", "24", "FRB02" },
  { "29", "Finistère", "53", "FRH02" },
  { "2A", "Corse-du-Sud", "94", "FRM01" },
  { "2B", "Haute-Corse", "94", "FRM02" },
  { "30", "Gard", "76", "FRJ12" },
  { "31", "Haute-Garonne", "76", "FRJ23" },
  { "32", "Gers", "76", "FRJ24" },
  { "33", "Gironde", "75", "FRI12" },
  { "34", "Hérault", "76", "FRJ13" },
  { "35", "Ille-et-Vilaine", "53", "FRH03" },
  { "36", "Indre", "24", "FRB03" },
  { "37", "Indre-et-Loire", "24", "FRB04" },
  { "38", "Isère", "84", "FRK24" },
  { "39", "Jura", "27", "FRC22" },
  { "40", "Landes", "75", "FRI13" },
  { "41", "Loir-et-Cher", "24", "FRB05" },
  { "42", "Loire", "84", "FRK25" },
  { "43", "Haute-Loire", "84", "FRK13" },
  { "44", "Loire-Atlantique", "52", "FRG01" },
  { "45", "Loiret", "24", "FRB06" },
  { "46", "Lot", "76", "FRJ25" },
  { "47", "Lot-et-Garonne", "75", "FRI14" },
  { "48", "Lozère", "76", "FRJ14" },
  { "49", "Maine-et-Loire", "52", "FRG02" },
  { "50", "Manche", "28", "FRD12" },
  { "51", "Marne", "44", "FRF23" },
  { "52", "Haute-Marne", "44", "FRF24" },
  { "53", "Mayenne", "52", "FRG03" },
  { "54", "Meurthe-et-Moselle", "44", "FRF31" },
  { "55", "Meuse", "44", "FRF32" },
  { "56", "Morbihan", "53", "FRH04" },
  { "57", "Moselle", "44", "FRF33" },
  { "58", "Nièvre", "27", "FRC12" },
  { "59", "Nord", "32", "FRE11" },
  { "60", "Oise", "32", "FRE22" },
  { "61", "Orne", "28", "FRD13" },
  { "62", "Pas-de-Calais", "32", "FRE12" },
  { "63", "Puy-de-Dôme", "84", "FRK14" },
  { "64", "Pyrénées-Atlantiques", "75", "FRI15" },
  { "65", "Hautes-Pyrénées", "76", "FRJ26" },
  { "66", "Pyrénées-Orientales", "76", "FRJ15" },
  { "67", "Bas-Rhin", "44", "FRF11" },
  { "68", "Haut-Rhin", "44", "FRF12" },
  { "69", "Rhône", "84", "FRK26" },
  { "70", "Haute-Saône", "27", "FRC23" },
  { "71", "Saône-et-Loire", "27", "FRC13" },
  { "72", "Sarthe", "52", "FRG04" },
  { "73", "Savoie", "84", "FRK27" },
  { "74", "Haute-Savoie", "84", "FRK28" },
  { "75", "Paris", "11", "FR101" },
  { "76", "Seine-Maritime", "28", "FRD22" },
  { "77", "Seine-et-Marne", "11", "FR102" },
  { "78", "Yvelines", "11", "FR103" },
  { "79", "Deux-Sèvres", "75", "FRI33" },
  { "80", "Somme", "32", "FRE23" },
  { "81", "Tarn", "76", "FRJ27" },
  { "82", "Tarn-et-Garonne", "76", "FRJ28" },
  { "83", "Var", "93", "FRL05" },
  { "84", "Vaucluse", "93", "FRL06" },
  { "85", "Vendée", "52", "FRG05" },
  { "86", "Vienne", "75", "FRI34" },
  { "87", "Haute-Vienne", "75", "FRI23" },
  { "88", "Vosges", "44", "FRF34" },
  { "89", "Yonne", "27", "FRC14" },
  { "90", "Territoire de Belfort", "27", "FRC24" },
  { "91", "Essonne", "11", "FR104" },
  { "92", "Hauts-de-Seine", "11", "FR105" },
  { "93", "Seine-Saint-Denis", "11", "FR106" },
  { "94", "Val-de-Marne", "11", "FR107" },
  { "95", "Val-d’Oise", "11", "FR108" },
  { "971", "Guadeloupe", "01", "FRY10" },
  { "972", "Martinique", "02", "FRY20" },
  { "973", "Guyane", "03", "FRY30" },
  { "974", "La Réunion", "04", "FRY40" },
  { "975", "Saint-Pierre-et-Miquelon", "975", NULL },
  { "976", "Mayotte", "06", "FRY50" },
  { "977", "Saint-Barthélemy", "977", NULL },
  { "978", "Saint-Martin", "978", NULL },
  { "984", "Terres australes et antarctiques françaises", "984", NULL },
  { "986", "Wallis et Futuna", "986", NULL },
  { "987", "Polynésie française", "987", NULL },
  { "988", "Nouvelle-Calédonie", "988", NULL },
  { "989", "Île de Clipperton", "989", NULL },
};

static const MlgCode departement_codes[] = {
  { "01", "Ain", "Auvergne-Rhône-Alpes" },
  { "02", "Aisne", "Hauts-de-France" },
  { "03", "Allier", "Auvergne-Rhône-Alpes" },
  { "04", "Alpes-de-Haute-Provence", "Provence-Alpes-Côte d’Azur" },
  { "05", "Hautes-Alpes", "Provence-Alpes-Côte d’Azur" },
  { "06", "Alpes-Maritimes", "Provence-Alpes-Côte d’Azur" },
  { "07", "Ardèche", "Auvergne-Rhône-Alpes" },
  { "08", "Ardennes", "Grand Est" },
  { "09", "Ariège", "Occitanie" },
  { "10", "Aube", "Grand Est" },
  { "11", "Aude", "Occitanie" },
  { "12", "Aveyron", "Occitanie" },
  { "13", "Bouches-du-Rhône", "Provence-Alpes-Côte d’Azur" },
  { "14", "Calvados", "Normandie" },
  { "15", "Cantal", "Auvergne-Rhône-Alpes" },
  { "16", "Charente", "Nouvelle-Aquitaine" },
  { "17", "Charente-Maritime", "Nouvelle-Aquitaine" },
  { "18", "Cher", "Centre-Val de Loire" },
  { "19", "Corrèze", "Nouvelle-Aquitaine" },
  { "21", "Côte-d’Or", "Bourgogne-Franche-Comté" },
  { "22", "Côtes-d’Armor", "Bretagne" },
  { "23", "Creuse", "Nouvelle-Aquitaine" },
  { "24", "Dordogne", "Nouvelle-Aquitaine" },
  { "25", "Doubs", "Bourgogne-Franche-Comté" },
  { "26", "Drôme", "Auvergne-Rhône-Alpes" },
  { "27", "Eure", "Normandie" },
  { "28", "Eure-et-Loir", "Centre-Val de Loire" },
  { "29", "Finistère", "Bretagne" },
  { "2A", "Corse-du-Sud", "Corse" },
  { "2B", "Haute-Corse", "Corse" },
  { "30", "Gard", "Occitanie" },
  { "31", "Haute-Garonne", "Occitanie" },
  { "32", "Gers", "Occitanie" },
  { "33", "Gironde", "Nouvelle-Aquitaine" },
  { "34", "Hérault", "Occitanie" },
  { "35", "Ille-et-Vilaine", "Bretagne" },
  { "36", "Indre", "Centre-Val de Loire" },
  { "37", "Indre-et-Loire", "Centre-Val de Loire" },
  { "38", "Isère", "Auvergne-Rhône-Alpes" },
  { "39", "Jura", "Bourgogne-Franche-Comté" },
  { "40", "Landes", "Nouvelle-Aquitaine" },
  { "41", "Loir-et-Cher", "Centre-Val de Loire" },
  { "42", "Loire", "Auvergne-Rhône-Alpes" },
  { "43", "Haute-Loire", "Auvergne-Rhône-Alpes" },
  { "44", "Loire-Atlantique", "Pays de la Loire" },
  { "45", "Loiret", "Centre-Val de Loire" },
  { "46", "Lot", "Occitanie" },
  { "47", "Lot-et-Garonne", "Nouvelle-Aquitaine" },
  { "48", "Lozère", "Occitanie" },
  { "49", "Maine-et-Loire", "Pays de la Loire" },
  { "50", "Manche", "Normandie" },
  { "51", "Marne", "Grand Est" },
  { "52", "Haute-Marne", "Grand Est" },
  { "53", "Mayenne", "Pays de la Loire" },
  { "54", "Meurthe-et-Moselle", "Grand Est" },
  { "55", "Meuse", "Grand Est" },
  { "56", "Morbihan", "Bretagne" },
  { "57", "Moselle", "Grand Est" },
  { "58", "Nièvre", "Bourgogne-Franche-Comté" },
  { "59", "Nord", "Hauts-de-France" },
  { "60", "Oise", "Hauts-de-France" },
  { "61", "Orne", "Normandie" },
  { "62", "Pas-de-Calais", "Hauts-de-France" },
  { "63", "Puy-de-Dôme", "Auvergne-Rhône-Alpes" },
  { "64", "Pyrénées-Atlantiques", "Nouvelle-Aquitaine" },
  { "65", "Hautes-Pyrénées", "Occitanie" },
  { "66", "Pyrénées-Orientales", "Occitanie" },
  { "67", "Bas-Rhin", "Grand Est" },
  { "68", "Haut-Rhin", "Grand Est" },
  { "69", "Rhône", "Auvergne-Rhône-Alpes" },
  { "70", "Haute-Saône", "Bourgogne-Franche-Comté" },
  { "71", "Saône-et-Loire", "Bourgogne-Franche-Comté" },
  { "72", "Sarthe", "Pays de la Loire" },
  { "73", "Savoie", "Auvergne-Rhône-Alpes" },
  { "74", "Haute-Savoie", "Auvergne-Rhône-Alpes" },
  { "75", "Paris", "Île-de-France" },
  { "76", "Seine-Maritime", "Normandie" },
  { "77", "Seine-et-Marne", "Île-de-France" },
  { "78", "Yvelines", "Île-de-France" },
  { "79", "Deux-Sèvres", "Nouvelle-Aquitaine" },
  { "80", "Somme", "Hauts-de-France" },
  { "81", "Tarn", "Occitanie" },
  { "82", "Tarn-et-Garonne", "Occitanie" },
  { "83", "Var", "Provence-Alpes-Côte d’Azur" },
  { "84", "Vaucluse", "Provence-Alpes-Côte d’Azur" },
  { "85", "Vendée", "Pays de la Loire" },
  { "86", "Vienne", "Nouvelle-Aquitaine" },
  { "87", "Haute-Vienne", "Nouvelle-Aquitaine" },
  { "88", "Vosges", "Grand Est" },
  { "89", "Yonne", "Bourgogne-Franche-Comté" },
  { "90", "Territoire de Belfort", "Bourgogne-Franche-Comté" },
  { "91", "Essonne", "Île-de-France" },
  { "92", "Hauts-de-Seine", "Île-de-France" },
  { "93", "Seine-Saint-Denis", "Île-de-France" },
  { "94", "Val-de-Marne", "Île-de-France" },
  { "95", "Val-d’Oise", "Île-de-France" },
  { "971", "Guadeloupe", "Guadeloupe" },
  { "972", "Martinique", "Martinique" },
  { "973", "Guyane", "Guyane" },
  { "974", "La Réunion", "La Réunion" },
  { "975", "Saint-Pierre-et-Miquelon", "Saint-Pierre-et-Miquelon" },
  { "976", "Mayotte", "Mayotte" },
  { "977", "Saint-Barthélemy", "Saint-Barthélemy" },
  { "978", "Saint-Martin", "Saint-Martin" },
  { "984", "Terres australes et antarctiques françaises",
    "Terres australes et antarctiques françaises" },
  { "986", "Wallis et Futuna", "Wallis et Futuna" },
  { "987", "Polynésie française", "Polynésie française" },
  { "988", "Nouvelle-Calédonie", "Nouvelle-Calédonie" },
  { "989", "Île de Clipperton", "Île de Clipperton" },
  { NULL },
};

const MlgCodeList mlg_departements = { "departements", departement_codes, .is_read = TRUE };

static const MlgCode region_codes[] = {
  { "01", "Guadeloupe" },
  { "02", "Martinique" },
  { "03", "Guyane" },
  { "04", "La Réunion" },
  { "06", "Mayotte" },
  { "11", "Île-de-France" },
  { "24", "Centre-Val de Loire" },
  { "27", "Bourgogne-Franche-Comté" },
  { "28", "Normandie" },
  { "32", "Hauts-de-France" },
  { "44", "Grand Est" },
  { "52", "Pays de la Loire" },
  { "53", "Bretagne" },
  { "75", "Nouvelle-Aquitaine" },
  { "76", "Occitanie" },
  { "84", "Auvergne-Rhône-Alpes" },
  { "93", "Provence-Alpes-Côte d’Azur" },
  { "94", "Corse" },
  { "975", "Saint-Pierre-et-Miquelon" },
  { "977", "Saint-Barthélemy" },
  { "978", "Saint-Martin" },
  { "984", "Terres australes et antarctiques françaises" },
  { "986", "Wallis et Futuna" },
  { "987", "Polynésie française" },
  { "988", "Nouvelle-Calédonie" },
  { "989", "Île de Clipperton" },
  { NULL },
};

const MlgCodeList mlg_regions = { "regions", region_codes };

static const Departement *
find_departement (const char *code)
{
  for (guint i = 0; code != NULL && i < G_N_ELEMENTS (departements); i++)
    if (g_str_equal (departements[i].code, code))
      return &departements[i];
  return NULL;
}

/**
 * mlg_departement_get_nuts:
 * @code: (nullable): a département's code of INSEE
 *
 * Returns: (nullable): its NUTS 3 code
 */
const char *
mlg_departement_get_nuts (const char *code)
{
  const Departement *departement = find_departement (code);

  return departement != NULL ? departement->nuts : NULL;
}

/**
 * mlg_departement_get_region:
 * @code: (nullable): a département's code of INSEE
 *
 * Returns: (nullable): its region's code of INSEE
 */
const char *
mlg_departement_get_region (const char *code)
{
  const Departement *departement = find_departement (code);

  return departement != NULL ? departement->region : NULL;
}

/* "1" as spreadsheets keep "01", "2a" as "2A". */
static char *
clean_code (const char *text)
{
  if (strlen (text) == 1 && g_ascii_isdigit (text[0]))
    return g_strconcat ("0", text, NULL);
  return strlen (text) <= 3 ? g_ascii_strup (text, -1) : g_strdup (text);
}

/**
 * mlg_departement_clean:
 *
 * A #MlgFieldClean: the code of a département that lost its leading zero or its capital.
 */
char *
mlg_departement_clean (const char *text)
{
  return clean_code (text);
}

/**
 * mlg_region_clean:
 *
 * A #MlgFieldClean: the code of a region that lost its leading zero.
 */
char *
mlg_region_clean (const char *text)
{
  return clean_code (text);
}

static gint
compare_codes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * mlg_perimeter_clean:
 *
 * A #MlgFieldClean: NUTS codes in any order and with any separator, as "FRE1 FRF3".
 */
char *
mlg_perimeter_clean (const char *text)
{
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_auto (GStrv) codes = g_strsplit_set (upper, " ,;{}\t\n", -1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (*codes[i] != '\0'
        && !g_ptr_array_find_with_equal_func (sorted, codes[i], g_str_equal, NULL))
      g_ptr_array_add (sorted, codes[i]);
  g_ptr_array_sort (sorted, compare_codes);
  g_ptr_array_add (sorted, NULL);
  return g_strjoinv (" ", (char **) sorted->pdata);
}

/**
 * mlg_perimeter_check:
 *
 * A #MlgFieldCheck: codes that NUTS has.
 */
char *
mlg_perimeter_check (const char *text)
{
  g_auto (GStrv) codes = g_strsplit (text, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    if (mlg_code_list_find (&mlg_nuts_codes, codes[i]) == NULL)
      return g_strdup_printf (_ ("“%s” is not a NUTS code of France"), codes[i]);
  return NULL;
}
