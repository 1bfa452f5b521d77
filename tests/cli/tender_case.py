# SPDX-License-Identifier: GPL-3.0-or-later
"""The model tenders that come with the program, and the check of one of them with its sample answers."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

CLI = os.environ["MLG_CLI"]
DATA = Path(os.environ["MLG_DATA_DIR"])
TENDERS = sorted(path.name.removesuffix("-answers.xml") for path in DATA.glob("sample/*-answers.xml"))
T = "{urn:maillage:template:1}"
VALUES = (("50000", "adapted"), ("300000", "open"))
WORKS_VALUES = (("300000", "adapted"), ("6000000", "open"))
DONE, NO = 0, 3


class TenderCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def shipped(self, name):
        return ElementTree.parse(DATA / "templates" / f"{name}.xml")

    def values(self, name):
        works = self.shipped(name).getroot().find(f"{T}purchase").get("nature") == "works"
        return WORKS_VALUES if works else VALUES

    def check(self, template, name, value, procedure, ambition="good"):
        result = subprocess.run(
            [CLI, "check", template, "--json", "--date=2026-11-23", "--buyer=local", f"--value={value}",
             f"--procedure={procedure}", f"--answers={DATA / 'sample' / f'{name}-answers.xml'}",
             f"--set=ambition={ambition}", f"--set=procedure={procedure}"],
            capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip
        self.assertIn(result.returncode, (DONE, NO), result.stderr)
        return {rule["id"]: rule for rule in json.loads(result.stdout)["rules"]}
