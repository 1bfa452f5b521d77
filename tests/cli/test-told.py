#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page and the completion know each command and each option that --help knows."""

import os
import re
import subprocess
import unittest
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DATA = Path(__file__).resolve().parents[2] / "data"
SHIPPED = Path(os.environ["MLG_DATA_DIR"])
# The manual and the completion tell these once, for all the commands.
EVERYWHERE = {"--help", "--network", "--json"}


def output(*words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def commands():
    listed = output(CLI, "--help").split("\nCommands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in listed.splitlines()]


def options(command):
    return set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", output(CLI, command, "--help"), re.M))


def completions(*line):
    script = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1));'
        ' compopt() { :; }; _maillage_cli; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    file = DATA / "completions/maillage-cli"
    return set(output("bash", "-c", script, "bash", file, "maillage-cli", *line).split())


def manual():
    """The options that the manual tells of each command."""
    told = {}
    source = (DATA / "man/maillage-cli.1").read_text(encoding="utf-8")
    for part in source.split("\n.It Cm ")[1:]:
        part = part.split("\n.El")[0]
        found = re.findall(r"Fl Fl ([a-z-]+)", part)
        told.setdefault(part.split()[0], set()).update(f"--{name}" for name in found)
    return told


class Told(unittest.TestCase):
    def test_the_manual_knows_each_option(self):
        told = manual()
        for command in commands():
            with self.subTest(command):
                self.assertIn(command, told)
                self.assertEqual(options(command) - EVERYWHERE - told[command], set())

    def test_the_manual_invents_no_option(self):
        for command, told in manual().items():
            with self.subTest(command):
                self.assertEqual(told - options(command) - {"--version"}, set())

    def test_the_completion_offers_each_option(self):
        for command in commands():
            with self.subTest(command):
                missing = options(command) - {"--network", "--json"} - completions(command, "--")
                self.assertEqual(missing, set())

    def test_the_completion_offers_each_shipped_paper(self):
        papers = {path.stem for path in (SHIPPED / "templates").glob("*.xml")}
        self.assertTrue(papers)
        self.assertEqual(papers - completions("fill", ""), set())


if __name__ == "__main__":
    unittest.main()
