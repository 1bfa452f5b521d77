/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "document/mlg-document-error.h"
#include "document/mlg-document.h"
#include "document/mlg-xml.h"
#include "exchange/mlg-eforms.h"
#include "exchange/mlg-exchange-error.h"

/* Prefixes that no notice has: only the addresses of namespaces count. */
#define UBL "urn:oasis:names:specification:ubl:schema:xsd:"
#define EF  "http://data.europa.eu/p27/eforms-ubl-extension"
#define OPEN(root)                                                                                 \
  "<n:" root " xmlns:n='" UBL root "-2' xmlns:A='" UBL "CommonAggregateComponents-2' xmlns='" UBL  \
  "CommonBasicComponents-2' xmlns:X='" UBL "CommonExtensionComponents-2' xmlns:E='" EF             \
  "s/1' xmlns:ea='" EF "-aggregate-components/1' xmlns:eb='" EF "-basic-components/1'>"
#define EXTEND(content)                                                                            \
  "<X:UBLExtensions><X:UBLExtension><X:ExtensionContent><E:EformsExtension>" content               \
  "</E:EformsExtension></X:ExtensionContent></X:UBLExtension></X:UBLExtensions>"
#define IDENTITY "<A:PartyIdentification><ID>ORG-0001</ID></A:PartyIdentification>"
#define BUYER                                                                                      \
  "<ea:Organizations><ea:Organization><ea:Company>" IDENTITY                                       \
  "<A:PartyName><Name languageID='FRA'>Communauté d’exemple</Name></A:PartyName>"               \
  "</ea:Company></ea:Organization></ea:Organizations>"
#define HEAD(type)                                                                                 \
  EXTEND (BUYER)                                                                                   \
  "<ID schemeName='notice-id'>DA4D46E9-490b-41ff-a2ae-8166d356a619</ID>"                           \
  "<IssueDate>2026-11-23+01:00</IssueDate><VersionID>02</VersionID>"                               \
  "<RegulatoryDomain>32014L0024</RegulatoryDomain><NoticeTypeCode>" type "</NoticeTypeCode>"       \
  "<NoticeLanguageCode>DEU</NoticeLanguageCode>"                                                   \
  "<A:AdditionalNoticeLanguage><ID>FRA</ID></A:AdditionalNoticeLanguage>"                          \
  "<A:ContractingParty><A:Party>" IDENTITY "</A:Party></A:ContractingParty>"
#define PROCESS(code)                                                                              \
  "<A:TenderingProcess><ProcedureCode>" code "</ProcedureCode></A:TenderingProcess>"
#define PROJECT                                                                                    \
  "<A:ProcurementProject><Name languageID='DEU'>Reinigung</Name>"                                  \
  "<Name languageID='FRA'>Nettoyage</Name><Description languageID='DEU'>Nur deutsch</Description>" \
  "<ProcurementTypeCode>services</ProcurementTypeCode>"                                            \
  "<A:RequestedTenderTotal><EstimatedOverallContractAmount currencyID='EUR'>250000.50"             \
  "</EstimatedOverallContractAmount></A:RequestedTenderTotal><A:MainCommodityClassification>"      \
  "<ItemClassificationCode listName='cpv'>90910000</ItemClassificationCode>"                       \
  "</A:MainCommodityClassification></A:ProcurementProject>"
#define LOT(scheme, id, content)                                                                   \
  "<A:ProcurementProjectLot><ID schemeName='" scheme "'>" id "</ID>" content                       \
  "</A:ProcurementProjectLot>"
#define TERMS(content) "<A:TenderingTerms>" content "</A:TenderingTerms>"
#define AWARD(content)                                                                             \
  "<A:AwardingTerms><A:AwardingCriterion>" content "</A:AwardingCriterion></A:AwardingTerms>"
#define CRITERION(type, kind, number, name, text)                                                  \
  "<A:SubordinateAwardingCriterion>" EXTEND (                                                      \
      "<ea:AwardCriterionParameter><eb:ParameterCode listName='number-weight'>" kind               \
      "</eb:ParameterCode><eb:ParameterNumeric>" number                                            \
      "</eb:ParameterNumeric></ea:AwardCriterionParameter>") "<AwardingCriterionTypeCode>" type    \
                                                             "</AwardingCriterionTypeCode><Name "  \
                                                             "languageID='FRA'>" name              \
                                                             "</Name><Description "                \
                                                             "languageID='FRA'>" text              \
                                                             "</Description></"                    \
                                                             "A:SubordinateAwardingCriterion>"
