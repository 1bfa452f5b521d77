/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "mlg-clause-words.h"

#include <string.h>

#include "store/mlg-fold.h"

/* What the words of a French tender say of where they stand and what they act for: proposals for a person
 * to look at, from the usual words of such documents. Words are without case and accents. */
typedef struct
{
  const char *code;
  const char *words; /* between bars; one that is found is enough */
} Hint;

static const Hint roles[] = {
  { "rc", "reglement de la consultation|reglement de consultation" },
  { "ccap", "clauses administratives|ccap" },
  { "cctp", "clauses techniques|cctp|programme technique" },
  { "ae", "acte d engagement" },
  { "prices", "bordereau de prix|bordereau des prix|decomposition du prix|detail quantitatif" },
  { "questionnaire", "questionnaire|cadre de memoire|cadre de reponse" },
  { "annex", "annexe" },
};

static const Hint phases[] = {
  { "need", "objet de la consultation|objet du marche|definition du besoin|allotissement" },
  { "selection", "candidature|capacite|moyens du candidat" },
  { "award", "critere|jugement des offres|notation|analyse des offres|ponderation" },
  { "performance", "penalite|execution|facturation|paiement|reunion de suivi|resiliation|titulaire "
                   "transmet|bilan annuel|indicateur" },
  { "specification", "specification|caracteristique|exigence|conforme|norme|performance attendue" },
};

/* The usual phase of what stands in a piece. */
static const Hint usual_phases[] = {
  { "award", "rc|ae" },
  { "performance", "ccap" },
  { "specification", "cctp|prices|annex|questionnaire" },
};

static const Hint dimensions[] = {
  { "environment", "environnement|ecolabel|ecologique|durable" },
  { "circ-econ",
    "recycl|reemploi|reutilis|dechet|economie circulaire|reparab|biosource|emballage" },
  { "clim-mitig",
    "carbone|gaz a effet de serre|emission|sobriete energetique|consommation d energie"
    "|efficacite energetique" },
  { "pollu-prev", "pollu|toxi|composes organiques volatils|substances dangereuses|perturbateur" },
  { "biodiv-eco", "biodivers|faune|flore|pollinisat|produits phytosanitaires" },
  { "water-mar", "economie d eau|consommation d eau|ressource en eau" },
  { "social", "insertion|handicap|egalite|clause sociale|conditions de travail" },
  { "opp", "insertion|eloignees de l emploi|travailleurs handicapes|facilitateur" },
  { "acc-all", "accessib" },
  { "gen-eq", "egalite professionnelle|femmes et les hommes|femmes et hommes" },
  { "work-cond",
    "conditions de travail|sante et securite|travail en journee|risques professionnels" },
  { "hum-right",
    "droits humains|travail des enfants|commerce equitable|conventions fondamentales" },
  { "innovation", "innovation|innovant" },
};

/* Punctuation goes: "l’eau" is "l eau", as in the tables. */
static char *
prepare (const char *text)
{
  g_autofree char *folded = mlg_fold (text);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

static gboolean
holds (const char *prepared, const Hint *hint)
{
  g_auto (GStrv) words = g_strsplit (hint->words, "|", -1);

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *start = g_strconcat (" ", *word, NULL);

      if (strstr (prepared, start) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
find (const char *text, const Hint *hints, guint n)
{
  g_autofree char *prepared = prepare (text);

  for (guint i = 0; i < n; i++)
    if (holds (prepared, &hints[i]))
      return hints[i].code;
  return NULL;
}

/**
 * mlg_clause_guess_role:
 *
 * Returns: (nullable): the role of the piece that bears this title; %NULL when it looks like none
 */
const char *
mlg_clause_guess_role (const char *title)
{
  return find (title, roles, G_N_ELEMENTS (roles));
}

/**
 * mlg_clause_guess_phase:
 * @role: (nullable): of the piece where it stands
 *
 * Returns: a code of mlg_clause_phases: from the title, else from the piece, else from the text
 */
const char *
mlg_clause_guess_phase (const char *title, const char *text, const char *role)
{
  const char *phase = find (title, phases, G_N_ELEMENTS (phases));

  if (phase == NULL && role != NULL)
    phase = find (role, usual_phases, G_N_ELEMENTS (usual_phases));
  if (phase == NULL)
    phase = find (text, phases, G_N_ELEMENTS (phases));
  return phase != NULL ? phase : "specification";
}

/**
 * mlg_clause_guess_dimension:
 *
 * Returns: (transfer full) (nullable): codes of mlg_dimensions, separated by spaces
 */
char *
mlg_clause_guess_dimension (const char *title, const char *text)
{
  g_autofree char *both = g_strconcat (title, " ", text, NULL);
  g_autofree char *prepared = prepare (both);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++)
    if (holds (prepared, &dimensions[i]))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", dimensions[i].code);
  return g_string_free (codes, codes->len == 0);
}
