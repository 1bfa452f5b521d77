#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every day and every amount that a shipped rule looks at is tried on both of its sides.

The rules and the amounts are read from the shipped files: a rule that is added or changed without saying here
what it does on both sides is a failure.
"""

import datetime
import json
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DATA = Path(os.environ["MLG_DATA_DIR"]) / "rules"
RULES = "{urn:maillage:rules:1}"
ALL, ORDINARY = ("contract", "framework", "concession", "defence"), ("contract", "framework")
PUBLIC = ("state", "local", "other")
NONE, LACKS, CHECK, MET = "not-applicable", "not-met", "to-check", "met"

# A tender that does next to nothing of what is asked for: what applies is not met.
TENDER = (
    "<template xmlns='urn:maillage:template:1' xmlns:d='urn:maillage:document:1' xml:lang='fr'"
    " uri='urn:uuid:00000000-0000-4000-8000-000000000001' revision='1'><identity><title>Essai</title></identity>"
    "<purchase>%s</purchase><criteria><criterion type='price' weight='100'><title>Prix</title>"
    "<method>Formule</method></criterion></criteria><piece role='ccap'><title>CCAP</title><text>"
    "<clause phase='performance' dimension='%s'><title>Paiement</title><text><d:p>%s</d:p></text></clause>"
    "</text></piece></template>"
)
SHORT_WORKS = "<exception rule='SOC-01' ground='short-works'>Travaux de deux mois.</exception>"
FACTS = {
    "energy-considered": "no", "energy-using": "yes", "energy-savings": "yes", "energy-contract-studied": "no",
    "need-considered": "no", "standardised": "no", "publication-planned": "no", "documents-on-profile": "no",
    "light-regime": "no", "small-lots": "no", "agec-category": "yes", "digital-products": "yes",
    "collective-catering": "yes", "state-catering": "no", "quality-shares": "no", "meat-fish-share": "no",
    "building-works": "yes", "renewable-energy": "yes",
}  # fmt: skip
KNOWN = {
    "kind": "contract", "nature": "services", "buyer": "local", "value": "6000000", "months": "12",
    "procedure": "open",
}  # fmt: skip

# Rules with days of their own: what they say on these days, and what must be known for it.
DAYS = {
    "ENV-01": (LACKS, {}),
    "ENV-02": (LACKS, {}),
    "ENV-03": (LACKS, {}),
    "ENV-03b": (LACKS, {}),
    "ENV-04": (LACKS, {}),
    "ENV-06": (CHECK, {"dimension": "environment", "words": "Le titulaire respecte la réglementation en vigueur."}),
    "ENE-01": (LACKS, {}),
    "ENE-02": (LACKS, {}),
    "ENE-03": (LACKS, {}),
    "SOC-01": (LACKS, {}),
    "SOC-02": (CHECK, {"purchase": SHORT_WORKS, "nature": "works"}),
    "AGE-01": (LACKS, {}),
    "AGE-02": (LACKS, {}),
    "EGA-01": (LACKS, {}),
    "EGA-02": (LACKS, {}),
    "BAT-02": (CHECK, {"nature": "works"}),
    "CON-01": (LACKS, {"kind": "concession"}),
    "CON-01b": (LACKS, {"kind": "concession"}),
    "CON-01c": (LACKS, {"kind": "concession"}),
}

# A rule and an amount: the kinds and buyers for which it counts, the procedure, and what the rule says below
# the amount and from the amount on.
AMOUNTS = {
    ("ENV-02", "exemption"): (ORDINARY, PUBLIC + ("central", "entity"), "adapted", CHECK, LACKS),
    ("ENE-01", "eu"): (ORDINARY, None, "adapted", NONE, LACKS),
    ("ENE-02", "eu"): (ORDINARY, None, "adapted", NONE, LACKS),
    ("ENE-03", "eu"): (ALL, None, "adapted", NONE, LACKS),
    ("SOC-01", "eu"): (ORDINARY, None, "adapted", NONE, LACKS),
    ("SOC-03", "eu"): (ORDINARY, None, "adapted", LACKS, NONE),
    ("THR-01", "exemption"): (ORDINARY, None, "none", NONE, LACKS),
    ("THR-01", "eu"): (ORDINARY, None, "adapted", MET, LACKS),
    ("THR-02", "publicity"): (ORDINARY, PUBLIC, "adapted", NONE, LACKS),
    ("THR-02", "eu"): (ORDINARY, PUBLIC, "adapted", LACKS, NONE),
    ("THR-02", "exemption"): (ORDINARY, PUBLIC, "adapted", CHECK, LACKS),
    ("THR-03", "buyer-profile"): (ORDINARY, None, "adapted", NONE, LACKS),
    ("CON-01b", "eu"): (("concession",), None, "open", NONE, LACKS),
}

# Works from the amount of the publicity on may still be under that of the exemption.
WORKS = {("THR-02", "publicity"): CHECK}

# Days that stand in the test of a rule: what is given on both sides, and what the rule says.
WRITTEN = {
    "EGA-03": (
        ({"date": "2026-11-23", "months": "1"}, MET),
        ({"date": "2026-11-23", "months": "2"}, LACKS),
        ({"date": "2026-11-30", "months": "1"}, MET),
        ({"date": "2026-12-01", "months": "1"}, LACKS),
    )
}
WRITTEN_WORDS = "Des produits de certification environnementale de niveau 2."


def read(name):
    return ET.parse(DATA / name).getroot()


def written(rule):
    """All expressions of a rule."""
    return " ".join(part.get("test", "") for part in rule.iter())


def day(text, by=0):
    return (datetime.date.fromisoformat(text) + datetime.timedelta(days=by)).isoformat()


class Sides(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rules = list(read("rules.xml").iter(f"{RULES}rule"))
        cls.amounts = list(read("thresholds.xml").iter(f"{RULES}threshold"))

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = Path(folder.name) / "essai.xml"

    def check(self, purchase="", dimension="economy", words="À trente jours.", **known):
        self.path.write_text(TENDER % (purchase, dimension, words), encoding="utf-8")
        options = [f"--{name}={value}" for name, value in {**KNOWN, **known}.items()]
        options += [f"--fact={name}={value}" for name, value in FACTS.items()]
        command = [CLI, "check", self.path, "--json", *options]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        self.assertIn(done.returncode, (0, 3), done.stderr)
        return {rule["id"]: rule for rule in json.loads(done.stdout)["rules"]}

    def test_each_rule_with_days_is_tried(self):
        bounded = {rule.get("id") for rule in self.rules if rule.get("from") or rule.get("until")}
        self.assertEqual(bounded, set(DAYS))

    def test_each_amount_of_a_rule_is_tried(self):
        looked_at = {
            (rule.get("id"), name)
            for rule in self.rules
            for name in re.findall(r"threshold\[@name\s*=\s*'([^']+)'\]", written(rule))
        }
        self.assertEqual(looked_at, set(AMOUNTS))

    def test_each_day_in_an_expression_is_tried(self):
        with_years = {rule.get("id") for rule in self.rules if re.search(r"\b20\d\d\b", written(rule))}
        self.assertEqual(with_years, set(WRITTEN))

    def other(self, rule, name, date):
        """The rule of the same name that takes over, or that was before."""
        return [
            one for one in self.rules if one.get("id") == rule.get("id") and one.get(name) == date
        ]

    def on(self, rule, date):
        outcome, known = DAYS[rule.get("id")]
        found = self.check(date=date, **known)[rule.get("id")]
        self.assertEqual((found["outcome"], found.get("from")), (outcome, rule.get("from")), found)

    def beyond(self, rule, date, name):
        found = self.check(date=date, **DAYS[rule.get("id")][1])[rule.get("id")]
        if self.other(rule, name, date):
            self.assertEqual(found.get(name), date)
        else:
            self.assertEqual(found["outcome"], NONE, found)

    def test_both_sides_of_the_days(self):
        for rule in self.rules:
            first, last = rule.get("from"), rule.get("until")
            with self.subTest(rule.get("id"), first=first, last=last):
                if first:
                    self.on(rule, first)
                    self.beyond(rule, day(first, -1), "until")
                if last:
                    self.on(rule, last)
                    self.beyond(rule, day(last, 1), "from")

    def held(self, rule, amount):
        """The first and the last day on which both hold, of those that are not before 2024."""
        first = max(one.get("from", "2024-01-01") for one in (rule, amount))
        last = min(one.get("until", "2027-12-31") for one in (rule, amount))
        return sorted({max(first, "2024-01-01"), last}) if max(first, "2024-01-01") <= last else []

    def purchases(self, amount, kinds, buyers):
        for kind in (one for one in amount.get("kind", " ".join(ALL)).split() if one in kinds):
            for nature in amount.get("nature", "works supplies services").split():
                for buyer in amount.get("buyer", "central state local other entity").split():
                    if buyers is None or buyer in buyers:
                        yield {"kind": kind, "nature": nature, "buyer": buyer}

    def cases(self):
        for rule in self.rules:
            for amount in self.amounts:
                key = rule.get("id"), amount.get("name")
                if key not in AMOUNTS:
                    continue
                kinds, buyers, procedure, below, above = AMOUNTS[key]
                purchases = list(self.purchases(amount, kinds, buyers))
                for i, date in enumerate(self.held(rule, amount)):
                    # On the last day it is the day that counts.
                    for known in purchases if i == 0 else purchases[:1]:
                        reached = WORKS.get(key, above) if known["nature"] == "works" else above
                        known = {**known, "date": date, "procedure": procedure}
                        yield key, known, int(amount.get("amount")), below, reached

    def test_both_sides_of_the_amounts(self):
        tried, found = set(), {}
        for key, known, value, below, above in self.cases():
            # Whether a notice is due under the amount of the publicity is no question.
            if key[0] == "THR-02" and (value < 90000 or known["date"] < "2026-01-01"):
                continue
            for given, outcome in ((f"{value - 0.01:.2f}", below), (str(value), above)):
                asked = {**known, "value": given}
                at = tuple(sorted(asked.items()))
                if at not in found:
                    found[at] = self.check(**asked)
                with self.subTest(key, **asked):
                    self.assertEqual(found[at][key[0]]["outcome"], outcome, found[at][key[0]])
            tried.add(key)
        self.assertEqual(tried, set(AMOUNTS))

    def test_both_sides_of_days_in_an_expression(self):
        for rule, cases in WRITTEN.items():
            for known, outcome in cases:
                with self.subTest(rule, **known):
                    found = self.check(words=WRITTEN_WORDS, **known)[rule]
                    self.assertEqual(found["outcome"], outcome, found)


if __name__ == "__main__":
    unittest.main()