#define ADDITIONAL(list, code)                                                                     \
  "<A:ProcurementAdditionalType><ProcurementTypeCode listName='" list "'>" code                    \
  "</ProcurementTypeCode></A:ProcurementAdditionalType>"
#define LOT_PROJECT(content)                                                                       \
  "<A:ProcurementProject><Name languageID='FRA'>Bureaux</Name>" content "</A:ProcurementProject>"
#define RESERVED(code, text)                                                                       \
  "<A:TendererQualificationRequest><A:SpecificTendererRequirement>"                                \
  "<TendererRequirementTypeCode listName='reserved-procurement'>" code                             \
  "</TendererRequirementTypeCode><Description languageID='FRA'>" text                              \
  "</Description></A:SpecificTendererRequirement></A:TendererQualificationRequest>"
#define NOTICE(content)                                                                            \
  OPEN ("ContractNotice")                                                                          \
  HEAD ("cn-standard") PROCESS ("open") PROJECT content "</n:ContractNotice>"

typedef struct
{
  MlgIssueList *issues;
  GError *error;
  MlgTemplate *template;
  char *xml;
} Fixture;

static Fixture *
fixture_new (const char *notice, const char *language)
{
  Fixture *f = g_new0 (Fixture, 1);
  g_autoptr (GBytes) bytes = g_bytes_new_static (notice, strlen (notice));

  f->issues = mlg_issue_list_new ();
  f->template = mlg_eforms_read (bytes, "notice.xml", language, f->issues, NULL, &f->error);
  if (f->template != NULL)
    {
      g_autoptr (GBytes) xml = mlg_template_to_xml (f->template);

      f->xml = g_strndup (g_bytes_get_data (xml, NULL), g_bytes_get_size (xml));
    }
  return f;
}

static void
fixture_free (Fixture *f)
{
  g_clear_object (&f->template);
  g_clear_error (&f->error);
  g_clear_pointer (&f->issues, mlg_issue_list_unref);
  g_free (f->xml);
  g_free (f);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static void
assert_has (const Fixture *f, const char *part)
{
  g_assert_no_error (f->error);
  if (strstr (f->xml, part) == NULL)
    g_error ("“%s” is not in %s", part, f->xml);
}

static void
assert_lacks (const Fixture *f, const char *part)
{
  g_assert_no_error (f->error);
  if (strstr (f->xml, part) != NULL)
    g_error ("“%s” is in %s", part, f->xml);
}

static guint
count_issues (const Fixture *f, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < mlg_issue_list_get_n (f->issues); i++)
    if (strstr (mlg_issue_list_get (f->issues, i)->message, words) != NULL)
      n++;
  return n;
}

static void
test_identity (void)
{
  g_autoptr (Fixture) f = fixture_new (NOTICE (""), NULL);

  assert_has (f, "xml:lang=\"fr\" revision=\"2\" "
                 "uri=\"urn:uuid:da4d46e9-490b-41ff-a2ae-8166d356a619\"");
  assert_has (f, "<title>Nettoyage</title>");
  assert_has (f, "<origin>Communauté d’exemple</origin>");
  assert_has (f, "<purchase kind=\"contract\" nature=\"services\" procedure=\"open\" "
                 "value=\"250000.50\">");
  assert_has (f, "<cpv code=\"90910000\"/>");
  assert_has (f, "contract notice");
}

/* What is written is canonical: it reads back to the same bytes. */
static void
test_round_trip (void)
{
  g_autoptr (Fixture) f = fixture_new (
      NOTICE (LOT ("Lot", "LOT-0001",
                   TERMS (AWARD (CRITERION ("price", "per-exa", "100", "Prix &lt;", "a\n\nb")))
                       LOT_PROJECT (""))),
      NULL);
  g_autoptr (MlgIssueList) issues = mlg_issue_list_new ();
  g_autoptr (GBytes) bytes = mlg_template_to_xml (f->template);
  g_autoptr (GError) error = NULL;
  g_autoptr (MlgTemplate) again = mlg_template_read_xml (bytes, "again.xml", issues, NULL, &error);
  g_autoptr (GBytes) second = NULL;

  g_assert_no_error (error);
  second = mlg_template_to_xml (again);
  g_assert_true (g_bytes_equal (bytes, second));
}

