#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kick-off from nothing, on a laptop without a connection: a new network, ten bodies of the directory, the
meeting, what it lacks mended from the list, the dossier in every format; then its files are read."""

import re
import zipfile

import icalendar

import harness

BODIES = [
    ("amiens", "Amiens", "Commune · Somme"),
    ("arras", "Arras", "Commune · Pas-de-Calais"),
    ("beauvais", "Beauvais", "Commune · Oise"),
    ("calais", "Calais", "Commune · Pas-de-Calais"),
    ("compi", "Compiègne", "Commune · Oise"),
    ("dunkerque", "Dunkerque", "Commune · Nord"),
    ("laon", "Laon", "Commune · Aisne"),
    ("lille", "Lille", "Commune · Nord"),
    ("roubaix", "Roubaix", "Commune · Nord"),
    ("soissons", "Soissons", "Commune · Aisne"),
]
TITLE = "Kick-off of the network"
MEETING = f"SELECT id FROM meeting WHERE title='{TITLE}'"


def button(text):
    """GTK 4.8 names a button by its label with the mnemonic, then without."""
    return re.compile(re.escape(text) + "$")


def read_zip(path, member):
    with zipfile.ZipFile(path) as package:
        return re.sub(r"<[^>]*>", "", package.read(member).decode())


class KickOff(harness.TestCase):
    def test_from_nothing(self):
        folder, home = self.folder / "dossier", self.folder / "home"
        folder.mkdir()
        home.mkdir()
        paris = {"TZ": "Europe/Paris"}
        with self.program(size=(1280, 900), variables=paris, home=home) as program:
            path = self.make_network(program)
            self.add_bodies(program, path)
            self.add_meeting(program, path)
            self.invite(program, path)
            self.mend(program, path)
            program.reveal("push button", "Make the Dossier…").click()
            program.choose_folder(folder)
            program.wait_until((folder / "dossier.ics").exists, "the dossier")
            program.wait_until(lambda: self.is_whole(folder), "all of it")
            self.add_later(program, path)
            program.reveal("push button", "Make the Dossier…").click()
            program.choose_folder(folder)
            program.wait_until(
                lambda: "Version 2" in read_zip(folder / "dossier.odt", "content.xml"), "version 2"
            )
        self.read_files(folder)
        self.read_calendar(folder, path)

    def make_network(self, program):
        program.find("push button", button("New Network…")).click()
        program.find("text", "Name of the network")
        program.type("Achats durables du Nord")
        program.find("push button", button("Add a Territory")).click()
        program.type("hauts-de-f")
        program.key("Return")
        program.find("push button", button("Remove Hauts-de-France"))
        program.find("push button", button("Create the Network")).click()
        program.find("label", "No Members Yet")
        return program.home / "Achats durables du Nord.maillage"

    def add_bodies(self, program, path):
        """Each by the beginning of its name, with keys alone after the first."""
        for typed, name, place in BODIES:
            if self.query(path, "SELECT 1 FROM body"):
                program.key("ctrl+KP_Add")
            else:
                program.find("push button", "Add a Member").click()
            program.find("text", "Name of the new member")
            program.type(typed)
            program.find("label", re.compile("^" + place))
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT 1 FROM body WHERE name=?", name), f"{name} in the file"
            )
        self.assertEqual(self.query(path, "SELECT count(*) FROM body"), [(len(BODIES),)])

    def add_meeting(self, program, path):
        """With keys alone: the second kind of the list, and what is written in each entry."""
        program.settle(program.describe)
        program.find("list item", re.compile("^Meetings")).click()
        program.find("label", "No Meetings Yet")
        program.settle(program.describe)
        program.find("push button", "New Meeting").click()
        program.find("text", "Title")
        program.key("space")
        program.find("label", "Supplier hearing")
        program.key("Down", "Return")
        program.find("label", re.compile(r"^With the usual agenda \(\d items"))
        for words in (TITLE, "10/12/2026", "9h30", "12h30"):
            program.key("Tab")
            program.type(words)
        program.key("Return")
        program.find("label", "Kick-off meeting · Draft")
        program.wait_until(lambda: self.query(path, MEETING), "the meeting")

    def invite(self, program, path):
        """From the list of what is missing."""
        program.reveal("label", re.compile(r"^and \d+ more$")).click()
        program.reveal("label", "Nobody is invited").click()
        program.reveal("push button", "Invite All of These").click()
        ask = "SELECT count(*) FROM invitation"
        program.wait_until(lambda: self.query(path, ask) == [(len(BODIES),)], "all are invited")
        program.wait_gone("label", "Nobody is invited")

    def mend(self, program, path):
        """One click from each line to where it is mended."""
        program.reveal("label", "The meeting has no place and no link to join").click()
        program.find("text", "Place")
        program.type("Community hall")
        program.key("Return")
        ask = "SELECT place FROM meeting"
        program.wait_until(lambda: self.query(path, ask) == [("Community hall",)], "the place")

        program.reveal("label", re.compile("^Nobody presents")).click()
        program.find("text", "Presenter")
        program.type("The elected sponsor")
        program.key("Return")
        ask = "SELECT count(*) FROM agenda_item WHERE presenter='The elected sponsor'"
        program.wait_until(lambda: self.query(path, ask) == [(1,)], "the presenter")

        program.reveal("label", "No feedback sheet shows what members have done").click()
        library = program.wait(lambda: program.find_all("push button", button("Go to the Library")), "")
        self.assertTrue(library[-1].has("focused"))

    def is_whole(self, folder):
        """The calendar is not the last that is written; the list of the version is."""
        return any(folder.glob("*version*"))

    def add_later(self, program, path):
        """A piece that comes after the dossier was sent."""
        late = self.folder / "access.txt"
        late.write_text("By the tram, line R.", encoding="utf-8")
        program.reveal("push button", "Attach a File").click()
        program.choose_folder(late)
        ask = "SELECT name FROM meeting_document"
        program.wait_until(lambda: self.query(path, ask) == [("access.txt",)], "the file in the network")

    def read_files(self, folder):
        for name in ("dossier.pdf", "dossier.odt", "dossier.docx", "dossier.html", "dossier.ics"):
            self.assertGreater((folder / name).stat().st_size, 500, name)
        pdf = (folder / "dossier.pdf").read_bytes()
        self.assertEqual(pdf[:5], b"%PDF-")
        self.assertIn(b"/Outlines", pdf)
        papers = {name: len(list((folder / name).glob(f"*.{name}"))) for name in ("pdf", "odt", "docx", "html")}
        self.assertEqual(papers, dict.fromkeys(papers, 16))
        bound = read_zip(folder / "dossier.odt", "content.xml")
        self.assertEqual(bound.count("Community hall") > 2, True)
        self.assertIn("access.txt", bound)
        for words in ("The elected sponsor", *(name for _, name, _ in BODIES)):
            self.assertIn(words, bound)
            self.assertIn(words, read_zip(folder / "dossier.docx", "word/document.xml"))
            self.assertIn(words, (folder / "dossier.html").read_text(encoding="utf-8"))
        letters = read_zip(next(folder.glob("odt/*convocation*.odt")), "content.xml")
        self.assertEqual(letters.count("J’ai l’honneur de"), len(BODIES))
        self.assertEqual([file.read_text() for file in folder.rglob("*access.txt")], ["By the tram, line R."])

    def read_calendar(self, folder, path):
        """By another program; its identity is that of the meeting, also once the meeting has changed."""
        [event] = self.events(folder / "dossier.ics")
        self.assertEqual((event["SUMMARY"], event["LOCATION"]), (TITLE, "Community hall"))
        self.assertEqual(event.decoded("DTSTART").isoformat(), "2026-12-10T09:30:00+01:00")
        self.assertEqual([(event["UID"],)], self.query(path, "SELECT uid FROM meeting"))
        self.cli("set", "meeting", TITLE, "place=Another hall", network=path)
        self.cli("export", "calendar", self.folder / "later.ics", network=path)
        [later] = self.events(self.folder / "later.ics")
        self.assertEqual((later["UID"], later["LOCATION"]), (event["UID"], "Another hall"))
        self.assertGreater(later["SEQUENCE"], event["SEQUENCE"])

    def events(self, path):
        return icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")


if __name__ == "__main__":
    harness.main()
