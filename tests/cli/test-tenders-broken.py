#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The model tenders against the rules: each shows it when what the rules ask for is taken away."""

import re
import unittest

from tender_case import T, TENDERS, TenderCase


def environmental(element):
    codes = {"environment", "biodiv-eco", "circ-econ", "clim-adapt", "clim-mitig", "pollu-prev", "water-mar"}
    return codes & set(element.get("dimension", "").split())


class BrokenTenders(TenderCase):
    def broken(self, tree, name):
        """The rules that are no longer met, at the value where all of them apply."""
        path = self.folder / "broken.xml"
        tree.write(path, encoding="utf-8", xml_declaration=True)
        found = self.check(path, name, *self.values(name)[1])
        return {rule["id"] for rule in found.values() if rule["outcome"] == "not-met"}

    def test_without_the_environmental_criterion(self):
        for name in TENDERS:
            with self.subTest(name):
                tree = self.shipped(name)
                for criterion in tree.iter(f"{T}criterion"):
                    if environmental(criterion):
                        del criterion.attrib["dimension"]
                self.assertIn("ENV-02", self.broken(tree, name))

    def test_without_the_environmental_clauses(self):
        for name in TENDERS:
            with self.subTest(name):
                tree = self.shipped(name)
                for clause in tree.iter(f"{T}clause"):
                    if clause.get("phase") == "performance" and environmental(clause):
                        del clause.attrib["dimension"]
                self.assertIn("ENV-01", self.broken(tree, name))

    def test_without_the_equivalent(self):
        for name in TENDERS:
            with self.subTest(name):
                tree = self.shipped(name)
                for element in tree.getroot().iter():
                    for part in ("text", "tail"):
                        words = getattr(element, part) or ""
                        setattr(element, part, re.sub(r"\b[ée]quivalen(t|te|ts|tes|ce)\b", "voisin", words))
                self.assertIn("LAB-01", self.broken(tree, name))

    def test_without_a_weight(self):
        for name in TENDERS:
            with self.subTest(name):
                tree = self.shipped(name)
                del tree.getroot().find(f"{T}criteria/{T}criterion").attrib["weight"]
                self.assertIn("CRI-01", self.broken(tree, name))

    def test_without_the_social_clauses(self):
        for name in TENDERS:
            with self.subTest(name):
                tree = self.shipped(name)
                for clause in tree.iter(f"{T}clause"):
                    if clause.get("phase") == "performance" and not environmental(clause):
                        clause.attrib.pop("dimension", None)
                    elif clause.get("phase") == "performance":
                        clause.set("dimension", "environment")
                self.assertIn("SOC-01", self.broken(tree, name))


if __name__ == "__main__":
    unittest.main()
