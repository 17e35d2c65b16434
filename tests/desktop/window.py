#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a desktop of its own, used as a person would: files dragged in from another process, keys,
the real pointer, a file manager, and a program that starts, pauses and reads an upload through accessibility.

Run inside a desktop that has a system bus, drag-files, a11y-dump, xdotool, xclip and pcmanfm-qt
(./dev test --window):
    window.py --bin FOLDER --tools FOLDER [STEP...]
"""
import contextlib
import filecmp
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import urllib.parse

import managersteps
from steps import Steps, options_of, running

step = Steps()


class Window:
    def __init__(self, bin_folder, tools, patience, pictures=None):
        self.bin, self.tools, self.patience, self.pictures = bin_folder, tools, patience, pictures
        self.home = pathlib.Path(os.environ["HOME"])
        self.state = self.home / "partway-state"
        self.files = self.home / "files"
        self.files.mkdir(exist_ok=True)
        self.process = None

    def start(self, rate=0, fresh=False):
        if fresh:  # nothing is left of the steps before
            shutil.rmtree(self.state, ignore_errors=True)
        self.state.mkdir(exist_ok=True)
        (self.state / "preferences.ini").write_text(f"[speed]\nbytesPerSecond={rate}\n")
        self.launch("--sandbox", "--state-dir", self.state)
        self.look("combo box:/Sandbox/", "--get", "name")  # the account is there

    def launch(self, *arguments, stdout=None, stderr=subprocess.DEVNULL, **more):
        self.process = subprocess.Popen([self.bin / "partway", *arguments], stdout=stdout, stderr=stderr, **more)
        found = self.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                         "^Partway$")
        self.id = found.split()[0]

    def add_account(self, name, store, provider, *more):
        subprocess.run(
            [self.bin / "partway-cli", "account", "add", name, "--state-dir", self.state, "--endpoint", store.endpoint,
             "--region", store.region, "--provider", provider, "--access-key-id", store.access, *more, "--secret-stdin"],
            input=store.secret + "\n", text=True, check=True, stdout=subprocess.DEVNULL)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(60)

    def run(self, *command, check=True):
        result = subprocess.run(command, capture_output=True, text=True, timeout=self.patience + 30)
        if check and result.returncode != 0:
            raise AssertionError(f"{' '.join(map(str, command))}: {result.stdout}{result.stderr}")
        return result.stdout

    def look(self, spec, *action):
        return self.run(self.tools / "a11y-dump", "--app", "partway", "--wait", str(self.patience), "--find", spec,
                        *action).strip()

    @contextlib.contextmanager
    def seen_after(self, spec):
        """Somebody who watches for it already while the block does what brings it up: what is there for some seconds
        only is not missed on a busy machine."""
        watch = subprocess.Popen([self.tools / "a11y-dump", "--app", "partway", "--wait", str(self.patience), "--find",
                                  spec, "--get", "name"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(1.5)  # it has begun to look
        yield
        assert watch.wait(self.patience + 30) == 0, watch.stderr.read()

    def drop(self, *paths):
        answer = self.run(self.tools / "drag-files", self.id, *map(str, paths))
        assert "copy" in answer.lower(), answer

    def keys(self, *keys):
        self.run("xdotool", "windowfocus", "--sync", self.id)
        self.run("xdotool", "key", "--delay", "120", *keys)

    def key(self, *keys):
        """To whatever has the focus: a dialog, too."""
        self.run("xdotool", "key", "--delay", "120", *keys)

    def write(self, text):
        self.run("xdotool", "type", "--delay", "30", text)

    def picture(self, name):
        if self.pictures:
            self.run(self.tools / "screenshot", self.pictures / f"{name}.png")

    def names(self, name):
        """No control of what is shown is without a name."""
        self.picture(name)
        self.run(self.tools / "a11y-dump", "--app", "partway")

    def until(self, what, seen):
        """Waits for something that is no control; what was seen."""
        deadline = time.monotonic() + self.patience
        while time.monotonic() < deadline:
            if found := seen():
                return found
            time.sleep(0.2)
        raise AssertionError(f"not so in time: {what}")

    def gone(self, spec):
        """Nothing of that name is shown any more."""
        self.until(f"no {spec}", lambda: subprocess.run(
            [self.tools / "a11y-dump", "--app", "partway", "--wait", "0", "--find", spec], capture_output=True).returncode)

    def row(self, pattern, *action):
        return self.look(f"table cell:/^{pattern}/", *action)

    def objects(self, key):
        """The files in which the sandbox keeps objects whose key ends so; it names them by the encoded key."""
        found = [path for path in (self.state / "sandbox").rglob("objects/*")
                 if path.is_file() and ("/" + urllib.parse.unquote(path.name)).endswith("/" + key)]
        assert found, f"no object {key}"
        return found


def finished(window, name, file):
    window.row(f"{re.escape(name)}, 100 .*Finished")
    assert any(filecmp.cmp(file, kept, shallow=False) for kept in window.objects(name)), f"{name} is not the file"


@step
def one_file_with_an_awkward_name(window):
    file = window.files / "Überblick 😀 #1 100%.bin"
    file.write_bytes(os.urandom(300_000))
    window.drop(file)
    finished(window, file.name, file)


@step
def a_folder_tree_is_one_row(window):
    tree = window.files / "my tree"
    for name in ("a.txt", "sub/b.txt", "sub/deeper/c 😀.txt"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(name)
    window.drop(tree)
    window.row("my tree, folder, 3 .*100 .*collapsed")
    assert filecmp.cmp(tree / "sub/deeper/c 😀.txt", window.objects("my tree/sub/deeper/c 😀.txt")[0], shallow=False)


@step
def no_control_is_nameless(window):
    window.run(window.tools / "a11y-dump", "--app", "partway")


@step
def pause_resume_and_progress_by_accessibility_and_keys(window):
    window.stop()
    window.start(rate=4 * 1024 * 1024)
    file = window.files / "slow.mov"
    file.write_bytes(os.urandom(1 << 20) * 64)
    window.drop(file)
    window.row(r"slow\.mov, (?!0)\d+ .*Sending")  # some of it is acknowledged
    window.row(r"slow\.mov, ", "--mouse")
    window.look("push button:Pause", "--click")  # by a program
    paused = window.row(r"slow\.mov, \d+ .*Paused")
    assert not re.search(r"100 %", paused), paused
    time.sleep(1)
    assert window.row(r"slow\.mov, \d+ .*Paused") == paused, "it goes on although it is paused"
    window.look("push button:Resume", "--click")
    window.row(r"slow\.mov, \d+ .*Sending")
    window.keys("space")  # by key, in the list
    window.row(r"slow\.mov, \d+ .*Paused")
    window.keys("space")
    finished(window, "slow.mov", file)


@step
def an_upload_by_accessibility_alone(window):
    """No key and no pointer: a program opens the dialog, names the file, reads the progress, pauses, goes on."""
    window.stop()
    window.start(rate=6 * 1024 * 1024, fresh=True)
    file = window.files / "by a program 😀.mov"
    file.write_bytes(os.urandom(1 << 20) * 72)
    window.look("push button:/^Add files/", "--click")
    window.look("dialog:/^Add files/", "--get", "name")
    window.until("the dialog takes the file", lambda: (
        window.look("text:File name:", "--set", str(file.parent) + "/"),  # what is in there is read first
        window.look("text:File name:", "--set", str(file)),
        "disabled" not in window.look("push button:Open", "--get", "states"))[-1])
    window.look("push button:Open", "--click")
    seen = []
    for least in (1, 20, 40):  # percent, each time more
        at_least = "|".join(str(number) for number in range(least, 100))
        name = window.row(rf"by a program 😀\.mov, ({at_least}) .*Sending")
        seen.append(int(re.search(r", (\d+)", name).group(1)))
    assert seen == sorted(seen) and seen[0] < seen[-1], seen
    window.look("push button:Pause", "--click")
    window.row(r"by a program 😀\.mov, \d+ .*Paused")
    window.look("push button:Resume", "--click")
    finished(window, file.name, file)
    print("        read:", seen, "percent")


@step
def the_keyboard_reaches_everything(window):
    window.keys("F1")
    window.look("dialog:Help", "--get", "name")
    window.keys("Escape")
    window.keys("ctrl+comma")
    window.look("/^Search/", "--get", "name")
    window.keys("Escape")
    window.keys("ctrl+f")
    window.look("text:Filter the list", "--until", "states=focused")
    window.keys("ctrl+1")


@step
def rows_are_dragged_by_the_pointer(window):
    window.stop()
    window.start(rate=64 * 1024)
    paths = []
    for name in ("first.bin", "second.bin", "third.bin"):
        paths.append(window.files / name)
        paths[-1].write_bytes(os.urandom(4 << 20))
        window.drop(paths[-1])
        window.row(re.escape(name))
    middle = [tuple(map(int, re.findall(r"-?\d+", window.row(f"{name}\\.bin", "--get", "box"))[:4]))
              for name in ("first", "third")]
    (x, y, width, height), (_, below, _, lower) = middle
    window.run("xdotool", "mousemove", str(x + 30), str(y + height // 2), "mousedown", "1")
    for at in range(y + height // 2, below + lower - 2, 4):
        window.run("xdotool", "mousemove", str(x + 40), str(at))
    window.run("xdotool", "sleep", "0.5", "mouseup", "1")
    deadline = time.monotonic() + window.patience
    while time.monotonic() < deadline:
        tops = [int(re.findall(r"-?\d+", window.row(f"{name}\\.bin", "--get", "box"))[1])
                for name in ("second", "third", "first")]
        if tops == sorted(tops):
            return
        time.sleep(0.3)
    raise AssertionError(f"the row was not moved: {tops}")


@step
def the_desktop_is_told_of_work(window):
    """Progress on the program's icon, and the computer kept awake, while something is sent and not longer."""
    window.stop()
    log = window.home / "buses.jsonl"

    def told():
        return [json.loads(line) for line in log.read_text().splitlines()]

    with log.open("w") as out, running(pathlib.Path(__file__).with_name("buses.py"), stdout=out):
        window.until("the listener", lambda: {"ready": True} in told())
        window.start(rate=8 * 1024 * 1024, fresh=True)
        file = window.files / "kept awake.bin"
        file.write_bytes(os.urandom(48 << 20))  # in parts: what is stored of it is progress
        window.drop(file)
        window.until("progress", lambda: [line for line in told() if line.get("visible") and
                                           0 < line["progress"] < 1 and
                                           line["application"] == "application://partway.desktop"])
        wish = window.until("Inhibit", lambda: [line["taken"] for line in told() if "taken" in line])[0]
        assert (wish[0], wish[1], wish[3]) == ("idle", "Partway", "block") and wish[2], wish
        assert not [line for line in told() if "released" in line], "let go while it sends"
        finished(window, file.name, file)
        window.until("the release", lambda: [line for line in told() if line.get("released") == wish])
        window.until("the end of the progress", lambda: [line for line in told() if "visible" in line]
              and not [line for line in told() if "visible" in line][-1]["visible"])


