/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "template/mlg-check.h"

/* The engine of the rules, on rules of our own: what the shipped ones say is tested elsewhere. */
#define SOURCE "<source confidence='text' checked='2026-11-23'>Texte</source>"
#define RULE(id, period, tests)                                                                    \
  "<rule id='" id "' severity='obligation' " period "><title>T</title>" SOURCE tests               \
  "<message>M</message><fix phase='performance'>F</fix></rule>"
#define RULES(inside) "<rules xmlns='urn:maillage:rules:1' xml:lang='fr'>" inside "</rules>"

#define THRESHOLDS                                                                                 \
  "<thresholds>"                                                                                   \
  "<threshold name='eu' nature='services' amount='100' until='2026-12-31'>" SOURCE "</threshold>"  \
  "<threshold name='eu' nature='services' amount='200' from='2027-01-01'>" SOURCE "</threshold>"   \
  "<threshold name='eu' nature='works' amount='900'>" SOURCE "</threshold>"                        \
  "<threshold name='eu' nature='services works' kind='concession' amount='500'>" SOURCE            \
  "</threshold></thresholds>"                                                                      \
  "<facts><fact name='energy'>Consomme-t-il ?</fact></facts>"                                      \
  "<wordings><wording name='law'><pattern>respect(e|er) l’usage</pattern>"                       \
  "<unless>sauf accord</unless></wording></wordings>"                                              \
  "<labels><label id='eco' kind='ecolabel' requirable='yes'><title>Éco</title>"                   \
  "<pattern>\\b[ée]colabel\\b</pattern><domain>Tout</domain>" SOURCE "</label></labels>"

#define CLAUSE(attributes, text)                                                                   \
  "<clause phase='performance' " attributes "><title>Une clause</title><text><d:p>" text           \
  "</d:p></text></clause>"
#define TEMPLATE(purchase, text)                                                                   \
  "<template xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr'"      \
  " uri='urn:uuid:00000000-0000-4000-8000-000000000001' revision='1'>"                             \
  "<identity><title>Essai</title></identity>" purchase                                             \
  "<fields><field name='green' type='yes-no'><label>Vert</label></field></fields>"                 \
  "<piece role='ccap'><title>CCAP</title><text>" text "</text></piece></template>"

static MlgRules *
try_rules (const char *xml, MlgIssueList *issues, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("rules-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "rules.xml", NULL);
  const char *paths[] = { path, NULL };
  MlgRules *rules;

  g_assert_true (g_file_set_contents (path, xml, -1, NULL));
  rules = mlg_rules_read (paths, issues, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return rules;
}

static MlgRules *
read_rules (const char *xml)
{
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GError) error = NULL;
  MlgRules *rules = try_rules (xml, issues, &error);

  if (mlg_issue_list_get_n (issues) > 0)
    g_test_message ("%s", mlg_issue_list_get (issues, 0)->message);
  g_assert_no_error (error);
  return rules;
}

static MlgPurchase *
read_purchase (const char *text)
{
  MlgPurchase *purchase = mlg_purchase_new ();
  g_auto (GStrv) pairs = g_strsplit (text, ";", -1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], "=", 2);

      if (pair[0] == NULL)
        continue;
      if (mlg_purchase_get_title (pair[0]) != NULL)
        mlg_purchase_set (purchase, pair[0], pair[1], &error);
      else
        mlg_purchase_set_fact (purchase, pair[0], pair[1], &error);
      g_assert_no_error (error);
    }
  return purchase;
}