static void
test_languages (void)
{
  const char *xml = NOTICE ("");
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) languages = mlg_eforms_list_languages (bytes, "notice.xml", NULL, &error);
  g_autofree char *all = NULL;
  g_autoptr (Fixture) french = fixture_new (xml, NULL);
  g_autoptr (Fixture) german = fixture_new (xml, "DEU");
  g_autoptr (Fixture) polish = fixture_new (xml, "pl");

  g_assert_no_error (error);
  all = g_strjoinv (" ", languages);
  g_assert_cmpstr (all, ==, "fr de");
  assert_has (french, "<summary>Nur deutsch</summary>");
  g_assert_cmpuint (count_issues (french, "also in: de"), ==, 1);
  g_assert_cmpuint (count_issues (french, "1 text is not in the language"), ==, 1);
  assert_has (german, "<title>Reinigung</title>");
  assert_has (german, "xml:lang=\"de\"");
  g_assert_error (polish->error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_EMPTY);
}

static void
test_weights (void)
{
  static const struct
  {
    const char *notice;
    const char *has;
  } cases[] = {
#define CASE(kind, a, b)                                                                           \
  NOTICE (LOT ("Lot", "LOT-0001",                                                                  \
               TERMS (AWARD (CRITERION ("price", kind, a, "Prix", "Prix")                          \
                                 CRITERION ("quality", kind, b, "Qualité", "Qualité")))))
    { CASE ("per-exa", "60", "40"), "<criterion type=\"price\" weight=\"60\">" },
    { CASE ("dec-exa", "0.6", "0.4"), "<criterion type=\"price\" weight=\"60\">" },
    { CASE ("poi-exa", "30", "20"), "<criterion type=\"quality\" weight=\"40\">" },
    { CASE ("poi-mid", "10", "20"), "<criterion type=\"price\" weight=\"33.33\">" },
    { CASE ("ord-imp", "1", "2"), "<criterion type=\"quality\">" },
    { CASE ("per-exa", "160", "40"), "<criterion type=\"price\">" },
    { CASE ("per-exa", "beaucoup", "40"), "<criterion type=\"price\">" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (cases[i].notice, NULL);

      assert_has (f, cases[i].has);
      g_assert_cmpuint (count_issues (f, "add up to"), ==, i < 5 ? 0 : 1);
    }
}

static void
test_contradictions (void)
{
  static const struct
  {
    const char *notice;
    guint n;
  } cases[] = {
#define SAYS(kind, number, text)                                                                   \
  NOTICE (LOT ("Lot", "LOT-0001",                                                                  \
               TERMS (AWARD (CRITERION ("quality", kind, number, "Valeur", text)))))
    { SAYS ("per-exa", "60", "pour 60 %"), 0 },
    { SAYS ("per-exa", "60", "pour 60,0\u202f% en tout"), 0 },
    { SAYS ("per-exa", "60", "pour 40 %"), 1 },
    { SAYS ("dec-exa", "0.6", "pour 40%"), 1 },
    { SAYS ("dec-exa", "0.6", "pour 60%"), 0 },
    { SAYS ("per-exa", "60", "35 % de méthode et 25 % de moyens"), 0 },
    { SAYS ("per-exa", "60", "70 % de méthode et 30 % de moyens"), 0 },
    { SAYS ("per-exa", "60", "35 % de méthode et 30 % de moyens"), 1 },
    { SAYS ("per-exa", "60", "noté sur 20 points"), 0 },
    { SAYS ("poi-exa", "60", "noté sur 20 points"), 1 },
    { SAYS ("poi-exa", "60", "noté sur 60 points"), 0 },
    { SAYS ("ord-imp", "1", "pour 40 %"), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (cases[i].notice, NULL);

      g_assert_no_error (f->error);
      g_test_message ("case %u", i);
      g_assert_cmpuint (count_issues (f, "its text says"), ==, cases[i].n);
    }
}

#define ONE_CRITERION(number) TERMS (AWARD (CRITERION ("price", "per-exa", number, "Prix", "Prix")))

static void
test_lots (void)
{
  g_autoptr (Fixture) f = fixture_new (
      NOTICE (LOT ("Lot", "LOT-0001", ONE_CRITERION ("100") LOT_PROJECT (""))
                  LOT ("Lot", "LOT-0002", ONE_CRITERION ("90") LOT_PROJECT (""))
                      LOT ("Lot", "LOT-0002", LOT_PROJECT (""))
                          LOT ("LotsGroup", "GLO-0001", ONE_CRITERION ("100") LOT_PROJECT (""))
                              TERMS ("<A:LotDistribution><A:LotsGroup><LotsGroupID>GLO-0001"
                                     "</LotsGroupID><A:ProcurementProjectLotReference><ID>LOT-0002"
                                     "</ID></A:ProcurementProjectLotReference></A:LotsGroup>"
                                     "</A:LotDistribution>")),
      NULL);
  g_autoptr (Fixture) single =
      fixture_new (NOTICE (LOT ("Lot", "LOT-0000", LOT_PROJECT (""))), NULL);

  assert_has (f, "<lot number=\"1\">Bureaux</lot>");
  assert_has (f, "<lot number=\"3\">Bureaux</lot>");
  assert_lacks (f, "<lot number=\"4\">");
  assert_has (f, "Group of lots 1 – Bureaux");
  assert_has (f, "<d:p>LOT-0002</d:p>");
  g_assert_cmpuint (count_issues (f, "there twice"), ==, 1);
  g_assert_cmpuint (count_issues (f, "has other criteria"), ==, 1);
  assert_lacks (single, "<lot ");
  assert_has (single, "<d:heading>Single contract<");
}

static void
test_reserved (void)
{
  static const struct
  {
    const char *notice;
    const char *article;
  } cases[] = {
#define FOR(code, text)                                                                            \
  NOTICE (LOT ("Lot", "LOT-0001", TERMS (RESERVED (code, text)) LOT_PROJECT ("")))
    { FOR ("res-ws", "article L. 2113-12"), "reserved=\"L2113-12\"" },
    { FOR ("res-ws", "article L2113-13"), "reserved=\"L2113-13\"" },
    { FOR ("res-ws", "article L2113-13-1"), "reserved=\"L2113-13-1\"" },
    { FOR ("res-ws", "articles L. 2113-12 et L. 2113-13"), "reserved=\"L2113-14\"" },
    { FOR ("res-pub-ser", "services sociaux"), "reserved=\"L2113-15\"" },
    { FOR ("res-ws", "ateliers protégés"), NULL },
    { FOR ("none", "article L. 2113-12 sans objet"), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (cases[i].notice, NULL);

      if (cases[i].article != NULL)
        assert_has (f, cases[i].article);
      else
        assert_lacks (f, "reserved=");
      g_assert_cmpuint (count_issues (f, "cites no article"), ==, i == 5 ? 1 : 0);
      g_assert_true ((strstr (f->xml, "Reserved contract") != NULL) == (i != 6));
    }
}

static void
test_strategy (void)
{
  g_autoptr (Fixture) f =
      fixture_new (NOTICE (LOT ("Lot", "LOT-0001",
                                LOT_PROJECT (ADDITIONAL ("strategic-procurement", "env-imp")
                                                 ADDITIONAL ("environmental-impact", "circ-econ")
                                                     ADDITIONAL ("social-objective", "opp")))),
                   NULL);
  g_autoptr (Fixture) none =
      fixture_new (NOTICE (LOT ("Lot", "LOT-0001",
                                LOT_PROJECT (ADDITIONAL ("strategic-procurement", "none")
                                                 ADDITIONAL ("strategic-procurement", "soc-obj")))),
                   NULL);

  assert_has (f, "<clause dimension=\"environment circ-econ opp\" phase=\"need\">");
  g_assert_cmpuint (count_issues (f, "does not say that it is strategic"), ==, 1);
  g_assert_cmpuint (count_issues (f, "for what aim"), ==, 0);
  g_assert_cmpuint (count_issues (none, "both"), ==, 1);
  g_assert_cmpuint (count_issues (none, "for what aim"), ==, 1);
}

static void
test_performance (void)
{
  g_autoptr (Fixture) f = fixture_new (
      NOTICE (LOT ("Lot", "LOT-0001",
                   TERMS ("<A:ContractExecutionRequirement><ExecutionRequirementCode "
                          "listName='reserved-execution'>yes</ExecutionRequirementCode>"
                          "</A:ContractExecutionRequirement><A:ContractExecutionRequirement>"
                          "<Description languageID='FRA'>Heures d’insertion</Description>"
                          "</A:ContractExecutionRequirement><A:AppealTerms><A:PresentationPeriod>"
                          "<Description languageID='FRA'>Recours en deux mois</Description>"
                          "<Description languageID='DEU'>Zwei Monate</Description>"
                          "</A:PresentationPeriod></A:AppealTerms>"))),
      NULL);

  assert_has (f, "<clause phase=\"performance\">");
  assert_has (f, "sheltered employment");
  assert_has (f, "Heures d’insertion");
  assert_has (f, "Recours en deux mois");
  assert_lacks (f, "Zwei Monate");
}

static void
test_duration (void)
{
  static const struct
  {
    const char *notice;
    const char *months;
  } cases[] = {
#define LASTS(period)                                                                              \
  NOTICE (LOT ("Lot", "LOT-0001", LOT_PROJECT ("<A:PlannedPeriod>" period "</A:PlannedPeriod>")))
    { LASTS ("<DurationMeasure unitCode='MONTH'>48</DurationMeasure>"), "months=\"48\"" },
    { LASTS ("<DurationMeasure unitCode='YEAR'>2</DurationMeasure>"), "months=\"24\"" },
    { LASTS ("<StartDate>2019-09-01+02:00</StartDate><EndDate>2020-12-31Z</EndDate>"),
      "months=\"16\"" },
    { LASTS ("<StartDate>2019-09-01</StartDate><EndDate>2020-09-02</EndDate>"), "months=\"13\"" },
    { LASTS ("<StartDate>2020-09-01</StartDate><EndDate>2019-09-01</EndDate>"), NULL },
    { LASTS ("<DurationMeasure unitCode='DAY'>10</DurationMeasure>"), NULL },
    { NOTICE (LOT ("Lot", "LOT-0001",
                   LOT_PROJECT ("<A:PlannedPeriod><DurationMeasure unitCode='MONTH'>12"
                                "</DurationMeasure></A:PlannedPeriod><A:ContractExtension>"
                                "<MaximumNumberNumeric>3</MaximumNumberNumeric>"
                                "</A:ContractExtension>"))),
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) f = fixture_new (cases[i].notice, NULL);

      if (cases[i].months != NULL)
        assert_has (f, cases[i].months);
      else
        assert_lacks (f, "months=");
    }
}

static void
test_types (void)
{
  g_autoptr (Fixture) planned = fixture_new (
      OPEN ("PriorInformationNotice") HEAD ("pin-only")
          PROJECT LOT ("Part", "PAR-0001", LOT_PROJECT ("")) "</n:PriorInformationNotice>",
      NULL);
  g_autoptr (Fixture) awarded =
      fixture_new (OPEN ("ContractAwardNotice") HEAD ("can-standard") PROCESS ("oth-single") PROJECT
                   "</n:ContractAwardNotice>",
                   NULL);

  assert_has (planned, "Part 1 – Bureaux");
  g_assert_cmpuint (count_issues (planned, "kind of notice: prior information notice."), ==, 1);
  g_assert_cmpuint (count_issues (awarded, "kind of notice: award notice."), ==, 1);
  g_assert_cmpuint (count_issues (awarded, "has no equal"), ==, 1);
  assert_lacks (awarded, "procedure=");
}

static void
test_hostile (void)
{
  g_autoptr (Fixture) doctype = fixture_new ("<!DOCTYPE x>" NOTICE (""), NULL);
  g_autoptr (Fixture) cut = fixture_new (OPEN ("ContractNotice"), NULL);
  g_autoptr (Fixture) other = fixture_new ("<ContractNotice/>", NULL);
  g_autoptr (Fixture) bare = fixture_new (OPEN ("ContractNotice") "</n:ContractNotice>", NULL);

  g_assert_error (doctype->error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_REFUSED);
  g_assert_error (cut->error, MLG_DOCUMENT_ERROR, MLG_DOCUMENT_ERROR_DAMAGED);
  g_assert_error (other->error, MLG_EXCHANGE_ERROR, MLG_EXCHANGE_ERROR_FORMAT);
  assert_has (bare, "<title>Notice without a title</title>");
  assert_has (bare, "uri=\"urn:uuid:");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/eforms/identity", test_identity);
  g_test_add_func ("/eforms/round-trip", test_round_trip);
  g_test_add_func ("/eforms/languages", test_languages);
  g_test_add_func ("/eforms/weights", test_weights);
  g_test_add_func ("/eforms/contradictions", test_contradictions);
  g_test_add_func ("/eforms/lots", test_lots);
  g_test_add_func ("/eforms/reserved", test_reserved);
  g_test_add_func ("/eforms/strategy", test_strategy);
  g_test_add_func ("/eforms/performance", test_performance);
  g_test_add_func ("/eforms/duration", test_duration);
  g_test_add_func ("/eforms/types", test_types);
  g_test_add_func ("/eforms/hostile", test_hostile);
  return g_test_run ();
}