def tops(window, *names):
    return [int(re.findall(r"-?\d+", window.row(re.escape(name), "--get", "box"))[1]) for name in names]


@step
def rows_by_keyboard_alone(window):
    """Pause and resume all, order, priority, address, abort with its question, removal and its undoing."""
    window.stop()
    window.start(rate=64 * 1024, fresh=True)
    names = ("key one.bin", "key two.bin", "key three.bin")
    for name in names:
        (window.files / name).write_bytes(os.urandom(4 << 20))
        window.drop(window.files / name)
        window.row(re.escape(name))
    window.keys("ctrl+1", "ctrl+f")
    window.run("xdotool", "type", "--delay", "60", "key ")
    window.keys("ctrl+shift+p")
    for name in names:
        window.row(f"{re.escape(name)}, .*Paused")
    window.keys("Tab", "End", "Home")
    window.look("table:Transfers", "--until", "states=focused")
    window.keys("ctrl+shift+Down")
    window.until("another order", lambda: sorted(found := tops(window, names[1], names[0], names[2])) == found)
    window.keys("ctrl+shift+End")
    window.until("the end", lambda: sorted(found := tops(window, names[1], names[2], names[0])) == found)
    window.keys("ctrl+shift+l", "ctrl+c")
    address = window.run("xclip", "-selection", "clipboard", "-o")
    assert urllib.parse.unquote(address).strip().endswith("/" + names[0]), address
    window.keys("shift+Delete")  # nothing is stored: nothing is asked
    window.row(f"{re.escape(names[0])}, .*Aborted")
    window.keys("Delete")
    window.look("/removed from the list/")
    shown = window.run(window.tools / "a11y-dump", "--app", "partway")
    assert f'table cell "{names[0]}' not in shown, "it is still there"
    window.keys("ctrl+z")
    window.row(f"{re.escape(names[0])}, .*Aborted")
    window.keys("ctrl+shift+r")
    window.row(f"{re.escape(names[1])}, .*(Sending|Finished)")
    window.keys("ctrl+a", "shift+Delete")
    window.look("/^Abort .* transfer/", "--get", "name")
    window.run(window.tools / "a11y-dump", "--app", "partway")  # it has names for all, too
    window.run("xdotool", "key", "alt+a")
    for name in names:
        window.row(f"{re.escape(name)}, .*Aborted")
    window.keys("ctrl+f", "ctrl+a", "BackSpace")