/* The result of the only rule. */
static MlgCheckResult *
check (const char *rules_xml, const char *template_xml, const char *known, const char *green)
{
  g_autoptr (MlgRules) rules = read_rules (rules_xml);
  g_autoptr (MlgPurchase) purchase = read_purchase (known);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (template_xml, strlen (template_xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_template_read_xml (bytes, "test.xml", issues, NULL, &error);
  g_autoptr (MlgAnswers) answers = NULL;
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  answers = mlg_answers_new (template);
  if (green != NULL)
    g_assert_true (mlg_answers_set (answers, "green", green, NULL));
  results = mlg_check_template (rules, template, answers, purchase, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  return g_ptr_array_steal_index (results, 0);
}

static void
assert_outcome (const char *rules,
                const char *template,
                const char *known,
                const char *green,
                const char *outcome)
{
  g_autoptr (MlgCheckResult) result = check (rules, template, known, green);

  g_assert_cmpstr (mlg_outcome_to_nick (result->outcome), ==, outcome);
}

#define PLAIN TEMPLATE ("", CLAUSE ("dimension='environment'", "Trier."))

static void
test_unknown_is_never_met (void)
{
  const char *rules = RULES (RULE ("AAA-01", "",
                                   "<when needs='kind' test=\"@kind != 'defence'\"/>"
                                   "<when needs='nature' test=\"@nature = 'works'\"/>"
                                   "<assert needs='clauses' test=\"clause[@environment='yes']\"/>"
                                   "<assert needs='criteria' test='criterion'/>"));
  g_autoptr (MlgCheckResult) result = NULL;

  /* One "no" decides, whatever is unknown besides. */
  assert_outcome (rules, PLAIN, "kind=defence", NULL, "not-applicable");
  assert_outcome (rules, PLAIN, "nature=services", NULL, "not-applicable");
  assert_outcome (rules, TEMPLATE ("", CLAUSE ("", "Trier.")), "kind=contract;nature=works", NULL,
                  "not-met");
  result = check (rules, PLAIN, "nature=works", NULL);
  g_assert_cmpint (result->outcome, ==, MLG_OUTCOME_TO_CHECK);
  g_assert_cmpuint (result->missing->len, ==, 1);
  g_assert_cmpstr (((MlgCheckMissing *) result->missing->pdata[0])->name, ==, "kind");
  assert_outcome (rules, PLAIN, "kind=contract;nature=works", NULL, "to-check");
}

static void
test_dates (void)
{
  const char *rules = RULES (
      RULE ("AAA-01", "until='2026-08-20'", "<assert test='false()'/>")
          RULE ("AAA-01", "from='2026-08-21' until='2026-12-31'", "<assert test='true()'/>"));

  assert_outcome (rules, PLAIN, "date=2026-08-20", NULL, "not-met");
  assert_outcome (rules, PLAIN, "date=21/08/2026", NULL, "met");
  assert_outcome (rules, PLAIN, "date=2026-12-31", NULL, "met");
  assert_outcome (rules, PLAIN, "date=2027-01-01", NULL, "not-applicable");
  assert_outcome (rules, PLAIN, "", NULL, "to-check");
}

static void
test_thresholds (void)
{
  const char *rules = RULES (THRESHOLDS RULE ("AAA-01", "",
                                              "<assert needs='value eu' test=\"@value &lt;"
                                              " threshold[@name='eu']/@amount\"/>"));
  const char *services = "kind=contract;nature=services;date=2026-12-31;value=99,99";

  assert_outcome (rules, PLAIN, services, NULL, "met");
  assert_outcome (rules, PLAIN, "kind=contract;nature=services;date=2026-12-31;value=100", NULL,
                  "not-met");
  assert_outcome (rules, PLAIN, "kind=contract;nature=services;date=2027-01-01;value=100", NULL,
                  "met");
  assert_outcome (rules, PLAIN, "kind=contract;nature=works;date=2027-01-01;value=899", NULL,
                  "met");
  assert_outcome (rules, PLAIN, "kind=concession;nature=works;date=2027-01-01;value=899", NULL,
                  "not-met");
  /* A concession would have another amount: nobody knows which one holds. */
  assert_outcome (rules, PLAIN, "nature=works;date=2027-01-01;value=10", NULL, "to-check");
  assert_outcome (rules, PLAIN, "kind=contract;date=2027-01-01;value=10", NULL, "to-check");
  assert_outcome (rules, PLAIN, "kind=contract;nature=supplies;date=2027-01-01;value=10", NULL,
                  "to-check");
  assert_outcome (rules, PLAIN, "kind=contract;nature=works;date=2027-01-01", NULL, "to-check");
}

#define OWN(inside) "<thresholds xmlns='urn:maillage:rules:1'>" inside "</thresholds>"
#define TOLD        "<source>Délibération</source></threshold>"

static MlgCheckResult *
check_with_own (const char *own, const char *known)
{
  const char *xml = RULES (THRESHOLDS RULE ("AAA-01", "",
                                            "<assert needs='value eu' test=\"@value &lt;"
                                            " threshold[@name='eu']/@amount\"/>"));
  g_autoptr (MlgRules) base = read_rules (xml);
  g_autoptr (MlgRules) first =
      mlg_rules_with_thresholds (base, xmlReadDoc ((const xmlChar *) OWN (""), NULL, NULL, 0));
  /* From what was made of them already: the earlier ones go. */
  g_autoptr (MlgRules) rules =
      mlg_rules_with_thresholds (first, xmlReadDoc ((const xmlChar *) own, NULL, NULL, 0));
  g_autoptr (MlgPurchase) purchase = read_purchase (known);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (PLAIN, strlen (PLAIN));
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) template =
      mlg_template_read_xml (bytes, "test.xml", issues, NULL, &error);
  g_autoptr (MlgAnswers) answers = mlg_answers_new (template);
  g_autoptr (GPtrArray) results = mlg_check_template (rules, template, answers, purchase, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (results->len, ==, 1);
  return g_ptr_array_steal_index (results, 0);
}

static void
assert_own (const char *own, const char *known, const char *outcome, const char *amount)
{
  g_autoptr (MlgCheckResult) result = check_with_own (own, known);

  g_assert_cmpstr (mlg_outcome_to_nick (result->outcome), ==, outcome);
  g_assert_cmpuint (result->own->len, ==, amount != NULL ? 1 : 0);
  if (amount != NULL)
    {
      const MlgCheckThreshold *threshold = result->own->pdata[0];

      g_assert_cmpstr (threshold->name, ==, "eu");
      g_assert_cmpstr (threshold->amount, ==, amount);
      g_assert_cmpstr (threshold->source, ==, "Délibération");
    }
}

static void
test_own_thresholds (void)
{
  const char *one =
      OWN ("<threshold name='eu' amount='50' from='2026-06-01' until='2026-12-31'>" TOLD);
  const char *two = OWN ("<threshold name='eu' amount='70' from='2026-09-01'>" TOLD
                         "<threshold name='eu' amount='50' from='2026-06-01'>" TOLD);
  const char *works = OWN ("<threshold name='eu' amount='50' from='2026-06-01' nature='works'>" TOLD
                           "<threshold name='eu' amount='60' from='2026-06-01'>" TOLD);

  /* It holds on its days, whatever the shipped one says; then the shipped one again. */
  assert_own (one, "kind=contract;nature=services;date=2026-05-31;value=50", "met", NULL);
  assert_own (one, "kind=contract;nature=services;date=2026-06-01;value=49,99", "met", "50");
  assert_own (one, "kind=contract;nature=services;date=2026-06-01;value=50", "not-met", "50");
  assert_own (one, "kind=contract;nature=services;date=2026-12-31;value=50", "not-met", "50");
  assert_own (one, "kind=contract;nature=services;date=2027-01-01;value=199", "met", NULL);
  /* For all natures: what the shipped ones need to know is not asked. */
  assert_own (one, "date=2026-06-01;value=49", "met", "50");
  /* The newer of two. */
  assert_own (two, "kind=contract;nature=services;date=2026-08-31;value=60", "not-met", "50");
  assert_own (two, "kind=contract;nature=services;date=2026-09-01;value=60", "met", "70");
  /* The one that names the nature; nobody knows which while the nature is unknown. */
  assert_own (works, "nature=works;date=2026-06-01;value=55", "not-met", "50");
  assert_own (works, "nature=services;date=2026-06-01;value=55", "met", "60");
  assert_own (works, "date=2026-06-01;value=55", "to-check", NULL);
}

static void
test_codes_given_go_before (void)
{
  const char *rules = RULES (RULE ("AAA-01", "",
                                   "<assert needs='cpv' test=\"count(cpv) = 2 and"
                                   " cpv[1]/@code = '39830000-9'\"/>"));
  const char *coded =
      TEMPLATE ("<purchase><cpv code='90910000'>Nettoyage</cpv></purchase>", "<d:p>Texte</d:p>");

  assert_outcome (rules, PLAIN, "", NULL, "to-check");
  assert_outcome (rules, coded, "", NULL, "not-met");
  assert_outcome (rules, coded, "cpv=39830000-9, 90911200-8", NULL, "met");
  assert_outcome (rules, PLAIN, "cpv=39830000-9, 90911200-8", NULL, "met");
}

static void
test_facts_and_exceptions (void)
{
  const char *rules =
      RULES (THRESHOLDS RULE ("AAA-01", "",
                              "<when needs='energy' test=\"fact[@name='energy']/@value ="
                              " 'yes'\"/><assert test=\"exception[@rule='AAA-01']\"/>"));
  const char *excused =
      TEMPLATE ("<purchase><fact name='energy' value='yes'/>"
                "<exception rule='AAA-01' ground='no-link'>Sans lien.</exception></purchase>",
                "<d:p>Texte</d:p>");

  assert_outcome (rules, PLAIN, "", NULL, "to-check");
  assert_outcome (rules, PLAIN, "energy=non", NULL, "not-applicable");
  assert_outcome (rules, PLAIN, "energy=oui", NULL, "not-met");
  assert_outcome (rules, excused, "", NULL, "met");
  /* What is said at the check goes before what the template says. */
  assert_outcome (rules, excused, "energy=no", NULL, "not-applicable");
}

static void
test_answers_decide_what_is_checked (void)
{
  const char *rules =
      RULES (RULE ("AAA-01", "", "<assert needs='clauses' test=\"clause[@environment='yes']\"/>"));
  const char *template = TEMPLATE (
      "", "<when test='green'>" CLAUSE ("dimension='circ-econ'", "Trier.") "<otherwise>" CLAUSE (
              "dimension='work-cond'", "Former.") "</otherwise></when>");

  const char *repeated =
      TEMPLATE ("", "<repeat select='green'><when test=\". = 'true'\">" CLAUSE (
                        "dimension='circ-econ'",
                        "Trier.") "</when><empty>" CLAUSE ("dimension='work-cond'",
                                                           "Former.") "</empty></repeat>");

  assert_outcome (rules, template, "", "oui", "met");
  assert_outcome (rules, template, "", NULL, "not-met");
  assert_outcome (rules, repeated, "", "oui", "met");
  assert_outcome (rules, repeated, "", NULL, "not-met");
}

static void
test_words (void)
{
  const char *rules = RULES (THRESHOLDS RULE ("AAA-01", "",
                                              "<assert needs='words' test=\"not(finding)\"/>"
                                              "<where select='finding'/>"));
  g_autoptr (MlgCheckResult) result = check (
      rules, TEMPLATE ("", "<d:p>Il doit <d:b>Respecter</d:b>\u00a0l'USAGE.</d:p>"), "", NULL);
  g_autoptr (MlgCheckResult) long_one = NULL;
  const MlgCheckPlace *place;

  g_assert_cmpint (result->outcome, ==, MLG_OUTCOME_NOT_MET);
  g_assert_cmpuint (result->places->len, ==, 1);
  place = result->places->pdata[0];
  g_assert_cmpint (place->line, ==, 1);
  g_assert_cmpstr (place->text, ==, "Il doit Respecter\u00a0l’USAGE.");
  long_one = check (
      rules,
      TEMPLATE ("", "<d:p>Le titulaire, pendant toute la durée du marché, doit bien respecter"
                    " l’usage dans chacun des lieux qui lui sont confiés.</d:p>"),
      "", NULL);
  g_assert_cmpstr (
      ((MlgCheckPlace *) long_one->places->pdata[0])->text, ==,
      "… toute la durée du marché, doit bien respecter l’usage dans chacun des lieux qui"
      " lui sont …");
  /* What an answer brings into the text counts. */
  assert_outcome (rules, TEMPLATE ("", "<d:p>Respecter l’<when test='green'>usage</when>.</d:p>"),
                  "", "oui", "not-met");
  assert_outcome (rules, TEMPLATE ("", "<d:p>Respecter l’<when test='green'>usage</when>.</d:p>"),
                  "", NULL, "met");
  assert_outcome (rules, TEMPLATE ("", "<d:p>Respecter l’usage, sauf accord.</d:p>"), "", NULL,
                  "met");
}

static void
test_labels (void)
{
  const char *rules = RULES (THRESHOLDS RULE ("AAA-01", "",
                                              "<when needs='words' test='label'/>"
                                              "<assert test=\"not(label[@equivalent='no'])\"/>"));

  assert_outcome (rules, TEMPLATE ("", "<d:p>Rien.</d:p>"), "", NULL, "not-applicable");
  assert_outcome (rules, TEMPLATE ("", "<d:p>Un Écolabel.</d:p>"), "", NULL, "not-met");
  assert_outcome (rules, TEMPLATE ("", "<d:p>Un écolabel ou équivalent.</d:p>"), "", NULL, "met");
}

static void
test_judges_and_doubts (void)
{
  const char *judged = RULES (RULE ("AAA-01", "",
                                    "<assert test='true()'/>"
                                    "<judge test='clause'>Voir la clause</judge>"));
  const char *unsure =
      RULES ("<rule id='AAA-01' severity='obligation'><title>T</title><source confidence='to-check'"
             " checked='2026-11-23'>De mémoire</source><assert "
             "test='true()'/><message>M</message></rule>");
  g_autoptr (MlgCheckResult) result = check (judged, PLAIN, "", NULL);

  g_assert_cmpint (result->outcome, ==, MLG_OUTCOME_TO_CHECK);
  g_assert_cmpuint (result->remarks->len, ==, 1);
  g_assert_cmpstr (result->remarks->pdata[0], ==, "Voir la clause");
  assert_outcome (judged, TEMPLATE ("", "<d:p>Texte</d:p>"), "", NULL, "met");
  assert_outcome (unsure, PLAIN, "", NULL, "to-check");
}

static void
test_documents_have_words_only (void)
{
  g_autoptr (MlgRules) rules = read_rules (
      RULES (THRESHOLDS RULE ("AAA-01", "", "<assert needs='words' test='not(finding)'/>")
                 RULE ("AAA-02", "", "<assert needs='clauses' test='clause'/>")));
  g_autoptr (MlgPurchase) purchase = mlg_purchase_new ();
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  const char *xml = "<document xmlns='urn:maillage:document:1' xml:lang='fr'><head><title>T</title>"
                    "</head><body><p>Respecter l’usage.</p></body></document>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgDocument) document = mlg_document_read_xml (bytes, "d.xml", issues, NULL, &error);
  g_autoptr (GPtrArray) results = NULL;

  g_assert_no_error (error);
  results = mlg_check_document (rules, document, purchase, &error);
  g_assert_no_error (error);
  g_assert_cmpint (((MlgCheckResult *) results->pdata[0])->outcome, ==, MLG_OUTCOME_NOT_MET);
  g_assert_cmpint (((MlgCheckResult *) results->pdata[1])->outcome, ==, MLG_OUTCOME_TO_CHECK);
}

static void
test_faults_have_a_place (void)
{
  static const char *const faulty[] = {
    RULES (RULE ("AAA-01", "", "<assert test='(('/>")),
    RULES (RULE ("AAA-01", "", "<assert needs='colour' test='true()'/>")),
    RULES (RULE ("AAA-01", "", "") RULE ("AAA-01", "from='2026-01-01'", "")),
    RULES ("<wordings><wording name='a'><pattern>(</pattern></wording></wordings>"),
    RULES ("<rule id='AAA-01'/>"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (MlgRules) rules = try_rules (faulty[i], issues, &error);

      g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_INVALID);
      g_assert_null (rules);
      g_assert_cmpuint (mlg_issue_list_get_n (issues), >=, 1);
      g_assert_cmpint (mlg_issue_list_get (issues, 0)->line, ==, 1);
      g_assert_cmpstr (mlg_issue_list_get (issues, 0)->file, ==, "rules.xml");
    }
}

static void
test_purchase_refuses_what_it_does_not_know (void)
{
  static const char *const refused[][2] = {
    { "cpv", "9091000" },     { "cpv", "90910000-9, x" },    { "cpv", " , " },
    { "lot-count", "0" },     { "lot-count", "trois lots" }, { "lot-count", "1,5" },
    { "lot-count", "10000" },
  };
  g_autoptr (MlgPurchase) purchase = mlg_purchase_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (mlg_purchase_set (purchase, "colour", "red", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (mlg_purchase_set (purchase, "nature", "services ", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (mlg_purchase_set (purchase, "months", "3 jours", &error));
  g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
  g_assert_true (mlg_purchase_set (purchase, "months", "4 ans", NULL));
  g_assert_cmpstr (mlg_purchase_get (purchase, "months"), ==, "48");
  g_assert_true (mlg_purchase_set (purchase, "cpv", "90 910 000-9, 39830000;", NULL));
  g_assert_cmpstr (mlg_purchase_get (purchase, "cpv"), ==, "90910000-9 39830000");
  g_assert_true (mlg_purchase_set (purchase, "lot-count", "9999", NULL));
  g_assert_true (mlg_purchase_set (purchase, "lot-count", "12", NULL));
  g_assert_cmpstr (mlg_purchase_get (purchase, "lot-count"), ==, "12");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_clear_error (&error);
      g_assert_false (mlg_purchase_set (purchase, refused[i][0], refused[i][1], &error));
      g_assert_error (error, MLG_TEMPLATE_ERROR, MLG_TEMPLATE_ERROR_VALUE);
    }
  g_assert_true (mlg_purchase_set (purchase, "value", "216 000", NULL));
  g_assert_cmpstr (mlg_purchase_get (purchase, "value"), ==, "216000");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/unknown-is-never-met", test_unknown_is_never_met);
  g_test_add_func ("/check/dates", test_dates);
  g_test_add_func ("/check/thresholds", test_thresholds);
  g_test_add_func ("/check/own-thresholds", test_own_thresholds);
  g_test_add_func ("/check/codes-given", test_codes_given_go_before);
  g_test_add_func ("/check/facts-and-exceptions", test_facts_and_exceptions);
  g_test_add_func ("/check/answers-decide", test_answers_decide_what_is_checked);
  g_test_add_func ("/check/words", test_words);
  g_test_add_func ("/check/labels", test_labels);
  g_test_add_func ("/check/judges-and-doubts", test_judges_and_doubts);
  g_test_add_func ("/check/documents-have-words-only", test_documents_have_words_only);
  g_test_add_func ("/check/faults-have-a-place", test_faults_have_a_place);
  g_test_add_func ("/check/purchase", test_purchase_refuses_what_it_does_not_know);
  return g_test_run ();
}
