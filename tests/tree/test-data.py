#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of Maillage is valid, and its files are recognised by what they hold."""

import os
import re
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

import tree

ID = "org.maillage.Maillage"
DATA = tree.BUILD / "data"
HEADER = tree.read("src/core/store/mlg-schema.h")
APPLICATION_ID = int(re.search(r"MLG_FILE_APPLICATION_ID (0x[0-9A-F]+)", HEADER)[1], 16)


class Data(unittest.TestCase):
    def assert_accepted(self, *command, **options):
        result = tree.run(*command, **options)
        said = result.stdout + result.stderr
        self.assertEqual(result.returncode, 0, said)
        return said

    def test_desktop_file(self):
        said = self.assert_accepted("desktop-file-validate", DATA / f"{ID}.desktop")
        self.assertEqual(said, "")

    def test_metainfo(self):
        path = DATA / f"{ID}.metainfo.xml"
        self.assert_accepted("appstreamcli", "validate", "--no-net", path)

    def test_settings(self):
        self.assert_accepted(
            "glib-compile-schemas", "--strict", "--dry-run", tree.ROOT / "data"
        )

    def test_icons_are_drawings(self):
        icons = tree.files(".svg", under="data/icons")
        self.assertGreaterEqual(len(icons), 2)
        for path in icons:
            self.assert_accepted("xmllint", "--noout", "--nonet", tree.ROOT / path)

    def test_both_languages(self):
        for name in (f"{ID}.desktop", f"{ID}.metainfo.xml", f"{ID}.xml"):
            text = (DATA / name).read_text(encoding="utf-8")
            self.assertRegex(text, r'\[fr\]=|xml:lang="fr"', f"{name} has no French")


class FileType(unittest.TestCase):
    """The MIME type, asked of GIO in a database of our own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        packages = cls.folder / "share/mime/packages"
        packages.mkdir(parents=True)
        shutil.copy(DATA / f"{ID}.xml", packages)
        shutil.copy("/usr/share/mime/packages/freedesktop.org.xml", packages)
        # A database that is thrown away need not wait for the disk after each of its thousand files.
        environment = dict(os.environ, PKGSYSTEM_ENABLE_FSYNC="0")
        result = tree.run("update-mime-database", cls.folder / "share/mime", env=environment)
        if result.returncode != 0:
            raise AssertionError(result.stderr)

    def database(self, name, application_id):
        path = self.folder / name
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA application_id = {application_id}")
            connection.execute("CREATE TABLE member (name TEXT)")
        connection.close()
        return path

    def kind(self, path):
        share = str(self.folder / "share")
        environment = dict(os.environ, XDG_DATA_HOME=share, XDG_DATA_DIRS=share, GIO_USE_VFS="local")
        result = tree.run(
            "gio", "info", "--attributes=standard::content-type", path, env=environment
        )
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout.strip().rsplit(" ", 1)[-1]

    def test_known_by_its_suffix(self):
        self.assertEqual(self.kind(self.database("a.maillage", APPLICATION_ID)), "application/x-maillage")

    def test_known_by_its_content(self):
        self.assertEqual(self.kind(self.database("renamed", APPLICATION_ID)), "application/x-maillage")

    def test_another_database_is_not_ours(self):
        self.assertEqual(self.kind(self.database("other", 0)), "application/vnd.sqlite3")


if __name__ == "__main__":
    unittest.main()
