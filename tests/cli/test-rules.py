#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped rules: what they say on both sides of their days and amounts, and of what is unknown."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
NAMESPACES = "xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr'"
CLEANING = {
    "date": "2026-11-23",
    "kind": "contract",
    "nature": "services",
    "buyer": "local",
    "value": "50000",
    "months": "12",
    "procedure": "adapted",
}
FORMALISED = {"value": "300000", "procedure": "open"}
GREEN = "<clause phase='performance' dimension='environment'><title>Déchets</title>%s<text>%s</text></clause>"
PARTS = (
    "<link>Les déchets viennent du service.</link><proof>Un registre par mois.</proof>"
    "<sanction>50 € par manquement.</sanction>"
)
SOCIAL = (
    "<clause phase='performance' dimension='opp'><title>Insertion</title><link>Les heures du service."
    "</link><proof>Un état par trimestre.</proof><sanction>60 € par heure.</sanction>"
    "<text><d:p>400 heures d’insertion.</d:p></text></clause>"
)
SORT = GREEN % (PARTS, "<d:p>Trier 90 % des déchets, avec un registre mensuel.</d:p>")
PRICE = "<criterion type='price' weight='%s'><title>Prix</title><method>Formule</method></criterion>"
ENVIRONMENT = (
    "<criterion type='quality' weight='%s' dimension='environment'><title>Environnement</title>"
    "<elements>Mémoire</elements><method>Note</method><link>Produits</link></criterion>"
)
COST = "<criterion type='cost' weight='100'%s><title>Coût</title><method>Cycle de vie</method></criterion>"


def template(text="<d:p>Texte.</d:p>", criteria=None, purchase=""):
    listed = f"<criteria>{criteria}</criteria>" if criteria is not None else ""
    return (
        f"<template {NAMESPACES} uri='urn:uuid:00000000-0000-4000-8000-000000000001' revision='1'>"
        f"<identity><title>Essai</title></identity><purchase>{purchase}</purchase>{listed}"
        f"<piece role='ccap'><title>CCAP</title><text>{text}</text></piece></template>"
    )


def words(text):
    return template(f"<d:p>{text}</d:p>")


