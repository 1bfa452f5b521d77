#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands about themes and questionnaires do: from a list that is pasted to a group that works."""

import json
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

CLI = os.environ["MLG_CLI"]
DONE, FAILED, MISUSED, NO = 0, 1, 2, 3
BODIES = ("Lille", "Lens", "Arras", "Douai", "Calais", "Amiens", "Laon")


class Themes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "x.maillage"
        self.run_cli(DONE, "init", "Réseau d’essai", "--region", "FRE11")
        for place, name in enumerate(BODIES):
            self.add("body", f"name={name}", "status=member", "category=7210",
                     f"departement={'59' if place % 2 else '62'}", f"population={1000 * (place + 1)}")

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

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def make(self, *more):
        """An open questionnaire that ranks three themes, chooses one of two and asks two more."""
        self.run_cli(DONE, "theme", "usual")
        self.add("questionnaire", "title=Priorités", *more)
        self.add("question", "questionnaire=Priorités", "type=rank", "text=Quels thèmes ?")
        paste = self.write("list.txt", "1. Papier\n2. Mobilier\n3. Espaces verts\n")
        told = self.json("questionnaire", "options", "Priorités", paste)
        self.assertEqual(told["added"], 3)
        self.add("question", "questionnaire=Priorités", "type=choose", "text=Vos attentes ?", "most=1")
        self.run_cli(DONE, "questionnaire", "options", "Priorités",
                     self.write("needs.txt", "Formations\nMarchés types\n"), "--question", "Q2")
        self.add("question", "questionnaire=Priorités", "type=yes-no", "text=Accueil possible ?")
        self.add("question", "questionnaire=Priorités", "type=text", "text=Remarques")
        self.run_cli(DONE, "questionnaire", "open", "Priorités")

    def test_usual_themes(self):
        told = self.json("theme", "usual")
        self.assertGreaterEqual(told["added"], 30)
        self.assertEqual(self.json("theme", "usual")["added"], 0)
        themes = self.json("list", "themes", "--where", "family=cleaning")
        self.assertEqual(themes["total"], 2)
        self.assertEqual(themes["items"][0]["state"], "proposed")
        self.run_cli(DONE, "undo", "2")
        self.assertEqual(self.json("list", "themes")["total"], 0)

    def test_objectives(self):
        """What a theme serves is one of the network's objectives, told by its name."""
        self.run_cli(DONE, "theme", "usual")
        self.run_cli(FAILED, "set", "theme", "Papier", "objective=Partager nos clauses")
        self.assertIn("Partager nos clauses", self.said)
        self.run_cli(FAILED, "add", "objective", "title=Partager nos clauses", "type=other")
        self.run_cli(FAILED, "add", "objective", "title=Partager nos clauses")
        shared = self.add("objective", "title=Partager nos clauses", "type=common", "position=1")
        self.add("objective", "title=Structurer la filière bois", "type=side", "notes=avec les scieries")
        listed = self.json("list", "objectives", "--sort", "position")
        self.assertEqual([item["name"] for item in listed["items"]],
                         ["Partager nos clauses", "Structurer la filière bois"])
        self.run_cli(DONE, "set", "theme", "Papier", "objective=Partager nos clauses")
        self.assertEqual(self.json("show", "theme", "Papier")["objective"], shared)
        self.assertIn("Partager nos clauses",
                      self.run_cli(DONE, "list", "themes", "--columns", "title,objective"))
        found = self.json("search", "scieries")
        self.assertEqual([(item["kind"], item["name"]) for item in found["items"]],
                         [("objective", "Structurer la filière bois")])
        self.run_cli(DONE, "remove", "objective", "Partager nos clauses")
        self.assertIsNone(self.json("show", "theme", "Papier")["objective"])
        self.run_cli(DONE, "undo")
        self.assertEqual(self.json("show", "theme", "Papier")["objective"], shared)

    def test_questions_stay_once_open(self):
        self.make()
        self.run_cli(FAILED, "add", "question", "questionnaire=Priorités", "type=text", "text=Encore")
        self.assertIn("not a draft", self.said)
        self.run_cli(FAILED, "remove", "question", "Remarques")
        self.json("questionnaire", "copy", "Priorités", "Encore")
        copies = self.json("list", "questions", "--where", "type=rank")
        self.assertEqual(copies["total"], 2)

    def test_codes(self):
        """As survey programs write codes: one column for each rank, one for each option."""
        self.make()
        table = self.write(
            "codes.csv",
            '"id","submitdate","organisme","Q1[1]","Q1[2]","Q1[3]","Q2[A1]","Q2[A2]","Q3","Q4"\n'
            '"1","2026-11-02 10:00:00","Lille","A2","A1","A3","Y","","Y","Bien"\n'
            '"2","2026-11-03 10:00:00","Lens","A2","","","","Y","N",""\n'
            '"3","","Arras","A1","","","","","",""\n'
            '"4","2026-11-03 11:00:00","Lille","A1","","","","","",""\n'
            '"5","2026-11-03 12:00:00","Douai","A9","A1","","Y","Y","Y",""\n',
        )
        told = json.loads(self.run_cli(NO, "import", "answers", table, "--json"))
        self.assertEqual((told["read"], told["added"], told["skipped"]), (5, 3, 2))
        places = {(issue["line"], issue["severity"]) for issue in told["issues"]}
        self.assertIn((4, "note"), places)     # begun and never sent
        self.assertIn((5, "warning"), places)  # Lille twice
        self.assertIn((6, "error"), places)    # no option A9; two chosen of one
        tally = self.json("tally", "Priorités")
        self.assertEqual(tally["ballots"], 3)
        self.assertEqual(tally["options"], ["Papier", "Mobilier", "Espaces verts"])
        self.assertEqual(tally["methods"]["schulze-winning"]["ranking"][0], ["Mobilier"])
        self.assertEqual(self.json("tally", "Priorités", "--question", "Q2")["ballots"], 2)
        pending = self.json("questionnaire", "pending", "Priorités")
        self.assertEqual([item["name"] for item in pending["items"]],
                         ["Amiens", "Arras", "Calais", "Laon"])

    def test_labels(self):
        """Whole texts in the place of codes, and an explicit column."""
        self.make()
        table = self.write(
            "labels.csv",
            "Collectivité;Quels thèmes ? [Papier];Quels thèmes ? [Mobilier];Vos attentes ?;Salle\n"
            "lille;1;2;Formations;Oui\nARRAS;2;1;Marchés types;Non\nParis;1;;Formations;Oui\n",
        )
        told = self.json("import", "answers", table, "--map", "Salle=Q3", "--dry-run")
        self.assertEqual(told["added"], 3)
        self.assertEqual(self.json("list", "answers")["total"], 0)
        told = self.json("import", "answers", table, "--map", "Salle=Q3")
        self.assertEqual(told["issues"][0]["line"], 4)
        self.assertEqual(self.json("tally", "Priorités", "--question", "Q3")["ballots"], 3)
        again = self.json("import", "answers", table, "--mode", "replace")
        self.assertEqual((again["added"], again["replaced"]), (1, 2))
        self.run_cli(DONE, "undo", "2")
        self.assertEqual(self.json("list", "answers")["total"], 0)

    def test_options_in_a_second_row(self):
        self.make()
        table = self.write(
            "rows.csv",
            "Organisme;Quels thèmes ?;;;Accueil possible ?\n;Papier;Mobilier;Espaces verts;\n"
            "Lille;1;2;3;Oui\nLens;2;1;3;Non\n",
        )
        told = self.json("import", "answers", table)
        self.assertEqual((told["read"], told["added"]), (2, 2))
        self.assertEqual(self.json("tally", "Priorités")["pairwise"][0], [0, 1, 2])

    def test_code_and_text(self):
        """As LimeSurvey writes whole answers, with codes and texts in its headings."""
        self.make()
        table = self.write(
            "long.csv",
            '"ID. Numéro de la réponse","submitdate. Date de soumission","organisme",'
            '"Q1[1]. Quels thèmes ? [Rang 1]","Q1[2]. Quels thèmes ? [Rang 2]",'
            '"Q2[A1]. Vos attentes ? [Formations]","Q2_A2","Q3. Accueil possible ?","Q4. Remarques"\n'
            '"1","2026-11-02 10:00:00","Lille","Mobilier","Papier","Oui","Non","Oui","Bien"\n'
            '"2","2026-11-02 11:00:00","Lens","Mobilier","","Non","Oui","Non",""\n',
        )
        told = self.json("import", "answers", table)
        self.assertEqual((told["added"], told["skipped"]), (2, 0), told)
        self.assertEqual(self.json("tally", "Priorités")["methods"]["borda"]["ranking"][0], ["Mobilier"])
        needs = self.json("tally", "Priorités", "--question", "Q2")
        self.assertEqual(needs["methods"]["approval"]["scores"], {"Formations": 1, "Marchés types": 1})

    def test_three_rows_of_headings(self):
        """As Framaforms writes: the title alone, then questions, then options."""
        self.make()
        table = self.write(
            "framaforms.csv",
            "Priorités,,,,,,,,,,\n"
            "Détails de la soumission,,,,Quels thèmes ?,,,Vos attentes ?,,,\n"
            "Numéro de série,SID,Soumis le,Organisme,Papier,Mobilier,Espaces verts,"
            "Formations,Marchés types,Accueil possible ?,Remarques\n"
            "1,100,02/11/2026 - 10:00,Lille,2,1,3,X,,Oui,Bien\n"
            "2,101,02/11/2026 - 11:00,Lens,1,2,,,X,Non,\n",
        )
        told = self.json("import", "answers", table)
        self.assertEqual((told["read"], told["added"], told["skipped"]), (2, 2, 0), told)
        self.assertEqual(self.json("tally", "Priorités")["pairwise"][2], [0, 0, 0])
        needs = self.json("tally", "Priorités", "--question", "Q2")
        self.assertEqual(needs["methods"]["approval"]["scores"], {"Formations": 1, "Marchés types": 1})
        rooms = self.json("tally", "Priorités", "--question", "Q3")
        self.assertEqual(rooms["ballots"], 2)

    def test_wrong_tables(self):
        self.make()
        self.run_cli(FAILED, "import", "answers", self.write("x.csv", "a;b\n1;2\n"))
        self.run_cli(FAILED, "import", "answers", self.write("y.csv", "Q1[1]\nA1\n"), "--map", "z=Q1")
        self.run_cli(DONE, "questionnaire", "close", "Priorités")
        self.run_cli(FAILED, "import", "answers", self.write("z.csv", "Q1[1]\nA1\n"),
                     "--questionnaire", "Priorités")
        self.assertIn("closed", self.said)

    def test_form_and_back(self):
        """The form of a body, filled in by hand and returned, as a document and as XML."""
        self.make()
        form = self.folder / "form.xml"
        self.run_cli(DONE, "export", "questionnaire", "Priorités", form, "--body", "Lens")
        text = form.read_text(encoding="utf-8")
        self.assertIn("Lens", text)
        for code, answer in (("Q1.A1", "2"), ("Q1.A3", "1"), ("Q3", "oui")):
            head, tail = text.split(f">{code}<", 1)
            place = tail.index("<row") if "<row" in tail else len(tail)
            row = tail[:place]
            at = row.rindex("<cell")
            end = row.index(">", at)
            opened = row[at:end].rstrip("/")
            rest = row[end + 1:] if row[end - 1] == "/" else row[row.index("</cell>", at) + 7:]
            row = f"{row[:at]}{opened}><p>{answer}</p></cell>{rest}"
            text = f"{head}>{code}<{row}{tail[place:]}"
        form.write_text(text, encoding="utf-8")
        odt = self.folder / "form.odt"
        self.run_cli(DONE, "convert", form, odt)
        told = self.json("import", "answers", odt)
        self.assertEqual((told["read"], told["added"]), (1, 1), told)
        self.assertEqual(self.json("tally", "Priorités")["methods"]["plurality"]["ranking"][0],
                         ["Espaces verts"])
        answers = self.write(
            "back.xml",
            '<answers xmlns="urn:maillage:answers:1"><answer name="body">Laon</answer>'
            '<answer name="Q1"><value name="A1">1</value></answer>'
            '<answer name="Q4">Rien</answer></answers>',
        )
        self.assertEqual(self.json("import", "answers", answers)["added"], 1)
        self.assertEqual(self.json("tally", "Priorités")["ballots"], 2)

    def test_sections(self):
        """Questions stand under the headings of their sections, in their order, on paper and when filled."""
        self.make()
        self.run_cli(DONE, "questionnaire", "copy", "Priorités", "Seconde")
        host = self.add("section", "questionnaire=Seconde", "title=Accueil des réunions",
                        "introduction=Une demi-journée par an.")
        self.add("section", "questionnaire=Seconde", "title=Fournisseurs et filières")
        listed = [item["name"] for item in self.json("list", "sections", "--sort", "position")["items"]]
        self.assertEqual(listed, ["Accueil des réunions", "Fournisseurs et filières"])
        asked = self.add("question", "questionnaire=Seconde", "type=yes-no", "text=Une salle libre ?",
                         "section=Accueil des réunions")
        self.add("question", "questionnaire=Seconde", "type=text", "text=Quels fournisseurs ?",
                 "section=Fournisseurs et filières")
        self.assertEqual(self.json("show", "question", asked)["section"], host)
        out = self.folder / "form.html"
        self.run_cli(DONE, "export", "questionnaire", "Seconde", out)
        self.in_order(out, "Quels thèmes", "Accueil des réunions", "Une demi-journée par an.",
                      "Une salle libre", "Fournisseurs et filières", "Quels fournisseurs")
        # A copy has sections of its own; one that goes leaves its questions, before the others.
        self.run_cli(DONE, "questionnaire", "copy", "Seconde", "Troisième")
        self.run_cli(DONE, "export", "questionnaire", "Troisième", out)
        self.in_order(out, "Quels thèmes", "Accueil des réunions", "Une salle libre",
                      "Fournisseurs et filières")
        self.run_cli(DONE, "remove", "section", host)
        self.run_cli(DONE, "export", "questionnaire", "Seconde", out)
        self.assertNotIn("Accueil des réunions", out.read_text(encoding="utf-8"))
        self.in_order(out, "Une salle libre", "Fournisseurs et filières")
        self.run_cli(DONE, "export", "questionnaire", "Troisième", out)
        self.in_order(out, "Accueil des réunions", "Une salle libre")

    def in_order(self, path, *words):
        text = path.read_text(encoding="utf-8")
        places = [text.find(word) for word in words]
        self.assertNotIn(-1, places, words)
        self.assertEqual(places, sorted(places), words)

    def test_hands(self):
        self.make()
        self.run_cli(DONE, "questionnaire", "hands", "Priorités", "Formations=12", "A2=15",
                     "--question", "Q2")
        told = self.json("tally", "Priorités", "--question", "Q2")
        self.assertEqual(told["methods"]["approval"]["ranking"], [["Marchés types"], ["Formations"]])
        self.assertEqual(told["hands"], 27)
        self.run_cli(FAILED, "questionnaire", "hands", "Priorités", "Rien=12", "--question", "Q2")

    def test_hands_at_a_meeting(self):
        self.make()
        meeting = self.add("meeting", "title=Plénière", "type=plenary", "starts=2026-12-01 14:00")
        self.run_cli(FAILED, "questionnaire", "hands", "Priorités", "yes=1", "--question", "Q3",
                     "--meeting", "Inconnue")
        self.run_cli(DONE, "questionnaire", "hands", "Priorités", "yes=18", "no=3", "--question", "Q3",
                     "--meeting", "Plénière")
        counts = self.json("list", "hand-counts")["items"]
        self.assertEqual([str(count["meeting"]) for count in counts], [str(meeting)] * 2)
        told = self.json("tally", "Priorités", "--question", "Q3")
        self.assertEqual(told["methods"]["plurality"]["ranking"], [["Yes"], ["No"]])

    def fill(self):
        rows = ["organisme;role;Q1[A1];Q1[A2];Q1[A3]"]
        rows += [f"{name};élu;1;2;3" if place < 3 else f"{name};technicien;3;1;2"
                 for place, name in enumerate(BODIES)]
        return self.json("import", "answers", self.write("a.csv", "\n".join(rows) + "\n"))

    def test_groups_and_weights(self):
        self.make()
        self.fill()
        told = self.json("tally", "Priorités")
        roles = {g["group"]: g for g in told["splits"]["role"]["groups"]}
        self.assertEqual(roles["Staff"]["ballots"], 4)
        self.assertFalse(roles["Staff"]["hidden"])
        self.assertIn("depends on the group", told["splits"]["role"]["dependence"])
        self.assertEqual(set(told["splits"]), {"role", "category", "size", "departement"})
        told = self.json("tally", "Priorités", "--weights", "population")
        self.assertEqual(told["weight"], 28000)

    def test_group_without_weight(self):
        """A group whose answers weigh nothing ranks nothing; it does not tie everything."""
        self.run_cli(DONE, "set", "body", "Calais", "departement=02", "population=0")
        self.run_cli(DONE, "set", "body", "Laon", "departement=02", "population=0")
        self.make()
        self.fill()
        words = self.run_cli(DONE, "tally", "Priorités", "--weights", "population")
        line = next(row for row in words.splitlines() if row.startswith("Aisne "))
        self.assertRegex(line, r"^Aisne +2 +no ranking: these answers have no weight *$")
        self.run_cli(DONE, "set", "questionnaire", "Priorités", "weights=population")
        self.run_cli(DONE, "export", "tally", "Priorités", self.folder / "r.html")
        text = (self.folder / "r.html").read_text(encoding="utf-8")
        self.assertIn("no ranking: these answers have no weight", text)
        equal = self.run_cli(DONE, "tally", "Priorités", "--weights", "equal")
        self.assertNotIn("no weight", equal)

    def test_size_not_known(self):
        """Bodies whose population nobody noted are in no group by size: the count and its report say so."""
        for name in ("Amiens", "Laon"):
            self.run_cli(DONE, "set", "body", name, "population=")
        self.make()
        self.fill()
        said = "Size: 2 answers are in no group"
        self.assertEqual(self.run_cli(DONE, "tally", "Priorités").count(said) + self.said.count(said), 1)
        self.assertIn(said, self.json("tally", "Priorités")["issues"][0]["message"])
        self.assertEqual(self.json("tally", "Priorités", "--by", "role")["issues"], [])
        self.run_cli(DONE, "export", "tally", "Priorités", self.folder / "r.html")
        self.assertIn(said, (self.folder / "r.html").read_text(encoding="utf-8"))

    def test_anonymous(self):
        self.make("anonymous=1")
        self.fill()
        told = self.json("tally", "Priorités")
        self.assertTrue(all(g["hidden"] for g in told["splits"]["role"]["groups"]))
        self.assertEqual(told["splits"]["category"]["groups"][0]["ballots"], 7)
        self.assertEqual(self.json("questionnaire", "pending", "Priorités")["total"], 0)
        out = self.folder / "out.csv"
        self.run_cli(DONE, "export", "answers", "Priorités", out)
        self.assertNotIn("Lille", out.read_text(encoding="utf-8"))

    def test_exports(self):
        self.make()
        self.fill()
        expected = self.json("tally", "Priorités")["pairwise"]
        for name in ("b.csv", "b.cvotes"):
            self.run_cli(DONE, "export", "ballots", "Priorités", self.folder / name)
            told = self.json("tally", self.folder / name)
            self.assertEqual(told["pairwise"], expected, name)
        out = self.folder / "answers.csv"
        self.run_cli(DONE, "export", "answers", "Priorités", out)
        self.run_cli(DONE, "questionnaire", "copy", "Priorités", "Seconde")
        self.run_cli(DONE, "questionnaire", "open", "Seconde")
        told = self.json("import", "answers", out, "--questionnaire", "Seconde")
        self.assertEqual(told["added"], len(BODIES))
        self.assertEqual(self.json("tally", "Seconde")["pairwise"], expected)

    def test_report(self):
        self.make()
        self.fill()
        for name in ("r.odt", "r.pdf", "r.html"):
            self.run_cli(DONE, "export", "tally", "Priorités", self.folder / name)
        text = (self.folder / "r.html").read_text(encoding="utf-8")
        for words in ("Mobilier", "Schulze", "1781", "Espaces verts"):
            self.assertIn(words, text)
        # The chart is told in words too; the matrix has a column for each option.
        self.assertRegex(text, r'<img[^>]* alt="Bar chart, [^"]*Mobilier')
        self.assertRegex(text, r'<img[^>]* alt="Bar chart by group. [^"]*Elected representative: Papier 2')
        rows = re.findall(r"<tr.*?</tr>", text.split("Toutes les comparaisons")[1].split("</table>")[0], re.S)
        self.assertEqual({len(re.findall(r"<t[dh]", row)) for row in rows}, {len(rows)})
        # So has the table of the strongest paths, by which Schulze is counted again.
        rows = re.findall(r"<tr.*?</tr>", text.split("les chemins les plus forts")[1].split("</table>")[0], re.S)
        self.assertGreater(len(rows), 2)
        self.assertEqual({len(re.findall(r"<t[dh]", row)) for row in rows}, {len(rows)})

    def adapt(self, paper, ours, theirs):
        """Take a template into the library, with words of the network's own."""
        text = Path(os.environ["MLG_DATA_DIR"], "templates", paper).read_text(encoding="utf-8")
        self.assertIn(ours, text)
        self.run_cli(DONE, "import", "templates", self.write(paper, text.replace(ours, theirs)))

    def test_adapted_papers(self):
        """The network's own form and report take the place of those that come with the program."""
        self.make()
        self.fill()
        self.adapt("tally.xml", "Comment chaque méthode compte", "Comment nous comptons")
        self.adapt("answer-form.xml", "Écrivez chaque réponse", "Notez vos réponses")
        report, form = self.folder / "r.html", self.folder / "form.odt"
        self.run_cli(DONE, "export", "tally", "Priorités", report)
        text = report.read_text(encoding="utf-8")
        self.assertIn("Comment nous comptons", text)
        self.assertRegex(text, r'<img[^>]* alt="Bar chart by group')
        self.run_cli(DONE, "export", "questionnaire", "Priorités", self.folder / "form.html")
        self.assertIn("Notez vos réponses", (self.folder / "form.html").read_text(encoding="utf-8"))
        # A form on the network's own paper can be read again.
        self.run_cli(DONE, "export", "questionnaire", "Priorités", form, "--body", "Lens")
        self.run_cli(FAILED, "import", "answers", form)
        self.assertIn("none has an answer", self.said)

    def test_from_theme_to_work(self):
        self.make()
        self.fill()
        theme = self.json("list", "themes", "--where", "title=Mobilier")["items"][0]["id"]
        self.add("theme-interest", "theme=Mobilier", "body=Lille", "wish=lead")
        wanted = self.json("theme", "interested", theme)
        self.assertEqual(wanted["total"], len(BODIES))
        told = self.json("theme", "start", theme, "--day", "2027-01-04")
        meetings = self.json("list", "meetings")
        self.assertEqual(meetings["total"], 6)
        self.assertEqual({m["type"] for m in meetings["items"]},
                         {"working-group", "hearing", "restitution"})
        self.assertTrue(all(m["state"] == "draft" for m in meetings["items"]))
        self.assertEqual(self.json("show", "theme", theme)["state"], "in-work")
        self.assertEqual(self.json("list", "group-members")["total"], len(BODIES))
        self.assertEqual(str(self.json("show", "theme", theme)["grp"]), str(told["group"]))
        self.assertGreater(self.json("list", "agenda-items")["total"], 12)
        self.assertEqual(self.json("list", "invitations")["total"], 6 * len(BODIES))
        steps = self.json("list", "theme-steps", "--sort", "position")["items"]
        self.assertEqual(len(steps), 6)
        self.assertTrue(all(step["inputs"] and step["outputs"] for step in steps))
        self.run_cli(DONE, "set", "theme-step", steps[0]["id"], "state=done")
        progress = self.json("theme", "progress", theme)["items"][0]
        self.assertEqual((progress["done"], progress["steps"]), (1, 6))
        self.run_cli(FAILED, "theme", "start", theme)
        self.run_cli(DONE, "set", "theme-step", steps[5]["id"], "state=done")
        self.assertEqual(self.json("show", "theme", theme)["state"], "delivered")
        self.run_cli(DONE, "undo", "3")
        self.assertEqual(self.json("list", "meetings")["total"], 0)
        self.assertEqual(self.json("show", "theme", theme)["state"], "proposed")


if __name__ == "__main__":
    unittest.main()
