# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: by what is on screen, with a mouse and a keyboard.

A test file is run on a display and a session bus of its own (`main` starts it again there), so that
nothing of the person's own session is touched, and each `Program` has settings of its own:

    class Members(harness.TestCase):
        def test_search(self):
            with self.program(self.sample()) as program:
                program.find("entry", "Search members").click()
                program.type("lille")
                program.find("list item", "Lille").click()

    if __name__ == "__main__":
        harness.main()

Everything on screen is found by its role and its accessible name, as a screen reader finds it: what
cannot be found here cannot be used without eyes either.
"""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

BUILD = Path(os.environ.get("MLG_BUILD_ROOT", "build")).resolve()
PROGRAM = BUILD / "src/maillage"
CLI = BUILD / "src/cli/maillage-cli"
PATIENCE = float(os.environ.get("MLG_UI_PATIENCE", "20"))  # seconds until something is missing
INSIDE = "MLG_UI_INSIDE"

# GTK says this of every question about a place on the screen; places in the window are what is used.
HARMLESS = re.compile(r"Screen coordinates not supported|dconf|at-spi|AT-SPI|Failed to set fd limit")


def environment(home, language):
    """The settings of a person who has never used the program; their language."""
    kept = {name: os.environ[name] for name in ("PATH", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                                                "XDG_RUNTIME_DIR", "LOCPATH", "LSAN_OPTIONS",
                                                "ASAN_OPTIONS", "UBSAN_OPTIONS")
            if name in os.environ}  # fmt: skip
    if "ASAN_OPTIONS" in kept:  # GTK has no frame pointers: only so is it known whose a leak is
        kept["ASAN_OPTIONS"] += ":fast_unwind_on_malloc=0:malloc_context_size=7"
    return {
        **kept,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "LC_ALL": language,
        "GTK_A11Y": "atspi",
        "GDK_BACKEND": "x11",
        "GSK_RENDERER": "cairo",
        "GIO_USE_VFS": "local",
        "GSETTINGS_BACKEND": "keyfile",
        "GSETTINGS_SCHEMA_DIR": str(BUILD / "data"),
        "G_DEBUG": "fatal-criticals",
        "MLG_DATA_DIR": str(BUILD / "data"),
        "MLG_LOCALE_DIR": str(BUILD / "po"),
    }


class Missing(AssertionError):
    """Nothing like it came on screen."""


class Node:
    """Something on screen."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    @property
    def role(self):
        return self.accessible.getRoleName()

    @property
    def name(self):
        """Its name; GTK 4.8 tells that of a button with a mnemonic twice: “_Cancel Cancel”."""
        name = self.accessible.name or ""
        half = len(name) // 2
        if "_" in name and name[: half + 1].strip().replace("_", "", 1) == name[half + 1 :]:
            return name[half + 1 :]
        return name

    @property
    def text(self):
        """What is written in it."""
        try:
            text = self.accessible.queryText()
        except NotImplementedError:
            return self.name
        return text.getText(0, -1)

    @property
    def extents(self):
        """Left, top, width and height in the window; None for what has no place."""
        import pyatspi

        try:
            box = self.accessible.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        except NotImplementedError:
            return None
        return (box.x, box.y, box.width, box.height)

    def has(self, state):
        """Whether it is in a state: "focused", "selected", "checked", "sensitive", "expanded"…"""
        import pyatspi

        return self.accessible.getState().contains(getattr(pyatspi, "STATE_" + state.upper()))

    @property
    def shown(self):
        box = self.extents
        return box is not None and box[2] > 0 and box[3] > 0 and self.has("visible")

    def children(self):
        for index in range(self.accessible.childCount):
            child = self.accessible.getChildAtIndex(index)
            if child is not None:
                yield Node(self.program, child)

    def walk(self):
        """It and all that is in it, without what is not shown."""
        pending = [self]
        while pending:
            node = pending.pop()
            try:
                box = node.extents
                if box is not None and box[2] <= 0:
                    continue
                yield node
                pending.extend(reversed(list(node.children())))
            except Exception as error:  # gone since it was listed
                if "org.freedesktop.DBus" not in str(error) and "atspi" not in str(error):
                    raise

    def find(self, role, name=None, patience=PATIENCE):
        return self.program.find(role, name, within=self, patience=patience)

    def find_all(self, role, name=None):
        return self.program.find_all(role, name, within=self)

    def click(self, button=1, times=1):
        """Clicks in the middle of it, once it is where it stays."""
        self.program.settle(lambda: self.extents)
        x, y = self.place()
        self.program.click_at(x, y, button, times)
        return self

    def ancestors(self):
        """It and all that it is in, up to its window."""
        import pyatspi

        accessible = self.accessible
        while accessible is not None and accessible.getRole() != pyatspi.ROLE_APPLICATION:
            yield Node(self.program, accessible)
            accessible = accessible.parent

    def place(self):
        """Where its middle is on the screen. Places are told from the window or the popover that it is
        in; that one has the size of a window of the display, or is framed evenly by one."""
        windows = self.program.geometries()
        x, y, width, height = self.extents
        middle = (x + width // 2, y + height // 2)
        for node in self.ancestors():
            box = node.extents
            if box is None:
                continue
            for _, left, top, wide, high in windows:
                frame = wide - box[2]
                is_window = node.accessible.parent.getRoleName() == "application"
                if frame == high - box[3] and (frame == 0 or (is_window and 0 < frame <= 60)):
                    return (
                        left + frame // 2 + middle[0] - box[0],
                        top + frame // 2 + middle[1] - box[1],
                    )
        raise Missing(f"no place on the screen for {self}")

    def activate(self, action=0):
        """Does what a screen reader would ask it to do."""
        self.accessible.queryAction().doAction(action)
        return self

    def write(self, text):
        """Puts text in the place of what is written in it."""
        self.click()
        self.program.key("ctrl+a")
        if text:
            self.program.type(text)
        else:
            self.program.key("Delete")
        return self

    def __repr__(self):
        return f"{self.role} “{self.name}” {self.extents}"


def matches(node, role, name):
    if role is not None and node.role != role:
        return False
    if name is None:
        return True
    if isinstance(name, re.Pattern):
        return name.search(node.name) is not None
    return node.name == name


class Program:
    """The program, running."""

    def __init__(self, *arguments, language="C.UTF-8", size=(1200, 780), home=None, variables=None):
        self.arguments = [str(argument) for argument in arguments]
        self.size = size
        self.home = Path(home) if home else Path(tempfile.mkdtemp(prefix="maillage-ui-"))
        self.owns_home = home is None
        self.environment = {**environment(self.home, language), **(variables or {})}
        self.process = None
        self.application = None
        self.window = None
        self.n_windows = 1

    def steady_cursor(self):
        """A cursor that blinks over text that was just selected makes GTK warn, when the machine is slow."""
        folder = self.home / "config/gtk-4.0"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.ini").write_text("[Settings]\ngtk-cursor-blink=false\n")

    def __enter__(self):
        self.steady_cursor()
        self.log = open(self.home / "stderr.txt", "a+", encoding="utf-8", errors="replace")
        self.process = subprocess.Popen(
            [str(PROGRAM), *self.arguments], env=self.environment, stderr=self.log
        )
        try:
            self.application = self.wait(self.find_application, "the program on the bus")
            self.wait_for_window()
        except BaseException:
            self.process.kill()
            raise
        return self

    def __exit__(self, kind, value, traceback):
        try:
            if kind is None:
                self.stop()
            else:
                if os.environ.get("MLG_UI_PICTURES"):
                    self.screenshot(Path(os.environ["MLG_UI_PICTURES"]) / f"failed-{os.getpid()}.png")
                self.kill()
        finally:
            self.log.close()
            if self.owns_home:
                shutil.rmtree(self.home, ignore_errors=True)

    def stop(self):
        """Closes the window as a person would, and waits until the file is closed."""
        if self.process.poll() is None:
            self.focus_front()
            self.key("ctrl+q")
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise Missing("the program does not end when it is told to quit") from None
        status = self.process.returncode
        complaints = self.complaints()
        if status != 0:
            raise AssertionError(f"the program ended with {status}: {complaints}\n{self.sanitizer()}")
        if complaints:
            raise AssertionError("the program complained: " + "\n".join(complaints))

    def kill(self):
        """Ends it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.returncode = 0

    def complaints(self):
        self.log.flush()
        text = (self.home / "stderr.txt").read_text(encoding="utf-8", errors="replace")
        return [
            line for line in text.splitlines()
            if re.search(r"WARNING|CRITICAL|ERROR|runtime error", line) and not HARMLESS.search(line)
        ]  # fmt: skip

    def sanitizer(self):
        """What a sanitizer told, with the calls that led there."""
        self.log.flush()
        text = (self.home / "stderr.txt").read_text(encoding="utf-8", errors="replace")
        found = re.search(r"^==\d+==ERROR.*", text, re.MULTILINE | re.DOTALL)
        return found.group()[:20000] if found else ""

    def wait(self, ask, what, patience=PATIENCE):
        """What `ask` answers, as soon as it is something."""
        from gi.repository import GLib

        end = time.monotonic() + patience
        while True:
            try:
                answer = ask()
            except GLib.GError:  # what was looked at has gone since
                answer = None
            if answer:
                return answer
            if self.process.poll() is not None:
                raise AssertionError(f"the program has ended; wanted {what}: {self.complaints()}")
            if time.monotonic() > end:
                raise Missing(f"not on screen: {what}\n{self.describe()}")
            time.sleep(0.05)

    def settle(self, ask):
        """What `ask` answers once it answers the same twice: what moves has come to rest."""
        before = ask()
        for _ in range(40):
            time.sleep(0.05)
            now = ask()
            if now is not None and now == before:
                return now
            before = now
        return before

    def find_application(self):
        import pyatspi

        for accessible in pyatspi.Registry.getDesktop(0):
            try:
                if accessible is not None and accessible.get_process_id() == self.process.pid:
                    return accessible
            except Exception:  # another program that is ending
                continue
        return None

    def wait_for_window(self):
        self.window = self.wait(self.find_window, "a window")
        if self.size:
            self.resize(*self.size)

    def find_window(self):
        answer = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        windows = answer.stdout.split()
        return windows[0] if windows else None

    def xdotool(self, *words):
        subprocess.run(["xdotool", *[str(word) for word in words]], check=True)

    def pointer(self):
        told = subprocess.run(["xdotool", "getmouselocation"], check=True, capture_output=True, text=True)
        return tuple(int(part.split(":")[1]) for part in told.stdout.split()[:2])

    def resize(self, width, height):
        self.xdotool("windowmove", self.window, 0, 0)
        self.xdotool("windowsize", "--sync", self.window, width, height)
        self.xdotool("windowfocus", self.window)
        self.size = (width, height)
        time.sleep(0.2)

    def top_windows(self):
        """The windows of the program, the one in front last."""
        return [Node(self, child) for child in self.application if child is not None]

    def geometries(self):
        """Number, left, top, width and height of each window and popover, the newest first."""
        answer = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = []
        for window in reversed(answer.stdout.split()):
            text = subprocess.run(
                ["xdotool", "getwindowgeometry", "--shell", window],
                capture_output=True, text=True, check=False,
            ).stdout  # fmt: skip
            values = dict(re.findall(r"(X|Y|WIDTH|HEIGHT)=(-?\d+)", text))
            if len(values) == 4:
                numbers = [int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")]
                found.append((window, *numbers))
        return found

    def front(self):
        """The number of the window in front."""
        tops = self.top_windows()
        if not tops:  # one has gone, and the bus does not know the next yet
            return None
        width, height = tops[-1].extents[2:]
        for window, _, _, wide, high in self.geometries():
            if 0 <= wide - width == high - height <= 60:
                return window
        return None

    def focus_front(self):
        """Gives the keyboard to the window in front, as a window manager would; tells whether it knows."""
        window = self.front()
        if window:
            subprocess.run(["xdotool", "windowfocus", window], check=False, stderr=subprocess.DEVNULL)
        tops = self.top_windows()
        if not tops:
            return False
        top = tops[-1]
        # Only of frames GTK says that they are active; of a dialog it says where the keyboard is.
        return top.has("active") or any(node.has("focused") for node in top.walk())

    def move(self, x, y):
        """Brings the pointer to a place of the screen. A hand does not jump: it comes near, then there. After a
        single jump GTK 4.8 may still take the pointer to be in a popover that has closed under it, and give
        what the mouse does next to that."""
        away = 1 if x < 600 else -1
        for near in (9 * away, 3 * away, 0):
            if self.pointer() != (int(x) + near, int(y)):  # xdotool waits long for a move that is none
                self.xdotool("mousemove", "--sync", int(x) + near, int(y))
                time.sleep(0.02)

    def click_at(self, x, y, button=1, times=1):
        """Clicks at a place of the screen."""
        self.move(x, y)
        self.xdotool("click", "--repeat", times, "--delay", 60, button)
        time.sleep(0.1)

    def key(self, *keys):
        """Presses keys: "ctrl+f", "Return"…"""
        if len(self.top_windows()) != self.n_windows:
            self.n_windows = len(self.top_windows())
            self.focus_front()
        self.xdotool("key", "--clearmodifiers", *keys)
        time.sleep(0.1)

    def type(self, text):
        self.xdotool("type", "--delay", 15, text)
        time.sleep(0.1)

    def find_all(self, role, name=None, within=None):
        """All that has this role and this name (text, or a pattern), as one reads."""
        roots = [within] if within is not None else self.top_windows()
        return [node for root in roots for node in root.walk() if matches(node, role, name)]

    def look(self, role, name=None, within=None):
        roots = [within] if within is not None else reversed(self.top_windows())
        for root in roots:
            for node in root.walk():
                if matches(node, role, name):
                    return node
        return None

    def find(self, role, name=None, within=None, patience=PATIENCE):
        """The first that has this role and this name, as soon as it is on screen."""
        wanted = name.pattern if isinstance(name, re.Pattern) else name
        return self.wait(lambda: self.look(role, name, within), f"{role} “{wanted}”", patience)

    def wait_gone(self, role, name=None, within=None):
        self.wait(lambda: self.look(role, name, within) is None, f"no more {role} “{name}”")

    def wait_until(self, ask, what="what was asked for"):
        return self.wait(ask, what)

    def choose_file(self, path):
        """Gives a file to the file chooser that is open."""
        self.wait(lambda: len(self.top_windows()) > 1, "a file chooser")
        time.sleep(0.3)
        self.key("ctrl+l")
        self.key("ctrl+a")
        self.type(str(path))
        chooser = self.wait(self.front, "the file chooser in front")
        self.key("Return")
        # Only then does a window manager give the keyboard to what is in front.
        self.wait(lambda: chooser not in [found[0] for found in self.geometries()], "the chooser closed")
        self.wait(self.focus_front, "the keyboard given back")

    def choose_folder(self, path):
        """Gives a folder or a file that is there to the file chooser that is open: Return may first enter the
        one, or take the name of the other."""
        self.wait(lambda: len(self.top_windows()) > 1, "a file chooser")
        time.sleep(0.3)
        self.key("ctrl+l")
        self.key("ctrl+a")
        self.type(str(path))
        chooser = self.wait(self.front, "the file chooser in front")
        for _ in range(4):
            self.key("Return")
            time.sleep(1)
            if chooser not in [found[0] for found in self.geometries()]:
                break
        self.wait(lambda: chooser not in [found[0] for found in self.geometries()], "the chooser closed")
        self.wait(self.focus_front, "the keyboard given back")

    def reveal(self, role, name, within=None, patience=PATIENCE):
        """Turns the wheel over what is on the right until something is in sight. GTK 4.8 does not say that a
        page of a stack is hidden: what stands on two of them is looked for `within` one."""
        node = self.find(role, name, within, patience)
        self.move(self.size[0] - 30, self.size[1] * 5 // 9)
        for _ in range(80):
            box = self.settle(lambda: node.extents)
            middle = box[1] + box[3] / 2
            if 165 < middle < self.size[1] - 60:
                return node
            self.xdotool("click", 5 if middle > self.size[1] / 2 else 4)
        raise Missing(f"{node} does not come in sight")

    def choose(self, name, item):
        """Chooses an item of the drop-down with this name."""
        box = self.find("combo box", name).click()

        def look():
            for node in box.walk():
                if node.role == "label" and node.name == item:
                    roles = [ancestor.role for ancestor in node.ancestors()]
                    if "list item" in roles[: roles.index("combo box")]:
                        return node
            return None

        self.wait(look, f"“{item}” in “{name}”").click()

    def describe(self, depth=40):
        """What is on screen, for a message."""
        lines = []

        def add(node, level):
            if level > depth or len(lines) > 400:
                return
            try:
                box = node.extents
                if box is not None and box[2] <= 0:
                    return
                if node.name or node.role not in ("panel", "filler"):
                    lines.append("  " * level + repr(node))
                for child in node.children():
                    add(child, level + 1)
            except Exception as error:
                lines.append("  " * level + f"({error})")

        for window in self.top_windows():
            add(window, 0)
        return "\n".join(lines)

    def screenshot(self, path):
        """A picture of the window."""
        subprocess.run(["import", "-window", self.window, str(path)], check=True)


class TestCase(unittest.TestCase):
    """A test with a folder of its own and network files to work on."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="maillage-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def program(self, *arguments, **options):
        return Program(*arguments, **options)

    def cli(self, *words, network=None):
        """What the command line prints; it must succeed."""
        command = [str(CLI)] + (["--network", str(network)] if network else [])
        result = subprocess.run(
            command + [str(word) for word in words],
            env=environment(self.folder, "C.UTF-8"), capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result.stdout

    def sample(self, name="sample.maillage"):
        """A sample network of its own."""
        path = self.folder / name
        self.cli("init", "Réseau des Hauts-de-France", "--sample", network=path)
        return path

    def empty(self, name="empty.maillage"):
        path = self.folder / name
        self.cli("init", "Réseau", network=path)
        return path

    def query(self, path, sql, *values):
        """Rows of a network file, read while the program has it open."""
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
            return database.execute(sql, values).fetchall()


def main():
    """Runs the tests of the file on a display and a session bus of their own."""
    if INSIDE in os.environ:
        unittest.main()
    # A display that starts anew whenever its last client leaves turns the next one away meanwhile.
    reader, writer = os.pipe()
    display = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    number = os.read(reader, 16).decode().strip()
    runtime = tempfile.mkdtemp(prefix="maillage-run-")
    try:
        status = subprocess.run(
            ["dbus-run-session", "--", sys.executable, *sys.argv],
            env={**os.environ, INSIDE: "1", "DISPLAY": f":{number}", "XDG_RUNTIME_DIR": runtime},
            check=False,
        ).returncode  # fmt: skip
    finally:
        display.terminate()
        display.wait()
        shutil.rmtree(runtime, ignore_errors=True)
    sys.exit(status)