PAGES = ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4")
# Keys that open it, and a control by which it is known.
DIALOGS = (
    ("F1", "/^Help$/"),
    ("ctrl+comma", "/^Search/"),
    ("ctrl+o", "dialog:/^Add files/"),
    ("ctrl+t", "dialog:/ticket/"),
    ("ctrl+4 ctrl+n", "dialog:/ccount/"),
    ("ctrl+4 Down ctrl+shift+t", "/^Connection test/"),
)


@step
def no_page_or_dialog_has_a_nameless_control(window):
    """a11y-dump fails when it finds one."""
    for key in PAGES:
        window.keys(key)
        time.sleep(0.5)
        window.run(window.tools / "a11y-dump", "--app", "partway")
    for keys, known_by in DIALOGS:
        window.keys("ctrl+1", *keys.split())
        window.look(known_by, "--get", "name")
        window.run(window.tools / "a11y-dump", "--app", "partway")
        window.run("xdotool", "key", "Escape")
        time.sleep(0.3)


@step
def a_thousand_files(window):  # last: what looks for a row after it is slow
    window.stop()
    window.start(fresh=True)
    before = int(re.search(r"\d+", window.look("/^All, /", "--get", "name")).group())
    folder = window.files / "many"
    folder.mkdir()
    paths = []
    for number in range(1000):
        paths.append(folder / f"file {number}.txt")
        paths[-1].write_text(f"content of {number}")
    window.drop(*paths)
    window.look(f"/^All, {before + 1000} /")  # in the sidebar: to look through the rows would take long
    window.look(f"/^Finished, {before + 1000} /")
    for number in (0, 500, 999):
        assert filecmp.cmp(paths[number], window.objects(paths[number].name)[0], shallow=False)


step.functions[-1:-1] = managersteps.step.functions  # the last one stays last


def main():
    wanted = options_of(__doc__)
    window = Window(wanted.bin, wanted.tools, wanted.patience)
    try:
        window.start()
        return 1 if step.run(window, wanted.steps) else 0
    finally:
        window.stop()


if __name__ == "__main__":
    sys.exit(main())
