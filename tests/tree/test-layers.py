#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rooms include only what lies below them, and neither storey does the other's work."""

import re
import unittest

import tree

SUBJECTS = {"network", "members", "themes", "meetings", "library"}
# Room of the core → rooms that it may include beside itself.
BELOW = {
    "store": set(),
    "document": set(),
    "template": {"document", "store"},
    **{room: {"template", "document", "store"} for room in SUBJECTS},
    "exchange": SUBJECTS | {"template", "document", "store"},
    "dossier": SUBJECTS | {"template", "document", "store"},
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
GRAPHICAL = re.compile(r"^(gtk|gdk|gsk|adwaita)\b")
STORAGE = re.compile(r"^(sqlite3|libxml/|libxslt/)")
SQL = re.compile(
    r"\bsqlite3_|\bSELECT\b.+\bFROM\b|\bINSERT\b.+\bINTO\b|\bDELETE FROM\b|\bUPDATE \w+ SET\b"
    r"|\bxml[A-Z][A-Za-z]+ \("
)


def includes(code):
    return INCLUDE.findall(tree.without_comments(code))


def core_complaints(room, code):
    """What a file of the core's ROOM (None for the core's own files) includes wrongly."""
    for name in includes(code):
        other = name.split("/")[0]
        if GRAPHICAL.match(name) or other in ("app", "cli"):
            yield f"the core includes {name}"
        elif other in BELOW and other != room and other not in BELOW.get(room, set()):
            yield f"{room or 'the core'} includes {name}"


def app_complaints(code):
    """What a file of the application does that only the core may do."""
    for name in includes(code):
        if STORAGE.match(name):
            yield f"the application includes {name}"
    for line in tree.without_comments(code).splitlines():
        if SQL.search(line):
            yield f"storage in the application: {line.strip()}"


class Layers(unittest.TestCase):
    def test_core(self):
        for path in tree.files(".c", ".h", under="src/core"):
            room = path.parts[2] if len(path.parts) > 3 else None
            if path.stem != "mlg-kinds":  # the one place that knows the records of all rooms
                self.assertEqual(list(core_complaints(room, tree.read(path))), [], path)

    def test_every_room_of_the_core_is_known(self):
        rooms = {path.parts[2] for path in tree.files(under="src/core") if len(path.parts) > 3}
        self.assertEqual(rooms - set(BELOW), set(), "say what this room may include")

    def test_app(self):
        for path in tree.files(".c", ".h", under="src/app"):
            self.assertEqual(list(app_complaints(tree.read(path))), [], path)

    def test_each_room_has_its_paragraph(self):
        text = tree.read("src/README.md")
        for storey in ("src/core", "src/app"):
            for path in tree.files(".c", under=storey):
                if len(path.parts) > 3:
                    room = "/".join(path.parts[1:3])
                    self.assertIn(f"`{room}`", text, f"src/README.md says nothing of {room}")

    def test_the_complaints_are_made(self):
        for room, code in (
            ("store", "#include <gtk/gtk.h>\n"),
            ("store", '#include "members/mlg-body.h"\n'),
            ("members", '#include "themes/mlg-theme.h"\n'),
            ("document", '#include "store/mlg-connection.h"\n'),
            (None, '#include "app/shell/mlg-window.h"\n'),
        ):
            self.assertEqual(len(list(core_complaints(room, code))), 1, code)
        self.assertEqual(list(core_complaints("members", '#include "store/mlg-row.h"\n')), [])
        self.assertEqual(list(core_complaints("store", "/* #include <gtk/gtk.h> */\n")), [])
        for code in (
            "#include <sqlite3.h>\n",
            "#include <libxml/tree.h>\n",
            'const char *sql = "SELECT id FROM body";\n',
            "xmlFreeDoc (doc);\n",
        ):
            self.assertEqual(len(list(app_complaints(code))), 1, code)


if __name__ == "__main__":
    unittest.main()
