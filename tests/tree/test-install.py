#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`meson install` puts everything where a desktop looks for it."""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

import tree

ID = "org.maillage.Maillage"
SHARED = (
    f"applications/{ID}.desktop",
    f"metainfo/{ID}.metainfo.xml",
    f"glib-2.0/schemas/{ID}.gschema.xml",
    f"mime/packages/{ID}.xml",
    f"icons/hicolor/scalable/apps/{ID}.svg",
    f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg",
    "locale/fr/LC_MESSAGES/maillage.mo",
    "man/man1/maillage-cli.1",
    "bash-completion/completions/maillage-cli",
)


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        result = tree.run(
            "meson", "install", "-C", tree.BUILD, "--no-rebuild", "--destdir", cls.folder
        )
        assert result.returncode == 0, result.stdout + result.stderr
        options = json.loads((tree.BUILD / "meson-info/intro-buildoptions.json").read_text())
        prefix = next(option["value"] for option in options if option["name"] == "prefix")
        cls.prefix = Path(cls.folder + prefix)

    def test_files(self):
        missing = [name for name in SHARED if not (self.prefix / "share" / name).is_file()]
        self.assertEqual(missing, [])

    def test_nothing_of_the_build_leaks(self):
        for path in self.prefix.glob("share/**/*"):
            if path.is_file() and path.suffix in (".desktop", ".xml", ".1", ""):
                self.assertNotIn(str(tree.ROOT), path.read_text(encoding="utf-8", errors="replace"))


if __name__ == "__main__":
    unittest.main()
