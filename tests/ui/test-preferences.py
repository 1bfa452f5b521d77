#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences, the care of the file, and the keys."""

import re

import harness


def named(text):
    """GTK 4.8 names a button by its label with the mnemonic, then without."""
    return re.compile(re.escape(text) + "$")


class Preferences(harness.TestCase):
    def test_backup_and_check(self):
        path = self.sample()
        with self.program(path) as program:
            program.find("list item", "Members")
            program.key("ctrl+comma")
            program.find(None, named("Backups")).click()
            program.find("push button", named("Make One Now")).click()
            program.find("push button", named("Restore…"))
            program.find(None, named("File")).click()
            program.find("push button", named("Check")).click()
            program.find("label", "Everything is as it should be")
            program.key("Escape")
            program.wait_gone("label", "Everything is as it should be")
        self.assertEqual(len(list(self.folder.glob("sample.maillage.backups/*-asked.maillage"))), 1)

    def test_keys(self):
        with self.program(self.sample()) as program:
            program.find("list item", "Members")
            program.key("ctrl+question")
            program.find("label", "Search Everywhere")
            program.key("Escape")
            program.wait_gone("label", "Search Everywhere")


if __name__ == "__main__":
    harness.main()
