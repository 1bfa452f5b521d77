#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the whole dossier of a kick-off takes, for 150 bodies and 300 people, and against LibreOffice.

Usage: dossier.py MAILLAGE-CLI

Ours writes everything: PDF, ODT, DOCX and calendar, bound and paper by paper, with a letter for each body.
Theirs only makes a PDF of the bound ODT, one of our 53 files; it is asked when it is installed. Ours and theirs
take turns; each figure is a median.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 5
BODIES = 150
PEOPLE_OF_BODY = 2
FORMATS = "pdf,odt,docx,ics"
SECONDS = 2.0
FASTER = 1 / 20
AIMS = {"all of a dossier against a PDF of LibreOffice": FASTER, "a PDF of the same ODT": FASTER}
NO = 3


def seconds(*command, status=0):
    began = time.monotonic()
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"{command}: {done.stdout}{done.stderr}")
    return time.monotonic() - began


def show(name, ours, theirs):
    ratio = ours / theirs
    print(f"{name}: {ratio:.3f} ({ours:.3f} / {theirs:.3f}), aim {AIMS[name]}", flush=True)
    return ratio <= AIMS[name]


def write_people(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("nom;courriel;organisme;fonction\n")
        for body in range(BODIES):
            for person in range(PEOPLE_OF_BODY):
                number = body * PEOPLE_OF_BODY + person
                file.write(f"Personne {number};p{number}@example.org;Organisme {body};Fonction {person}\n")


def write_bodies(path):
    with open(path, "w", encoding="utf-8") as file:
        file.write("nom;departement;adresse;code postal;ville;statut\n")
        for body in range(BODIES):
            place = ("02", "59", "60", "62", "80")[body % 5]
            file.write(f"Organisme {body};{place};{body} place de la Mairie;{place}000;Ville {body};member\n")


def make_network(cli, folder):
    ours = (cli, "--network", folder / "x.maillage")
    write_bodies(folder / "bodies.csv")
    write_people(folder / "people.csv")
    seconds(*ours, "init", "Réseau", "--region", "FRE1", "--region", "FRE2")
    seconds(*ours, "import", "members", folder / "bodies.csv")
    seconds(*ours, "import", "people", folder / "people.csv")
    seconds(*ours, "add", "meeting", "title=Lancement", "type=kick-off", "starts=2026-12-10 09:30",
            "ends=2026-12-10 12:30", "place=Hôtel de Région")  # fmt: skip
    seconds(*ours, "agenda", "Lancement", "--usual")
    seconds(*ours, "meeting", "invite", "Lancement")
    return ours


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = make_network(cli, folder)
        out = folder / "out"
        office = ("soffice", f"-env:UserInstallation=file://{folder}/office", "--headless",
                  "--convert-to", "pdf", "--outdir", folder, out / "dossier.odt")  # fmt: skip
        make = (*ours, "dossier", "Lancement", out, "--formats", FORMATS)
        there = shutil.which("soffice") is not None
        seconds(*make, status=NO)
        if there:
            seconds(*office)  # the first run makes a profile
        convert = (cli, "convert", out / "dossier.odt", folder / "ours.pdf")
        times = [
            (seconds(*make, status=NO), *((seconds(*convert), seconds(*office)) if there else (0, 1)))
            for _ in range(ROUNDS)
        ]
        whole, alone, theirs = (statistics.median(column) for column in zip(*times))
        print(f"whole dossier, seconds: {whole:.2f}, aim {SECONDS}", flush=True)
        if not there:
            print("against LibreOffice: not measured, soffice is not installed")
            return 0 if whole <= SECONDS else 1
        good = [show(name, ours, theirs) for name, ours in zip(AIMS, (whole, alone))]
        return 0 if whole <= SECONDS and all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
