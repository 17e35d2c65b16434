#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Partway authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a desktop of its own, used as a person would: files dragged in from another process, keys,
the real pointer, and a program that starts, pauses and reads an upload through accessibility.

Run inside a desktop that has drag-files, a11y-dump and xdotool (./dev test --window):
    window.py --bin FOLDER --tools FOLDER [STEP...]
"""
import argparse
import filecmp
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse

STEPS = []


def step(function):
    STEPS.append(function)
    return function


class Window:
    def __init__(self, bin_folder, tools, patience):
        self.bin, self.tools, self.patience = bin_folder, tools, patience
        self.home = pathlib.Path(os.environ["HOME"])
        self.state = self.home / "partway-state"
        self.files = self.home / "files"
        self.files.mkdir(exist_ok=True)
        self.process = None

    def start(self, rate=0):
        self.state.mkdir(exist_ok=True)
        (self.state / "preferences.ini").write_text(f"[speed]\nbytesPerSecond={rate}\n")
        self.process = subprocess.Popen(
            [self.bin / "partway", "--sandbox", "--state-dir", self.state], stderr=subprocess.DEVNULL)
        found = self.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid), "--name",
                         "^Partway$")
        self.id = found.split()[0]
        self.look("combo box:/Sandbox/", "--get", "name")  # the account is there

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

    def drop(self, *paths):
        answer = self.run(self.tools / "drag-files", self.id, *map(str, paths))
        assert "copy" in answer.lower(), answer

    def keys(self, *keys):
        self.run("xdotool", "windowfocus", "--sync", self.id)
        self.run("xdotool", "key", "--delay", "120", *keys)

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
def a_thousand_files(window):  # last: what looks for a row after it is slow
    window.stop()
    window.start()
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--tools", type=pathlib.Path, required=True)
    parser.add_argument("--patience", type=int, default=60, help="seconds for what is to be seen")
    parser.add_argument("steps", nargs="*", help="only these")
    wanted = parser.parse_args()
    window = Window(wanted.bin.resolve(), wanted.tools.resolve(), wanted.patience)
    failed = 0
    try:
        window.start()
        for function in STEPS:
            if wanted.steps and function.__name__ not in wanted.steps:
                continue
            began = time.monotonic()
            try:
                function(window)
                print(f"ok      {function.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
            except (AssertionError, subprocess.TimeoutExpired) as error:
                failed += 1
                print(f"FAILED  {function.__name__}: {error}", flush=True)
    finally:
        window.stop()
    print(f"{failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
