#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about meetings do: agenda, invitations, states, registers, papers, calendars."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

import icalendar

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3


class Meetings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "x.maillage"
        self.run_cli(DONE, "init", "Réseau d’essai", "--region", "FRE11")
        self.add("body", "name=Lille", "status=member", "departement=59", "city=Lille")
        self.add("person", "family_name=Acheteuse", "email=achats@example.org")
        self.add("function", "person=Acheteuse", "body=Lille", "role=procurement", "title=Achats")
        self.meeting = self.add(
            "meeting", "title=Lancement", "type=kick-off", "starts=10/12/2026 9h30",
            "ends=2026-12-10 12:30", "place=Hôtel de Région", "time_zone=Europe/Paris",
        )

    def run_cli(self, status, *words):
        """Run a command on the file; its output."""
        result = subprocess.run(
            [CLI, "--network", str(self.file), *map(str, words)], capture_output=True, text=True
        )
        self.assertEqual(result.returncode, status, result.stdout + result.stderr)
        self.said = result.stderr
        return result.stdout

    def json(self, *words, status=DONE):
        return json.loads(self.run_cli(status, *words, "--json"))

    def add(self, kind, *assignments):
        return self.json("add", kind, *assignments)["id"]

    def show(self):
        return self.json("show", "meeting", self.meeting)

    def test_new_meeting(self):
        meeting = self.show()
        self.assertEqual(meeting["state"], "draft")
        self.assertEqual(meeting["starts"], "2026-12-10T09:30:00")
        self.assertTrue(meeting["uid"])
        found = self.json("search", "lancement")["items"]
        self.assertEqual(found[0]["kind"], "meeting")

    def test_agenda(self):
        agenda = self.json("agenda", "Lancement", "--usual")
        self.assertEqual(agenda["total"], 6)
        self.assertEqual(agenda["items"][0]["from"], "09:30")
        self.assertLessEqual(agenda["over_run"], 0)
        second = agenda["items"][1]["title"]
        agenda = self.json("agenda", "Lancement", "--move", 2, "--to", 1)
        self.assertEqual(agenda["items"][0]["title"], second)
        self.run_cli(FAILED, "agenda", "Lancement", "--move", 9, "--to", 1)
        self.assertIn("09:30", self.run_cli(DONE, "agenda", "Lancement"))
        self.run_cli(DONE, "undo", 2)
        self.assertEqual(self.json("agenda", "Lancement")["total"], 0)

    def test_show(self):
        self.add("agenda-item", f"meeting={self.meeting}", "title=Bilan")
        self.add("decision", f"meeting={self.meeting}", "text=Créer")
        shown = self.show()
        self.assertEqual([i["name"] for i in shown["agenda"]], ["Bilan"])
        self.assertEqual([o["name"] for o in shown["outcomes"]], ["Créer"])
        self.run_cli(DONE, "meeting", "invite", "Lancement", "--status", "member")
        for kind, name in (("body", "Lille"), ("person", "Acheteuse")):
            meetings = self.json("show", kind, name)["meetings"]
            self.assertEqual([m["name"] for m in meetings], ["Lancement"], kind)

    def test_invite_and_count(self):
        answer = self.json("meeting", "invite", "Lancement", "--status", "member")
        self.assertEqual(answer["added"], 1)
        answer = self.json("meeting", "invite", "Lancement", "--role", "procurement")
        self.assertEqual(answer["added"], 0)
        counts = self.json("meeting", "count", "Lancement")
        self.assertEqual((counts["invited"], counts["silent"], counts["present"]), (1, 1, 0))
        self.assertEqual(counts["by_role"][0]["invited"], 1)

    def test_states(self):
        item = self.add("agenda-item", f"meeting={self.meeting}", "title=Bilan")
        self.run_cli(DONE, "meeting", "state", "Lancement", "convened")
        self.run_cli(FAILED, "meeting", "state", "Lancement", "locked")
        self.run_cli(DONE, "set", "meeting", "Lancement", "state=held")
        self.run_cli(DONE, "set", "agenda-item", item, "report=Dit.")
        self.run_cli(DONE, "meeting", "state", "Lancement", "approved")
        self.run_cli(FAILED, "set", "agenda-item", item, "report=Autre.")
        self.assertIn("approved", self.said)
        self.run_cli(FAILED, "remove", "agenda-item", item)
        self.run_cli(FAILED, "meeting", "state", "Lancement", "held")
        self.run_cli(DONE, "meeting", "state", "Lancement", "held", "--reason", "Une erreur")
        self.run_cli(DONE, "set", "agenda-item", item, "report=Autre.")
        versions = self.json("list", "minutes-versions")["items"]
        self.assertEqual([v["reason"] for v in versions], ["Une erreur"])

    def test_registers(self):
        self.add("decision", f"meeting={self.meeting}", "text=Créer le réseau")
        late = self.add("action", f"meeting={self.meeting}", "text=Écrire", "due_on=2020-01-01",
                        "who=Animatrice")
        self.add("action", f"meeting={self.meeting}", "text=Lire", "due_on=2999-01-01")
        actions = self.json("meeting", "actions")["items"]
        self.assertEqual([a["text"] for a in actions], ["Écrire", "Lire"])
        self.assertEqual([a["late"] for a in actions], [True, False])
        self.assertEqual(actions[0]["who_name"], "Animatrice")
        self.run_cli(DONE, "set", "action", late, "state=done")
        self.assertEqual(self.json("meeting", "actions")["total"], 1)
        self.assertEqual(self.json("meeting", "actions", "--all")["total"], 2)
        self.assertEqual(self.json("list", "actions")["total"], 2)
        self.assertEqual(self.json("list", "decisions")["total"], 1)
        self.assertEqual(self.json("meeting", "decisions")["items"][0]["day"], "2026-12-10")

    def test_erasing_tells_where_a_name_is_left(self):
        item = self.add("agenda-item", f"meeting={self.meeting}", "title=Débat",
                        "report=Mme Acheteuse demande un exemple.")
        self.run_cli(DONE, "meeting", "invite", "Lancement", "--status", "member")
        foreseen = self.json("privacy", "erase", "Acheteuse", "--dry-run")
        answer = self.json("privacy", "erase", "Acheteuse")
        for issues in (foreseen["issues"], answer["issues"]):
            messages = [issue["message"] for issue in issues]
            self.assertEqual(len(messages), 2, messages)
            self.assertIn(item, messages[0])
            self.assertIn("History", messages[1])
        self.assertEqual(self.json("list", "invitations")["total"], 0)

    def test_check(self):
        issues = self.json("meeting", "check", "Lancement", status=NO)["issues"]
        self.assertTrue(all(i["message"] and i["kind"] and i["id"] for i in issues))
        self.assertIn("Nobody is invited", [i["message"] for i in issues])
        self.run_cli(NO, "meeting", "check", "Lancement")

    def test_next_and_duplicate(self):
        self.run_cli(FAILED, "meeting", "next", "Lancement")
        self.add("series", "name=Plénières")
        self.run_cli(DONE, "set", "meeting", "Lancement", "series=Plénières")
        self.assertEqual(self.show()["number"], 1)
        following = self.json("meeting", "next", self.meeting, "--day", "10/03/2027")
        self.assertEqual((following["number"], following["starts"]), (2, "2027-03-10T09:30:00"))
        copy = self.json("meeting", "duplicate", self.meeting)
        self.assertNotEqual(copy["id"], self.meeting)
        self.assertEqual(self.json("list", "meetings")["total"], 3)

    def test_papers(self):
        self.run_cli(DONE, "agenda", "Lancement", "--usual")
        self.run_cli(DONE, "meeting", "invite", "Lancement", "--status", "member")
        self.add("decision", f"meeting={self.meeting}", "text=Créer le réseau")
        for paper, words in (
            ("agenda", "Faut-il créer un réseau"),
            ("attendance", "Acheteuse"),
            ("convocation", "Lille"),
            ("minutes", "Créer le réseau"),
        ):
            out = self.folder / f"{paper}.txt"
            whole = paper in ("agenda", "minutes")
            answer = self.json("export", "meeting", "Lancement", out, "--paper", paper,
                               status=DONE if whole else NO)
            self.assertEqual(answer["missing"] == [], whole, paper)
            self.assertIn(words, out.read_text(encoding="utf-8"), paper)
        # The papers are French, in whatever language the program is run.
        agenda = (self.folder / "agenda.txt").read_text(encoding="utf-8")
        for purpose in ("Information", "Échange", "Décision"):
            self.assertIn(purpose, agenda)
        self.run_cli(DONE, "export", "meeting", "Lancement", self.folder / "x.odt")
        self.run_cli(MISUSED, "export", "meeting", "Lancement", self.folder / "x.odt", "--paper", "y")

    def calendar(self, *words):
        out = self.folder / "x.ics"
        self.run_cli(DONE, "export", *words, out)
        return icalendar.Calendar.from_ical(out.read_bytes())

    def event(self, *words):
        return self.calendar(*words).walk("VEVENT")[0]

    def test_certificates(self):
        """A page for each of those who were present, in sentences that hold without what is not known."""
        training = self.add("meeting", "title=Labels et normes", "type=training", "state=convened",
                            "starts=2026-12-02 09:00", "ends=2026-12-02 12:00", "place=Arras",
                            "organiser=Lille")  # fmt: skip
        self.add("training-topic", f"meeting={training}", "title=Écolabel européen", "minutes=45")
        self.add("invitation", f"meeting={training}", "person=Acheteuse", "body=Lille", "attendance=present")
        self.add("invitation", f"meeting={training}", "visitor_name=Un voisin", "attendance=visitor")
        self.add("person", "family_name=Absente")
        self.add("invitation", f"meeting={training}", "person=Absente", "attendance=absent")
        out = self.folder / "c.txt"
        self.run_cli(DONE, "export", "meeting", training, out, "--paper", "certificate")
        text = " ".join(out.read_text(encoding="utf-8").replace("*", "").split())
        self.assertEqual(text.count("Il est attesté que"), 2)
        self.assertRegex(text, "Acheteuse, .*Lille, a participé à la session de formation")
        self.assertIn("Un voisin a participé à la session de formation", text)
        self.assertIn("Écolabel européen (45", text)
        self.assertNotIn("Absente", text)

    def test_calendar_is_read_by_others(self):
        self.run_cli(DONE, "agenda", "Lancement", "--usual")
        calendar = self.calendar("meeting", "Lancement")
        self.assertEqual(calendar["METHOD"], "PUBLISH")
        self.assertEqual(calendar.walk("VTIMEZONE")[0]["TZID"], "Europe/Paris")
        event = calendar.walk("VEVENT")[0]
        self.assertEqual(event["SUMMARY"], "Lancement")
        self.assertEqual(event["LOCATION"], "Hôtel de Région")
        self.assertEqual(event.decoded("DTSTART").isoformat(), "2026-12-10T09:30:00+01:00")
        self.assertIn("09:30", event["DESCRIPTION"])

    def test_calendar_keeps_its_identity(self):
        before = self.event("calendar")
        self.run_cli(DONE, "set", "meeting", "Lancement", "starts=2026-12-11 9h30",
                     "ends=2026-12-11 12h30")
        after = self.event("calendar")
        self.assertEqual(before["UID"], after["UID"])
        self.assertEqual((before["SEQUENCE"], after["SEQUENCE"]), (0, 1))
        self.run_cli(DONE, "meeting", "state", "Lancement", "cancelled")
        self.assertEqual(self.event("calendar")["STATUS"], "CANCELLED")

    def test_calendar_import(self):
        path = self.folder / "in.ics"
        path.write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Groupe\r\n"
            "DTSTART;TZID=Romance Standard Time:20270110T090000\r\n"
            "RRULE:FREQ=MONTHLY;COUNT=3\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n"
            "DTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
        )
        planned = self.json("import", "meetings", path, "--dry-run", status=NO)
        self.assertEqual(self.json("list", "meetings")["total"], 1)
        answer = self.json("import", "meetings", path, status=NO)
        self.assertEqual(answer, planned)
        self.assertEqual(answer["added"], 3)
        self.assertTrue(all(issue["line"] == 9 for issue in answer["issues"]), answer)
        self.assertEqual(self.json("import", "meetings", path, status=NO)["skipped"], 3)
        self.run_cli(FAILED, "import", "meetings", self.file)


if __name__ == "__main__":
    unittest.main()
