#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources of templates: what is shared comes in once and whole, and a wrong use stops the build."""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

BUILD_TEMPLATE = os.environ["MLG_BUILD_TEMPLATE"]
SOURCES = Path(__file__).resolve().parents[3] / "data" / "templates"
NAMESPACES = (
    'xmlns="urn:maillage:template:1" xmlns:d="urn:maillage:document:1"'
    ' xmlns:s="urn:maillage:source:1" xml:lang="fr"'
)
URI = "urn:uuid:00000000-0000-4000-8000-00000000000%d"
CLAUSE = (
    '<clause %s phase="performance" dimension="environment"><title>%s</title><text>'
    '<d:section xml:id="%s"><d:heading>Titre</d:heading><d:p>%s</d:p></d:section></text></clause>'
)
SHARED = f"""<s:shared {NAMESPACES}>
  <s:fields name="buyer">
    <field name="buyer" type="body"><label>Acheteur</label><help>Son nom.</help></field>
    <field name="reference" type="text" default="1"><label>Numéro</label></field>
  </s:fields>
  <s:part name="front"><d:p role="subtitle">De <d:field name="buyer"/></d:p></s:part>
  <s:part name="pair"><s:use clause="one"/><d:p><s:slot name="end">Fin</s:slot></d:p></s:part>
  {CLAUSE % (f'uri="{URI % 1}" revision="3"', "Une", "one", "Mot <s:slot name='last'>dernier</s:slot>.")}
  {CLAUSE % ("", "Cadre", "frame", "<s:slot name='what' required='true'/>.")}
</s:shared>"""


class Sources(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        shutil.copy(SOURCES / "expand.xsl", self.folder)
        self.write("clauses.xml", SHARED)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def build(self, text, fields='<s:use fields="buyer"/>'):
        self.write(
            "source.xml",
            f'<template {NAMESPACES} uri="{URI % 9}" revision="1"><identity><title>Essai</title>'
            f"</identity><fields>{fields}</fields><!-- Une remarque --><piece role='rc'>"
            f"<title>RC</title><text>{text}</text></piece></template>",
        )
        return subprocess.run(
            [BUILD_TEMPLATE, "expand.xsl", "source.xml", "out.xml"],
            cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
        )  # fmt: skip

    def built(self, *words, **keywords):
        result = self.build(*words, **keywords)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        return (self.folder / "out.xml").read_text(encoding="utf-8")

    def stopped(self, why, *words, **keywords):
        result = self.build(*words, **keywords)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(why, result.stderr)
        self.assertFalse((self.folder / "out.xml").exists())

    def test_nothing_of_the_source_is_left(self):
        xml = self.built('<s:use part="front"/><s:use clause="one"/>')
        self.assertNotIn("urn:maillage:source:1", xml)
        self.assertNotIn("remarque", xml)
        self.assertIn('<d:p role="subtitle">De <d:field name="buyer"/></d:p>', xml)
        self.assertIn('<field default="1" name="reference" type="text">', xml)

    def test_a_shared_clause_keeps_its_uri_and_revision(self):
        xml = self.built('<s:use clause="one"/>')
        self.assertIn(f'revision="3" uri="{URI % 1}"', xml)
        self.assertIn("Mot dernier.", xml)

    def test_a_filled_clause_is_another(self):
        fill = '<s:use clause="%s" uri="%s"><s:fill slot="%s">neuf</s:fill></s:use>'
        xml = self.built(fill % ("one", URI % 2, "last") + fill % ("frame", URI % 3, "what"))
        self.assertIn("Mot neuf.", xml)
        self.assertIn("<d:p>neuf.</d:p>", xml)
        self.assertIn(f'revision="1" uri="{URI % 3}"', xml)
        self.assertNotIn(URI % 1, xml)

    def test_a_part_may_use_clauses(self):
        xml = self.built('<s:use part="pair"><s:fill slot="end">Enfin</s:fill></s:use>')
        self.assertIn("Mot dernier.", xml)
        self.assertIn("<d:p>Enfin</d:p>", xml)

    def test_wrapped_words_stand_on_one_line(self):
        xml = self.built("<d:p>Un\n  mot<when test='buyer'>, puis\n  deux</when>\n  encore.</d:p>")
        self.assertIn("<d:p>Un mot<when test=\"buyer\">, puis deux</when> encore.</d:p>", xml)

    def test_one_field_with_its_own_default(self):
        fields = '<s:use field="reference" default="2"><help>Un nombre.</help></s:use>'
        xml = self.built("<d:p/>", fields=fields)
        self.assertIn('default="2"', xml)
        self.assertIn("<help>Un nombre.</help>", xml)
        self.assertNotIn("Acheteur", xml)

    def test_wrong_uses_stop_the_build(self):
        fill = '<s:use clause="%s"%s><s:fill slot="%s">x</s:fill></s:use>'
        own = f' uri="{URI % 2}"'
        self.stopped("0 things called none", '<s:use clause="none"/>')
        self.stopped("0 things called none", '<s:use part="none"/>')
        self.stopped("0 things called none", "<d:p/>", fields='<s:use fields="none"/>')
        self.stopped("0 things called none", "<d:p/>", fields='<s:use field="none"/>')
        self.stopped("needs its own uri", '<s:use clause="frame"/>')
        self.stopped("needs its own uri", fill % ("one", "", "last"))
        self.stopped("keeps its shared uri", f'<s:use clause="one"{own}/>')
        self.stopped("has no slot none", fill % ("one", own, "none"))
        self.stopped("can stand in", '<s:fill slot="last">x</s:fill>')

    def test_a_required_slot_must_be_filled(self):
        self.write("clauses.xml", SHARED.replace("Cadre", "<s:slot name='title'>Cadre</s:slot>"))
        use = f'<s:use clause="frame" uri="{URI % 2}"><s:fill slot="title">x</s:fill></s:use>'
        self.stopped("the slot what of frame must be filled", use)

    def test_what_is_faulty_is_left_to_be_looked_at(self):
        self.stopped("out.xml.faulty:", '<d:p><d:ref to="none">x</d:ref></d:p>')
        self.assertTrue((self.folder / "out.xml.faulty").exists())


if __name__ == "__main__":
    unittest.main()
