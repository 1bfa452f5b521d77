#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed out for a meeting: the feedback sheets that it looks at are chosen and put in order, and a paper
is adapted to the network, then given up for the original."""

import re

import harness

KICK_OFF = "Réunion de lancement du réseau élargi"
FIRST = "Fourniture de produits d’entretien (exemple)"
CHOSEN = (
    "SELECT s.title FROM meeting_example AS e JOIN sheet AS s ON s.id=e.sheet JOIN meeting AS m ON m.id=e.meeting"
    f" WHERE m.title='{KICK_OFF}' ORDER BY e.position, e.id"
)
OWN = "SELECT count(*) FROM template WHERE coalesce(archived, 0)=0"
ADAPTED = "Adapted by the network, in the library"


class MeetingPapers(harness.TestCase):
    def chosen(self, path):
        return [row[0] for row in self.query(path, CHOSEN)]

    def open_meeting(self, program):
        program.find("label", "Amiens")
        program.settle(program.describe)
        program.find("list item", re.compile("^Meetings")).click()
        program.find("label", KICK_OFF).click()
        program.find("label", "Kick-off meeting · Convened")

    def test_examples(self):
        """A sheet is found by a word, chosen by Return, moved up by keys and taken out again."""
        path = self.sample()
        before = self.chosen(path)
        self.assertNotIn(FIRST, before)
        with self.program(path, size=(1280, 900)) as program:
            self.open_meeting(program)
            program.reveal("label", "Choose Feedback Sheets").click()
            program.reveal("text", "Look for a heading, a buyer, any word").click()
            program.type("fourniture")
            program.find("label", FIRST)
            program.settle(program.describe)
            program.key("Return")
            program.wait_until(lambda: self.chosen(path) == [*before, FIRST], "the sheet as the last")
            self.menu_of(program, FIRST, "Actions for This Example").click()
            program.find("menu item", "Move Up").click()
            moved = [*before[:-1], FIRST, before[-1]]
            program.wait_until(lambda: self.chosen(path) == moved, "the sheet one up")
            program.key("alt+Down")
            program.wait_until(lambda: self.chosen(path) == [*before, FIRST], "the sheet one down")
            program.key("Delete")
            program.wait_until(lambda: self.chosen(path) == before, "the sheet taken out")
        page = self.folder / "dossier"
        self.cli("dossier", KICK_OFF, page, "--formats", "html", network=path)
        text = (page / "dossier.html").read_text(encoding="utf-8")
        self.assertNotIn(FIRST, text)
        for title in before:
            self.assertIn(title, text)

    def menu_of(self, program, title, name):
        """The menu of the row with this title."""
        top = program.reveal("label", title).extents[1]
        menus = [node for node in program.find_all("push button", name) if node.extents[2] > 0]
        return min(menus, key=lambda node: abs(node.extents[1] - top))

    def test_adapt(self):
        """The agenda becomes the network's own, in the library; the original comes back in one action."""
        path = self.sample()
        [(before,)] = self.query(path, OWN)
        with self.program(path, size=(1280, 900)) as program:
            self.open_meeting(program)
            self.menu_of(program, "Script of the facilitator", "Actions for This Paper").click()
            item = program.find("menu item", "Take the Original Back")
            self.assertFalse(item.has("sensitive"))
            program.find("menu item", "Adapt in the Library").click()
            program.wait_until(lambda: self.query(path, OWN) == [(before + 1,)], "a paper of its own")
            program.find("label", re.compile("Déroulé de l’animateur"))
            self.open_meeting(program)
            program.reveal("label", ADAPTED)
            self.menu_of(program, "Script of the facilitator", "Actions for This Paper").click()
            program.find("menu item", "Take the Original Back").click()
            program.wait_until(lambda: self.query(path, OWN) == [(before,)], "ours again")
            program.wait_gone("label", ADAPTED)
            program.key("ctrl+z")
            program.reveal("label", ADAPTED)


if __name__ == "__main__":
    harness.main()
