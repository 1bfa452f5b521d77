#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures of the README from the sample network, in French.

Usage, from the top of the tree, with a build in build-gcc:

    MLG_BUILD_ROOT=build-gcc /usr/bin/python3 tests/ui/make-screenshots.py
"""

import re
from pathlib import Path

import harness

PICTURES = Path(__file__).resolve().parents[2] / "data/screenshots"


class Screenshots(harness.TestCase):
    def open(self):
        return self.program(self.sample(), language="fr_FR.UTF-8", size=(1280, 800))

    def test_members(self):
        with self.open() as program:
            program.find("label", "Aisne")
            program.key("ctrl+f")
            program.type("lille")
            program.find("label", "Lille").click()
            program.find("label", re.compile("INSEE 59350"))
            program.settle(lambda: program.describe())
            program.screenshot(PICTURES / "members.png")

    def test_territory(self):
        with self.open() as program:
            program.find("label", "Aisne")
            program.find("page tab", "Territoire").click()
            program.find("label", "Nord")
            program.settle(lambda: program.describe())
            program.screenshot(PICTURES / "territory.png")

    def test_meeting(self):
        with self.open() as program:
            program.find("list item", re.compile("^Réunions")).click()
            program.find("label", re.compile("^Réunion de lancement")).click()
            program.find("label", re.compile("^Convocations parties"))
            program.settle(lambda: program.describe())
            program.screenshot(PICTURES / "meeting.png")

    def test_tender(self):
        with self.open() as program:
            program.find("list item", re.compile("^Bibliothèque")).click()
            program.find("label", "Mobilier").click()
            program.find("label", re.compile(r"\d ?·.*\d ?·.*\d$"))
            program.settle(lambda: program.describe())
            program.screenshot(PICTURES / "tender.png")


if __name__ == "__main__":
    harness.main()
