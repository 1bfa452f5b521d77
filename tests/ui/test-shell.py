#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first page, the making and opening of files, and what helps when a file does not open."""

import fcntl
import re

import harness


def named(text):
    """GTK 4.8 names a button by its label with the mnemonic, then without."""
    return re.compile(re.escape(text) + "$")


class FirstPage(harness.TestCase):
    def test_sample_opens_at_once(self):
        with self.program() as program:
            program.find("push button", named("Look at the Sample")).click()
            program.find("list item", "Members")
            self.assertEqual(len(list(program.home.glob("data/maillage/*.maillage"))), 1)

    def test_new_network(self):
        with self.program() as program:
            program.find("push button", named("New Network…")).click()
            program.find("text", "Name of the network")
            program.type("Achats / Nord")
            program.find("push button", named("Add a Territory")).click()
            program.type("hauts-de-f")
            program.key("Return")
            program.find("push button", named("Remove Hauts-de-France"))
            program.find("push button", named("Create the Network")).click()
            program.find("list item", "Members")
            path = program.home / "Achats - Nord.maillage"
            self.assertEqual(
                self.query(path, "SELECT name, perimeter FROM network"), [("Achats / Nord", "FRE")]
            )


class Keys(harness.TestCase):
    """What closes and what quits, from a window that stands in front."""

    def show_preferences(self, program):
        program.find("list item", "Members")
        program.key("ctrl+comma")
        program.find("frame", "Preferences")

    def test_close(self):
        with self.program(self.sample()) as program:
            self.show_preferences(program)
            program.key("ctrl+w")
            program.wait_gone("frame", "Preferences")
            program.find("list item", "Members")

    def test_quit(self):
        with self.program(self.sample()) as program:
            self.show_preferences(program)
            program.key("ctrl+q")
            self.assertEqual(program.process.wait(harness.PATIENCE), 0)


class Failures(harness.TestCase):
    def test_missing_file_is_forgotten(self):
        with self.program(self.folder / "gone.maillage") as program:
            program.find("label", "The File Is No Longer There")
            program.find("push button", named("Remove From Recent Networks")).click()
            program.find("push button", named("Look at the Sample"))

    def test_backup_of_a_damaged_file(self):
        path = self.sample()
        self.cli("backup", network=path)
        path.write_text("damaged")
        with self.program(path) as program:
            program.find("push button", named("Restore…")).click()
            program.find("list item", "Members")
        kept = list(self.folder.glob("sample.damaged-*.maillage"))
        self.assertEqual([file.read_text() for file in kept], ["damaged"])

    def test_open_elsewhere(self):
        path = self.sample()
        with open(f"{path}-lock", "w", encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("maillage\nelsewhere\n12\nlasting\n")
            lock.flush()
            with self.program(path) as program:
                program.find("label", "The Network Is Open Elsewhere")
                program.find("push button", named("Open to Read Only")).click()
                program.find("list item", "Members")
                program.find("label", "Read only")


if __name__ == "__main__":
    harness.main()
