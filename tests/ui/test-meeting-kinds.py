#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What only some meetings have: suppliers that are heard alike, topics and certificates of a training; and the
agenda, whose items are drawn to their place."""

import json
import re

import harness

KICK_OFF = "Réunion de lancement du réseau élargi"


def button(text):
    """GTK 4.8 names a button by its label with the mnemonic, then without."""
    return re.compile(re.escape(text) + "$")


class MeetingKinds(harness.TestCase):
    def add(self, path, kind, *fields):
        return json.loads(self.cli("--json", "add", kind, *fields, network=path))["id"]

    def open_tab(self, program, title, tab):
        program.settle(program.describe)
        program.find("list item", re.compile("^Meetings")).click()
        program.find("label", title).click()
        program.find("label", re.compile(r"(hearing|Training|Kick-off meeting) · "))
        if tab is not None:
            program.settle(program.describe)
            program.find("page tab", tab).click()
            program.find("label", "Add to the Whole Meeting")

    def test_hearing(self):
        """Two suppliers, the same questions; one was not asked, until it is."""
        path = self.sample()
        meeting = self.add(path, "meeting", "title=Auditions", "type=hearing", "state=convened",
                           "starts=2026-12-01 10:00", "ends=2026-12-01 12:00")  # fmt: skip
        for name, starts, ends in (("Alpha", "10:00", "10:30"), ("Beta", "10:30", "11:00")):
            body = self.add(path, "body", f"name={name}", "status=associate")
            self.add(path, "hearing", f"meeting={meeting}", f"body={body}", f"starts={starts}",
                     f"ends={ends}", "documents=Programme")  # fmt: skip
        ask = "SELECT count(*) FROM hearing_answer WHERE asked=1"
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.open_tab(program, "Auditions", "Follow Up")
            follow = program.find("filler", "MlgMeetingFollow")
            program.reveal("text", "Add a Question to All Suppliers", follow).click()
            program.type("How do you measure waste?")
            program.key("Return")
            questions = f"SELECT text FROM hearing_question WHERE meeting={meeting}"
            program.wait_until(
                lambda: self.query(path, questions) == [("How do you measure waste?",)], "the question"
            )
            program.reveal("check box", "Alpha: How do you measure waste?", follow).click()
            program.wait_until(lambda: self.query(path, ask) == [(1,)], "Alpha was asked")
            program.reveal("label", re.compile("Not all questions"), follow)
            program.reveal("check box", "Beta: How do you measure waste?", follow).click()
            program.wait_until(lambda: self.query(path, ask) == [(2,)], "Beta too")
            program.reveal("label", "As the others", follow)

    def test_prepare_a_hearing(self):
        """The questions are written and put right where the meeting is prepared, before any supplier is known."""
        path = self.sample()
        meeting = self.add(path, "meeting", "title=Auditions", "type=hearing", "state=draft",
                           "starts=2026-12-01 10:00", "ends=2026-12-01 12:00")  # fmt: skip
        ask = f"SELECT text FROM hearing_question WHERE meeting={meeting} ORDER BY position, id"
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.open_tab(program, "Auditions", None)
            program.reveal("text", "Add a Question to All Suppliers").click()
            for n, text in enumerate(("How is waste measured?", "Which label?"), 1):
                program.type(text)
                program.key("Return")
                program.wait_until(lambda: len(self.query(path, ask)) == n, text)
            program.reveal("text", "Question 2").click()
            program.key("ctrl+a")
            program.type("Which labels, and since when?")
            program.key("Return")
            wanted = [("How is waste measured?",), ("Which labels, and since when?",)]
            program.wait_until(lambda: self.query(path, ask) == wanted, "the question put right")
            program.find_all("push button", "Remove the Question")[0].click()
            program.wait_until(lambda: self.query(path, ask) == wanted[1:], "one question left")

    def test_prepare_a_training(self):
        """The topics are written where the training is prepared; certificates wait until somebody was there."""
        path = self.sample()
        meeting = self.add(path, "meeting", "title=Labels et normes", "type=training", "state=draft",
                           "starts=2026-12-02 09:00", "ends=2026-12-02 12:00", "place=Arras")  # fmt: skip
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.open_tab(program, "Labels et normes", None)
            program.reveal("text", "Add a Topic").click()
            program.type("European ecolabel")
            program.key("Return")
            ask = f"SELECT title FROM training_topic WHERE meeting={meeting}"
            program.wait_until(lambda: self.query(path, ask) == [("European ecolabel",)], "the topic")
            program.reveal("label", "European ecolabel")
            self.assertEqual(program.find_all("label", "Certificates of Attendance"), [])

    def test_training(self):
        """The certificates of those who were present, visitors too."""
        path = self.sample()
        meeting = self.add(path, "meeting", "title=Labels et normes", "type=training", "state=convened",
                           "starts=2026-12-02 09:00", "ends=2026-12-02 12:00", "place=Arras")  # fmt: skip
        person = self.add(path, "person", "family_name=Acheteuse", "given_name=Une")
        for who, attendance in ((f"person={person}", "present"), ("visitor_name=Un voisin", "visitor")):
            self.add(path, "invitation", f"meeting={meeting}", who, f"attendance={attendance}")
        self.cli("meeting", "state", str(meeting), "held", network=path)
        out = self.folder / "certificates.pdf"
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.open_tab(program, "Labels et normes", "Follow Up")
            follow = program.find("filler", "MlgMeetingFollow")
            program.reveal("push button", button("Given Today"), follow).click()
            ask = f"SELECT count(*) FROM invitation WHERE meeting={meeting} AND certified_on IS NOT NULL"
            program.wait_until(lambda: self.query(path, ask) == [(2,)], "the certificates are noted")
            program.reveal("push button", button("Write…"), follow).click()
            program.choose_file(out)
            program.wait_until(out.exists, "the certificates")
        self.assertEqual(out.read_bytes()[:5], b"%PDF-")

    def test_draw_an_item(self):
        """An item of the agenda is drawn to the place of another one, and back by keys."""
        path = self.sample()
        ask = (
            "SELECT a.title FROM agenda_item AS a JOIN meeting AS m ON m.id=a.meeting"
            f" WHERE m.title='{KICK_OFF}' ORDER BY a.position, a.id"
        )
        before = [row[0] for row in self.query(path, ask)]
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Amiens")
            self.open_tab(program, KICK_OFF, None)
            program.reveal("label", before[-1])  # and those before it
            second, third = (program.find("label", title) for title in before[1:3])
            self.draw(program, second.place(), third.place())
            moved = [before[0], before[2], before[1], *before[3:]]
            program.wait_until(
                lambda: [row[0] for row in self.query(path, ask)] == moved, "the item was drawn down"
            )
            program.reveal("label", before[1]).click()
            program.key("alt+Up")
            program.wait_until(
                lambda: [row[0] for row in self.query(path, ask)] == before, "the item moved up again"
            )

    def draw(self, program, start, end):
        """With the button held, in small steps, as a hand does."""
        program.xdotool("mousemove", "--sync", *start)
        program.xdotool("mousedown", 1)
        steps = 12
        for i in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * i // steps
            y = start[1] + (end[1] - start[1]) * i // steps
            program.xdotool("mousemove", "--sync", x + 1, y)
            program.settle(lambda: i)
        program.settle(program.describe)
        program.xdotool("mouseup", 1)


if __name__ == "__main__":
    harness.main()
