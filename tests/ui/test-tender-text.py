#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The text of a model is changed by the keyboard: its outline, a condition, its words, its criteria; and taken back."""

import re
import sqlite3

import harness

MODEL = "cleaning.xml"
CLAUSE = "Lots réservés"


class TenderText(harness.TestCase):
    def content(self, path):
        return "".join(row[0] for row in self.query(path, "SELECT content FROM piece ORDER BY position"))

    def head(self, path):
        return self.query(path, "SELECT head FROM template")[0][0]

    def place(self, path, title=CLAUSE):
        """Where a clause stands among the clauses of its template."""
        rows = self.query(
            path,
            "SELECT c.title FROM clause_use u JOIN clause c ON c.id=u.clause"
            " JOIN piece p ON p.id=u.piece ORDER BY p.position, u.position",
        )
        return [row[0] for row in rows].index(title)

    def open_model(self, program):
        program.find("label", "Library").click()
        program.find("label", re.compile("^Nettoyage")).click()
        program.find("label", "Award criteria")

    def menu(self, program, item):
        program.find("push button", "Edit the Text").click()
        program.find("menu item", item).click()

    def test_outline(self):
        path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data" / "templates" / MODEL, network=path)
        with self.program(path, size=(1280, 900)) as program:
            self.open_model(program)
            before = self.place(path)
            program.find("label", CLAUSE).click()
            program.key("alt+Down")
            program.wait_until(lambda: self.place(path) == before + 1, "the clause one further")
            program.key("alt+Up")
            program.wait_until(lambda: self.place(path) == before, "the clause where it was")

            program.key("F2")
            program.find("text", "Title").write("Lots réservés à l’insertion")
            program.key("Return")
            program.wait_until(
                lambda: self.query(path, "SELECT 1 FROM clause WHERE title=?1", "Lots réservés à l’insertion"),
                "the new title",
            )
            program.key("ctrl+z")
            program.wait_until(
                lambda: self.query(path, "SELECT 1 FROM clause WHERE title=?1", CLAUSE), "the title of before"
            )
            program.find("label", CLAUSE)

    def test_condition(self):
        path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data" / "templates" / MODEL, network=path)
        self.assertNotIn('test="purchase-form = ', self.content(path))
        with self.program(path, size=(1280, 900)) as program:
            self.open_model(program)
            program.find("label", "Forme et durée").click()
            self.menu(program, re.compile("^Condition"))
            program.find("push button", "Add a Comparison").click()
            program.find("push button", "Save").activate()
            program.wait_until(
                lambda: re.search(r'<when test="[a-z-]+ = [^"]+">\s*<use', self.content(path)),
                "the condition in the file",
            )
            program.wait_gone("push button", "Add a Comparison")

    def test_replace(self):
        path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data" / "templates" / MODEL, network=path)

        def count(words):
            return self.query(path, "SELECT count(*) FROM clause WHERE text LIKE ?1", f"%{words}%")[0][0]

        with self.program(path, size=(1280, 900)) as program:
            self.open_model(program)
            program.find("label", CLAUSE).click()
            before = count("nettoyage")
            self.assertGreater(before, 1)
            program.key("ctrl+shift+h")
            program.find("text", "Find").write("nettoyage")
            program.find("text", "Replace by").write("lessivage")
            program.find("label", re.compile("^[0-9]+ places$"))
            program.find("push button", re.compile("^Replace in “")).activate()
            program.wait_until(lambda: count("lessivage") == 1, "one place")
            program.find("push button", "Replace All").activate()
            program.wait_until(lambda: count("nettoyage") == 0, "all places")
            program.find("label", "Nothing Found")
            program.key("Escape")
            program.key("ctrl+z")
            program.wait_until(lambda: count("nettoyage") >= before - 1, "the words of before")
            program.find("label", CLAUSE)

    def test_criteria(self):
        path = self.empty()
        self.cli("import", "templates", harness.BUILD / "data" / "templates" / MODEL, network=path)
        with self.program(path, size=(1280, 900)) as program:
            self.open_model(program)
            self.menu(program, "Questions, Criteria and Lots…")
            program.find("page tab", "Criteria").click()
            program.find("label", "The weights add up to 100 %")
            program.find("push button", "Add a Criterion").click()
            program.find("text", "Criterion").write("Délais")
            program.find("text", "Weight (%)").write("5")
            program.find("label", "The weights add up to 105 %: 100 % are expected")
            program.key("ctrl+s")
            program.wait_until(lambda: "<title>Délais</title>" in self.head(path), "the criterion")
            program.find("label", "Délais: 5 %")

    def test_newer(self):
        """A draft takes the newer revision and keeps what was changed in it."""
        path, source = self.empty(), harness.BUILD / "data" / "templates" / MODEL
        text = source.read_text(encoding="utf-8")
        words = re.findall(r"<d:p>([A-ZÀ-Ý][^<]{80,}?)</d:p>", text)
        ours, both, theirs = words[9], words[3], words[6]  # of three clauses
        self.cli("import", "templates", source, network=path)
        template = self.query(path, "SELECT id FROM template")[0][0]
        self.cli("add", "draft", f"template={template}", "title=Projet", network=path)
        with sqlite3.connect(path) as file:  # as somebody changed the draft's own text
            content = file.execute("SELECT content FROM draft").fetchone()[0]
            content = content.replace(ours, ours + " À nous.").replace(both, both + " À nous aussi.")
            file.execute("UPDATE draft SET content=?1", (content,))
        newer = self.folder / "newer.xml"
        newer.write_text(text.replace(both, both + " Nouveau.").replace(theirs, theirs + " Neuf."), "utf-8")
        self.cli("import", "templates", newer, "--mode", "replace", network=path)
        with self.program(path, size=(1280, 900)) as program:
            program.find("label", "Library").click()
            program.find("label", "Drafts").click()
            program.find("label", "Projet").click()
            program.find("push button", "See What Changes…").click()
            program.find("label", re.compile("changed on both sides$"))
            program.find("label", re.compile("^Changed in the draft and in the template: choose"))
            program.find("push button", "Take the Newer Text").activate()
            program.wait_until(
                lambda: "Neuf." in self.query(path, "SELECT content FROM draft")[0][0], "the newer text"
            )
            program.wait_gone("push button", "Take the Newer Text")
        content = self.query(path, "SELECT content FROM draft")[0][0]
        self.assertIn("À nous.", content)
        self.assertIn("À nous aussi.", content)
        self.assertNotIn("Nouveau.", content)


if __name__ == "__main__":
    harness.main()