class Rules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def run_cli(self, xml, *options):
        path = self.folder / "essai.xml"
        path.write_text(xml, encoding="utf-8")
        command = [CLI, "check", path, *options]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8")

    def check(self, xml, facts=(), **known):
        options = [f"--{name}={value}" for name, value in known.items() if value]
        options += [f"--fact={name}={value}" for name, value in dict(facts).items()]
        result = self.run_cli(xml, "--json", *options)
        self.assertIn(result.returncode, (DONE, NO), result.stderr)
        found = json.loads(result.stdout)
        rules = {rule["id"]: rule for rule in found["rules"]}
        self.assertEqual(len(rules), len(found["rules"]))
        self.assertEqual(sum(found["summary"].values()), len(rules))
        broken = [
            rule["id"]
            for rule in found["rules"]
            if rule["outcome"] == "not-met" and rule["severity"] == "obligation"
        ]
        self.assertEqual(result.returncode, NO if broken else DONE)
        return rules

    def test_what_is_no_value_is_refused(self):
        for value in ("-5", "999999999999999999999999", "douze"):
            result = self.run_cli(template(), f"--value={value}")
            self.assertEqual(result.returncode, FAILED, value)
            self.assertIn(f"“{value}”", result.stderr)

    def outcome(self, rule, outcome, xml, facts=(), **known):
        found = self.check(xml, facts, **{**CLEANING, **known})[rule]
        self.assertEqual(found["outcome"], outcome, found)
        return found

    def test_each_rule_says_where_it_comes_from(self):
        for rule in self.check(template()).values():
            with self.subTest(rule["id"]):
                self.assertTrue(rule["title"] and rule["message"] and rule["sources"])
                self.assertIn(rule["severity"], ("obligation", "recommendation", "information"))
                for source in rule["sources"]:
                    self.assertRegex(source["checked"], r"^2026-\d\d-\d\d$")

    def test_nothing_known_meets_no_duty(self):
        """Only what is read in the text itself can be met by a purchase of which nothing is known."""
        met = {r["id"] for r in self.check(template()).values() if r["outcome"] == "met"}
        self.assertLessEqual(met, {"LNK-02", "SPE-01"})

    def test_what_is_only_memory_is_to_check(self):
        for rule in self.check(template(SORT, PRICE % "100"), **CLEANING).values():
            if all(source["confidence"] == "to-check" for source in rule["sources"]):
                with self.subTest(rule["id"]):
                    self.assertIn(rule["outcome"], ("to-check", "not-applicable"))

    def test_environmental_clause(self):
        self.outcome("ENV-01", "met", template(SORT))
        self.outcome("ENV-01", "not-met", template(SOCIAL))
        self.outcome("ENV-01", "not-applicable", template(SOCIAL), date="2026-08-20")
        self.outcome("ENV-01", "not-met", template(SOCIAL), date="2026-08-21")
        self.outcome("ENV-01", "not-applicable", template(SOCIAL), kind="defence")
        self.outcome("ENV-01", "to-check", template())
        self.outcome("ENV-01", "to-check", template(SORT), kind=None)
        self.outcome("ENV-01", "to-check", template(SORT), date=None)

    def test_a_missing_duty_leads_to_its_cure(self):
        found = self.outcome("ENV-01", "not-met", template(SOCIAL))
        self.assertTrue(found["fixes"])
        self.assertEqual(self.outcome("ENV-01", "met", template(SORT))["fixes"], [])

    def test_environmental_criterion(self):
        green = template(SORT, PRICE % "60" + ENVIRONMENT % "40")
        self.outcome("ENV-02", "met", green, value="60000")
        self.outcome("ENV-02", "not-met", template(SORT, PRICE % "100"), value="60000")
        self.outcome("ENV-02", "to-check", template(SORT, PRICE % "100"), value="59999.99")
        self.outcome("ENV-02", "not-applicable", green, date="2026-08-20")
        self.outcome("ENV-02", "to-check", template(SORT), value="60000")

    def test_price_alone(self):
        self.outcome("ENV-03", "not-met", template(SORT, PRICE % "100"))
        self.outcome("ENV-03", "met", template(SORT, COST % " dimension='environment'"))
        self.outcome("ENV-03", "not-applicable", template(SORT, PRICE % "100"), date="2026-08-20")
        self.outcome(
            "ENV-03b", "not-applicable", template(SORT, PRICE % "100"), {"standardised": "no"}
        )
        old = {"date": "2026-08-20"}
        self.outcome("ENV-03b", "to-check", template(SORT, PRICE % "100"), **old)
        yes, no = {"standardised": "yes"}, {"standardised": "no"}
        self.outcome("ENV-03b", "met", template(SORT, PRICE % "100"), yes, **old)
        self.outcome("ENV-03b", "not-met", template(SORT, PRICE % "100"), no, **old)

    def test_social_clause_from_the_european_threshold(self):
        for value, buyer, outcome in (
            ("215999.99", "local", "not-applicable"),
            ("216000", "local", "not-met"),
            ("140000", "central", "not-met"),
            ("139999", "central", "not-applicable"),
            ("431999", "entity", "not-applicable"),
            ("432000", "entity", "not-met"),
        ):
            with self.subTest(value=value, buyer=buyer):
                self.outcome("SOC-01", outcome, template(SORT), value=value, buyer=buyer)
        self.outcome("SOC-01", "met", template(SOCIAL), **FORMALISED)
        self.outcome("SOC-01", "to-check", template(SORT), buyer=None, **FORMALISED)
        self.outcome("SOC-01", "not-met", template(SORT), nature="works", value="5404000")
        self.outcome("SOC-01", "not-applicable", template(SORT), nature="works", value="5403999")
        self.outcome("SOC-01", "not-applicable", template(SORT), date="2026-08-20", **FORMALISED)

    def test_social_clause_may_be_left_out_for_a_reason(self):
        reason = "<exception rule='SOC-01' ground='%s'>%s</exception>"
        for ground, text, outcome in (
            ("no-link", "Sans lien suffisant.", "met"),
            ("no-link", "", "not-met"),
            ("because", "Trop compliqué.", "not-met"),
            ("immediate-solution", "Une solution existe.", "to-check"),
        ):
            with self.subTest(ground=ground, text=text):
                xml = template(SORT, purchase=reason % (ground, text))
                self.outcome("SOC-01", outcome, xml, **FORMALISED)

    def test_thresholds_of_other_years(self):
        """After the last known period nobody knows: the European thresholds are set for two years."""
        known = {"value": "220000", "procedure": "open"}
        self.outcome("THR-01", "met", template(), date="2027-12-31", **known)
        found = self.outcome("THR-01", "to-check", template(), date="2028-01-01", value="220000")
        self.assertIn("eu", [missing["name"] for missing in found["missing"]])

    def test_lots_and_codes_are_given_too(self):
        """What is given goes before what the text says; without either nobody knows."""
        divided = template(purchase="<lot number='1'>Nord</lot><lot number='2'>Sud</lot>")
        for xml, lots, outcome in (
            (template(), None, "to-check"),
            (template(), "2", "not-applicable"),
            (template(), "1", "to-check"),
            (divided, None, "not-applicable"),
            (divided, "1", "to-check"),
        ):
            with self.subTest(lots=lots, divided=xml == divided):
                found = self.outcome("LOT-01", outcome, xml, lots=lots)
                missing = [one["name"] for one in found["missing"]]
                self.assertEqual("lot-count" in missing, xml != divided and lots is None)
        self.outcome("DAT-03", "to-check", template())
        self.outcome("DAT-03", "met", template(), cpv="90910000-9, 39830000")
        self.assertEqual(self.run_cli(template(), "--cpv=909").returncode, FAILED)
        self.assertEqual(self.run_cli(template(), "--lots=0").returncode, FAILED)

    def network(self, *arguments, status=DONE):
        command = [CLI, "--network", self.folder / "essai.maillage", *arguments, "--json"]
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        self.assertEqual(result.returncode, status, result.stderr)
        return json.loads(result.stdout) if status == DONE and result.stdout else result.stderr

    def own(self, outcome, value, date="2026-11-23", nature="services"):
        """What THR-01 says with the thresholds of the network, and which of them it looks at."""
        path = self.folder / "essai.xml"
        path.write_text(template(), encoding="utf-8")
        known = {**CLEANING, "value": value, "date": date, "procedure": "none", "nature": nature}
        options = [f"--{name}={text}" for name, text in known.items()]
        command = [CLI, "--network", self.folder / "essai.maillage", "check", path, "--json"]
        result = subprocess.run([*command, *options], capture_output=True, encoding="utf-8")
        self.assertIn(result.returncode, (DONE, NO), result.stderr)
        rules = {rule["id"]: rule for rule in json.loads(result.stdout)["rules"]}
        self.assertEqual(rules["THR-01"]["outcome"], outcome, rules["THR-01"])
        return rules["THR-01"]["own-thresholds"]

    def test_a_network_says_its_own_thresholds(self):
        self.network("init", "Essai")
        self.assertEqual(self.own("not-met", "60000"), [])
        self.network(
            "add", "threshold", "name=exemption", "amount=25 000", "from_on=2026-06-01",
            "source=Règlement intérieur", "notes=Voté le 12 mai", "nature=services"
        )
        told = [{"name": "exemption", "amount": 25000, "from": "2026-06-01", "source": "Règlement intérieur"}]
        self.assertEqual(self.own("not-met", "25000"), told)
        self.assertEqual(self.own("not-applicable", "24999.99"), told)
        self.assertEqual(self.own("not-applicable", "25000", date="2026-05-31"), [])
        self.assertEqual(self.own("not-applicable", "25000", nature="supplies"), [])
        self.network("set", "threshold", "exemption", "amount=30000,50", "until_on=2026-12-31")
        told[0]["amount"] = 30000.5
        self.assertEqual(self.own("not-met", "30000.50"), told)
        self.assertEqual(self.own("not-applicable", "30000.49"), told)
        self.assertEqual(self.own("not-applicable", "30000.50", date="2027-01-01"), [])
        [listed] = self.network("list", "thresholds")["items"]
        self.assertEqual((listed["name"], listed["notes"]), ("exemption", "Voté le 12 mai"))
        self.network("remove", "threshold", "exemption")
        self.assertEqual(self.own("not-met", "60000"), [])
        self.assertEqual(self.own("not-applicable", "59999"), [])
        self.network("undo")
        self.assertEqual(self.own("not-met", "30000.50"), told)

    def test_a_threshold_says_what_it_must(self):
        self.network("init", "Essai")
        whole = ["name=eu", "amount=100", "from_on=2026-06-01", "source=Texte"]
        for fault in ("name=", "amount=", "from_on=", "source=", "name=other", "amount=-1", "until_on=2026-05-31"):
            with self.subTest(fault):
                kept = [field for field in whole if not field.startswith(fault.split("=")[0])]
                self.assertTrue(self.network("add", "threshold", *kept, fault, status=FAILED))
        self.assertEqual(self.network("list", "thresholds")["items"], [])

    def test_people_are_told_that_a_threshold_is_the_network_s(self):
        self.network("init", "Essai")
        self.network("add", "threshold", "name=eu", "amount=1000", "from_on=2026-01-01", "source=Essai")
        path = self.folder / "essai.xml"
        path.write_text(template(), encoding="utf-8")
        command = [CLI, "--network", self.folder / "essai.maillage", "check", path, "--value=2000"]
        options = [f"--{name}={CLEANING[name]}" for name in ("date", "kind", "nature", "buyer")]
        said = subprocess.run(
            [*command, *options], capture_output=True, encoding="utf-8", env={**os.environ, "LC_ALL": "C.UTF-8"}
        ).stdout
        self.assertIn("The threshold “European formalised procedure” is the network’s own: 1000 € from 2026-01-01 (Essai)", said)

    def test_procedure(self):
        none = {"procedure": "none"}
        self.outcome("THR-01", "not-applicable", template(), value="59999", **none)
        self.outcome("THR-01", "not-met", template(), value="60000", **none)
        self.outcome("THR-01", "not-applicable", template(), value="39999", date="2026-03-31", **none)
        self.outcome("THR-01", "not-met", template(), value="40000", date="2026-03-31", **none)
        self.outcome("THR-01", "met", template(), value="60000")
        works = {"nature": "works", "procedure": "none"}
        self.outcome("THR-01", "not-met", template(), date="2026-12-31", value="100000", **works)
        self.outcome("THR-01", "not-applicable", template(), date="2027-01-01", value="139999", **works)
        self.outcome("THR-01", "not-met", template(), date="2027-01-01", value="140000", **works)
        no = {"light-regime": "no", "small-lots": "no"}
        self.outcome("THR-01", "not-met", template(), no, value="216000")
        self.outcome("THR-01", "to-check", template(), value="216000")

    def test_publicity_and_profile(self):
        planned, none = {"publication-planned": "yes"}, {"publication-planned": "no"}
        self.outcome("THR-02", "met", template(), planned, value="90000")
        self.outcome("THR-02", "not-met", template(), none, value="90000")
        self.outcome("THR-02", "not-applicable", template(), none, value="89999")
        there, missing = {"documents-on-profile": "yes"}, {"documents-on-profile": "no"}
        self.outcome("THR-03", "not-applicable", template(), missing, value="59999")
        self.outcome("THR-03", "not-met", template(), missing, value="60000")
        self.outcome("THR-03", "met", template(), there, value="60000")
        self.outcome("THR-03", "not-met", template(), missing, value="40000", date="2026-03-31")
        self.outcome("THR-03", "to-check", template(), value="60000")

    def test_weights(self):
        weighted = template(SORT, PRICE % "60" + ENVIRONMENT % "40")
        bare = weighted.replace(" weight='60'", "")
        self.outcome("CRI-01", "met", weighted, **FORMALISED)
        self.outcome("CRI-01", "not-met", bare, **FORMALISED)
        self.outcome("CRI-01", "not-applicable", bare)
        self.outcome("CRI-01b", "met", weighted, **FORMALISED)
        short = template(SORT, PRICE % "50" + ENVIRONMENT % "40")
        self.outcome("CRI-01b", "not-met", short, **FORMALISED)

    def test_price_or_cost_is_among_the_criteria(self):
        two = ENVIRONMENT % "50" + ENVIRONMENT % "50"
        self.outcome("CRI-03", "not-met", template(SORT, two))
        self.outcome("CRI-03", "met", template(SORT, PRICE % "50" + ENVIRONMENT % "50"))

    def test_risky_words_are_found_where_they_stand(self):
        text = words("Des produits de marque déposée, par une entreprise implantée à moins de 30 km.")
        found = self.outcome("LNK-02", "to-check", text)
        self.assertTrue(any("30 km" in place["text"] for place in found["where"]), found)
        self.assertGreaterEqual(found["where"][0]["line"], 1)
        self.outcome("LNK-02", "met", words("Des produits livrés chaque semaine."))

    def test_labels(self):
        self.outcome("LAB-01", "not-applicable", words("Des produits sans solvant."))
        self.outcome("LAB-01", "not-met", words("Produits porteurs de l’Écolabel européen."))
        self.assertNotEqual(
            self.check(words("L’Écolabel européen ou équivalent."), **CLEANING)["LAB-01"]["outcome"],
            "not-met",
        )
        self.outcome("LAB-02", "to-check", words("Le titulaire est certifié ISO 26000."))

    def test_energy(self):
        using, not_using = {"energy-using": "yes"}, {"energy-using": "no"}
        self.outcome("ENE-02", "not-applicable", template(), not_using, **FORMALISED)
        self.outcome("ENE-02", "not-applicable", template(), using, value="215999")
        old = {"date": "2025-10-15", "value": "221000", "procedure": "open"}
        self.outcome("ENE-02", "not-applicable", template(), using, **old)
        self.assertIn(
            self.check(template(SORT), using, **{**CLEANING, **FORMALISED})["ENE-02"]["outcome"],
            ("not-met", "to-check"),
        )

    def test_lots(self):
        one, two = "<lot number='1'>Un</lot>", "<lot number='2'>Deux</lot>"
        why = "<single-lot>Un seul site.</single-lot>"
        self.outcome("LOT-01", "not-applicable", template(purchase=one + two))
        for purchase in (one, one + why, ""):
            self.outcome("LOT-01", "to-check", template(purchase=purchase))

    def test_repairability_then_durability(self):
        """One rule, two periods: which index counts depends on the day."""
        digital = {"digital-products": "yes"}
        for date in ("2025-12-31", "2026-01-01"):
            found = self.check(template(), digital, **{**CLEANING, "date": date})["AGE-02"]
            self.assertNotEqual(found["outcome"], "not-applicable")
        self.assertEqual(found["from"], "2026-01-01")
        self.outcome("AGE-02", "not-applicable", template(), digital, date="2022-12-31")

    def test_last_legal_check(self):
        def checked(day):
            said = f"</title><checked on='{day}'>Relu</checked></identity>"
            return template(SORT).replace("</title></identity>", said)

        self.outcome("MNT-01", "not-met", checked("2026-01-15"))
        self.outcome("MNT-01", "met", checked("2026-09-01"))
        self.outcome("MNT-01", "met", checked("2026-01-15"), date="2026-02-01")
        self.outcome("MNT-01", "to-check", template(SORT))

    def test_rules_of_ones_own(self):
        local = self.folder / "local.xml"
        local.write_text(
            "<rules xmlns='urn:maillage:rules:1' xml:lang='fr'><rule id='SPL-01'"
            " severity='recommendation'><title>Notre schéma</title><source confidence='text'"
            " checked='2026-11-23'>SPASER du réseau</source><assert needs='value'"
            " test='@value &lt; 1000'/><message>Sous mille euros.</message></rule></rules>",
            encoding="utf-8",
        )
        result = self.run_cli(template(), "--json", "--rules", local, "--value", "2000")
        rules = {rule["id"]: rule for rule in json.loads(result.stdout)["rules"]}
        self.assertEqual(rules["SPL-01"]["outcome"], "not-met")
        local.write_text("<rules xmlns='urn:maillage:rules:1' xml:lang='fr'><rule/></rules>")
        self.assertEqual(self.run_cli(template(), "--rules", local).returncode, FAILED)

    def test_the_sheet(self):
        sheet = self.folder / "fiche.xml"
        options = [f"--{name}={value}" for name, value in CLEANING.items()]
        result = self.run_cli(template(SOCIAL), *options, "--sheet", sheet)
        self.assertEqual(result.returncode, NO, result.stderr)
        text = sheet.read_text(encoding="utf-8")
        for expected in ("ENV-01", "23\u00a0novembre 2026", "collectivité territoriale", "Visa"):
            self.assertIn(expected, text)
        self.assertNotIn("missing=", text)
        for unknown in ("Codes CPV", "inconnus", "inconnue"):
            self.assertIn(unknown, text)

    def test_the_sheet_tells_all_that_was_given(self):
        sheet = self.folder / "fiche.xml"
        lots = "<cpv code='90910000-9'>Services de nettoyage</cpv><lot number='1'>Vitres</lot><lot number='2'>Sols</lot>"
        options = [f"--{name}={value}" for name, value in CLEANING.items()]
        for given, told in (
            ((), ("90910000-9 – Services de nettoyage", "2\u00a0: 1 – Vitres ; 2 – Sols")),
            (("--cpv=39830000-9", "--lots=3"), ("39830000-9", "3\u00a0: 1 – Vitres")),
        ):
            self.run_cli(template(SORT, purchase=lots), *options, *given, "--fact=natural-persons=yes", "--sheet", sheet)
            text = " ".join(re.sub("<[^>]+>", "", sheet.read_text(encoding="utf-8")).split(" "))
            for words in (*told, "destiné à être utilisé par des personnes physiques"):
                self.assertIn(words, text)
            self.assertRegex(text, r"personnes physiques[^?]*\?\s*oui")

    def codes(self, xml):
        return json.loads(self.run_cli(xml, "--json").stdout)["codes"]

    def test_codes_for_publication(self):
        nothing = self.codes(template())
        self.assertEqual(nothing["considerationsSociales"], ["Pas de considération sociale"])
        self.assertEqual(
            nothing["considerationsEnvironnementales"], ["Pas de considération environnementale"]
        )
        self.assertEqual((nothing["BT-06"], nothing["BT-774"]), (["none"], []))
        lot = "<lot number='1' reserved='L2113-12'>Un</lot>"
        all_of_them = self.codes(
            template(
                SORT + SOCIAL.replace("'opp'", "'opp gen-eq'"),
                PRICE % "60" + ENVIRONMENT % "40",
                lot,
            )
        )
        self.assertEqual(
            all_of_them["considerationsEnvironnementales"],
            ["Clause environnementale", "Critère environnemental"],
        )
        self.assertEqual(
            all_of_them["considerationsSociales"], ["Clause sociale", "Marché réservé"]
        )
        self.assertEqual(all_of_them["BT-06"], ["env-imp", "soc-obj"])
        self.assertEqual(all_of_them["BT-774"], ["other"])
        self.assertEqual(all_of_them["BT-775"], ["gen-eq", "opp"])
        self.assertEqual(all_of_them["BT-71"], ["res-ws"])

    def test_misuse(self):
        self.assertEqual(self.run_cli(template(), "--nature=colour").returncode, FAILED)
        self.assertEqual(self.run_cli(template(), "--fact=colour=yes").returncode, FAILED)
        self.assertEqual(self.run_cli(template(), "--fact=energy-using").returncode, MISUSED)
        self.assertEqual(self.run_cli(template(), "--date=demain").returncode, FAILED)
        self.assertEqual(self.run_cli(template(), "--sheet=fiche.exe").returncode, MISUSED)


if __name__ == "__main__":
    unittest.main()
