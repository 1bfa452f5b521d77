#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A colleague's document and templates of other networks come into the library, looked at before."""

import os
import re
import time

import harness

SHOTS = os.environ.get("MLG_UI_PICTURES")
SHIPPED = harness.BUILD / "data/templates"
TENDER = "Nettoyage des locaux et fourniture de produits d’entretien"
CLAUSE = "Visite des sites"
DOCUMENT = """<document xmlns="urn:maillage:document:1" xml:lang="fr">
<head><title>Nettoyage chez un collègue</title></head><body>
<section><heading>Règlement de la consultation</heading>
<section><heading>Critères</heading><p>Le prix compte pour 60 %.</p></section></section>
<section><heading>Clauses techniques</heading>
<section><heading>Produits</heading><p>Les produits sont sans parfum.</p>
<p>Les emballages sont repris et recyclés.</p></section>
<section><heading>Livraison</heading><p>Le titulaire livre en journée.</p></section>
<section><heading>Facturation</heading><p>La facture est transmise chaque mois.</p></section>
</section></body></document>"""
NOTICE = """<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID schemeName="notice-id">7f1c1a52-1111-4a5e-9c3e-000000000001</cbc:ID>
<cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>
<cbc:NoticeLanguageCode listName="eu-official-language">FRA</cbc:NoticeLanguageCode>
<cac:AdditionalNoticeLanguage><cbc:ID>DEU</cbc:ID></cac:AdditionalNoticeLanguage>
<cac:ProcurementProject>
<cbc:Name languageID="FRA">Fourniture de papier</cbc:Name>
<cbc:Name languageID="DEU">Lieferung von Papier</cbc:Name>
<cbc:ProcurementTypeCode listName="contract-nature">supplies</cbc:ProcurementTypeCode>
<cac:MainCommodityClassification>
<cbc:ItemClassificationCode listName="cpv">30197630</cbc:ItemClassificationCode>
</cac:MainCommodityClassification>
</cac:ProcurementProject></ContractNotice>"""


