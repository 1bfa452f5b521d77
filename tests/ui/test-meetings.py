#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kick-off meeting is prepared with mouse and keys: its kind, its agenda, its people, its replies."""

import datetime
import json
import re

import harness


class Meetings(harness.TestCase):
    def go(self, program):
        program.settle(program.describe)
        program.find("list item", re.compile("^Meetings")).click()
        program.find("push button", "New Meeting")
        program.settle(program.describe)

    def list_menu(self, program):
        """That of the last room: a room that was left is still told on the bus."""
        program.find_all("push button", "List Menu")[-1].click()

    def add_kick_off(self, program):
        """With keys alone: the second kind of the list, and what is written in each entry."""
        program.find("push button", "New Meeting").click()
        program.find("text", "Title")
        program.key("space")
        program.find("label", "Supplier hearing")
        program.key("Down", "Return")
        program.find("label", re.compile(r"^With the usual agenda \(\d items"))
        for words in ("Kick-off of the network", "10/12/2026", "9h30", "12h30"):
            program.key("Tab")
            program.type(words)
        program.key("Return")
        program.find("label", re.compile("^Thursday 10 December 2026, 09:30 – 12:30"))
        program.find("label", "Kick-off meeting · Draft")

    def test_prepare(self):
        path = self.sample()
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.go(program)
            self.add_kick_off(program)
            ask = "SELECT id FROM meeting WHERE title='Kick-off of the network'"
            meeting = program.wait_until(lambda: self.query(path, ask), "the meeting")[0][0]
            self.agenda(program, path, meeting)
            self.people(program, path, meeting)
        told = json.loads(self.cli("meeting", "count", str(meeting), "--json", network=path))
        self.assertEqual((told["yes"], told["no"]), (1, 1))

    def agenda(self, program, path, meeting):
        ask = f"SELECT title FROM agenda_item WHERE meeting={meeting} ORDER BY position, id"
        usual = self.query(path, ask)
        self.assertGreaterEqual(len(usual), 5)
        program.reveal("text", "Add an item to the agenda").click()
        program.type("Lunch")
        program.key("Return")
        program.wait_until(lambda: self.query(path, ask) == usual + [("Lunch",)], "the item")
        program.reveal("label", "Lunch").click()
        program.key("alt+Up")
        moved = usual[:-1] + [("Lunch",)] + usual[-1:]
        program.wait_until(lambda: self.query(path, ask) == moved, "the item moved up")
        program.key("alt+Up")
        moved = usual[:-2] + [("Lunch",)] + usual[-2:]
        program.wait_until(lambda: self.query(path, ask) == moved, "the item moved up again")
        program.key("ctrl+z", "ctrl+z")
        program.wait_until(lambda: self.query(path, ask) == usual + [("Lunch",)], "both undone")

    def people(self, program, path, meeting):
        ask = f"SELECT count(*), count(reply) FROM invitation WHERE meeting={meeting}"
        program.reveal("label", "Invite").click()
        program.reveal("push button", "Invite All of These").click()
        program.wait_until(lambda: self.query(path, ask)[0][0] > 20, "the members invited")
        program.reveal("push button", "Convene").click()
        state = f"SELECT state FROM meeting WHERE id={meeting}"
        program.wait_until(lambda: self.query(path, state) == [("convened",)], "the meeting convened")
        invitees = program.find("list", "Invitees")
        program.reveal("label", re.compile("^In the list, a letter"))
        next(node for node in invitees.walk() if node.role == "label").click()
        program.key("y")
        program.wait_until(lambda: self.query(path, ask)[0][1] == 1, "a reply")
        program.key("Down", "n")
        program.wait_until(lambda: self.query(path, ask)[0][1] == 2, "another reply")
        replies = f"SELECT reply FROM invitation WHERE meeting={meeting} AND reply IS NOT NULL"
        self.assertEqual(sorted(self.query(path, replies)), [("no",), ("yes",)])

    def test_exchange(self):
        """A calendar goes out of one network and into another, where the month is read by keys."""
        path, other = self.sample(), self.empty()
        calendar = self.folder / "all.ics"
        with self.program(path) as program:
            program.find("label", "Amiens")
            self.go(program)
            program.find("label", "3 meetings")
            self.list_menu(program)
            program.find("menu item", "Export These to a Calendar…").click()
            program.choose_file(calendar)
            program.wait_until(calendar.exists, "the calendar")
        with self.program(other) as program:
            program.find("label", "No Members Yet")
            self.go(program)
            program.find("label", "No Meetings Yet")
            self.list_menu(program)
            program.find("menu item", "Import a Calendar…").click()
            program.choose_file(calendar)
            program.find("label", "3 meetings")
            self.read_month(program)
        ask = "SELECT uid FROM meeting ORDER BY uid"
        self.assertEqual(self.query(other, ask), self.query(path, ask))

    def read_month(self, program):
        today = datetime.date.today()
        months = 2026 * 12 + 12 - today.year * 12 - today.month
        program.find("page tab", "Month").click()
        for _ in range(abs(months)):
            program.find("push button", "Next Month" if months > 0 else "Previous Month").click()
        program.find("push button", re.compile("^09:30 Réunion de lancement"))
        program.find("table cell", re.compile("^9 December 2026")).click()
        program.key("Right", "Return")
        program.find("label", re.compile("^Thursday 10 December 2026"))

    def test_dossier(self):
        """The pages of the dossier are looked at, and its files are made."""
        path, folder = self.sample(), self.folder / "dossier"
        folder.mkdir()
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.go(program)
            program.find("label", re.compile("lancement")).click()
            program.reveal("push button", "Look at the Dossier").click()
            program.find("image", re.compile("^Page 1 of"))
            program.key("Escape")
            program.wait_gone("image", re.compile("^Page 1 of"))
            program.reveal("push button", "Make the Dossier…").click()
            program.choose_folder(folder)
            made = folder / "dossier.pdf"
            program.wait_until(made.exists, "the bound dossier")
        self.assertEqual(made.read_bytes()[:5], b"%PDF-")


if __name__ == "__main__":
    harness.main()
