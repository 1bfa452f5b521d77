#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that a person reads in a .ui file is one that gettext sees."""

import re
import unittest
from xml.etree import ElementTree

import tree

# Properties, menu attributes and accessible properties that hold text for people.
TEXTS = {
    "body", "comments", "description", "heading", "help-text", "label", "menu-label",
    "placeholder", "placeholder-text", "role-description", "secondary-text", "subtitle",
    "tooltip", "tooltip-markup", "tooltip-text", "title", "value-text",
}  # fmt: skip
ELEMENTS = {"property", "attribute"}
LETTER = re.compile(r"[^\W\d_]")


def complaints(text):
    """The texts of a .ui file that would stay in English."""
    for hidden in re.findall(r"<!\[CDATA\[(.*?)\]\]>", text, flags=re.DOTALL):
        if re.search(r"translatable=|<property", hidden):
            yield "CDATA, which gettext does not read: put this template in a file of its own"
    for element in ElementTree.fromstring(text).iter():
        words = (element.text or "").strip()
        marked = element.get("translatable") in ("yes", "true", "1")
        if element.get("translatable") in ("true", "1"):
            yield f'“{words}”: write translatable="yes"'
        if marked or not LETTER.search(words) or element.get("bind-source"):
            continue
        named = element.tag in ELEMENTS and element.get("name") in TEXTS and len(element) == 0
        if named and element.get("translatable") != "no":
            yield f'{element.get("name")} “{words}” is not translatable'
        elif element.tag == "item" and not element.get("id") and element.get("translatable") != "no":
            yield f"item “{words}” is not translatable"


class UiStrings(unittest.TestCase):
    def test_files(self):
        for path in tree.files(".ui"):
            self.assertEqual(list(complaints(tree.read(path))), [], path)

    def test_the_complaints_are_made(self):
        for snippet in (
            '<property name="label">Members</property>',
            '<property name="title" translatable="true">Members</property>',
            '<attribute name="label">Members</attribute>',
            "<items><item>Commune</item></items>",
            '<property name="bytes"><![CDATA[<property name="label">x</property>]]></property>',
        ):
            self.assertEqual(len(list(complaints(f"<interface>{snippet}</interface>"))), 1, snippet)

    def test_what_needs_no_translation_passes(self):
        for snippet in (
            '<property name="label" translatable="yes">Members</property>',
            '<property name="label">—</property>',
            '<property name="title" translatable="no">SIREN</property>',
            '<property name="icon-name">open-menu-symbolic</property>',
            '<property name="label" bind-source="row" bind-property="name"/>',
        ):
            self.assertEqual(list(complaints(f"<interface>{snippet}</interface>")), [], snippet)


if __name__ == "__main__":
    unittest.main()