class LibraryImport(harness.TestCase):
    def setUp(self):
        super().setUp()
        self.network = self.empty()
        self.cli("import", "templates", SHIPPED / "cleaning.xml", network=self.network)
        source = self.folder / "colleague.xml"
        source.write_text(DOCUMENT)
        self.odt = self.folder / "colleague.odt"
        self.cli("convert", source, self.odt)

    def picture(self, program, name):
        if SHOTS:
            time.sleep(0.5)
            root = f"{SHOTS}/{name}.png"
            harness.subprocess.run(["import", "-window", "root", root], check=True)

    def titles(self):
        rows = self.query(self.network, "SELECT title FROM template ORDER BY title")
        return [row[0] for row in rows]

    def actions(self):
        return self.query(self.network, "SELECT count(*), max(id) FROM action")

    def open(self, program, file):
        program.find("label", "Library").click()
        program.find("label", TENDER)
        # Other rooms have a menu of their own, which stays where it was; this room is the last one.
        program.find_all("push button", "List Menu")[-1].click()
        program.find("menu item", "Import…").click()
        program.choose_file(file)

    def clauses(self):
        return self.query(
            self.network,
            "SELECT c.title, c.phase, c.dimension FROM clause c JOIN clause_use u ON u.clause=c.id"
            " JOIN piece p ON p.id=u.piece JOIN template t ON t.id=p.template"
            " WHERE t.title LIKE 'Nettoyage chez%' ORDER BY p.position, u.position",
        )

    def test_cuts_by_mouse_and_keys(self):
        before = self.actions()
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, self.odt)
            program.find("label", "2 pieces · 4 clauses")
            self.picture(program, "outline")
            program.find("label", "Livraison").click()
            program.find("push button", "Join to the Clause Above").click()
            program.find("label", "2 pieces · 3 clauses")
            program.find("label", "Produits").click()
            program.find("push button", "Begin a Clause Here").click()
            program.find("label", "2 pieces · 4 clauses")
            program.find("label", "Facturation").click()
            program.key("ctrl+j")
            program.find("label", "2 pieces · 3 clauses")
            program.key("ctrl+shift+j")
            program.find("label", "2 pieces · 4 clauses")
            program.choose("Phase", "Award")
            self.picture(program, "outline-cut")
            self.assertEqual(self.actions(), before)
            program.find("push button", "Import").click()
            program.wait_until(lambda: len(self.titles()) == 2, "the template")
            self.assertEqual(self.clauses(), [
                ("Critères", "award", None),
                ("Produits", "specification", None),
                ("Les emballages sont repris et recyclés.", "specification", "circ-econ"),
                ("Facturation", "award", None),
            ])  # fmt: skip
            program.find("push button", "Undo").click()
            program.wait_until(lambda: len(self.titles()) == 1, "no such template")

    def test_known_clauses(self):
        odt = self.folder / "known.odt"
        command = [str(harness.CLI), "--network", str(self.network), "export", "template", TENDER, str(odt)]
        harness.subprocess.run(command, env=harness.environment(self.folder, "C.UTF-8"), check=False,
                               stdout=harness.subprocess.DEVNULL)  # fmt: skip
        count = self.query(self.network, "SELECT count(*) FROM clause")[0][0]
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, odt)
            program.find("label", re.compile("of them from the library"))
            program.find("label", CLAUSE).click()
            program.find("label", re.compile("^Like “.*” of the library"))
            program.find("check box", "Keep as a New Clause").click()
            self.picture(program, "outline-known")
            program.find("push button", "Import").click()
            program.wait_until(lambda: len(self.titles()) == 2, "the template")
        made = self.query(self.network, "SELECT count(*) FROM clause WHERE title=?", CLAUSE)[0][0]
        self.assertEqual(made, 2)
        after = self.query(self.network, "SELECT count(*) FROM clause")[0][0]
        self.assertLess(after - count, 60)

    def test_what_differs(self):
        text = (SHIPPED / "cleaning.xml").read_text()
        changed = re.sub(r'(<template [^>]*revision=")\d+', r"\g<1>9", text, count=1)
        file = self.folder / "changed.xml"
        file.write_text(changed.replace("lessive", "savon noir", 1))
        before = self.actions()
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, file)
            program.find("label", "1 template changed")
            program.find("label", "What Differs")
            program.find("label", re.compile("lessive.*savon noir"))
            self.picture(program, "files-changed")
            self.assertEqual(self.actions(), before)
            program.choose("Known templates:", "Replace")
            program.find("label", "1 template changed")
            program.find("push button", "Import").click()
            program.wait_until(lambda: self.actions() != before, "the import")
            revision = self.query(self.network, "SELECT revision FROM template")[0][0]
            self.assertEqual(revision, 9)
            program.find("push button", "Undo").click()
            program.wait_until(
                lambda: self.query(self.network, "SELECT revision FROM template")[0][0] == 1,
                "the older revision",
            )

    def test_a_document_of_word(self):
        docx = self.folder / "colleague.docx"
        self.cli("convert", self.folder / "colleague.xml", docx)
        before = self.actions()
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, docx)
            program.find("label", "2 pieces · 4 clauses")
            program.find("label", "Livraison").click()
            program.key("ctrl+j")
            program.find("label", "2 pieces · 3 clauses")
            self.assertEqual(self.actions(), before)
            self.assertEqual(self.titles(), [TENDER])
            program.find("push button", "Import").click()
            program.wait_until(lambda: len(self.titles()) == 2, "the template")
        self.assertEqual([title for title, _, _ in self.clauses()], ["Critères", "Produits", "Facturation"])

    def test_known_clauses_of_a_document_of_word(self):
        docx = self.folder / "known.docx"
        command = [str(harness.CLI), "--network", str(self.network), "export", "template", TENDER, str(docx)]
        harness.subprocess.run(command, env=harness.environment(self.folder, "C.UTF-8"), check=False,
                               stdout=harness.subprocess.DEVNULL)  # fmt: skip
        before = self.actions()
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, docx)
            program.find("label", re.compile("of them from the library"))
            self.assertEqual(self.actions(), before)
            program.find("push button", "Cancel").click()
            program.wait_gone("label", re.compile("of them from the library"))
        self.assertEqual(self.actions(), before)

    def test_a_file_that_is_refused(self):
        file = self.folder / "bad.xml"
        file.write_text((SHIPPED / "furniture.xml").read_text().replace("identity>", "identite>"))
        before = self.actions()
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, file)
            program.find("label", "1 file refused")
            program.find("label", re.compile(r"bad\.xml:[0-9]+"))
            self.assertFalse(program.find("push button", "Import").has("sensitive"))
            self.picture(program, "files-refused")
            program.find("push button", "Cancel").click()
            program.wait_gone("label", "1 file refused")
        self.assertEqual(self.actions(), before)

    def test_language_of_a_notice(self):
        notice = self.folder / "notice.xml"
        notice.write_text(NOTICE)
        with self.program(self.network, size=(1280, 900)) as program:
            self.open(program, notice)
            program.find("label", "Fourniture de papier")
            program.choose("Language of the Notice", "German")
            program.find("label", "Lieferung von Papier")
            self.picture(program, "files-notice")
            program.find("push button", "Import").click()
            program.wait_until(lambda: "Lieferung von Papier" in self.titles(), "the template")


if __name__ == "__main__":
    harness.main()
